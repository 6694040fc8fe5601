"""Searching finds inflections, in titles, texts, marks and speakers; alike on both databases."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.test import APIClient

from annotations.models import Annotation, AnnotationSearch, Article
from annotations.services.annotations import change_annotation
from annotations.services.articles import Manuscript, change_article
from annotations.services.contents import Contents
from annotations.services.versions import add_version
from annotations.stemming import distinct_stems, stems
from tests.factories import bring_in, mark, suggested

pytestmark = pytest.mark.django_db


def found(api: APIClient, kind: str, words: str) -> list[int]:
    answer = api.get(f"/api/v1/{kind}/", {"search": words})
    assert answer.status_code == 200, answer.content
    return [row["id"] for row in answer.json()["results"]]


@pytest.fixture
def article(editor: User) -> Article:
    text = "Die Häuser an der Straße wurden abgerissen, sagte Anna Beck. Cafés und 1.200 Wohnungen folgen."
    return bring_in(editor, text, title="Der Bürgermeister und seine Pläne", byline="Ilse Kern").article


@pytest.mark.parametrize(
    "words",
    [
        "Haus Straßen",
        "häusern",
        "HAEUSER".replace("AE", "Ä"),
        "bürgermeisters",
        "plan",
        "Cafe",
        "1.200",
        "Kern Wohnung",
    ],
)
def test_every_inflection_finds_the_article(api: APIClient, editor: User, article: Article, words: str) -> None:
    bring_in(editor, "Ganz andere Worte.", title="Sonst nichts")
    assert found(api, "articles", words) == [article.pk]


@pytest.mark.parametrize("words", ["Hausboot", "Beck Hausboot", "", "…", 'NOT "', "a*", "' OR 1=1 --", "%", "_"])
def test_what_is_not_there_is_not_found_and_nothing_breaks(api: APIClient, article: Article, words: str) -> None:
    assert found(api, "articles", words) == ([article.pk] if words == "" else [])


def test_a_new_title_and_a_new_text_are_found_at_once(api: APIClient, editor: User, article: Article) -> None:
    change_article(article=article, values={"title": "Neue Brücken"}, actor=editor)
    assert (found(api, "articles", "brücke"), found(api, "articles", "Bürgermeister")) == ([article.pk], [])
    add_version(article=article, manuscript=Manuscript.pasted("Nun geht es um Schulen."), actor=editor)
    assert (found(api, "articles", "schule"), found(api, "articles", "Straße")) == ([article.pk], [])


def test_articles_and_marks_are_found_by_who_speaks(api: APIClient, editor: User) -> None:
    brought_in = bring_in(editor, "„Das wird gebaut“, sagte sie.")
    quote = mark(editor, brought_in.version, "Das wird gebaut", "quote", fields={"speaker": "Ilva Koren"})
    assert found(api, "articles", "koren") == [brought_in.article.pk]
    assert found(api, "annotations", "ilva koren") == [quote.pk]
    assert found(api, "annotations", "bauen Koren") == []


def test_marks_are_found_by_their_words_wherever_they_come_from(api: APIClient, editor: User) -> None:
    brought_in = suggested(editor)
    assert AnnotationSearch.objects.count() == Annotation.objects.count() > 0
    claim = mark(editor, brought_in.version, "teilte die Verwaltung mit")
    assert claim.pk in found(api, "annotations", "verwaltungen")
    start = brought_in.version.text.index("am Montag")
    moved = Contents(start=start, end=start + 9, exact="am Montag")
    change_annotation(annotation=claim, revision=claim.revision, actor=editor, contents=moved)
    assert claim.pk not in found(api, "annotations", "verwaltung")
    assert claim.pk in found(api, "annotations", "Montag")


def test_a_search_costs_no_query_more(api: APIClient, article: Article, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(3):  # the person's permissions twice, the list
        found(api, "articles", "Haus")


def test_the_list_of_articles_searches_the_same(pages: Client, article: Article) -> None:
    assert article.title in pages.get("/articles/?q=häuser").content.decode()
    assert "Kein Artikel" in pages.get("/articles/?q=hausboot").content.decode()


def test_stems_are_words_without_accents() -> None:
    assert stems("Häusern, Café — 1.200 Straßen_bau") == ["haus", "caf", "1", "200", "strass", "bau"]
    assert distinct_stems("Haus und Häuser") == "haus und"
    assert distinct_stems("…") == ""
