"""English units of measure: every surface, what it measures, and the unit the value is told in."""

from __future__ import annotations

from extraction.candidates import FigureKind
from extraction.figures.model import Unit
from extraction.figures.units import UnitTable, surfaces
from extraction.lang.en.currencies import MONEY

K = FigureKind

_TIME = {
    "millisecond, milliseconds, ms, msec": Unit("ms", K.DURATION),
    "second, seconds, sec, secs, sec., s": Unit("s", K.DURATION, name="second"),
    "minute, minutes, min, mins, min.": Unit("min", K.DURATION, name="minute"),
    "hour, hours, hr, hrs, hr., h": Unit("h", K.DURATION, name="hour"),
    "day, days, business days, working days": Unit("day", K.DURATION, name="day"),
    "week, weeks, wk, wks": Unit("week", K.DURATION, name="week"),
    "fortnight, fortnights": Unit("week", K.DURATION, 2),
    "month, months": Unit("month", K.DURATION, name="month"),
    "year, years, yr, yrs, yr.": Unit("year", K.DURATION, name="year"),
    "decade, decades": Unit("decade", K.DURATION, name="decade"),
    "century, centuries": Unit("century", K.DURATION, name="century"),
    "millennium, millennia": Unit("year", K.DURATION, 1000),
    "light years, light-years, light year, light-year": Unit("ly", K.DISTANCE),
}
_LENGTH = {
    "kilometre, kilometres, kilometer, kilometers, km, kms, KM": Unit("km", K.DISTANCE),
    "metre, metres, meter, meters, m": Unit("m", K.DISTANCE, name="metre"),
    "centimetre, centimetres, centimeter, centimeters, cm": Unit("cm", K.DISTANCE),
    "millimetre, millimetres, millimeter, millimeters, mm": Unit("mm", K.DISTANCE),
    "micrometre, micrometres, micrometer, micrometers, microns, µm": Unit("um", K.DISTANCE),
    "nanometre, nanometres, nanometer, nanometers, nm": Unit("nm", K.DISTANCE),
    "mile, miles, mi": Unit("mi", K.DISTANCE), "nautical mile, nautical miles": Unit("nmi", K.DISTANCE),
    "foot, feet, ft, ft.": Unit("ft", K.DISTANCE, name="foot"),
    "inch, inches, in.": Unit("in", K.DISTANCE, name="inch"),
    "yard, yards, yd, yds": Unit("yd", K.DISTANCE),
}  # fmt: skip
_AREA_VOLUME = {
    "square kilometre, square kilometres, square kilometer, square kilometers, sq km, km², km2, km^2":
        Unit("km2", K.AREA),
    "square metre, square metres, square meter, square meters, sq m, m², m2, m^2": Unit("m2", K.AREA),
    "square centimetre, square centimetres, square centimeter, square centimeters, sq cm, cm²":
        Unit("m2", K.AREA, 1e-4),
    "square inch, square inches, sq in": Unit("m2", K.AREA, 0.00064516),
    "square yard, square yards, sq yd": Unit("m2", K.AREA, 0.83612736),
    "square mile, square miles, sq miles, sq mi": Unit("mi2", K.AREA),
    "square foot, square feet, sq ft": Unit("ft2", K.AREA),
    "hectare, hectares, ha": Unit("ha", K.AREA), "acre, acres": Unit("acre", K.AREA),
    "litre, litres, liter, liters, l, L": Unit("l", K.VOLUME),
    "millilitre, millilitres, milliliter, milliliters, ml, mL": Unit("ml", K.VOLUME),
    "hectolitre, hectolitres, hectoliters": Unit("hl", K.VOLUME),
    "cubic metre, cubic metres, cubic meter, cubic meters, m³, m3, m^3": Unit("m3", K.VOLUME),
    "cubic centimetre, cubic centimetres, cubic centimeter, cubic centimeters, cc, cm³": Unit("ml", K.VOLUME),
    "cubic inch, cubic inches, cu in": Unit("ml", K.VOLUME, 16.387064),
    "quart, quarts": Unit("quart", K.VOLUME), "fluid ounce, fluid ounces, fl oz": Unit("floz", K.VOLUME),
    "cubic foot, cubic feet, cu ft": Unit("ft3", K.VOLUME), "barrel, barrels, bbl": Unit("bbl", K.VOLUME),
    "gallon, gallons, gal": Unit("gal", K.VOLUME), "pint, pints": Unit("pint", K.VOLUME),
    "teaspoon, teaspoons, tsp": Unit("tsp", K.VOLUME), "tablespoon, tablespoons, tbsp": Unit("tbsp", K.VOLUME),
    "cup, cups": Unit("cup", K.VOLUME, name="cup"),
}  # fmt: skip
_MASS = {
    "kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos, kg, kgs, KG": Unit("kg", K.MASS),
    "gram, grams, gramme, grammes, g": Unit("g", K.MASS),
    "milligram, milligrams, mg": Unit("mg", K.MASS),
    "microgram, micrograms, µg": Unit("ug", K.MASS),
    "tonne, tonnes, metric ton, metric tons, ton, tons, t": Unit("t", K.MASS),
    "pound, pounds, lb, lbs, lb., lbs.": Unit("lb", K.MASS, name="pound"),
    "ounce, ounces, oz": Unit("oz", K.MASS),
    "stone": Unit("stone", K.MASS, name="stone"),
}
_PHYSICS = {
    "degrees Celsius, degree Celsius, degrees C, °C, ° C, degrees centigrade, deg C": Unit("degC", K.TEMPERATURE),
    "degrees Fahrenheit, degree Fahrenheit, degrees F, °F, ° F, deg F": Unit("degF", K.TEMPERATURE),
    "degrees Kelvin, kelvin": Unit("K", K.TEMPERATURE),
    "degrees, degree, °": Unit("degC", K.TEMPERATURE, name="degree"),
    "degrees below zero": Unit("degC", K.TEMPERATURE, -1),
    "kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour, km/h, kmh, kph, kmph":
        Unit("km/h", K.SPEED),
    "miles per hour, miles an hour, mph": Unit("mph", K.SPEED),
    "metres per second, meters per second, metres a second, m/s": Unit("m/s", K.SPEED),
    "knots, knot": Unit("kn", K.SPEED, name="knot"),
    "watt, watts, W": Unit("W", K.POWER), "kilowatt, kilowatts, kW": Unit("kW", K.POWER),
    "megawatt, megawatts, MW": Unit("MW", K.POWER), "gigawatt, gigawatts, GW": Unit("GW", K.POWER),
    "horsepower, hp, bhp": Unit("hp", K.POWER),
    "kilowatt-hour, kilowatt-hours, kilowatt hours, kilowatt hour, kWh": Unit("kWh", K.ENERGY),
    "megawatt-hours, megawatt hours, MWh": Unit("MWh", K.ENERGY),
    "gigawatt-hours, gigawatt hours, GWh": Unit("GWh", K.ENERGY),
    "terawatt-hours, terawatt hours, TWh": Unit("TWh", K.ENERGY),
    "joule, joules": Unit("J", K.ENERGY), "kilojoules, kJ": Unit("kJ", K.ENERGY),
    "calories": Unit("cal", K.ENERGY), "kcal": Unit("kcal", K.ENERGY),
    "hertz, Hz": Unit("Hz", K.NUMBER), "kilohertz, kHz": Unit("kHz", K.NUMBER), "megahertz, MHz": Unit("MHz", K.NUMBER),
    "gigahertz, GHz": Unit("GHz", K.NUMBER), "volts, volt": Unit("V", K.NUMBER), "decibels": Unit("dB", K.NUMBER),
    "bits": Unit("bit", K.NUMBER), "bytes": Unit("B", K.NUMBER), "kilobytes, KB, kB": Unit("KB", K.NUMBER),
    "megabytes, MB": Unit("MB", K.NUMBER), "gigabytes, GB": Unit("GB", K.NUMBER), "terabytes, TB": Unit("TB", K.NUMBER),
    "megabits per second, Mbps": Unit("Mbit/s", K.NUMBER), "gigabits per second, Gbps": Unit("Gbit/s", K.NUMBER),
}  # fmt: skip
_SHARES = {
    "percent, percents, per cent, %, pct, per-cent": Unit("%", K.PERCENT),
    "percentage point, percentage points, points of percentage, ppt, pp": Unit("pp", K.PERCENT),
    "basis point, basis points, bp, bps": Unit("bp", K.PERCENT),
    "per mille, ‰": Unit("‰", K.RATIO),
    "points, point, pts": Unit("point", K.COUNT, name="point"),
    "times, time": Unit("occurrence", K.COUNT, name="times"),
}
UNITS = UnitTable(
    row for table in (_TIME, _LENGTH, _AREA_VOLUME, _MASS, _PHYSICS, _SHARES, MONEY) for row in surfaces(table)
)
# Units that a bare "a" may count ("a year"); after an article the others are common words.
SINGULAR_UNITS = frozenset({
    "s", "min", "h", "day", "week", "month", "year", "decade", "century", "km", "cm", "mm", "m", "mi", "kg", "g", "t",
    "l", "ha", "acre", "m2", "km2", "m3", "%", "pp", "bp", "USD", "EUR", "GBP", "kWh", "MW", "GW",
})  # fmt: skip
