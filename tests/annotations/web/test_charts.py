"""Charts over time: the right week, the right share, and the same numbers in a table."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone, translation

from annotations.models import Annotation, Article, Desk
from annotations.queries.trends import WEEKS, acceptance_trends
from annotations.services.annotations import accept_annotation, reject_annotation
from annotations.services.articles import BroughtIn
from annotations.services.releases import release_article
from annotations.web.charts import line_chart, sparkline
from tests.factories import bring_in, mark

THURSDAY = datetime.datetime(2026, 5, 7, 12, 0, tzinfo=datetime.UTC)


def decide(kind: str, decisions: str, actor: User) -> None:
    """One letter a decision: "a" accepts, "r" rejects the next open suggestion of that kind."""
    for letter in decisions:
        annotation = Annotation.objects.awaiting_review().filter(kind=kind).order_by("pk")[0]
        act = accept_annotation if letter == "a" else reject_annotation
        act(annotation=annotation, revision=annotation.revision, actor=actor)


@pytest.fixture
def decided(with_suggestions: BroughtIn, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures: one of two accepted a week ago, three of four this week; a mark by hand is no suggestion."""
    for days_ago, decisions in ((7, "ar"), (0, "aaar")):
        monkeypatch.setattr(timezone, "now", lambda ago=days_ago: THURSDAY - datetime.timedelta(days=ago))
        decide("figure", decisions, editor)
    decide("quote", "a", editor)
    mark(editor, with_suggestions.version, "Händedruck")


@pytest.mark.django_db
def test_decisions_count_in_the_week_they_were_made(
    decided: None, administrator: User, django_assert_num_queries: Any
) -> None:
    administrator.has_perm("")  # read once for every request
    with django_assert_num_queries(1):
        trends = acceptance_trends(administrator)
    assert trends.weeks[-1] == datetime.date(2026, 5, 4)
    assert len(trends.weeks) == WEEKS
    weeks = {trend.name: trend.weeks for trend in trends.kinds}
    assert weeks["figure"][-2:] == [(1, 2), (3, 4)]
    assert weeks["quote"][-2:] == [(0, 0), (1, 1)]
    assert "claim" not in weeks
    assert [trend.percents[-3:] for trend in trends.kinds if trend.name == "figure"] == [[None, 50, 75]]
    assert sum(trend.decided for trend in trends.rules) <= 7


@pytest.mark.django_db
def test_decisions_in_articles_out_of_sight_are_nobodys_figures(
    decided: None, moderator: User, administrator: User
) -> None:
    assert acceptance_trends(moderator).kinds != []
    Desk.objects.create(name="Recherche", is_closed=True)
    Article.objects.update(desk="Recherche")
    assert acceptance_trends(moderator).kinds == []
    assert acceptance_trends(administrator).kinds != []


@pytest.mark.django_db
def test_the_desk_shows_chart_and_table(decided: None, pages: Client) -> None:
    shown = pages.get("/overview/").content.decode()
    assert re.search(r"Zahl, 27\.4\.: 50 %", shown)
    assert re.search(r"Zahl, 4\.5\.: 75 %", shown)
    assert re.search(r"75 % <span class=\"muted\">\(3/4\)</span>", shown)
    english = pages.get("/overview/", headers={"Accept-Language": "en"}).content.decode()
    assert "Figure, 5/4: 75 %" in english
    assert "style=" not in shown, "the page's security policy knows no inline styles"


@pytest.mark.django_db
def test_an_empty_desk_says_so(pages: Client) -> None:
    shown = pages.get("/overview/").content.decode()
    assert "In den letzten Wochen wurde nichts entschieden." in shown
    assert "<svg" not in shown


@pytest.mark.django_db
def test_days_to_release_are_a_curve(moderator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: THURSDAY)
    articles = [bring_in(moderator, f"Es kamen {number} Gäste.").article for number in (10, 20)]
    for days, article in zip((1, 3), articles, strict=True):
        monkeypatch.setattr(timezone, "now", lambda ago=days: THURSDAY + datetime.timedelta(days=ago))
        release_article(article=article, actor=moderator, reason="Eilt.")
    client = Client()
    client.force_login(moderator)
    shown = client.get("/overview/").content.decode()
    assert len(re.findall(r"<title>, (?:8|10)\.5\.: [13]</title>", shown)) == 2
    assert "08.05.2026" in shown


def test_a_gap_is_not_drawn() -> None:
    [line] = line_chart([("Zahl", "figure", [10, None, 30, 40])], labels=["a", "b", "c", "d"], top=100).lines
    assert [path.count(",") for path in line.paths] == [1, 2]
    assert [words for _x, _y, words in line.dots] == ["Zahl, a: 10", "Zahl, c: 30", "Zahl, d: 40"]
    assert len(sparkline([10, None, 30, 40])) == 2


def test_names_of_lines_that_end_together_can_be_read() -> None:
    lines = line_chart([("a", "a", [50, 50]), ("b", "b", [51, 51]), ("c", "c", [52, 52])], labels=["1", "2"]).lines
    places = [float(line.name_y) for line in lines]
    assert min(later - earlier for earlier, later in pairwise(places)) >= 12


@pytest.mark.parametrize(("highest", "end"), [(0, "1"), (0.4, "1"), (3, "4"), (9, "10"), (11, "20"), (38, "40")])
def test_the_scale_ends_at_a_round_number(highest: float, end: str) -> None:
    chart = line_chart([("", "days", [highest])], labels=["1"])
    assert chart.rows[-1][1] == end


@pytest.mark.parametrize(("language", "quarter"), [("de", "0,25"), ("en", "0.25")])
def test_the_scale_is_written_in_the_readers_language(language: str, quarter: str) -> None:
    with translation.override(language):
        assert [words for _y, words in line_chart([("", "days", [0.4])], labels=["1"]).rows][1] == quarter
