"""What a text says about itself."""

from __future__ import annotations

import datetime

import pytest

from annotations.ingest.guesses import date_header, likely_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Pegel fallen\n\nNach dem Hochwasser …", "Pegel fallen"),
        (
            " date 2023-09 Kassel. Der Rat hat am Montag getagt. " + "Es ging um Geld. " * 9,
            "Der Rat hat am Montag getagt",
        ),
        ("Der Rat hat getagt. " + "Es ging um Geld. " * 9, "Der Rat hat getagt"),
        ("Wort " * 60, "Wort " * 23 + "Wort …"),
        ("Ja. Nein. Doch. " * 20, "Ja"),
    ],
)
def test_likely_title(text: str, title: str) -> None:
    assert likely_title(text) == title


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" date 2023-09 Der", (datetime.date(2023, 9, 1), "month")),
        ("date 2023-09-14\nDer", (datetime.date(2023, 9, 14), "day")),
        ("date 2023 Der", (datetime.date(2023, 1, 1), "year")),
        ("date 2023-13 Der", None),
        ("Der date 2023-09", None),
        ("", None),
    ],
)
def test_date_header(text: str, found: tuple[datetime.date, str] | None) -> None:
    assert date_header(text) == found
