"""German words that make a claim more or less worth checking, and the words that open, cut and keep clauses."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.claims.pack import ClaimPack, Verbal
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

# Stems; a word triggers the code when it matches from its beginning or, for nouns, at the end of a compound.
_STEMS = {
    "casualties": r"tote[nr]?$|todesopfer|getötet|starb|gestorben|verletzt|verletzte|opferzahl|umgekommen|leichen?$|ermordet|tödlich|ums-leben",
    "official_act": r"(?:an|auf|ab|fest|zurück)?genommen$|angenommen|annahm|beschl(?:oss|ießt|ossen|uss|üsse)|verabschiede|unterzeichne|genehmig|bewillig|ratifizier"
    r"|ernann|ernenn|entl(?:ässt|ieß|assen|assung)|zurückgetreten|rücktritt|zurücktret|verhäng|angeordne|anordn|verfügt|erlassen|erließ|zugestimmt|zustimm|abgelehnt|lehnte$|lehnt$"
    r"|festgenommen|festnahm|verhafte|ausgewiesen|eingestellt|gewählt|wahl$|wahlen$|vereinbar|abkommen|beigetreten|ausgetreten|stillgelegt|geschlossen$|zugelassen|widerrufen|entzogen|erlaubt|freigegeben|gekündigt|aufgelöst|eingesetzt$|einigt|einigung",
    "law": r"gesetz|urteil|gericht|klage[n]?$|anklage|angeklagt|verurteil|freigesproch|vertrag|verträge|sanktion|resolution|embargo|verfassung|verstoß|verstieß|verbot|verbiet|verboten|haftbefehl|strafe[n]?$|bußgeld|völkerrecht|paragraf|richter|staatsanwalt|ermittl",
    "arms": r"waffe|\w*rakete[n]?$|rakete|munition|artillerie|geschoss|panzer|drohne|atom|nuklear|militär|soldat|armee|truppe|krieg|angriff|angegriffen|beschuss|beschossen|bombe|kampfjet|spionage|satellit|marine$|luftwaffe|manöver|front$|gefecht",
    "accusation": r"vorwurf|vorwürfe|wirft$|warf$|vorgeworfen|beschuldig|verdächtig|verdacht|korrupt|betrug|betrog|bestech|missbrauch|verschwiegen|vertusch|gelogen|lüge|manipulier|hinterzog|verletzt-das|mutmaßlich",
    "crime": r"mord|getötet|überfall|überfallen|raub|diebstahl|gestohlen|straftat|geiselnahme|entführ|vergewaltig|anschlag|anschläge|attentat|schüsse?$|erschossen|erstochen|brandstift|einbruch|randalier",
    "extreme": r"erste[rnms]?$|erstmal|einzig|größte|höchste|längste|älteste|jüngste[rnms]?$|niedrigste|kleinste|schwerste|schlimmste|stärkste|meiste|wichtigste|rekord|niemals|noch-nie|beispiellos|einmalig|letzte[rnms]?$|teuerste|schnellste|tiefste|bislang-größ",
    "institution": r"regierung|ministerium|minister(?:in|s|n)?$|präsident|parlament|bundestag|bundesrat|kreml|polizei|behörde|gericht|\buno\b|nato|eu$|kommission|partei|konzern|universität|institut|bank$|amt$|bundesamt|botschaft|kanzler|bürgermeister|verband|gewerkschaft|feuerwehr|zentralbank",
    "unnamed_source": r"experte[n]?$|expertin|insider|kreise[n]?$|beobachter|analyst|medienberichte|augenzeuge|gerüchte|quellen$|diplomaten|kenner",
    "cause": r"weil$|deshalb$|daher$|dadurch$|wegen$|aufgrund$|führt[e]?$|führen$|auslös|verursach|infolge$|folge$|grund$|ursache",
    "offer": r"angebot|anbot|bot$|bietet$|zugesagt|zusage|zusagen|versprach|versproch|garantier|zugesichert|liefer|geliefert|unterstützt$",
    "possibility": r"könn(?:te|ten|e|en)$|dürfte[n]?$|möglicherweise|womöglich|vielleicht|eventuell|denkbar|möglich$|potenziell",
    "condition": r"sollte[n]?$-|falls$|wenn$|sofern$",
    "told_speech": r"lobt|dankt|begrüßt[e]?$|gratulier|äußert|bedauer|würdig|kritisier|verurteilte$|warb|plädier|mahnt|betont|zeigte-sich|versicherte$",
    "colour": r"anzug|kleid$|lächel|lachte|hände?druck$-|händeschütteln|schüttelt|umarm|winkt|teppich|rampe|spazier|gingen|ging$|fotos?$|stimmung|sonne$|regen$|sonnenschein|applaus|beifall|jubel|trug$|trägt$|bunt|fröhlich|strahl(?:t|te|end)|handsigniert|blumen",
    "evaluation": r"wichtig(?:e[rnms]?)?$|schön|gut$|schlecht|symbol|freundschaft|historisch|seismisch|großartig|bedeutend|erfreulich|skandal|peinlich|beeindruck|glücklich|begierig|stolz|hervorragend|enttäusch|gefährlich|großer$|interessant|erfolgreich|besorgt|sorge[n]?$|hoffnung|unmut|stark(?:e[rnms]?)?$",
    "vague": r"einige[nr]?$|kürzlich|vermutlich|wahrscheinlich|offenbar|manche|gewisse|irgend|längerfristig|langfristig|bald$|demnächst|taktisch|kaum$",
    "first_person": r"ich$|wir$|mich$|mir$|uns$|unser",
}
_COMPILED = {code: re.compile(rf"(?:\w*(?<=\w\w\w))?(?:{stems})") for code, stems in _STEMS.items()}

PHRASES = {
    "forecast": re.compile(r"\b(?:wird|werden|werde|würde|würden|will|wollen|wolle|plant|planen|geplant|soll|sollen|sollte|künftig|voraussichtlich|beabsichtig\w+)\b"),
    "no_detail": re.compile(r"\b(?:keine|keinerlei) (?:\w+ )?(?:Angaben|Auskunft|Stellungnahme|Details)|\bunklar\b|\bnicht bekannt\b|\b(?:blieb|ließ|ließen) (?:\w+ )?offen\b"),
    "completed": re.compile(r"\b(?:hat|haben|habe|hatte|hatten|ist|sind|war|waren|sei|seien|wurde|wurden|worden)\b(?=.*\b(?:ge\w+(?:t|en)|\w*ge\w{3,}(?:t|en)|(?:be|er|ver|ent|zer)\w{3,}(?:t|en)|\w+iert)\b)"),
    "casualties": re.compile(r"\bums Leben\b"),
    "accusation": re.compile(r"\bsoll(?:en)? .*\w+(?:t|en) (?:haben|sein)\b"),
    "extreme": re.compile(r"\bnoch nie\b|\bzum (?:ersten|letzten) Mal\b|\bseit \d+ Jahren\b|\bwie nie zuvor\b"),
    "condition": re.compile(r"(?:^|, )(?:[Ff]alls|[Ww]enn|[Ss]ofern)\b|^Sollte[n]?\b"),
}

_CUT = frozenset(
    "nachdem während zumal wobei obwohl obgleich wohingegen wogegen seitdem wo woraufhin wonach womit weshalb wodurch bevor "
    "als sodass".split()
)
_KEPT = frozenset(
    "weil da wenn falls sofern dass daß ob indem damit um ohne statt anstatt als-ob solange je bis sobald um darunter "
    "sondern außer sowie ehe denn inklusive was".split()
)
_RELATIVES = frozenset("der die das dem den deren dessen denen welche welcher welches welchem welchen".split())
_RANKS = frozenset(
    stem + ending
    for stem in ("erst", "einzig", "jüngst", "größt", "höchst", "ältest", "längst", "kleinst", "schwerst", "stärkst", "zweit")
    for ending in ("e", "er", "en", "es", "em")
)


@lru_cache(maxsize=32768)
def _verbal(word: str) -> Verbal:
    if word in _NEVER_FINITE:
        return Verbal.NONE
    forms = word_forms(word).forms
    if not forms & FINITE:
        if len(word) > 5 and word.endswith(("te", "ten")) and not forms:
            return Verbal.WEAK
        return Verbal.NONE
    return Verbal.WEAK if forms & (Form.INFINITIVE | Form.PARTICIPLE) else Verbal.STRONG


_AUXILIARIES = HAVE | BE | PASSIVE | MODALS
_NEVER_FINITE = (NO_SUBJUNCTIVE | ADVERBS | DETERMINERS | PREPOSITIONS | OBLIQUE_PRONOUNS) - _AUXILIARIES | frozenset(
    "laut seit seite seiten ersten letzten besten zweiten dritten bekannten verletzten weiten guten mitte heute leute "
    "konkreten geplanten alten erste achten halte heißen nächsten meisten leichte rechte rechten kosten paar fest los "
    "sogenannten ehemaligen gesamten militärischen gegen ungeachtet wegen binnen neben zwischen angaben".split()
)


@lru_cache(maxsize=8192)
def _is_report(word: str) -> bool:
    return word not in _AUXILIARIES and bool(word_forms(word).cues)


@lru_cache(maxsize=32768)
def _reasons(word: str) -> tuple[str, ...]:
    return tuple(code for code, pattern in _COMPILED.items() if pattern.match(word))


PACK = ClaimPack(
    verbal=_verbal,
    infinitive_marker=frozenset({"zu"}),
    coordinators=frozenset("und oder aber sondern doch".split()),
    cut=_CUT,
    kept=_KEPT,
    relatives=_RELATIVES,
    frames=frozenset({"wie"}),
    auxiliaries=_AUXILIARIES,
    is_report=_is_report,
    ranks=_RANKS,
    prepositions=PREPOSITIONS,
    reasons=_reasons,
    phrases=PHRASES,
    no_claim=re.compile(
        r"\b(?:muss|müsse|müssen|müsste|müssten|sollten?(?= wir\b)|darf nicht|dürfen nicht|dürfe nicht|dürften nicht|möge|mögen wir|soll(?:e|en)? (?:sofort|endlich|unverzüglich)|"
        r"fordert|forderte|forderten|verlangt|verlangte|bitte|bittet|hoffe|hofft|hoffen|wünsche|wünscht|wünschen)\b"
    ),
    furniture=re.compile(
        r"(?:(?:Ausgegeben am|Stand|Aktualisiert|Veröffentlicht|Foto|Bild|Quelle|Von|source|date|Tags?|Lesezeit)\b[^.]{0,60}$|\(\w{2,5}\)$|\d+ Minuten(?: Lesezeit)?$|Leave a Reply)"
    ),
)
