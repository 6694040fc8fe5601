"""Seconds for long hostile texts: `python -m benchmarks.hostile [--characters N] [--model MODEL]`.

The tests count function calls, which does not see what a regular expression does inside one call. Here every text is
read at two lengths, one four times the other, by each layer: the time should grow about fourfold, a square sixteenfold.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extraction import analyze
from extraction.quotes.model import SHIPPED, Model

GROWTH = 4
SUSPICIOUS = 8  # growth from which a row is marked: halfway, in factors, between a line and a square
LAYERS = ("quotes", "figures", "claims")

# Pieces that are repeated until the text is long enough; none has an end the engine could wait for.
ENDLESS = {
    "that without end": "Er sagte, dass, ",
    "openers without closers": "„",
    "half a quotation": "„Wir gehen „nach Hause, sagte ",
    "closers": "“ ",
    "mixed marks": "„»“«\"'‚‘",
    "apostrophes": "sagt's 'ne ' ",
    "cues": "sagte, ",
    "frames without a verb": "laut nach zufolge so ",
    "frames in one sentence": "er sagte, er sei, so Müller, laut Berg, ",
    "no full stop": "er sagte dass er komme und ",
    "coordinated sentences": "er ging und ",
    "names": "Angela Berg der Sprecher der Firma in Essen ",
    "brackets": "(",
    "one word": "a",
    "capitals": "DAS SAGTE ER. ",
    "compounds": "Donau-",
    "digits": "1",
    "digits in groups": "1.000.",
    "digits and spaces": "1 ",
    "dates without end": "1.1.",
    "clock without end": "12:",
    "ranges without end": "1–",
    "slashes": "1/",
    "number words": "hundert",
    "number word parts": "einundzwanzig",
    "ordinals": "ersten und ",
    "money without amount": "Euro € ",
    "months": "Mai März ",
    "percent": "% ",
    "addresses": "http://a.",
    "full stops": ".",
    "full stops and closers": ".“",
    "questions without space": "?!",
    "dashes behind a stop": ". – ",
    "blanks": " ",
    "blank lines": "\n\n",
    "hyphenated lines": "Minis-\n",
}


def _text(piece: str, characters: int) -> str:
    """As long as asked for; a stop in front, behind which a sentence might begin."""
    return ("Ja. " + piece * (characters // len(piece) + 1))[:characters]


def _seconds(text: str, lang: str, layer: str, model: Model) -> float:
    start = time.perf_counter()
    analyze(text, lang, only=(layer,), quote_model=model)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description="Times long hostile texts at two lengths.")
    parser.add_argument("--characters", type=int, default=50_000, help="of the shorter text; the longer has four times")
    parser.add_argument("--model", help="a model file instead of the shipped weights")
    parser.add_argument("--lang", default="de", choices=("de", "en"))
    options = parser.parse_args()
    model = Model.read(options.model) if options.model else SHIPPED
    short, long = options.characters, GROWTH * options.characters
    for layer in LAYERS:
        _seconds("Er sagte am 1. Mai, das sei gut. ", options.lang, layer, model)  # tables are made at first use
    print(f"{'seconds, characters':26}" + "".join(f"{f'{layer} {short:,}':>18}{f'{long:,}':>10}" for layer in LAYERS))
    for name, piece in ENDLESS.items():
        cells = ""
        for layer in LAYERS:
            first = _seconds(_text(piece, short), options.lang, layer, model)
            second = _seconds(_text(piece, long), options.lang, layer, model)
            mark = "!" if second > SUSPICIOUS * first and second > 1 else " "
            cells += f"{first:18.3f}{second:9.3f}{mark}"
        print(f"{name:26}{cells}", flush=True)


if __name__ == "__main__":
    main()
