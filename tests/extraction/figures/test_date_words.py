"""Dates and times in words."""

from __future__ import annotations

import pytest

from extraction.figures.date_words import timex_in_words


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("2023-09-14", "14. September 2023", "14 September 2023"),
        ("2023-09", "September 2023", "September 2023"),
        ("2023", "2023", "2023"),
        ("XXXX-10-02", "2. Oktober", "2 October"),
        ("XXXX-03", "März", "March"),
        ("XXXX-WXX-3", "Mittwoch", "Wednesday"),
        ("T07:12", "7.12 Uhr", "7:12"),
        ("T18:00", "18 Uhr", "18:00"),
        ("T09", "9 Uhr", "9:00"),
        ("2023-09-14T07:12", "14. September 2023, 7.12 Uhr", "14 September 2023, 7:12"),
        ("199X", "1990er Jahre", "1990s"),
        ("17XX", "18. Jahrhundert", "18th century"),
        ("20XX", "21. Jahrhundert", "21st century"),
        ("XXXX-SU", "Sommer", "summer"),
        ("2026-SU", "Sommer 2026", "summer 2026"),
        ("2026-Q2", "2. Quartal 2026", "2nd quarter 2026"),
        ("2026-H1", "1. Halbjahr 2026", "1st half 2026"),
        ("XXXX-WXX-5TEV", "Freitag, Abend", "Friday, evening"),
        ("XXXX-W34", "34. Kalenderwoche", "week 34"),
        ("BC0300", "300 v. Chr.", "300 BC"),
        ("XXXX-XX-15", "15.", "15th"),
        ("3:1", "3:1", "3:1"),
        ("2023-99", "2023-99", "2023-99"),
        ("TMO", "Morgen", "morning"),
        ("PT5M", "PT5M", "PT5M"),
    ],
)
def test_in_words(value: str, german: str, english: str) -> None:
    assert timex_in_words(value, "de") == german
    assert timex_in_words(value, "en") == english
