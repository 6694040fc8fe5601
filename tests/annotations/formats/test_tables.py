"""CSV and Excel: they open right in a German Excel, and no cell is run as a formula."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from annotations.formats.columns import harmless
from annotations.formats.registry import FORMATS
from tests.annotations.formats.conftest import SITE, Everything, records, written

pytestmark = pytest.mark.django_db


def csv_rows() -> list[dict[str, str]]:
    text = written("csv")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))


def sheets() -> dict[str, list[tuple[Any, ...]]]:
    content = b"".join(FORMATS["xlsx"].write(iter(records()), SITE))
    book = load_workbook(io.BytesIO(content))
    assert [sheet.freeze_panes for sheet in book.worksheets] == ["A2", "A2"]
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_a_row_for_every_mark(everything: Everything) -> None:
    quote, figure, claim = csv_rows()
    assert (quote["exact"], quote["speaker"], quote["cue"]) == (everything.quote.exact, "Anna Beck", "sagte")
    assert (claim["verdict"], claim["correction"]) == ("wrong", "Er ist offen.")
    assert claim["sources"] == "Protokoll der Ratssitzung, S. 4, https://rat.example/7"
    assert (quote["verdict"], figure["verdict"]) == ("unchecked", "")
    assert figure["address"] == f"{SITE}/articles/{everything.brought_in.article.pk}/?mark={everything.figure.pk}"


def test_numbers_have_the_comma_a_german_excel_reads(everything: Everything) -> None:
    figure = csv_rows()[1]
    assert figure["value"] == "-3500000"
    assert (figure["start"], figure["end"]) == (str(everything.figure.start), str(everything.figure.end))
    everything.figure.figure.value = 2.5
    everything.figure.figure.save()
    assert csv_rows()[1]["value"] == "2,5"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_formula_becomes_words(sign: str) -> None:
    assert harmless(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"
    assert harmless(f"a{sign}b") == f"a{sign}b"


def test_no_cell_begins_like_a_formula(everything: Everything) -> None:
    assert {row["title"] for row in csv_rows()} == {"'@Haushalt"}
    for rows in sheets().values():
        for cell in (cell for row in rows[1:] for cell in row if isinstance(cell, str)):
            assert not cell.startswith(("=", "+", "-", "@"))


def test_excel_has_both_lists_in_the_words_of_people(everything: Everything) -> None:
    with override("de"):
        marks, articles = sheets().values()
    heading = list(marks[0])
    row = dict(zip(heading, marks[1], strict=True))
    assert (row["Art"], row["Stand"], row["Sprecher oder Urheber"]) == ("Zitat", "Angenommen", "Anna Beck")
    assert dict(zip(heading, marks[2], strict=True))["Wert"] == -3_500_000, "a number, not words"
    assert dict(zip(articles[0], articles[1], strict=True))["Fundstellen"] == 3
