"""Places of a text found again in a changed one."""

from __future__ import annotations

import random

import pytest

from extraction.anchoring import Alignment
from extraction.spans import Span

OLD = (
    "Der Rat tagt am Dienstag 👩‍👩‍👧.\n\n"
    "„Wir bauen zwölf neue Schulen“, sagte Anna Beck. Der Plan kostet 40 Millionen Euro.\n\n"
    "Im Jahr davor waren es 40 Anträge, die der Ausschuss in einer Sitzung abgelehnt hat."
)


def found(old: str, new: str, words: str) -> tuple[str, bool] | None:
    start = old.index(words)
    place = Alignment(old, new).find(Span(start, start + len(words)))
    return (place.span.text(new), place.is_same) if place else None


@pytest.mark.parametrize("words", ["zwölf", "Wir bauen zwölf neue Schulen", "40 Anträge", "Der Rat", "abgelehnt hat"])
def test_what_stands_before_may_grow(words: str) -> None:
    assert found(OLD, "Von Mara Lindt\n\n🎉 Vorab: ein Satz mehr.\n\n" + OLD, words) == (words, True)


def test_the_same_words_twice_stay_apart() -> None:
    new = OLD.replace("Der Plan", "Der große Plan").replace("Im Jahr davor", "Ein Jahr zuvor")
    for sentence in ("40 Millionen", "40 Anträge"):
        start = OLD.index(sentence)
        place = Alignment(OLD, new).find(Span(start, start + 2))
        assert place is not None
        assert place.is_same
        assert new[place.span.start :].startswith(sentence)


def test_a_paragraph_that_moved_is_followed() -> None:
    first, second, third = OLD.split("\n\n")
    moved = "\n\n".join([third, first, second])
    for words in ("zwölf", "40 Anträge", "Der Rat tagt"):
        assert found(OLD, moved, words) == (words, True)


def test_a_changed_word_inside_is_the_same_place_with_other_words() -> None:
    new = OLD.replace("zwölf neue", "vierzehn neue")
    assert found(OLD, new, "Wir bauen zwölf neue Schulen") == ("Wir bauen vierzehn neue Schulen", False)


def test_changed_words_at_both_ends_belong_to_the_place() -> None:
    new = OLD.replace("„Wir", "„Man").replace("Schulen“", "Horte“")
    assert found(OLD, new, "Wir bauen zwölf neue Schulen") == ("Man bauen zwölf neue Horte", False)


def test_what_was_replaced_as_a_whole_is_not_found() -> None:
    assert found(OLD, OLD.replace("zwölf", "vierzehn"), "zwölf") is None


def test_what_was_deleted_is_not_found_at_a_namesake() -> None:
    new = OLD.replace(" Der Plan kostet 40 Millionen Euro.", "")
    assert found(OLD, new, "40 Millionen Euro") is None
    start = OLD.index("40 Millionen")
    assert Alignment(OLD, new).find(Span(start, start + 2)) is None


def test_a_rewritten_text_keeps_nothing_by_chance() -> None:
    new = "Ganz neu: 12 Gäste, 40 Hunde und ein Rat, der am Freitag nichts beschließt."
    assert [found(OLD, new, words) for words in ("zwölf", "40 Millionen Euro", "Der Rat")] == [None, None, None]


def test_stretches_give_both_texts_back() -> None:
    new = OLD.replace("zwölf", "14").replace("Im Jahr davor", "2024") + "\nNachtrag."
    stretches = list(Alignment(OLD, new).stretches())
    assert "".join(s.old for s in stretches) == OLD
    assert "".join(s.new for s in stretches) == new
    assert [(s.old, s.new) for s in stretches if "zwölf" in s.old and not s.is_same] == [("zwölf", "14")]


def test_any_edit_keeps_every_same_place_true() -> None:
    """Whatever is edited: a place that is called the same has the same words."""
    chance = random.Random(7)
    words = OLD.split(" ")
    for _round in range(60):
        edited = list(words)
        for _edit in range(chance.randint(1, 6)):
            at = chance.randrange(len(edited))
            edited[at : at + chance.randint(0, 2)] = chance.choices(words, k=chance.randint(0, 2))
        new = " ".join(edited)
        alignment = Alignment(OLD, new)
        for _place in range(20):
            start = chance.randrange(len(OLD) - 1)
            span = Span(start, min(len(OLD), start + chance.randint(1, 30)))
            place = alignment.find(span)
            if place is not None:
                assert 0 <= place.span.start < place.span.end <= len(new)
                assert place.is_same == (place.span.text(new) == span.text(OLD))
