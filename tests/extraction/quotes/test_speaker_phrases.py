"""Where the phrase that names a speaker begins and ends, and which phrase of a frame it is."""

from __future__ import annotations

import pytest

from extraction.document import Document
from extraction.lang.base import load_pack
from extraction.quotes.possible_speakers import ranked
from extraction.quotes.reading import Reading
from tests.extraction.quotes.asking import ask, only, words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Der Leiter der Abteilung für Brücken im Amt für Straßen (ASV), Jan Moll, hat gefordert, dass gebaut wird.",
            "Der Leiter der Abteilung für Brücken im Amt für Straßen (ASV), Jan Moll",
        ),
        (
            "Jan Moll, der Bewerber der Freien Liste um das Amt des Landrats im Kreis Elm bei der Wahl im Mai, sagte, "
            "es sei knapp.",
            "Jan Moll, der Bewerber der Freien Liste um das Amt des Landrats im Kreis Elm bei der Wahl im Mai",
        ),
        (
            "Im Mai hatte ein Sprecher auf deutscher Seite, Jan Moll, erklärt, der Kai sei zu.",
            "ein Sprecher auf deutscher Seite, Jan Moll",
        ),
        ("In einer ersten Reaktion sprach der Verband von einem „schwarzen Tag“.", "der Verband"),
        ("Wie die „Aktion Moor hilft“ mitteilte, bleibt der Kai zu.", "die „Aktion Moor hilft“"),
        (
            "Leer (Moormark), 12. Mai – Der Chef der Gilde, Jan Moll, hat den Bau als „völlig falsch“ gerügt.",
            "Der Chef der Gilde, Jan Moll",
        ),
        (
            "Die noch im Lager verbliebenen Frauen sagten, sie hätten Angst.",
            "Die noch im Lager verbliebenen Frauen",
        ),
        ("Die alten und kranken Gäste sagten, es sei kalt.", "Die alten und kranken Gäste"),
        ("Der Rat sowie auch die Kirche teilten mit, es sei kalt.", "Der Rat sowie auch die Kirche"),
        ("Laut Satzung der Präsident bestimmt, wer spricht.", "Satzung"),
        ("Gestern sprach Anna Berg von der Hoffnung auf Regen.", "Anna Berg"),
        (
            "Kai Moll, Leiter des Amtes am Montag in Wien: „Es ist kalt hier oben.“",
            "Kai Moll, Leiter des Amtes",
        ),
        (
            "Es sei kalt, sagte Kai Moll, Leiter des Amtes am Montag in Wien.",
            "Kai Moll, Leiter des Amtes",
        ),
        (
            "Es sei kalt, sagte Kai Moll vom Institut für Gezeiten (IfG) am Montag.",
            "Kai Moll vom Institut für Gezeiten (IfG)",
        ),
        ("Es sei kalt, sagte eine 28 Jahre alte Lotsin.", "eine 28 Jahre alte Lotsin"),
        ("Es sei kalt, sagte „Kompass“-Reporter Kai Moll.", "„Kompass“-Reporter Kai Moll"),
        ("Es sei kalt, sagte Kanzlerin Mia Kurz am Montag.", "Kanzlerin Mia Kurz"),
        ("Es sei kalt, fügte al-Harthi hinzu.", "al-Harthi"),
        ("Es sei kalt, räumte die Lotsin bei einer Anhörung ein.", "die Lotsin"),
        ("Es sei kalt, sagte die Lotsin am Rande einer Tagung in Ulm.", "die Lotsin"),
        ("Es sei kalt, sagte die Lotsin dieser Zeitung.", "die Lotsin"),
        ("Es sei kalt, teilte die Reederei der Deutschen Presse-Agentur mit.", "die Reederei"),
        ("Es sei kalt, sagte die Werft Elbe der Zeitung.", "die Werft Elbe"),
        ("Es sei kalt, sagte der Chef der Zeitung.", "der Chef der Zeitung"),
        ("Es sei kalt, sagte ein Sprecher der Werft der Zeitung.", "ein Sprecher der Werft"),
        ("Es sei kalt, sagte am Montag Minister Kai Moll.", "Minister Kai Moll"),
        ("Es sei kalt, sagte nach der Sitzung Minister Kai Moll.", "Minister Kai Moll"),
        ("Es sei kalt, sagte dem Sender zufolge die Lotsin.", "die Lotsin"),
        ("Es sei kalt, sagte deren Lotsin Ute Kern.", "deren Lotsin Ute Kern"),
        ("Es sei kalt, sagte Kanzler a. D. Kai Moll.", "Kanzler a. D. Kai Moll"),
        ("Kapitän Kai Z. sagte, es sei kalt.", "Kapitän Kai Z."),
        ("Papst Leo XIV. sagte, es sei kalt.", "Papst Leo XIV."),
        ("Es sei kalt, betonte bin Salman.", "bin Salman"),
        ("Es sei kalt, sagte van Rossem am Montag.", "van Rossem"),
        ("Die verletzte Fahrerin sagte, der Kai sei zu.", "Die verletzte Fahrerin"),
        ("Der Kai sei zu, sagte der verurteilte Händler Jan Moll.", "der verurteilte Händler Jan Moll"),
        ("Das verletzte Kind sagte, der Kai sei zu.", "Das verletzte Kind"),
        ("Der Kai, so die beteiligten Firmen, bleibe zu.", "die beteiligten Firmen"),
        ("Das bestätigte Moll und sagte, der Kai sei zu.", "Moll"),
        ("Ein 34 Jahre alter Anwohner sagte, der Kai sei zu.", "Ein 34 Jahre alter Anwohner"),
        ("Am Montag grollte die Gilde: „Der Kai bleibt zu.“", "die Gilde"),
        ("Mag. Anna Berg sagte, der Kai sei zu.", "Mag. Anna Berg"),
        ("Anna Berg vom Institut für Meereskunde sagte, der Kai sei zu.", "Anna Berg vom Institut für Meereskunde"),
        ("„Der Kai“, so sie weiter, „bleibt zu.“", "sie"),
        ("Im Mai 2005 der Präsident sagte, es sei kalt.", "der Präsident"),
    ],
)
def test_where_a_speakers_phrase_ends(text: str, speaker: str) -> None:
    assert words(text, ask(text)[0].speaker) == speaker


