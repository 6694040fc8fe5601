"""Asking for suggestions, and the run that makes them."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Count
from django.db.models.functions import Now

import extraction
from annotations import jobs
from annotations.adapters.candidates import Suggestion, suggestions_from
from annotations.models import (
    Annotation,
    ArticleVersion,
    Event,
    SuggestionRun,
)
from annotations.services.events import Change, record
from annotations.services.learning import active_model
from annotations.services.locks import lock_articles_of
from annotations.services.rows import insert, unsaved
from annotations.services.search_index import index_annotations
from annotations.services.snapshots import KIND_MODELS, snapshot
from annotations.services.speakers import speakers_by_name

# Code points of context that must agree for a rejection in another version to count for this place.
_REJECTION_CONTEXT = 16
_CHUNK = 1000  # suggestions stored in one transaction


def request_suggestions(*, version: ArticleVersion, actor: User, because: str = "") -> SuggestionRun:
    """Records a run and hints the broker after commit. A version has one active run: that one is returned again.

    `because` stays in the record.
    """
    with transaction.atomic():
        lock_articles_of([version.pk])
        if (active := SuggestionRun.objects.active().filter(version=version).first()) is not None:
            return active
        try:
            with transaction.atomic():
                run = SuggestionRun.objects.create(version=version, requested_by=actor, due_at=Now())
        except IntegrityError:  # a second request was faster
            return SuggestionRun.objects.active().get(version=version)
        run.refresh_from_db()
        record(article_id=version.article_id, actor=actor, changes=[run_queued(run, because=because)])
        jobs.enqueue(SuggestionRun, run.pk)
    return run


def queue_suggestions(versions: Sequence[ArticleVersion], *, actor: User) -> list[SuggestionRun]:
    """The runs of versions stored in this very transaction; their events (`run_queued`) are the caller's to write."""
    runs = insert(unsaved(SuggestionRun, version=version, requested_by=actor, due_at=Now()) for version in versions)
    for run in runs:
        jobs.enqueue(SuggestionRun, run.pk)
    return runs


def run_queued(run: SuggestionRun, *, because: str = "") -> Change:
    new = {"version": run.version_id, **({"reason": because} if because else {})}
    return Change(Event.Verb.QUEUED, "run", run.pk, new=new)


def _work(run: SuggestionRun, lease: jobs.Lease) -> None:
    version = ArticleVersion.objects.select_related("article").get(pk=run.version_id)
    article = version.article
    learned = active_model()
    with jobs.Heartbeat(lease) as heartbeat:
        # Outside any transaction: this takes seconds on a long text.
        analysis = extraction.analyze(
            version.text,
            article.language,
            article.published_on if article.published_precision == "day" else None,
            on_progress=heartbeat.progress,
            quote_model=learned.quotes if learned else None,
        )
        suggestions = suggestions_from(analysis, version=version, run=run, model=learned.number if learned else None)
        for start in range(0, len(suggestions), _CHUNK):
            _store_chunk(suggestions[start : start + _CHUNK], version=version, lease=lease)
        _finish(run, lease, still_found={suggestion.place for suggestion in suggestions})


def _store_chunk(suggestions: list[Suggestion], *, version: ArticleVersion, lease: jobs.Lease) -> None:
    """Stores what is new, in a transaction of its own: nobody else who writes waits for a whole book.

    A run that is interrupted between two chunks stores the rest when it is taken up again. Raises `jobs.LeaseLost`.
    """
    with transaction.atomic():
        lock_articles_of([version.pk])
        jobs.hold(lease)
        changes = _store(_not_yet_decided(suggestions, version=version))
        record(article_id=version.article_id, actor=None, changes=changes)


