"""German words that loosen a figure, as they stand right before it or right after it."""

from __future__ import annotations

from extraction.candidates import Approximation

A = Approximation

BEFORE = {
    **dict.fromkeys((
        "rund", "etwa", "circa", "ca.", "ca", "zirka", "ungefähr", "schätzungsweise", "geschätzt", "geschätzte",
        "geschätzten", "an die", "um die", "in etwa", "so um die", "gegen", "um etwa", "vielleicht", "grob",
        "so etwa", "ungefähr um", "etwa um", "gut und gerne", "überschlägig", "rund um", "mutmaßlich", "an etwa",
        "um rund", "in der größenordnung von", "größenordnungsmäßig", "plus minus",
    ), A.ABOUT),
    **dict.fromkeys((
        "mindestens", "wenigstens", "nicht weniger als", "minimal", "zumindest", "nicht unter", "ab", "allermindestens",
    ), A.MIN),
    **dict.fromkeys((
        "höchstens", "maximal", "bis zu", "nicht mehr als", "nicht über", "längstens", "allenfalls", "spätestens",
        "maximal bis zu", "nicht länger als", "nicht höher als", "nicht größer als", "von bis zu", "mit bis zu",
    ), A.MAX),
    **dict.fromkeys((
        "über", "mehr als", "weit über", "weit mehr als", "deutlich über", "deutlich mehr als", "oberhalb von",
        "länger als", "höher als", "größer als", "älter als", "schneller als", "schwerer als", "mehr wie", "jenseits von",
        "von über", "mit über", "auf über", "weitaus mehr als", "viel mehr als", "teurer als", "besser als", "später als",
    ), A.OVER),
    **dict.fromkeys((
        "unter", "weniger als", "deutlich unter", "weit unter", "unterhalb von", "kürzer als", "niedriger als",
        "kleiner als", "jünger als", "geringer als", "deutlich weniger als", "weit weniger als", "leichter als", "bis unter",
        "von unter", "auf unter", "langsamer als", "billiger als",
    ), A.UNDER),
    **dict.fromkeys((
        "knapp", "fast", "beinahe", "nahezu", "annähernd", "bald", "kaum", "knapp unter", "etwas weniger als", "kurz vor",
        "bei knapp", "auf knapp", "etwas unter", "schier", "gerade noch", "beinah", "quasi", "leicht unter", "knappe",
        "knapper", "knappen",
    ), A.ALMOST),
    **dict.fromkeys((
        "gut", "etwas mehr als", "etwas über", "leicht über", "knapp über", "ein wenig mehr als", "wenig mehr als",
        "kurz nach", "gute", "guten", "ein bisschen mehr als", "kaum mehr als", "nur wenig mehr als", "gut über", "gerade mal über",
    ), A.SLIGHTLY_OVER),
    **dict.fromkeys((
        "mehrere", "mehreren", "mehrerer", "einige", "einigen", "einiger", "ein paar", "etliche", "etlichen", "viele",
        "zig", "vielen", "wenige", "wenigen", "zahlreiche", "hunderte von", "paar",
    ), A.VAGUE),
}  # fmt: skip

AFTER = {
    "oder mehr": A.MIN, "und mehr": A.MIN, "und darüber": A.MIN, "und älter": A.MIN, "oder älter": A.MIN,
    "aufwärts": A.MIN, "oder länger": A.MIN, "oder weniger": A.MAX, "und weniger": A.MAX, "oder darunter": A.MAX,
    "und jünger": A.MAX, "oder jünger": A.MAX, "oder so": A.ABOUT, "in etwa": A.ABOUT, "herum": A.ABOUT,
    "ungefähr": A.ABOUT, "plus": A.MIN,
}  # fmt: skip
