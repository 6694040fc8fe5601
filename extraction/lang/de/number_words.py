"""German numbers made of several words: cardinals with magnitudes, halves, fractions, spoken decimals, open plurals."""

from __future__ import annotations

import re

from extraction.figures.model import Number, NumberRead, whole
from extraction.lang.de.numerals import MAGNITUDES, MAX_WORD, Numeral, fold, numeral

_NEXT = re.compile(r"[ \u00a0\u202f-]([^\W\d_]+)")
_FIRST = re.compile(r"[^\W\d_]+")
_POINT_DIGITS = 12
_SHORTENED = frozenset({"mio", "mrd", "bio", "tsd"})


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
        is_open = fold(first.group()).endswith("en")  # "Millionen", but "die Million"
        value = 2 * word.value if is_open else word.value
        return NumberRead(end, value, True, is_open=is_open, magnitude=word.value)
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
            return _read_share(text, stop, total.value / word.value)
        elif surface == "einhalb" and total.value < 1000:
            return NumberRead(stop, total.value + 0.5, True)
        elif word.sort == "half" and total.value == 1:
            return _read_half(text, stop)
        elif word.sort == "mixed" and total.value == 1 and word.value < 1:
            return _read_share(text, stop, word.value)
        elif word.sort not in ("card", "mag", "dozen") or not total.add(word):
            return _with_fraction(text, end, total)
        else:
            end = stop + (surface in _SHORTENED and text.startswith(".", stop))
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
    if part is not None and part.sort in ("half", "frac") and total.value < (100 if part.sort == "half" else 10**6):
        share = part.value if part.sort == "half" else word.value / part.value
        return NumberRead(after, total.value + share, True)
    is_further = word.sort == "card" and total.current is None and 100 <= word.value < total.magnitude
    if is_further and (part is None or part.sort != "mag") and total.magnitude >= 10**6 and total.add(word):
        return stop
    if word.sort != "card" or not total.current:
        return None
    if 0 < total.current % 100 < 10 and word.value in range(20, 100, 10) and text[position - 1] == " ":
        total.current += word.value
        return stop
    return stop if total.value >= 100 and word.value < 100 and total.add(word) else None


def _read_share(text: str, end: int, share: Number) -> NumberRead:
    """ "eine dreiviertel Million" is 750 000."""
    stop, word, _ = _next_numeral(text, end)
    if word is not None and word.sort == "mag":
        return NumberRead(stop, whole(share * word.value), True, magnitude=word.value)
    return NumberRead(end, share, True, is_share=True)


def _read_half(text: str, end: int) -> NumberRead:
    """ "eine halbe Million" is half a million, "ein halbes Jahr" leaves the unit to the caller."""
    stop, word, _ = _next_numeral(text, end)
    if word is not None and word.sort in ("mag", "dozen"):
        return NumberRead(stop, whole(word.value / 2), True, magnitude=word.value)
    return NumberRead(end, 0.5, True, is_article=True)
