"""Colours and language of the interface, kept with the account."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("annotations", "0018_sign_in_failure")]

    operations = [
        migrations.AddField(
            model_name="preferences",
            name="theme",
            field=models.CharField(
                choices=[("system", "as the system is set"), ("light", "light"), ("dark", "dark")],
                default="system",
                max_length=10,
                verbose_name="colours",
            ),
        ),
        migrations.AddField(
            model_name="preferences",
            name="language",
            field=models.CharField(
                blank=True,
                choices=[("", "as the browser is set"), ("de", "Deutsch"), ("en", "English")],
                max_length=10,
                verbose_name="language of the interface",
            ),
        ),
    ]
