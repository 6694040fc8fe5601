"""English numbers without a unit: ranks, years, ordinals, labels and counts, told apart by what stands around them."""

from __future__ import annotations

import re

from extraction.candidates import Approximation, FigureKind
from extraction.figures.counted import noun_behind
from extraction.figures.model import MULTIPLIERS, Blocked, Found, NumberRead, Outcome, scaled
from extraction.figures.quantity import Quantity
from extraction.figures.surroundings import stands_alone, words_before
from extraction.figures.wordlist import words
from extraction.lang.en.figure_nouns import GRAMMAR
from extraction.lang.en.number_words import read_any

K = FigureKind
YEARS = range(1500, 2100)
_TOKEN_REST = re.compile(r"[\w.,:/'’+-]+")
_OPENING = "(„“\"'»«‚‘[–-/"
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![\w])", re.IGNORECASE)

LABELS = words(
    "article articles section sections chapter page pages volume vol. figure table appendix clause "
    "paragraph gate platform terminal room hall block line route highway interstate junction flight bus "
    "tram boeing airbus iphone ipad galaxy windows playstation xbox falcon apollo soyuz artemis ariane "
    "android leopard pixel ios model type class version level tier channel area catch formula covid sars "
    "dr studio apartment apt suite unit zone sector phase resolution directive regulation rule amendment "
    "proposition bill title division league tesla bmw audi peugeot porsche ferrari mig saturn delta atlas "
    "titan voyager pioneer gemini psalm verse case exit track lot box tel tel. phone fax hotline "
    "extension ext. zip postcode isbn iso no-"
)
_RANKS = re.compile(r"(?:[Nn]umber|[Nn]o\.|[Rr]ank(?:ed)?|[Pp]lace|[Pp]osition|#)$")
_YEAR_BEFORE = words(
    "in since from until till by before after during of year early late mid to and or the between for "
    "season summer winter spring autumn fall circa c. around about"
)
_STREET_BEHIND = re.compile(
    r" (?:[A-Z][\w’'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Way|"
    r"Court|Place|Terrace)\b"
)
_REGNAL = re.compile(r"(?:Henry|Louis|Charles|George|Edward|James|William|Elizabeth|Pope [A-Z]\w+) (?:the )?$")
_NAMES = re.compile(
    r"(?:[Ff]irst (?:[Ll]ady|[Aa]id|[Mm]inister|[Aa]mendment|[Nn]ame|[Hh]and|sight|glance|of all|and "
    r"foremost)|[Ss]econd (?:[Ww]orld "
    r"[Ww]ar|[Hh]and|[Tt]houghts?|[Nn]ature)"
    r"|[Tt]hird (?:[Ww]orld|[Pp]art(?:y|ies)|[Rr]eich)|[Ff]irst World War|[Ss]econd-hand|"
    r"[Ff]irst-hand|Seven Seas|[Nn]inth [Cc]ircuit"
    r"|[Oo]ne another|Six Nations|Big Five|[Ss]eventh heaven|[Zz]ero tolerance|[Ss]quare one|"
    r"[Oo]ne-off|[Oo]ne by one|[Zz]ero-sum)\b"
)


_THIRTIES = re.compile(r"(?P<decade>[2-9]0)['’]?s(?!\w)")


DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_THIRTIES_WORD = re.compile(rf"(?P<decade>{'|'.join(DECADES)})(?!\w)", re.IGNORECASE)


def match_thirties(text: str, start: int, floor: int) -> Outcome:
    """ "in his early 30s"."""
    match = _THIRTIES.match(text, start) or _THIRTIES_WORD.match(text, start)
    before = _IN_THIRTIES.search(text, max(floor, start - 18), start) if match else None
    if match is None or before is None:
        return None
    written = match.group("decade").lower()
    decade = int(written) if written.isdigit() else DECADES[written]
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(before.group("part") or "", (0, 9))
    begin = before.start("part") if before.group("part") else start
    return Found(
        begin, match.end(), K.AGE, "age_about", min=decade + low, max=decade + high, unit="year",
        approx=Approximation.ABOUT, confidence=0.85,
    )  # fmt: skip


