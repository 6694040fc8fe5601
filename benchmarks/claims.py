"""Quality and speed of the claim layer: `python benchmarks/claims.py [--errors] [--shared FOLDER]`.

Scores the project's own sentences always (exact spans), and the two annotated articles in ../shared where they are
present: spans at intersection over union of 0.5, claimants of matched claims, and the area under the ROC curve of the
score for "high" against the rest.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extraction import ClaimCandidate, analyze, claims, figures, quotes
from extraction.document import Document

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OWN = ROOT / "tests" / "extraction" / "claims" / "cases_de.tsv"
MATCH_FROM = 0.5  # intersection over union

Gold = list[dict[str, object]]


def overlap(first: tuple[int, int], second: tuple[int, int]) -> float:
    common = min(first[1], second[1]) - max(first[0], second[0])
    union = max(first[1], second[1]) - min(first[0], second[0])
    return common / union if common > 0 else 0.0


def pair(gold: list[tuple[int, int]], found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of gold and found claims, the best overlaps first, each used once."""
    ranked = sorted(
        ((overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if overlap(g, f) >= MATCH_FROM),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    pairs: list[tuple[int, int]] = []
    for _, i, j in ranked:
        if i not in {p[0] for p in pairs} and j not in {p[1] for p in pairs}:
            pairs.append((i, j))
    return pairs


def f1(right: int, found: int, gold: int) -> str:
    precision, recall = right / found if found else 1.0, right / gold if gold else 1.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}"


def score_own(*, show_errors: bool) -> None:
    right = found = gold = 0
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        sentence, *expected = line.split("\t")
        got = [sentence[claim.start : claim.end] for claim in analyze(sentence, only=["claims"]).claims]
        right, found, gold = right + len(set(got) & set(expected)), found + len(got), gold + len(expected)
        if show_errors and got != expected:
            print(f"{sentence!r}: {got}")
    print(f"own sentences, exact             gold {gold:4}  {f1(right, found, gold)}")


def area(high: list[float], rest: list[float]) -> float:
    """The probability that a high claim scores above another one."""
    wins = sum((a > b) + 0.5 * (a == b) for a in high for b in rest)
    return wins / (len(high) * len(rest))


def score_articles(folder: Path, *, show_errors: bool) -> None:
    right = found = gold = claimants = 0
    high: list[float] = []
    rest: list[float] = []
    for row in (folder / "corpora/articles-gold/gold.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(row)
        with (folder / "articles" / article["id"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        got = analyze(text, only=["claims"]).claims
        spans = [(claim["start"], claim["end"]) for claim in article["claims"]]
        pairs = pair(spans, [(claim.start, claim.end) for claim in got])
        right, found, gold = right + len(pairs), found + len(got), gold + len(spans)
        claimants += sum(has_claimant(text, article["claims"][i], got[j]) for i, j in pairs)
        tops = {j for i, j in pairs if article["claims"][i]["worthiness"] == "high"}
        for number, claim in enumerate(got):
            (high if number in tops else rest).append(claim.score)
        if show_errors:
            missed = set(range(len(spans))) - {i for i, _ in pairs}
            print("\n".join(f"missed {text[slice(*spans[i])]!r}" for i in sorted(missed)))
    print(f"articles, IoU ≥ {MATCH_FROM}               gold {gold:4}  {f1(right, found, gold)}", end="")
    print(f"  claimant {claimants / right:.3f}  AUC high {area(high, rest):.3f}")


def has_claimant(text: str, gold: dict[str, object], claim: ClaimCandidate) -> bool:
    expected = gold["claimant"]
    if not isinstance(expected, dict):
        return not claim.claimant
    spans = [tuple(span) for span in expected["spans"]]
    return any(start < span.end and span.start < end for start, end in spans for span in claim.claimant)


def measure_speed(texts: list[str]) -> None:
    words = sum(len(text.split()) for text in texts)
    spent = 0.0
    for text in texts:
        document = Document(text, "de")
        found_quotes = quotes.extract(document, tick=lambda: None)
        found_figures = figures.extract(document, tick=lambda: None)
        start = time.process_time()
        claims.extract(document, quotes=found_quotes, figures=found_figures, tick=lambda: None)
        spent += time.process_time() - start
    print(f"claims alone                     {words / spent:.0f} words/s on {words} words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--shared", type=Path, default=SHARED)
    options = parser.parse_args()
    score_own(show_errors=options.errors)
    if not (options.shared / "corpora/articles-gold/gold.jsonl").exists():
        print(f"{options.shared}: not present, so only the project's own sentences were scored")
        measure_speed([OWN.read_text(encoding="utf-8")] * 50)
        return
    score_articles(options.shared, show_errors=options.errors)
    news = (options.shared / "corpora/quotes-de/dev.jsonl").read_text(encoding="utf-8").splitlines()
    measure_speed([json.loads(row)["text"] for row in news])


if __name__ == "__main__":
    main()
