"""Sentences that were waved through, and the trigger that holds their words to the text."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


TABLE = "annotations_sentencereview"
TEXT = "(SELECT text FROM annotations_articleversion WHERE id = NEW.version_id)"
WORDS = f'substr({TEXT}, NEW."start" + 1, NEW."end" - NEW."start")'
MESSAGE = "the words are not those of the text at this place"


def _sqlite():
    for name, event in (("insert", "INSERT"), ("update", 'UPDATE OF version_id, "start", "end", exact')):
        yield (
            f"CREATE TRIGGER {TABLE}_span_{name} BEFORE {event} ON {TABLE} WHEN {WORDS} IS NOT NEW.exact "
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )


def _postgresql():
    yield (
        f"CREATE FUNCTION {TABLE}_check_span() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {WORDS} IS DISTINCT FROM NEW.exact THEN "
        f"RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$"
    )
    yield (
        f'CREATE TRIGGER {TABLE}_span BEFORE INSERT OR UPDATE OF version_id, "start", "end", exact ON {TABLE} '
        f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_check_span()"
    )


def create_trigger(apps, schema_editor):
    for statement in {"sqlite": _sqlite, "postgresql": _postgresql}[schema_editor.connection.vendor]():
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0004_the_check'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SentenceReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField(verbose_name='start')),
                ('end', models.PositiveIntegerField(verbose_name='end')),
                ('exact', models.TextField(verbose_name='exact words')),
                ('at', models.DateTimeField(verbose_name='waved through at')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back at')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='waved through by')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sentence_reviews', to='annotations.articleversion', verbose_name='version')),
            ],
            options={
                'verbose_name': 'sentence waved through',
                'verbose_name_plural': 'sentences waved through',
                'ordering': ['version_id', 'start', 'id'],
                'constraints': [models.UniqueConstraint(fields=('version', 'start', 'end'), name='sentence_review_once_per_place'), models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='sentence_review_start_before_end'), models.CheckConstraint(condition=models.Q(('end', django.db.models.expressions.CombinedExpression(models.F('start'), '+', django.db.models.functions.text.Length('exact')))), name='sentence_review_exact_as_long_as_span')],
            },
        ),
        migrations.RunPython(create_trigger),
    ]
