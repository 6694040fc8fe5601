"""Rows of a file that are articles: checked, and stored together where they are new."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware

import extraction
from annotations.canonical import text_digest
from annotations.errors import BelegError, ExternalIdTaken, FieldsInvalid
from annotations.formats.incoming import IncomingArticle, is_written, shown
from annotations.models import Article
from annotations.partial_dates import parse_partial_date
from annotations.services.articles import (
    ArticleFields,
    Manuscript,
    NewArticle,
    accepted_text,
    bring_in_article,
    store_articles,
)

Key = tuple[str, str, str | None]
PreparedArticle = NewArticle | BelegError  # what a row says, or what is wrong with it
_LANGUAGE_READ = 1_000  # code points: enough to tell two languages apart
_COLUMNS = [f for f in Article._meta.local_concrete_fields if f.name in ArticleFields.__dataclass_fields__]
_WRITTEN = ("title", "byline", "outlet", "source_url", "language", "desk")


@dataclass(frozen=True, slots=True)
class Stored:
    """The article of a row, or why there is none."""

    article: int | None
    is_new: bool = False
    error: BelegError | None = None


def prepare_articles(rows: Sequence[IncomingArticle], *, desk: str) -> list[PreparedArticle]:
    """Asks the database nothing, so that nobody has to wait meanwhile."""
    return [_prepared(row, desk) for row in rows]


def import_articles(prepared: Sequence[PreparedArticle], *, actor: User) -> list[Stored]:
    """One result a row. What is there already is left as it is: by its external number within the outlet, or the same
    title and text from the same person.
    """
    good = [one for one in prepared if isinstance(one, NewArticle)]
    with transaction.atomic():
        # One file after the other of a person: handed in twice, another worker may be reading it at this moment.
        User.objects.select_for_update(no_key=True).only("pk").get(pk=actor.pk)
        known = _known(good, actor=actor)
        new = {key: one for one in good if (key := _key(one)) not in known}
        stored = _store(new, actor=actor)
    results, told = [], set()
    for one in prepared:
        if isinstance(one, BelegError):
            results.append(Stored(None, error=one))
            continue
        key = _key(one)
        found = stored.get(key) or Stored(known[key])
        # A row that repeats an earlier one of this file is there already.
        results.append(replace(found, is_new=found.is_new and key not in told))
        told.add(key)
    return results


def _key(one: NewArticle) -> Key:
    """What makes two articles the same."""
    if one.fields.external_id:
        return "number", one.fields.outlet, one.fields.external_id
    return "text", one.fields.title, text_digest(one.text)


def _known(new: Sequence[NewArticle], *, actor: User) -> dict[Key, int]:
    """One query for those with an external number, one for those without."""
    visible = Article.objects.visible_to(actor)
    numbers = {one.fields.external_id for one in new if one.fields.external_id}
    named = visible.filter(external_id__in=numbers) if numbers else visible.none()
    digests = {text_digest(one.text) for one in new if not one.fields.external_id}
    own = visible.filter(uploader=actor, versions__sha256__in=digests).order_by("-pk") if digests else visible.none()
    return {
        **{("number", outlet, number): pk for outlet, number, pk in named.values_list("outlet", "external_id", "pk")},
        **{("text", title, digest): pk for title, digest, pk in own.values_list("title", "versions__sha256", "pk")},
    }


def _store(new: dict[Key, NewArticle], *, actor: User) -> dict[Key, Stored]:
    """All at once; one by one where somebody else was faster with an external number: hers is there already."""
    if not new:
        return {}
    try:
        with transaction.atomic():
            stored = store_articles(list(new.values()), actor=actor)
        return {key: Stored(one.article.pk, is_new=True) for key, one in zip(new, stored, strict=True)}
    except IntegrityError:
        return {key: _store_one(one, actor=actor) for key, one in new.items()}


def _store_one(one: NewArticle, *, actor: User) -> Stored:
    try:
        result = bring_in_article(fields=one.fields, manuscript=one.manuscript, actor=actor)
    except ExternalIdTaken as error:
        there = error.details["article"]  # None where the actor may not see it
        return Stored(there) if there is not None else Stored(None, error=error)
    except BelegError as error:
        return Stored(None, error=error)
    return Stored(result.article.pk, is_new=True)


def _prepared(row: IncomingArticle, desk: str) -> PreparedArticle:
    try:
        text = accepted_text(row.text)
        fields = _fields(row.values, text, desk)
    except BelegError as error:
        return error
    content = row.content if row.content is not None else row.text.encode("utf-8", "surrogatepass")
    manuscript = Manuscript(text=row.text, content=content, encoding=row.encoding, name=row.name)
    return NewArticle(fields, manuscript, text)


def _fields(values: dict[str, Any], text: str, desk: str) -> ArticleFields:
    """Raises `FieldsInvalid`."""
    written = {name: values[name] for name in _WRITTEN if values.get(name) not in (None, "")}
    for name, value in written.items():
        if not is_written(value):
            raise FieldsInvalid(problem=f"{name}: {shown(value)}")
    if not written.get("language"):
        written["language"] = extraction.guess_language(text[:_LANGUAGE_READ])
    written.setdefault("desk", desk)
    written["title"] = " ".join(written.get("title", "").split())
    date, precision = _date(values.get("published_on"))
    external = values.get("external_id")
    fields = ArticleFields(
        **written,
        published_on=date,
        published_precision=precision,
        external_id=str(external) if external not in (None, "") else None,
        embargo_until=_time(values.get("embargo_until")),
    )
    if problems := [f"{c.name}: {' '.join(said)}" for c in _COLUMNS if (said := _problems(c, getattr(fields, c.name)))]:
        raise FieldsInvalid(problem="; ".join(problems))
    return fields


def _problems(field: models.Field[Any, Any], value: Any) -> list[str]:
    """As the model's own check has it, which needs a row to look at."""
    if field.blank and value in field.empty_values:
        return []
    try:
        field.clean(value, None)
    except ValidationError as error:
        return error.messages
    return []


def _date(written: Any) -> tuple[datetime.date | None, str]:
    if written in (None, ""):
        return None, ""
    try:
        return parse_partial_date(written)
    except (ValueError, TypeError, AttributeError) as error:
        raise FieldsInvalid(problem=f"published_on: {shown(written)}") from error


def _time(written: Any) -> datetime.datetime | None:
    if written in (None, ""):
        return None
    try:
        found = parse_datetime(written)
        if found is not None:
            return (make_aware(found) if is_naive(found) else found).astimezone(datetime.UTC)
    except (ValueError, TypeError, OverflowError):  # the last: beyond the first or last year, somewhere on earth
        pass
    raise FieldsInvalid(problem=f"embargo_until: {shown(written)}")