def match_bare(text: str, start: int, floor: int, quantity: Quantity) -> Outcome:
    """A number written with digits that has no unit."""
    signed = quantity.signed_number(text, start, floor)
    if signed is None:
        match = _TOKEN_REST.match(text, start)
        return Blocked(match.end() if match else start + 1)
    begin, read = signed
    if begin < start:
        return Found(begin, read.end, K.NUMBER, "number", read.value, carrier="right", confidence=0.85)
    before = words_before(text, start)
    last = before[-1].lstrip(_OPENING) if before and not text[start - 1].isalnum() else ""
    suffix = _ORDINAL_SUFFIX.match(text, read.end)
    if suffix is not None and read.magnitude == 1:
        return _ordinal(text, start, suffix.end(), int(read.value))
    following = text[read.end : read.end + 1]
    size = MULTIPLIERS.get(following)
    if size and stands_alone(text, start, read.end + 1):
        return Found(start, read.end + 1, K.NUMBER, "number", scaled(read.value, size), confidence=0.6)
    if following.isalpha() or (following and following in "-/" and text[read.end + 1 : read.end + 2].isalnum()):
        match = re.compile(r"[\w-]*").match(text, read.end)
        return Blocked(match.end() if match and match.end() > read.end else read.end + 1)
    return _plain(text, start, floor, read, last)


def _plain(text: str, start: int, floor: int, read: NumberRead, last: str) -> Outcome:
    if read.is_plain and text[start] == "0" and read.end - start > 1:
        return Blocked(read.end)
    if _RANKS.match(last) and read.value < 1000 and read.is_plain:
        place = text.rfind(last, floor, start)
        if place >= 0 and last.lower() not in ("position",):
            return Found(place, read.end, K.ORDINAL, "rank", read.value, confidence=0.9)
    is_group = last == "of" and text[max(0, start - 9) : start] == "Group of "
    if (last.lower() in LABELS or is_group) and not stands_alone(text, start, read.end):
        return Blocked(read.end)
    if read.is_plain and _STREET_BEHIND.match(text, read.end):
        return Blocked(read.end)
    if read.is_plain and read.value in YEARS and read.end - start == 4 and not stands_alone(text, start, read.end):
        noun = noun_behind(GRAMMAR.phrase_right, text, read.end)
        is_count = noun is not None and text[noun.start : noun.end].endswith("s") and last.lower() not in _YEAR_BEFORE
        if not is_count:
            return Found(start, read.end, K.DATE, "year", str(read.value), confidence=0.9)
    return _count(text, start, read, last)


def _count(text: str, start: int, read: NumberRead, last: str) -> Outcome:
    noun = noun_behind(GRAMMAR.phrase_right, text, read.end)
    if _is_age_between_commas(text, start, read):
        return Found(start, read.end, K.AGE, "age", read.value, unit="year", confidence=0.8)
    is_label = (
        noun is None and last[:1].isupper() and last[-1:].isalnum() and read.is_plain and read.value < 10_000
        and last not in _SENTENCE_STARTERS
    )  # fmt: skip
    is_label = is_label or (noun is None and bool(_CODE.match(last)) and read.is_plain)
    if is_label and not stands_alone(text, start, read.end):
        return Blocked(read.end)
    kind = K.COUNT if isinstance(read.value, int) else K.NUMBER
    return Found(start, read.end, kind, "count", read.value, carrier="right", confidence=0.9 if noun else 0.75)


_SENTENCE_STARTERS = words(
    "The A An In At On Of By For About Around Some Over Under Nearly Almost Only At Between From To With "
    "And But Or More Less Up Just Roughly Approximately Another All Is Are Was It He She They We I You My "
    "His Her Their That This"
)
_CODE = re.compile(r"[A-Z]{1,4}$")
_AGED_NAME = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+, $")


def _is_age_between_commas(text: str, start: int, read: NumberRead) -> bool:
    """ "John Smith, 47, said"."""
    if not read.is_plain or not 4 < read.value < 110 or text[read.end : read.end + 1] not in (",", "."):
        return False
    return _AGED_NAME.search(text, max(0, start - 48), start) is not None


def _ordinal(text: str, start: int, end: int, value: int) -> Outcome:
    if _REGNAL.search(text, max(0, start - 24), start):
        return Blocked(end)
    return Found(start, end, K.ORDINAL, "ordinal", value, carrier="right", confidence=0.93)


