"""German second looks: years that are an age, pounds that are a weight, degrees that are an angle."""

from __future__ import annotations

import re

from extraction.candidates import Approximation, FigureKind
from extraction.figures.model import Found

K = FigureKind
_OLD = re.compile(r"[ \u00a0](?:alt(?:e[nrsm]?)?|jung(?:e[nrsm]?)?)(?!\w)")
_SHARED_OLD = re.compile(
    r"(?:, \d+)* (?:und|oder|beziehungsweise|bzw\.) \d+ (?:Jahre|Monate) alt"
)  # "17 und 19 Jahre alt"
_OLDER = re.compile(r" (?:oder|und) (?:älter|jünger)\b")
_AGE_BEFORE = re.compile(
    r"(?:[Aa]lters? (?:von|zwischen|ab)|(?:älter|jünger) als|[Aa]b|[Mm]it|(?:Kinder|Jugendliche|Menschen|Frauen|Männer|"
    r"Personen|Jungen|Mädchen|Erwachsene|Senioren|Patienten|Beschäftigte|Leute)n? (?:unter|über|ab|bis|zwischen|von)"
                         r"|(?:Lebens)?alter von)(?: (?:rund|etwa|nur|gerade|knapp|über|fast|erst|"
                             r"gut))? (?:\d+(?:,| und| oder) )*$")  # fmt: skip
_SENTENCE_AFTER = re.compile(
    r"[ ](?:[a-zäöüß]+er )?(?:Haft|Gefängnis|Freiheits|Jugendstrafe|Berufserfahrung|Erfahrung|"
    r"Laufzeit|Garantie|Verspätung|Bewährung|Verzögerung|Abstand)"
)
_HUNDREDS_OF = re.compile(r"(?:hundert|tausend) (?:Million|Milliard|Tausend|tausend)", re.IGNORECASE)
_ROUND_VALUES = frozenset((12, 100, 1000, 10**6, 10**9, 10**12))
_VAGUE = re.compile(r"(?:mehrere[rn]?|einige[rn]?|paar|etliche[rn]?|viele[rn]?|wenige[rn]?) $", re.IGNORECASE)
_FOOD = re.compile(
    r"[ ](?:[a-zäöüß]+es )?(?:Fleisch|Butter|Mehl|Zucker|Kartoffeln|Hackfleisch|Kaffee|Äpfel|Fisch|"
    r"Brot|Obst|Gemüse|Spargel|Erdbeeren|Kirschen|Käse|Reis|Salz|Tomaten|Wurst|Benzin|Treibstoff|Sprengstoff|Dynamit|TNT|Kokain|Heroin|Marihuana|Haschisch|Eis\b|Holz|Kohle|"
    r"Heu|Wolle|Honig|Nüsse|Bohnen|Birnen|Pflaumen|Trauben|Schokolade|Müll|Fett|Speck|schwer\b|leichter\b|"
    r"abgenommen|zugenommen|Gewicht)",
    re.IGNORECASE,
)
_TIMES_BEHIND = re.compile(r" (?:Male?|mal)(?!\w)")
_ANGLE = re.compile(
    r"[ ](?:[Ww]inkel|Drehung|nördlich|südlich|östlich|westlich|Nord|Süd|Ost|West|Neigung|Steigung|"
    r"Schräglage|Kurve|gedreht|geneigt|nach (?:rechts|links|oben))"
)
_ANGLE_BEFORE = re.compile(r"(?:[Ww]inkel|Drehung|Neigung|Schräglage|Breitengrad|Längengrad)\w* (?:von|um) $")


