"""The rule for spans, and the conversion from UTF-16."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SpanCutsCharacter, SpanMismatch, SpanOutsideText
from annotations.spans import Utf16Map, check_span, context, is_character_border

FAMILY = "👩\u200d👩\u200d👧"
TEXT = f"Zwei {FAMILY} und e\u0323\u0301in 🇩🇪 Händedruck"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, 10_000), (10_000, 10_001)])
def test_refuses_places_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(SpanOutsideText):
        check_span(TEXT, start=start, end=end)


def test_names_both_strings_when_the_words_differ() -> None:
    with pytest.raises(SpanMismatch) as caught:
        check_span(TEXT, start=0, end=4, exact="Drei")
    assert "Drei" in str(caught.value)
    assert "Zwei" in str(caught.value)


@pytest.mark.parametrize("inside", [6, 7, 8, 9])
def test_refuses_to_cut_an_emoji_family(inside: int) -> None:
    with pytest.raises(SpanCutsCharacter):
        check_span(TEXT, start=0, end=inside)


def test_refuses_to_cut_a_letter_with_accents_or_a_flag() -> None:
    letter = TEXT.index("e\u0323")
    flag = TEXT.index("🇩🇪")
    for end in (letter + 1, letter + 2, flag + 1):
        with pytest.raises(SpanCutsCharacter):
            check_span(TEXT, start=0, end=end)
    assert check_span(TEXT, start=flag, end=flag + 2) == "🇩🇪"


def test_context_is_32_code_points_at_most() -> None:
    text = "a" * 40 + "X" + "b" * 5
    assert context(text, start=40, end=41) == ("a" * 32, "b" * 5)


@given(st.text(st.one_of(st.sampled_from("aä👩🇩e\u0301"), st.characters(exclude_categories=["Cs"]))))
def test_utf16_places_come_back_as_code_points(text: str) -> None:
    places = Utf16Map(text)
    for point in range(len(text) + 1):
        assert places.to_code_points(len(text[:point].encode("utf-16-le")) // 2) == point


def test_utf16_place_inside_a_pair_is_refused() -> None:
    with pytest.raises(SpanCutsCharacter):
        Utf16Map("a👩b").to_code_points(2)


def test_both_ends_of_the_text_are_borders() -> None:
    assert is_character_border("👩", 0)
    assert is_character_border("👩", 1)


@pytest.mark.parametrize("word", ["Österreich", "„Wir“", "👩", "–"])
def test_a_line_may_begin_with_any_character(word: str) -> None:
    text = f"Titel\n\n{word} und mehr."
    assert check_span(text, start=7, end=7 + len(word)) == word


@given(st.text(st.sampled_from("aä„\n 👩🇩e\u0301\u200d"), max_size=40))
def test_borders_are_those_of_grapheme_clusters(text: str) -> None:
    ends = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    assert {place for place in range(len(text) + 1) if is_character_border(text, place)} == ends


def test_utf16_places_there_and_back() -> None:
    text = "a👩‍👩‍👧b😀c"
    counted = Utf16Map(text)
    for place in range(len(text) + 1):
        as_utf16 = counted.to_utf16(place)
        assert as_utf16 == len(text[:place].encode("utf-16-le")) // 2
        assert counted.to_code_points(as_utf16) == place
