"""What a figure counts or measures: the noun to the right, the verb of the clause, or the subject to the left.

A figure says how to look by its `carrier`: "right" (12 [Tote]), "next" (40-sekündiger [Händedruck]), "share" (ein
Drittel der [Befragten]), "measure" (2300 Hektar [Wald]; der [Preis] stieg um 5 Euro), "fold" (das Dreifache des
[Preises]), "verb" (zweimal [gescheitert]); "" looks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extraction.figures.model import Found
from extraction.spans import Span

LEFT_WINDOW = 120  # code points; a subject further away is seldom the figure's
RIGHT_WINDOW = 120
# What stands before a bare number whose noun came earlier: "die Zahl der Toten stieg auf 14".
_LEADING_TO = re.compile(r"\b(?:auf|um|bei|von|beträgt|betrug|lag|liegt|at|to|by|is|was|from)(?: \w+)? $")
_CLAUSE_START = re.compile(r"[;:!?\n(„“”\"»«]|\.\s|,\s|\s[–-]\s")
_CLAUSE_END = re.compile(r"[;:!?\n)„“”\"»«]|\.(?:\s|$)|,\s|\s[–-]\s")
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*-[^\W\d_][\w'’-]*|\d[\d.,]*")


@dataclass(frozen=True)
class CountedGrammar:
    """What a language brings. The patterns are matched right behind the figure and name the group `noun`."""

    phrase_right: re.Pattern[str]  # adjectives and a noun
    genitive_right: re.Pattern[str]  # "der Befragten", "of the votes"
    later_right: re.Pattern[str]  # a determined noun phrase somewhere behind: the subject after the verb
    owner_left: re.Pattern[str]  # a word and the preposition that ties the measure to it: "Strafen zwischen"
    verb_right: re.Pattern[str]  # participle or infinitive of the clause
    dimension: re.Pattern[str]  # an adjective that belongs to the measure, not to what is measured: "große"
    auxiliaries: frozenset[str]  # verbs that say nothing by themselves
    is_noun: Callable[[str, bool], bool]  # (word, whether it opens the sentence)
    is_verb: Callable[[str], bool]
    prepositions: frozenset[str]
    linkers: frozenset[str]  # words that tie a further noun to the one before ("der", "des", "von")
    is_apposed: bool  # whether what is measured follows its unit without a preposition ("zwei Liter Milch")
    units: frozenset[str]  # nouns that are units
    passed_over: frozenset[str]  # nouns that are never what is measured: days, months, years


def find_counted(text: str, found: Found, grammar: CountedGrammar) -> Span | None:
    """The words of what `found` counts; None where the clause names nothing."""
    if found.counted is not None or not found.carrier:
        return found.counted
    if found.carrier == "verb":
        return _verb(text, found, grammar)
    if found.carrier in ("right", "next"):
        end = found.end + text.startswith("+ ", found.end)  # "50+ Gäste"
        right = noun_behind(grammar.phrase_right, text, end) or noun_behind(grammar.genitive_right, text, end)
        if (
            right is None
            and found.rule in ("range", "count")
            and _LEADING_TO.search(text, max(0, found.start - 18), found.start)
        ):
            return _left(text, found.start, grammar)
        return right
    dimension = grammar.dimension.match(text, found.end) if found.carrier == "measure" else None
    behind = dimension.end() if dimension else found.end
    right = noun_behind(grammar.genitive_right, text, behind)
    if right is None and (grammar.is_apposed or found.carrier != "measure"):
        right = noun_behind(grammar.phrase_right, text, behind)
    if right is not None and text[right.start : right.end].split()[-1].lower() in grammar.units:
        right = None  # "62 und 46 Prozent": what follows is the next figure's unit
    return right or _left(text, found.start, grammar) or _later(text, found.end, grammar)


def noun_behind(pattern: re.Pattern[str], text: str, position: int) -> Span | None:
    """The group `noun` of `pattern` right at `position`."""
    match = pattern.match(text, position, position + RIGHT_WINDOW)
    return Span(*match.span("noun")) if match else None


def _clause_end(text: str, position: int) -> int:
    match = _CLAUSE_END.search(text, position, position + RIGHT_WINDOW)
    return match.start() if match else min(len(text), position + RIGHT_WINDOW)


def _verb(text: str, found: Found, grammar: CountedGrammar) -> Span | None:
    match = grammar.verb_right.search(text, found.end, _clause_end(text, found.end))
    if match:
        return Span(*match.span("verb"))
    left = _matches_left(text, clause_start(text, found.start), found.start)
    right = _TOKEN.match(text, found.end + 1)  # "Zweimal scheiterte der Antrag"
    verbs = (m for m in (*left, *([right] if right else ())) if grammar.is_verb(m.group()))
    return next((Span(*m.span()) for m in verbs if m.group() not in grammar.auxiliaries), None)


def clause_start(text: str, position: int) -> int:
    """Where the clause of `position` begins, at most `LEFT_WINDOW` back."""
    floor = max(0, position - LEFT_WINDOW)
    start = floor
    for match in _CLAUSE_START.finditer(text, floor, position):
        start = match.end()
    return start


def _matches_left(text: str, start: int, position: int) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(text, start, position))[::-1]


def _left(text: str, position: int, grammar: CountedGrammar) -> Span | None:
    """The nearest noun phrase before the figure that no preposition governs; else the nearest one at all."""
    owner = grammar.owner_left.search(text, clause_start(text, position), position)
    if owner is not None and owner.group("noun").lower() not in grammar.passed_over:
        return Span(*owner.span("noun"))
    governed: Span | None = None
    pending: Span | None = None  # a noun whose governor is still to be seen
    start = clause_start(text, position)
    is_linked = False
    for match in _matches_left(text, start, position):
        word = match.group()
        lower = word.lower()
        if pending is not None and lower in grammar.prepositions and lower not in grammar.linkers:
            governed, pending = governed or pending, None
        elif lower not in grammar.passed_over and grammar.is_noun(word, match.start() <= start + 1):
            span = Span(*match.span())
            pending = Span(span.start, pending.end) if pending is not None and is_linked else pending or span
            is_linked = False
        elif lower in grammar.linkers and pending is not None:
            is_linked = True
        elif pending is not None and grammar.is_verb(word):
            break
        elif not word[0].islower():
            is_linked = False
    return pending or governed


def _later(text: str, position: int, grammar: CountedGrammar) -> Span | None:
    for match in grammar.later_right.finditer(text, position, _clause_end(text, position)):
        if not match.group("governor"):
            return Span(*match.span("noun"))
    return None
