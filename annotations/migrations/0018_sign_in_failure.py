"""Failed sign-ins, counted for a quarter of an hour."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("annotations", "0017_source_fetches")]

    operations = [
        migrations.CreateModel(
            name="SignInFailure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=150)),
                ("address", models.CharField(max_length=45)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["name", "at"], name="sign_in_failure_by_name"),
                    models.Index(fields=["address", "at"], name="sign_in_failure_by_address"),
                ],
            },
        ),
    ]
