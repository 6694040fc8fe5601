"""The German figure pack: its trigger, its rules in order, and what refines a figure afterwards."""

from __future__ import annotations

import re

from extraction.figures.approximation import Approximators
from extraction.figures.blockers import block_attached, block_phone, block_release, block_version
from extraction.figures.calendar import match_quarter_sign
from extraction.figures.digits import DigitFormat
from extraction.figures.model import Outcome
from extraction.figures.pack import FigurePack
from extraction.figures.quantity import Quantity, QuantityWords
from extraction.figures.trigger import compile_trigger
from extraction.figures.wordlist import words
from extraction.lang.de import approximators, figure_bare, figure_bound, figure_words
from extraction.lang.de.clock import match_clock
from extraction.lang.de.currencies import CURRENCY_PREFIXES
from extraction.lang.de.dates import match_date
from extraction.lang.de.figure_ages import match_bound_limit
from extraction.lang.de.figure_nouns import GRAMMAR
from extraction.lang.de.figure_refine import refine
from extraction.lang.de.figure_scores import match_score
from extraction.lang.de.number_words import read_denominator, read_words
from extraction.lang.de.numerals import MAGNITUDES
from extraction.lang.de.units import SINGULAR_UNITS, UNITS

_STEMS = sorted(
    words(
        "null zwei zwo zwö zwan zwoe drei dritt vier fünf fuenf sech sieb acht neun zehn elf ein "
        "erste hundert tausend aberh aberm "
        "abert zig milli billio billia trillion mrd mio dutzend halb hälfte anderthalb januar jänner "
        "februar feber okt nov dez sept märz maerz "
        "mai april august juni juli juno september oktober november dezember montag dienstag "
        "mittwoch donnerstag freitag "
        "samstag sonntag sonnabend sommer winter herbst frühling frühjahr frühsommer frühherbst hochsommer spätsommer "
        r"spätherbst spätwinter jan(?=\.\s?[12]\d{3}) feb(?=\.?\s?[12]\d{3}) apr(?=\.?\s?[12]\d{3}) "
        r"jul(?=\.\s?[12]\d{3}) jun(?=\.\s?[12]\d{3}) aug(?=\.?\s?[12]\d{3})"
    )
)
_ARTICLES = ["ein", "eine", "einen", "einem", "einer", "eines"]
TRIGGER = compile_trigger(stems=_STEMS, articles=_ARTICLES)

QUANTITY = Quantity(
    QuantityWords(
        digits=DigitFormat(decimal=",", group="."),
        units=UNITS,
        currency_prefixes=CURRENCY_PREFIXES,
        read_words=read_words,
        magnitude=re.compile(
            r"[ \u00a0\u202f-]?(millionen|million|mio|mill(?=\.)|mia(?=\.)|milliarden|milliarde|mrd|billionen|"
            r"billion|bio|"
            r"billiarden|billiarde"
            r"|trillionen|trillion|tsd|tausend|hundert|dutzend|(?<=\d)k|"
            r"(?<=[\d ])t(?=€|eur\b))(?!\w)(?:(?<=mio|mrd|bio|tsd|mia)\.|(?<=mill)\.)?",
            re.IGNORECASE,
        ),
        magnitudes={**MAGNITUDES, "dutzend": 12, "mill": 10**6, "mia": 10**9, "k": 1000, "t": 1000},
        magnitude_link=re.compile(r" (?:und )?"),
        range_link=re.compile(r"-?[ \u00a0](?:bis(?: zu| maximal)?)[ \u00a0]|[ ]?[-–—~][ ]?(?=[$€£¥]?\d)|-bis-"),
        either_link=re.compile(r"-?[ \u00a0]oder[ \u00a0]"),
        and_link=re.compile(r"-?[ \u00a0]und[ \u00a0]"),
        between=frozenset({"zwischen"}),
        rise=None,
        change_link=re.compile(
            r", (?=\d+(?:,\d+)?(?:, \d| (?:und|oder|bzw\.|bis) \d))|, (?:höchstens|maximal|bis zu) |(?<=\d)[x×](?=\d)"
            r"| (?:auf|zu|mal|x|×|und(?:(?: im Jahr)? (?:19|20)\d\d)?(?: um)?(?: weitere)?|beziehungsweise|bzw\.|"
            r"(?:an)?statt(?: der| den| die)?(?: [a-zäöüß]+en)?) "
            r"(?:rund |knapp |etwa |über |unter |fast |gut |circa |ca\. |mehr als |weniger als |bis zu |mindestens |"
            r"höchstens |maximal )?"
        ),
        part_link=re.compile(r" (?:von|der)(?: insgesamt| rund| gut| knapp| etwa)? "),
        compound_link=re.compile(r",? (?:und )?|(?<=[a-z]) ?(?=\d)"),
        denominator=read_denominator,
        minus=frozenset({"minus", "negativ"}),
        plus=frozenset({"plus"}),
        singular_units=SINGULAR_UNITS,
        part_tail=re.compile(
            r" und (?:(?P<half>ein halb|eine?n? halbe[ns]?|einhalb)|(?P<quarter>ein Viertel)"
            r"|(?P<three>drei Viertel|dreiviertel))(?!\w)"
        ),
        open_link=re.compile(r" von(?= )"),
        next_link=re.compile(r", (?=[^\W\d_]+ [A-ZÄÖÜ])"),
    )
)


def _quantity(text: str, start: int, floor: int) -> Outcome:
    return QUANTITY.match(text, start, floor)


def _bound(text: str, start: int, floor: int) -> Outcome:
    return figure_bound.match_bound(text, start, floor, QUANTITY)


def _suspended(text: str, start: int, floor: int) -> Outcome:
    return figure_bound.match_suspended(text, start, floor, QUANTITY)


def _bare(text: str, start: int, floor: int) -> Outcome:
    return figure_bare.match_bare(text, start, floor, QUANTITY)


def _loose(text: str, start: int, floor: int) -> Outcome:
    return figure_words.match_loose(text, start, floor, QUANTITY)


def _word(text: str, start: int, floor: int) -> Outcome:
    return figure_words.match_word(text, start, floor, QUANTITY)


PACK = FigurePack(
    trigger=TRIGGER,
    rules={
        "digits": (
            match_quarter_sign,
            match_bound_limit,
            block_attached,
            block_phone,
            block_release,
            match_date,
            match_clock,
            match_score,
            figure_bare.match_label_range,
            block_version,
            _bound,
            _quantity,
            _bare,
        ),
        "article": (
            _loose,
            _suspended,
            figure_words.block_article,
            figure_words.block_idiom,
            match_clock,
            _quantity,
            _word,
        ),
        "word": (figure_words.block_idiom, match_date, match_clock, match_score, _bound, _quantity, _word),
        "vulgar": (_quantity,),
    },
    approximators=Approximators(
        approximators.BEFORE,
        approximators.AFTER,
        skipped=frozenset({"den", "der", "die", "das", "einem", "einer"}),
        adjacent=words("unter über ab gegen keine keinen"),
        of_times=frozenset({"gegen", "kurz vor", "kurz nach"}),
        comparing=approximators.COMPARING,
        governed_by=approximators.GOVERNED_BY,
    ),
    counted=GRAMMAR,
    refine=refine,
    ahead=re.compile(
        r"\b(?:wird|werden|soll|sollen|will|wollen|kommende[rnms]?|nächste[rnms]?|geplant|plant|planen|bevor)\b"
    ),
)
