"""The record as a feed: what changed after an event, everywhere somebody may look, each change once and in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import BigIntegerField, Exists, OuterRef, Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from annotations.models import Annotation, Article, ArticleVersion, Event, SuggestionRun
from annotations.queries.annotations import annotations_with_details
from annotations.queries.articles import articles_with_counts
from annotations.querysets import EventQuerySet

FEED_LIMIT = 500  # events read at once
_LOCK_SPACE = 0x42454C47  # as in the migration that makes writers announce themselves
_NO_HORIZON = 2**63 - 1


def events_visible_to(user: User) -> EventQuerySet:
    """Events of articles she may see, in the bin or not, and of the registers; in the order they happened.

    What happened to a hidden mark, was said of it, or who was to check it, is told in the admin panel alone.
    """
    hidden = Annotation.objects.filter(hidden_at__isnull=False)
    through = Cast(KeyTextTransform("annotation", "new"), BigIntegerField())
    itself = Q(object_type="annotation") & Exists(hidden.filter(pk=OuterRef("object_id")))
    about = Q(object_type__in=["comment", "assignment"]) & Exists(hidden.filter(pk=OuterRef("about")))
    return _events_in_sight(user).alias(about=through).exclude(itself).exclude(about)


def _events_in_sight(user: User) -> EventQuerySet:
    """Those of hidden marks, too: of them nothing but the number may be told."""
    # Asked of each event: lists of all visible articles and all hidden marks would be made first, for any page.
    article = Article.objects.filter(pk=OuterRef("article")).visible_to(user, in_bin=None)
    found = Event.objects.filter(Exists(article) | Q(article=None, object_type__in=Event.REGISTERS))
    return found.filter(pk__lte=horizon()).order_by("pk")


def horizon() -> int:
    """The number up to which no event can appear any more: those above may still be overtaken by a slower writer.

    Two queries on PostgreSQL, in this order: whoever got a number up to the first answer holds a lock that the second
    one sees, or has ended. None on SQLite, where one writes at a time.
    """
    if connection.vendor != "postgresql":
        return _NO_HORIZON
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM annotations_event_id_seq")
        newest: int = cursor.fetchone()[0]
        cursor.execute(
            "SELECT min(objid::bigint) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND classid = %s "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
            "AND pid <> pg_backend_pid()",
            [_LOCK_SPACE],
        )
        held: int | None = cursor.fetchone()[0]
    return newest if held is None else min(newest, held)


@dataclass(slots=True)
class Gone:
    articles: list[int] = field(default_factory=list)
    annotations: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Feed:
    """The present state of what the events touched; `gone` are numbers of what is out of sight by now."""

    next: int
    has_more: bool = False
    articles: list[Article] = field(default_factory=list)
    versions: list[ArticleVersion] = field(default_factory=list)
    runs: list[SuggestionRun] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    gone: Gone = field(default_factory=Gone)


def feed_since(user: User, *, since: int, with_annotations: bool) -> Feed:
    """Ten queries at most, whatever has changed."""
    events = list(
        _events_in_sight(user)
        .filter(pk__gt=since)
        .values_list("pk", "article_id", "object_type", "object_id", "new__annotation", "verb")[: FEED_LIMIT + 1]
    )
    has_more = len(events) > FEED_LIMIT
    events = events[:FEED_LIMIT]
    feed = Feed(next=events[-1][0] if events else since, has_more=has_more)
    touched: dict[str, set[int]] = {"article": set(), "version": set(), "run": set(), "annotation": set()}
    for _pk, article, kind, number, annotation, _verb in events:
        if kind in touched:
            touched[kind].add(number)
        elif kind == "comment" and annotation:
            touched["annotation"].add(annotation)
        elif article is not None:
            touched["article"].add(article)
    back = {number for _pk, _of, kind, number, _on, verb in events if (kind, verb) == ("article", Event.Verb.RESTORED)}
    if back:  # what happened to its marks meanwhile was told as "gone"
        touched["annotation"].update(Annotation.objects.filter(version__article__in=back).values_list("pk", flat=True))
    _fill(feed, user, touched, with_annotations=with_annotations)
    return feed


def _fill(feed: Feed, user: User, touched: dict[str, set[int]], *, with_annotations: bool) -> None:
    visible = Article.objects.visible_to(user)
    if wanted := touched["article"]:
        feed.articles = list(articles_with_counts().visible_to(user).filter(pk__in=wanted).order_by("pk"))
        feed.gone.articles = sorted(wanted - {article.pk for article in feed.articles})
    if wanted := touched["version"]:
        versions = ArticleVersion.objects.filter(pk__in=wanted, article__in=visible).defer("text")
        feed.versions = list(versions.order_by("pk"))
    if wanted := touched["run"]:
        feed.runs = list(SuggestionRun.objects.filter(pk__in=wanted, version__article__in=visible).order_by("pk"))
    if with_annotations and (wanted := touched["annotation"]):
        shown = annotations_with_details().visible_to(user).filter(pk__in=wanted)
        feed.annotations = list(shown.order_by("pk"))
        feed.gone.annotations = sorted(wanted - {annotation.pk for annotation in feed.annotations})
