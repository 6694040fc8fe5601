"""What a mark was carried from, and which article a started intake belongs to."""

import django.db.models.deletion
from django.db import migrations, models

VERBS = [
    ("created", "created"),
    ("suggested", "suggested"),
    ("accepted", "accepted"),
    ("rejected", "rejected"),
    ("changed", "changed"),
    ("deleted", "moved to the bin"),
    ("restored", "taken out of the bin"),
    ("superseded", "superseded"),
    ("carried", "carried to a new version"),
    ("undone", "undone"),
    ("queued", "queued"),
    ("started", "started"),
    ("finished", "finished"),
    ("failed", "failed"),
    ("checked", "checked"),
    ("signed", "countersigned"),
    ("answered", "answered"),
    ("commented", "commented"),
    ("resolved", "resolved"),
    ("reopened", "reopened"),
    ("assigned", "assigned"),
    ("released", "released"),
    ("corrected", "corrected"),
    ("hidden", "hidden"),
    ("shown", "shown again"),
    ("merged", "merged"),
    ("purged", "removed for good"),
]


class Migration(migrations.Migration):
    dependencies = [("annotations", "0005_sentence_review")]

    operations = [
        migrations.AddField(
            model_name="annotation",
            name="carried_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="carried_to",
                to="annotations.annotation",
                verbose_name="carried from",
            ),
        ),
        migrations.AddField(
            model_name="intake",
            name="article",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="intakes",
                to="annotations.article",
                verbose_name="article",
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="verb",
            field=models.CharField(choices=VERBS, max_length=10, verbose_name="what"),
        ),
    ]
