"""Bringing articles in and changing what is known about them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.canonical import RULES_NUMBER, canonical_text, text_digest
from annotations.errors import EmptyText, ExternalIdTaken, NotAllowed, NotThere, StaleRevision, TextTooLong, WasReleased
from annotations.models import Article, ArticleVersion, Event, OriginalFile, Release, SuggestionRun
from annotations.queries.articles import newest_version
from annotations.querysets import MODERATES
from annotations.services.events import Change, record, record_first
from annotations.services.rows import insert, unsaved
from annotations.services.search_index import index_articles
from annotations.services.snapshots import ARTICLE_FIELDS, article_values, difference, state_tag
from annotations.services.suggestions import queue_suggestions, run_queued


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
    external_id: str | None = None  # the number another system has for it; once per outlet
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


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that is not stored yet; `text` is canonical."""

    fields: ArticleFields
    manuscript: Manuscript
    text: str


def bring_in_article(*, fields: ArticleFields, manuscript: Manuscript, actor: User) -> BroughtIn:
    """Stores the article, its first version and its original, and records a suggestion run, all or nothing.

    Raises `EmptyText`, `TextTooLong` or `ExternalIdTaken`.
    """
    text = accepted_text(manuscript.text)
    with transaction.atomic():
        twins = Article.objects.filter(versions__sha256=text_digest(text)).distinct()
        duplicates = list(twins.visible_to(actor).order_by("id")[:10])
        try:
            with transaction.atomic():
                [stored] = store_articles([NewArticle(fields, manuscript, text)], actor=actor)
        except IntegrityError as error:
            raise_if_taken(fields.external_id, fields.outlet, actor=actor, error=error)
            raise
        stored.run.refresh_from_db()
    return replace(stored, duplicates=duplicates)


def store_articles(new: Sequence[NewArticle], *, actor: User) -> list[BroughtIn]:
    """All rows of new articles, inside the transaction of the caller: a fixed number of statements for some hundred.

    Raises `IntegrityError` where an outlet has the external number already.
    """
    names = ArticleFields.__dataclass_fields__
    articles = insert(
        unsaved(Article, uploader=actor, **{name: getattr(one.fields, name) for name in names}) for one in new
    )
    versions = insert(
        _version(article, number=1, text=one.text, actor=actor) for article, one in zip(articles, new, strict=True)
    )
    insert(_original(v, one.manuscript) for v, one in zip(versions, new, strict=True))
    runs = queue_suggestions(versions, actor=actor)
    record_first(
        actor=actor,
        changes={
            article: [
                Change(Event.Verb.CREATED, "article", article.pk, new=article_values(article)),
                _version_created(version),
                run_queued(run),
            ]
            for article, version, run in zip(articles, versions, runs, strict=True)
        },
    )
    index_articles([(article, one.text) for article, one in zip(articles, new, strict=True)])
    return [BroughtIn(*rows) for rows in zip(articles, versions, runs, strict=True)]


def store_version(*, article: Article, number: int, text: str, manuscript: Manuscript, actor: User) -> ArticleVersion:
    """The version's row, its original and its event, inside the transaction of the caller. `text` is canonical."""
    version = _version(article, number=number, text=text, actor=actor)
    version.save(force_insert=True)
    _original(version, manuscript).save(force_insert=True)
    record(article_id=article.pk, actor=actor, changes=[_version_created(version)])
    index_articles([(article, text)])
    return version


def _version(article: Article, *, number: int, text: str, actor: User) -> ArticleVersion:
    return unsaved(
        ArticleVersion,
        article=article,
        number=number,
        text=text,
        length=len(text),
        sha256=text_digest(text),
        canonical_rules=RULES_NUMBER,
        created_by=actor,
    )


def _original(version: ArticleVersion, manuscript: Manuscript) -> OriginalFile:
    return unsaved(
        OriginalFile,
        version=version,
        name=manuscript.name[:255],
        encoding=manuscript.encoding,
        content=manuscript.content,
    )


