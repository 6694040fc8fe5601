"""The reading in words that the card shows, and the explanation of every rule."""

from __future__ import annotations

import pytest

from extraction import explain, figures
from extraction.document import Document
from tests.extraction.figures.table import read_cases


@pytest.mark.parametrize(
    ("sentence", "german", "english"),
    [
        ("84,6 Mio. kamen.", "84 600 000", "84 600 000"),
        ("Mindestens 2,5 Mrd. Euro fehlen.", "mindestens 2 500 000 000 EUR", "at least 2 500 000 000 EUR"),
        ("Fast 7,5 Prozent stimmten zu.", "fast 7,5 %", "almost 7.5 %"),
        ("Fünf bis sieben Tage dauert es.", "5 bis 7 Tage", "5 to 7 days"),
        ("Sie wartete ein Jahr.", "1 Jahr", "1 year"),
        ("Hunderte Menschen kamen.", "mindestens 200", "at least 200"),
        ("Er wurde zum 3. Mal gewählt.", "3.", "3"),
        ("Das 1,5-fache wird fällig.", "1,5-fach", "1.5 times"),
        ("Fast zwei Drittel stimmten zu.", "fast 2/3", "almost 2/3"),
        ("Rund jeder dritte Antrag scheitert.", "ungefähr 1 von 3", "about 1 in 3"),
        ("Die Chance liegt bei 1 zu 14 Millionen.", "1/14 000 000", "1/14 000 000"),
        ("Im Jahr 476 ging Rom unter.", "476", "476"),
        ("Ab 1. Januar gilt das.", "ab 1. Januar", "from 1 January"),
        ("Kurz nach 23 Uhr war Schluss.", "kurz nach 23 Uhr", "shortly after 23:00"),
        ("Sie siegte in 1:32:05 Stunden.", "1:32:05 Stunden", "1:32:05 hours"),
        ("Es dauerte 1,5 Stunden.", "1,5 Stunden", "1.5 hours"),
        ("Am 3. Mai 2020 um 7 Uhr begann es.", "3. Mai 2020, 7 Uhr", "3 May 2020, 7:00"),
    ],
)
def test_reads_figures_aloud(sentence: str, german: str, english: str) -> None:
    reading = figures.extract(Document(sentence, "de"), tick=lambda: None)[0].reading
    assert {lang: words.replace("\u202f", " ") for lang, words in reading.items()} == {"de": german, "en": english}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_rule_is_explained(lang: str) -> None:
    rules = {
        f.rule for case in read_cases(lang) for f in figures.extract(Document(case.sentence, lang), tick=lambda: None)
    }
    for rule in rules:
        assert rule in figures.EXPLANATIONS
        assert explain(rule, "de") != explain(rule, "en")
