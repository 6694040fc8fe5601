"""What changed in an article since an event: what a workbench asks for every two seconds."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.models import Annotation, Article, ArticleVersion, Event, SentenceReview, SuggestionRun
from annotations.queries.annotations import with_details
from annotations.queries.articles import newest_run, newest_version

# Events read at once; a reader who is further behind asks again from `next`.
CHANGES_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Changes:
    """`next` is the event to ask from the next time; `has_more` says that it can be asked for at once."""

    next: int
    has_more: bool
    version: ArticleVersion
    run: SuggestionRun | None
    annotations: list[Annotation]
    hidden: list[int]  # annotations a moderator has hidden: to be taken out of sight
    sentences: list[SentenceReview]


def changes_since(article: Article, *, since: int) -> Changes:
    """The present state of every annotation and sentence touched by events after number `since`.

    Seven queries at most.
    """
    events = list(
        Event.objects.filter(article=article, number__gt=since)
        .order_by("number")
        .values_list("number", "object_type", "object_id", "new__annotation")[: CHANGES_LIMIT + 1]
    )
    has_more = len(events) > CHANGES_LIMIT
    events = events[:CHANGES_LIMIT]
    # A comment changes what its mark's card shows.
    touched = _touched(events, "annotation") | {of for _n, kind, _id, of in events if kind == "comment" and of}
    sentences = _touched(events, "sentence")
    version = newest_version(article)
    found = with_details(sorted(touched))
    return Changes(
        next=events[-1][0] or since if events else since,
        has_more=has_more,
        version=version,
        run=newest_run(version),
        annotations=[a for a in found if a.hidden_at is None],
        hidden=[a.pk for a in found if a.hidden_at is not None],
        sentences=list(SentenceReview.objects.select_related("by").filter(pk__in=sentences)) if sentences else [],
    )


def _touched(events: list[tuple[int | None, str, int, int | None]], object_type: str) -> set[int]:
    return {object_id for _number, found, object_id, _of in events if found == object_type}
