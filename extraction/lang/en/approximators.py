"""English words that loosen a figure, as they stand right before it or right after it."""

from __future__ import annotations

from extraction.candidates import Approximation
from extraction.figures.approximation import phrases

A = Approximation

BEFORE = phrases(
    {
        A.ABOUT: (
            "about, around, approximately, approx, approx., roughly, some, an estimated, estimated, circa, in "
            "the region of, somewhere around, more or less, or so, at around, at about"
        ),
        A.MIN: "at least, a minimum of, no less than, no fewer than, not less than, minimum",
        A.MAX: (
            "at most, up to, a maximum of, no more than, not more than, as many as, as much as, at the most, maximum"
        ),
        A.OVER: (
            "over, more than, above, exceeding, in excess of, upwards of, well over, greater than, longer than, "
            "higher than, older than, far more than, far over, larger than, beyond"
        ),
        A.UNDER: (
            "under, less than, below, fewer than, well under, shorter than, lower than, younger than, smaller "
            "than, far less than"
        ),
        A.ALMOST: (
            "nearly, almost, close to, just under, just below, not quite, approaching, just short of, barely, "
            "virtually, slightly less than, a little under"
        ),
        A.SLIGHTLY_OVER: (
            "just over, slightly more than, a little over, just above, slightly over, a little more than, just "
            "after, a good"
        ),
        A.VAGUE: "several, a few, many, a couple of, few",
    }
)

AFTER = phrases(
    {
        A.MIN: "or more, and more, or over, and over, or older, and older, and above, plus",
        A.MAX: "or less, or fewer, or under, or younger",
        A.ABOUT: "or so",
    }
)

COMPARING = frozenset(phrase for phrase in BEFORE if phrase.endswith(" than")) - {"longer than"}
