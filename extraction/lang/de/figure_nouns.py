"""How German names what a figure counts: noun phrases, prepositions, participles."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.figures.counted import CountedGrammar, noun_behind
from extraction.figures.wordlist import words
from extraction.lang.de.approximators import BEFORE
from extraction.lang.de.date_forms import MONTHS
from extraction.lang.de.dates import WEEKDAYS
from extraction.lang.de.function_words import ADVERBS
from extraction.lang.de.numerals import MAGNITUDES
from extraction.lang.de.units import UNITS

FUNCTION_WORDS = words(
    "beziehungsweise der die das den dem des ein eine einen einem einer eines und oder aber sondern doch denn "
    "weil wenn dass ob als wie wo er sie es wir ihr ich du man sich ihn ihm ihnen uns euch mir dir mich dich "
    "dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem kein keine "
    "keinen keinem keiner keines mein meine sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres "
    "unser unsere unseren unserem unserer euer eure in im an am auf aus bei beim bis durch für gegen mit nach "
    "seit über um unter von vom vor während wegen zu zum zur zwischen ohne ab außer laut pro je trotz hinter "
    "neben nicht nur auch noch schon sehr so mehr weniger alle aller allen allem alles viele vielen wenige "
    "wenigen welche welcher welches dessen deren sei seien war waren ist sind wurde wurden wird werden hat haben "
    "hatte hatten habe hätte hätten würde würden worden soll sollen sollte sollten kann können konnte konnten "
    "könnte könnten muss müssen musste mussten will wollen wollte wollten darf dürfen durfte durften dürfte "
    "dürften mag mögen möchte möchten habe werde gebe gehe liege komme stehe daher heute gestern morgen hier dort "
    "dann da immer wieder bereits erst allein davon darunter dabei dafür pro je etwa rund ohne einschließlich "
    "inklusive später zuvor danach vorher entfernt unterdessen stürzte landete startete kostete lautete "
    "bestätigte erreichte meldete berichtete sagte erklärte teilte kündigte forderte warnte betonte legte setzte "
    "stellte zeigte führte machte brachte dauerte einzige selbe gleiche"
)
PREPOSITIONS = words(
    "in im ins an am ans auf aus bei beim bis durch für gegen mit nach seit über um unter von vom vor "
    "während wegen zu zum zur zwischen ohne ab außer laut trotz hinter neben binnen innerhalb außerhalb "
    "gegenüber dank infolge anhand samt je pro gemäß zufolge mittels entlang statt anstatt oberhalb "
    "unterhalb"
)
_STOP = "|".join(sorted(FUNCTION_WORDS))
_SPACE = r"[ \u00a0\u202f]"
_ADJECTIVE = (
    rf"(?:(?!(?:{_STOP})\b)[a-zäöüß][a-zäöüß-]*(?:e|en|er|es|em|tausend|hundert)|"
    r"(?!\w*(?:[Mm]eter|[Ll]iter)\b)[A-ZÄÖÜ][a-zäöüß]+er(?= [A-ZÄÖÜ])"
    r"|weitere[nr]?|US-[a-zäöüß]+e[nrsm]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|"
    r"\d{1,3}|[a-zäöüß]+-)"
)
_NOUN = (
    r"(?=[„\w-]*(?: (?:bis|und) \d+-)?[A-ZÄÖÜ])(?:[A-ZÄÖÜ][\w’'-]*|[a-z]+[A-Z]\w*|„[A-ZÄÖÜ][\w-]*|"
    r"(?:\d+- (?:bis|und) )?\d+-[Jj]ährige[rn]?)"
)
_ADVERB = (
    r"(?:(?:teils|meist|zumeist|überwiegend|vorwiegend|zum Teil|bis dahin|mehr|weniger|neu|sehr|bislang|"
    r"angeblich|mutmaßlich|offenbar|damals|möglichst|besonders|noch|zusätzlich|voll|schwer|leicht|"
    r"lebensgefährlich) )?"
)
_NOUN_PHRASE = (
    rf"(?P<noun>{_ADVERB}(?:{_ADJECTIVE}(?:,(?= [a-zäöüß]))?(?: (?:und|oder|bis|sowie) |{_SPACE})){{0,4}}{_NOUN})"
)

_STARTERS = (
    "Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einem|Einer|Er|Sie|Es|Wir|Ihr|Ich|Man|Im|In|Am|An|Auf|"
    "Aus|Bei|Beim|Mit|Nach|"
    "Seit|Von|Vom|Vor|Zu|Zum|Zur|Und|Oder|Aber|Doch|Auch|Als|Wenn|Wie|Wer|Was|Wo|Dass|Damit|Dabei|"
    "Dort|Hier|Dann|So|Nun|"
    "Zudem|Laut|Dies|Diese|Dieser|Dieses|Für|Gegen|Um|Unter|Über|Zwischen|Während|Trotz|Nur|Noch|Schon|Insgesamt|Davon|"
    "Darunter|Uhr|Jahr|Sein|Seine|Ihre|Bis|Durch|Ob|Denn|Weil|Allerdings|Inzwischen|Bereits|Außerdem|Zuvor|Danach|"
    "Nachdem|Obwohl|Sobald|Solange|Falls|Bevor|Sofern|Indem|Jetzt|Heute|Gestern|Derzeit|Zurzeit|Bisher|Seither|Seitdem|"
    "Zusätzlich|Zuletzt|Täglich|Jährlich|Dafür|Dagegen|Hinzu|Zunächst|Schließlich|Später|Mittlerweile|Immerhin"
)

STARTERS = frozenset(_STARTERS.split("|"))
_PARTICIPLE = (
    r"(?:(?:an|auf|aus|ab|ein|vor|nach|zu|um|mit|über|unter|durch|fest|zurück|her|hin|los|weg|bei|nieder|frei|wieder)?"
    r"ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter|wider|hinter)[a-zäöüß]{2,}(?:t|en)|"
    r"[a-zäöüß]{2,}iert)"
)
_NOT_PARTICIPLE = (
    r"(?:gegen|gerade|genau|gestern|gemeinsam|bereits|erst|gern|überhaupt|ersten|besten|verletzten|"
    r"bekannten|gewissen|unterschiedlichen|überall)"
)
_INFINITIVE = r"[a-zäöüß]{3,}(?:en|eln|ern)"


_LOOSENERS = frozenset(phrase.split()[0] for phrase in BEFORE)


@lru_cache(maxsize=32768)
def _is_noun(word: str, opens: bool) -> bool:
    if not word[0].isupper():
        return any(letter.isupper() for letter in word[1:])
    lower = word.lower()
    is_starter = opens and (
        word in STARTERS or lower in FUNCTION_WORDS or lower in PREPOSITIONS or lower in _LOOSENERS or lower in ADVERBS
    )
    return len(word) > 1 and not is_starter


_VERB = re.compile(
    r"(?:[a-zäöüß]{2,}(?:te|ten|t|et|st|b|g|f|l|ß|ieb|ieg|iel)|war|waren|sank|sind|ist|hat|haben|wird|werden)$"
)


@lru_cache(maxsize=32768)
def _is_verb(word: str) -> bool:
    return word[0].islower() and word not in _NOT_VERBS and bool(_VERB.match(word))


_NOT_VERBS = words(
    "seit mit nicht laut fast erst jetzt gut weit bald selbst samt dort halb somit bereits zuletzt "
    "zunächst sofort damit darauf auf soll-und insgesamt bekannt ab auch durchschnittlich einzig ständig "
    "täglich jährlich völlig wenig lang rund und sind-und drauf ob bis etwas etwa als aus deshalb "
    "deutlich leicht künftig häufig im um am zum"
)

# "zwei Drittel der gut 80 Millionen Einwohner": how many they are is a figure of its own
_SIZE = (
    r"(?:(?:(?:rund|etwa|gut|knapp|fast|über|mehr als|insgesamt|weltweit|bundesweit|landesweit|noch|derzeit) ){0,2}"
    r"\d[\d.,]*(?: (?:Millionen|Milliarden|Mio\.|Mrd\.|Tausend))? )?"
)
GRAMMAR = CountedGrammar(
    phrase_right=re.compile(rf"{_SPACE}{{1,2}}(?!(?:{_STARTERS})\b){_NOUN_PHRASE}"),
    genitive_right=re.compile(
        rf"{_SPACE}(?:der|des|aller|dieser|dieses|unserer|seiner|ihrer|seines|ihres|deutscher|von|vom|"
        rf"von den|von der|von diesen"
        rf"|an|am|an der|an den|aller \S+){_SPACE}{_SIZE}(?!(?:{_STARTERS})\b){_NOUN_PHRASE}"
    ),
    later_right=re.compile(
        rf"\b(?P<governor>(?:{'|'.join(sorted(PREPOSITIONS))}) )?(?:der|die|das|den|dem|seine?r?|"
        rf"ihre?r?|eine?r?|dieser?|dieses) {_NOUN_PHRASE}"
    ),
    owner_left=re.compile(
        r"(?<![\w-])(?P<noun>[A-ZÄÖÜ][\w-]+) (?:von|zwischen|in Höhe von)"
        r"(?: (?:rund|etwa|knapp|gut|über|fast|mehr als|bis zu))? $"
    ),
    verb_right=re.compile(
        rf"(?<![\w-])(?P<verb>(?!{_NOT_PARTICIPLE}\b)(?:{_PARTICIPLE}|(?<=zu ){_INFINITIVE}))(?![\w-])"
    ),
    dimension=re.compile(r" (?:groß|lang|hoh|breit|tief|schwer|dick|weit|schnell|stark)e[nrsm]?(?= )"),
    auxiliaries=words("ist sind war waren sei hat haben hatte hatten wird werden wurde wurden ging gibt gab"),
    is_noun=_is_noun,
    is_verb=_is_verb,
    prepositions=PREPOSITIONS,
    linkers=words("der des von vom"),
    is_apposed=True,
    units=UNITS.nouns,
    passed_over=words(
        "jahr jahren jahres uhr nacht vergleich höhe schnitt durchschnitt ende anfang vorjahr nachmittag "
        "vormittag mittag abend morgen mitternacht mal zeitpunkt innerhalb"
    )
    | UNITS.nouns.union(MONTHS, WEEKDAYS, MAGNITUDES),
)


def is_nounless(text: str, end: int) -> bool:
    """Whether the number that ends at `end` counts nothing named behind it."""
    return noun_behind(GRAMMAR.phrase_right, text, end) is None
