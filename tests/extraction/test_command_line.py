"""The engine's command line: one JSON line per document, unreadable input named, the rest answered."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "extraction", *arguments], capture_output=True, text=True, check=False)


def test_answers_one_line_per_file_in_input_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("Der Rat tagt.", encoding="utf-8")
    result = run(str(tmp_path / "b.txt"), str(tmp_path / "a.txt"))
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["b.txt", "a.txt"]
    assert set(rows[0]) == {"id", "lang", "quotes", "figures", "claims"}
    assert result.returncode == 0


def test_names_unreadable_files_and_answers_the_rest(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Händedruck".encode("latin-1"))
    (tmp_path / "good.txt").write_text("Der Rat tagt.", encoding="utf-8")
    result = run(str(tmp_path / "missing.txt"), str(tmp_path / "latin.txt"), str(tmp_path / "good.txt"))
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["good.txt"]
    assert "missing.txt" in result.stderr
    assert "latin.txt" in result.stderr
    assert result.returncode == 1


def test_reads_json_lines_and_reports_the_line_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    rows = [
        json.dumps({"id": 7, "text": "The council met.", "lang": "en"}),
        "{broken",
        json.dumps({"id": "x", "text": ""}),
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    result = run("--jsonl", str(path))
    assert [(row["id"], row["lang"]) for row in map(json.loads, result.stdout.splitlines())] == [
        ("7", "en"),
        ("x", "de"),
    ]
    assert "line 2" in result.stderr
    assert result.returncode == 1


def test_only_the_layers_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Rat tagt.", encoding="utf-8")
    result = run("--only", "figures", str(tmp_path / "a.txt"))
    assert set(json.loads(result.stdout)) == {"id", "lang", "figures"}
