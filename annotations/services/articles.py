"""Bringing articles in and changing what is known about them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from annotations.canonical import RULES_NUMBER, canonical_text, text_digest
from annotations.errors import EmptyText, TextTooLong
from annotations.models import Article, ArticleVersion, Event, OriginalFile, SuggestionRun
from annotations.services.events import Change, record
from annotations.services.suggestions import request_suggestions


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What came in: the text as it was read, and the bytes it was read from."""

    text: str
    content: bytes
    encoding: str = "utf-8"
    name: str = ""  # of the file; empty for pasted or pushed text

    @classmethod
    def pasted(cls, text: str) -> Manuscript:
        return cls(text=text, content=text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class ArticleFields:
    """What is known about an article besides its text."""

    title: str
    byline: str = ""
    outlet: str = ""
    source_url: str = ""
    language: str = Article.Language.GERMAN
    published_on: datetime.date | None = None
    published_precision: str = ""
    desk: str = ""
    embargo_until: datetime.datetime | None = None  # who may see the article before, `ArticleQuerySet.visible_to` says


@dataclass(frozen=True, slots=True)
class BroughtIn:
    article: Article
    version: ArticleVersion
    run: SuggestionRun
    duplicates: list[Article] = field(default_factory=list)


def accepted_text(raw: str) -> str:
    """The canonical text of `raw`. Raises `EmptyText` or `TextTooLong`."""
    text = canonical_text(raw)
    if not text:
        raise EmptyText()
    if len(text) > settings.TEXT_LIMIT_CODE_POINTS:
        raise TextTooLong(length=len(text), limit=settings.TEXT_LIMIT_CODE_POINTS)
    return text


def bring_in_article(*, fields: ArticleFields, manuscript: Manuscript, actor: User) -> BroughtIn:
    """Stores the article, its first version and its original, and records a suggestion run, all or nothing.

    Raises `EmptyText` or `TextTooLong`.
    """
    text = accepted_text(manuscript.text)
    with transaction.atomic():
        twins = Article.objects.filter(versions__sha256=text_digest(text)).distinct()
        duplicates = list(twins.order_by("id")[:10])
        article = Article.objects.create(
            uploader=actor, **{name: getattr(fields, name) for name in ArticleFields.__dataclass_fields__}
        )
        record(
            article_id=article.pk,
            actor=actor,
            changes=[Change(Event.Verb.CREATED, "article", article.pk, new=_recorded(article))],
        )
        version = store_version(article=article, number=1, text=text, manuscript=manuscript, actor=actor)
        run = request_suggestions(version=version, actor=actor)
    return BroughtIn(article=article, version=version, run=run, duplicates=duplicates)


def store_version(*, article: Article, number: int, text: str, manuscript: Manuscript, actor: User) -> ArticleVersion:
    """The version's row, its original and its event, inside the transaction of the caller. `text` is canonical."""
    version = ArticleVersion.objects.create(
        article=article,
        number=number,
        text=text,
        length=len(text),
        sha256=text_digest(text),
        canonical_rules=RULES_NUMBER,
        created_by=actor,
    )
    OriginalFile.objects.create(
        version=version, name=manuscript.name[:255], encoding=manuscript.encoding, content=manuscript.content
    )
    new = {"number": number, "sha256": version.sha256, "length": version.length}
    record(article_id=article.pk, actor=actor, changes=[Change(Event.Verb.CREATED, "version", version.pk, new=new)])
    return version


def change_article(*, article: Article, values: Mapping[str, Any], actor: User) -> Article:
    """Changes fields of `ArticleFields`, `state` or `is_completely_annotated`; records what differs, if anything."""
    with transaction.atomic():
        current = Article.objects.select_for_update().get(pk=article.pk)
        before = _recorded(current)
        for name, value in values.items():
            setattr(current, name, value)
        after = _recorded(current)
        differing = [name for name in after if after[name] != before[name]]
        if differing:
            current.save(update_fields=list(values))
            change = Change(
                Event.Verb.CHANGED,
                "article",
                current.pk,
                old={name: before[name] for name in differing},
                new={name: after[name] for name in differing},
            )
            record(article_id=current.pk, actor=actor, changes=[change])
    return current


def _recorded(article: Article) -> dict[str, Any]:
    names = (*ArticleFields.__dataclass_fields__, "state", "is_completely_annotated")
    values = {name: getattr(article, name) for name in names}
    values["published_on"] = article.published_on.isoformat() if article.published_on else None
    embargo = article.embargo_until
    values["embargo_until"] = embargo.astimezone(datetime.UTC).isoformat() if embargo else None
    return values
