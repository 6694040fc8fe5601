"""German number words without a unit: counts, ordinals, shares, ages, and the homographs that are none of these."""

from __future__ import annotations

import re

from extraction.candidates import Approximation, FigureKind
from extraction.figures.counted import noun_behind
from extraction.figures.model import Blocked, Found, NumberRead, Outcome
from extraction.figures.quantity import Quantity
from extraction.figures.surroundings import stands_alone, words_before
from extraction.figures.wordlist import words
from extraction.lang.de.clock import is_hour_alone
from extraction.lang.de.figure_ages import about_age, is_age
from extraction.lang.de.figure_bare import signed_figure
from extraction.lang.de.figure_labels import LABELS
from extraction.lang.de.figure_nouns import GRAMMAR
from extraction.lang.de.figure_ordinals import RANKS
from extraction.lang.de.figure_shares import match_share
from extraction.lang.de.numerals import numeral
from extraction.lang.de.units import UNITS

K = FigureKind
_OPENING = "(„“\"'»«‚‘[–-/"
_WORD = re.compile(r"[^\W\d_]+")
_IDIOMS = re.compile(
    r"(?:erste[rn]? (?:hilfe|linie|geige|hand)|zweite[rn]? (?:wahl|geige|hand|weltkrieges?)|"
    r"erste[rnms]? (?:weltkrieges?|bürgermeister(?:in|s)?)|"
    r"zweite[rnms]? (?:weltkrieges?|bundesliga|deutsche[ns]? fernsehe\w*)|dritte[rnms]? (?:welt|"
    r"reich(?:e?s)?|geschlechts?)|erste[ns]? (?:mal|deutsche[ns]? fernsehe\w*)x|"
    r"null und nichtig|acht(?= (?:geben|gegeben|nehmen|lassen|gelassen|zu geben))|siebten himmel|"
    r"sieben sachen|tausend dank|vierte gewalt|"
    r"vier wänden?|vier augen|fünfte[ns]? rad|zehn geboten?|drei könige|heiligen? drei|erste[rn]? "
    r"bundesliga|elf freunde|erste[rnms]? offizier\w*|dritte[rn]? (?:weg\w*|zähne)|"
    r"vierte[rn]? (?:stock\w*)x|zweite[rn]? natur|fünfte[rn]? kolonne|dritte[rn]? hand|eins a|"
    r"ein(?:en|e|em|er|es)? paar|eines (?:tages|morgens|abends|nachts))\b",
    re.IGNORECASE,
)
_RUN = re.compile(r"([^\W\d_]+)(?: \1){2,}(?!\w)")  # the same word over and over is noise
# "2,3 (Vorjahr: 1,9) Milliarden Euro": the numbers have taken it
_SHARED_SIZE = re.compile(r"(?:Mi(?:llionen|lliarden|o)|Mrd)(?!\w)")
_TWO_NUMBERS = re.compile(r"\d \([^()\n]{0,30}\d\) $")
_EVERY = re.compile(r"(?P<every>[Jj]ede[rmns]?) $")
_REGNAL = re.compile(r"(?<![.!?] )\b[A-ZÄÖÜ][a-zäöüß]+ (?:der|die|dem|den|des) $")
_MEMBER_CUE = re.compile(
    r"\b(?:wurde[n]?|wird|werden|war|ist|sind|[Aa]ls|kam|kamen|landete[n]?|belegte[n]?|Tabellen|"
    r"derzeit|nur|aktuell|auf|jede[rnms]?)(?: [^\W\d_]+){0,3} $"
)


_ARTICLE_NEXT = re.compile(r"[^\W\d_]+[ \u00a0]([^\W\d_]+)")
_AFTER_ARTICLE = words("us uhr bis oder und paar tages morgens abends nachts einhalb dreiviertel km kg cm mm ha")
_BEFORE_COUNTED_ARTICLE = words("um mit und sowie oder genau lediglich minus zwischen")


def block_article(text: str, start: int, floor: int) -> Outcome:
    """Passes over the articles that count nothing, which are nearly all of them, before anything dear is tried."""
    del floor
    match = _ARTICLE_NEXT.match(text, start, start + 60)
    if match is None:
        return None
    following = match.group(1).lower()
    if following in UNITS.nouns or following in _AFTER_ARTICLE or numeral(match.group(1)) is not None:
        return None
    before = text[max(0, start - 12) : start].split()
    if before and before[-1].lower() in _BEFORE_COUNTED_ARTICLE:
        return None
    return Blocked(match.start(1) - 1)


