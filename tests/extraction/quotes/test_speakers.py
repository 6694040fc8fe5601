"""Who speaks, under which full name, and to whom."""

from __future__ import annotations

import pytest

from extraction.candidates import QuoteType
from extraction.document import Document
from extraction.lang.base import load_pack
from extraction.quotes.candidate import Proposal
from extraction.quotes.model import SHIPPED
from extraction.quotes.reading import Reading
from extraction.quotes.speakers import choose_speaker
from tests.extraction.quotes.asking import ask, only, words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Markt sei voll, sagte Händler Jan Hoop am Montag vor Journalisten.", "Händler Jan Hoop"),
        ("Der Markt sei voll, sagte Jan Hoop, Sprecher der Händler.", "Jan Hoop, Sprecher der Händler"),
        ("Am Montag sagte Jan Hoop, der Markt sei voll.", "Jan Hoop"),
        ("„Der Markt ist voll“, sagte Jan Hoop (KDU) der „Abendpost“.", "Jan Hoop (KDU)"),
        ("In einem Interview sagte er, der Markt sei voll.", "er"),
        ("Jan Hoop, Sprecher der Händler, sagte, der Markt sei voll.", "Jan Hoop, Sprecher der Händler"),
        ("Der Sprecher der Händler sagte, der Markt sei voll.", "Der Sprecher der Händler"),
        ("Die Polizei in Essen teilte mit, der Markt sei voll.", "Die Polizei in Essen"),
        ("Der Markt sei voll, sagte An Chan-il.", "An Chan-il"),
        ("Die taz berichtet, der Markt sei voll.", "Die taz"),
        ("Jan Hoop wurde von der taz zitiert, der Markt sei voll.", "Jan Hoop"),
        ("Jan Hoop wurde mit den Worten zitiert: „Der Markt ist voll.“", "Jan Hoop"),
        ("Das Team um Anna Berg kam zu dem Schluss, dass der Markt voll sei.", "Das Team um Anna Berg"),
        ("Forscher der University of Elmshorn sagten, der Markt sei voll.", "Forscher der University of Elmshorn"),
        ("Nach Angaben von Radio Elmshorn ist der Markt voll.", "Angaben von Radio Elmshorn"),
        ("Die Frage von Reportern, ob der Markt voll sei, blieb offen.", "Reportern"),
        (
            "In dem Bericht des Rates, der seit Montag vorliegt, heißt es, der Markt sei voll.",
            "dem Bericht des Rates",
        ),
        ("In einer Mitteilung, die am Montag erschien, wurde erklärt, dass der Markt voll sei.", "einer Mitteilung"),
    ],
)
def test_the_speaker_is_the_phrase_in_the_frame(text: str, speaker: str) -> None:
    assert words(text, ask(text)[0].speaker) == speaker


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("Er sagte, der Hafen sei leer.", "Dmitri Orlow"),
        ("Orlow sagte, der Hafen sei leer.", "Dmitri Orlow"),
        ("Der Kremlsprecher sagte, der Hafen sei leer.", "Dmitri Orlow"),
        ("Nach Angaben der Polizei ist der Hafen leer.", "Polizei"),
        ("Laut Orlow ist der Hafen leer.", "Dmitri Orlow"),
    ],
)
def test_pronoun_surname_and_function_lead_to_the_full_name(second: str, name: str) -> None:
    text = "Der Markt sei voll, sagte Kreml-Sprecher Dmitri Orlow. " + second
    assert ask(text)[-1].source_name == name


@pytest.mark.parametrize(
    ("frame", "name"),
    [
        ("Aus Sicht der Eltern", "Eltern"),
        ("Laut Augenzeugen", "Augenzeugen"),
        ("Forschern zufolge", "Forscher"),
        ("Den Wissenschaftlern zufolge", "Wissenschaftler"),
        ("Nach Angaben von Zeugen", "Zeugen"),
        ("Laut der „Abendpost“", "Abendpost"),
        ("Aus der Sicht von Trainer Jan Hoop", "Jan Hoop"),
        ("In den Augen der Gegner", "Gegner"),
        ("Nach Einschätzung der Bank", "Bank"),
        ("Nach den Worten des Ministers", "Minister"),
        ("Nach Darstellung des Präsidenten", "Präsident"),
        ("Nach Angaben des Landkreises", "Landkreis"),
        ("Nach Meinung des Komitees", "Komitee"),
        ("Gemäss Staatskanzlei", "Staatskanzlei"),
        ("Gemäss Mitteilung der Kantonspolizei", "Kantonspolizei"),
        ("Nach Angaben der russischen Regierung", "russische Regierung"),
        ("Nach Angaben der örtlichen Behörden", "örtlichen Behörden"),
    ],
)
def test_the_name_of_a_source_stands_without_its_view_and_in_the_nominative(frame: str, name: str) -> None:
    assert only(f"{frame} ist der Markt zu klein.").source_name == name


