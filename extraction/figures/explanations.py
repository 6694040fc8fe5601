"""Every rule of the figures layer in plain words: code → {"de", "en"}."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS = {
    "age": ("Altersangabe", "an age"),
    "age_about": ("ungefähre Altersangabe", "an approximate age"),
    "angle": ("Winkel in Grad", "an angle in degrees"),
    "area": ("Zahl mit Flächenmaß", "a number with a unit of area"),
    "bound_bound": ("Zahl und Maß in einem Wort", "number and measure in one word"),
    "bound_fold": ("Vervielfachung in einem Wort", "a multiple in one word"),
    "bound_times": ("Häufigkeit", "how many times"),
    "clock": ("Uhrzeit", "a time of day"),
    "clock_range": ("Zeitspanne zwischen zwei Uhrzeiten", "a span between two times of day"),
    "count": ("Anzahl", "a count"),
    "count_one": ("„ein“ als Zahl", "“one” as a number"),
    "date": ("Datum", "a date"),
    "date_range": ("Zeitraum zwischen zwei Daten", "a period between two dates"),
    "digits_of": ("Zahl der Stellen", "the number of digits"),
    "distance": ("Zahl mit Längenmaß", "a number with a unit of length"),
    "duration": ("Zahl mit Zeitmaß", "a number with a unit of time"),
    "energy": ("Zahl mit Energiemaß", "a number with a unit of energy"),
    "every_nth": ("Anteil („jeder Dritte“)", "a share (“every third”)"),
    "fraction": ("Bruchteil", "a fraction"),
    "mass": ("Zahl mit Gewichtsmaß", "a number with a unit of mass"),
    "money": ("Geldbetrag", "an amount of money"),
    "number": ("Zahl", "a number"),
    "open_plural": ("unbestimmte Menge mit Größenordnung", "an open quantity of known size"),
    "ordinal": ("Rang oder Reihenfolge", "a rank or place in an order"),
    "percent": ("Anteil in Prozent", "a share in per cent"),
    "power": ("Zahl mit Leistungsmaß", "a number with a unit of power"),
    "range": ("Spanne zwischen zwei Zahlen", "a range between two numbers"),
    "rank": ("Rang oder Platz", "a rank or place"),
    "ratio": ("Verhältnis", "a ratio"),
    "score": ("Spielstand oder Ergebnis", "a score or result"),
    "speed": ("Geschwindigkeit", "a speed"),
    "temperature": ("Temperatur", "a temperature"),
    "volume": ("Zahl mit Raummaß", "a number with a unit of volume"),
    "year": ("Jahreszahl", "a year"),
}

EXPLANATIONS: Mapping[str, Mapping[str, str]] = {
    f"figure_{code}": {"de": german, "en": english} for code, (german, english) in _WORDS.items()
}
