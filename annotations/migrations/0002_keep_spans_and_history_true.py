"""Triggers: what a check constraint cannot see because it lies in another table.

1. The words of an annotation or a part are those of its version's text at its place.
2. The text of a version never changes.
3. An event never changes.
4. A row for quotes, claims or figures belongs to an annotation of that kind.

The first has one exception: what a suggestion run inserts into a text of more than 200 000 code points is checked by the
service alone. Both databases read such a text from its beginning for every row, and a million code points with thirty
thousand suggestions would hold the database for over a minute.
"""

from django.db import migrations

ANNOTATION, PART, VERSION, EVENT = (
    "annotations_annotation",
    "annotations_annotationpart",
    "annotations_articleversion",
    "annotations_event",
)

# text of the version a new row belongs to
TEXT_OF = {
    ANNOTATION: f"(SELECT text FROM {VERSION} WHERE id = NEW.version_id)",
    PART: f"(SELECT v.text FROM {VERSION} v JOIN {ANNOTATION} a ON a.version_id = v.id WHERE a.id = NEW.annotation_id)",
}
# Whether a new row is checked: by hand always, by a run up to this length.
CHECKED_LENGTH = 200_000
IS_CHECKED = {
    ANNOTATION: f"(NEW.run_id IS NULL OR (SELECT length FROM {VERSION} WHERE id = NEW.version_id) <= {CHECKED_LENGTH})",
    PART: (
        f"(SELECT a.run_id IS NULL OR v.length <= {CHECKED_LENGTH} FROM {VERSION} v "
        f"JOIN {ANNOTATION} a ON a.version_id = v.id WHERE a.id = NEW.annotation_id)"
    ),
}
SPAN_MESSAGE = "the words are not those of the text at this place"
FROZEN = {VERSION: "the text of a version never changes", EVENT: "an event never changes"}
KIND_MESSAGE = "the annotation is of another kind"


def _sqlite():
    for table, text in TEXT_OF.items():
        wrong = f'substr({text}, NEW."start" + 1, NEW."end" - NEW."start") IS NOT NEW.exact'
        columns = '"start", "end", exact'
        checked = {"insert": f"{IS_CHECKED[table]} AND {wrong}", "update": wrong}
        for name, event in (("insert", "INSERT"), ("update", f"UPDATE OF {columns}")):
            yield (
                f"CREATE TRIGGER {table}_span_{name} BEFORE {event} ON {table} WHEN {checked[name]} "
                f"BEGIN SELECT RAISE(ABORT, '{SPAN_MESSAGE}'); END"
            )
    for table, message in FROZEN.items():
        columns = " OF text, sha256, number, article_id" if table == VERSION else ""
        yield (
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE{columns} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
    for kind in ("quote", "claim", "figure"):
        yield (
            f"CREATE TRIGGER annotations_{kind}_of_its_kind BEFORE INSERT ON annotations_{kind} "
            f"WHEN (SELECT kind FROM {ANNOTATION} WHERE id = NEW.annotation_id) IS NOT '{kind}' "
            f"BEGIN SELECT RAISE(ABORT, '{KIND_MESSAGE}'); END"
        )


def _postgresql():
    for table, text in TEXT_OF.items():
        yield (
            f"CREATE FUNCTION {table}_check_span() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF TG_OP = 'INSERT' AND NOT {IS_CHECKED[table]} THEN RETURN NEW; END IF; "
            f'IF substr({text}, NEW."start" + 1, NEW."end" - NEW."start") IS DISTINCT FROM NEW.exact THEN '
            f"RAISE EXCEPTION '{SPAN_MESSAGE}' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$"
        )
        yield (
            f'CREATE TRIGGER {table}_span BEFORE INSERT OR UPDATE OF "start", "end", exact ON {table} '
            f"FOR EACH ROW EXECUTE FUNCTION {table}_check_span()"
        )
    for table, message in FROZEN.items():
        columns = " OF text, sha256, number, article_id" if table == VERSION else ""
        yield (
            f"CREATE FUNCTION {table}_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{message}' USING ERRCODE = 'check_violation'; END $$"
        )
        yield (
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE{columns} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse_change()"
        )
    for kind in ("quote", "claim", "figure"):
        yield (
            f"CREATE FUNCTION annotations_{kind}_check_kind() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF (SELECT kind FROM {ANNOTATION} WHERE id = NEW.annotation_id) IS DISTINCT FROM '{kind}' THEN "
            f"RAISE EXCEPTION '{KIND_MESSAGE}' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$"
        )
        yield (
            f"CREATE TRIGGER annotations_{kind}_of_its_kind BEFORE INSERT ON annotations_{kind} "
            f"FOR EACH ROW EXECUTE FUNCTION annotations_{kind}_check_kind()"
        )


def create_triggers(apps, schema_editor):
    statements = {"sqlite": _sqlite, "postgresql": _postgresql}[schema_editor.connection.vendor]
    for statement in statements():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("annotations", "0001_initial")]
    operations = [migrations.RunPython(create_triggers)]
