"""Words as the search knows them: cut to their stem, so that every inflection is found, alike on every database.

The databases only compare what stands here: neither stems, folds nor splits anything itself.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"\w+")
_UMLAUTS = frozenset("äöü")
_PLAIN = re.compile(r"[\W_]")  # what is left of a letter taken apart: combining marks
_LONGEST = 60  # characters of a word that are looked at; what is longer is no word
_local = threading.local()  # a stemmer must not be used by two threads at once


def stems(text: str) -> list[str]:
    """In the order of the text, with repetitions; empty where there is no word. German stems, umlauts folded."""
    return _stemmed(_words(text))


def distinct_stems(text: str) -> str:
    """Each stem once, separated by blanks: what is stored."""
    # Each word once before it is stemmed: a text repeats half of its words.
    return " ".join(dict.fromkeys(_stemmed(dict.fromkeys(_words(text)))))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("_", " "))  # an underscore joins no words here


def _stemmed(words: Iterable[str]) -> list[str]:
    return [stem for word in words if (stem := _stem(word[:_LONGEST]))]


@lru_cache(maxsize=20_000)  # texts say the same words again and again
def _stem(word: str) -> str:
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = Stemmer.Stemmer("german")
    stem: str = stemmer.stemWord(_folded(word))
    return stem


def _folded(word: str) -> str:
    """Without accents, so that "Café" is found as "cafe"; umlauts are the stemmer's."""
    if word.isascii():
        return word
    return "".join(c if c in _UMLAUTS else _PLAIN.sub("", unicodedata.normalize("NFKD", c)) for c in word)
