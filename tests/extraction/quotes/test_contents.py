"""What content may look like at its start: conditions, lists, asides, pronouns."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, only, words

CONTENTS = [
    "sollte es regnen, werde das Spiel verschoben",
    "die Firmen Alba, Berto und Celm würden geschlossen",
    "im Sommer, wenn die Gäste kommen, fehle Wasser",
    "das könne, müsse aber nicht gelingen",
]


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize(
    "frame", ["Kern hat angekündigt, {}.", "Es hieß, {}.", "Kern, der den Verein leitet, sagte, {}."]
)
def test_content_begins_right_behind_its_frame(frame: str, content: str) -> None:
    text = frame.format(content)
    assert words(text, only(text).spans) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kern sagte am Montag, in Bonn, Köln und Ulm werde gebaut.", "in Bonn, Köln und Ulm werde gebaut"),
        (
            "Kern betonte: Die Firmen Alba, Berto und Celm würden geschlossen.",
            "Die Firmen Alba, Berto und Celm würden geschlossen",
        ),
        ("Wer zu spät komme, den bestrafe das Leben, sagte Kern.", "Wer zu spät komme, den bestrafe das Leben"),
        ("Dass er komme, sei sicher, so Kern.", "Dass er komme, sei sicher"),
        ("Kern sagte, er nehme das ernst, rate aber nicht ab.", "er nehme das ernst, rate aber nicht ab"),
        (
            "Wichtig sei ein Kristall gewesen, sagte Kern, dessen Alter sich habe klären lassen.",
            "Wichtig sei ein Kristall gewesen | dessen Alter sich habe klären lassen",
        ),
        (
            "Wichtig sei ein Kristall gewesen, so der Forscher, dessen Alter sich habe klären lassen.",
            "Wichtig sei ein Kristall gewesen | dessen Alter sich habe klären lassen",
        ),
        ("Wichtig sei ein Kristall gewesen, so der Forscher, der das Amt leitet.", "Wichtig sei ein Kristall gewesen"),
        ("Nach Ansicht der Gutachterin, so der Richter, hätte das auffallen müssen.", "hätte das auffallen müssen"),
        (
            "Wie alt der Mond ist, darüber werde man, prophezeit Kern, noch streiten.",
            "Wie alt der Mond ist, darüber werde man | noch streiten",
        ),
        (
            "Es gehe darum, sagte Kern, „die Menschen mitzunehmen“.",
            "Es gehe darum | „die Menschen mitzunehmen“",
        ),
        ("Bis zur Zulassung würden, schätzt Kern, Jahre vergehen.", "Bis zur Zulassung würden | Jahre vergehen"),
    ],
)
def test_content_has_all_its_parts(text: str, content: str) -> None:
    assert words(text, ask(text)[0].spans) == content
