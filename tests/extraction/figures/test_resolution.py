"""Partial dates are resolved against the day of the article; the value keeps the words' own form."""

from __future__ import annotations

import datetime

import pytest

from extraction import figures
from extraction.document import Document
from extraction.figures import resolve

DAY = datetime.date(2023, 9, 15)  # a Friday


@pytest.mark.parametrize(
    ("value", "forward", "full"),
    [
        ("XXXX-WXX-3", False, "2023-09-13"),
        ("XXXX-WXX-5", False, "2023-09-15"),
        ("XXXX-WXX-5", True, "2023-09-22"),
        ("XXXX-WXX-1", True, "2023-09-18"),
        ("XXXX-WXX-6TEV", False, "2023-09-09TEV"),
        ("XXXX-05", False, "2023-05"),
        ("XXXX-10", False, "2022-10"),
        ("XXXX-10", True, "2023-10"),
        ("XXXX-12-24", False, "2022-12-24"),
        ("XXXX-12-24", True, "2023-12-24"),
        ("XXXX-02-29", False, "2020-02-29"),
        ("XXXX-Q1", False, "2023-Q1"),
        ("XXXX-FA", True, "2023-FA"),
        ("2020-01-01", False, None),
        ("1999", False, None),
        ("T07:12", False, None),
    ],
)
def test_resolves_from_the_day_of_the_article(value: str, forward: bool, full: str | None) -> None:
    assert resolve(value, published_on=DAY, forward=forward) == full


@pytest.mark.parametrize(
    ("sentence", "full"),
    [
        ("Am Mittwoch trafen sie sich.", "2023-09-13"),
        ("Am kommenden Mittwoch treffen sie sich.", "2023-09-20"),
        ("Im Oktober wird er den Nachbarn besuchen.", "2023-10"),
        ("Im Mai hatte er verloren.", "2023-05"),
        ("Am 3. Oktober 1990 war es so weit.", None),
    ],
)
def test_words_tell_whether_a_date_is_ahead(sentence: str, full: str | None) -> None:
    figure = figures.extract(Document(sentence, "de", DAY), tick=lambda: None)[0]
    assert figure.resolved == full


def test_nothing_is_resolved_without_a_day() -> None:
    assert figures.extract(Document("Am Mittwoch.", "de"), tick=lambda: None)[0].resolved is None
