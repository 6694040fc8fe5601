"""What the desk answers: plain dictionaries, typed by what is most asked for. The API's schema names all fields."""

from __future__ import annotations

from typing import Any, TypedDict


class Person(TypedDict):
    id: int
    name: str


class Part(TypedDict):
    """Code points, half open."""

    role: str
    start: int
    end: int
    exact: str


class Annotation(TypedDict):
    """Code points, half open, into the text of `version`. `etag` is what a change is based on."""

    id: int
    article: int
    version: int
    kind: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    state: str
    reject_reason: str
    parts: list[Part]
    quote: dict[str, Any] | None
    claim: dict[str, Any] | None
    figure: dict[str, Any] | None
    creator: Person | None
    run: int | None
    generator: str
    rule: str
    confidence: float | None
    band: str
    verdict: dict[str, Any] | None
    revision: int
    etag: str
    deleted: bool
    created_at: str
    updated_at: str


class Outcome(TypedDict):
    """The annotation after a change, and the number of the event to name when undoing it."""

    annotation: Annotation
    event: int | None


class Version(TypedDict):
    id: int
    number: int
    text: str
    sha256: str
    length: int
    created_at: str


class VersionAdded(TypedDict):
    """`is_new` is false where the newest version had this very text already."""

    version: Version
    run: dict[str, Any] | None
    moved: int
    left: list[int]
    is_new: bool


class ListedArticle(TypedDict):
    """As lists show it, without the text."""

    id: int
    title: str
    byline: str
    outlet: str
    source_url: str
    language: str
    published_on: str | None
    desk: str
    embargo_until: str | None
    external_id: str | None
    state: str
    uploader: Person
    created_at: str
    open_suggestions: int
    open_high_claims: int
    deleted_at: str | None
    etag: str


class Article(ListedArticle):
    version: Version
    run: dict[str, Any] | None
    event_count: int


class Job(TypedDict):
    """`state` is queued, running, finished or failed; `error` has a code and a sentence."""

    id: int
    state: str
    done: int
    total: int
    error: dict[str, str] | None
    queued_at: str
    started_at: str | None
    finished_at: str | None


class ExportJob(Job):
    format: str
    articles: int
    annotations: int
    size: int
    expires_at: str | None
    download: str | None


class ImportJob(Job):
    """`created`, `unchanged` and `failed` count rows and the annotations in them."""

    format: str
    name: str
    desk: str
    accepted: bool
    created: int
    unchanged: int
    failed: int


class ImportResult(TypedDict):
    """`row` counts lines, files or tasks from 1, `item` the annotations of a row; 0 is the row itself."""

    row: int
    item: int
    outcome: str
    object_type: str
    object_id: int | None
    problem: dict[str, str] | None


class Event(TypedDict):
    id: int
    at: str
    actor: Person | None
    verb: str
    object_type: str
    object_id: int
    article: int | None
    number: int | None
    old: dict[str, Any]
    new: dict[str, Any]


class Feed(TypedDict):
    """The present state of everything touched since an event; `next` is the one to go on from."""

    next: int
    has_more: bool
    articles: list[ListedArticle]
    versions: list[dict[str, Any]]
    runs: list[dict[str, Any]]
    annotations: list[Annotation]
    gone: dict[str, list[int]]
