"""What several people do to one article at the same moment: nobody fails, and nothing is doubled or overwritten."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import QuerySet
from rest_framework.response import Response

from annotations import jobs
from annotations.models import Annotation, ApiToken, Article, Comment, Speaker, SuggestionRun, WebhookDelivery
from annotations.roles import EDITOR, INTEGRATION
from annotations.services import imports, tokens
from annotations.services.suggestions import execute_run, request_suggestions
from tests.conftest import api_for
from tests.factories import bring_in, make_user, make_webhook, mark, suggested
from tests.replay import assert_record_gives

pytestmark = pytest.mark.django_db(transaction=True)
ANNOTATIONS = "/api/v1/annotations/"
ROUNDS = 12
TEXT = " ".join(f"Es kamen {number} Gäste." for number in range(101, 131))


@pytest.fixture(autouse=True)
def _schema_is_read(transactional_db: None) -> None:
    """By one thread: what the answers are held against is put together once."""
    api_for(make_user(EDITOR)).get("/api/v1/me/")


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Begins all of them at one moment, each with a connection of its own; what each answers."""
    answers: list[Any] = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def run(number: int) -> None:
        try:
            start.wait()
            answers[number] = acts[number]()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def moved(person: User, annotation: Annotation, words: str) -> Callable[[], Response]:
    """Changes the annotation to stand at these words."""
    start = TEXT.index(words)
    body = {"start": start, "end": start + len(words), "exact": words}
    tag = f'"annotation-{annotation.pk}-{annotation.revision}"'
    return lambda: api_for(person).patch(f"{ANNOTATIONS}{annotation.pk}/", body, headers={"If-Match": tag})


@pytest.mark.parametrize("by", ["hand", "run"])
def test_two_marks_that_are_moved_to_one_place_at_once_stay_two_places(by: str) -> None:
    people = [make_user(EDITOR), make_user(EDITOR)]
    version = bring_in(people[0], TEXT).version if by == "hand" else suggested(people[0], TEXT).version
    for number in range(ROUNDS):
        if by == "hand":
            pair = [mark(people[0], version, f"Es kamen {102 + 2 * number + side} Gäste") for side in (0, 1)]
        else:
            pair = list(Annotation.objects.filter(version=version, kind="figure").order_by("start")[: 2 + 2 * number])
            pair = pair[-2:]
        words = f"kamen {102 + 2 * number} Gäste"
        answers = at_once(*(moved(person, one, words) for person, one in zip(people, pair, strict=True)))
        assert sorted(answer.status_code for answer in answers) == [200, 409]
        assert next(answer for answer in answers if answer.status_code == 409).json()["code"] == "already_marked"


def test_many_decisions_in_opposite_orders_do_not_wait_for_each_other() -> None:
    people = [make_user(EDITOR), make_user(EDITOR)]
    suggested(people[0], TEXT)
    for number in range(ROUNDS):
        marks = list(Annotation.objects.order_by("pk"))
        verb = ("accept", "reject")[number % 2]
        bodies = [
            {"atomic": False, "operations": [{"op": verb, "id": m.pk, "revision": m.revision} for m in order]}
            for order in (marks, marks[::-1])
        ]
        answers = at_once(
            *(
                partial(api_for(person).post, f"{ANNOTATIONS}bulk/", body)
                for person, body in zip(people, bodies, strict=True)
            )
        )
        assert [answer.status_code for answer in answers] == [200, 200]
        assert {result["status"] for answer in answers for result in answer.json()["results"]} == {200}


def test_threads_are_resolved_while_a_new_version_comes_in() -> None:
    people = [make_user(EDITOR), make_user(EDITOR)]
    made = bring_in(people[0], TEXT)
    for number in range(ROUNDS):
        mark(people[0], made.version, f"Es kamen {101 + number} Gäste")
    for number in range(ROUNDS):
        newest = made.article.versions.order_by("-number")[0]
        facts = Annotation.objects.filter(version=newest, state="accepted")
        said = [comment_on(people[0], fact) for fact in facts]
        path, text = f"/api/v1/articles/{made.article.pk}/versions/", f"Fassung {number}. {TEXT}"
        answers = at_once(
            partial(api_for(people[0]).post, path, {"text": text}),
            partial(resolve_all, people[1], said),
        )
        assert answers[0].status_code == 201
        assert [answer.status_code for answer in answers[1]] == [200] * len(said)
    assert not Comment.objects.open_threads().exists()
    assert_record_gives(made.article)


def resolve_all(person: User, comments: list[int]) -> list[Response]:
    return [api_for(person).post(f"/api/v1/comments/{number}/resolve/") for number in comments]


def comment_on(person: User, fact: Annotation) -> int:
    answer = api_for(person).post(f"{ANNOTATIONS}{fact.pk}/comments/", {"text": "Woher?"})
    number: int = answer.json()["id"]
    return number


