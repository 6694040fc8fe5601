"""German words that loosen a figure, as they stand right before it or right after it."""

from __future__ import annotations

from extraction.candidates import Approximation
from extraction.figures.approximation import phrases
from extraction.figures.wordlist import words

A = Approximation

BEFORE = phrases(
    {
        A.ABOUT: (
            "rund, etwa, circa, ca., ca, zirka, ungefähr, schätzungsweise, geschätzt, geschätzte, geschätzten, "
            "an die, um die, in etwa, so um die, gegen, um etwa, vielleicht, grob, so etwa, ungefähr um, etwa "
            "um, gut und gerne, überschlägig, rund um, mutmaßlich, an etwa, um rund, in der größenordnung von, "
            "größenordnungsmäßig, plus minus, plusminus, plus/minus, gut und gern, roundabout"
        ),
        A.MIN: (
            "mindestens, wenigstens, nicht weniger als, minimal, zumindest, nicht unter, ab, allermindestens, "
            "größer gleich, größer oder gleich, mindestens aber, mindestens noch, frühestens"
        ),
        A.MAX: (
            "höchstens, maximal, bis zu, nicht mehr als, nicht über, längstens, allenfalls, spätestens, maximal "
            "bis zu, nicht länger als, nicht höher als, nicht größer als, von bis zu, mit bis zu, kleiner "
            "gleich, kleiner oder gleich, höchstens aber, höchstens noch, maximal noch, spätestens bis"
        ),
        A.OVER: (
            "über, mehr als, weit über, weit mehr als, deutlich über, deutlich mehr als, oberhalb von, länger "
            "als, höher als, größer als, älter als, schneller als, schwerer als, mehr wie, jenseits von, von "
            "über, mit über, auf über, weitaus mehr als, viel mehr als, teurer als, besser als, später als"
        ),
        A.UNDER: (
            "unter, weniger als, deutlich unter, weit unter, unterhalb von, kürzer als, niedriger als, kleiner "
            "als, jünger als, geringer als, deutlich weniger als, weit weniger als, leichter als, bis unter, "
            "von unter, auf unter, langsamer als, billiger als, keine, keinen, nicht einmal, nicht mal"
        ),
        A.ALMOST: (
            "knapp, fast, beinahe, nahezu, annähernd, bald, kaum, knapp unter, etwas weniger als, kurz vor, bei "
            "knapp, auf knapp, etwas unter, schier, beinah, quasi, leicht unter, knappe, knapper, "
            "knappen, nicht ganz, nahe, nahe an"
        ),
        A.SLIGHTLY_OVER: (
            "gut, etwas mehr als, etwas über, leicht über, knapp über, ein wenig mehr als, wenig mehr als, kurz "
            "nach, gute, guten, ein bisschen mehr als, kaum mehr als, nur wenig mehr als, gut über, gerade mal "
            "über"
        ),
        A.VAGUE: (
            "mehrere, mehreren, mehrerer, einige, einigen, einiger, ein paar, etliche, etlichen, viele, zig, "
            "vielen, wenige, wenigen, zahlreiche, hunderte von, paar"
        ),
    }
)

AFTER = phrases(
    {
        A.MIN: "oder mehr, und mehr, und darüber, und älter, oder älter, aufwärts, oder länger, plus",
        A.MAX: "oder weniger, und weniger, oder darunter, und jünger, oder jünger",
        A.ABOUT: "oder so, in etwa, herum, ungefähr",
    }
)

COMPARING = frozenset(phrase for phrase in BEFORE if phrase.endswith((" als", " wie"))) - {"später als", "länger als"}

# After these "über" tells the amount ("ein Scheck über 50 Euro"), and "unter" who was asked.
GOVERNED_BY = {
    "über": words(
        "rechnung rechnungen vertrag kredit scheck auftrag darlehen anleihe quittung gutschein vereinbarung "
        "überweisung bürgschaft strafe bußgeldbescheid bescheid police abkommen "
        # of a race
        "gold silber bronze titel sieg olympiasieg finale halbfinale rennen lauf sprint weltrekord rekord staffel"
    ),
    "unter": words("umfrage umfragen befragung befragungen erhebung studie abstimmung wahl ergebnis verlosung auswahl"),
}
