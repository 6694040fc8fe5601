"""The whole loop on one article over the API alone: bring in, decide, check, countersign, release, dossier."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.response import Response
from rest_framework.test import APIClient

from annotations import jobs
from annotations.models import Article
from annotations.roles import CHECKER, EDITOR, MODERATOR
from annotations.services.suggestions import KIND
from tests.conftest import api_for
from tests.factories import TEXT, make_user
from tests.replay import assert_record_gives

pytestmark = pytest.mark.django_db


class Desk:
    """One person's requests; what is refused is answered with its status, everything else with its content."""

    def __init__(self, user: User, language: str) -> None:
        self.client: APIClient = api_for(user)
        self.client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
        self.said = ""  # in the last refusal

    def get(self, path: str) -> Any:
        return self._content(self.client.get(f"/api/v1/{path}"))

    def post(self, path: str, body: Any = None) -> Any:
        """With the ETag of the annotation it is about, as it is now."""
        headers = {}
        parts = path.split("/")
        if parts[0] == "annotations" and parts[1].isdigit():
            headers["If-Match"] = self.client.get(f"/api/v1/annotations/{parts[1]}/").headers["ETag"]
        return self._content(self.client.post(f"/api/v1/{path}", body, headers=headers))

    def _content(self, answer: Response) -> Any:
        if answer.status_code < 300:
            return answer.json()
        self.said = answer.json()["detail"]
        return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize(
    ("language", "refusal"),
    [
        ("de", "Gegenzeichnen muss jemand anderes"),
        ("en", "You set this verdict yourself"),
    ],
)
def test_from_post_to_dossier(language: str, refusal: str) -> None:
    editor, checker, head = (Desk(make_user(role), language) for role in (EDITOR, CHECKER, MODERATOR))
    brought_in = editor.post("articles/", {"title": "Schulbau", "text": TEXT})
    article = brought_in["id"]
    assert jobs.execute(KIND, brought_in["run"]["id"])
    assert editor.get(f"runs/{brought_in['run']['id']}/")["state"] == "finished"

    suggested = editor.get(f"annotations/?article={article}&page_size=100")["results"]
    for mark in suggested[:2]:
        assert editor.post(f"annotations/{mark['id']}/reject/", {"reason": "irrelevant"})
    operations = [{"op": "accept", "id": mark["id"], "revision": mark["revision"]} for mark in suggested[2:]]
    assert editor.post("annotations/bulk/", {"operations": operations, "atomic": True})

    facts = editor.get(f"annotations/?article={article}&state=accepted&page_size=100")["results"]
    assert len(facts) == len(suggested) - 2
    figures = [fact["id"] for fact in facts if fact["kind"] == "figure"]
    direct = next(fact["id"] for fact in facts if fact["kind"] == "quote" and fact["quote"]["type"] == "direct")
    source = editor.post("sources/", {"title": "Protokoll der Ratssitzung"})
    cited = {"status": "confirmed", "citations": [{"source": source["id"], "place": "S. 4"}]}
    assert editor.post(f"annotations/{figures[0]}/verdict/", cited)
    assert editor.post(f"annotations/{figures[1]}/verdict/", {"status": "wrong"}) == (400, "correction_missing")
    assert editor.post(f"annotations/{figures[1]}/verdict/", {"status": "wrong", "correction": "dreizehn"})
    assert editor.post(f"annotations/{figures[2]}/verdict/", {"status": "query", "question": "Woher?"})
    assert editor.post(f"annotations/{figures[2]}/answer/", {"answer": "Aus dem Protokoll."})
    assert editor.post(f"annotations/{direct}/verdict/", {"status": "author_alone"})

    assert editor.post(f"annotations/{direct}/countersign/") == (409, "four_eyes")
    assert refusal in editor.said
    assert editor.get(f"articles/{article}/check/")["progress"]["countersignatures_due"] >= 1
    assert checker.post(f"annotations/{direct}/countersign/")

    assert editor.post(f"articles/{article}/release/", {"reason": "Eilt."}) == (403, "permission_denied")
    assert head.post(f"articles/{article}/release/") == (409, "still_open")
    released = head.post(f"articles/{article}/release/", {"reason": "Redaktionsschluss."})
    dossier = head.get(f"releases/{released['id']}/")["dossier"]
    verdicts = {fact["id"]: fact["verdict"]["status"] for fact in dossier["facts"] if fact["verdict"]}
    assert verdicts == dict(zip([*figures[:3], direct], ["confirmed", "wrong", "query", "author_alone"], strict=True))
    assert [cited["title"] for cited in dossier["sources"]] == ["Protokoll der Ratssitzung"]
    assert (
        head.post(f"annotations/{figures[0]}/corrections/", {"text": "Es war eine mehr."})["release"] == released["id"]
    )
    assert editor.get(f"articles/{article}/")["state"] == "released"

    assert editor.post(f"annotations/{figures[0]}/verdict/", {"status": "not_checkable"})
    assert editor.get(f"articles/{article}/")["state"] == "in_check", "a later change opens it again"
    happened = [event["verb"] for event in editor.get(f"events/?article={article}&page_size=500")["results"]]
    assert happened[-2:] == ["checked", "reopened"]
    assert [event for event in happened if event in ("rejected", "answered", "signed", "released")] == [
        "rejected",
        "rejected",
        "answered",
        "signed",
        "released",
    ]
    assert_record_gives(Article.objects.get(pk=article))
