"""Stems of what is there already, and the databases' own indexes over them."""

import django.db.models.deletion
from django.db import migrations, models

from annotations.stemming import distinct_stems

TABLES = {"annotations_articlesearch": "article_id", "annotations_annotationsearch": "annotation_id"}
BATCH = 500


def index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(
                f"CREATE INDEX {table}_stems ON {table} USING gin (string_to_array(stems, ' ')) WITH (fastupdate = off)"
            )
        return
    for table, key in TABLES.items():
        removed = f"INSERT INTO {table}_fts({table}_fts, rowid, stems) VALUES ('delete', OLD.{key}, OLD.stems);"
        added = f"INSERT INTO {table}_fts(rowid, stems) VALUES (NEW.{key}, NEW.stems);"
        # Only whether a word is there is asked, never where or how often.
        schema_editor.execute(
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5(stems, content='{table}', content_rowid='{key}', "
            "tokenize='unicode61 remove_diacritics 0', detail=none, columnsize=0)"
        )
        for name, event, act in (
            ("added", "INSERT", added),
            ("removed", "DELETE", removed),
            ("changed", "UPDATE", removed + added),
        ):
            schema_editor.execute(
                f"CREATE TRIGGER {table}_{name} AFTER {event} ON {table} BEGIN {act} END"
            )


def fill(apps, schema_editor):
    Article = apps.get_model("annotations", "Article")
    ArticleVersion = apps.get_model("annotations", "ArticleVersion")
    Annotation = apps.get_model("annotations", "Annotation")
    ArticleSearch = apps.get_model("annotations", "ArticleSearch")
    AnnotationSearch = apps.get_model("annotations", "AnnotationSearch")
    rows = []
    for article in Article.objects.only("title", "byline").iterator(BATCH):
        newest = ArticleVersion.objects.filter(article=article).order_by("-number").values_list("text", flat=True)
        words = f"{article.title}\n{article.byline}\n{newest.first() or ''}"
        rows.append(ArticleSearch(article=article, stems=distinct_stems(words)))
        if len(rows) == BATCH:
            ArticleSearch.objects.bulk_create(rows)
            rows = []
    ArticleSearch.objects.bulk_create(rows)
    rows = []
    for pk, exact in Annotation.objects.values_list("pk", "exact").iterator(BATCH):
        rows.append(AnnotationSearch(annotation_id=pk, stems=distinct_stems(exact)))
        if len(rows) == BATCH:
            AnnotationSearch.objects.bulk_create(rows)
            rows = []
    AnnotationSearch.objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("annotations", "0012_exports")]
    operations = [
        migrations.CreateModel(
            name="ArticleSearch",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="annotations.article",
                    ),
                ),
                ("stems", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="AnnotationSearch",
            fields=[
                (
                    "annotation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="annotations.annotation",
                    ),
                ),
                ("stems", models.TextField()),
            ],
        ),
        migrations.RunPython(index),
        migrations.RunPython(fill),
    ]
