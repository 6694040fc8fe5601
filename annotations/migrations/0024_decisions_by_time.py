"""Decisions of the last weeks are found without reading everything else that happened meanwhile; so are hidden marks.

The index of moments alone is dropped by its name: to alter the column, SQLite would make the table anew, without the
triggers that keep the record from changing.
"""

from __future__ import annotations

from django.db import migrations, models

_BY_TIME = "annotations_event_at_76c6f7ba"


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
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="event",
                    name="at",
                    field=models.DateTimeField(auto_now_add=True, verbose_name="when"),
                ),
            ],
            database_operations=[
                migrations.RunSQL(
                    f"DROP INDEX IF EXISTS {_BY_TIME}",
                    reverse_sql=f"CREATE INDEX {_BY_TIME} ON annotations_event (at)",
                ),
            ],
        ),
    ]
