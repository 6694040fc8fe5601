"""Beleg's API in Python. `Client` is where to begin; what can go wrong is a `BelegError`."""

from beleg._client import Client
from beleg._errors import (
    BelegError,
    Conflict,
    Invalid,
    JobFailed,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Problem,
    ServerError,
    Stale,
    Throttled,
    TookTooLong,
    Unreachable,
)
from beleg._types import (
    Annotation,
    Article,
    Event,
    ExportJob,
    Feed,
    ImportJob,
    ImportResult,
    Job,
    Outcome,
    Version,
    VersionAdded,
)

__version__ = "0.1.0"

__all__ = [
    "Annotation",
    "Article",
    "BelegError",
    "Client",
    "Conflict",
    "Event",
    "ExportJob",
    "Feed",
    "ImportJob",
    "ImportResult",
    "Invalid",
    "Job",
    "JobFailed",
    "NotAllowed",
    "NotFound",
    "NotSignedIn",
    "Outcome",
    "Problem",
    "ServerError",
    "Stale",
    "Throttled",
    "TookTooLong",
    "Unreachable",
    "Version",
    "VersionAdded",
]
