"""German ages without a unit: behind a name, at an event of a life, and about a decade."""

from __future__ import annotations

import re

from extraction.candidates import Approximation, FigureKind
from extraction.figures.model import Found, NumberRead, Outcome
from extraction.lang.de.figure_nouns import is_nounless
from extraction.lang.de.given_names import gender_of_given_name

K = FigureKind


def about_age(start: int, end: int, decade: int, part: str) -> Found:
    """ "Mitte vierzig": `part` is "anfang", "mitte" or "ende"."""
    low, high = {"anfang": (0, 3), "mitte": (4, 6), "ende": (7, 9)}[part]
    return Found(
        start, end, K.AGE, "age_about", min=decade + low, max=decade + high, unit="year",
        approx=Approximation.ABOUT, confidence=0.9,
    )  # fmt: skip


def is_age(text: str, start: int, read: NumberRead) -> bool:
    """Whether the bare number at `start` is somebody's age."""
    if not isinstance(read.value, int) or not 0 < read.value < 120:
        return False
    return (
        _is_age_of_a_name(text, start, read)
        or _is_age_of_an_event(text, start, read)
        or _is_age_told(text, start, read)
        or _is_age_at(text, start, read)
        or _is_age_limit(text, start, read)
    )


_NAME_COMMA = re.compile(r"[A-ZÄÖÜ][\w’-]+ [A-ZÄÖÜ][\w’-]+, $")
_GIVEN_NAME_BEFORE = re.compile(r"(?<![\w-])(?P<name>[A-ZÄÖÜ][a-zäöüß]+) \($")
_NAME_BEFORE = re.compile(
    r"(?:[vV]ater|[mM]utter|[mM]ann|[fF]rau|[sS]ohn|[tT]ochter|[bB]ruder|[sS]chwester|[fF]reund) \($|"
    r"[A-ZÄÖÜ][\w’-]+ [A-ZÄÖÜ][\w’-]+ \($|\b[A-ZÄÖÜ]\. \($"
)


def _is_age_of_a_name(text: str, start: int, read: NumberRead) -> bool:
    """ "Peter Müller (47)", "Anna (7)"."""
    given = _GIVEN_NAME_BEFORE.search(text, max(0, start - 24), start)
    if given and text[read.end : read.end + 1] == ")" and gender_of_given_name(given.group("name").lower()):
        return True
    if read.value < 5:
        return False
    if text[read.end : read.end + 1] == "," and _NAME_COMMA.search(text, max(0, start - 48), start):
        return True
    if text[start - 1 : start] != "(" or text[read.end : read.end + 1] not in (")", ","):
        return False
    return bool(_NAME_BEFORE.search(text, max(0, start - 48), start))


_PENSION = re.compile(r"\b(?:Rente (?:erst )?(?:mit|ab)|(?:älter|jünger) als) $")
_LIFE_BEFORE = re.compile(r"\b(?:starb|verstarb|stirbt|heiratete|debütierte)(?: [^\W\d_]+){0,4} mit $")
_LIFE_BEHIND = re.compile(r" (?:gestorben|verstorben)\b")


def _is_age_of_an_event(text: str, start: int, read: NumberRead) -> bool:
    """ "Rente mit 67", "sie starb mit 81", "mit 81 gestorben"."""
    if _PENSION.search(text, max(0, start - 16), start) and is_nounless(text, read.end):
        return True
    if not 4 < read.value < 120:
        return False
    if _LIFE_BEFORE.search(text, max(0, start - 60), start):
        return is_nounless(text, read.end)
    return text[max(0, start - 4) : start] == "mit " and _LIFE_BEHIND.match(text, read.end) is not None


