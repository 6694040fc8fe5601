"""The English figure pack: its trigger, its rules in order, and what refines a figure afterwards."""

from __future__ import annotations

import re

from extraction.candidates import Approximation, FigureKind
from extraction.figures.approximation import Approximators
from extraction.figures.blockers import block_attached, block_phone, block_release, block_version
from extraction.figures.calendar import match_quarter_sign
from extraction.figures.digits import DigitFormat
from extraction.figures.model import Found, Outcome, whole
from extraction.figures.pack import FigurePack
from extraction.figures.quantity import Quantity, QuantityWords
from extraction.figures.surroundings import stands_alone
from extraction.figures.trigger import compile_trigger
from extraction.figures.wordlist import words
from extraction.lang.en import approximators, figure_bare, figure_bound
from extraction.lang.en.clock import match_clock
from extraction.lang.en.currencies import CURRENCY_PREFIXES
from extraction.lang.en.dates import match_date
from extraction.lang.en.figure_ages import tells_age
from extraction.lang.en.figure_nouns import GRAMMAR
from extraction.lang.en.number_words import read_denominator, read_words
from extraction.lang.en.numerals import MAGNITUDES
from extraction.lang.en.units import SINGULAR_UNITS, UNITS

K = FigureKind
_STEMS = sorted(
    words(
        "zero one once two twice thrice three four five six seven eight nine nil nought naught ten eleven twel "
        "thir twent fort fift sixt "
        "fif first second third fourth ninth half halves quarter hundred thousand million billion "
        "trillion dozen lakh crore "
        "jan feb mar apr may jun jul aug sep oct nov dec monday tuesday wednesday thursday friday "
        "saturday sunday spring "
        "summer autumn fall winter nineties"
    )
)
TRIGGER = compile_trigger(stems=_STEMS, articles=("a", "an"))

QUANTITY = Quantity(
    QuantityWords(
        digits=DigitFormat(decimal=".", group=","),
        units=UNITS,
        currency_prefixes=CURRENCY_PREFIXES,
        read_words=read_words,
        magnitude=re.compile(
            r"[ \u00a0-]?(million|mln|mn|mio|billion|bln|bn|trillion|tn|thousand|hundred|quadrillion|"
            r"lakh|crore|dozen)(?!\w)"
            r"|((?-i:(?<=\d)[kK]|(?<=[\d.]\d)[MB]|(?<=\.\d)[mb]))(?!\w)",
            re.IGNORECASE,
        ),
        magnitudes={
            **MAGNITUDES,
            "mln": 10**6,
            "bln": 10**9,
            "mio": 10**6,
            "dozen": 12,
            "k": 1000,
            "m": 10**6,
            "b": 10**9,
        },
        magnitude_link=re.compile(r" (?:and )?"),
        range_link=re.compile(r"-? to |[ ]?[-–—~][ ]?(?=[$€£¥]?\d)|-to-"),
        either_link=re.compile(r"-? or "),
        and_link=re.compile(r" and "),
        between=frozenset({"between"}),
        rise=re.compile(
            r"\b(?:rose|fell|grew|went|jumped|dropped|climbed|increased|decreased|rising|falling|up|"
            r"down|cut|raised) from $"
        ),
        change_link=re.compile(r" to (?:about |around |nearly |almost |over )?"),
        part_link=re.compile(r" of (?:the |about |around |some )?"),
        compound_link=re.compile(r",? (?:and )?|(?<=[a-z]) ?(?=\d)"),
        denominator=read_denominator,
        minus=frozenset({"minus", "negative"}),
        plus=frozenset({"plus"}),
        singular_units=SINGULAR_UNITS,
        part_tail=re.compile(
            r" and (?:(?P<half>(?:a|one)[ -]half)|(?P<quarter>(?:a|one)[ -]quarter)|(?P<three>three[ -]quarters))(?!\w)"
        ),
        open_link=re.compile(r" of(?= )"),
        share_of=re.compile(r" of an? (?=(?:hour|mile|century|year|day|second|minute|acre|percent|per cent)\b)"),
    )
)
_RATIO = re.compile(r"(?P<a>\d{1,3}) ?: ?(?P<b>\d{1,3})(?![\d:]|[.,]\d)")
_SCORE = re.compile(
    r"(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\w-]|[.,]\d| (?:years?|percent|per|people|minutes|days|hours|months|weeks))"
)
_GAME = re.compile(
    r"\b(?:won|win|wins|beat|beats|lost|lose|loss|defeat\w*|victory|draw|drew|score[ds]?|lead|led|"
    r"match|game|final|vote[ds]?|tie)\b"
)
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_ONE_IN = re.compile(
    rf"(?P<a>{_SMALL}) (?P<link>in|out of|over)(?: every)? (?P<b>[^\W\d_]{{3,8}}|\d{{1,4}})"
    r"(?![\w.,]\d|,\d| (?:years?|days?|months?|hours?|weeks?|minutes?|million)|-)",
    re.IGNORECASE,
)