def _finish(run: SuggestionRun, lease: jobs.Lease, *, still_found: set[tuple[str, int, int]]) -> None:
    """Withdraws what is no longer found and ends the run, in one transaction. Raises `jobs.LeaseLost`."""
    version = run.version
    paragraphs = sum(1 for line in version.text.split("\n") if line.strip())
    with transaction.atomic():
        lock_articles_of([version.pk])  # what a person decides at this moment is not withdrawn
        changes = _supersede(version, still_found=still_found)
        # What people had decided in the version before also carries this run, but is no suggestion of it.
        own = Annotation.objects.filter(run=run, carried_from=None)
        counted = own.order_by().values_list("kind").annotate(number=Count("pk"))
        counts = {**dict.fromkeys(Annotation.Kind.values, 0), **dict(counted)}
        jobs.end(
            lease,
            state=SuggestionRun.State.FINISHED,
            done=paragraphs,
            total=paragraphs,
            counts=counts,
            engine_version=extraction.__version__,
            error="",
            error_detail="",
        )
        changes.append(Change(Event.Verb.FINISHED, "run", run.pk, new={"counts": counts}))
        record(article_id=version.article_id, actor=None, changes=changes)


def _not_yet_decided(suggestions: list[Suggestion], *, version: ArticleVersion) -> list[Suggestion]:
    """Without what stands at the same place already, whoever put it there, and what was rejected in another version."""
    around = {"start__gte": suggestions[0].annotation.start, "start__lte": suggestions[-1].annotation.start}
    here = set(Annotation.objects.filter(version=version, **around).values_list("kind", "start", "end"))
    elsewhere = Annotation.objects.filter(version__article=version.article_id, state=Annotation.State.REJECTED)
    rejected = {
        (kind, exact, prefix[-_REJECTION_CONTEXT:], suffix[:_REJECTION_CONTEXT])
        for kind, exact, prefix, suffix in elsewhere.exclude(version=version).values_list(
            "kind", "exact", "prefix", "suffix"
        )
    }
    return [
        suggestion
        for suggestion in suggestions
        if suggestion.place not in here and suggestion.identity(_REJECTION_CONTEXT) not in rejected
    ]


def _supersede(version: ArticleVersion, *, still_found: set[tuple[str, int, int]]) -> list[Change]:
    """Withdraws earlier suggestions that nobody has decided on and that the engine no longer makes."""
    open_ones = Annotation.objects.awaiting_review().filter(version=version, run__isnull=False)
    withdrawn = [a for a in open_ones if (a.kind, a.start, a.end) not in still_found]
    for annotation in withdrawn:
        annotation.state = Annotation.State.SUPERSEDED
        annotation.revision += 1
    Annotation.objects.bulk_update(withdrawn, ["state", "revision"], batch_size=500)
    return [
        Change(Event.Verb.SUPERSEDED, "annotation", a.pk, old={"state": "suggested"}, new={"state": "superseded"})
        for a in withdrawn
    ]


def _store(suggestions: list[Suggestion]) -> list[Change]:
    """Writes annotations, their parts and their kind's own rows; a fixed number of statements for some thousand."""
    speakers = speakers_by_name({s.speaker_name for s in suggestions if s.speaker_name})
    index_annotations(insert(s.annotation for s in suggestions))
    parts = []
    for suggestion in suggestions:
        suggestion.attach(speakers.get(suggestion.speaker_name))
        parts.extend(suggestion.parts)
    insert(parts)
    for model in KIND_MODELS.values():
        insert(s.kind_row for s in suggestions if isinstance(s.kind_row, model))
    return [
        Change(Event.Verb.SUGGESTED, "annotation", s.annotation.pk, new=snapshot(s.annotation, s.parts, s.kind_row))
        for s in suggestions
    ]


def _record_failure(run: SuggestionRun) -> None:
    change = Change(Event.Verb.FAILED, "run", run.pk, new={"error": str(run.error)})
    record(article_id=run.version.article_id, actor=None, changes=[change])


KIND = jobs.Kind(model=SuggestionRun, work=_work, error=SuggestionRun.Error.ENGINE, record_failure=_record_failure)


def execute_run(run_id: int | None = None) -> bool:
    """Sees this run through, or the one that waits longest. False where there was none."""
    return jobs.execute(KIND, run_id)
