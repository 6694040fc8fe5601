"""Long, hostile and odd texts: linear work, no overflow, places in code points."""

from __future__ import annotations

import math

import pytest

from extraction import figures
from extraction.document import Document
from tests.extraction.work import function_calls

LENGTH = 10_000


def work(text: str, lang: str) -> int:
    document = Document(text, lang)
    return function_calls(lambda: figures.extract(document, tick=lambda: None))


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    "piece",
    ["1", "0", "tausend", "tausend ", "einund", "einundzwanzig", "zweihundert", "hundred", "1.", "1,",
     "1 ", "1-", "1:", "1/2 ", "zwei und ", "1.000.", "+1", "(1", "Mai ", "hundred ", "one and ", "5 bis ", "1e", "½",
     "Millionen ", "zwei-", "10 Prozent auf ", "3 Stunden ", "\n1", "ein ", "Viertel vor ", "\"1\" ", "1. "],
)  # fmt: skip
def test_work_grows_with_the_length_and_no_faster(piece: str, lang: str) -> None:
    work("12 Uhr, 3 Euro", lang)  # compiles what is compiled at first use
    short, long = (work((piece * length)[:length], lang) for length in (LENGTH // 4, LENGTH))
    assert long < 5 * short + 1000


@pytest.mark.parametrize("digits", ["9" * 19, "9" * 400, "1" * 30 + ",5", "10^99999", "1e99999", "9^999999"])
def test_numbers_without_end_break_nothing(digits: str) -> None:
    for lang in ("de", "en"):
        text = f"Es waren {digits} Euro."
        found = figures.extract(Document(text, lang), tick=lambda: None)
        assert all(text[f.start : f.end] == f.text for f in found)
        assert all(math.isfinite(n) for f in found for n in (f.value, f.min, f.max) if isinstance(n, int | float))


@pytest.mark.parametrize("prefix", ["🚒🚒 ", "e\u0301 ", "\u200b", "𝔘 ", "İ ", "\ufeff"])
def test_places_are_code_points(prefix: str) -> None:
    text = f"{prefix}Rund 12 Menschen kamen."
    figure = figures.extract(Document(text, "de"), tick=lambda: None)[0]
    assert text[figure.start : figure.end] == "12"
    assert figure.counted is not None
    assert figure.counted.text(text) == "Menschen"


def test_tick_is_called_once_a_paragraph() -> None:
    ticks = []
    figures.extract(Document("Drei Tote.\n\nOhne Zahl.\nZwölf Uhr.", "de"), tick=lambda: ticks.append(1))
    assert len(ticks) == 3


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Kein Wort davon."])
def test_texts_without_figures_have_none(text: str) -> None:
    assert figures.extract(Document(text, "de"), tick=lambda: None) == ()