def block_idiom(text: str, start: int, floor: int) -> Outcome:
    """Set phrases and titles that begin with a number word."""
    del floor
    idiom = _IDIOMS.match(text, start)
    if idiom is not None:
        return Blocked(idiom.end())
    shared = _SHARED_SIZE.match(text, start) if text[start - 2 : start] == ") " else None
    if shared is not None and _TWO_NUMBERS.search(text, max(0, start - 48), start):
        return Blocked(shared.end())
    run = _RUN.match(text, start)
    if run is not None:
        return Blocked(run.end())
    return Blocked(start + 1) if _is_title(text, start) else None


_LOOSE = re.compile(r"(?P<article>[Ee]ine?[nrsm]?) (?:(?P<over>gut|satt)|knapp)e[nrsm]? ")


def match_loose(text: str, start: int, floor: int, quantity: Quantity) -> Outcome:
    """ "ein gutes Drittel", "eine knappe Million": read as if the loosening adjective were not there."""
    loose = _LOOSE.match(text, start)
    if loose is None:
        return None
    del floor
    plain = f"{loose.group('article')} {text[loose.end() : loose.end() + 80]}"
    found = quantity.match(plain, 0, 0) or match_word(plain, 0, 0, quantity)
    left_out = loose.end() - start - len(loose.group("article")) - 1
    if not isinstance(found, Found) or found.end <= len(loose.group("article")):
        return None
    approx = Approximation.SLIGHTLY_OVER if loose.group("over") else Approximation.ALMOST
    return found._replace(start=start, end=start + found.end + left_out, approx=approx)


def match_word(text: str, start: int, floor: int, quantity: Quantity) -> Outcome:
    """A number word that is neither a unit's, a date's nor a bound word's."""
    word = _WORD.match(text, start, start + 100)
    value = numeral(word.group()) if word else None
    if word is None or value is None:
        return _ranked_superlative(text, word) or match_share(text, start, floor)
    if value.sort == "card" and value.value >= 1100 and _is_spelled_year(text, start, word.end(), int(value.value)):
        return Found(start, word.end(), K.DATE, "year", str(value.value), confidence=0.9)
    if value.sort == "ord":
        return _ordinal(text, start, word.end(), int(value.value), floor)
    signed = quantity.signed_number(text, start, floor)
    if signed is None:
        return None
    begin, read = signed
    if begin < start:
        return signed_figure(text, begin, read)
    if text[read.end : read.end + 1] == "-" and text[read.end + 1 : read.end + 2].isalpha():
        return Blocked(read.end)
    if read.is_article and stands_alone(text, start, read.end):
        return Found(start, read.end, K.NUMBER, "number", read.value, confidence=0.6)
    if read.is_article:
        return _article(text, start, read, floor) if value.sort == "article" else None
    return _count(text, start, read, floor)


_YEAR_OF = re.compile(r"\bJahre?s? $")


def _is_spelled_year(text: str, start: int, end: int, value: int) -> bool:
    """ "im Jahr neunzehnhundertneunundachtzig"."""
    return value < 2100 and _YEAR_OF.search(text, max(0, start - 8), start) is not None and end > start


_SUPERLATIVE = re.compile(
    r"(?P<rank>[^\W\d_]+?t)(?P<grade>größt|groesst|grösst|kleinst|höchst|niedrigst|tiefst|längst|kürzest|best|schlechtest|"
    r"schnellst|langsamst|stärkst|schwächst|ältest|jüngst|meist(?!er)|wichtigst|teuerst|billigst|reichst|ärmst|beliebtest|"
    r"häufigst|schwerst|leichtest|breitest|dichtest|wärmst|heißest|kältest|hellst|erfolgreichst|bevölkerungsreichst|"
    r"bedeutendst|wertvollst|mächtigst|bekanntest|umsatzstärkst|einwohnerstärkst)(?:e[rnsm]?)",
    re.IGNORECASE,
)


def _ranked_superlative(text: str, word: re.Match[str] | None) -> Outcome:
    """ "die zweitgrößte Stadt"."""
    match = _SUPERLATIVE.fullmatch(word.group()) if word else None
    rank = numeral(f"{match.group('rank')}e") if match else None
    if word is None or rank is None or rank.sort != "ord" or rank.value < 2:
        return None
    return Found(*word.span(), K.ORDINAL, "ordinal", int(rank.value), carrier="right", confidence=0.9)


