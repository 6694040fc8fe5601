"""Frames of agency copy that were first met in the articles of `gold/agency.txt`."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, only, words


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Kolb nannte den Vorschlag „Unsinn“.", "Unsinn", "Kolb"),
        ("Kolb nannte das „Unsinn“.", "Unsinn", "Kolb"),
        ("Berg nannte den Minister „Lügner“.", "Lügner", "Berg"),
        ("„Sie will“, vertraute er der „Wochenpost“ an.", "Sie will", "er"),
    ],
)
def test_marked_words_that_somebody_calls_or_confides(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (str(quote.type), words(text, quote.spans), words(text, quote.speaker)) == ("direct", content, speaker)


@pytest.mark.parametrize("text", ["Kolb nannte das Schiff „Hoffnung“.", "Seinen Sohn nannte er „Emil“."])
def test_what_bears_a_name_is_not_judged(text: str) -> None:
    assert ask(text) == ()


def test_a_name_in_marks_inside_a_report_is_no_quote() -> None:
    text = "Berg sagte, dass man die „Rundschau am Sonntag“ im „Haus am See“ lese, was „viel zu selten“ sei."
    assert [content for kind, content in contents(text) if kind == "direct"] == ["viel zu selten"]


def test_swiss_spelling_of_verbs_of_speech() -> None:
    assert contents("Die Ärzte begrüssten den Entscheid.") == [("reported", "Die Ärzte begrüssten den Entscheid.")]


@pytest.mark.parametrize(
    ("text", "parts", "speaker"),
    [
        ("Er sei müde, zitierte ihn die Agentur.", "Er sei müde", "ihn"),
        ("Kaffee hilft. Zu diesem Ergebnis kommt eine Studie aus Elm.", "Kaffee hilft", "eine Studie aus Elm"),
        ("Sie hält den Mann, so sagte sie am Abend, für den Kopf der Bande.", None, "sie"),
        ("Bei Anwohnern wächst die Sorge, der Lärm könne zunehmen.", "der Lärm könne zunehmen", "Anwohnern"),
    ],
)
def test_reports_and_their_sources(text: str, parts: str | None, speaker: str) -> None:
    quote = only(text)
    expected = parts or "Sie hält den Mann | für den Kopf der Bande"
    assert (words(text, quote.spans), words(text, quote.speaker)) == (expected, speaker)


def test_a_question_nobody_asks_is_no_quote() -> None:
    text = "Auf die Frage, ob sie bleiben wolle, antwortete Präsidentin Anna Berg knapp: „Fragen Sie mich später.“"
    assert contents(text) == [("direct", "Fragen Sie mich später.")]


def test_an_act_is_told_across_an_apposition() -> None:
    text = "Gestern hat die Bischöfin von Elm, Anna Berg, die Gemeinden zu mehr Mut aufgerufen."
    quote = only(text)
    assert (str(quote.type), words(text, quote.speaker)) == ("reported", "die Bischöfin von Elm, Anna Berg")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Das Gesetz verstößt nach Ansicht der Gutachterin, Anna Berg, gegen altes Recht.",
            "Das Gesetz verstößt | gegen altes Recht",
        ),
        ("Der Rat hatte beschlossen, den Kai zu räumen, nachdem er brüchig geworden war.", "den Kai zu räumen"),
    ],
)
def test_where_content_goes_on_and_where_it_ends(text: str, content: str) -> None:
    assert words(text, ask(text)[0].spans) == content


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Moll nannte die Absage Bergs einen „Vertrauensbruch“.", "direct", "Vertrauensbruch"),
        ("Moll bezeichnet den Kai als sicher und nimmt Platz.", "reported", "Moll bezeichnet den Kai als sicher"),
        ("Moll lobte das Haus und verließ es.", "reported", "Moll lobte das Haus"),
    ],
)
def test_a_second_predicate_is_not_told(text: str, kind: str, content: str) -> None:
    assert contents(text) == [(kind, content)]


def test_behind_a_name_in_marks_begins_another_phrase() -> None:
    text = "„Das wird groß“, zitiert die „Woche“ Moll in einem Bericht."
    assert words(text, only(text).speaker) == "Moll"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Minister Kern winkte ab: Er habe nichts gewusst.", "Er habe nichts gewusst", "Minister Kern"),
        ("„Es reicht“, sagte die KDU-Politikerin der Deutschen Presse-Agentur.", "Es reicht", "die KDU-Politikerin"),
        ("„Es reicht“, sagte die Ministerin der „Hafenpost“.", "Es reicht", "die Ministerin"),
        ("„Es reicht“, sagte die Sprecherin der Zeitung.", "Es reicht", "die Sprecherin der Zeitung"),
    ],
)
def test_who_tells_it_and_whom(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)


def test_a_question_behind_an_answer_is_its_askers() -> None:
    text = "Sie fühle sich wohl, antwortete die Wirtin auf die Frage eines Gastes, ob sie bleibe."
    assert [(words(text, q.spans), words(text, q.speaker)) for q in ask(text)] == [
        ("Sie fühle sich wohl", "die Wirtin"),
        ("ob sie bleibe", "eines Gastes"),
    ]


def test_a_politician_may_hold_an_office() -> None:
    text = "Ministerpräsidentin Eva Lind schimpfte. „Es reicht“, sagte die KDU-Politikerin."
    assert only(text).source_name == "Eva Lind"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Sie bitte um Geduld, schrieb die Behörde, man arbeite daran.", "Sie bitte um Geduld | man arbeite daran"),
        ("Der Verband lobte, dass der Rat nachgab, forderte aber weitere Schritte.", "dass der Rat nachgab"),
        (
            "Berg kam zu dem Schluss, dass der Hang rutschen könnte, sollte es regnen.",
            "dass der Hang rutschen könnte, sollte es regnen",
        ),
    ],
)
def test_second_verbs_conditions_and_odd_subjunctives(text: str, content: str) -> None:
    assert words(text, only(text).spans) == content


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Fahrer sei zu schnell gewesen, heißt es im Abschlussbericht.", "Abschlussbericht"),
        ("Der Forscher Jan Alder zweifelt daran. „Es reicht“, sagt der 61-Jährige.", "Jan Alder"),
        ("Berichten zufolge ist der Kai zu.", ""),
    ],
)
def test_texts_and_ages_lead_to_a_name(text: str, name: str) -> None:
    assert ask(text)[-1].source_name == name


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("In dem Bericht steht, dass der Kai sinkt.", "dass der Kai sinkt", "dem Bericht"),
        ("Im Gutachten des Amtes steht, der Kai sinke.", "der Kai sinke", "Gutachten des Amtes"),
        ("„Der Kai sinkt“, ist in dem Bericht zu lesen.", "Der Kai sinkt", "dem Bericht"),
    ],
)
def test_what_stands_in_a_text_is_said_by_it(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)


def test_what_else_stands_somewhere_is_not_said() -> None:
    assert ask("Auf dem Hügel steht, dass man es weithin sieht, ein Turm.") == ()
