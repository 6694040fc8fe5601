"""Text in, JSON lines out: the engine's command line."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from extraction.errors import ExtractionError, UnreadableInput
from extraction.language import LANGUAGES
from extraction.pipeline import LAYERS, analyze
from extraction.quotes.model import Model

Job = tuple[str, str, str, datetime.date | None]  # id, text, language, published on


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m extraction", description="Quotes, figures and claims of articles.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="UTF-8 text, or JSON lines with --jsonl")
    parser.add_argument("--jsonl", action="store_true", help='lines {"id", "text", "lang"?, "published_on"?}')
    parser.add_argument("--lang", choices=[*LANGUAGES, "auto"], default="de")
    parser.add_argument("--only", type=_layers, default=LAYERS, metavar="quotes,figures,claims")
    parser.add_argument("--model", metavar="MODEL", help="weights written by python -m extraction.learn")
    parser.add_argument("--published-on", type=datetime.date.fromisoformat, metavar="YYYY-MM-DD")
    return parser


def _layers(value: str) -> tuple[str, ...]:
    names = tuple(value.split(","))
    if unknown := set(names) - set(LAYERS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(LAYERS)}")
    return names


def _read(path: str) -> str:
    try:
        # newline="" keeps line ends as they are: places count into the text as given.
        with Path(path).open(encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: not UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise UnreadableInput(f"{path}: {error.strerror}") from error


def _line_job(line: str, *, place: str, options: argparse.Namespace) -> Job:
    try:
        row = json.loads(line)
        day = row.get("published_on")
        published_on = datetime.date.fromisoformat(day) if day else options.published_on
        return str(row["id"]), row["text"] + "", row.get("lang") or options.lang, published_on
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableInput(f'{place}: not a line {{"id", "text"}} ({error})') from error


def _jobs(options: argparse.Namespace) -> Iterator[Job | UnreadableInput]:
    for path in options.files:
        try:
            text = _read(path)
        except UnreadableInput as error:
            yield error
            continue
        if not options.jsonl:
            yield Path(path).name, text, options.lang, options.published_on
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                try:
                    yield _line_job(line, place=f"{path}, line {number}", options=options)
                except UnreadableInput as error:
                    yield error


def _answer(job: Job, *, only: tuple[str, ...], model: Model | None) -> str:
    name, text, lang, published_on = job
    analysis = analyze(text, lang, published_on, only=only, quote_model=model)
    found = {layer: [dataclasses.asdict(c) for c in getattr(analysis, layer)] for layer in LAYERS if layer in only}
    return json.dumps({"id": name, "lang": analysis.lang, **found}, ensure_ascii=False)


def main() -> int:
    """Exit status 1 when an input could not be read; all others are answered all the same."""
    options = _parser().parse_args()
    try:
        model = Model.read(options.model) if options.model else None
    except UnreadableInput as error:
        sys.stderr.write(f"{error}\n")
        return 1
    failures = 0
    for number, job in enumerate(_jobs(options), start=1):
        try:
            if isinstance(job, UnreadableInput):
                raise job
            sys.stdout.write(_answer(job, only=options.only, model=model) + "\n")
        except ExtractionError as error:
            failures += 1
            sys.stderr.write(f"{error}\n")
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{number} done")
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
