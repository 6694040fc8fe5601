"""The geometry of line charts: numbers in, coordinates out. Templates draw them; a table beside says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.formats import number_format

WIDTH, HEIGHT = 480, 200  # of the drawing, in its own units
LEFT, RIGHT, TOP, BOTTOM = 40, 90, 12, 28  # margins: figures left, names of the lines right, dates below
_NAME_HEIGHT = 15  # so far apart that names of lines that end together can be read
_STEPS = 4  # of the scale


@dataclass(frozen=True, slots=True)
class Line:
    """`paths` are the stretches between gaps, as SVG wants them; `dots` are (x, y, what it says)."""

    name: str
    style: str
    paths: list[str]
    dots: list[tuple[str, str, str]]
    name_y: str


@dataclass(frozen=True, slots=True)
class LineChart:
    """`rows` are (y, label) of the scale, `columns` (x, label) of the time."""

    lines: list[Line] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    columns: list[tuple[str, str]] = field(default_factory=list)
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def line_chart(
    series: Sequence[tuple[str, str, Sequence[float | None]]],
    *,
    labels: Sequence[str],
    top: float | None = None,
    unit: str = "",
    shown_labels: int = 5,
) -> LineChart:
    """`series` are (name, style, one value for each label, or None); `top` ends the scale, else a round number."""
    values = [value for _name, _style, row in series for value in row if value is not None]
    end = top or _round_end(max(values, default=1))
    step = max(1, -(-len(labels) // shown_labels))
    return LineChart(
        lines=_apart([_line(name, style, row, labels=labels, end=end, unit=unit) for name, style, row in series]),
        rows=[(_y(end * n / _STEPS, end), f"{_in_words(end * n / _STEPS)}{unit}") for n in range(_STEPS + 1)],
        columns=[(_x(n, len(labels)), label) for n, label in enumerate(labels) if (len(labels) - 1 - n) % step == 0],
    )


def sparkline(values: Sequence[float | None], *, width: int = 96, height: int = 20) -> list[str]:
    """Per cents as stretches of a line between gaps, in a drawing of that size."""
    points = [
        None if v is None else f"{n * width / max(1, len(values) - 1):.1f},{height - 1 - v * (height - 2) / 100:.1f}"
        for n, v in enumerate(values)
    ]
    return _stretches(points)


def _line(name: str, style: str, row: Sequence[float | None], *, labels: Sequence[str], end: float, unit: str) -> Line:
    places = [None if v is None else (_x(n, len(row)), _y(v, end)) for n, v in enumerate(row)]
    dots = [
        (*place, f"{name}, {label}: {_in_words(value)}{unit}")
        for place, label, value in zip(places, labels, row, strict=True)
        if place is not None and value is not None
    ]
    paths = _stretches([place and f"{place[0]},{place[1]}" for place in places])
    return Line(name, style, paths, dots, name_y=dots[-1][1] if dots else "0")


def _in_words(value: float) -> str:
    """At most two decimals, written as the reader's language does."""
    return str(number_format(f"{value:.2f}".rstrip("0").rstrip(".")))


def _apart(lines: list[Line]) -> list[Line]:
    """Names of lines that end close to each other are moved down until they can be read."""
    placed, last = [], -float(_NAME_HEIGHT)
    for line in sorted(lines, key=lambda line: float(line.name_y)):
        last = max(float(line.name_y), last + _NAME_HEIGHT)
        placed.append(Line(line.name, line.style, line.paths, line.dots, name_y=f"{last:.1f}"))
    return placed


def _stretches(points: Sequence[str | None]) -> list[str]:
    """Gaps stay gaps: a week without decisions is not drawn as one between its neighbours."""
    stretches: list[list[str]] = [[]]
    for point in points:
        if point is None:
            stretches.append([])
        else:
            stretches[-1].append(point)
    return [" ".join(stretch) for stretch in stretches if stretch]


def _x(index: int, number: int) -> str:
    return f"{LEFT + index * (WIDTH - LEFT - RIGHT) / max(1, number - 1):.1f}"


def _y(value: float, end: float) -> str:
    return f"{HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM) / end:.1f}"


def _round_end(highest: float) -> float:
    """The next of 1, 2, 4, 10, 20, 40 …: four steps of it are whole or half numbers."""
    size = 1.0
    while True:
        for factor in (1, 2, 4):
            if highest <= factor * size:
                return factor * size
        size *= 10
