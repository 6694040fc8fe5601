"""English words that loosen a figure, as they stand right before it or right after it."""

from __future__ import annotations

from extraction.candidates import Approximation

A = Approximation

BEFORE = {
    **dict.fromkeys((
        "about", "around", "approximately", "approx", "approx.", "roughly", "some", "an estimated", "estimated", "circa",
        "in the region of", "somewhere around", "more or less", "or so", "at around", "at about",
    ), A.ABOUT),
    **dict.fromkeys((
        "at least", "a minimum of", "no less than", "no fewer than", "not less than", "minimum",
    ), A.MIN),
    **dict.fromkeys((
        "at most", "up to", "a maximum of", "no more than", "not more than", "as many as", "as much as", "at the most",
        "maximum", "within",
    ), A.MAX),
    **dict.fromkeys((
        "over", "more than", "above", "exceeding", "in excess of", "upwards of", "well over", "greater than",
        "longer than", "higher than", "older than", "far more than", "far over", "larger than", "beyond",
    ), A.OVER),
    **dict.fromkeys((
        "under", "less than", "below", "fewer than", "well under", "shorter than", "lower than", "younger than",
        "smaller than", "far less than",
    ), A.UNDER),
    **dict.fromkeys((
        "nearly", "almost", "close to", "just under", "just below", "not quite", "approaching", "just short of",
        "barely", "virtually", "slightly less than", "a little under",
    ), A.ALMOST),
    **dict.fromkeys((
        "just over", "slightly more than", "a little over", "just above", "slightly over", "a little more than",
        "just after", "a good",
    ), A.SLIGHTLY_OVER),
    **dict.fromkeys(("several", "a few", "many", "a couple of", "few"), A.VAGUE),
}  # fmt: skip

AFTER = {
    "or more": A.MIN, "and more": A.MIN, "or over": A.MIN, "and over": A.MIN, "or older": A.MIN, "and older": A.MIN,
    "and above": A.MIN, "plus": A.MIN, "or less": A.MAX, "or fewer": A.MAX, "or under": A.MAX, "or younger": A.MAX,
    "or so": A.ABOUT,
}  # fmt: skip
