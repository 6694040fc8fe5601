"""A test that the runner does not collect proves nothing."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent


def test_every_file_with_tests_is_collected() -> None:
    hidden = [
        str(path)
        for path in TESTS.rglob("*.py")
        if not path.name.startswith("test_") and re.search(r"^\s*def test_", path.read_text("utf-8"), re.M)
    ]
    assert not hidden
