"""Generated sentences: every unit with every form of number, every form of date."""

from __future__ import annotations

import datetime
import itertools

import pytest

from extraction import FigureCandidate, FigureKind, figures
from extraction.document import Document

NUMBERS = {
    "5": 5, "12": 12, "1.250": 1250, "2,5": 2.5, "3 1/2": 3.5, "4½": 4.5, "1'000": 1000, "10 000": 10_000, "sieben": 7,
    "einundzwanzig": 21, "anderthalb": 1.5, "dreieinhalb": 3.5, "zweihundert": 200, "3 Millionen": 3_000_000,
    "1,5 Mio.": 1_500_000, "zwei Milliarden": 2_000_000_000, "zwei Komma drei": 2.3, "zwei Dutzend": 24,
}  # fmt: skip
UNITS = {
    "Euro": ("EUR", "money"), "€": ("EUR", "money"), "US-Dollar": ("USD", "money"), "Franken": ("CHF", "money"),
    "Prozent": ("%", "percent"), "%": ("%", "percent"), "Prozentpunkte": ("pp", "percent"),
    "Basispunkte": ("bp", "percent"),
    "Sekunden": ("s", "duration"), "Minuten": ("min", "duration"), "Stunden": ("h", "duration"),
    "Tage": ("day", "duration"),
    "Wochen": ("week", "duration"), "Monate": ("month", "duration"), "Jahre": ("year", "duration"),
    "Kilometer": ("km", "distance"), "km": ("km", "distance"), "Meter": ("m", "distance"),
    "Zentimeter": ("cm", "distance"),
    "Millimeter": ("mm", "distance"), "Meilen": ("mi", "distance"), "Hektar": ("ha", "area"), "m²": ("m2", "area"),
    "Quadratkilometer": ("km2", "area"), "Liter": ("l", "volume"), "Hektoliter": ("hl", "volume"),
    "Kubikmeter": ("m3", "volume"), "Kilogramm": ("kg", "mass"), "Gramm": ("g", "mass"), "Tonnen": ("t", "mass"),
    "km/h": ("km/h", "speed"), "Stundenkilometer": ("km/h", "speed"), "Grad Celsius": ("degC", "temperature"),
    "°C": ("degC", "temperature"), "Watt": ("W", "power"), "Megawatt": ("MW", "power"), "PS": ("PS", "power"),
    "Kilowattstunden": ("kWh", "energy"), "TWh": ("TWh", "energy"),
}  # fmt: skip


def only(text: str, lang: str = "de") -> FigureCandidate:
    found = figures.extract(Document(text, lang), tick=lambda: None)
    assert len(found) == 1, (text, [figure.text for figure in found])
    return found[0]


@pytest.mark.parametrize(("words", "unit"), list(itertools.product(NUMBERS, UNITS)))
def test_reads_every_unit_with_every_form_of_number(words: str, unit: str) -> None:
    figure = only(f"Es waren genau {words} {unit}, hieß es.")
    code, kind = UNITS[unit]
    assert (figure.text, figure.unit, figure.kind.value) == (f"{words} {unit}", code, kind)
    assert figure.value == pytest.approx(NUMBERS[words])


MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@pytest.mark.parametrize("day", [datetime.date(2021, month, day) for month in range(1, 13) for day in (1, 9, 28)])
def test_reads_every_form_of_a_day(day: datetime.date) -> None:
    month = MONTHS[day.month - 1]
    for written in (
        f"{day.day}. {month} {day.year}", f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}", f"{day:%d.%m.%y}",
        f"{day:%Y-%m-%d}", f"{day:%d}. {month} {day.year}",
    ):  # fmt: skip
        figure = only(f"Am {written} tagte der Rat.")
        assert (figure.text, figure.value, figure.kind) == (written, day.isoformat(), FigureKind.DATE)
    assert only(f"Am {day.day}. {month} tagte der Rat.").value == f"XXXX-{day:%m-%d}"


@pytest.mark.parametrize("day", [datetime.date(2021, month, day) for month in range(1, 13) for day in (1, 14, 28)])
def test_reads_every_form_of_an_english_day(day: datetime.date) -> None:
    month = ENGLISH[day.month - 1]
    for written in (
        f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{day:%Y-%m-%d}",
        f"{day.month}/{day.day}/{day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
    ):  # fmt: skip
        figure = only(f"The council met on {written} in the old hall.", "en")
        assert (figure.text, figure.value) == (written, day.isoformat())


@pytest.mark.parametrize(("hour", "minute"), [(h, m) for h in range(24) for m in (0, 5, 30, 59)])
def test_reads_every_hour(hour: int, minute: int) -> None:
    value = f"T{hour:02d}:{minute:02d}"
    for written in (f"{hour}.{minute:02d} Uhr", f"{hour:02d}:{minute:02d} Uhr", f"{hour}:{minute:02d} Uhr"):
        figure = only(f"Um {written} fiel der Strom aus.")
        assert (figure.text, figure.value, figure.kind) == (written, value, FigureKind.TIME)


@pytest.mark.parametrize("weekday", range(1, 8))
def test_reads_every_weekday(weekday: int) -> None:
    name = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"][weekday - 1]
    assert only(f"Am {name} tagte der Rat.").value == f"XXXX-WXX-{weekday}"
    assert only(f"Am {name}abend tagte der Rat.").value == f"XXXX-WXX-{weekday}TEV"
    assert only(f"Am {name}, 17 Uhr, tagte der Rat.").value == f"XXXX-WXX-{weekday}T17:00"
