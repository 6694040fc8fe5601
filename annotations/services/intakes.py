"""From what an editor hands in to an article: kept at once, looked through, then saved."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

import extraction
from annotations.canonical import text_digest
from annotations.ingest.guesses import date_header, likely_title
from annotations.ingest.plain_text import read_plain_text
from annotations.models import Article, Intake
from annotations.partial_dates import format_partial_date
from annotations.queries.articles import articles_with_text
from annotations.services.articles import ArticleFields, BroughtIn, Manuscript, accepted_text, bring_in_article
from annotations.services.versions import VersionAdded, add_version


@dataclass(frozen=True, slots=True)
class Review:
    """What the editor confirms or corrects before the article is saved."""

    text: str  # canonical
    removed: int  # code points that canonical text does not keep, line ends and blanks apart
    encoding: str
    title: str
    language: str
    published_on: str  # "2023-09", empty where the text says nothing
    duplicates: list[Article]


def keep_intake(*, content: bytes, name: str, actor: User, article: Article | None = None) -> Intake:
    """Keeps what can become an article, or a version of one that is there. Raises an `InvalidText`."""
    accepted_text(read_plain_text(content, name=name).text)
    return Intake.objects.create(uploader=actor, name=name[:255], content=content, article=article)


def review_intake(intake: Intake) -> Review:
    decoded = read_plain_text(bytes(intake.content), name=intake.name)
    text = accepted_text(decoded.text)
    found = date_header(text)
    return Review(
        text=text,
        removed=_visible_length(decoded.text) - _visible_length(text),
        encoding=decoded.encoding if intake.name else "",
        title=likely_title(text),
        language=extraction.guess_language(text),
        published_on=(format_partial_date(*found) or "") if found else "",
        duplicates=list(articles_with_text(text_digest(text))[:10]),
    )


def save_intake(*, intake: Intake, fields: ArticleFields, actor: User) -> BroughtIn:
    """The intake becomes an article and is gone, all or nothing."""
    with transaction.atomic():
        result = bring_in_article(fields=fields, manuscript=manuscript_of(intake), actor=actor)
        intake.delete()
    return result


def save_as_version(*, intake: Intake, article: Article, actor: User) -> VersionAdded:
    """The intake becomes the newest version of the article and is gone, all or nothing."""
    with transaction.atomic():
        added = add_version(article=article, manuscript=manuscript_of(intake), actor=actor)
        intake.delete()
    return added


def manuscript_of(intake: Intake) -> Manuscript:
    content = bytes(intake.content)
    decoded = read_plain_text(content, name=intake.name)
    return Manuscript(text=decoded.text, content=content, encoding=decoded.encoding, name=intake.name)


def discard_intake(intake: Intake) -> None:
    intake.delete()


def _visible_length(text: str) -> int:
    return len("".join(text.split()))
