"""Number words are written out by an independent speller and must be read back as the same number."""

from __future__ import annotations

import random

import pytest

from extraction.lang.de import number_words as german
from extraction.lang.de.numerals import numeral
from extraction.lang.en import number_words as english

_DE_ONES = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_DE_TENS = ["-", "-", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_EN_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell_german(number: int, *, last: bool = True) -> str:
    if number >= 10**6:
        millions, rest = divmod(number, 10**6)
        head = "eine Million" if millions == 1 else f"{spell_german(millions, last=False)} Millionen"
        return f"{head} {spell_german(rest)}" if rest else head
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        return f"{spell_german(thousands, last=False)}tausend" + (spell_german(rest) if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{spell_german(hundreds, last=False)}hundert" + (spell_german(rest, last=last) if rest else "")
    if number < 20:
        return "ein" if number == 1 and not last else _DE_ONES[number]
    ten, one = divmod(number, 10)
    unit = "ein" if one == 1 else _DE_ONES[one]
    return f"{unit}und{_DE_TENS[ten]}" if one else _DE_TENS[ten]


def spell_english(number: int) -> str:
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            joint = " and " if size == 100 or 0 < rest < 100 else " "
            return f"{spell_english(head)} {name}" + (f"{joint}{spell_english(rest)}" if rest else "")
    if number < 20:
        return _EN_ONES[number]
    ten, one = divmod(number, 10)
    return f"{_EN_TENS[ten]}-{_EN_ONES[one]}" if one else _EN_TENS[ten]


def sample() -> list[int]:
    rng = random.Random(7)
    spread = [rng.randrange(10**exponent) for exponent in range(2, 10) for _ in range(400)]
    return [*range(0, 2000), *spread, 10**6, 10**9 - 1, 100_000, 999_999, 1_000_001]


def test_reads_every_german_cardinal_it_is_given() -> None:
    wrong = []
    for number in sample():
        words = spell_german(number)
        read = german.read_words(words, 0)
        if read is None or (read.value, read.end) != (number, len(words)):
            wrong.append((words, read))
    assert wrong == []


def test_reads_german_cardinals_without_umlauts_and_sharp_s() -> None:
    for number in range(100_000, 200_000, 977):
        words = spell_german(number).replace("ü", "ue").replace("ö", "oe").replace("ß", "ss")
        read = german.read_words(words, 0)
        assert read is not None
        assert read.value == number


def test_reads_every_english_cardinal_it_is_given() -> None:
    wrong = []
    for number in sample():
        words = spell_english(number)
        read = english.read_words(words, 0)
        if read is None or (read.value, read.end) != (number, len(words)):
            wrong.append((words, read))
    assert wrong == []


def german_ordinal(number: int) -> str:
    odd = {1: "ers", 3: "drit", 7: "sieb", 8: "ach"}
    tail = number % 100
    if tail in odd:
        head = spell_german(number - tail) if number > tail else ""
        return f"{head}{odd[tail]}te"
    return spell_german(number) + ("te" if 0 < tail < 20 else "ste")


@pytest.mark.parametrize("ending", ["", "r", "n", "s", "m"])
def test_reads_german_ordinals_in_every_ending(ending: str) -> None:
    for number in [*range(1, 300), 1000, 1001, 12_345, 999_999]:
        read = numeral(german_ordinal(number) + ending)
        assert read is not None, german_ordinal(number)
        assert (read.sort, read.value) == ("ord", number)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zwei Komma fünf", 2.5),
        ("null Komma null fünf", 0.05),
        ("anderthalb", 1.5),
        ("dreieinhalb Millionen", 3_500_000),
        ("zwei und ein halb", 2.5),
        ("drei Viertel", 0.75),
        ("eine halbe Million", 500_000),
        ("zwei Dutzend", 24),
        ("hundert und drei", 103),
        ("zwei hundert tausend", 200_000),
        ("eine Million zweihunderttausend", 1_200_000),
    ],
)
def test_reads_german_numbers_of_several_words(words: str, value: float) -> None:
    read = german.read_words(words, 0)
    assert read is not None
    assert read.end == len(words)
    assert read.value == pytest.approx(value)


@pytest.mark.parametrize(
    "word", ["einst", "achtsam", "Dreieck", "Elfenbein", "hundertfach", "Zehe", "vierteln", "Tausender"]
)
def test_takes_no_other_word_for_a_cardinal(word: str) -> None:
    read = numeral(word)
    assert read is None or read.sort != "card"
