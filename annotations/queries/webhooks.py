"""Somebody's webhooks, their deliveries, and what may be told to them."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import Count, Q, QuerySet

from annotations.models import Annotation, Article, Event, WebhookDelivery, WebhookEndpoint
from annotations.querysets import SEE_ALL

KEEP = "annotations.add_webhookendpoint"


def webhooks_of(user: User) -> QuerySet[WebhookEndpoint]:
    """Newest first, each with its number of deliveries that `wait`."""
    waiting = Count("deliveries", filter=Q(deliveries__state__in=["queued", "running"]))
    return WebhookEndpoint.objects.filter(owner=user).annotate(waiting=waiting).order_by("-id")


def owners_seen_by(user: User) -> QuerySet[User]:
    """Whose webhooks she sees in the admin panel: whoever may see all articles everybody's, others their own."""
    everybody = User.objects.all()
    return everybody if user.has_perm(SEE_ALL) else everybody.filter(pk=user.pk)


def deliveries_of(endpoint: WebhookEndpoint) -> QuerySet[WebhookDelivery]:
    """Newest first, with every attempt; without those about articles its owner may not see now."""
    seen = endpoint.deliveries.filter(about_seen_by(endpoint.owner))
    return seen.select_related("article").prefetch_related("tries").order_by("-id")


def about_seen_by(user: User) -> Q:
    """Of deliveries, those about no article or one that she may see, in the bin or not."""
    return Q(article=None) | Q(article__in=Article.objects.visible_to(user, in_bin=None))


def events_of(delivery: WebhookDelivery) -> list[Event]:
    """In order. Those of an article that were written together have no others of it between them."""
    if delivery.first_event_id is None or delivery.last_event_id is None:
        return []
    events = Event.objects.filter(pk__range=(delivery.first_event_id, delivery.last_event_id))
    return list(events.filter(article=delivery.article_id).order_by("pk"))


def may_be_told(owner: User, delivery: WebhookDelivery) -> bool:
    """Whether she may see the article now, in the bin or not; registers are open to whoever may keep webhooks."""
    if delivery.article_id is None:
        return True
    return Article.objects.visible_to(owner, in_bin=None).filter(pk=delivery.article_id).exists()


def hidden_among(annotations: list[int]) -> set[int]:
    """Those of these annotations that a moderator has hidden."""
    return set(Annotation.objects.filter(pk__in=annotations, hidden_at__isnull=False).values_list("pk", flat=True))