@pytest.mark.parametrize("frame", ["Laut Anna Berg, Leiterin des Instituts", "Laut dem Amt, das gestern tagte"])
def test_what_says_more_about_the_source_is_no_content(frame: str) -> None:
    text = f"{frame}, ist der Markt zu klein."
    assert words(text, only(text).spans) == "ist der Markt zu klein"


def test_a_frame_without_a_speaker_names_nobody() -> None:
    quote = only("Es wurde mitgeteilt, dass der Markt voll ist.")
    assert (quote.speaker, quote.source_name) == ((), "")


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Jan Hoop sagte gegenüber dem Abendblatt, der Markt sei voll.", "dem Abendblatt"),
        ("Jan Hoop sagte dem Abendblatt, der Markt sei voll.", "dem Abendblatt"),
        ("Der Rat forderte die Händler auf, den Markt zu räumen.", "die Händler"),
    ],
)
def test_the_addressee(text: str, addressee: str) -> None:
    assert words(text, ask(text)[0].addressee) == addressee


def test_a_sentence_without_a_frame_takes_the_last_mention_of_its_source_even_a_pronoun() -> None:
    text = "Jan Hoop lobte den Markt. Er sagte, der Hafen sei leer. Das Wasser sei zu flach."
    quote = ask(text)[-1]
    assert (words(text, quote.speaker), str(quote.type)) == ("Er", "indirect_free_indirect")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "So sagte der für den Hafen zuständige Aufseher, dass Boote fehlten.",
            "der für den Hafen zuständige Aufseher",
        ),
        ("Der Kai ist neu, schrieb die in Bad Wiel geborene Lopez.", "die in Bad Wiel geborene Lopez"),
        ("Während Minister Krahl erklärte, dass der Kai halte, schwieg der Rat.", "Minister Krahl"),
        ("Heute teilte eHafen mit, der Kai sei neu.", "eHafen"),
    ],
)
def test_inserted_attributes_subordinate_frames_and_inner_capitals(text: str, speaker: str) -> None:
    assert words(text, ask(text)[0].speaker) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In einem Bericht der Hafenzeitung wurde vermutet, dass der Kai sinkt.", "einem Bericht der Hafenzeitung"),
        ("Der Umzug wurde von Minister Krahl begrüßt. Der Kai sei zu alt.", "Minister Krahl"),
        (
            "Der Kai sinke, sagte Jan Hoop.\n\nZum Umbau äußerte sich gestern Rita Meerkatz. Er sei zu teuer.",
            "Rita Meerkatz",
        ),
    ],
)
def test_documents_agents_and_full_names_can_be_the_source(text: str, speaker: str) -> None:
    assert words(text, ask(text)[-1].speaker) == speaker


@pytest.mark.parametrize(("pronoun", "name"), [("Sie", "Rita Meerkatz"), ("Er", "Jan Hoop")])
def test_a_title_tells_whom_a_pronoun_means(pronoun: str, name: str) -> None:
    text = "Der Kai sei alt, sagte Ministerin Rita Meerkatz. Das Dach sei neu, sagte Sprecher Jan Hoop. "
    assert ask(text + f"{pronoun} sagte, der Hafen sei leer.")[-1].source_name == name


@pytest.mark.parametrize(
    "text",
    [
        "Ein Sender zitierte die Lotsin mit den Worten: „Wir fahren heute nicht.“",
        "Ein Sender zitierte die Lotsin mit den Worten, sie fahre heute nicht.",
        "„Wir fahren heute nicht“, zitiert der Sender die Lotsin.",
    ],
)
def test_who_is_cited_speaks_not_the_medium(text: str) -> None:
    assert words(text, only(text).speaker) == "die Lotsin"


def test_a_word_of_a_name_in_marks_is_no_mention_of_it() -> None:
    text = "Man helfe weiter, teilte die „Aktion Nordland“ in Nordland mit. Es fehle Geld."
    assert words(text, ask(text)[-1].speaker) == "die „Aktion Nordland“"