_ADVERB = (
    r"(?:jetzt|heute|morgen|damals|erst|gerade|gerade mal|"
    r"schon|bereits|noch|nur|bald|inzwischen|mittlerweile|etwa|knapp|"
    r"rund|über|fast|gut|kaum|am (?:\w+tag|\w+abend|\d{1,2}\. \w+)|im (?:\w+))"
)
_PERSON_IS = re.compile(
    r"\b(?:(?:[Ee]r|[Ss]ie|[Ii]ch) (?:ist|bin|war|wurde|wird|werde)|(?:ist|bin|war|wurde|wird|werde) (?:er|sie|ich)"
    r"|(?<![Aa]us )(?:(?!(?:Es|Das|Dies|Daraus|Preis|Zahl|Summe|Wert)\b)"
    rf"[A-ZÄÖÜ][\w’-]+|[Ee]r|[Ss]ie) wird)(?: {_ADVERB}){{0,3}} $"
)
_CLAUSE_END = re.compile(r"\s*(?:$|[;!?)\n“”\"»«]|[.,](?!\d))|\s(?:und|oder|als|geworden)\b")
_WHEN_PERSON = re.compile(
    rf"\b(?:[Aa]ls|[Nn]achdem|[Ss]eit|[Bb]is|[Ww]enn|[Bb]evor|[Oo]bwohl|[Dd]a|weil) (?:er|sie|ich|[A-ZÄÖÜ][\w’-]+)"
    rf"(?: {_ADVERB}){{0,2}} $"
)
_WAS = re.compile(r" (?:ist|bin|war|wurde|wird|werde)(?!\w)")


def _is_age_told(text: str, start: int, read: NumberRead) -> bool:
    """ "Sie ist 42 und", "Mario wird am Montag 80.", "als er 16 war"."""
    window = max(0, start - 60)
    if _WAS.match(text, read.end):
        return _WHEN_PERSON.search(text, window, start) is not None
    return _CLAUSE_END.match(text, read.end) is not None and _PERSON_IS.search(text, window, start) is not None


_LIMITED = re.compile(
    r"\b(?:Kinder|Jugendliche|Menschen|Frauen|Männer|Personen|Jungen|Mädchen|Erwachsene|Senioren|Patienten|Beschäftigte|"
    r"Leute)n? (?:unter|über|ab|bis)(?: etwa| rund)? $"
)


def _is_age_limit(text: str, start: int, read: NumberRead) -> bool:
    """ "Menschen über 80", "Kinder unter zwölf"."""
    return _LIMITED.search(text, max(0, start - 32), start) is not None and is_nounless(text, read.end)


_BOUND_LIMIT = re.compile(r"(?<![\w-])(?P<side>[Üü]ber|[Uu]nter)-$")
_BOUND_AGE = re.compile(r"(?P<age>\d{1,3})-?[Jj]ährige[rn]?(?!\w)")


def match_bound_limit(text: str, start: int, floor: int) -> Outcome:
    """ "Über-60-Jährige": the years with what limits them, tied by hyphens."""
    limit = _BOUND_LIMIT.search(text, max(floor, start - 7), start) if text[start - 1 : start] == "-" else None
    match = _BOUND_AGE.match(text, start) if limit else None
    if limit is None or match is None:
        return None
    approx = Approximation.UNDER if limit.group("side") in ("Unter", "unter") else Approximation.OVER
    return Found(start, match.end(), K.AGE, "age", int(match.group("age")), unit="year", approx=approx)


_AT = re.compile(r"(?:(?:[Ss]chon|[Bb]ereits|[Ee]rst|[Nn]och|gerade) mit|(?:^|[.!?:\n„“»] ?)Mit) $")
_SUBJECT_BEHIND = re.compile(r" [a-zäöüß]{3,}(?: sich)? (?:er|sie|ich)(?!\w)")
_END_BEHIND = re.compile(r"[.,;!?](?!\d)| [a-zäöüß]{3,}(?![\w-])")
_NO_AGE_BEHIND = re.compile(r" (?:zu|von|gegen|und|oder|bis|mal|der|des|weitere|Prozent)(?!\w)")


def _is_age_at(text: str, start: int, read: NumberRead) -> bool:
    """ "Mit 16 begann er eine Lehre", "schon mit vierzehn"."""
    at = _AT.search(text, max(0, start - 16), start) if text[max(0, start - 4) : start].lower() == "mit " else None
    if at is None or read.value < 3 or _NO_AGE_BEHIND.match(text, read.end) or not is_nounless(text, read.end):
        return False
    behind = _SUBJECT_BEHIND if at.group().lstrip(".!?:\n„“» ")[0] == "M" else _END_BEHIND
    return behind.match(text, read.end) is not None
