"""German words that bind a number to what it measures: 40-sekündig, 47-Jährige, zweimal, 1,5-fach, dreiköpfig."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extraction.candidates import FigureKind
from extraction.figures.model import Blocked, Found, Number, Outcome, scaled, whole
from extraction.figures.quantity import Quantity
from extraction.figures.surroundings import words_before
from extraction.figures.wordlist import words
from extraction.lang.de.numerals import MAGNITUDES, cardinal, decimal_words, fold

K = FigureKind


class Bound(NamedTuple):
    """What a suffix makes of the number before it; `least` is the smallest number it counts with."""

    sort: str
    kind: FigureKind
    unit: str | None = None
    factor: Number = 1
    least: Number = 0


_SUFFIXES = {
    "sekuendig": Bound("bound", K.DURATION, "s"), "minuetig": Bound("bound", K.DURATION, "min"),
    "stuendig": Bound("bound", K.DURATION, "h"), "taegig": Bound("bound", K.DURATION, "day"),
    "woechig": Bound("bound", K.DURATION, "week"), "monatig": Bound("bound", K.DURATION, "month"),
    "jaehrig": Bound("years", K.DURATION, "year"), "stuendlich": Bound("bound", K.DURATION, "h", 1, 2),
    "jaehrlich": Bound("bound", K.DURATION, "year", 1, 2), "monatlich": Bound("bound", K.DURATION, "month", 1, 2),
    "woechentlich": Bound("bound", K.DURATION, "week", 1, 2),
    "prozentig": Bound("bound", K.PERCENT, "%", 1, 2), "fach": Bound("fold", K.RATIO, "x", 1, 1.1),
    "mal": Bound("times", K.COUNT, "occurrence"), "malig": Bound("times", K.COUNT, "occurrence", 1, 2),
    "koepfig": Bound("bound", K.COUNT, None, 1, 2), "stellig": Bound("places", K.NUMBER, None, 1, 2),
    "seitig": Bound("bound", K.COUNT, None, 1, 3), "teilig": Bound("bound", K.COUNT, None, 1, 2),
    "stoeckig": Bound("bound", K.COUNT, None, 1, 2), "geschossig": Bound("bound", K.COUNT, None, 1, 2),
    "spurig": Bound("bound", K.COUNT, None, 1, 2), "gleisig": Bound("bound", K.COUNT, None, 1, 2),
    "stufig": Bound("bound", K.COUNT, None, 1, 2), "baendig": Bound("bound", K.COUNT, None, 1, 2),
    "sitzig": Bound("bound", K.COUNT, None, 1, 2), "tuerig": Bound("bound", K.COUNT, None, 1, 2),
    "motorig": Bound("bound", K.COUNT, None, 1, 2), "zylindrig": Bound("bound", K.COUNT, None, 1, 2),
    "strahlig": Bound("bound", K.COUNT, None, 1, 2), "achsig": Bound("bound", K.COUNT, None, 1, 2),
    "zeilig": Bound("bound", K.COUNT, None, 1, 2), "gaengig": Bound("bound", K.COUNT, None, 1, 2),
    "kilometrig": Bound("bound", K.DISTANCE, "km"), "metrig": Bound("bound", K.DISTANCE, "m"),
    "graedig": Bound("bound", K.TEMPERATURE, "degC", 1, 2), "tonnig": Bound("bound", K.MASS, "t"),
    "tonner": Bound("bound", K.MASS, "t", 1, 2),
}  # fmt: skip
_NAMES = "|".join(sorted((*_SUFFIXES, "sekündig", "minütig", "stündig", "tägig", "wöchig", "jährig", "stündlich",
                          "jährlich", "wöchentlich", "köpfig", "stöckig", "bändig", "türig", "gängig", "grädig"),
                         key=len, reverse=True))  # fmt: skip
_ENDING = r"(?:e(?:[rnsm]|rn)?)?"
_AFTER_NUMBER = re.compile(rf"(?P<gap>[- \u00a0]?)(?P<suffix>{_NAMES})(?P<ending>{_ENDING})(?!\w)", re.IGNORECASE)
_SPELLED = re.compile(rf"(?P<number>.+?)-?(?P<suffix>{_NAMES})(?P<ending>{_ENDING})$")
_HYPHEN_LINK = re.compile(r"-,? (?:bis|oder|und|beziehungsweise|bzw\.) |-bis-| bis |[-–]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIGIT_WORD = re.compile(r"[^\W\d_]+")
_COUNTED_IN = re.compile(
    r"[ \u00a0](?P<size>Millionen|Milliarden|Billionen)-?"
    r"(?:(?:[Ee]uro|[Dd]ollar|[Ff]ranken)-?)?(?:[Bb]etr[aä]g|[Bb]ereich|[Ss]umme|[Hh]öhe|[Ss]chaden|[Vv]erlust|[Gg]ewinn|[Ll]och)"
    r"(?:e?[ns]|e)?(?!\w)"
)
_BY = re.compile(r" \d")  # "200 mal 20 Meter"
_PERCENT_BOUND = re.compile(r"[ \u00a0]?%-?ige?[rnms]?(?!\w)")
_AFTER_SIGN = re.compile(r" [a-zäöü]|\s*$|[.,;:!?)](?!\d)")
_TIMES = re.compile(r"(?P<gap> ?)(?P<times>×|x(?!\w)|[Mm]al(?!\w)|Male(?:n)?(?!\w))")
# "einmal" is a number only where nothing before it makes it a particle.
_PARTICLE_BEFORE = words(
    "gerade noch nicht auf erst schon wieder nun zunächst überhaupt endlich mal sogar war es doch wenn ja gar"
)
_PARTICLE_AFTER = words("mehr abgesehen gesagt wieder")
_PERSON_NOUNS = (
    r"mann frau kind junge jungen mädchen sohn tochter schüler\w* student\w* täter\w* opfer fahrer\w* vater "
    r"mutter rentner\w* bub baby patient\w* zeuge\w* polizist\w* politiker\w* sänger\w* schauspieler\w* "
    r"spieler\w* stürmer\w* trainer\w* deutsche\w* männer\w* frauen kinder\w* person\w* menschen? bruder "
    r"schwester enkel\w* witwe\w* radfahrer\w* autofahrer\w* verdächtige\w* angeklagte\w* beschuldigte\w* "
    r"tatverdächtige\w* verletzte\w* besucher\w* bewohner\w* anwohner\w* amerikaner\w* franzose\w* brite\w* "
    r"schweizer\w* österreicher\w* türke\w* russe\w* syrer\w* iraker\w* afghane\w* italiener\w* spanier\w* pole "
    r"polen belgier\w* niederländer\w* australier\w* student\w* professor\w* arzt ärztin lehrer\w* pilot\w* "
    r"soldat\w* priester\w* papst könig\w* prinz\w* präsident\w* minister\w* kanzler\w* unternehmer\w* autor\w* "
    r"künstler\w* regisseur\w* musiker\w* journalist\w* jugendliche\w* mitarbeiter\w* arbeiter\w* chef\w* tante "
    r"onkel großmutter großvater oma opa"
)
_PERSON = re.compile(rf"[^\W\d_]*(?:{'|'.join(_PERSON_NOUNS.split())})(?:e?s)?", re.IGNORECASE)
_PERSON_ENDING = re.compile(
    r"(?:[a-zäöüß]er|erin|ist|istin|ent|entin|ant|antin|eur|eurin|tor|torin|ling|arzt|ärztin|mann|frau|leute)n?$"
)
YOUNGEST_NAMED = 16
_THING_ENDING = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|zeit|strafe|krieg|vertrags?|frist|plan|programm|phase|periode|pause|bestehens?|haft|"
    r"arbeit|jubiläums?|tradition|geschichte|rhythmus|abstand|ehe|suche|studie|projekts?|zeitraums?|baus?|kampf|streit|"
    r"konflikts?|abos?|garantie|laufbahn|karriere|wirkens?|engagements?|schaffens?|lebens?|diktatur|besatzung|exils?|"
    r"dauer|theater|kloster|fenster|alter|muster|register|orchester|wasser|messer|zimmer|lager|"
    r"ufer|feier|steuer|mauer|"
    r"trauer|computer|sommer|winter|keller|feuer|fehler|klassiker|dokument|parlament|patent|vertrag|"
    r"jubiläum|moment|motor|"
    r"flucht|sperre|reise|pacht|amtszeit|leidens?|verfahrens?|faktor|sektor|semester|experiment|abenteuer|ärger|wunder)$",
    re.IGNORECASE,
)
_SECOND_NAME = re.compile(r" [A-ZÄÖÜ]\w")  # "der 55-jährige Jürgen Pohlmann"
_NOUN_AFTER = re.compile(r" (?:[a-zäöüß]+(?:e|en|er|es|em) )*([A-ZÄÖÜ][\w-]*)")


@lru_cache(maxsize=8192)
def spelled_bound(word: str) -> tuple[Number, Bound] | None:
    """The number and the suffix of one word ("zweitägige", "anderthalbstündig"), None where it binds none."""
    match = _SPELLED.match(fold(word)) if len(word) <= 80 else None
    bound = _bound(match.group("suffix"), match.group("ending")) if match else None
    if match is None or bound is None:
        return None
    stem = match.group("number")
    value = {"halb": 0.5, "viertel": 0.25, "dreiviertel": 0.75}.get(stem) or decimal_words(stem) or cardinal(stem)
    if value is None or value < bound.least:
        return None
    return (value, bound) if bound.kind is K.DURATION or value >= 1 else None


def _bound(suffix: str, ending: str) -> Bound | None:
    bound = _SUFFIXES[fold(suffix)]
    if bound.sort == "times" and fold(suffix) == "mal" and ending:
        return None
    return None if fold(suffix) == "malig" and not ending else bound


def match_bound(text: str, start: int, floor: int, quantity: Quantity) -> Outcome:
    """The bound word at `start`, or several that share their suffix ("fünf- bis sechsmal")."""
    is_digit = text[start].isdigit()
    first = quantity.words.digits.read(text, start) if is_digit else None
    if is_digit and first is None:
        return None
    if first is not None:
        tail = _tail(text, first.end)
        if tail is not None:
            return _figure(text, start, tail[0], first.value, None, tail[1])
        return _shared(text, start, first.end, first.value, quantity)
    word = _WORD.match(text, start, start + 100)
    if word is None:
        return None
    known = spelled_bound(word.group())
    if known is not None:
        return _single(text, start, word.end(), *known)
    value = cardinal(fold(word.group())) or decimal_words(fold(word.group()))
    return None if value is None else _shared_or_times(text, start, word.end(), value, quantity)


def match_suspended(text: str, start: int, floor: int, quantity: Quantity) -> Outcome:
    """ "ein- bis zweimal": an article with a hyphen is a number."""
    return match_bound(text, start, floor, quantity) if text.startswith("in- ", start + 1) else None


def _shared_or_times(text: str, start: int, end: int, value: Number, quantity: Quantity) -> Outcome:
    found = _shared(text, start, end, value, quantity)
    if found is not None:
        return found
    tail = _TIMES.match(text, end)
    if tail is None or not tail.group("times")[0].isalpha() or tail.group("times") == "x":
        return None
    second = quantity.number(text, tail.end() + 1)  # "zwei mal drei Meter"
    if second is not None and quantity.words.units.match(text, second.end) is not None:
        return None
    return _figure(text, start, tail.end(), value, None, _SUFFIXES["mal"])


def _tail(text: str, end: int) -> tuple[int, Bound] | None:
    match = _AFTER_NUMBER.match(text, end)
    if match is not None and not _BY.match(text, match.end()) and not _is_adverb(match):
        bound = _bound(match.group("suffix"), match.group("ending"))
        if bound is not None:
            return match.end(), bound
    percent = _PERCENT_BOUND.match(text, end)
    if percent is not None:
        return percent.end(), _SUFFIXES["prozentig"]
    times = _TIMES.match(text, end)
    if times is not None and times.group() in ("x", "×") and _AFTER_SIGN.match(text, times.end()):
        return times.end(), _SUFFIXES["mal"]
    if times is not None and _BY.match(text, times.end()):
        return None
    if times is not None and (times.group("times")[0].isalpha() and times.group("times") != "x"):
        return times.end(), _SUFFIXES["mal"]
    return None


def _is_adverb(match: re.Match[str]) -> bool:
    """ "seit 2000 jährlich": two words are an adverb and a number of its own."""
    return match.group("gap") not in ("", "-") and fold(match.group("suffix")).endswith("lich")


def _shared(text: str, start: int, end: int, value: Number, quantity: Quantity) -> Outcome:
    """ "30- bis 40-Jährige": the suffix stands only at the second number."""
    link = _HYPHEN_LINK.match(text, end)
    if link is None:
        return None
    if text[link.end() : link.end() + 1].isdigit():
        second = quantity.words.digits.read(text, link.end())
        tail = _tail(text, second.end) if second else None
        if second is None or tail is None:
            return None
        return _figure(text, start, tail[0], value, second.value, tail[1])
    word = _WORD.match(text, link.end(), link.end() + 100)
    known = spelled_bound(word.group()) if word else None
    if word is None or known is None:
        return None
    return _figure(text, start, word.end(), value, known[0], known[1])


def _single(text: str, start: int, end: int, value: Number, bound: Bound) -> Outcome:
    if bound.sort == "times" and value == 1 and _is_particle(text, start, end):
        return Blocked(end)
    if text[end : end + 1] == "-" or (text[start].isupper() and text.startswith(" Krieg", end)):
        return Blocked(end)
    return _figure(text, start, end, value, None, bound)


def _is_particle(text: str, start: int, end: int) -> bool:
    before = words_before(text, start)[-1:]
    if before and before[0].lower().strip('(„"') in _PARTICLE_BEFORE:
        return before[0] != "war" or text[start - 3 : start - 1] != "er"
    following = _DIGIT_WORD.match(text, end + 1)
    return text[start].isupper() or bool(following and following.group() in _PARTICLE_AFTER)


def _figure(text: str, start: int, end: int, low: Number, high: Number | None, bound: Bound) -> Outcome:
    if bound.sort == "fold" and low < bound.least:
        return Blocked(end)
    if bound.sort == "places":
        return _places(text, start, end, int(low), int(high or low))
    kind, rule, carrier = bound.kind, f"bound_{bound.sort}", "next"
    if bound.sort == "years":
        kind = _years_kind(text, start, end)
        rule, carrier = ("age", "") if kind is K.AGE else ("bound_bound", "next")
    if bound.sort == "times":
        carrier = "next" if bound.least else "verb"
    if bound.sort == "fold":
        carrier = "fold"
    if high is not None and high > low:
        low_value, high_value = scaled(low, bound.factor), scaled(high, bound.factor)
        return Found(start, end, kind, rule, min=low_value, max=high_value, unit=bound.unit, carrier=carrier)
    return Found(start, end, kind, rule, whole(scaled(low, bound.factor)), unit=bound.unit, carrier=carrier)


def _places(text: str, start: int, end: int, low: int, high: int) -> Found:
    """As many digits, of what a compound behind it counts in: "dreistelligen Millionenbereich"."""
    size, least, most = 1, 10 ** (low - 1), 10**high - 1
    if counted := _COUNTED_IN.match(text, end):
        end, size = counted.end(), MAGNITUDES[counted.group("size").lower()]
    return Found(start, end, K.NUMBER, "digits_of", min=least * size, max=most * size, carrier="measure")


def _years_kind(text: str, start: int, end: int) -> FigureKind:
    """-jährig with a capital is a person; before a person's noun it is an age, before a thing a duration."""
    word = text[start:end]
    if re.search(r"J[äa]e?hrige?[rnm]?$", word):
        return K.AGE
    if word[0].isupper() and not word[0].isdigit() and text[start - 2 : start - 1] not in (".", "!", "?", ":", ""):
        return K.AGE
    noun = _NOUN_AFTER.match(text, end)
    if noun is None:
        return K.AGE
    name = noun.group(1)
    if _SECOND_NAME.match(text, noun.end()) and not _THING_ENDING.search(name):
        return K.AGE
    if _THING_ENDING.search(name):
        return K.DURATION
    number = re.match(r"\d+", word)
    is_name = number is not None and int(number.group()) >= YOUNGEST_NAMED  # "der 53-jährige Uribe"
    return K.AGE if _PERSON.fullmatch(name) or _PERSON_ENDING.search(name) or is_name else K.DURATION
