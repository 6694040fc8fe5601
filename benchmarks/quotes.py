"""Quality and speed of the quote layer: `python benchmarks/quotes.py [--model MODEL] [--errors]`.

Scores the project's own gold, and gold files given with --gold in the format of `python -m extraction.learn`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extraction.candidates import QuoteCandidate
from extraction.document import Document
from extraction.learn.examples import read_articles
from extraction.quotes.engine import extract_quotes
from extraction.quotes.model import SHIPPED, Model
from extraction.scoring import Marked, QuoteScores, marked, pair, score_quotes
from tests.extraction.quotes.inline_gold import read_gold

OWN = ("worked", "unseen", "agency", "fresh", "second", "third", "fourth", "fifth", "sixth", "seventh", "sentences")

Text = tuple[str, str, list[Marked]]  # name, text, gold


def own_gold(file_name: str) -> list[Text]:
    return [
        (a.name, a.text, [marked(a.text, spans=q.spans, type=q.type, speaker=q.speaker) for q in a.quotes])
        for a in read_gold(file_name)
    ]


def foreign_gold(path: str) -> list[Text]:
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    return [
        (path, a.text, [marked(a.text, spans=q.spans, type=q.type, speaker=q.speaker) for q in a.quotes])
        for a in read_articles(lines, name=path)
    ]


def as_marked(text: str, found: Sequence[QuoteCandidate]) -> list[Marked]:
    return [marked(text, spans=q.spans, type=q.type, speaker=q.speaker) for q in found]


def score(texts: Sequence[Text], model: Model, *, show_errors: bool) -> QuoteScores:
    total = QuoteScores()
    for name, text, gold in texts:
        found = as_marked(text, extract_quotes(Document(text, "de"), tick=lambda: None, model=model))
        total += score_quotes(found, gold)
        if show_errors:
            _print_errors(name, text, found, gold)
    return total


def _print_errors(name: str, text: str, found: Sequence[Marked], gold: Sequence[Marked]) -> None:
    pairs = pair(found, gold)
    for number, quote in enumerate(gold):
        if number not in {g for _, g in pairs}:
            print(f"missed  [{name}] {quote.type}: {_content(text, quote)}")
    for number, quote in enumerate(found):
        if number not in {f for f, _ in pairs}:
            print(f"wrong   [{name}] {quote.type}: {_content(text, quote)}")
    for f, g in pairs:
        if found[f].type != gold[g].type or found[f].words != gold[g].words:
            mine, theirs = _content(text, found[f]), _content(text, gold[g])
            print(f"differs [{name}] {found[f].type}: {mine} | {gold[g].type}: {theirs}")


def _content(text: str, quote: Marked) -> str:
    return " … ".join(text[start:end] for start, end in quote.spans)


def _row(name: str, scores: QuoteScores) -> str:
    cells = [f"{scores.met.f1:.3f}", f"{scores.typed.f1:.3f}", f"{scores.exact.f1:.3f}", f"{scores.speaker.f1:.3f}"]
    return f"{name:28}" + "".join(f"{cell:>10}" for cell in [*cells, f"{scores.joint.f1:.3f}"])


def speed(texts: Sequence[Text], model: Model) -> float:
    """Words per second on one core, reading included."""
    words = sum(len(text.split()) for _, text, _ in texts)
    start = time.perf_counter()
    for _, text, _ in texts:
        extract_quotes(Document(text, "de"), tick=lambda: None, model=model)
    return words / (time.perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description="Scores the quote layer.")
    parser.add_argument("--model", help="a model file instead of the shipped weights")
    parser.add_argument("--gold", nargs="*", default=[], metavar="FILE", help="further gold as JSON lines")
    parser.add_argument("--errors", action="store_true", help="print what is missed, wrong or different")
    options = parser.parse_args()
    model = Model.read(options.model) if options.model else SHIPPED
    print(f"{'F1':28}" + "".join(f"{name:>10}" for name in ("met", "typed", "exact", "speaker", "joint")))
    sources = {f"own gold, {name}": own_gold(f"{name}.txt") for name in OWN}
    sources |= {Path(path).name: foreign_gold(path) for path in options.gold}
    for name, texts in sources.items():
        print(_row(name, score(texts, model, show_errors=options.errors)))
    everything = [text for texts in sources.values() for text in texts]
    print(f"{speed(everything * 5, model):,.0f} words per second")


if __name__ == "__main__":
    main()
