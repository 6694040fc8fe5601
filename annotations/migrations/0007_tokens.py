import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# The scopes there were when tokens got them: what was made before goes on as it was.
ALL_SCOPES = [
    "articles:read",
    "articles:write",
    "annotations:read",
    "annotations:write",
    "moderate",
    "export",
    "webhooks",
]


def describe_older_tokens(apps, schema_editor):
    ApiToken = apps.get_model("annotations", "ApiToken")
    for secret in apps.get_model("knox", "AuthToken").objects.all():
        ApiToken.objects.create(secret=secret, name="older token", scopes=ALL_SCOPES, created_by_id=secret.user_id)


class Migration(migrations.Migration):
    dependencies = [
        ("annotations", "0006_carry_marks_to_versions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("knox", "0009_extend_authtoken_field"),
    ]
    operations = [
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("scopes", models.JSONField(default=list, verbose_name="may be used for")),
                ("last_used_at", models.DateTimeField(blank=True, null=True, verbose_name="last used")),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "secret",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="api_token",
                        to=settings.KNOX_TOKEN_MODEL,
                        verbose_name="digest",
                    ),
                ),
            ],
            options={"verbose_name": "token", "verbose_name_plural": "tokens", "ordering": ["-id"]},
        ),
        migrations.RunPython(describe_older_tokens, migrations.RunPython.noop),
    ]
