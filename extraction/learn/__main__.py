"""`python -m extraction.learn --gold FILE --out MODEL`: gold JSON lines in, a model file out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from extraction.errors import ExtractionError, UnreadableInput
from extraction.learn.examples import TrainingArticle, read_articles
from extraction.learn.trial import LearningReport, Trial, evaluate, learn
from extraction.quotes.model import SHIPPED, Model


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m extraction.learn", description="Refits the quote models.")
    parser.add_argument("--gold", required=True, metavar="FILE", help="JSON lines of articles with their quotes")
    parser.add_argument("--out", required=True, metavar="MODEL", help="where the model is written")
    parser.add_argument("--prior", metavar="MODEL", help="start from this model instead of the shipped one")
    parser.add_argument("--test", metavar="FILE", help="also score both models on these articles")
    parser.add_argument("--limit", type=int, metavar="N", help="learn from the first N articles only")
    return parser


def _read(path: str) -> list[TrainingArticle]:
    try:
        with Path(path).open(encoding="utf-8", newline="") as file:
            return list(read_articles(file.read().split("\n"), name=path))
    except OSError as error:
        raise UnreadableInput(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: not UTF-8 (byte {error.start})") from error


def table(before: Trial, after: Trial) -> str:
    """Both sets of figures side by side, and how far the confidence lies from the truth."""
    rows = [f"{'':12}{'before':>24}{'after':>24}", f"{'':12}" + f"{'P':>8}{'R':>8}{'F1':>8}" * 2]
    for name in ("met", "typed", "exact", "joint", "speaker"):
        cells = "".join(
            f"{score.precision:8.3f}{score.recall:8.3f}{score.f1:8.3f}"
            for score in (getattr(before.scores, name), getattr(after.scores, name))
        )
        rows.append(f"{name:12}{cells}")
    rows.append(f"{'confidence, mean squared error':30}{before.error:6.4f}{'':18}{after.error:6.4f}")
    return "\n".join(rows)


def _run(options: argparse.Namespace) -> LearningReport:
    prior = Model.read(options.prior) if options.prior else SHIPPED
    articles = _read(options.gold)[: options.limit]
    report = learn(articles, prior=prior, report=lambda message: _say(message) if sys.stderr.isatty() else None)
    Path(options.out).write_text(report.model.to_json() + "\n", encoding="utf-8")
    sys.stdout.write(f"{report.articles} articles, cross-validated\n{table(report.before, report.after)}\n")
    sys.stdout.write(
        "better: the refitted model is written\n" if report.is_better else "not better: the old one stays\n"
    )
    if options.test:
        test = _read(options.test)
        figures = table(evaluate(test, prior), evaluate(test, report.model))
        sys.stdout.write(f"on {options.test}\n{figures}\n")
    return report


def _say(message: str) -> None:
    sys.stderr.write(f"\r{message:40}")


def main() -> int:
    try:
        _run(_parser().parse_args())
    except ExtractionError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