_ONE_TRAP_BEFORE = words("the this that no any every each which some another last only other good")
_ONE_TRAP_AFTER = re.compile(
    r"(?: (?:another|can|could|should|must|might|may|would|who|that|is|was|has|day|of the (?:most|"
    r"best|world)|way|thing)\b|['’]s|-)"
)
_REGNAL_NAME = re.compile(r"[A-Z][a-z]+ the $")
_HALF = re.compile(
    r"half(?!\w)(?P<bound>-(?!a-|million|billion|dozen|hour|year|day|mile|century|hundred)[a-z]\w+)?", re.IGNORECASE
)
_HALF_OF_A_GAME = re.compile(r"\b(?:first|second|other|better|1st|2nd|bottom|top|northern|southern) $", re.IGNORECASE)
_SUPERLATIVE = re.compile(r"-(?:[a-z]{2,}est|best|worst|most)\b(?:-[a-z]+)?")  # "the second-largest city"
_IN_THIRTIES = re.compile(r"\b(?:his|her|their|my|your|its) (?:(?P<part>early|mid|late)[ -])?$")
_EVERY = re.compile(r"(?P<every>[Ee]very ) ?$")


def block_name(text: str, start: int, floor: int) -> Outcome:
    """Set phrases that begin with a number word, and the halves of games and years."""
    del floor
    name = _NAMES.match(text, start)
    if name is not None:
        return Blocked(name.end())
    half = _HALF.match(text, start)
    if half is None:
        return None
    is_bound = half.group("bound") is not None
    is_of_a_game = _HALF_OF_A_GAME.search(text, max(0, start - 12), start) is not None
    return Blocked(half.end()) if is_bound or is_of_a_game else None


def match_word(text: str, start: int, floor: int, quantity: Quantity) -> Outcome:
    """A number word that is neither a unit's, a date's nor a bound word's."""
    read = read_any(text, start)
    if read is None:
        return None
    number = read.number
    if read.is_ordinal:
        return _ordinal_word(text, start, number, floor)
    if number.is_article:
        return None
    signed = quantity.signed_number(text, start, floor)
    begin, value = (signed[0], signed[1].value) if signed else (start, number.value)
    if begin < start:
        return Found(begin, number.end, K.NUMBER, "number", value, carrier="right", confidence=0.85)
    if text[number.end : number.end + 1] == "-" and text[number.end + 1 : number.end + 2].isalpha():
        return Blocked(number.end)
    return _counted_word(text, start, number)


def _counted_word(text: str, start: int, number: NumberRead) -> Outcome:
    before = words_before(text, start)
    last = before[-1].lstrip(_OPENING) if before else ""
    alone = stands_alone(text, start, number.end)
    if number.value == 1 and not alone and text[start : number.end].lower() == "one":
        if last.lower() in _ONE_TRAP_BEFORE or _ONE_TRAP_AFTER.match(text, number.end):
            return None
        if noun_behind(GRAMMAR.phrase_right, text, number.end) is None:
            return None
    if number.is_open:
        return Found(
            start, number.end, K.COUNT, "open_plural", min=number.value, approx=Approximation.VAGUE, carrier="share"
        )
    if last.lower() in LABELS and not alone:
        return Blocked(number.end)
    if (
        text[start].isupper()
        and before
        and last[-1:] not in ".!?:"
        and number.magnitude == 1
        and not alone
        and text[start - 1] == " "
    ):
        return Blocked(number.end)
    if number.is_share:
        return Found(start, number.end, K.RATIO, "fraction", number.value, carrier="share", confidence=0.9)
    kind = K.COUNT if isinstance(number.value, int) else K.NUMBER
    return Found(start, number.end, kind, "count", number.value, carrier="right", confidence=0.88)


def _ordinal_word(text: str, start: int, number: NumberRead, floor: int) -> Outcome:
    end, value = number.end, int(number.value)
    alone = stands_alone(text, start, end)
    following = text[end : end + 1]
    graded = _SUPERLATIVE.match(text, end)
    if graded is not None and value > 1:
        return Found(start, end, K.ORDINAL, "ordinal", value, carrier="right", confidence=0.9)
    if following == "-" and text[end + 1 : end + 2].isalpha() and not alone:
        return Blocked(end)
    if text[start].isupper() and _REGNAL_NAME.search(text, max(0, start - 28), start):
        return Blocked(end)
    every = _EVERY.search(text, max(0, floor, start - 7), start)
    if every is not None and value > 1:
        return Found(every.start(), end, K.RATIO, "every_nth", 1 / value, carrier="right", confidence=0.85)
    before = words_before(text, start)
    last = before[-1].lower().lstrip(_OPENING) if before else ""
    noun = noun_behind(GRAMMAR.phrase_right, text, end)
    if (
        not alone
        and value in (1, 2)
        and noun is None
        and last not in ("the", "a", "came", "finished", "placed", "ranked", "his", "her", "their", "its")
    ):
        return None
    if value == 2 and last in ("a", "per") and noun is None and not alone:
        return None
    return Found(start, end, K.ORDINAL, "ordinal", value, carrier="right", confidence=0.88)