@pytest.mark.parametrize(
    ("frame", "name"),
    [
        ("sagte Kämmerin Dr. Anna Beck", "Anna Beck"),
        ("sagte Prof. Dr. med. Anna Beck, Chefärztin in Bonn", "Anna Beck"),
        ("sagte Direktor Dr. h. c. Jan J. Moll", "Jan J. Moll"),
        ("sagte Kämmerin Dr. Anna Beck (KDU)", "Anna Beck"),
        ("teilte St. Pauli mit", "St. Pauli"),
    ],
)
def test_degrees_and_initials_cut_no_name(frame: str, name: str) -> None:
    text = f"Die Lücke wachse, {frame}. Das sei hart."
    quotes = ask(text)
    assert [quote.source_name for quote in quotes] == [name, name]
    assert words(text, quotes[0].speaker) in frame


@pytest.mark.parametrize(
    ("frame", "name"),
    [
        ("sagte Torhüterin Lea Ott", "Lea Ott"),
        ("sagte Dezernent Ole Hansen", "Ole Hansen"),
        ("sagte der Meteorologe Karl Heim", "Karl Heim"),
        ("sagte Stuntfrau Anna Beck", "Anna Beck"),
        ("sagte Weberin Anna Beck", "Anna Beck"),
        ("sagte Anna Karla Beck", "Anna Karla Beck"),
        ("sagte die Rektorin Nordmarks, Anna Beck", "Anna Beck"),
        ("teilte Beck nach eigenen Angaben im Amt mit", "Beck"),
    ],
)
def test_what_somebody_is_by_trade_is_no_part_of_the_name(frame: str, name: str) -> None:
    assert ask(f"Die Lücke wachse, {frame}.")[-1].source_name == name


def test_a_role_leads_back_only_to_whom_it_fits() -> None:
    text = "Die Sängerin Anna Beck zog um. Ein Bewohner des Dorfes sang. Der Bewohner sagte, es sei laut."
    assert ask(text)[-1].source_name == "Bewohner"


def test_a_role_does_not_lead_to_whom_another_office_is_known_of() -> None:
    text = "Verteidiger Jan Moll sprach lange. Der Student sagte, er bereue es."
    assert ask(text)[-1].source_name == "Student"


def test_a_relative_pronoun_names_nobody() -> None:
    assert only("Es gibt Angaben, denen zufolge zwölf Menschen starben.").source_name == ""


def test_a_degree_is_no_name_and_a_letter_may_end_a_sentence() -> None:
    text = "Dr. Anna Beck leitet das Haus. Beck sagte, es fehle Vitamin C. Die Ärzte sagten, das sei falsch."
    assert [quote.source_name for quote in ask(text)] == ["Anna Beck", "Ärzte"]


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("Sie sagte, man müsse warten.", "Anna Beck"),
        ("Er sagte, man müsse warten.", "Jan Moll"),
        ("„Wir warten“, sagte sie.", "Anna Beck"),
    ],
)
def test_a_given_name_tells_whom_a_pronoun_means(last: str, name: str) -> None:
    text = f"Anna Beck sagte, das sei gut. Jan Moll sagte, das sei schlecht. {last}"
    assert ask(text)[-1].source_name == name


@pytest.mark.parametrize(
    ("frame", "again", "name"),
    [
        ("Jan Hoffmann", "Hoffmann", "Jan Hoffmann"),
        ("Richterin Anna Baumann", "Sie", "Anna Baumann"),
        ("Direktor Prof. Dr. Jan W. Kaufmann", "Er", "Jan W. Kaufmann"),
        ("Direktor Richter", "Der Direktor", "Richter"),
        ("Direktor C.Y. Kern", "Kern", "C.Y. Kern"),
        ("Sängerin Montserrat Kern", "Sie", "Montserrat Kern"),
        ("Präsident Min Jae Un", "Min", "Min Jae Un"),
    ],
)
def test_a_surname_may_sound_like_an_office(frame: str, again: str, name: str) -> None:
    quotes = ask(f"{frame} sagte, das sei gut. {again} sagte, das sei schlecht.")
    assert [quote.source_name for quote in quotes] == [name, name]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Der Ministerpräsident des Landes Nordmark, Jan Moll (KDU)", "Jan Moll"),
        ("Der Präsident der autonomen Region Nordmark, Ivo Pung", "Ivo Pung"),
        ("Der Oberrabbiner Nordmarks, Yona Berg", "Yona Berg"),
        ("Anna Berg, Sprecherin der Stadt Bonn", "Anna Berg"),
        ("Lothar Nicht, Dezernent der Stadt Bonn", "Lothar Nicht"),
        ("Ein Sprecher der Deutschen Bahn", "Sprecher der Deutschen Bahn"),
        ("Der frühere Trainer Jan Moll", "Jan Moll"),
        ("Der Vorsitzende Richter, Jan Moll,", "Jan Moll"),
        ("Die Bonner Bürgermeisterin Swantje Hartmann", "Swantje Hartmann"),
        ("Der Bürgermeister von New Orleans", "Bürgermeister von New Orleans"),
    ],
)
def test_where_somebody_belongs_to_is_not_who_speaks(phrase: str, name: str) -> None:
    assert ask(f"{phrase} sagte, das sei gut.")[0].source_name == name


