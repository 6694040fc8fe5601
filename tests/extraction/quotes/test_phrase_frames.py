"""Frames without a verb."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, only, words


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        ("Laut Polizei starben zwei Menschen.", "starben zwei Menschen", "Polizei", "Laut"),
        ("Ein Termin stehe, so Kern, noch nicht fest.", "Ein Termin stehe | noch nicht fest", "Kern", "so"),
        ("Berichten zufolge brannte ein Haus.", "brannte ein Haus", "Berichten", "zufolge"),
        (
            "Laut einem Test des Magazins „auto, rad und sport“ gibt es Mängel.",
            "gibt es Mängel",
            "einem Test des Magazins „auto, rad und sport“",
            "Laut",
        ),
        ("Der Mann war laut Polizei betrunken.", "Der Mann war | betrunken", "Polizei", "laut"),
        ("Dem Sender zufolge brennt der Wald.", "brennt der Wald", "Dem Sender", "zufolge"),
        ("Dem Sender zu Folge brennt der Wald.", "brennt der Wald", "Dem Sender", "zu Folge"),
        ("Nach Angaben der Bahn fahren keine Züge.", "fahren keine Züge", "Angaben der Bahn", "Nach"),
        ("Nach Angaben von Anna Berg fahren keine Züge.", "fahren keine Züge", "Angaben von Anna Berg", "Nach"),
        ("Seiner Meinung nach ist das falsch.", "ist das falsch", "Seiner Meinung", "nach"),
        ("Nach Polizeiangaben floh der Täter.", "floh der Täter", "Polizeiangaben", "Nach"),
        ("Gemäss Angaben der Kantonspolizei floh er.", "floh er", "Angaben der Kantonspolizei", "Gemäss"),
        ("Das Eis ist zu dünn, so Bergführer Urs Frei.", "Das Eis ist zu dünn", "Bergführer Urs Frei", "so"),
        ("Doch sei es, so Anna Berg, ein Haufen Unsinn gewesen.", "Doch sei es | ein Haufen Unsinn gewesen",
         "Anna Berg", "so"),
        ("Die Pläne sind unfertig, so das Ergebnis einer Studie, in der Anna Berg sie geprüft hat.",
         "Die Pläne sind unfertig", "das Ergebnis einer Studie", "so"),
        ("Aus Sicht der Bank ist das zu teuer.", "ist das zu teuer", "Sicht der Bank", "Aus"),
        ("Laut einer am Montag verschickten Liste fehlen zwei Boote.", "fehlen zwei Boote",
         "einer am Montag verschickten Liste", "Laut"),
        ("Nach dem Fischereigesetz gehört der Fang der Genossenschaft.", "gehört der Fang der Genossenschaft",
         "dem Fischereigesetz", "Nach"),
        ("Nach einem Plan der Gemeinde soll der Hafen wachsen.", "soll der Hafen wachsen",
         "einem Plan der Gemeinde", "Nach"),
        ("Nach Angaben von Radio Halle ist der Damm gebrochen.", "ist der Damm gebrochen",
         "Angaben von Radio Halle", "Nach"),
        ("Laut Entwurf der Koalition aus Roten und Grünen sollen die Steuern steigen.", "sollen die Steuern steigen",
         "Entwurf der Koalition aus Roten und Grünen", "Laut"),
        ("Nach Artikel 12 der Satzung bestimmt der Rat den Kurs.", "bestimmt der Rat den Kurs",
         "Artikel 12 der Satzung", "Nach"),
        ("Nach Angaben von Radio Halle gegenüber dem Boten ist der Damm gebrochen.", "ist der Damm gebrochen",
         "Angaben von Radio Halle", "Nach"),
        ("Das Werk schließt laut Kern aus Kostengründen im Mai.", "Das Werk schließt | aus Kostengründen im Mai",
         "Kern", "laut"),
        ("Der Minister will nach eigenen Worten im Amt bleiben.", "Der Minister will | im Amt bleiben",
         "eigenen Worten", "nach"),
        ("Der Rat darf laut Satzung in Krisen allein bestimmen.", "Der Rat darf | in Krisen allein bestimmen",
         "Satzung", "laut"),
        ("Nach Einschätzung eines Experten, der befragt wurde, sinkt der Preis.", "sinkt der Preis",
         "Einschätzung eines Experten", "Nach"),
        ("Berichten zufolge produziert die Firma Rohre.", "produziert die Firma Rohre",
         "Berichten", "zufolge"),
        ("Nach einem EU-Dokument leben sie in Armut.", "leben sie in Armut", "einem EU-Dokument", "Nach"),
        ("Die Kehrseite des Sommers: Die Wirte zahlen Schätzungen zufolge ein Drittel mehr.",
         "Die Wirte zahlen | ein Drittel mehr", "Schätzungen", "zufolge"),
        ("Der Verein zahlt laut Satzung keine Miete; die Kosten deckt er mit Spenden, die er sammelt.",
         "Der Verein zahlt | keine Miete", "Satzung", "laut"),
    ],
)  # fmt: skip
def test_content_speaker_and_cue(text: str, content: str, speaker: str, cue: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)
    assert words(text, quote.cue) == cue


def test_what_was_counted_after_something_is_no_source() -> None:
    text = "Im Norden gebe es mehrere Statistiken nach der Flut."
    assert words(text, only(text).spans) == text
    text = "Das ist seiner Meinung nach der beste Weg."
    assert words(text, only(text).spans) == "Das ist | der beste Weg"


def test_according_to_which_a_text_tells_and_a_rule_does_not() -> None:
    assert ask("Es gibt Regeln, nach denen die Plätze vergeben werden.") == ()
    text = "Es gibt Meldungen aus Ulm, nach denen die Plätze vergeben werden."
    quote = only(text)
    assert (quote.rule, words(text, quote.spans)) == ("indirect_wonach", "die Plätze vergeben werden")


def test_demnach_continues_the_source_before() -> None:
    text = "Nach Angaben der Bahn fahren keine Züge. Demnach ist ein Kabel gerissen."
    first, second = ask(text)
    assert words(text, second.spans) == "ist ein Kabel gerissen"
    assert words(text, second.speaker) == words(text, first.speaker)


def test_a_phrase_in_a_relative_clause_governs_only_that_clause() -> None:
    text = "Der Mann trug eine Tasche, die nach Angaben der Polizei leer war."
    assert words(text, only(text).spans) == "die | leer war"


@pytest.mark.parametrize(
    "text",
    [
        "Nach dem Urteil verließ er den Saal.",
        "Gemäß dem Gesetz ist das verboten.",
        "Nach der Ankündigung fiel der Kurs.",
    ],
)
def test_time_and_law_are_no_sources(text: str) -> None:
    assert ask(text) == ()


def test_a_law_in_mid_sentence_is_no_source() -> None:
    assert not ask("Die Genossenschaft verkauft den Fang nach dem Gesetz an jeden.")


def test_laut_with_a_relative_pronoun_leaves_the_subject_in_the_content() -> None:
    text = "Dem Gericht liegt ein Gutachten vor, laut dem Kevin mehrfach misshandelt worden war."
    assert contents(text) == [("indirect", "Kevin mehrfach misshandelt worden war")]


def test_so_at_the_end_frames_the_whole_sentence() -> None:
    text = "Die Nachbarn werden aufgefordert, die Grenze zu öffnen, so Außenminister Tomas Dahl."
    quote = only(text)
    assert words(text, quote.spans) == "Die Nachbarn werden aufgefordert, die Grenze zu öffnen"
    assert words(text, quote.speaker) == "Außenminister Tomas Dahl"


def test_examples_behind_so_are_no_source() -> None:
    assert contents("Die Wirte kämpfen mit Problemen, so etwa den hohen Preisen.") == []


def test_danach_frames_behind_a_text_and_tells_the_time_elsewhere() -> None:
    text = "Das Amt legte eine Studie vor. Danach steigen die Mieten."
    assert words(text, only(text).spans) == "steigen die Mieten"
    assert ask("Das Amt legte eine Pause ein. Danach stiegen die Mieten.") == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Der Zug war (so die Polizei) zu schnell.", "Der Zug war | zu schnell"),
        ("Der Zug war zu schnell (laut Polizei).", "Der Zug war zu schnell"),
        ("Der Fahrer (laut Polizei 40 Jahre alt) floh.", "40 Jahre alt"),
    ],
)
def test_brackets_hold_a_frame_or_what_it_frames(text: str, content: str) -> None:
    assert words(text, only(text).spans) == content


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Der Kai bleibt einer am Montag gezeigten Studie zufolge zu.",
            "Der Kai bleibt | zu",
            "einer am Montag gezeigten Studie",
        ),
        ("Der Kai bleibt der „Flut“-Zeitung zufolge zu.", "Der Kai bleibt | zu", "der „Flut“-Zeitung"),
        (
            "Der Kai bleibt dem Jan Koch-Institut (JKI) zufolge zu.",
            "Der Kai bleibt | zu",
            "dem Jan Koch-Institut (JKI)",
        ),
        ("Verletzt wurde es den Lotsen zufolge nicht.", "Verletzt wurde es | nicht", "den Lotsen"),
        ("Die Tür war ihm zufolge offen.", "Die Tür war | offen", "ihm"),
        ("Laut informierten Kreisen bleibt der Kai zu.", "bleibt der Kai zu", "informierten Kreisen"),
        (
            "Laut einer Umfrage des Instituts Flut im Auftrag der Bahn bleibt der Kai zu.",
            "bleibt der Kai zu",
            "einer Umfrage des Instituts Flut im Auftrag der Bahn",
        ),
        (
            "Der Kai bleibt zu, laut einer am Montag gezeigten Studie.",
            "Der Kai bleibt zu",
            "einer am Montag gezeigten Studie",
        ),
        ("Das Boot liegt nach Polizeiangaben im Hafen fest.", "Das Boot liegt | im Hafen fest", "Polizeiangaben"),
    ],
)
def test_sources_end_where_their_phrase_does(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nach „Kicker“-Informationen verhandelt der Klub.", "„Kicker“-Informationen"),
        ("Nach dpa-Informationen verhandelt der Klub.", "dpa-Informationen"),
    ],
)
def test_a_source_may_be_a_compound_with_the_name_of_a_medium(text: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("verhandelt der Klub", speaker)


@pytest.mark.parametrize("opening", ["Glaubt man Kern", "Wenn man Kern glaubt"])
def test_a_condition_may_name_whom_to_believe(opening: str) -> None:
    text = f"{opening}, ist die Lage ernst."
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("ist die Lage ernst", "Kern")


@pytest.mark.parametrize(
    ("text", "kind", "content", "speaker"),
    [
        ("Laut Kern heißt das: Die Preise steigen.", "indirect", "Die Preise steigen", "Kern"),
        ("Laut Kern bedeutet dies: „Die Preise steigen im Mai.“", "direct", "Die Preise steigen im Mai.", "Kern"),
        ("Nach Angaben der Polizei heißt das: Es bleibt zu.", "indirect", "Es bleibt zu", "Angaben der Polizei"),
        (
            "Laut Kern gibt es zwei Gründe: Die Löhne steigen, die Zinsen sinken.",
            "indirect",
            "gibt es zwei Gründe: Die Löhne steigen, die Zinsen sinken",
            "Kern",
        ),
    ],
)
def test_a_phrase_whose_clause_only_points_ahead_frames_what_follows(
    text: str, kind: str, content: str, speaker: str
) -> None:
    quote = only(text)
    assert (str(quote.type), words(text, quote.spans)) == (kind, content)
    assert words(text, quote.speaker) == speaker