def test_a_surname_with_von_is_known_from_the_whole_name() -> None:
    text = "Anna von der Elm hat gewonnen. Es sei knapp gewesen, sagte von der Elm."
    assert words(text, ask(text)[0].speaker) == "von der Elm"
    unknown = "Es sei knapp gewesen, sagte er von der Bühne."
    assert words(unknown, ask(unknown)[0].speaker) == "er"


@pytest.mark.parametrize(
    "text",
    [
        "Die Lotsin sagte der Zeitung zufolge: „Es ist kalt hier oben auf der Brücke.“",
        "„Es ist kalt hier oben“, sagte Kai Moll, Leiter des Amtes, nach Angaben des Senders.",
    ],
)
def test_who_relays_marked_words_is_no_second_source(text: str) -> None:
    (quote,) = ask(text)
    assert quote.type == "direct"


def test_marks_inside_who_speaks_hold_no_words() -> None:
    (quote,) = ask("Es sei kalt, sagte ein Sprecher von „Lotsen ohne Grenzen“ am Montag in Bonn.")
    assert quote.type == "indirect"


@pytest.mark.parametrize(
    "text",
    [
        "In dem Brief ging es um den Hafen. Darin hieß es, der Kai sei morsch.",
        "In dem Brief steht, das Tor klemme. Der Kai sei morsch, heißt es weiter.",
    ],
)
def test_a_text_named_before_is_who_speaks(text: str) -> None:
    assert words(text, ask(text)[-1].speaker) == "dem Brief"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Auch verbliebenen Gästen sicherte Wirt Kern zu, dass sie bleiben dürften.", "Wirt Kern"),
        (
            "Auch Ministerin Anna Berg äußerte Bedenken und wagte die Prognose, der Rat gebe nach.",
            "Ministerin Anna Berg",
        ),
        ("Selbst Anna Berg nannte Moll einen „Träumer“.", "Anna Berg"),
        ("Höhnisch, ja böse, schrieb der Verfasser: „Das wird nichts.“", "der Verfasser"),
    ],
)
def test_which_phrase_of_a_frame_is_its_subject(text: str, speaker: str) -> None:
    assert words(text, ask(text)[0].speaker) == speaker