_ODDS = re.compile(r"(?:one|1) in (?=a [mb]illion|\d[\d,.]* [mb]illion|\d{1,3},\d{3})", re.IGNORECASE)


def _score(text: str, start: int, floor: int) -> Outcome:
    del floor
    match = _RATIO.match(text, start)
    if match is None:
        match = _SCORE.match(text, start)
        if match is None or not _GAME.search(text, max(0, start - 60), start + 40):
            return None
    left, right = int(match.group("a")), int(match.group("b"))
    if re.search(r"ratio (?:of |is |was |stands at )?$", text[max(0, start - 20) : start]) and right:
        return Found(start, match.end(), K.RATIO, "ratio", whole(left / right))
    return Found(start, match.end(), K.SCORE, "score", f"{left}:{right}", confidence=0.85)


def _one_in(text: str, start: int, floor: int) -> Outcome:
    """ "one in five", "3 out of 10"."""
    del floor
    odds = _ODDS.match(text, start)
    against = QUANTITY.number(text, odds.end()) if odds else None
    if against is not None:
        return Found(start, against.end, K.RATIO, "every_nth", 1 / against.value, confidence=0.85)
    match = _ONE_IN.match(text, start)
    if match is None or (match.group("link") == "over" and not stands_alone(text, *match.span())):
        return None
    left, right = QUANTITY.number(match.group("a"), 0), QUANTITY.number(match.group("b"), 0)
    if (
        left is None
        or right is None
        or right.value <= left.value
        or right.is_article
        or right.end != len(match.group("b"))
    ):
        return None
    return Found(start, match.end(), K.RATIO, "every_nth", left.value / right.value, carrier="right", confidence=0.85)


def _quantity(text: str, start: int, floor: int) -> Outcome:
    return QUANTITY.match(text, start, floor)


def _bound(text: str, start: int, floor: int) -> Outcome:
    return figure_bound.match_bound(text, start, floor, QUANTITY)


def _bare(text: str, start: int, floor: int) -> Outcome:
    return figure_bare.match_bare(text, start, floor, QUANTITY)


def _word(text: str, start: int, floor: int) -> Outcome:
    return figure_bare.match_word(text, start, floor, QUANTITY)


_OLD = re.compile(r" old(?!\w)| of age(?!\w)")
_SEVERAL = re.compile(r"\b(?:[Ss]everal|[Mm]any|[Ff]ew|[Cc]ouple of) $")
_ROUND = frozenset((12, 100, 1000, 10**6, 10**9, 10**12))
_POUND_MONEY = re.compile(
    r" (?:sterling|fine|prize|a (?:day|week|month|year)|in (?:cash|debt|damages)|per (?:week|month|"
    r"year))|million|billion"
)


def refine(text: str, found: Found) -> Found:
    """Years that are an age, and numbers after "aged"."""
    if found.kind is K.DURATION and found.unit in ("year", "month", "week") and found.rule != "bound_bound":
        old = _OLD.match(text, found.end)
        if old is not None:
            return found._replace(end=old.end(), kind=K.AGE, rule="age", carrier="")
    is_round = isinstance(found.value, int) and found.value in _ROUND and text[found.start].isalpha()
    if is_round and _SEVERAL.search(text, max(0, found.start - 10), found.start):
        return found._replace(value=None, min=2 * (found.value or 0), approx=Approximation.VAGUE)
    if found.unit == "lb" and _POUND_MONEY.search(text, found.start, found.end + 24):
        return found._replace(kind=K.MONEY, unit="GBP", rule="money")
    is_bare = found.rule in ("count", "range") and found.unit is None
    value = found.value if isinstance(found.value, int) else 0
    if is_bare and tells_age(text, found.start, found.end, value):
        return found._replace(kind=K.AGE, unit="year", rule="age", carrier="")
    return found


PACK = FigurePack(
    trigger=TRIGGER,
    rules={
        "digits": (
            match_quarter_sign, figure_bare.match_thirties, block_attached, block_phone, block_release, match_date,
            match_clock, _score, block_version, _one_in, _bound, _quantity, _bare,
        ),
        "article": (match_clock, _quantity, _word),
        "word": (
            figure_bare.block_name,
            figure_bare.match_thirties,
            match_date,
            match_clock,
            _one_in,
            _bound,
            _quantity,
            _word,
        ),
        "vulgar": (_quantity,),
    },
    approximators=Approximators(
        approximators.BEFORE,
        approximators.AFTER,
        skipped=frozenset({"the", "a", "an"}),
        adjacent=words("under over above below"),
        comparing=approximators.COMPARING,
    ),
    counted=GRAMMAR,
    refine=refine,
    ahead=re.compile(r"\b(?:will|would|shall|plans? to|is due|are due|next|upcoming|scheduled)\b"),
)  # fmt: skip