def test_what_is_accepted_while_a_run_ends_is_not_withdrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    editor = make_user(EDITOR)
    made = suggested(editor, TEXT)
    suggestion = Annotation.objects.filter(run=made.run).order_by("pk")[0]
    monkeypatch.setattr("annotations.services.suggestions.suggestions_from", lambda *_a, **_kw: [])
    run = request_suggestions(version=made.version, actor=editor)
    store = QuerySet.bulk_update
    answers: list[Response] = []

    def accept() -> None:
        try:
            path, tag = f"{ANNOTATIONS}{suggestion.pk}/accept/", f'"annotation-{suggestion.pk}-1"'
            answers.append(api_for(editor).post(path, headers={"If-Match": tag}))
        finally:
            connection.close()

    thread = threading.Thread(target=accept)

    def accepted_meanwhile(self: Any, rows: Any, *args: Any, **kwargs: Any) -> Any:
        if self.model is Annotation:
            thread.start()
            thread.join(timeout=1)  # it has to wait for the run, so it is not awaited to the end
        return store(self, rows, *args, **kwargs)

    monkeypatch.setattr(QuerySet, "bulk_update", accepted_meanwhile)
    assert execute_run(run.pk)
    thread.join()
    suggestion.refresh_from_db()
    told = (suggestion.state, answers[0].status_code)
    assert told in (("accepted", 200), ("superseded", 412)), "one of the two was first, and the other knows of it"
    assert SuggestionRun.objects.get(pk=run.pk).state == "finished"
    assert_record_gives(Article.objects.get(pk=made.article.pk))


def test_a_webhook_is_removed_while_it_is_told_something(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, editor = make_user(INTEGRATION), make_user(EDITOR)
    version = bring_in(editor, TEXT).version
    endpoint = make_webhook(owner)
    store = QuerySet.bulk_create
    answers: list[int] = []
    thread = threading.Thread(target=remove_webhook, args=(owner, endpoint.pk, answers))

    def removed_meanwhile(self: Any, rows: Any, *args: Any, **kwargs: Any) -> Any:
        if self.model is WebhookDelivery:
            thread.start()
            thread.join(timeout=1)
        return store(self, rows, *args, **kwargs)

    monkeypatch.setattr(QuerySet, "bulk_create", removed_meanwhile)
    start = TEXT.index("101")
    body = {"version": version.pk, "kind": "figure", "start": start, "end": start + 3, "exact": "101"}
    assert api_for(editor).post(ANNOTATIONS, body).status_code == 201
    thread.join()
    assert answers == [204]
    assert not WebhookDelivery.objects.exists()


def remove_webhook(owner: User, number: int, answers: list[int]) -> None:
    try:
        answers.append(api_for(owner).delete(f"/api/v1/webhooks/{number}/").status_code)
    finally:
        connection.close()


def test_a_webhook_that_several_remove_at_once_is_gone_for_all_but_one() -> None:
    owner = make_user(INTEGRATION)
    for _round in range(ROUNDS):
        path = f"/api/v1/webhooks/{make_webhook(owner).pk}/"
        answers = at_once(
            *[partial(api_for(owner).delete, path)] * 2, *[partial(api_for(owner).post, f"{path}pause/")] * 2
        )
        assert {answer.status_code for answer in answers} <= {200, 204, 404}
        assert [answer.status_code for answer in answers].count(204) == 1


def test_tokens_that_are_made_at_once_are_counted_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST_TOKENS", 3)
    for _round in range(ROUNDS):
        owner = make_user(EDITOR)
        make = partial(api_for(owner).post, "/api/v1/tokens/", {"name": "Skript", "scopes": ["export"]})
        assert sorted(answer.status_code for answer in at_once(*[make] * 5)) == [201] * 3 + [409] * 2
        assert ApiToken.objects.filter(secret__user=owner).count() == 3


def test_a_file_that_is_handed_in_twice_brings_each_article_in_once() -> None:
    for number in range(ROUNDS):
        person = make_user(EDITOR)
        lines = [{"title": f"Bericht {n}", "text": f"Runde {number}, Text {n}."} for n in range(5)]
        sent = {"format": "jsonl", "content": "\n".join(json.dumps(line) for line in lines)}
        made = [api_for(person).post("/api/v1/imports/", sent).json()["id"] for _twice in range(2)]
        assert at_once(*(partial(jobs.execute, imports.KIND, job) for job in made)) == [True, True]
        ended = [api_for(person).get(f"/api/v1/imports/{job}/").json() for job in made]
        assert sorted(job["created"] for job in ended) == [0, 5]
        assert Article.objects.filter(uploader=person).count() == 5


def test_new_speakers_that_two_name_in_opposite_orders() -> None:
    people = [make_user(EDITOR), make_user(EDITOR)]
    for number in range(ROUNDS):
        names = [f"Runde {number}, Person {n}" for n in range(8)]
        bodies = []
        for person, order in zip(people, (names, names[::-1]), strict=True):
            version = bring_in(person, TEXT).version
            marks = [
                {"op": "create", "version": version.pk, "kind": "quote", "start": n, "end": n + 1, "exact": TEXT[n]}
                | {"quote": {"speaker": name}}
                for n, name in enumerate(order)
            ]
            bodies.append({"atomic": True, "operations": marks})
        answers = at_once(
            *(
                partial(api_for(person).post, f"{ANNOTATIONS}bulk/", body)
                for person, body in zip(people, bodies, strict=True)
            )
        )
        assert [answer.status_code for answer in answers] == [200, 200]
    assert Speaker.objects.filter(name__startswith="Runde").count() == 8 * ROUNDS
