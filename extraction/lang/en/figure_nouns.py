"""How English names what a figure counts: noun phrases cut off by function words and verbs."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.figures.counted import CountedGrammar
from extraction.figures.wordlist import words
from extraction.lang.en.units import UNITS

FUNCTION_WORDS = words(
    "the a an and or but nor so yet if because while when where who whom whose which that this these "
    "those there here it its he she they we you i him her them us me his their our your my of in on at by "
    "for with from to into onto over under above below between among through during before after since "
    "until till against about as than per via despite is are was were be been being am has have had do "
    "does did will would shall should can could may might must not no nor also just only even still "
    "already then now later earlier ago more less most least very too much many few all both each every "
    "any some such other another what how why said says say told died were killed fell rose grew dropped "
    "came went took made got left won lost off out up down again away back today yesterday tomorrow "
    "tonight onwards respectively times percent cent apiece hours minutes"
)
_VERB_LIKE = r"(?:[a-z]+ed|were|was|are|is|have|has|had)"
_STOP = "|".join(sorted(FUNCTION_WORDS))
_WORD = rf"(?!(?:{_STOP})\b)[^\W\d_][\w'’-]*"
_PLURAL = (
    r"(?:[\w'’-]*[^\Ws]s|people|men|women|children|police|dead|feet|teeth|percent|staff|troops|cattle|"
    r"sheep|deer|crew|personnel|others)"
)
_PHRASE = rf"(?P<noun>(?:{_WORD} ){{0,3}}?(?:(?!(?:{_STOP})\b){_PLURAL}(?![\w'’-]))|(?!{_VERB_LIKE}\b){_WORD})"
PREPOSITIONS = words(
    "of in on at by for with from to into over under above below between among through during before "
    "after since until against about as than per via despite within across"
)


@lru_cache(maxsize=32768)
def _is_noun(word: str, opens: bool) -> bool:
    del opens
    lower = word.lower()
    return word[0].isalpha() and lower not in FUNCTION_WORDS and not _is_verb(word) and not lower.endswith("ly")


_VERBS = words(
    "rose fell grew cost costs weighs weighed lasts lasted stands stood is was are were hit reached "
    "jumped dropped sank climbed soared totals totalled measures measured covers covered contains "
    "contained holds held has had have took takes spent pays paid raised cut increased decreased amounts "
    "amounted ran runs will would could fired won lost sold bought"
)


@lru_cache(maxsize=32768)
def _is_verb(word: str) -> bool:
    return word.lower() in _VERBS


GRAMMAR = CountedGrammar(
    phrase_right=re.compile(rf"[ \u00a0-](?:(?:more|other|further) )?(?!(?:{_STOP})\b){_PHRASE}"),
    genitive_right=re.compile(rf" of (?:all |the |its |their |his |her |these |those |our )*(?:\d\S* )?{_PHRASE}"),
    later_right=re.compile(rf"\b(?P<governor>(?:{'|'.join(sorted(PREPOSITIONS))}) )?(?:the|a|an|its|their) {_PHRASE}"),
    owner_left=re.compile(r"(?<![\w-])(?P<noun>[A-Z][\w-]+) of(?: (?:about|around|nearly|over|more than))? $"),
    verb_right=re.compile(r"(?P<verb>(?<![\w-])[a-z]{2,}(?:ed|en|ing)(?![\w-]))"),
    dimension=re.compile(r"[ -](?:tall|long|high|wide|deep|heavy|thick)(?= )"),
    auxiliaries=words("is are was were has have had be been"),
    is_noun=_is_noun,
    is_verb=_is_verb,
    prepositions=PREPOSITIONS,
    linkers=frozenset({"of"}),
    is_apposed=False,
    units=UNITS.nouns,
    passed_over=words(
        "year month week day january february march april may june july august september october november "
        "december monday tuesday wednesday thursday friday saturday sunday"
    )
    | UNITS.nouns,
)
