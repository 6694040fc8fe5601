"""Bad input: no exception, places right, work linear; with the shipped weights and with a learned model."""

from __future__ import annotations

import pytest

from extraction import analyze
from extraction.quotes.model import SHIPPED, Model
from tests.extraction.quotes.asking import ask, check_quotes
from tests.extraction.work import function_calls

# Knows a little more than what is shipped: all the proposals and features of a learned model are made.
LEARNED = Model(
    {**SHIPPED.verifier, "indirect&ends:komme": 0.5, "variant_free&first:-5": 5.0}, {**SHIPPED.speaker, "head:er": 0.1}
)

BROKEN = {
    "nothing": "",
    "white space": " \n\t\n ",
    "only marks": "„“»«\"\"''‚‘" * 50,
    "openers": "„" * 5000,
    "closers": "“" * 5000,
    "full stops": "." * 20000,
    "dotted lines": "Kapitel 1 " + "." * 20000 + " 3\nKapitel 2",
    "signs before a frame": "......\nDas teilte die Stadt mit. ?!?! Das sagte Berg. ; , : Demnach sei das gut.",
    "brackets": "(" * 5000 + ")" * 10,
    "crossed marks": "„Er »sagte“, das« sei “so” gewesen, sagte er. „Und",
    "upper case": "DER MINISTER SAGTE, DASS DER TUNNEL FERTIG IST. „DAS IST GUT“, SAGTE ER.",
    "emoji": "„Danke 🎉👩‍👩‍👧 euch!“, schrieb sie. Er sagte, das sei 😀 schön.",
    "ocr hyphens": "Der Minis-\nter sag-\nte, dass der Tun-\nnel fer-\ntig sei.",
    "other language": "El ministro dijo que «todo está bien». Le ministre a dit: « Bonjour ».",
    "no full stops": "er sagte dass er komme und " * 1000,
    "commas": "sagte, " * 3000,
    "prepositions": "laut nach zufolge so " * 2000,
    "that without end": "Er sagte, dass, " * 500,
    "one paragraph of frames": "er sagte, er sei, so Müller, laut Berg, " * 200,
    "no quotation": "Die Straße ist von acht bis achtzehn Uhr gesperrt. Der Bus fährt durch die Gasse. " * 20,
    "half a quotation": "„Wir gehen „nach Hause, sagte " * 300,
    "closed before it opens": "Wir gehen“, sagte er. „Wir",
    "upper case questions": "„WER WAR DAS?“ FRAGTE DIE MINISTERIN. SIE SAGTE, SIE WISSE ES NICHT!",
    "control characters": "Er sagte,\x00 er\u200b komme\u2028 bald.\r\nSie\u00a0sagte: „Ja.“",
    "combining": "Er sagte, die Mu\u0308ller sa\u0308he das ein.",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("lang", ["de", "en"])
def test_broken_text_is_read_without_an_error(text: str, lang: str) -> None:
    ask(text, lang)


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_broken_text_is_read_by_a_learned_model(text: str) -> None:
    assert LEARNED.is_learned
    check_quotes(text, analyze(text, "de", only=("quotes",), quote_model=LEARNED).quotes)


@pytest.mark.parametrize("model", [SHIPPED, LEARNED], ids=["shipped", "learned"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Der Minister sagte, er habe „nichts gewusst“. Das sei falsch gewesen, sagte Müller. ",
        "er sagte dass er komme, und ",
        "Er sagte, dass, ",
        "„Wir gehen „nach Hause, sagte ",
        "Angela Berg der Sprecher der Firma in Essen ",
    ],
)
def test_work_grows_with_length_only(sentence: str, model: Model) -> None:
    def work(repeats: int) -> int:
        text = sentence * repeats
        return function_calls(lambda: analyze(text, "de", only=("quotes",), quote_model=model))

    work(50)  # the lexicon is generated at first use
    # Ten times the text. Windows of a fixed size fill up on the way, so it is not ten exactly; a square were a hundred.
    assert work(1000) < 20 * work(100)


def test_the_same_text_gives_the_same_answer() -> None:
    text = "Die Lage sei „ernst“, sagte Anna Berg. Man habe alles versucht. Laut Polizei starb niemand."
    assert ask(text) == ask(text)


def test_offsets_count_code_points_behind_emoji() -> None:
    text = "🎉🎉 „Danke 👩‍👩‍👧 euch!“, schrieb Anna Berg."
    (quote,) = ask(text)
    assert [text[start:end] for start, end in quote.spans] == ["Danke 👩‍👩‍👧 euch!"]
    assert [text[start:end] for start, end in quote.speaker] == ["Anna Berg"]
