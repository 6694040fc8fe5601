"""Direct speech: every style of marks, and marks that are no quotes."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, only, words

STYLES = ["„{}“", "»{}«", "«{}»", "“{}”", '"{}"', "„{}”", '„{}"', "« {} »"]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_marks(style: str) -> None:
    text = style.format("Wir bleiben hier") + ", sagte Anna Berg."
    quote = only(text)
    assert (str(quote.type), words(text, quote.spans)) == ("direct", "Wir bleiben hier")
    assert words(text, quote.speaker) == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anna Berg sagte: „Wir bleiben hier.“", "Wir bleiben hier."),
        ("Anna Berg sagte, „wir bleiben hier“.", "wir bleiben hier"),
        ("„Wir bleiben hier“, so Anna Berg.", "Wir bleiben hier"),
        ("„Ein Geschenk“ nannte Anna Berg das Spiel.", "Ein Geschenk"),
        ("„Wir bleiben hier“ sagte Anna Berg.", "Wir bleiben hier"),
        ("„Wer reden will, soll gehen“, steht in seinem Testament.", "Wer reden will, soll gehen"),
        ("„Er hat ‚niemals‘ gesagt“, sagte Anna Berg.", "Er hat ‚niemals‘ gesagt"),
        ("„Kommt ihr?“, fragte Anna Berg.", "Kommt ihr?"),
        ("„Wir“, sagte Anna Berg, „bleiben hier.“", "Wir | bleiben hier."),
        ("„Wir“, so Anna Berg, „bleiben hier.“", "Wir | bleiben hier."),
        ("„Wir bleiben. Punkt.“, sagte Anna Berg.", "Wir bleiben. Punkt."),
        ("Anna Bergs Antwort: „Wir bleiben hier.“", "Wir bleiben hier."),
    ],
)
def test_the_inner_text_is_the_quote(text: str, content: str) -> None:
    assert contents(text) == [("direct", content)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Film „Die letzte Fähre“ läuft seit gestern.",
        "Die sogenannte „Rettungsgasse“ blieb frei.",
        "„Die Woche“ nannte die Reform mutig.",
        "Das Schiff „Anna Maria“ liegt im Hafen.",
        "Sie las das Buch „Der lange Weg“.",
        "Die Sendung „Am Abend“ fällt aus.",
        "Er wohnt im Hotel „Seeblick“ am Ufer.",
        "Die Firma (Motto: „Wir liefern überall hin“) wurde 1990 gegründet.",
        "Unter dem Motto „Wir liefern überall hin“, wird am Sonntag im Hof gefeiert.",
    ],
)
def test_titles_and_names_are_no_quotes(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Im Jahr 1920 hieß das Gasthaus „Zur alten Post“.",
        "Die Schau nennt sich „Documenta 12“.",
    ],
)
def test_what_something_is_named_is_no_quote(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anna Berg nannte den Bericht eine „Zeitungsente“.", "Zeitungsente"),
        ("Anna Berg nannte den Plan „überflüssig wie ein Kropf“.", "überflüssig wie ein Kropf"),
    ],
)
def test_what_somebody_calls_something_is_a_quote(text: str, content: str) -> None:
    quote = next(q for q in ask(text) if str(q.type) == "direct")
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, "Anna Berg")


@pytest.mark.parametrize("called", ["eine „lahme Ente“", "ein Kind der „gehe es, wie es wolle“-Zeit"])
def test_a_subjunctive_in_marks_makes_no_report_of_what_stands_around_them(called: str) -> None:
    assert "indirect_free_indirect" not in {quote.type for quote in ask(f"Berg nannte sie {called}.")}


def test_a_medium_in_marks_behind_its_verb_is_the_speaker() -> None:
    text = "Der Zug kam zu spät, schrieb „Die Zeit“."
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("Der Zug kam zu spät", "Die Zeit")


def test_a_medium_in_marks_behind_the_verb_that_waits_for_it_is_no_quote() -> None:
    text = "Unter Berufung auf Ermittler berichtet „Der Bote“, die Tür sei offen gewesen."
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("die Tür sei offen gewesen", "Der Bote")


def test_fragments_lie_inside_the_report_and_share_its_speaker() -> None:
    text = "Die Lage sei „ernst“ und „kaum zu beherrschen“, sagte Anna Berg."
    host, *fragments = ask(text)
    assert str(host.type) == "indirect"
    assert [words(text, q.spans) for q in fragments] == ["ernst", "kaum zu beherrschen"]
    assert {words(text, q.speaker) for q in fragments} == {"Anna Berg"}


def test_a_paragraph_that_opens_with_a_mark_and_closes_later() -> None:
    text = "„Wir haben lange gewartet.\n\n„Jetzt fangen wir an“, sagte Anna Berg."
    assert contents(text)[-1] == ("direct", "Jetzt fangen wir an")


@pytest.mark.parametrize("behind", [" und verließ den Saal.", ", und verließ den Saal.", ", bekam aber keine Antwort."])
def test_behind_marks_the_article_goes_on(behind: str) -> None:
    assert contents(f"Brand rief: „Das war nichts!“{behind}") == [("direct", "Das war nichts!")]


def test_apostrophes_open_no_quote() -> None:
    assert contents("Hans' Auto steht auf Grimms' Hof, und das war's.") == []


def test_a_nested_title_stays_inside_its_quote() -> None:
    text = "„Ich habe ‚Faust‘ gelesen“, sagte er."
    assert [content for _, content in contents(text)] == ["Ich habe ‚Faust‘ gelesen"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Der Rat bezeichnete den Kai als ein „wichtiges Zeichen“.", "wichtiges Zeichen"),
        ("Der Rat würdigte Hoop als „einen großen Kapitän“.", "einen großen Kapitän"),
        ("Der Rat charakterisierte den Vorgang als ein „Beispiel schlechter Planung“.", "Beispiel schlechter Planung"),
    ],
)
def test_what_somebody_calls_something_is_quoted(text: str, content: str) -> None:
    assert ("direct", content) in contents(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ministerin Berg zeigte sich „irritiert“ über den Brief.", "irritiert"),
        ("Ministerin Berg zeigte sich mit dem Bau „sehr zufrieden“.", "sehr zufrieden"),
    ],
)
def test_how_somebody_shows_herself_is_her_word(text: str, content: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, "Ministerin Berg")


@pytest.mark.parametrize(
    "text",
    [
        "Ministerin Berg hält den Plan für „völlig absurd“.",
        "Ministerin Berg sieht darin einen „völlig absurden Plan“.",
        "Ministerin Berg sieht den Plan als „völlig absurd“.",
    ],
)
def test_what_somebody_holds_a_thing_for_is_her_word(text: str) -> None:
    quote = only(text)
    assert (str(quote.type), words(text, quote.speaker)) == ("direct", "Ministerin Berg")


def test_what_a_picture_shows_is_nobodys_word() -> None:
    assert ask("Das Bild zeigt „die Nacht“ des Malers.") == ()


def test_a_verb_behind_a_relative_clause_frames_marked_words_not_the_one_inside() -> None:
    text = "Anna Berg rügte den Bau Kolbs, der zum Streik aufgerufen hatte, als „großen Fehler, der uns schadet“."
    assert words(text, ask(text)[-1].speaker) == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "words_marked"),
    [
        ("Die Gilde sprach am Montag von „Kahlschlag“.", "Kahlschlag"),
        ("Die Gilde warnte vor einem „Deichbruch“.", "Deichbruch"),
        ("Der Rat kritisierte den Plan als „Luftbuchung“.", "Luftbuchung"),
        ("Der Wirt warf der Gilde „Wortbruch“ vor.", "Wortbruch"),
        ("Der Rat sagte den Wirten „volle Hilfe“ zu.", "volle Hilfe"),
        ("Der Rat kündigte am Montag „Folgen“ an.", "Folgen"),
        ("Die Gilde forderte am Dienstag „Nachbesserungen“.", "Nachbesserungen"),
        ("„Ein Unding“ sei das, schimpfte Kolb.", "Ein Unding"),
    ],
)
def test_single_words_that_a_speech_act_is_about_are_direct(text: str, words_marked: str) -> None:
    assert ("direct", words_marked) in contents(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ein Sturm, der als „Alter Fritz“ bezeichnet wird, zog ab.",
        "Der Rat plant den Bau einer zentralen „Melderolle“.",
        "Der Rat rief zum „Tag der Deiche“ auf.",
        "Es werde voll, kündigte der Rat in der ARD-„Rundschau“ an.",
    ],
)
def test_names_in_marks_beside_a_speech_act_are_not(text: str) -> None:
    assert not any(kind == "direct" for kind, _words in contents(text))


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("In dem Papier ist von „massiven Mängeln“ die Rede.", "massiven Mängeln", "dem Papier"),
        ("Von einem „Dammbruch“ war in der Partei die Rede.", "Dammbruch", "der Partei"),
        ("Die Grünen sehen darin einen „Affront“.", "Affront", "Die Grünen"),
        ("Die Partei sieht darin ein „Manöver“.", "Manöver", "Die Partei"),
        ("Die Polizei schloss „weitere Schritte“ nicht aus.", "weitere Schritte", "Die Polizei"),
        ("Der Minister schloss einen „Kurswechsel“ nicht aus.", "Kurswechsel", "Der Minister"),
    ],
)
def test_marked_words_may_be_what_is_talked_of_seen_or_not_ruled_out(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (str(quote.type), words(text, quote.spans), words(text, quote.speaker)) == ("direct", content, speaker)


def test_what_a_text_talks_of_behind_an_open_that_clause_is_the_texts_own() -> None:
    text = "In dem Schreiben ist davon die Rede, dass die Kasse leer sei."
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("dass die Kasse leer sei", "dem Schreiben")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kern begründete das damit, dass der Roman „ein Ereignis“ sei.", "ein Ereignis"),
        ("Die Opposition nannte das Gesetz „einen Witz“.", "einen Witz"),
    ],
)
def test_what_begins_with_an_article_is_no_name_of_the_thing_before_it(text: str, content: str) -> None:
    assert ("direct", content) in contents(text)


def test_speech_over_paragraphs_is_theirs_who_are_named_where_it_ends() -> None:
    text = "„Wir haben gezögert.\n\n„Wir haben gehofft.\n\n„Jetzt handeln wir“, sagte Kern."
    assert [words(text, quote.speaker) for quote in ask(text)] == ["Kern", "Kern", "Kern"]


def test_an_answer_may_be_a_word_in_marks_behind_with() -> None:
    text = "Der Zeuge antwortete mit „Ja“."
    assert (contents(text), words(text, only(text).speaker)) == ([("direct", "Ja")], "Der Zeuge")


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("„Wir haben gewonnen“: So fasste Berg die Sitzung zusammen.", "Wir haben gewonnen", "Berg"),
        ("„Wir sind das Volk“, war auf Plakaten zu lesen.", "Wir sind das Volk", "Plakaten"),
        ("Kern tat die Kritik als „Unsinn“ ab.", "Unsinn", "Kern"),
    ],
)
def test_frames_of_marked_words_that_sum_up_show_or_wave_aside(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)


@pytest.mark.parametrize(
    "frame",
    [
        "{}, wie Kern sagte.",
        "{} – das sagte Kern im Mai.",
        "{}, das sagte Kern im Mai.",
        "{}, will Kern gesagt haben.",
        "{}, soll Kern gesagt haben.",
    ],
)
@pytest.mark.parametrize("style", STYLES)
def test_marked_words_before_a_frame_are_one_quote(style: str, frame: str) -> None:
    text = frame.format(style.format("Wir sperren die Brücke"))
    quote = only(text)
    assert (str(quote.type), words(text, quote.speaker)) == ("direct", "Kern")


def test_a_cry_behind_a_name_and_a_colon_is_no_name() -> None:
    assert contents("Kern: „Nein!“") == [("direct", "Nein!")]


def test_a_hearsay_frame_behind_marks_names_who_spoke() -> None:
    text = "„Ich wollte nur helfen“, soll Kern einem Kollegen gesagt haben."
    quote = only(text)
    assert (str(quote.type), words(text, quote.spans)) == ("direct", "Ich wollte nur helfen")
    assert (words(text, quote.speaker), words(text, quote.cue)) == ("Kern", "soll | gesagt haben")


def test_a_hearsay_frame_behind_marks_is_no_hearsay_of_who_spoke_before() -> None:
    text = "Der Mann bestreitet die Tat. „Ich wollte nur helfen“, soll Kern einem Kollegen gesagt haben."
    assert contents(text)[1:] == [("direct", "Ich wollte nur helfen")]
