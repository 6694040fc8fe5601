"""PostgreSQL: who writes events says from which number on, so that a reader never passes one that is still to come.

Numbers are given before transactions end, and these end in another order. A reader of "what came after n" must not
see 11 while 10 may still appear. Each writing transaction holds a shared advisory lock whose key is the newest number
there was when it began to write; a reader goes no further than the smallest key that is held. Nobody waits for
anybody. SQLite has one writer at a time, and needs none of this.
"""

from django.db import migrations

LOCK_SPACE = 0x42454C47  # the upper half of the keys: "BELG"

ANNOUNCE = f"""
CREATE FUNCTION annotations_event_announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Once per transaction; undone together with the lock by a savepoint.
  IF current_setting('beleg.writes_events', true) IS DISTINCT FROM 'on' THEN
    PERFORM pg_advisory_xact_lock_shared(
      ({LOCK_SPACE}::bigint << 32) | ((SELECT last_value FROM annotations_event_id_seq) & 4294967295)
    );
    PERFORM set_config('beleg.writes_events', 'on', true);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER annotations_event_announce BEFORE INSERT ON annotations_event
FOR EACH STATEMENT EXECUTE FUNCTION annotations_event_announce();
"""


def announce(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(ANNOUNCE)


class Migration(migrations.Migration):
    dependencies = [("annotations", "0010_export_permission")]
    operations = [migrations.RunPython(announce)]
