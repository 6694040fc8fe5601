"""The palette keeps its contrasts, recomputed from the stylesheet that ships (WCAG 2.2)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).resolve().parent.parent / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
TEXT, GRAPHIC = 4.5, 3.0  # least contrast of text, and of lines and controls
KINDS = ("quote", "claim", "figure")


def palette(theme: str) -> dict[str, str]:
    found = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", TOKENS)
    return {name: light if theme == "light" else dark for name, light, dark in found}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_are_readable_on_every_ground(theme: str) -> None:
    colours = palette(theme)
    grounds = ["page", "panel", "active", "selection", *(f"{k}-{s}" for k in KINDS for s in ("suggested", "accepted"))]
    assert min(contrast(colours["ink"], colours[ground]) for ground in grounds) >= 7
    for word in ("muted", "accept", "reject", "warning", "focus", *KINDS):
        assert min(contrast(colours[word], colours[ground]) for ground in ("page", "panel")) >= TEXT, word


@pytest.mark.parametrize(("theme", "least"), [("light", 3.8), ("dark", 3.4)])
def test_every_line_shows_on_every_tint(theme: str, least: float) -> None:
    colours = palette(theme)
    grounds = ["active", "selection", *(f"{k}-{s}" for k in KINDS for s in ("suggested", "accepted"))]
    assert min(contrast(colours[line], colours[ground]) for line in KINDS for ground in grounds) >= least
    assert min(contrast(colours["control"], colours[ground]) for ground in ("page", "panel")) >= GRAPHIC


def test_no_colour_outside_the_tokens() -> None:
    folder = Path(__file__).resolve().parent.parent / "static" / "css"
    for name in ("base.css", "workbench.css"):
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b", (folder / name).read_text("utf-8")) == []
