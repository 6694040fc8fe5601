from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("annotations", "0008_idempotency_keys")]
    operations = [
        migrations.AddField(
            model_name="article",
            name="external_id",
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name="number elsewhere"),
        ),
        migrations.AddField(
            model_name="article",
            name="deleted_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="moved to the bin at"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                condition=models.Q(("external_id__isnull", False)),
                fields=("outlet", "external_id"),
                name="article_external_id_once_per_outlet",
            ),
        ),
    ]