@pytest.mark.parametrize(
    ("frame", "again"),
    [
        ("sagte ein Sprecher von Radio Elmshorn", "Die Lage in Elmshorn sei gut."),
        ("sagte Landrat Jan Moll (KDU)", "Die KDU sei gut."),
    ],
)
def test_where_a_source_belongs_to_is_no_mention_of_it(frame: str, again: str) -> None:
    text = f"Es sei kalt, {frame}. {again}"
    assert words(text, ask(text)[-1].speaker) == frame.removeprefix("sagte ")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Eine Verschiebung des Termins bezeichnete Kern als „fatal“.", "Kern"),
        ("Die Äußerungen Bergs nannte Moll „dumm“.", "Moll"),
        ("Die Regierung sagte Moll, es gehe gut.", "Die Regierung"),
        ("Die Vereinten Nationen baten Moll, zu bleiben.", "Die Vereinten Nationen"),
    ],
)
def test_a_thing_before_the_verb_is_its_object(text: str, speaker: str) -> None:
    assert words(text, ask(text)[0].speaker) == speaker


def test_an_apposition_is_no_speaker_of_its_own() -> None:
    reading = Reading(
        Document("Wie Jan Moll, Sprecher des Amtes in Leer, in Bonn mitteilte, ist der Kai zu.", "de"), load_pack("de")
    )
    unit = reading.units[0]
    found = [
        reading.phrase(*possible.place) for possible in ranked(reading, unit, unit.first + 1, unit.last, "place:x")
    ]
    assert found[0] == "Jan Moll, Sprecher des Amtes in Leer"
    assert "Sprecher des Amtes" not in " ".join(found[1:])


def test_a_dateline_is_no_part_of_the_speaker() -> None:
    text = "Wien - Klubobmann Jan Grabherr kritisierte am Dienstag die Union."
    assert words(text, only(text).speaker) == "Klubobmann Jan Grabherr"


def test_who_is_asked_is_no_part_of_the_request() -> None:
    text = "Man nehme die Kritik ernst, hieß es auf Anfrage aus dem Ministerium."
    assert words(text, only(text).speaker) == "dem Ministerium"


def test_who_disagrees_asks() -> None:
    text = "Fachleute sind uneins, ob der Damm hält."
    assert words(text, only(text).speaker) == "Fachleute"


@pytest.mark.parametrize(
    ("frame", "speaker"),
    [
        ("sagte ein Sprecher des Ministeriums in Wien", "ein Sprecher des Ministeriums in Wien"),
        ("sagte ein Sprecher des Ministeriums in Wien der Zeitung", "ein Sprecher des Ministeriums in Wien"),
        ("sagte die Sprecherin der Firma in Anwesenheit von Gästen", "die Sprecherin der Firma"),
        ("sagte Wirtin Hedi Moll aus Husum", "Wirtin Hedi Moll aus Husum"),
        ("sagte Wirtin Hedi Moll aus Protest", "Wirtin Hedi Moll"),
        ("sagte Studienautor Per Nyberg", "Studienautor Per Nyberg"),
        ("teilte das Kultur- und Bildungsamt mit", "das Kultur- und Bildungsamt"),
        ("sagte der Arbeits- und Sozialminister Jan Moll", "der Arbeits- und Sozialminister Jan Moll"),
        ("bestätigte seine Familie der Nachrichtenagentur APA", "seine Familie"),
        ("bestätigte seine Schwester der „Bonner Post“", "seine Schwester"),
    ],
)
def test_a_speaker_with_where_he_belongs_and_without_whom_he_told(frame: str, speaker: str) -> None:
    text = f"Die Lage sei ernst, {frame}."
    assert words(text, only(text).speaker) == speaker


def test_from_behind_a_verb_of_saying_is_no_part_of_the_verb() -> None:
    text = "Die Lage sei ernst, sagte Landwirt Jens Moll aus Husum."
    assert words(text, only(text).cue) == "sagte"


def test_a_woman_behind_das_is_named_without_it() -> None:
    text = "Anders sieht das Wirtin Anna Moll: So viele Gäste habe sie noch nie gehabt."
    assert words(text, only(text).speaker) == "Wirtin Anna Moll"
