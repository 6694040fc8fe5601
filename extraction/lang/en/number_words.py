"""English numbers made of several words: cardinals and ordinals, halves, fractions, spoken decimals, open plurals."""

from __future__ import annotations

import re
from typing import NamedTuple

from extraction.figures.model import Number, NumberRead, whole
from extraction.lang.en.numerals import MAGNITUDES, MAX_WORD, Numeral, numeral

_FIRST = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"(?:[ \u00a0]|-|, )([^\W\d_]+)")
_POINT_DIGITS = 12


class Read(NamedTuple):
    """A number in words before it becomes a figure; `rank` where its last word is an ordinal ("twenty-first")."""

    number: NumberRead
    is_ordinal: bool = False


class _Sum:
    def __init__(self, value: Number) -> None:
        self.total: Number = 0
        self.current: Number | None = value
        self.limit: Number = 10**24
        self.magnitude: Number = 1

    @property
    def value(self) -> Number:
        return self.total + (self.current or 0)

    def add(self, word: Numeral) -> bool:
        value, current = word.value, self.current
        if word.sort == "card":
            fits = (
                current is None
                or (current % 100 == 0 and current and 0 < value < 100)
                or (current % 10 == 0 and current % 100 >= 20 and 0 < value < 10)
            )
            if not fits or (current is None and value >= self.limit):
                return False
            self.current = (current or 0) + value
            self.magnitude = 1
            return True
        if value == 100 and current is not None and current < 100:
            self.current, self.magnitude = current * 100, 100
            return True
        if current is None or value >= self.limit or value == 100:
            if current is None and self.total and value > self.magnitude:
                self.total, self.magnitude = whole(self.total * value), value
                return True
            return False
        self.total, self.current, self.limit = self.total + whole(current * value), None, value
        self.magnitude = value
        return True


def read_denominator(text: str, position: int) -> tuple[int, Number] | None:
    """The plural fraction word behind digits: "2 thirds"."""
    stop, word, _ = _next(text, position)
    if word is None or not word.is_plural or text[position] != " ":
        return None
    below = 2 if word.sort == "half" else word.value
    return (stop, below) if below >= 2 and (word.sort != "ord" or below > 2) else None


def read_words(text: str, start: int) -> NumberRead | None:
    """The cardinal, fraction or open plural that begins with the word at `start`."""
    read = read_any(text, start)
    return None if read is None or read.is_ordinal else read.number


def read_any(text: str, start: int) -> Read | None:
    """The number in words that begins at `start`, cardinal or ordinal."""
    first = _FIRST.match(text, start, start + MAX_WORD)
    word = numeral(first.group()) if first else None
    if first is None or word is None:
        return None
    end = first.end()
    if word.sort == "ord":
        return Read(NumberRead(end, word.value, True), True) if not word.is_plural else None
    if word.sort == "half":
        return _half(text, end)
    if word.sort == "open":
        return _open(text, end, word)
    if word.sort == "dozen":
        return Read(NumberRead(end, 12, True, magnitude=12))
    if word.sort == "quarter":
        return None
    if word.sort == "mag":
        return _rest(text, end, _scaled_start(word)) if word.value in (100, 1000) or word.value >= 10**6 else None
    read = _rest(text, end, _Sum(word.value))
    is_article = word.sort == "article" and read.number.end == end
    return read._replace(number=read.number._replace(is_article=is_article))


def _scaled_start(word: Numeral) -> _Sum:
    total = _Sum(1)
    total.add(word)
    return total


_HALF_TAIL = re.compile(
    r"(?: of)?(?:[ -]an?)?[ -](million|billion|trillion|thousand|dozen|hundred)(?!\w)|[ -](million|billion|dozen)(?!\w)"
)
_HALF_UNIT = re.compile(r"[ -](?:an? )(?=[^\W\d_])")


def _half(text: str, end: int) -> Read | None:
    """ "half a million", "half a year", "half of"."""
    tail = _HALF_TAIL.match(text, end)
    if tail:
        size = MAGNITUDES.get((tail.group(1) or tail.group(2)).lower(), 12)
        return Read(NumberRead(tail.end(), whole(size / 2), True, magnitude=size))
    unit = _HALF_UNIT.match(text, end)
    if unit:
        return Read(NumberRead(unit.end() - 1, 0.5, True, is_article=True))
    return Read(NumberRead(end, 0.5, True, is_share=True))


_OPEN_TAIL = re.compile(
    r" of (thousands|millions|billions|trillions)(?!\w)|(?: of)? (million|billion|trillion)(?!\w)", re.IGNORECASE
)


def _open(text: str, end: int, word: Numeral) -> Read | None:
    """ "tens of thousands" is at least 20 000."""
    tail = _OPEN_TAIL.match(text, end)
    if tail:
        size = MAGNITUDES[(tail.group(1) or tail.group(2)).lower().removesuffix("s")]
        return Read(NumberRead(tail.end(), word.value * size, True, is_open=True, magnitude=size))
    return Read(NumberRead(end, word.value, True, is_open=True)) if word.value != 20 else None


def _next(text: str, position: int) -> tuple[int, Numeral | None, str]:
    match = _NEXT.match(text, position, position + MAX_WORD)
    if match is None:
        return position, None, ""
    return match.end(), numeral(match.group(1)), match.group(1).lower()


