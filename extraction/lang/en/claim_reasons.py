"""The English claim pack: the same rules as the German one, with a rougher eye for the finite verb."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.claims.pack import ClaimPack, Verbal, compile_stems
from extraction.figures.wordlist import words
from extraction.lang.en.claim_words import STEMS
from extraction.lang.en.cue_verbs import forms

_AUXILIARIES = words(
    "is are was were be has have had do does did will would shall should can could may might must isn't wasn't hasn't "
    "won't didn't doesn't don't aren't weren't"
)
_PASTS = words(
    "said told made took went came got gave found knew thought left felt kept held brought began "
    "wrote stood lost paid met "
    "ran set sat led rose fell grew built sent spent won broke cut hit put shot sold bought drew "
    "drove flew spoke chose "
    "became struck caught taught sought fought hid rang sank swam threw wore tore swore froze stole "
    "woke lay lit shut split "
    "plans wants needs says shows means makes takes gives gets goes comes remains includes seems "
    "leads holds faces lives "
    "works runs plays begins costs weighs covers contains measures"
)
_NOT_FINITE = words(
    "need used based red hundred indeed speed feed seed bed united limited armed alleged so-called "
    "gifted naked sacred wicked"
)
PHRASES = {
    "forecast": re.compile(r"\b(?:will|would|shall|plans? to|expected to|is to|are to|due to|intends? to)\b"),
    "no_detail": re.compile(r"\b(?:no (?:details|comment)|declined to comment|unclear|not known)\b"),
    "completed": re.compile(r"\b(?:has|have|had|was|were) (?:\w+ )?\w+(?:ed|en)\b"),
    "condition": re.compile(r"(?:^|, )(?:[Ii]f|[Uu]nless)\b"),
    "extreme": re.compile(r"\bfor the (?:first|last) time\b|\bnever before\b"),
}


@lru_cache(maxsize=16384)
def _verbal(word: str) -> Verbal:
    if word in _AUXILIARIES or word in _PASTS:
        return Verbal.STRONG
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_FINITE:
        return Verbal.STRONG
    return Verbal.NONE


@lru_cache(maxsize=8192)
def _is_report(word: str) -> bool:
    return word in forms()


_COMPILED = compile_stems(STEMS, in_compounds=False)


@lru_cache(maxsize=16384)
def _reasons(word: str) -> tuple[str, ...]:
    return tuple(code for code, pattern in _COMPILED.items() if pattern.match(word))


PACK = ClaimPack(
    verbal=_verbal,
    is_verb_last=False,
    infinitive_marker=frozenset({"to"}),
    coordinators=words("and or but"),
    cut=words("while although though whereas after before"),
    kept=words("because if unless that whether to since when until as including such"),
    relatives=words("who which whose whom where"),
    is_article=lambda _word, _following: False,
    frames=frozenset(),
    auxiliaries=_AUXILIARIES,
    is_report=_is_report,
    ranks=words("first second only largest biggest highest oldest longest"),
    prepositions=words("of in on at by for with from to into over under"),
    reasons=_reasons,
    phrases=PHRASES,
    no_claim=re.compile(r"^whether\b|\b(?:must|should|ought to|has to|have to|let us|I hope|we hope|please)\b"),
    furniture=re.compile(
        r"(?:Updated|Published|Photo|Image|Source|Tags?|By)\b[^.]{0,60}$|\d+ min(?:ute)?s? read$|Leave a "
        r"Reply"
    ),
)
