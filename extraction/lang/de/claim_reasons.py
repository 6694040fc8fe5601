"""The German claim pack: which words trigger a reason, and which open, cut and keep clauses."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.claims.pack import ClaimPack, Verbal, compile_stems
from extraction.figures.wordlist import words
from extraction.lang.de.claim_words import STEMS
from extraction.lang.de.conjugation import FINITE, Form
from extraction.lang.de.function_words import (
    ADVERBS,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    NO_SUBJUNCTIVE,
    OBLIQUE_PRONOUNS,
    PASSIVE,
    PREPOSITIONS,
)
from extraction.lang.de.lexicon import word_forms

_COMPILED = compile_stems(STEMS, in_compounds=True)
_ANY = compile_stems({"any": " ".join(STEMS.values())}, in_compounds=True)["any"]  # most words have none
_PARTICIPLE = r"(?:\w*ge\w{2,}(?:t|en)|(?:be|er|ver|ent|zer)\w{3,}(?:t|en)|\w+iert)"
PHRASES = {
    "forecast": re.compile(
        rf"\b(?:wird|werde|werden|würden?)\b(?=.*[a-zäöüß]e[lr]?n$)(?!.*\b{_PARTICIPLE}$)"
        r"|[a-zäöüß]e[lr]?n (?:wird|werden?|würden?)$"
        r"|\b(?:will|wollen|wolle|plant|planen|geplant|soll|sollen|sollte|künftig|voraussichtlich|beabsichtig\w+)\b"
    ),
    "no_detail": re.compile(
        r"\b(?:keine|keinerlei) (?:\w+ )?(?:Angaben|Auskunft|Stellungnahme|Details)|\bunklar\b|\bnicht bekannt\b|"
        r"\b(?:blieb|ließ|ließen) (?:\w+ )?offen\b"
    ),
    "completed": re.compile(
        r"\b(?:hat|haben|habe|hatten?|ist|sind|waren?|sei|seien|wurden?|worden)\b(?=.*\b" + _PARTICIPLE + r"\b)"
    ),
    "casualties": re.compile(r"\bums Leben\b"),
    "accusation": re.compile(r"\bsoll(?:en)? .*\w+(?:t|en) (?:haben|sein)\b"),
    "extreme": re.compile(r"\bnoch nie\b|\bzum (?:ersten|letzten) Mal\b|\bseit \d+ Jahren\b|\bwie nie zuvor\b"),
    "condition": re.compile(r"(?:^|, )(?:[Ff]alls|[Ww]enn|[Ss]ofern)\b|^Sollten?\b"),
}
_NO_CLAIM = re.compile(
    r"^ob\b|\bFrage\b.*\bob\b|"
    r"\b(?:muss|müsse|müssen|müsste|müssten|sollten?(?= wir\b)|darf nicht|dürfen nicht|dürfe nicht|dürften nicht|"
    r"möge|mögen wir|soll(?:e|en)? (?:sofort|endlich|unverzüglich)|[Ii]ch (?:bitte|hoffe|wünsche)|"
    r"[Ww]ir (?:bitten|hoffen|wünschen)|er (?:hoffe|wünsche)|sie (?:hoffe|hofften|wünsche))\b"
    r"|\b(?:ist|sei|war|wäre|sind|seien|sein) (?:\w+ ){0,3}(?:wichtig|richtig|falsch|gut|schlecht|schön|symbolisch|"
    r"peinlich|skandalös|unverantwortlich|inakzeptabel|bedauerlich|erfreulich|zynisch|absurd|lächerlich|notwendig|"
    r"unerträglich|beschämend|überfällig|großartig|hervorragend|traurig|schade)$"
)
_FURNITURE = re.compile(
    r"(?:(?:Ausgegeben am|Stand|Aktualisiert|Veröffentlicht|Foto|Bild|Quelle|Von|source|date|Tags?|Lesezeit)\b"
    r"(?:[^.]|\.(?=\d)){0,60}$"
    r"|\(\w{2,5}\)$|\d+ Minuten(?: Lesezeit)?$|Leave a Reply)"
)
_AUXILIARIES = HAVE | BE | PASSIVE | MODALS
_NEVER_FINITE = (NO_SUBJUNCTIVE | ADVERBS | DETERMINERS | PREPOSITIONS | OBLIQUE_PRONOUNS) - _AUXILIARIES | words(
    "laut seit seite seiten ersten letzten besten zweiten dritten bekannten verletzten weiten guten mitte heute leute "
    "konkreten geplanten alten erste achten halte heißen nächsten meisten leichte rechte rechten kosten paar fest los "
    "sogenannten ehemaligen gesamten militärischen gegen ungeachtet wegen binnen neben zwischen angaben"
)
_RANKS = frozenset(
    stem + ending
    for stem in words("erst einzig jüngst größt höchst ältest längst kleinst schwerst stärkst zweit")
    for ending in words("e er en es em")
)


@lru_cache(maxsize=32768)
def _verbal(word: str) -> Verbal:
    if word in _NEVER_FINITE:
        return Verbal.NONE
    forms = word_forms(word).forms
    if not forms & FINITE:
        looks_weak = len(word) > 5 and word.endswith(("te", "ten")) and not forms
        return Verbal.WEAK if looks_weak else Verbal.NONE
    return Verbal.WEAK if forms & (Form.INFINITIVE | Form.PARTICIPLE) else Verbal.STRONG


@lru_cache(maxsize=8192)
def _is_article(word: str, following: str) -> bool:
    """ "aus dem fahrenden Wagen": an adjective in "-en" follows the article of an oblique case, no relative pronoun."""
    return word in ("dem", "der", "den") and following.endswith("en") and _verbal(following) is Verbal.NONE


def _is_report(word: str) -> bool:
    return word not in _AUXILIARIES and bool(word_forms(word).cues)


@lru_cache(maxsize=32768)
def _reasons(word: str) -> tuple[str, ...]:
    return tuple(code for code, pattern in _COMPILED.items() if pattern.match(word)) if _ANY.match(word) else ()


PACK = ClaimPack(
    verbal=_verbal,
    is_verb_last=True,
    infinitive_marker=frozenset({"zu"}),
    coordinators=words("und oder aber sondern doch"),
    cut=words(
        "nachdem während zumal wobei obwohl obgleich wohingegen wogegen seitdem wo woraufhin wonach womit weshalb "
        "wodurch bevor als sodass"
    ),
    kept=words(
        "weil da wenn falls sofern dass daß ob indem damit um ohne statt anstatt solange je bis sobald darunter "
        "sondern außer sowie ehe denn was"
    ),
    relatives=words("der die das dem den deren dessen denen welche welcher welches welchem welchen"),
    is_article=_is_article,
    frames=frozenset({"wie"}),
    auxiliaries=_AUXILIARIES,
    is_report=_is_report,
    ranks=_RANKS,
    prepositions=PREPOSITIONS,
    reasons=_reasons,
    phrases=PHRASES,
    no_claim=_NO_CLAIM,
    furniture=_FURNITURE,
)