def _rest(text: str, end: int, total: _Sum) -> Read:
    while True:
        stop, word, surface = _next(text, end)
        comma = text[end : end + 1] == ","
        if surface == "and" and not comma:
            after = _after_and(text, stop, total)
            if after is None:
                break
            if isinstance(after, Read):
                return after
            end = after
        elif surface == "point" and not comma:
            point = _point(text, stop)
            if point is None:
                break
            end, total.current = point[0], (total.current or 0) + point[1]
        elif surface == "dozens" and total.value < 100:
            return Read(NumberRead(stop, whole(total.value * 12), True, magnitude=12))
        elif word is None or (comma and (word.sort != "card" or total.magnitude < 1000)):
            break
        elif word.sort in ("ord", "half", "quarter"):
            return _closed(text, end, stop, total, word)
        elif word.sort == "dozen":
            return Read(NumberRead(stop, whole(total.value * 12), True, magnitude=12))
        elif word.sort not in ("card", "mag") or not total.add(word):
            return _composed_share(text, end, stop, total) or Read(_whole(end, total))
        else:
            end = stop
    return Read(_whole(end, total))


def _whole(end: int, total: _Sum) -> NumberRead:
    return NumberRead(end, whole(total.value), True, magnitude=total.magnitude)


def _composed_share(text: str, end: int, stop: int, total: _Sum) -> Read | None:
    """ "one twenty-fifth", "three twenty-fifths": a share whose denominator is two words."""
    tail = _COMPOSED.match(text, end) if total.value < 10 else None
    ten, one = (numeral(word) for word in tail.groups()) if tail else (None, None)
    if tail is None or ten is None or one is None or one.sort != "ord" or ten.value % 10 or tail.end(1) != stop:
        return None
    if not (one.is_plural or (total.value == 1 and _is_part(text, tail.end()))):
        return None
    return Read(NumberRead(tail.end(), total.value / (ten.value + one.value), True, is_share=True))


_COMPOSED = re.compile(r" ([^\W\d_]+ty)-([^\W\d_]+)(?!\w)")


def _closed(text: str, end: int, stop: int, total: _Sum, word: Numeral) -> Read:
    """A fraction ("three quarters", "two-thirds") or an ordinal ("twenty-first") ends the number."""
    value = total.value
    number = NumberRead(end, whole(value), True, magnitude=total.magnitude)
    if word.sort == "half":
        return Read(NumberRead(stop, value / 2, True, is_share=True)) if value == 1 or word.is_plural else Read(number)
    if word.sort == "quarter":
        return Read(NumberRead(stop, value / 4, True, is_share=True)) if value == 1 or word.is_plural else Read(number)
    if word.is_plural or value == 1:
        if word.value in (1, 2) or (value == 1 and not _is_part(text, stop)):
            return Read(number)
        return Read(NumberRead(stop, value / word.value, True, is_share=True))
    joins = (value % 10 == 0 and value % 100 >= 20 and word.value < 10) or (value % 100 == 0 and word.value < 100)
    if joins:
        return Read(NumberRead(stop, value + word.value, True), True)
    if word.value >= 100 and word.value % 100 == 0:
        return Read(NumberRead(stop, value * word.value, True), True)
    return Read(number)


def _is_part(text: str, stop: int) -> bool:
    """Whether "a third", "one fifth" is a share: not "a third man"."""
    return re.match(r"(?: of\b| or\b|\s*$|[.,;!?)]| (?:more|less|as)\b)", text[stop : stop + 8]) is not None


def _after_and(text: str, position: int, total: _Sum) -> Read | int | None:
    """After "and": a half or fraction, the rest of the number, or its ordinal end."""
    stop, word, _ = _next(text, position - 1 if text[position - 1 : position] in " -" else position)
    if word is None:
        return None
    if word.sort in ("half", "card", "article"):
        share = _mixed(text, stop, word)
        if share is not None and total.value < 10**6:
            return _magnified(text, share[0], total.value + share[1])
    _, size, _ = _next(text, stop)
    if size is not None and size.sort == "mag" and 100 <= size.value <= total.magnitude:
        return None  # "between two thousand and three thousand"
    if word.sort == "card" and total.value >= 100 and word.value < 100 and total.magnitude >= 100:
        if total.current is None:
            total.current = word.value
        elif not total.add(word):
            return None
        total.magnitude = 1
        return stop
    if word.sort == "ord" and not word.is_plural and total.value >= 100 and word.value < 100:
        return Read(NumberRead(stop, total.value + word.value, True), True)
    return None


def _magnified(text: str, end: int, value: Number) -> Read:
    """ "two and a half million"."""
    stop, word, _ = _next(text, end)
    if word is not None and word.sort == "mag" and text[end] == " ":
        return Read(NumberRead(stop, whole(value * word.value), True, magnitude=word.value))
    return Read(NumberRead(end, value, True))


def _mixed(text: str, stop: int, word: Numeral) -> tuple[int, Number] | None:
    """The share in "two and a half", "three and three quarters"."""
    if word.sort == "half":
        return stop, 0.5
    end, part, _ = _next(text, stop)
    if part is None:
        return None
    if part.sort in ("half", "quarter"):
        below = 2 if part.sort == "half" else 4
        return (end, word.value / below) if part.is_plural or word.value == 1 else None
    if part.sort == "ord" and part.value > 2 and (part.is_plural or word.value == 1):
        return end, word.value / part.value
    return None


def _point(text: str, position: int) -> tuple[int, Number] | None:
    digits = ""
    while len(digits) < _POINT_DIGITS:
        end, word, _ = _next(text, position)
        surface = text[position:end].strip(" -").lower()
        if surface in ("oh", "o"):
            word = Numeral("card", 0)
        if word is None or word.sort != "card" or word.value >= 100:
            break
        digits += str(word.value)
        position = end
    return (position, float(f"0.{digits}")) if digits else None
