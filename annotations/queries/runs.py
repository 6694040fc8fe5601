"""Reading suggestion runs, and whether anybody works on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Now

from annotations.models import SuggestionRun

# Seconds a due run may wait while no other run moves, before the desk says that no worker is there. A worker looks
# every few seconds at the longest; a sign of life is a lease that holds or an end within the same time.
WORKER_SILENCE_SECONDS = 15


def is_waiting_for_worker(run: SuggestionRun) -> bool:
    """Whether this run is due and no worker has shown a sign of life for a while. No query unless it is queued."""
    return run.pk in waiting_for_worker([run])


def waiting_for_worker(runs: Iterable[SuggestionRun]) -> set[int]:
    """Numbers of those that are. Two queries, however many there are."""
    queued = [run.pk for run in runs if run.state == SuggestionRun.State.QUEUED]
    bound = Now() - timedelta(seconds=WORKER_SILENCE_SECONDS)
    late = SuggestionRun.objects.filter(pk__in=queued, state="queued", due_at__lt=bound)
    if not queued or not (found := set(late.values_list("pk", flat=True))):
        return set()
    alive = SuggestionRun.objects.filter(Q(state="running", lease_until__gt=Now()) | Q(finished_at__gt=bound))
    return set() if alive.exists() else found
