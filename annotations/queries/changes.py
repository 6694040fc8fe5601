"""What changed in an article since an event: what a workbench asks for every two seconds."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.models import Annotation, Article, ArticleVersion, Event, SuggestionRun
from annotations.queries.annotations import annotations_with_details
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


def changes_since(article: Article, *, since: int) -> Changes:
    """The present state of every annotation touched by events after number `since`: six queries at most."""
    events = list(
        Event.objects.filter(article=article, number__gt=since)
        .order_by("number")
        .values_list("number", "object_type", "object_id", "new__annotation")[: CHANGES_LIMIT + 1]
    )
    has_more = len(events) > CHANGES_LIMIT
    events = events[:CHANGES_LIMIT]
    touched = {object_id for _number, object_type, object_id, _of in events if object_type == "annotation"}
    # A comment changes what its mark's card shows.
    touched |= {of for _number, object_type, _id, of in events if object_type == "comment"}
    version = newest_version(article)
    found = list(annotations_with_details().filter(pk__in=touched)) if touched else []
    return Changes(
        next=events[-1][0] or since if events else since,
        has_more=has_more,
        version=version,
        run=newest_run(version),
        annotations=[a for a in found if a.hidden_at is None],
        hidden=[a.pk for a in found if a.hidden_at is not None],
    )