def _ordinal(text: str, start: int, end: int, value: int, floor: int) -> Outcome:
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return Blocked(end)
    every = _EVERY.search(text, max(floor, start - 8), start)
    if every is not None:
        return Found(every.start(), end, K.RATIO, "every_nth", 1 / value, carrier="right", confidence=0.9)
    further = _FURTHER.match(text, end) if text[start].islower() else None
    noun = noun_behind(GRAMMAR.phrase_right, text, further.end() if further else end)
    if noun is None and text[start].isupper() and _REGNAL.search(text, max(0, start - 32), start):
        return Blocked(end)
    if stands_alone(text, start, end) or (value > 12 and noun is None):
        return Found(start, end, K.ORDINAL, "ordinal", value, carrier="right", confidence=0.8)
    if text[start].islower():
        if noun is None and not _is_ranked(text, start, end):
            return None
        told = noun if further else None
        confidence = 0.93 if noun else 0.8
        return Found(start, end, K.ORDINAL, "ordinal", value, counted=told, carrier="right", confidence=confidence)
    if noun is not None and _opens_sentence(text, start):
        return Found(start, end, K.ORDINAL, "ordinal", value, carrier="right")
    if _opens_sentence(text, start):
        return None
    is_member = value > 3 or _MEMBER_CUE.search(text, max(0, start - 40), start) is not None
    return Found(start, end, K.ORDINAL, "ordinal", value, confidence=0.85) if is_member else Blocked(end)


_FURTHER = re.compile(r"(?:,| und| oder| sowie)(?= [a-zäöüß])")  # "ein siebtes und letztes Spiel"


def _is_ranked(text: str, start: int, end: int) -> bool:
    """An ordinal whose noun is left out: after a determiner, or as what somebody became ("wurde zweiter")."""
    before = words_before(text, start)[-1:]
    return bool(before) and before[0].lower() in _RANKED_AFTER


_RANKED_AFTER = words("als der die das den dem vom zum im am ihr sein wurde wurden wird werden")


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(' \u00a0„“"»«‚‘(')
    return not before or before[-1] in ".!?:\n" or (start < 4 and not before.strip())


_GAINED = words("um mit verliert verlieren verlor verloren gewinnt gewinnen gewann holt holte einbüßt erhielt")
_COUNTING_BEFORE = words("genau einzig exakt lediglich bloß je jeweils mindestens höchstens weniger")
_COORDINATED = re.compile(
    r"(?:\d|[^\W\d_]*(?:[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|"
    r"[Ee]lf|[Zz]wölf|zig))(?: [a-zäöüß]+e[nrsm]?)* [A-ZÄÖÜ][\w-]* (?:und|sowie|oder) $"
)


def _article(text: str, start: int, read: NumberRead, floor: int) -> Outcome:
    """ "ein" counts after "um" before votes and points, and where it goes on a list of counts."""
    del floor
    noun = noun_behind(GRAMMAR.phrase_right, text, read.end)
    if noun is None:
        return None
    before = words_before(text, start)
    last = before[-1].lower() if before else ""
    name = text[noun.start : noun.end]
    counts = (last in _GAINED and bool(re.search(r"(?:Stimme|Punkt|Tor|Sitz|Mandat|Zähler|Platz|Rang)\w*$", name))) or (
        last in _COUNTING_BEFORE
        and text[start - 1] == " "
        and re.match(r"einzig", name) is None
        and last in ("genau", "lediglich")
    )
    if not counts and last in ("und", "sowie", "oder"):
        counts = len(before) > 1 and before[-2].lower() not in UNITS.nouns
        counts = counts and _COORDINATED.search(text, max(0, start - 70), start) is not None
    if not counts:
        return None
    return Found(start, read.end, K.COUNT, "count_one", 1, carrier="right", confidence=0.75)


