"""German number words: what a single word says as a number, and numbers made of several words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extraction.figures.model import Number
from extraction.figures.wordlist import words

MAX_WORD = 80  # code points; the longest cardinal below a million has 62

_ONES = ["null", "ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwoelf"]
_TEENS = ["dreizehn", "vierzehn", "fuenfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
_TENS = ["zwanzig", "dreissig", "vierzig", "fuenfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def _below_hundred() -> dict[str, int]:
    table = {word: value for value, word in enumerate(_ONES + _TEENS)}
    for ten, word in enumerate(_TENS, start=2):
        table[word] = ten * 10
        for one in range(1, 10):
            table[f"{_ONES[one]}und{word}"] = ten * 10 + one
    return (
        table
        | {"eins": 1, "zwo": 2, "zweier": 2, "dreier": 3}
        | {f"zwound{word}": ten * 10 + 2 for ten, word in enumerate(_TENS, start=2)}
    )


_BELOW_HUNDRED = _below_hundred()
MAGNITUDES = {
    "million": 10**6, "millionen": 10**6, "mio": 10**6, "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9,
    "billion": 10**12, "billionen": 10**12, "bio": 10**12, "billiarde": 10**15, "billiarden": 10**15,
    "trillion": 10**18, "trillionen": 10**18, "tsd": 1000, "tausend": 1000, "hundert": 100,
    "viertelmillion": 250_000, "dreiviertelmillion": 750_000, "viertelmilliarde": 25 * 10**7,
    "dreiviertelmilliarde": 75 * 10**7,
}  # fmt: skip
_ARTICLES = words("ein eine einen einem einer eines")
_OPEN = {
    "dutzende": 24, "hunderte": 200, "tausende": 2000, "zehntausende": 20_000, "hunderttausende": 200_000,
    "abertausende": 2000, "zigtausende": 20_000, "zehntausenden": 20_000, "aberhunderte": 200,
    "abermillione": 2 * 10**6, "abermilliarde": 2 * 10**9,
}  # fmt: skip
_AND_ONE = words("undein undeine undeinen undeinem undeiner undeines")  # "tausendundeine"
_FOLD = str.maketrans({"ä": "ae", "ü": "ue", "ö": "oe", "ß": "ss"})
_MIXED = re.compile(r"(?:(.*?)(?:und)?)ein(halb|viertel|drittel|dreiviertel)$")
_ORDINAL = re.compile(r"(.+?)(st|t)e[rnsm]?$")
# The last part of an ordinal that differs from its cardinal.
_IRREGULAR = (("ers", "ein"), ("drit", "drei"), ("sieb", "sieben"), ("ach", "acht"))


class Numeral(NamedTuple):
    """`sort`: card, article, mag, ord, frac, half, mixed, open, dozen, times, fold, or bound (see `figure_bound`)."""

    sort: str
    value: Number


def fold(word: str) -> str:
    """Lower case with ue, oe and ss, so that every spelling of a word looks the same."""
    return word.lower().translate(_FOLD)


def cardinal(folded: str) -> int | None:
    """The value of one cardinal word ("dreihundertfünfundzwanzigtausend"), None where it is none."""
    known = _BELOW_HUNDRED.get(folded)
    if known is not None or len(folded) > MAX_WORD:
        return known
    for name, size in (("milliarde", 10**9), ("million", 10**6), ("tausend", 1000), ("hundert", 100)):
        left, separator, right = folded.partition(name)
        if separator:
            return _composed(left, right, size)
    return None


def _composed(left: str, right: str, size: int) -> int | None:
    if size >= 10**6:
        right = right.removeprefix("en" if size == 10**6 else "n")
        left = "ein" if left == "eine" else left
    count = cardinal(left) if left else 1
    rest = 1 if right in _AND_ONE else cardinal(right.removeprefix("und")) if right else 0
    if count is None or rest is None or not 0 < count < 1000 or rest >= size:
        return None
    return None if size == 100 and count > 19 else count * size + rest


def ordinal(folded: str) -> int | None:
    """The value of one ordinal word in any ending ("einundzwanzigsten"), None where it is none."""
    match = _ORDINAL.match(folded)
    if match is None:
        return None
    stem, ending = match.groups()
    if stem + ending == "erst":
        return 1
    for odd, regular in _IRREGULAR:
        # "dritte" is split drit + te, "erste" er + ste, "achte" ach + te.
        if (stem + ending).endswith(odd + "t"):
            base = cardinal((stem + ending)[: -len(odd) - 1] + regular)
            return base if base else None
    if folded.startswith("million") or stem.endswith(("million", "milliard")):
        left, size = (stem[:-7], 10**6) if stem.endswith("million") else (stem[:-8], 10**9)
        count = cardinal(left) if left else 1
        return count * size if count and count < 1000 else None
    value = cardinal(stem)
    if value is None and ending == "st":  # "sechste" is split sechs + te
        value, ending = cardinal(stem + "s"), "t"
    if value is None or value == 0:
        return None
    regular_ending = "t" if 0 < value % 100 < 20 else "st"
    return value if ending == regular_ending and value not in (1, 3) else None


def _fraction(folded: str) -> int | None:
    """The denominator of "Drittel", "Zehnteln", "Hundertstel"."""
    stem = folded.removesuffix("n").removesuffix("s")
    if not stem.endswith("tel"):
        return None
    return ordinal(stem[:-1])


def decimal_words(folded: str) -> Number | None:
    """Halves and quarters bound to a cardinal: "anderthalb", "zweieinhalb", "dreiviertel", "zweidrittel"."""
    stem = re.sub(r"(?<=halb)e[rnsm]?$", "", folded)
    if stem == "anderthalb":
        return 1.5
    for name, size in (("tausend", 1000), ("hundert", 100)):  # "zweieinhalbtausend"
        if stem.endswith(name) and (some := decimal_words(stem.removesuffix(name))) is not None and some > 1:
            return some * size
    match = _MIXED.match(stem)
    if match and match.group(1):
        base = cardinal("ein" if match.group(1) == "ein" else match.group(1))
        part = {"halb": 0.5, "viertel": 0.25, "drittel": 1 / 3, "dreiviertel": 0.75}[match.group(2)]
        return None if base is None else base + part
    for count in ("zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun"):
        if stem.startswith(count) and (below := _fraction(stem[len(count) :])):
            return _BELOW_HUNDRED[count] / below
    return None


@lru_cache(maxsize=16384)
def numeral(word: str) -> Numeral | None:
    """What one word (letters only) says as a number, None where it says none."""
    if len(word) > MAX_WORD:
        return None
    folded = fold(word)
    if folded in _ARTICLES:
        return Numeral("article", 1)
    if folded in MAGNITUDES:
        return Numeral("mag", MAGNITUDES[folded])
    value = cardinal(folded)
    if value is not None:
        return Numeral("card", value)
    return _other(folded)


def _other(folded: str) -> Numeral | None:
    if folded == "einhalb":
        return Numeral("half", 0.5)
    if folded in ("halb", "halbe", "halben", "halber", "halbes", "halbem"):
        return Numeral("half", 0.5)
    if folded == "dutzend":
        return Numeral("dozen", 12)
    open_plural = _OPEN.get(folded.removesuffix("n").removesuffix("r"))
    if open_plural and not folded.endswith("rn"):
        return Numeral("open", open_plural)
    below = _fraction(folded)
    if below:
        return Numeral("frac", below)
    mixed = decimal_words(folded)
    if mixed is not None:
        return Numeral("card", int(mixed)) if mixed >= 100 and mixed == int(mixed) else Numeral("mixed", mixed)
    rank = ordinal(folded)
    return Numeral("ord", rank) if rank else None
