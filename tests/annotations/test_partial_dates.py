"""Dates of which day or month may be unknown."""

from __future__ import annotations

import datetime

import pytest
from django.utils.translation import override

from annotations.partial_dates import format_partial_date, parse_partial_date
from annotations.web.texts import partial_date_words


@pytest.mark.parametrize(
    ("written", "date", "precision"),
    [
        ("2023-09-14", datetime.date(2023, 9, 14), "day"),
        ("2023-09", datetime.date(2023, 9, 1), "month"),
        ("2023", datetime.date(2023, 1, 1), "year"),
    ],
)
def test_there_and_back(written: str, date: datetime.date, precision: str) -> None:
    assert parse_partial_date(written) == (date, precision)
    assert format_partial_date(date, precision) == written


@pytest.mark.parametrize("written", ["", "14.9.2023", "2023-13", "2023-02-30", "2023-9", "20233", "0000"])
def test_refuses_what_is_no_date(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_partial_date(written)


@pytest.mark.parametrize(
    ("precision", "german", "english"),
    [
        ("day", "14. September 2023", "Sept. 14, 2023"),
        ("month", "September 2023", "September 2023"),
        ("year", "2023", "2023"),
    ],
)
def test_is_said_as_its_reader_writes_it(precision: str, german: str, english: str) -> None:
    date = datetime.date(2023, 9, 14)
    for language, expected in (("de", german), ("en", english)):
        with override(language):
            assert partial_date_words(date, precision) == expected
    assert partial_date_words(None, precision) == ""
