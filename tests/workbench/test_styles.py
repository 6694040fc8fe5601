"""The style sheets keep to the tokens: four sizes of type, no colour of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "static" / "css"
SHEETS = sorted(FOLDER.glob("*.css"))
# Labels inside a drawing and notes on paper are measured by what they stand beside.
EXCEPTIONS = (".line-chart text", ".proof-margin", ".proof-text")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_sizes_of_type_are_tokens(sheet: Path) -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", sheet.read_text("utf-8"))
    own = [
        f"{selector.strip()} {said}"
        for selector, body in rules
        for said in re.findall(r"font(?:-size)?:[^;]*?[\d.]+(?:rem|px|pt)[^;]*", body)
        if not any(exception in selector for exception in EXCEPTIONS)
    ]
    assert own == []


@pytest.mark.parametrize("sheet", [s for s in SHEETS if s.stem != "tokens"], ids=lambda sheet: sheet.stem)
def test_colours_are_tokens(sheet: Path) -> None:
    assert re.findall(r":[^;{}]*(#[0-9a-f]{3,8}\b|rgb\(|hsl\()", sheet.read_text("utf-8")) == []
