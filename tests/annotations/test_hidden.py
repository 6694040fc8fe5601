"""A hidden mark is nowhere: every page and endpoint that can be read is searched for what is said about it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from annotations.models import Annotation, Source
from annotations.roles import ADMINISTRATOR, CHECKER, EDITOR, INTEGRATION, MODERATOR
from annotations.services.articles import BroughtIn
from annotations.services.assignments import assign
from annotations.services.comments import add_comment
from annotations.services.moderation import hide_annotation, show_annotation
from annotations.services.releases import correct_published, release_article
from tests.annotations.api.test_permissions import ENDPOINTS
from tests.annotations.web.test_permissions import TABLE
from tests.conftest import api_for
from tests.factories import check, make_source, make_user, mark, things_to_check

pytestmark = pytest.mark.django_db
# What is said about the mark, and nowhere in a text.
SAID = ("Vertrauliche Anmerkung", "Vertrauliche Stelle", "Vertrauliches Gespräch", "Vertrauliche Korrektur")


@pytest.fixture
def hidden(with_suggestions: BroughtIn, moderator: User) -> Annotation:
    """A fact with all there can be about it, released; then hidden."""
    owner, article = with_suggestions.article.uploader, with_suggestions.article
    fact = mark(owner, with_suggestions.version, "rund 1.200 Menschen", fields={"claimant": "Polizei"})
    fact = check(owner, fact, "confirmed", source=make_source(owner, "Zählung"), place=SAID[1], note=SAID[0])
    add_comment(annotation=fact, text=f"@{moderator.username} {SAID[2]}", actor=owner)
    assign(article=article, annotation=fact, checker=owner, actor=moderator)
    release_article(article=article, actor=moderator, reason="Eilt.")
    correct_published(annotation=fact, text=SAID[3], actor=moderator)
    hide_annotation(annotation=fact, actor=moderator, reason="Persönlichkeitsrecht")
    return fact


def numbers_about(fact: Annotation, others: dict[str, int]) -> dict[str, int]:
    """Addresses lead to the mark and to what belongs to it, wherever they can."""
    release = fact.version.releases.get()
    comment, assignment = fact.comments.get(), fact.assignments.get()
    own = {"annotation": fact.pk, "article": fact.version.article_id, "version": fact.version_id, "run": 1}
    own |= {"comment": comment.pk, "assignment": assignment.pk, "release": release.pk}
    source = Source.objects.get(title="Zählung").pk
    return {**others, **own, "source": source, "released": fact.pk, "sentence": 1, "speaker": 1}


def everything_read(user: User, numbers: dict[str, int]) -> dict[str, str]:
    """What each address answers that can be read."""
    api, pages = api_for(user), Client(raise_request_exception=False)
    pages.force_login(user)
    found = {}
    for method, path, *_rest in ENDPOINTS:
        if method == "get" and "export" not in path:
            full = f"/api/v1/{path.format(**numbers)}"
            found[full] = api.get(full).content.decode()
    for method, path, *_rest in TABLE:
        names = set(numbers)
        wanted = {part.split("}")[0] for part in path.split("{")[1:]}
        if method == "get" and wanted <= names and "=pdf" not in path and "original" not in path:
            answer: Any = pages.get(f"/{path.format(**numbers)}")
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            found[f"/{path.format(**numbers)}"] = content.decode()
    return found


@pytest.mark.parametrize("role", [EDITOR, CHECKER, MODERATOR, ADMINISTRATOR, INTEGRATION])
def test_nothing_that_is_said_about_it_is_found_anywhere(
    role: str, hidden: Annotation, with_suggestions: BroughtIn, moderator: User
) -> None:
    numbers = numbers_about(hidden, things_to_check(with_suggestions))
    user = make_user(role)
    told = [(path, words) for path, said in everything_read(user, numbers).items() for words in SAID if words in said]
    assert told == []
    show_annotation(annotation=hidden, actor=moderator, reason="Freigegeben")
    shown = {words for said in everything_read(user, numbers).values() for words in SAID if words in said}
    assert shown == set(SAID), "the addresses that were searched do tell of what is not hidden"


def test_registers_and_counts_leave_it_out(hidden: Annotation, editor: User, moderator: User) -> None:
    def counted() -> list[int]:
        api = api_for(editor)
        [source] = api.get("/api/v1/sources/?search=Zählung").json()["results"]
        check = api.get(f"/api/v1/articles/{hidden.version.article_id}/check/").json()
        dossier = api.get(f"/api/v1/releases/{hidden.version.releases.get().pk}/").json()["dossier"]
        return [source["fact_count"], check["progress"]["facts"], len(dossier["facts"]), len(dossier["sources"])]

    assert counted() == [0, 0, 0, 0]
    pages = Client()
    pages.force_login(editor)
    page = f"/dossiers/{hidden.version.releases.get().pk}/"
    assert "1 Fakt wurde nach der Freigabe verborgen" in pages.get(page).content.decode()
    assert pages.get(f"{page}?as=pdf").content.startswith(b"%PDF")
    show_annotation(annotation=hidden, actor=moderator, reason="Freigegeben")
    assert counted() == [1, 1, 1, 1]
    assert "verborgen" not in pages.get(page).content.decode()
