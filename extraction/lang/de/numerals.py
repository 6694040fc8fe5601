"""German number words: what a single word says as a number, and numbers made of several words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extraction.figures.model import Number, NumberRead, whole
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
    return table | {"eins": 1, "zwo": 2} | {f"zwound{word}": ten * 10 + 2 for ten, word in enumerate(_TENS, start=2)}


_BELOW_HUNDRED = _below_hundred()
MAGNITUDES = {
    "million": 10**6, "millionen": 10**6, "mio": 10**6, "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9,
    "billion": 10**12, "billionen": 10**12, "bio": 10**12, "billiarde": 10**15, "billiarden": 10**15,
    "trillion": 10**18, "trillionen": 10**18, "tsd": 1000, "tausend": 1000, "hundert": 100,
}  # fmt: skip
_ARTICLES = words("ein eine einen einem einer eines")
_OPEN = {
    "dutzende": 24, "hunderte": 200, "tausende": 2000, "zehntausende": 20_000, "hunderttausende": 200_000,
    "abertausende": 2000, "aberhunderte": 200,
}  # fmt: skip
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
    for name, size in (("million", 10**6), ("tausend", 1000), ("hundert", 100)):
        left, separator, right = folded.partition(name)
        if separator:
            return _composed(left, right, size)
    return None


def _composed(left: str, right: str, size: int) -> int | None:
    if size == 10**6:
        right = right.removeprefix("en")
        left = "ein" if left == "eine" else left
    count = cardinal(left) if left else 1
    rest = cardinal(right.removeprefix("und")) if right else 0
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
        return {"million": 10**6, "milliard": 10**9}.get(stem)
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
        return Numeral("mixed", mixed)
    rank = ordinal(folded)
    return Numeral("ord", rank) if rank else None


_NEXT = re.compile(r"[ \u00a0\u202f-]([^\W\d_]+)")
_FIRST = re.compile(r"[^\W\d_]+")
_POINT_DIGITS = 12


class _Sum:
    """Adds up the words of one number; `add` says whether the word still belongs to it."""

    def __init__(self) -> None:
        self.total: Number = 0
        self.current: Number | None = None
        self.limit: Number = 10**24
        self.magnitude: Number = 1  # the one the number ends in

    @property
    def value(self) -> Number:
        return self.total + (self.current or 0)

    def add(self, word: Numeral) -> bool:
        if word.sort == "card":
            return self._add_cardinal(word.value)
        size = word.value
        if word.sort == "dozen":
            size, self.limit = 12, min(self.limit, 10**24)
        if size in (100, 1000) and (self.current is None or self.current < size):
            self.current = (self.current or 1) * size
            self.magnitude = size
            return True
        if self.current is None or size >= self.limit or size in (100, 1000):
            return False
        self.total, self.current, self.limit = self.total + whole(self.current * size), None, size
        self.magnitude = size
        return True

    def _add_cardinal(self, value: Number) -> bool:
        if self.current is None:
            if self.total and value >= self.limit:
                return False
            self.current = value
        elif self.current >= 1000 and self.current % 1000 == 0 and 0 < value < 1000:
            # "zwei hundert tausend drei hundert": what follows may still be multiplied
            self.total, self.current, self.limit = self.total + self.current, value, min(self.limit, 1000)
        elif self.current and self.current % 100 == 0 and 0 < value < 100:
            self.current += value
        else:
            return False
        self.magnitude = 1
        return True


def _next_numeral(text: str, position: int) -> tuple[int, Numeral | None, str]:
    match = _NEXT.match(text, position, position + MAX_WORD)
    if match is None:
        return position, None, ""
    return match.end(), numeral(match.group(1)), match.group(1).lower()


def _read_point(text: str, position: int) -> tuple[int, Number] | None:
    """The digits after a spoken "Komma": words below ten one by one, or one cardinal below a hundred."""
    digits = ""
    while len(digits) < _POINT_DIGITS:
        end, word, _ = _next_numeral(text, position)
        if word is None or word.sort not in ("card", "article") or word.value >= 100:
            break
        digits += str(word.value)
        position = end
    return (position, float(f"0.{digits}")) if digits else None


def read_denominator(text: str, position: int) -> tuple[int, Number] | None:
    """The fraction word behind digits: "2 Drittel"; no plural of a quarter of a town."""
    if text[position : position + 1] != " " or "tel" not in text[position : position + 24]:
        return None
    stop, word, _ = _next_numeral(text, position)
    return (stop, word.value) if word is not None and word.sort == "frac" else None


def read_words(text: str, start: int) -> NumberRead | None:
    """The number that begins with the word at `start`: cardinals, magnitudes, halves, fractions, open plurals."""
    first = _FIRST.match(text, start, start + MAX_WORD)
    word = numeral(first.group()) if first else None
    if first is None or word is None or word.sort == "ord":
        return None
    if word.sort in ("open", "half", "mixed", "frac"):
        return _read_odd_start(text, first, word)
    total, end = _Sum(), first.end()
    if word.sort == "mag" and word.value >= 10**6:
        return NumberRead(end, 2 * word.value, True, is_open=fold(first.group()).endswith("en"), magnitude=word.value)
    if not total.add(Numeral("card", 1) if word.sort == "article" else word):
        if word.sort != "dozen":
            return None
        return NumberRead(end, 12, True, magnitude=12)
    read = _read_rest(text, end, total)
    return read._replace(is_article=word.sort == "article" and read.end == end)


_OPEN_TAIL = re.compile(r" (?:von )?(Millionen|Milliarden|Billionen)(?!\w)")


def _read_odd_start(text: str, first: re.Match[str], word: Numeral) -> NumberRead | None:
    end = first.end()
    if word.sort == "open":
        tail = _OPEN_TAIL.match(text, end)
        if tail:
            size = MAGNITUDES[tail.group(1).lower()]
            return NumberRead(tail.end(), word.value * size, True, is_open=True, magnitude=size)
        return NumberRead(end, word.value, True, is_open=True)
    if word.sort == "frac":
        return None
    stop, following, _ = _next_numeral(text, end)
    if following is not None and following.sort in ("mag", "dozen"):
        return NumberRead(stop, whole(word.value * following.value), True, magnitude=following.value)
    is_share = word.sort == "mixed" and word.value < 1
    return NumberRead(end, word.value, True, is_share=is_share, is_article=word.sort == "half")


def _read_rest(text: str, end: int, total: _Sum) -> NumberRead:
    while True:
        stop, word, surface = _next_numeral(text, end)
        if surface == "und":
            closed = _read_and(text, stop, total)
            if closed is None:
                break
            if isinstance(closed, NumberRead):
                return closed
            end = closed
        elif surface in ("komma", "punkt") and total.current is not None:
            point = _read_point(text, stop)
            if point is None:
                break
            end, total.current = point[0], total.current + point[1]
        elif word is None:
            break
        elif word.sort == "frac":
            if total.value >= 100 or (surface[0] == "v" and text[end] == "-"):
                break
            return NumberRead(stop, total.value / word.value, True, is_share=True)
        elif surface == "einhalb" and total.value < 1000:
            return NumberRead(stop, total.value + 0.5, True)
        elif word.sort == "half" and total.value == 1:
            return _read_half(text, stop)
        elif word.sort == "mixed" and total.value == 1 and word.value < 1:
            return NumberRead(stop, word.value, True, is_share=True)
        elif word.sort not in ("card", "mag", "dozen") or not total.add(word):
            return _with_fraction(text, end, total)
        else:
            end = stop
    return NumberRead(end, whole(total.value), True, magnitude=total.magnitude)


def _with_fraction(text: str, end: int, total: _Sum) -> NumberRead:
    """The number as it stands, or with the fraction that follows it: "drei sieben Achtel"."""
    read = NumberRead(end, whole(total.value), True, magnitude=total.magnitude)
    stop, top, _ = _next_numeral(text, end)
    after, bottom, _ = _next_numeral(text, stop)
    is_share = top is not None and bottom is not None and bottom.sort == "frac" and top.value < bottom.value
    if top is None or bottom is None or not is_share or not 1 < total.value < 100 or "-" in text[end:after]:
        return read
    return NumberRead(after, total.value + top.value / bottom.value, True)


def _read_and(text: str, position: int, total: _Sum) -> NumberRead | int | None:
    """After "und": a further cardinal of the same number ("hundert und drei"), or a half or fraction."""
    stop, word, _ = _next_numeral(text, position)
    if word is None or word.sort not in ("card", "article"):
        return None
    after, part, _ = _next_numeral(text, stop)
    if part is not None and part.sort in ("half", "frac") and total.value < 100:
        share = part.value if part.sort == "half" else word.value / part.value
        return NumberRead(after, total.value + share, True)
    if word.sort != "card" or not total.current:
        return None
    if 0 < total.current % 100 < 10 and word.value in range(20, 100, 10) and text[position - 1] == " ":
        total.current += word.value
        return stop
    return stop if total.value >= 100 and word.value < 100 and total.add(word) else None


def _read_half(text: str, end: int) -> NumberRead:
    """ "eine halbe Million" is half a million, "ein halbes Jahr" leaves the unit to the caller."""
    stop, word, _ = _next_numeral(text, end)
    if word is not None and word.sort in ("mag", "dozen"):
        return NumberRead(stop, whole(word.value / 2), True, magnitude=word.value)
    return NumberRead(end, 0.5, True, is_article=True)
