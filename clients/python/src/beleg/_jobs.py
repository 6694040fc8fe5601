"""Jobs of the desk: asked for, followed until they end, and what they made fetched."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast

from beleg._errors import JobFailed, TookTooLong
from beleg._transport import Sleep, Transport
from beleg._types import ExportJob, ImportJob, ImportResult, Job

WAIT_SECONDS = 900  # for a job to end, unless told otherwise
_FIRST_LOOK_SECONDS, _LONGEST_LOOK_SECONDS = 0.1, 2.0

AnyJob = TypeVar("AnyJob", bound=Job)
Progress = Callable[[int, int], None]


class Exports:
    def __init__(self, transport: Transport, sleep: Sleep) -> None:
        self._transport, self._sleep = transport, sleep

    def create(self, form: str, **selection: Any) -> ExportJob:
        """Asks for a file of many articles; `selection` is `articles` (numbers) or `filters`, and `state`, `kind`,
        `verdict` of their marks.
        """
        return cast(ExportJob, self._transport.request("POST", "exports/", json={"as": form, **selection}).json())

    def find(self) -> Iterator[ExportJob]:
        """One's own, newest first."""
        yield from self._transport.pages("exports/", {})

    def get(self, number: int) -> ExportJob:
        return cast(ExportJob, self._transport.request("GET", f"exports/{number}/").json())

    def wait(self, job: ExportJob, *, seconds: float = WAIT_SECONDS, on_progress: Progress | None = None) -> ExportJob:
        """The finished job. Raises `JobFailed` or `TookTooLong`."""
        return wait_for(job, self.get, sleep=self._sleep, seconds=seconds, on_progress=on_progress)

    def download(self, job: ExportJob, to: BinaryIO) -> int:
        """Writes the file of a finished export; how many bytes."""
        with self._transport.stream(f"exports/{job['id']}/download/") as response:
            return sum(to.write(chunk) for chunk in response.iter_bytes())

    def delete(self, number: int) -> None:
        """Removes the export with its file."""
        self._transport.request("DELETE", f"exports/{number}/")


class Imports:
    def __init__(self, transport: Transport, sleep: Sleep) -> None:
        self._transport, self._sleep = transport, sleep

    def create(self, file: str | PathLike[str], *, form: str, desk: str = "", accepted: bool = False) -> ImportJob:
        """Hands in a file of articles ("jsonl", "zip") or annotations ("jsonl", "jsonld", "labelstudio", "doccano").

        Annotations arrive as suggestions unless `accepted`, which needs the right to decide and the scope `moderate`.
        The same file again changes nothing.
        """
        path = Path(file)
        data = {"format": form, "desk": desk, "accepted": "true" if accepted else "false"}
        files = {"file": (path.name, path.read_bytes())}
        return cast(ImportJob, self._transport.request("POST", "imports/", data=data, files=files).json())

    def find(self) -> Iterator[ImportJob]:
        """One's own, newest first."""
        yield from self._transport.pages("imports/", {})

    def get(self, number: int) -> ImportJob:
        return cast(ImportJob, self._transport.request("GET", f"imports/{number}/").json())

    def wait(self, job: ImportJob, *, seconds: float = WAIT_SECONDS, on_progress: Progress | None = None) -> ImportJob:
        """The finished job; rows may have failed all the same. Raises `JobFailed` or `TookTooLong`."""
        return wait_for(job, self.get, sleep=self._sleep, seconds=seconds, on_progress=on_progress)

    def results(self, number: int, **filters: Any) -> Iterator[ImportResult]:
        """What became of each row; `outcome="failed"` for problems only."""
        yield from self._transport.pages(f"imports/{number}/results/", filters)


def wait_for(
    job: AnyJob,
    get: Callable[[int], AnyJob],
    *,
    sleep: Sleep,
    seconds: float,
    on_progress: Progress | None,
) -> AnyJob:
    """Looks again and again, at first often, until the job has ended."""
    deadline = time.monotonic() + seconds
    pause = _FIRST_LOOK_SECONDS
    while True:
        if on_progress is not None:
            on_progress(job["done"], job["total"])
        if job["state"] == "finished":
            return job
        if job["state"] == "failed":
            error = job["error"] or {}
            raise JobFailed(error.get("code", "failed"), error.get("detail", "The job failed."))
        if time.monotonic() > deadline:
            raise TookTooLong(f"Job {job['id']} has not ended after {seconds:.0f} s. It goes on; ask again later.")
        sleep(pause)
        pause = min(pause * 1.5, _LONGEST_LOOK_SECONDS)
        job = get(job["id"])
