"""Units of figures in words, in German and English: how a card says the code that is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

# Code → of one and of several, German and English. A code that is missing is its own word: km, EUR, %.
_WORDS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "s": ("Sekunde", "Sekunden", "second", "seconds"),
    "ms": ("Millisekunde", "Millisekunden", "millisecond", "milliseconds"),
    "min": ("Minute", "Minuten", "minute", "minutes"),
    "h": ("Stunde", "Stunden", "hour", "hours"),
    "day": ("Tag", "Tage", "day", "days"),
    "week": ("Woche", "Wochen", "week", "weeks"),
    "month": ("Monat", "Monate", "month", "months"),
    "quarter": ("Quartal", "Quartale", "quarter", "quarters"),
    "year": ("Jahr", "Jahre", "year", "years"),
    "decade": ("Jahrzehnt", "Jahrzehnte", "decade", "decades"),
    "century": ("Jahrhundert", "Jahrhunderte", "century", "centuries"),
    "pp": ("Prozentpunkt", "Prozentpunkte", "percentage point", "percentage points"),
    "bp": ("Basispunkt", "Basispunkte", "basis point", "basis points"),
    "x": ("-fach", "-fach", "times", "times"),
    "occurrence": ("Mal", "Mal", "time", "times"),
    "point": ("Punkt", "Punkte", "point", "points"),
    "deg": ("Grad", "Grad", "degree", "degrees"),
    "degC": ("°C", "°C", "°C", "°C"),
    "degF": ("°F", "°F", "°F", "°F"),
    "um": ("µm", "µm", "µm", "µm"),
    "ug": ("µg", "µg", "µg", "µg"),
    "m2": ("m²", "m²", "m²", "m²"),
    "km2": ("km²", "km²", "km²", "km²"),
    "m3": ("m³", "m³", "m³", "m³"),
    "ft2": ("Quadratfuß", "Quadratfuß", "square foot", "square feet"),
    "ft3": ("Kubikfuß", "Kubikfuß", "cubic foot", "cubic feet"),
    "mi2": ("Quadratmeile", "Quadratmeilen", "square mile", "square miles"),
    "acre": ("Acre", "Acres", "acre", "acres"),
    "mi": ("Meile", "Meilen", "mile", "miles"),
    "nmi": ("Seemeile", "Seemeilen", "nautical mile", "nautical miles"),
    "ft": ("Fuß", "Fuß", "foot", "feet"),
    "in": ("Zoll", "Zoll", "inch", "inches"),
    "yd": ("Yard", "Yards", "yard", "yards"),
    "ly": ("Lichtjahr", "Lichtjahre", "light year", "light years"),
    "kn": ("Knoten", "Knoten", "knot", "knots"),
    "pfund": ("Pfund (500 g)", "Pfund (500 g)", "German pound (500 g)", "German pounds (500 g)"),
    "zentner": ("Zentner", "Zentner", "hundredweight", "hundredweight"),
    "oz": ("Unze", "Unzen", "ounce", "ounces"),
    "karat": ("Karat", "Karat", "carat", "carats"),
    "bbl": ("Barrel", "Barrel", "barrel", "barrels"),
    "gal": ("Gallone", "Gallonen", "gallon", "gallons"),
    "cup": ("Tasse", "Tassen", "cup", "cups"),
    "tbsp": ("Esslöffel", "Esslöffel", "tablespoon", "tablespoons"),
    "tsp": ("Teelöffel", "Teelöffel", "teaspoon", "teaspoons"),
}


def unit_words(language: Literal["de", "en"]) -> dict[str, tuple[str, str]]:
    """Every unit that has words: of one and of several."""
    first = 0 if language == "de" else 2
    return {code: (words[first], words[first + 1]) for code, words in _WORDS.items()}


def unit_in_words(code: str, language: Literal["de", "en"], *, is_one: bool) -> str:
    words = _WORDS.get(code)
    if words is None:
        return code
    return words[(0 if language == "de" else 2) + (not is_one)]
