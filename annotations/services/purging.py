"""What is kept for a while only goes for good: by the nightly task, or by a command."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.services import exports, webhook_deliveries
from annotations.services.article_purge import purge_articles
from annotations.services.exports import purge_exports
from annotations.services.idempotency import purge_keys
from annotations.services.moderation import BIN_DAYS, purge_bin
from annotations.services.webhook_deliveries import purge_deliveries


def purge_everything(*, days: int = BIN_DAYS) -> Iterator[str]:
    """Removes what is old enough, one thing after the other, and says of each how many; `days` in the bin."""
    yield f"{purge_bin(days=days)} marks removed that were in the bin for {days} days or longer."
    yield f"{purge_articles(days=days)} articles removed that were in the bin for {days} days or longer."
    kept = webhook_deliveries.KEPT_DAYS
    yield f"{purge_deliveries()} deliveries of webhooks removed that were {kept} days or older."
    yield f"{purge_exports()} exports removed that were older than {exports.KEPT_DAYS} days."
    yield f"{purge_keys()} kept answers removed."
