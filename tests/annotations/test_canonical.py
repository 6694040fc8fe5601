"""The canonical text: its rules one by one, and that applying it twice changes nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.canonical import canonical_text

TRICKY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\r\n\x85\x0b\x0c\u2028\u2029 \t\u00a0\u202f\u00ad\u200b\u200d\ufeff\u202eäa\u0308e\u0301👩👧½ﬁ\ud83d"
        ),
    )
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\r\nb\rc\x85d\x0be\x0cf\u2028g", "a\nb\nc\nd\ne\nf\ng"),
        ("a\u2029b", "a\n\nb"),
        ("Ha\u0308ndedruck", "Händedruck"),
        ("½ ﬁ ²", "½ ﬁ ²"),
        ("Hände\u00addruck", "Händedruck"),
        ("\ufeffa\u200bb\u2060c", "abc"),
        ("a\x00b\x07c", "abc"),
        ("a\u202eb\u2066c", "abc"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("50\u00a0% 1\u202f000", "50\u00a0% 1\u202f000"),
        ("a\ud83db", "a\ufffdb"),
        ("a  \nb\t\nc", "a\nb\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\n \n \n \nb", "a\n\nb"),
        ("\n a \n", "a"),
        ("  ", ""),
    ],
)
def test_follows_its_rules(raw: str, expected: str) -> None:
    assert canonical_text(raw) == expected


@given(TRICKY)
def test_twice_is_once(raw: str) -> None:
    once = canonical_text(raw)
    assert canonical_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_a_long_row_of_blanks_takes_no_time() -> None:
    # By a pattern instead of line by line this would not end within the test run.
    assert canonical_text("a" + " " * 900_000 + "b").count(" ") == 900_000
