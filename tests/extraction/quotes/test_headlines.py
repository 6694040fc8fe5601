"""Lines without a verb of speech: headlines with a colon, words in marks over a picture."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, only, words


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Polizei: Täter war betrunken", "Täter war betrunken", "Polizei"),
        ("Ministerin Berg: Müssen schneller werden", "Müssen schneller werden", "Ministerin Berg"),
        (
            "Kern: Niemand wird entlassen\n\nVorstandschef Hans Kern hat die Belegschaft beruhigt.",
            "Niemand wird entlassen",
            "Kern",
        ),
        (
            "„Wir lassen niemanden allein“ – Ministerin Berg im Interview",
            "Wir lassen niemanden allein",
            "Ministerin Berg",
        ),
        ("„Wir bleiben“ – Anna Berg", "Wir bleiben", "Anna Berg"),
    ],
)
def test_a_line_names_who_says_so(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Hamburg: Zwei Tote nach Unfall",
        "Fußball: Bayern verliert gegen Köln",
        "Velm: Niemand wird entlassen\n\nIn Velm hat Vorstandschef Hans Kern die Belegschaft beruhigt.",
        "„Das Boot“ – Ein Klassiker",
        "„Wir bleiben“ – so heißt das Stück",
    ],
)
def test_a_place_a_topic_or_a_title_says_nothing(text: str) -> None:
    assert ask(text) == ()