def _version_created(version: ArticleVersion) -> Change:
    new = {"number": version.number, "sha256": version.sha256, "length": version.length}
    return Change(Event.Verb.CREATED, "version", version.pk, new=new)


def change_article(*, article: Article, values: Mapping[str, Any], actor: User, expected: str | None = None) -> Article:
    """Changes fields of `ArticleFields`, `state` or `is_completely_annotated`; records what differs, if anything.

    `expected` is the `state_tag` the change is based on. Raises `StaleRevision` if it is another by now, or
    `ExternalIdTaken`.
    """

    def apply(current: Article) -> None:
        for name, value in values.items():
            setattr(current, name, value)

    return _apply(article, apply, verb=Event.Verb.CHANGED, actor=actor, expected=expected)


def delete_article(*, article: Article, actor: User, expected: str | None = None, because: str = "") -> Article:
    """Moves it to the bin, with all that belongs to it: nobody finds it until it is taken out again.

    `because` stays in the record.

    Raises `NotAllowed` for whoever neither brought it in nor moderates, `WasReleased`, or `StaleRevision`.
    """
    if Release.objects.filter(version__article=article).exists():
        raise WasReleased()
    return _bin(article, timezone.now(), actor=actor, expected=expected, because=because)


def restore_article(*, article: Article, actor: User, because: str = "") -> Article:
    """Takes it out of the bin. Raises `NotAllowed` for whoever neither brought it in nor moderates.

    `NotThere` where it has been purged since.
    """
    return _bin(article, None, actor=actor, expected=None, because=because)


def _bin(article: Article, at: datetime.datetime | None, *, actor: User, expected: str | None, because: str) -> Article:
    if article.uploader_id != actor.pk and not actor.has_perm(MODERATES):
        raise NotAllowed()
    if at is None and not article.versions.exists():  # purged: only the record of it is left
        raise NotThere(number=article.pk)

    def apply(current: Article) -> None:
        if (current.deleted_at is None) != (at is None):
            current.deleted_at = at

    verb = Event.Verb.RESTORED if at is None else Event.Verb.DELETED
    return _apply(article, apply, verb=verb, actor=actor, expected=expected, because=because)


def _apply(
    article: Article,
    change: Callable[[Article], None],
    *,
    verb: str,
    actor: User,
    expected: str | None,
    because: str = "",
) -> Article:
    with transaction.atomic():
        current = Article.objects.select_for_update().get(pk=article.pk)
        before = article_values(current)
        if expected not in (None, state_tag(before)):
            raise StaleRevision(current)
        change(current)
        old, new = difference(before, article_values(current))
        if new:
            _save(current, actor=actor, update_fields=[*ARTICLE_FIELDS, "deleted_at"])
            new = {**new, "reason": because} if because else new
            record(article_id=current.pk, actor=actor, changes=[Change(verb, "article", current.pk, old=old, new=new)])
            if {"title", "byline"} & new.keys():
                index_articles([(current, newest_version(current).text)])
    return current


def _save(article: Article, *, actor: User, **how: Any) -> None:
    """Raises `ExternalIdTaken`."""
    try:
        with transaction.atomic():
            article.save(**how)
    except IntegrityError as error:
        raise_if_taken(article.external_id, article.outlet, actor=actor, error=error, but=article.pk)
        raise


def raise_if_taken(
    external_id: str | None, outlet: str, *, actor: User, error: Exception, but: int | None = None
) -> None:
    """Raises `ExternalIdTaken` if that is what went wrong; which article has it, only those learn who may see it."""
    same = Article.objects.filter(outlet=outlet, external_id=external_id).exclude(pk=but or 0)
    if external_id is not None and same.exists():
        seen = same.visible_to(actor).values_list("pk", flat=True).first()
        raise ExternalIdTaken(external_id=external_id, article=seen) from error