def _count(text: str, start: int, read: NumberRead, floor: int) -> Outcome:
    before = words_before(text, start)
    last = before[-1].lstrip(_OPENING) if before else ""
    if RANKS.match(last) and read.value < 1000:
        place = text.rfind(last, floor, start)
        if place >= 0:
            return Found(place, read.end, K.ORDINAL, "rank", read.value, confidence=0.93)
    if text[start].islower() and read.value in range(1, 13) and is_hour_alone(text, start, read.end):
        return Found(start, read.end, K.TIME, "clock", f"T{read.value:02d}:00", confidence=0.7)
    if last.lower() in LABELS:
        return Blocked(read.end)
    if last.lower() in ("anfang", "mitte", "ende") and read.value in range(20, 101, 10):
        return about_age(start - len(last) - 1, read.end, int(read.value), last.lower())
    if read.is_open:
        is_note = text.endswith("er", start, read.end) and last.lower() in _BEFORE_NOTE  # "ein Hunderter"
        return Blocked(read.end) if is_note else _open(text, start, read)
    if last.lower() in _VAGUE_BEFORE and read.value in _ROUND and read.magnitude != 1:
        return _open(text, start, read._replace(value=read.value if read.is_open else 2 * read.value))
    if (
        text[start].isupper()
        and not _opens_sentence(text, start)
        and read.magnitude == 1
        and read.value not in (100, 1000)
    ):
        return Blocked(read.end)
    if not isinstance(read.value, int):
        return Found(start, read.end, K.NUMBER, "number", read.value, carrier="right", confidence=0.85)
    if stands_alone(text, start, read.end):
        return Found(start, read.end, K.COUNT, "count", read.value, confidence=0.75)
    if is_age(text, start, read):
        return Found(start, read.end, K.AGE, "age", read.value, unit="year", confidence=0.8)
    noun = noun_behind(GRAMMAR.phrase_right, text, read.end)
    if noun is None and _is_other_word(text, start, read.end, last.lower()):
        return None
    return Found(start, read.end, K.COUNT, "count", read.value, carrier="right", confidence=0.92 if noun else 0.75)


def _is_other_word(text: str, start: int, end: int, last: str) -> bool:
    """Whether the word is no number here: "gab acht", "Mehl sieben", "sich eins sein"."""
    word = text[start:end].lower()
    if word == "acht":
        return last in _HEED_BEFORE or _HEED_AFTER.match(text, end) is not None
    if word not in ("sieben", "eins", "null"):
        return False
    return last not in _BEFORE_COUNT and _AFTER_COUNT.match(text, end) is None


_HEED_BEFORE = words("außer gib gibt gebt gab gaben gebe geben hab habt gegeben")
_HEED_AFTER = re.compile(r" (?:zu )?(?:geben|gegeben|gibt|gab|gebe|lassen|gelassen|lässt|ließ|haben|hat)\b")
_BEFORE_COUNT = words(
    "nur auf von um zwischen bis rund etwa knapp über minus mit insgesamt alle statt als je fast gut für davon"
)
_AFTER_COUNT = re.compile(r" (?:davon|von|der|des|weitere|wurden|waren|sind|mal|zu|verletzt)\b")


_BEFORE_NOTE = words("ein einen einem eines der den dem des kein keinen mein sein pro je jeder jeden")


def _open(text: str, start: int, read: NumberRead) -> Found:
    return Found(
        start, read.end, K.COUNT, "open_plural", min=read.value, approx=Approximation.VAGUE, carrier="right",
        confidence=0.9,
    )  # fmt: skip


_VAGUE_BEFORE = words(
    "mehrere mehreren mehrerer einige einigen einiger paar etliche etlichen viele vielen wenige wenigen zig"
)
_ROUND = frozenset((100, 1000, 10**6, 10**9, 10**12))
_OPENED = re.compile(r"[„“\"»«‚‘'›‹](?:(?:Der|Die|Das|Den|Dem) )?$")
_REST_OF_TITLE = re.compile(r"[^„“”\"»«‘’'›‹\n,.!?:;]{1,40}[“”\"«»‘’'›‹]")
MAX_TITLE_WORDS = 5


def _is_title(text: str, start: int) -> bool:
    """A capital number word or article right after an opening mark in mid-sentence: "Fünf Freunde"."""
    opened = _OPENED.search(text, max(0, start - 5), start)
    if opened is None or not text[opened.start() + 1].isupper():
        return False
    rest = _REST_OF_TITLE.match(text, start)
    before = text[max(0, opened.start() - 60) : opened.start()].rstrip()
    return (
        rest is not None and len(rest.group().split()) <= MAX_TITLE_WORDS and bool(before) and before[-1] not in ":.!?"
    )
