"""Finding by words, in every inflection: articles by title, byline, text and who is quoted; marks by their words and
who said them. One subquery, so that a list costs no query more.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from annotations.stemming import stems

MOST_WORDS = 20
_TABLES = {"article": "annotations_articlesearch", "annotation": "annotations_annotationsearch"}

_SPEAKERS = "SELECT id FROM annotations_speaker WHERE {like}"
# What a speaker of that name said or claimed.
_SAID = {
    "annotation": (
        "SELECT annotation_id FROM annotations_quote WHERE speaker_id IN ({speakers}) UNION "
        "SELECT annotation_id FROM annotations_claim WHERE claimant_id IN ({speakers})"
    ),
    "article": (
        "SELECT v.article_id FROM annotations_quote q JOIN annotations_annotation a ON a.id = q.annotation_id "
        "JOIN annotations_articleversion v ON v.id = a.version_id "
        "WHERE a.deleted_at IS NULL AND a.hidden_at IS NULL AND q.speaker_id IN ({speakers})"
    ),
}


def with_words(queryset: QuerySet[Any], words: str, *, of: str) -> Any:
    """Those that have all the words, or a speaker whose name has them; `of` is "article" or "annotation"."""
    wanted = list(dict.fromkeys(stems(words)))[:MOST_WORDS]
    if not wanted:
        return queryset.none()
    indexed, parameters = _indexed(of, wanted)
    speakers, name = _speakers(words)
    said = _SAID[of].format(speakers=speakers)
    parameters += [name] * said.count("%s")
    return queryset.filter(pk__in=RawSQL(f"{indexed} UNION {said}", parameters))


def _indexed(of: str, wanted: list[str]) -> tuple[str, list[Any]]:
    table = _TABLES[of]
    if connection.vendor == "postgresql":
        return f"SELECT {of}_id FROM {table} WHERE string_to_array(stems, ' ') @> %s::text[]", [wanted]
    # Quoted, so that no word is read as an operator of the query language; stems hold letters and digits only.
    return f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH %s", [" ".join(f'"{stem}"' for stem in wanted)]


def _speakers(words: str) -> tuple[str, str]:
    escaped = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    like = "name ILIKE %s" if connection.vendor == "postgresql" else "name LIKE %s ESCAPE '\\'"
    return _SPEAKERS.format(like=like), f"%{escaped}%"
