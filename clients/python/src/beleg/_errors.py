"""What can go wrong.

BelegError
├── Unreachable       no answer, after all attempts
├── TookTooLong       a job was not finished within the time that was given
├── JobFailed         a job ended without a result
└── Problem           the desk answered with a problem document (RFC 9457)
    ├── Invalid       400, 413, 422: what was sent is wrong
    ├── NotSignedIn   401: no token, or one that has expired
    ├── NotAllowed    403: the role or the token's scopes do not permit it
    ├── NotFound      404
    ├── Conflict      409
    ├── Stale         412: somebody else was faster; `current` is the present state
    ├── Throttled     429, after all attempts
    └── ServerError   500 and above, after all attempts
"""

from __future__ import annotations

from typing import Any

import httpx


class BelegError(Exception):
    """Its text is a sentence for people."""


class Unreachable(BelegError):
    pass


class TookTooLong(BelegError):
    pass


class JobFailed(BelegError):
    """`code` is the job's own, such as "too_many_rows"."""

    def __init__(self, code: str, detail: str) -> None:
        self.code = code
        super().__init__(detail)


class Problem(BelegError):
    """`code` is stable, `detail` a sentence, `errors` one entry a field, `document` all that was answered."""

    def __init__(self, status: int, document: dict[str, Any]) -> None:
        self.status = status
        self.document = document
        self.code = str(document.get("code", f"http_{status}"))
        self.detail = str(document.get("detail", ""))
        self.errors: list[dict[str, str]] = list(document.get("errors") or [])
        super().__init__(f"{self.detail} ({self.code})")


class Invalid(Problem):
    pass


class NotSignedIn(Problem):
    pass


class NotAllowed(Problem):
    pass


class NotFound(Problem):
    pass


class Conflict(Problem):
    pass


class Stale(Problem):
    @property
    def current(self) -> dict[str, Any]:
        found: dict[str, Any] = self.document.get("current", {})
        return found


class Throttled(Problem):
    pass


class ServerError(Problem):
    pass


_BY_STATUS: dict[int, type[Problem]] = {
    400: Invalid,
    401: NotSignedIn,
    403: NotAllowed,
    404: NotFound,
    409: Conflict,
    412: Stale,
    413: Invalid,
    422: Invalid,
    429: Throttled,
}


def problem_of(response: httpx.Response) -> Problem:
    """Of an answer that has been read. One that is no JSON comes from a machine in between."""
    status = response.status_code
    try:
        document = response.json()
    except ValueError:
        document = None
    if not isinstance(document, dict):
        document = {}
    if response.is_redirect:
        said = f"The address leads on to {response.headers.get('Location')}. Use that one."
    else:
        said = f"The desk answered {status} {response.reason_phrase}."
    kind = _BY_STATUS.get(status, ServerError if status >= 500 else Problem)
    return kind(status, {"detail": said, **document})
