"""Who may open and do what on the pages: every address, every role, and whose article it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone

from annotations import jobs
from annotations.models import (
    ApiToken,
    Article,
    Desk,
    Event,
    Export,
    Import,
    ImportResult,
    Intake,
    Source,
    WebhookEndpoint,
)
from annotations.queries.exports import AnnotationChoice
from annotations.roles import ADMINISTRATOR, CHECKER, EDITOR, INTEGRATION, MODERATOR
from annotations.services import exports, imports
from annotations.services.articles import BroughtIn, delete_article
from annotations.services.intakes import keep_intake
from annotations.services.sources import keep_copy
from annotations.web.urls import urlpatterns
from tests.factories import bring_in, make_token, make_user, things_to_check

pytestmark = pytest.mark.django_db

PEOPLE = (EDITOR, CHECKER, MODERATOR, ADMINISTRATOR)
BRINGING = (EDITOR, MODERATOR, ADMINISTRATOR)
HEADS = (MODERATOR, ADMINISTRATOR)
ROLES = (*PEOPLE, INTEGRATION, None)
SITE = "https://beleg.example"

Row = tuple[str, str, Any, tuple[str, ...]]
# method, address, form, roles it is open to; what stands in braces, `numbers` knows.
ABOUT_AN_ARTICLE: list[Row] = [
    ("get", "articles/{article}/", None, PEOPLE),
    ("get", "articles/{article}/edit/", None, BRINGING),
    ("post", "articles/{article}/edit/", {"title": "T", "language": "de"}, BRINGING),
    ("post", "articles/{article}/delete/", {}, BRINGING),
    ("post", "articles/{binned}/restore/", {}, BRINGING),
    ("get", "articles/{article}/text/", None, PEOPLE),
    ("get", "articles/{article}/original/", None, PEOPLE),
    ("get", "articles/{article}/export/?as=jsonl", None, PEOPLE),
    ("post", "articles/{article}/suggest/", {}, PEOPLE),
    ("get", "articles/{article}/versions/new/", None, BRINGING),
    ("post", "articles/{article}/versions/new/", {"text": "Neu."}, BRINGING),
    ("get", "articles/{article}/versions/new/{version_intake}/", None, BRINGING),
    ("get", "articles/{article}/versions/1/", None, PEOPLE),
    ("post", "articles/{article}/versions/1/leave/", {}, PEOPLE),
    ("get", "articles/{article}/history/", None, PEOPLE),
    ("get", "articles/{article}/check/", None, PEOPLE),
    ("get", "articles/{article}/proof/", None, PEOPLE),
    ("get", "articles/{article}/proof/?as=pdf", None, PEOPLE),
    ("post", "articles/{article}/release/", {"reason": "Eilt."}, HEADS),
    ("post", "articles/{released_article}/reopen/", {"reason": "Neue Lage."}, HEADS),
    ("post", "articles/{article}/assign/", {"checker": "{person}"}, PEOPLE),
    ("post", "articles/{article}/assign/{assignment}/", {}, PEOPLE),
    ("post", "facts/{checked}/sign/", {"revision": "2"}, PEOPLE),
    ("post", "facts/{asked}/answer/", {"revision": "2", "answer": "So."}, PEOPLE),
    ("get", "dossiers/{release}/", None, PEOPLE),
    ("get", "dossiers/{release}/?as=pdf", None, PEOPLE),
    ("get", "dossiers/{release}/?as=json", None, PEOPLE),
    ("post", "dossiers/{release}/correct/", {"fact": "{released}", "text": "elf"}, HEADS),
]
OF_ONES_OWN: list[Row] = [
    ("get", "articles/new/{intake}/", None, BRINGING),
    ("post", "articles/new/{intake}/discard/", {}, BRINGING),
    ("post", "profile/tokens/{token}/revoke/", {}, PEOPLE),
    ("get", "exports/{export}/download/", None, PEOPLE),
    ("post", "exports/{export}/discard/", {}, PEOPLE),
    ("get", "imports/{import}/", None, BRINGING),
    ("get", "imports/{import}/results/", None, BRINGING),
    ("get", "profile/webhooks/{webhook}/", None, HEADS),
    ("post", "profile/webhooks/{webhook}/secret/", {}, HEADS),
    ("post", "profile/webhooks/{webhook}/test/", {}, HEADS),
    ("post", "profile/webhooks/{webhook}/pause/", {}, HEADS),
    ("post", "profile/webhooks/{webhook}/resume/", {}, HEADS),
    ("post", "profile/webhooks/{webhook}/delete/", {}, HEADS),
    ("post", "profile/webhooks/{webhook}/deliveries/{delivery}/", {}, HEADS),
]
OF_THE_DESK: list[Row] = [
    ("get", "help/", None, PEOPLE),
    ("get", "articles/", None, PEOPLE),
    ("get", "articles/new/", None, BRINGING),
    ("post", "articles/new/", {"text": "Ein Text."}, BRINGING),
    ("get", "profile/", None, PEOPLE),
    ("get", "profile/tokens/", None, PEOPLE),
    ("post", "profile/tokens/", {"name": "Archiv", "scopes": ["articles:read"], "days": "30"}, PEOPLE),
    ("get", "exports/", None, PEOPLE),
    ("post", "exports/new/", {"as": "jsonl"}, PEOPLE),
    ("get", "profile/webhooks/", None, HEADS),
    ("get", "imports/", None, BRINGING),
    ("get", "queue/", None, PEOPLE),
    ("post", "queue/seen/", {}, PEOPLE),
    ("get", "overview/", None, PEOPLE),
    ("get", "sources/", None, PEOPLE),
    ("post", "sources/", {"title": "Plan", "kind": "document", "level": "primary"}, PEOPLE),
    ("get", "sources/{source}/", None, PEOPLE),
    ("post", "sources/{source}/", {"title": "Plan", "kind": "document", "level": "primary"}, PEOPLE),
    ("post", "sources/{source}/fetch/", {}, PEOPLE),
    ("post", "sources/{source}/copies/", {"file": "a file"}, PEOPLE),
    ("get", "sources/{source}/copies/{copy}/", None, PEOPLE),
    ("get", "speakers/", None, PEOPLE),
    ("get", "speakers/{speaker}/", None, PEOPLE),
]
TABLE = ABOUT_AN_ARTICLE + OF_ONES_OWN + OF_THE_DESK
# To sign in and out and to choose a language nobody needs a role; the first address only leads on.
OPEN = {"", "sign-in/", "sign-out/", "language/"}
# What the article is to the person, and whether she sees it without being an administrator.
SIGHT = {"open": True, "own_closed": True, "other_closed": False, "embargoed": False, "own_embargoed": True}


@pytest.fixture
def numbers(with_suggestions: BroughtIn) -> dict[str, int]:
    """What the table names: one of each thing an address is about."""
    article, owner = with_suggestions.article, with_suggestions.article.uploader
    binned = bring_in(owner, "Weg damit.").article
    delete_article(article=binned, actor=owner)
    found = things_to_check(with_suggestions)
    chosen = AnnotationChoice()
    export = exports.request_export(articles=[article.pk], form="jsonl", choice=chosen, site=SITE, actor=owner)
    assert jobs.execute(exports.KIND, export.pk)
    source = Source.objects.get(pk=found["source"])
    copy = keep_copy(source=source, name="p.txt", content_type="text/plain", content=b"x", actor=owner)
    return {
        **found,
        "article": article.pk,
        "binned": binned.pk,
        "token": make_token(owner).token.pk,
        "export": export.pk,
        "import": imports.request_import(form="jsonl", content=b"{}", name="a.jsonl", actor=owner).pk,
        "intake": keep_intake(content=b"Text.", name="", actor=owner).pk,
        "version_intake": keep_intake(content=b"Text.", name="", actor=owner, article=article).pk,
        "copy": copy.pk,
    }


def give_everything_to(user: User) -> None:
    Article.objects.update(uploader=user)
    Intake.objects.update(uploader=user)
    Export.objects.update(requested_by=user)
    Import.objects.update(requested_by=user)
    WebhookEndpoint.objects.update(owner=user)
    for token in ApiToken.objects.select_related("secret"):
        type(token.secret).objects.filter(pk=token.secret.pk).update(user=user)


@contextmanager
def taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(user: User | None, row: Row, numbers: dict[str, int]) -> HttpResponseBase:
    method, path, form, _open_to = row
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    filled = {name: _filled(value, numbers) for name, value in (form or {}).items()}
    answer: HttpResponseBase = getattr(client, method)(f"/{path.format(**numbers)}", filled)
    return answer


def _filled(value: Any, numbers: dict[str, int]) -> Any:
    if value == "a file":
        return SimpleUploadedFile("p.txt", b"Inhalt")
    return numbers[value[1:-1]] if str(value).startswith("{") else value


@pytest.mark.parametrize("role", ROLES)
def test_reading(role: str | None, numbers: dict[str, int]) -> None:
    user = make_user(role)
    give_everything_to(user)
    for row in TABLE:
        if row[0] == "get":
            assert (row[1], ask(user, row, numbers).status_code) == (row[1], 200 if role in row[3] else 403)


@pytest.mark.parametrize("role", PEOPLE)
def test_writing(role: str, numbers: dict[str, int]) -> None:
    user = make_user(role)
    give_everything_to(user)
    for row in TABLE:
        if row[0] == "post" and role in row[3]:
            with taken_back():  # one thing done would stand in the way of the next
                answer = ask(user, row, numbers)
            assert (row[1], answer.status_code in (200, 302)) == (row[1], True), answer.status_code
            assert not answer.headers.get("Location", "").startswith("/sign-in/")


@pytest.mark.parametrize("role", [*ROLES, "anonymous"])
def test_refused_writing_changes_nothing(role: str | None, numbers: dict[str, int]) -> None:
    user = None if role == "anonymous" else make_user(role)
    if user is not None:
        give_everything_to(user)
    events = Event.objects.count()
    for row in TABLE:
        if user is None:
            answer = ask(None, row, numbers)
            assert (row[1], answer.status_code, answer.headers["Location"][:9]) == (row[1], 302, "/sign-in/")
        elif row[0] == "post" and role not in row[3]:
            assert (row[1], ask(user, row, numbers).status_code) == (row[1], 403)
    assert Event.objects.count() == events


@pytest.mark.parametrize("role", PEOPLE)
def test_what_is_somebody_elses_is_not_there(role: str, numbers: dict[str, int]) -> None:
    user, owner = make_user(role), make_user(ADMINISTRATOR)
    give_everything_to(owner)
    for row in OF_ONES_OWN:
        expected = 404 if role in row[3] else 403
        assert (row[1], ask(user, row, numbers).status_code) == (row[1], expected)


@pytest.mark.parametrize("role", PEOPLE)
def test_articles_of_other_desks_and_under_embargo(role: str, numbers: dict[str, int]) -> None:
    user = make_user(role)
    give_everything_to(make_user(EDITOR))
    for sight in SIGHT:
        with taken_back():
            desk = Desk.objects.create(name="Recherche", is_closed=sight.endswith("closed"))
            if sight.startswith("own"):
                desk.members.add(user)
            embargo = timezone.now() + timedelta(hours=1) if "embargo" in sight else None
            Article.objects.update(desk=desk.name, embargo_until=embargo)
            for row in ABOUT_AN_ARTICLE:
                if (expected := _expected(row, role, is_seen=SIGHT[sight] or role == ADMINISTRATOR)) is not None:
                    assert (sight, row[1], ask(user, row, numbers).status_code) == (sight, row[1], expected)


def _expected(row: Row, role: str, *, is_seen: bool) -> int | None:
    """The status; None for what `test_writing` does."""
    method, path, _form, open_to = row
    if role not in open_to:
        return 403
    if not is_seen or "intake" in path:  # an intake is whose who began it
        return 404
    return 200 if method == "get" else None


def test_every_address_stands_in_the_table() -> None:
    def plain(path: str) -> str:
        return re.sub(r"<\w+:\w+>|\{\w+\}|(?<=versions/)1(?=/)", "N", path.split("?")[0])

    named = {plain(str(pattern.pattern)) for pattern in urlpatterns}
    assert named - {plain(path) for _method, path, _form, _roles in TABLE} == OPEN


# --- The panel: files that were handed in ----------------------------------------------------------------------------

FILES_OF_THE_PANEL = ("import", "importresult", "event")


def _handed_in(sight: str, user: User, owner: User) -> None:
    """An import of somebody else's; what it is for is in sight of `user`, or not."""
    desk = Desk.objects.create(name="Recherche", is_closed=sight.endswith("closed"))
    if sight.startswith("own"):
        desk.members.add(user)
    row = json.dumps({"type": "article", "title": "Streng geheim", "text": "Ein Text.", "desk": desk.name})
    job = imports.request_import(form="jsonl", content=row.encode(), name="geheim.jsonl", actor=owner)
    assert jobs.execute(imports.KIND, job.pk)
    if "embargo" in sight:
        Article.objects.update(embargo_until=timezone.now() + timedelta(hours=1))


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("role", [*ROLES, "owner"])
def test_names_of_files_in_the_panel(role: str | None, sight: str) -> None:
    owner = make_user(MODERATOR)
    user = owner if role == "owner" else make_user(role)
    _handed_in(sight, user, owner)
    client = Client()
    client.force_login(user)
    may_look = role in (*HEADS, "owner")
    is_seen = SIGHT[sight] or role in (ADMINISTRATOR, "owner")
    row = {"import": Import, "importresult": ImportResult}
    for name in FILES_OF_THE_PANEL:
        index = f"/admin/annotations/{name}/"
        if not may_look:
            assert client.get(index).status_code in (302, 403)
            continue
        found = row[name].objects.get() if name in row else Event.objects.get(object_type="import", verb="queued")
        assert (name, client.get(index).context["cl"].queryset.filter(pk=found.pk).exists()) == (name, is_seen)
        for page in ("change", "history"):
            answer = client.get(f"{index}{found.pk}/{page}/")
            assert (name, page, answer.status_code == 200) == (name, page, is_seen)
            assert is_seen or "geheim" not in answer.content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_a_text_that_is_not_saved_yet_is_in_nobodys_panel(role: str | None) -> None:
    keep_intake(content=b"Text.", name="entwurf.txt", actor=make_user(EDITOR))
    client = Client()
    client.force_login(make_user(role))
    assert client.get("/admin/annotations/intake/").status_code in (302, 403)
