"""Bad input: no exception, places right, time linear."""

from __future__ import annotations

import time

import pytest

from tests.extraction.quotes.asking import ask

BROKEN = {
    "nothing": "",
    "white space": " \n\t\n ",
    "only marks": "„“»«\"\"''‚‘" * 50,
    "openers": "„" * 5000,
    "closers": "“" * 5000,
    "brackets": "(" * 5000 + ")" * 10,
    "crossed marks": "„Er »sagte“, das« sei “so” gewesen, sagte er. „Und",
    "upper case": "DER MINISTER SAGTE, DASS DER TUNNEL FERTIG IST. „DAS IST GUT“, SAGTE ER.",
    "emoji": "„Danke 🎉👩‍👩‍👧 euch!“, schrieb sie. Er sagte, das sei 😀 schön.",
    "ocr hyphens": "Der Minis-\nter sag-\nte, dass der Tun-\nnel fer-\ntig sei.",
    "other language": "El ministro dijo que «todo está bien». Le ministre a dit: « Bonjour ».",
    "no full stops": "er sagte dass er komme und " * 2000,
    "commas": "sagte, " * 3000,
    "prepositions": "laut nach zufolge so " * 2000,
    "control characters": "Er sagte,\x00 er\u200b komme\u2028 bald.\r\nSie\u00a0sagte: „Ja.“",
    "combining": "Er sagte, die Mu\u0308ller sa\u0308he das ein.",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("lang", ["de", "en"])
def test_broken_text_is_read_without_an_error(text: str, lang: str) -> None:
    ask(text, lang)


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Minister sagte, er habe „nichts gewusst“. Das sei falsch gewesen, sagte Müller. ",
        "er sagte dass er komme, und ",
        "„Wir gehen „nach Hause, sagte ",
        "Angela Berg der Sprecher der Firma in Essen ",
    ],
)
def test_time_grows_with_length_only(sentence: str) -> None:
    def seconds(repeats: int) -> float:
        text = sentence * repeats
        start = time.process_time()
        ask(text)
        return time.process_time() - start

    seconds(50)  # the lexicon is generated at first use
    # Ten times the text; forty leaves room for a noisy machine and is far from the hundred of a square.
    assert seconds(4000) < 40 * max(seconds(400), 0.01)


def test_the_same_text_gives_the_same_answer() -> None:
    text = "Die Lage sei „ernst“, sagte Anna Berg. Man habe alles versucht. Laut Polizei starb niemand."
    assert ask(text) == ask(text)
