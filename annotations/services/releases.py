"""The sign-off: freeze what was checked into a dossier; put right what was wrong all the same."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from annotations.errors import CorrectionMissing, NotReleased, ReasonMissing, StillOpen
from annotations.models import Annotation, Article, ArticleVersion, Correction, Event, Release
from annotations.queries.checks import facts_in_full, release_conditions
from annotations.queries.dossiers import digest_of, dossier_of
from annotations.services.events import Change, record


def release_article(*, article: Article, actor: User, reason: str = "") -> Release:
    """Signs for the newest version. A `reason` passes over open conditions, which the release lists.

    An article that is released already answers its release. Raises `StillOpen`.
    """
    with transaction.atomic():
        current = Article.objects.select_for_update().get(pk=article.pk)
        version = ArticleVersion.objects.select_related("article").filter(article=current).order_by("-number")[0]
        latest = Release.objects.filter(version=version).order_by("-id").first()
        if current.state == Article.State.RELEASED and latest is not None:
            return latest
        facts = facts_in_full(version)
        conditions = release_conditions(version, facts)
        still_open = {condition.code: condition.number for condition in conditions if not condition.is_met}
        if still_open and not reason.strip():
            raise StillOpen(conditions=still_open)
        dossier = dossier_of(version, facts)
        release = Release.objects.create(
            version=version,
            by=actor,
            reason=reason.strip() if still_open else "",
            open_conditions=still_open,
            dossier=dossier,
            sha256=digest_of(dossier),
        )
        # The event first: the record must not take the release itself for a change of a released article.
        change = Change(
            Event.Verb.RELEASED,
            "article",
            current.pk,
            old={"state": str(current.state)},
            new={"state": str(Article.State.RELEASED), "release": release.pk, "sha256": release.sha256},
        )
        record(article_id=current.pk, actor=actor, changes=[change])
        Article.objects.filter(pk=current.pk).update(state=Article.State.RELEASED)
    return release


def reopen_article(*, article: Article, actor: User, reason: str) -> None:
    """Takes the sign-off back, with the reason in the record. Raises `ReasonMissing` or `NotReleased`."""
    if not reason.strip():
        raise ReasonMissing()
    with transaction.atomic():
        current = Article.objects.select_for_update().get(pk=article.pk)
        if current.state != Article.State.RELEASED:
            raise NotReleased()
        Article.objects.filter(pk=current.pk).update(state=Article.State.IN_CHECK)
        change = Change(
            Event.Verb.REOPENED,
            "article",
            current.pk,
            old={"state": str(current.state)},
            new={"state": str(Article.State.IN_CHECK), "reason": reason.strip()},
        )
        record(article_id=current.pk, actor=actor, changes=[change])


def correct_published(*, annotation: Annotation, text: str, actor: User) -> Correction:
    """Attaches a correction to a fact of the last release; the dossier itself stays as it was signed.

    Raises `CorrectionMissing`, and `NotReleased` where the fact was in no release.
    """
    if not text.strip():
        raise CorrectionMissing()
    release = next((r for r in Release.objects.filter(version=annotation.version_id) if _contains(r, annotation)), None)
    if release is None:
        raise NotReleased()
    with transaction.atomic():
        correction = Correction.objects.create(release=release, annotation=annotation, text=text.strip(), by=actor)
        change = Change(
            Event.Verb.CORRECTED,
            "annotation",
            annotation.pk,
            new={"correction": correction.pk, "text": correction.text, "release": release.pk},
        )
        record(article_id=annotation.version.article_id, actor=actor, changes=[change])
    return correction


def _contains(release: Release, annotation: Annotation) -> bool:
    return any(fact["id"] == annotation.pk for fact in release.dossier["facts"])