def test_nobody_is_named_whom_the_pronoun_cannot_mean() -> None:
    assert ask("Jan Moll sagte, das sei gut. Sie sagte, das sei schlecht.")[-1].source_name == ""
    assert ask("Er sagte, das sei gut.")[0].source_name == ""
    assert ask("Niemand sagte, das sei gut.")[0].source_name == ""


def test_a_surname_in_front_leads_to_who_holds_an_office_not_to_a_namesake() -> None:
    text = "Präsident Min Jae Un reist ab. Min sagte, er sei zufrieden. Min Tae-ho, ein Forscher, sagte, das sei gut."
    assert [quote.source_name for quote in ask(text)] == ["Min Jae Un", "Min Tae-ho"]


def test_media_of_a_country_speak_not_the_country() -> None:
    text = "Norwegens staatliche Medien berichteten, der Gipfel sei vorbei."
    assert words(text, only(text).speaker) == "Norwegens staatliche Medien"


@pytest.mark.parametrize(("whose", "name"), [("seiner", "Jan Moll"), ("ihrer", "Anna Beck")])
def test_a_possessive_tells_whose_view_it_is(whose: str, name: str) -> None:
    text = f"Anna Beck sagte, das sei gut. Jan Moll sagte, das sei schlecht. Nach {whose} Einschätzung reicht das Geld."
    assert ask(text)[-1].source_name == name


def test_what_is_told_as_a_whole_holds_its_subject_before_an_apposition() -> None:
    """Only learning proposes such an act; who performs it is read from inside its content."""
    text = "Die Leiterin des Marktes, Anna Berg, bezeichnete den Plan als Fehler."
    reading = Reading(Document(text, "de"), load_pack("de"))
    unit = reading.units[0]
    (cue,) = reading.pack.find_cues(reading, unit)
    segment = unit.segments[cue.segment]
    told = Proposal("variant_told", QuoteType.REPORTED, 0, [(unit.first, unit.last)], cue.tokens, cue)
    told.frame = (segment.first, segment.last)
    speaker = choose_speaker(reading, told, SHIPPED, None)
    assert speaker is not None
    assert words(text, (reading.span(*speaker),)) == "Die Leiterin des Marktes, Anna Berg"


def test_a_relative_pronoun_before_an_article_begins_no_phrase() -> None:
    reading = Reading(Document("Da kam Anna Berg, die den Bau lobte.", "de"), load_pack("de"))
    phrases = reading.pack.find_noun_phrases(reading, 5, 9)
    assert [reading.words[p.first : p.last] for p in phrases] == [["den", "Bau"]]


@pytest.mark.parametrize(
    "opening",
    ["Darin", "Daran", "Erstmals", "Früher", "Insgesamt", "Nachts", "Vorab", "Empört", "Enttäuscht", "Konkret"],
)
def test_what_opens_a_sentence_with_a_capital_need_not_be_a_subject(opening: str) -> None:
    text = f"{opening} sagte Anna Berg, der Kai sei zu."
    assert words(text, only(text).speaker) == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Beim Hauptbahnhof warnten Nachbarn: „Das geht nicht gut.“", "Nachbarn"),
        ("In dem Eintrag wird behauptet, der Kai sei zu.", "dem Eintrag"),
        ("Nach Recherchen der Abendpost ist der Kai zu.", "Recherchen der Abendpost"),
        ("„Das geht nicht“, raunte Anna Berg.", "Anna Berg"),
    ],
)
def test_people_texts_and_verbs_of_every_kind_speak(text: str, speaker: str) -> None:
    assert words(text, ask(text)[-1].speaker) == speaker
