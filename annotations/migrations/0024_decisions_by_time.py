"""Decisions of the last weeks are found without reading everything else that happened meanwhile; so are hidden marks."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("annotations", "0023_nightly_work")]

    operations = [
        migrations.AddIndex(
            model_name="annotation",
            index=models.Index(
                condition=models.Q(("hidden_at__isnull", False)), fields=["hidden_at"], name="annotation_hidden"
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["verb", "at"], name="event_by_verb_and_time"),
        ),
    ]
