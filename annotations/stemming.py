"""Words as the search knows them: cut to their stem, so that every inflection is found, alike on every database.

The databases only compare what stands here: neither stems, folds nor splits anything itself.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from itertools import chain

import Stemmer

_WORD = re.compile(r"\w+")
_UMLAUTS = frozenset("äöü")
_PLAIN = re.compile(r"[\W_]")  # what is left of a letter taken apart: combining marks
_LONGEST = 60  # characters of a word that are looked at; what is longer is no word
_local = threading.local()  # a stemmer must not be used by two threads at once


def stems(text: str) -> list[str]:
    """In the order of the text, with repetitions; empty where there is no word. German stems, umlauts folded."""
    return list(chain.from_iterable(map(_stems_within, text.split())))


def distinct_stems(text: str) -> str:
    """Each stem once, separated by blanks: what is stored."""
    pieces = dict.fromkeys(text.split())  # each once before it is looked at: a text repeats half of its words
    # Hardly any text has a piece so long that each must be asked for its length.
    within = _stems_of_short if len(max(pieces, key=len, default="")) <= _LONGEST else _stems_within
    return " ".join(dict.fromkeys(chain.from_iterable(map(within, pieces))))


def _stems_within(piece: str) -> tuple[str, ...]:
    """Of what stands between two blanks: a word with its signs, or several words."""
    return _stems_of_short(piece) if len(piece) <= _LONGEST else _split_and_stemmed(piece)


def _split_and_stemmed(piece: str) -> tuple[str, ...]:
    words = _WORD.findall(piece.casefold().replace("_", " "))  # an underscore joins no words here
    return tuple(stem for word in words if (stem := _stem(word[:_LONGEST])))


_stems_of_short = lru_cache(maxsize=50_000)(_split_and_stemmed)  # texts say the same again and again; some MB


def _stem(word: str) -> str:
    if word.isascii() and word.isdecimal():
        return word
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = Stemmer.Stemmer("german", 0)  # what it has said is kept here already
    stem: str = stemmer.stemWord(_folded(word))
    return stem


def _folded(word: str) -> str:
    """Without accents, so that "Café" is found as "cafe"; umlauts are the stemmer's."""
    if word.isascii():
        return word
    return "".join(c if c in _UMLAUTS else _PLAIN.sub("", unicodedata.normalize("NFKD", c)) for c in word)
