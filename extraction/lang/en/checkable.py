"""What English brings for finding checkable sentences: a capital inside a sentence is a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.checkable import CheckablePack
from extraction.lang.en import function_words as fw
from extraction.lang.en.cue_verbs import forms
from extraction.lang.words import word_set

_NO_NAMES = fw.CLOSED | fw.TEMPORAL | word_set("i i'm i've i'll i'd mr mrs ms dr")
_SUPERLATIVE = re.compile(r"\w{3,}(?:[^aeiou]|i)est$")
# Words that only look like one.
_NO_SUPERLATIVES = word_set("""
    forest harvest interest honest modest protest request suggest invest contest arrest conquest digest guest quest
    manifest midwest northwest southwest pretest attest detest infest molest behest inquest bequest unrest
""")
_RANKS = word_set("best worst most least")


def parts_of_names(words: Sequence[str]) -> list[bool]:
    def is_capital(index: int) -> bool:
        word = words[index] if 0 <= index < len(words) else ""
        return word[:1].isupper() and word.lower() not in _NO_NAMES

    # A sentence begins with a capital whatever its first word is: there the next one has to agree.
    return [is_capital(index) and (index > 0 or is_capital(1) or words[index].isupper()) for index in range(len(words))]


def is_superlative(word: str) -> bool:
    return word in _RANKS or bool(_SUPERLATIVE.match(word) and word not in _NO_SUPERLATIVES)


def says(words: Sequence[str]) -> bool:
    return any(word in forms() for word in words)


PACK = CheckablePack(parts_of_names=parts_of_names, is_superlative=is_superlative, says=says)
