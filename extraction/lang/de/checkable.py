"""What German brings for finding checkable sentences: names by their neighbours, superlatives by their form.

German writes all nouns with a capital, so a single capital says nothing. Two in a row are a name, or an office and a
name, nearly always; so is an abbreviation in capitals, and a first name that stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.checkable import CheckablePack
from extraction.lang.de import function_words as fw
from extraction.lang.de import titles
from extraction.lang.de.lexicon import word_forms
from extraction.lang.words import word_set

_NO_NAMES = fw.CLOSED | fw.TEMPORAL | fw.MODALS | fw.BE | fw.HAVE
_UNITS = word_set(
    "euro dollar prozent millionen milliarden million milliarde meter kilometer grad uhr kilo tonnen liter"
)
# "die größte", "am schnellsten", "den wichtigsten". By stems, as "ernste" and "Küste" only look like one.
_SUPERLATIVE = re.compile(
    r"(?:größt|höchst|best|meist|kleinst|ältest|längst|kürzest|schnellst|schwerst|schlimmst|tiefst"
    r"|teuerst|kältest|wärmst|heißest|härtest|lautest|weitest|breitest|frühest|spätest|stärkst|billigst|niedrigst|geringst|wichtigst|bekanntest|beliebtest|reichst|ärmst|modernst|neuest|neust"
    r"|\w{2,}(?:ig|lich|sam|bar|haft|isch)st)e[nmrs]?$"
)


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in _NO_NAMES and word.lower() not in _UNITS


def _is_abbreviation(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) > 1 and letters[0].isupper()


def parts_of_names(words: Sequence[str]) -> list[bool]:
    capitals = [_is_capital(word) for word in words]
    flags = []
    for index, word in enumerate(words):
        before = index > 0 and capitals[index - 1]
        after = index + 1 < len(words) and capitals[index + 1]
        lower = word.lower()
        # The office before a name is no part of it: "Bürgermeister" alone says nothing.
        is_office = titles.is_person_noun(lower) or titles.is_title(lower)
        in_row = capitals[index] and ((before and not is_office) or (after and not is_office))
        flags.append(in_row or _is_abbreviation(word) or (word[:1].isupper() and lower in titles.FIRST_NAMES))
    return flags


def is_superlative(word: str) -> bool:
    return bool(_SUPERLATIVE.match(word))


def says(words: Sequence[str]) -> bool:
    """A verb that can be one of saying, with the particle and the fixed words it needs for that ("teilte … mit")."""
    present = set(words)
    return any(
        (not cue.verb.particle or cue.verb.particle in present) and present.issuperset(cue.fixed)
        for word in words
        for cue in word_forms(word).cues
    )


PACK = CheckablePack(parts_of_names=parts_of_names, is_superlative=is_superlative, says=says)
