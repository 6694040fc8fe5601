"""A changed manuscript: a new version of an article, to which marks and verdicts move along."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from django.contrib.auth.models import User
from django.db import transaction

from annotations.canonical import text_digest
from annotations.models import Article, ArticleVersion, SuggestionRun
from annotations.queries.articles import newest_run, newest_version
from annotations.services.articles import Manuscript, accepted_text, store_version
from annotations.services.carrying import Carried, carry_over, plan
from annotations.services.suggestions import request_suggestions
from extraction.anchoring import Alignment, Stretch


@dataclass(frozen=True, slots=True)
class VersionAdded:
    """`is_new` is false where the newest version has this very text already: nothing was changed then."""

    version: ArticleVersion
    run: SuggestionRun | None
    carried: Carried = field(default_factory=Carried)
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class VersionPreview:
    """What a new version would change: `stretches` of both texts in order, and what becomes of the marks."""

    text: str  # canonical
    replaces: ArticleVersion
    stretches: list[Stretch]
    carried: Carried

    @property
    def is_same_text(self) -> bool:
        return self.text == self.replaces.text


def add_version(*, article: Article, manuscript: Manuscript, actor: User) -> VersionAdded:
    """Stores the text as the newest version, carries marks and verdicts over, and records a suggestion run.

    All or nothing. The same text twice changes nothing. A released article is in check again.
    Raises `EmptyText` or `TextTooLong`.
    """
    text = accepted_text(manuscript.text)
    with transaction.atomic():
        current = Article.objects.select_for_update().get(pk=article.pk)
        newest = newest_version(current)
        if newest.sha256 == text_digest(text):
            return VersionAdded(newest, newest_run(newest), is_new=False)
        version = store_version(
            article=current, number=newest.number + 1, text=text, manuscript=manuscript, actor=actor
        )
        run = request_suggestions(version=version, actor=actor)
        carried = carry_over(old=newest, new=version, alignment=Alignment(newest.text, text), run=run, actor=actor)
    return VersionAdded(version, run, carried)


def preview_version(*, article: Article, text: str) -> VersionPreview:
    """Changes nothing. Raises `EmptyText` or `TextTooLong`."""
    canonical = accepted_text(text)
    newest = newest_version(article)
    alignment = Alignment(newest.text, canonical)
    return VersionPreview(canonical, newest, list(alignment.stretches()), plan(newest, canonical, alignment))


def version_changes(*, old: ArticleVersion, new: ArticleVersion) -> list[Stretch]:
    """Both texts from beginning to end."""
    return list(Alignment(old.text, new.text).stretches())


def carry_to_newest(*, version: ArticleVersion, actor: User) -> Carried:
    """Brings what has been decided in an old version since the next one came; says what became of its marks."""
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=version.article_id)
        versions = list(ArticleVersion.objects.filter(article=article, number__gte=version.number).order_by("number"))
        carried = Carried()
        for old, new in pairwise(versions):
            run = newest_run(new) or request_suggestions(version=new, actor=actor)
            carried = carry_over(old=old, new=new, alignment=Alignment(old.text, new.text), run=run, actor=actor)
    return carried
