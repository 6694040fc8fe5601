"""Every sentence of the own tables: span, kind, value, unit, approximation and what is counted."""

from __future__ import annotations

import pytest

from extraction import FigureCandidate, figures
from extraction.document import Document
from tests.extraction.figures.table import Case, Expected, read_cases

CASES = [pytest.param(lang, case, id=case.sentence) for lang in ("de", "en") for case in read_cases(lang)]


def find(text: str, lang: str = "de") -> tuple[FigureCandidate, ...]:
    return figures.extract(Document(text, lang), tick=lambda: None)


def told(value: object) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def value_of(figure: FigureCandidate) -> str:
    if figure.value is not None:
        return told(figure.value)
    low, high = ("" if bound is None else told(bound) for bound in (figure.min, figure.max))
    return f"{low}..{high}"


def as_told(figure: FigureCandidate) -> tuple[str, ...]:
    approx = figure.approx.value if figure.approx else None
    return figure.text, figure.kind.value, value_of(figure), str(figure.unit), str(approx)


def as_expected(row: Expected) -> tuple[str, ...]:
    return row.words, row.kind, row.value, str(row.unit), str(row.approx)


@pytest.mark.parametrize(("lang", "case"), CASES)
def test_finds_what_the_table_says(lang: str, case: Case) -> None:
    found = find(case.sentence, lang)
    assert [as_told(figure) for figure in found] == [as_expected(row) for row in case.figures]


@pytest.mark.parametrize(("lang", "case"), CASES)
def test_names_what_is_counted(lang: str, case: Case) -> None:
    for figure, row in zip(find(case.sentence, lang), case.figures, strict=True):
        if row.counted is None:
            continue
        assert figure.counted is not None, row
        words = figure.counted.text(case.sentence)
        assert words in row.counted or row.counted in words


@pytest.mark.parametrize(("lang", "case"), CASES)
def test_spans_are_trimmed_and_do_not_overlap(lang: str, case: Case) -> None:
    last = 0
    for figure in find(case.sentence, lang):
        assert last <= figure.start < figure.end <= len(case.sentence)
        assert case.sentence[figure.start : figure.end] == figure.text == figure.text.strip()
        last = figure.end


def test_tables_are_large_enough() -> None:
    assert len(read_cases("de")) >= 400
    assert len(read_cases("en")) >= 150