def refine(text: str, found: Found) -> Found:
    """`found` as its surroundings make it."""
    if (
        found.kind is K.DURATION
        and found.unit in ("year", "month", "week", "day")
        and found.rule not in ("age", "bound_bound")
    ):
        return _age(text, found)
    if (
        found.kind is K.COUNT
        and "lter von " in text[max(0, found.start - 24) : found.start]
        and _is_age_alone(text, found)
    ):
        return found._replace(kind=K.AGE, unit="year", rule="age", carrier="")
    if found.kind is K.DATE and text.endswith("ern", found.start, found.end):
        return _in_ones_forties(text, found)
    times = _TIMES_BEHIND.match(text, found.end) if found.kind is K.COUNT and found.unit is None else None
    if times is not None:  # "2,5 Millionen Mal", "Hunderte Male"
        return found._replace(end=times.end(), unit="occurrence", rule="bound_times", carrier="verb")
    if isinstance(found.value, int) and _is_vague_round(text, found):
        return found._replace(value=None, min=2 * found.value, approx=Approximation.VAGUE)
    if found.unit == "GBP" and _FOOD.match(text, found.end) and text[found.end - 5 : found.end].lower() == "pfund":
        return found._replace(kind=K.MASS, unit="pfund", rule="mass")
    is_bare_degree = found.unit == "degC" and text[found.end - 1 : found.end] in "d°"
    if is_bare_degree and _is_angle(text, found):
        return found._replace(kind=K.NUMBER, unit="deg", rule="angle")
    return found


_PERSON_IN = re.compile(
    r"(?:\b(?:Mann|Männer|Frau|Frauen|Mensch|Menschen|Täter|Person|Personen|Paar|Patient|Patientin|Patienten) in den|"
    r"\b[Ii]n (?:seinen|ihren|meinen|unseren)) (?:frühen |späten )?$"
)


def _in_ones_forties(text: str, found: Found) -> Found:
    """ "eine Frau in den Vierzigern", "in seinen Zwanzigern" are ages and no decades."""
    decade = str(found.value)[2:3]
    if not decade.isdigit() or not _PERSON_IN.search(text, max(0, found.start - 36), found.start):
        return found
    low = 10 * int(decade)
    return found._replace(
        kind=K.AGE, value=None, min=low, max=low + 9, unit="year", rule="age_about", approx=Approximation.ABOUT
    )


_OF_AGE = re.compile(r"\b(?:[Ll]ebens)?[Aa]lter von (?:nur |gerade (?:mal |einmal )?|erst |etwa |rund |knapp )?$")


def _is_age_alone(text: str, found: Found) -> bool:
    """ "im Alter von drei": the years are left out."""
    if found.unit is not None or not isinstance(found.value, int):
        return False
    is_told = _OF_AGE.search(text, max(0, found.start - 40), found.start) is not None
    return is_told and found.value < 125 and not text[found.end : found.end + 2].strip().isalpha()


def _is_vague_round(text: str, found: Found) -> bool:
    """ "mehrere tausend Euro": a round number word that only names the magnitude."""
    is_round = found.value in _ROUND_VALUES or _HUNDREDS_OF.match(text, found.start) is not None
    if not is_round or found.kind is K.DATE or not text[found.start].isalpha():
        return False
    return _VAGUE.search(text, max(0, found.start - 12), found.start) is not None


def _is_angle(text: str, found: Found) -> bool:
    if _ANGLE.match(text, found.end):
        return True
    return _ANGLE_BEFORE.search(text, max(0, found.start - 24), found.start) is not None


def _age(text: str, found: Found) -> Found:
    old = _OLD.match(text, found.end)
    if old is not None:
        return found._replace(end=old.end(), kind=K.AGE, rule="age", carrier="")
    if _SHARED_OLD.match(text, found.end):
        return found._replace(kind=K.AGE, rule="age", carrier="")
    if found.unit in ("week", "day"):
        return found
    if _OLDER.match(text, found.end):
        return found._replace(kind=K.AGE, rule="age", carrier="")
    before = _AGE_BEFORE.search(text, max(0, found.start - 48), found.start)
    if before is None or (before.group().lower().startswith("mit") and _SENTENCE_AFTER.match(text, found.end)):
        return found
    if before.group().lower().startswith(("mit", "ab")) and text[found.end - 2 : found.end] != "en":
        return found
    return found._replace(kind=K.AGE, rule="age", carrier="")
