"""Quality and speed of the figure layer: `python benchmarks/figures.py [--errors] [--corpora FOLDER]`.

Scores the project's own tables always, and the gold in ../shared/corpora where it is present. Precision, recall and F1
are of exact spans; value, unit, kind, approximation and what is counted are shares of the figures matched exactly.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extraction import FigureCandidate, figures
from extraction.document import Document
from tests.extraction.figures.table import read_cases

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
FILES = ("figures-de/newsroom-dev.jsonl", "articles-gold/figures.jsonl")
SPEED_TEXTS = "quotes-de/dev.jsonl"
REPEATS = 3

Row = dict[str, Any]  # one gold figure: spans, kinds, values, unit, approx, counted


def find(text: str, lang: str) -> tuple[FigureCandidate, ...]:
    return figures.extract(Document(text, lang), tick=lambda: None)


def own_cases(lang: str) -> Iterable[tuple[str, str, list[Row], list[Row]]]:
    for case in read_cases(lang):
        rows, place = [], 0
        for figure in case.figures:
            start = case.sentence.index(figure.words, place)
            place = start + len(figure.words)
            counted = case.sentence.find(figure.counted) if figure.counted else -1
            rows.append({
                "spans": [(start, place)], "kinds": {figure.kind}, "values": [bounds(figure.value)],
                "unit": figure.unit,
                "approx": {figure.approx},
                "counted": (counted, counted + len(figure.counted)) if figure.counted and counted >= 0 else None,
            })  # fmt: skip
        yield lang, case.sentence, rows, []


def corpus_cases(path: Path) -> Iterable[tuple[str, str, list[Row], list[Row]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        rows = []
        for gold in case["figures"]:
            spans = [(gold["start"], gold["end"]), *((s["start"], s["end"]) for s in gold.get("alt_spans", []))]
            counted = gold.get("of")
            rows.append({
                "spans": spans, "kinds": {gold["kind"], *gold.get("kinds_ok", [])},
                "values": [bounds(value) for value in (gold["value"], *gold.get("alt_values", []))],
                "unit": gold["unit"],
                "approx": {gold["approx"], *gold.get("approx_ok", [])},
                "counted": (counted["start"], counted["end"]) if counted else None,
            })  # fmt: skip
        yield case["lang"], case["text"], rows, case.get("ignore", [])


def bounds(value: object) -> tuple[str, str]:
    """Lower and upper bound as written numbers; both the same for a single value."""
    if isinstance(value, dict):
        return written(value.get("min")), written(value.get("max"))
    if isinstance(value, str) and ".." in value:
        low, _, high = value.partition("..")
        return written(low or None), written(high or None)
    return written(value), written(value)


def written(value: object) -> str:
    try:
        return f"{float(str(value)):.4g}"
    except ValueError:
        return str(value)


def value_of(figure: FigureCandidate) -> tuple[str, str]:
    if figure.value is not None:
        return bounds(figure.value)
    return written(figure.min), written(figure.max)


class Tally:
    """Counts of one set, overall and by kind."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.fields: dict[str, list[bool]] = defaultdict(list)
        self.errors: list[str] = []

    def add(self, lang: str, text: str, rows: list[Row], ignored: list[Row]) -> None:
        found = {(figure.start, figure.end): figure for figure in find(text, lang)}
        for row in rows:
            kind = min(row["kinds"])
            self.gold[kind] += 1
            span = next((span for span in row["spans"] if span in found), None)
            if span is None:
                self.errors.append(f"missed  {text[slice(*row['spans'][0])]!r} in {text[:90]!r}")
                continue
            figure = found.pop(span)
            self.found[kind] += 1
            self.right[kind] += 1
            self._compare(row, figure)
        for start, end in list(found):
            if not any(start < skip["end"] and skip["start"] < end for skip in ignored):
                self.found[found[start, end].kind.value] += 1
                self.errors.append(f"extra   {text[start:end]!r} in {text[:90]!r}")

    def _compare(self, row: Row, figure: FigureCandidate) -> None:
        self.fields["value"].append(value_of(figure) in row["values"])
        self.fields["kind"].append(figure.kind.value in row["kinds"])
        if row["unit"] is not None:
            self.fields["unit"].append(figure.unit == row["unit"])
        self.fields["approx"].append((figure.approx.value if figure.approx else None) in row["approx"])
        if row["counted"] is not None:
            start, end = row["counted"]
            hit = figure.counted is not None and figure.counted.start < end and start < figure.counted.end
            self.fields["counted"].append(hit)

    def show(self, name: str, *, by_kind: bool) -> None:
        print(line(name, sum(self.gold.values()), sum(self.found.values()), sum(self.right.values())), end="")
        for field in ("value", "unit", "kind", "approx", "counted"):
            marks = self.fields[field]
            print(f"  {field} {sum(marks) / len(marks):.3f}" if marks else f"  {field}   -  ", end="")
        print()
        for kind in sorted(self.gold | self.found) if by_kind else ():
            print(line(f"  {kind}", self.gold[kind], self.found[kind], self.right[kind]))


def line(name: str, gold: int, found: int, right: int) -> str:
    precision = right / found if found else 1.0
    recall = right / gold if gold else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{name:<32} gold {gold:4}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def measure_speed(name: str, texts: list[str], lang: str) -> None:
    documents = [Document(text, lang) for text in texts]
    for document in documents:
        _ = document.paragraphs
    best = 1e9
    for _ in range(REPEATS):
        start = time.process_time()
        for document in documents:
            figures.extract(document, tick=lambda: None)
        best = min(best, time.process_time() - start)
    size = sum(len(text.encode()) for text in texts)
    print(f"{name:<32} {size / best / 1000:.0f} kB/s on {size / 1000:.0f} kB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    options = parser.parse_args()
    sets = {f"own sentences, {lang}": own_cases(lang) for lang in ("de", "en")}
    sets |= {name: corpus_cases(options.corpora / name) for name in FILES if (options.corpora / name).exists()}
    for name, cases in sets.items():
        tally = Tally()
        for case in cases:
            tally.add(*case)
        tally.show(name, by_kind=True)
        if options.errors:
            print("\n".join(tally.errors))
    own = ["\n".join(case.sentence for case in read_cases("de"))] * 20
    measure_speed("own sentences (dense)", own, "de")
    news = options.corpora / SPEED_TEXTS
    if news.exists():
        texts = [json.loads(row)["text"] for row in news.read_text(encoding="utf-8").splitlines()]
        measure_speed("news text", texts, "de")
    else:
        print(f"{options.corpora}: not present, so only the project's own sentences were scored")


if __name__ == "__main__":
    main()
