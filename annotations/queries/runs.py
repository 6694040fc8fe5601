"""Reading suggestion runs, and whether anybody works on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Now

from annotations.models import SuggestionRun
from annotations.queries.prepared import Prepared

# Seconds a due run may wait while no other run moves, before the desk says that no worker is there. A worker looks
# every few seconds at the longest; a sign of life is a lease that holds or an end within the same time.
WORKER_SILENCE_SECONDS = 15


_SILENT_SINCE = Now() - timedelta(seconds=WORKER_SILENCE_SECONDS)
_LATE: Prepared[SuggestionRun] = Prepared(
    lambda numbers: SuggestionRun.objects.filter(pk__in=numbers, state="queued", due_at__lt=_SILENT_SINCE), list
)
_ALIVE: Prepared[SuggestionRun] = Prepared(
    lambda: SuggestionRun.objects.filter(
        Q(state="running", lease_until__gt=Now()) | Q(finished_at__gt=_SILENT_SINCE)
    ).order_by()[:1]
)


def is_waiting_for_worker(run: SuggestionRun) -> bool:
    """Whether this run is due and no worker has shown a sign of life for a while. No query unless it is queued."""
    return run.pk in waiting_for_worker([run])


def waiting_for_worker(runs: Iterable[SuggestionRun]) -> set[int]:
    """Numbers of those that are. Two queries, however many there are."""
    late = _LATE.all([run.pk for run in runs if run.state == SuggestionRun.State.QUEUED])
    return {run.pk for run in late} if late and not _ALIVE.all() else set()
