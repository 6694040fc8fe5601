"""German units of measure: every surface, what it measures, and the unit the value is told in."""

from __future__ import annotations

from extraction.candidates import FigureKind
from extraction.figures.model import Unit
from extraction.figures.units import UnitTable, surfaces
from extraction.lang.de.currencies import MONEY

K = FigureKind

_TIME = {
    "Sekunde, Sekunden, Sek., Sek, sek, sec, s": Unit("s", K.DURATION, name="second"),
    "Millisekunde, Millisekunden, ms": Unit("ms", K.DURATION),
    "Zehntelsekunde, Zehntelsekunden": Unit("s", K.DURATION, 0.1),
    "Hundertstelsekunde, Hundertstelsekunden": Unit("s", K.DURATION, 0.01),
    "Tausendstelsekunde, Tausendstelsekunden": Unit("s", K.DURATION, 0.001),
    "Minute, Minuten, Min., Min, min": Unit("min", K.DURATION, name="minute"),
    "Viertelstunde, Viertelstunden": Unit("min", K.DURATION, 15),
    "Dreiviertelstunde, Dreiviertelstunden": Unit("min", K.DURATION, 45),
    "Stunde, Stunden, Std., Std, h": Unit("h", K.DURATION, name="hour"),
    "Tag, Tage, Tagen, Tages, Kalendertage, Kalendertagen, Werktage, Werktagen, Arbeitstage, Arbeitstagen":
        Unit("day", K.DURATION, name="day"),
    "Woche, Wochen, Kalenderwochen": Unit("week", K.DURATION, name="week"),
    "Monat, Monate, Monaten, Monats, Mon.": Unit("month", K.DURATION, name="month"),
    "Quartal, Quartale, Quartalen": Unit("quarter", K.DURATION),
    "Vierteljahr, Vierteljahre, Vierteljahren": Unit("month", K.DURATION, 3),
    "Halbjahr, Halbjahre, Halbjahren": Unit("month", K.DURATION, 6),
    "Dreivierteljahr, Dreivierteljahre, Dreivierteljahren": Unit("month", K.DURATION, 9),
    "Vierteljahrhundert, Vierteljahrhunderts": Unit("year", K.DURATION, 25),
    "Jahr, Jahre, Jahren, Jahres, Jahrs": Unit("year", K.DURATION, name="year"),
    "Lebensjahre, Lebensjahren": Unit(None, K.COUNT, name="no unit"),
    "Jahrzehnt, Jahrzehnte, Jahrzehnten, Jahrzehnts, Dekade, Dekaden": Unit("decade", K.DURATION, name="decade"),
    "Jahrhundert, Jahrhunderte, Jahrhunderten, Jahrhunderts": Unit("century", K.DURATION, name="century"),
    "Jahrtausend, Jahrtausende, Jahrtausenden": Unit("year", K.DURATION, 1000, name="millennium"),
}  # fmt: skip
_LENGTH = {
    "Kilometer, Kilometern, Kilometers, km, KM, Km, Straßenkilometer, Straßenkilometern, Luftlinienkilometer":
        Unit("km", K.DISTANCE),
    "Meter, Metern, Meters, m, mtr, Höhenmeter, Höhenmetern": Unit("m", K.DISTANCE, name="metre"),
    "Dezimeter, Dezimetern, dm": Unit("dm", K.DISTANCE),
    "Zentimeter, Zentimetern, Zentimeters, cm, CM": Unit("cm", K.DISTANCE),
    "Millimeter, Millimetern, Millimeters, mm": Unit("mm", K.DISTANCE),
    "Mikrometer, Mikrometern, µm, μm": Unit("um", K.DISTANCE),
    "Nanometer, Nanometern, nm": Unit("nm", K.DISTANCE),
    "Pikometer, Pikometern": Unit("nm", K.DISTANCE, 0.001),
    "Parsec": Unit("ly", K.DISTANCE, 3.2616), "Astronomische Einheiten, astronomische Einheiten":
        Unit("km", K.DISTANCE, 149_597_870.7),
    "Meile, Meilen": Unit("mi", K.DISTANCE),
    "Seemeile, Seemeilen, sm, nautische Meilen": Unit("nmi", K.DISTANCE),
    "Fuß": Unit("ft", K.DISTANCE, name="foot"), "Zoll": Unit("in", K.DISTANCE, name="inch"),
    "Yard, Yards": Unit("yd", K.DISTANCE),
    "Lichtjahr, Lichtjahre, Lichtjahren": Unit("ly", K.DISTANCE),
}  # fmt: skip
_AREA_VOLUME = {
    "Quadratkilometer, Quadratkilometern, Quadratkilometers, km², km2, km^2, qkm, Km²": Unit("km2", K.AREA),
    "Quadratmeter, Quadratmetern, Quadratmeters, m², m2, m^2, qm": Unit("m2", K.AREA),
    "Quadratzentimeter, Quadratzentimetern, cm², cm2, cm^2": Unit("m2", K.AREA, 1e-4),
    "Quadratmillimeter, Quadratmillimetern, mm², mm2, mm^2": Unit("m2", K.AREA, 1e-6),
    "Quadratdezimeter, Quadratdezimetern, dm², dm2": Unit("m2", K.AREA, 0.01),
    "Quadratzoll": Unit("m2", K.AREA, 0.00064516), "Quadratyard, Quadratyards": Unit("m2", K.AREA, 0.83612736),
    "Quadratmeile, Quadratmeilen": Unit("mi2", K.AREA), "Quadratfuß": Unit("ft2", K.AREA),
    "Hektar, Hektare, Hektaren, Hektars, ha": Unit("ha", K.AREA),
    "Acre, Acres, Morgen Land": Unit("acre", K.AREA), "Ar": Unit("m2", K.AREA, 100, name="are"),
    "Liter, Litern, Liters, l, L, Ltr.": Unit("l", K.VOLUME, name="litre"),
    "Milliliter, Millilitern, ml, mL, ML": Unit("ml", K.VOLUME),
    "Zentiliter, Zentilitern, cl": Unit("cl", K.VOLUME),
    "Deziliter, Dezilitern, dl": Unit("l", K.VOLUME, 0.1),
    "Hektoliter, Hektolitern, hl": Unit("hl", K.VOLUME),
    "Kubikmeter, Kubikmetern, Kubikmeters, m³, m3, m^3, cbm, Festmeter, Festmetern": Unit("m3", K.VOLUME),
    "Kubikkilometer, Kubikkilometern, km³": Unit("m3", K.VOLUME, 10**9),
    "Kubikzentimeter, Kubikzentimetern, cm³, cm3, cm^3, ccm": Unit("ml", K.VOLUME),
    "Kubikmillimeter, Kubikmillimetern, mm³, mm3": Unit("ml", K.VOLUME, 0.001),
    "Kubikdezimeter, Kubikdezimetern, dm³, dm3": Unit("l", K.VOLUME), "Kubikfuß": Unit("ft3", K.VOLUME),
    "Raummeter, Raummetern, Ster Holz": Unit("m3", K.VOLUME), "Pint, Pints": Unit("pint", K.VOLUME),
    "Barrel, Barrels, Fass Öl, Fass Rohöl": Unit("bbl", K.VOLUME), "Gallone, Gallonen": Unit("gal", K.VOLUME),
    "Teelöffel, TL": Unit("tsp", K.VOLUME), "Esslöffel, EL": Unit("tbsp", K.VOLUME),
    "Tasse, Tassen": Unit("cup", K.VOLUME, name="cup"),
}  # fmt: skip
_MASS = {
    "Kilogramm, Kilogramms, Kilo, Kilos, kg, KG, Kg": Unit("kg", K.MASS),
    "Gramm, Gramms, g": Unit("g", K.MASS),
    "Milligramm, Milligramms, mg": Unit("mg", K.MASS),
    "Mikrogramm, µg, μg": Unit("ug", K.MASS),
    "Tonne, Tonnen, t, to": Unit("t", K.MASS),
    "Kilotonne, Kilotonnen": Unit("t", K.MASS, 1000),
    "Megatonne, Megatonnen": Unit("t", K.MASS, 10**6),
    "Gigatonne, Gigatonnen": Unit("t", K.MASS, 10**9),
    "Zentner, Zentnern": Unit("zentner", K.MASS),
    "Doppelzentner, Doppelzentnern": Unit("kg", K.MASS, 100),
    "Unze, Unzen, Feinunze, Feinunzen": Unit("oz", K.MASS),
    "Karat": Unit("karat", K.NUMBER),
}
_PHYSICS = {
    "Grad Celsius, °C, ° C, ° Celsius, Grad C": Unit("degC", K.TEMPERATURE, name="celsius"),
    "Grad Fahrenheit, °F, ° F, ° Fahrenheit": Unit("degF", K.TEMPERATURE),
    "Grad Kelvin, Kelvin": Unit("K", K.TEMPERATURE),
    "Grad Plus, Plusgrade, Plusgraden": Unit("degC", K.TEMPERATURE),
    "Grad Minus, Grad unter Null, Grad Frost, Minusgrade, Minusgraden, Grad minus":
        Unit("degC", K.TEMPERATURE, -1),
    "Grad, °": Unit("degC", K.TEMPERATURE, name="degree"),
    "Kilometer pro Stunde, Kilometern pro Stunde, Kilometer in der Stunde, Kilometern in der Stunde, km/h, kmh,"
    " Stundenkilometer, Stundenkilometern, km/Std, Kilometer je Stunde, Kilometern je Stunde, Sachen":
        Unit("km/h", K.SPEED),
    "Meter pro Sekunde, Metern pro Sekunde, m/s": Unit("m/s", K.SPEED),
    "Kilometer pro Sekunde, Kilometern pro Sekunde, km/s": Unit("km/s", K.SPEED),
    "Meilen pro Stunde, Stundenmeilen, mph": Unit("mph", K.SPEED),
    "Knoten, kn": Unit("kn", K.SPEED, name="knot"),
    "Watt, W": Unit("W", K.POWER, name="watt"), "Kilowatt, kW": Unit("kW", K.POWER),
    "Megawatt, MW": Unit("MW", K.POWER), "Gigawatt, GW": Unit("GW", K.POWER), "Terawatt, TW": Unit("GW", K.POWER, 1000),
    "PS, Pferdestärken": Unit("PS", K.POWER),
    "Wattstunde, Wattstunden, Wh": Unit("kWh", K.ENERGY, 0.001),
    "Kilowattstunde, Kilowattstunden, kWh": Unit("kWh", K.ENERGY),
    "Megawattstunde, Megawattstunden, MWh": Unit("MWh", K.ENERGY),
    "Gigawattstunde, Gigawattstunden, GWh": Unit("GWh", K.ENERGY),
    "Terawattstunde, Terawattstunden, TWh": Unit("TWh", K.ENERGY),
    "Joule": Unit("J", K.ENERGY), "Kilojoule, kJ": Unit("kJ", K.ENERGY),
    "Megajoule, MJ": Unit("MJ", K.ENERGY), "Gigajoule, GJ": Unit("GJ", K.ENERGY),
    "Terajoule, TJ": Unit("TJ", K.ENERGY), "Petajoule, PJ": Unit("PJ", K.ENERGY), "Kalorien": Unit("cal", K.ENERGY),
    "Kilokalorien, kcal": Unit("kcal", K.ENERGY),
    "Hertz, Hz": Unit("Hz", K.NUMBER), "Kilohertz, kHz": Unit("kHz", K.NUMBER),
    "Megahertz, MHz": Unit("MHz", K.NUMBER), "Gigahertz, GHz": Unit("GHz", K.NUMBER),
    "Volt": Unit("V", K.NUMBER), "Kilovolt, kV": Unit("kV", K.NUMBER), "Ampere": Unit("A", K.NUMBER),
    "Milliampere, mA": Unit("mA", K.NUMBER), "Amperestunden, Ah": Unit("Ah", K.NUMBER),
    "Milliamperestunden, mAh": Unit("mAh", K.NUMBER), "Ohm": Unit("Ohm", K.NUMBER),
    "Newton": Unit("N", K.NUMBER), "Kilonewton, kN": Unit("kN", K.NUMBER), "Newtonmeter, Newtonmetern, Nm":
        Unit("Nm", K.NUMBER),
    "Pascal": Unit("Pa", K.NUMBER), "Kilopascal, kPa": Unit("kPa", K.NUMBER), "Megapascal, MPa": Unit("MPa", K.NUMBER),
    "Millibar, mbar": Unit("hPa", K.NUMBER), "psi": Unit("psi", K.NUMBER), "Atmosphären": Unit("atm", K.NUMBER),
    "Lux": Unit("lx", K.NUMBER), "Lumen": Unit("lm", K.NUMBER), "Candela": Unit("cd", K.NUMBER),
    "Sievert": Unit("mSv", K.NUMBER, 1000), "Millisievert, mSv": Unit("mSv", K.NUMBER),
    "Mikrosievert, µSv, μSv": Unit("mSv", K.NUMBER, 0.001),
    "Becquerel, Bq": Unit("Bq", K.NUMBER), "Kilobecquerel, kBq": Unit("Bq", K.NUMBER, 1000),
    "Megabecquerel, MBq": Unit("Bq", K.NUMBER, 10**6), "Elektronenvolt, eV": Unit("eV", K.NUMBER),
    "Mol": Unit("mol", K.NUMBER), "Dioptrien": Unit("dpt", K.NUMBER),
    "ppm, Teile pro Million": Unit("ppm", K.RATIO), "Umdrehungen pro Minute, U/min": Unit("rpm", K.NUMBER),
    "Terahertz, THz": Unit("THz", K.NUMBER),
    "Bar": Unit("bar", K.NUMBER), "Hektopascal, hPa": Unit("hPa", K.NUMBER), "Dezibel, dB": Unit("dB", K.NUMBER),
    "Bit, Bits": Unit("bit", K.NUMBER), "Byte, Bytes": Unit("B", K.NUMBER), "Kilobyte, KB, kB": Unit("KB", K.NUMBER),
    "Megabyte, MB": Unit("MB", K.NUMBER), "Gigabyte, GB": Unit("GB", K.NUMBER), "Terabyte, TB": Unit("TB", K.NUMBER),
    "Petabyte, PB": Unit("PB", K.NUMBER), "Exabyte, EB": Unit("EB", K.NUMBER),
    "Megabit, Mbit": Unit("Mbit", K.NUMBER), "Megabit pro Sekunde, Mbit/s": Unit("Mbit/s", K.NUMBER),
    "Gigabit pro Sekunde, Gbit/s": Unit("Gbit/s", K.NUMBER), "Megapixel": Unit("MP", K.NUMBER),
}  # fmt: skip
_SHARES = {
    "Prozent, Prozents, Prozente, Prozenten, %, v. H., v.H., vom Hundert, Proz.": Unit("%", K.PERCENT),
    "Prozentpunkt, Prozentpunkte, Prozentpunkten, Prozentpunktes, %-Punkte, %-Punkten": Unit("pp", K.PERCENT),
    "Basispunkt, Basispunkte, Basispunkten": Unit("bp", K.PERCENT),
    "Promille, ‰": Unit("‰", K.RATIO),
    "Punkt, Punkte, Punkten, Zähler, Zählern": Unit("point", K.COUNT, name="point"),
}
UNITS = UnitTable(
    row for table in (_TIME, _LENGTH, _AREA_VOLUME, _MASS, _PHYSICS, _SHARES, MONEY) for row in surfaces(table)
)

# Units that a bare "ein" may count ("ein Jahr", "einen Euro"); the others are common words after an article.
SINGULAR_UNITS = frozenset({
    "s", "min", "h", "day", "week", "month", "year", "decade", "century", "km", "cm", "mm", "m", "mi", "kg", "g", "t",
    "l", "ha", "m2", "km2", "m3", "%", "‰", "pp", "bp", "EUR", "USD", "CHF", "GBP", "kWh", "MW", "GW",
})  # fmt: skip
