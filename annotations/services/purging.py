"""What is kept for a while only goes for good: every night, or by a command."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.services.article_purge import purge_articles
from annotations.services.exports import purge_exports
from annotations.services.idempotency import purge_keys
from annotations.services.moderation import BIN_DAYS, purge_bin
from annotations.services.webhook_deliveries import purge_deliveries


def purge_everything(*, days: int = BIN_DAYS) -> Iterator[tuple[str, int]]:
    """Removes what is old enough, one thing after the other, and says of each how many; `days` in the bin."""
    yield "marks", purge_bin(days=days)
    yield "articles", purge_articles(days=days)
    yield "deliveries", purge_deliveries()
    yield "exports", purge_exports()
    yield "kept_answers", purge_keys()
