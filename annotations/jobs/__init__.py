"""The life of a job: hint, claim, heartbeat, end, sweep. Knows nothing of what a job does.

The row is the truth and the broker only a hint: a lost message costs a moment, never a job. All times are the
database's, because workers' clocks differ.
"""

from annotations.jobs.execution import (
    OVERDUE_SECONDS,
    RETRY_PAUSE_SECONDS,
    Kind,
    execute,
    execute_overdue,
    sweep,
)
from annotations.jobs.hints import enqueue
from annotations.jobs.leases import (
    Heartbeat,
    Lease,
    LeaseLost,
    StopRequested,
    claim,
    end,
    give_back,
    hold,
    stop_requested,
)

__all__ = [
    "OVERDUE_SECONDS",
    "RETRY_PAUSE_SECONDS",
    "Heartbeat",
    "Kind",
    "Lease",
    "LeaseLost",
    "StopRequested",
    "claim",
    "end",
    "enqueue",
    "execute",
    "execute_overdue",
    "give_back",
    "hold",
    "stop_requested",
    "sweep",
]
