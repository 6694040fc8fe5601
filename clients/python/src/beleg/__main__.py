"""The command line: `beleg push`, `beleg pull`, `beleg export`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from beleg import __version__, _commands
from beleg._client import Client
from beleg._errors import BelegError, NotAllowed, NotSignedIn

FINE, SOME_FAILED, REFUSED, FAILED = 0, 1, 3, 4  # 2 is argparse's own
INTERRUPTED = 130  # as shells call it

_EPILOG = """\
environment:
  BELEG_URL    address of the desk, such as https://beleg.example
  BELEG_TOKEN  a token of your profile; give it the scopes you need (articles:write for push,
               annotations:write too for push of .jsonl,
               annotations:read for pull, export for export)

exit codes:
  0  all done
  1  some files failed; what they are is told on standard error, the others are done
  2  the command was written wrong, or BELEG_URL or BELEG_TOKEN is missing
  3  the token is not valid, or not for this
  4  the desk does not answer, or answered with an error
"""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    asked = parser.parse_args(arguments)
    url, token = os.environ.get("BELEG_URL", ""), os.environ.get("BELEG_TOKEN", "")
    if not url or not token:
        parser.error("Set BELEG_URL to the address of the desk and BELEG_TOKEN to a token of your profile.")
    try:
        client = Client(url, token, language="en")
    except ValueError as error:
        parser.error(str(error))
    run: Callable[[Client, argparse.Namespace], bool] = asked.run
    with client:
        try:
            return FINE if run(client, asked) else SOME_FAILED
        except (NotSignedIn, NotAllowed) as error:
            _commands.tell(str(error))
            return REFUSED
        except (BelegError, OSError) as error:
            _commands.tell(str(error))
            return FAILED
        except KeyboardInterrupt:
            return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="beleg",
        description="Push manuscripts to the fact desk, pull what was marked and checked.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"beleg {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_push(commands)
    _add_pull(commands)
    _add_export(commands)
    return parser


def _add_push(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    push = commands.add_parser(
        "push",
        help="bring in files as articles",
        description="Brings in each text file as an article. Its name is the article's number elsewhere (external_id), "
        "so that a file pushed again makes no second article. A .jsonl or .zip file is imported by a job; of the "
        "options below only --desk counts for it.",
    )
    push.add_argument("files", nargs="+", metavar="FILE", help="plain text, at most 20 MB, or .jsonl or .zip")
    push.add_argument("--title", help="of the article; only with one file (default: the first line, or the name)")
    push.add_argument("--outlet", help="where it is published; numbers are unique per outlet")
    push.add_argument("--desk", help="desk that works on it")
    push.add_argument("--byline", help="as printed")
    push.add_argument("--language", choices=["de", "en"], help="default: guessed from the text")
    push.add_argument("--published-on", metavar="DATE", help="2026-09-14, 2026-09 or 2026")
    push.add_argument("--update", action="store_true", help="a file that is there already becomes a new version")
    push.set_defaults(run=_commands.push)


def _add_pull(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pull = commands.add_parser(
        "pull", help="fetch marks", description="Fetches marks one by one, oldest first, to standard output or a file."
    )
    pull.add_argument("--kind", choices=["quote", "claim", "figure"])
    pull.add_argument("--state", choices=["suggested", "accepted", "rejected", "superseded"])
    pull.add_argument(
        "--verdict", choices=["unchecked", "confirmed", "wrong", "query", "author_alone", "not_checkable"]
    )
    pull.add_argument("--article", type=int, metavar="NUMBER", help="only marks of this article")
    pull.add_argument("--since", metavar="TIME", type=_commands.moment, help="made since: 2026-09-14, or with a time")
    pull.add_argument("--as", dest="form", choices=["jsonl", "csv"], default="jsonl", help="default: jsonl")
    pull.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    pull.set_defaults(run=_commands.pull)


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = commands.add_parser(
        "export",
        help="fetch articles with their marks as one file",
        description="Lets the desk write one file of articles with their marks, and fetches it. Without a filter it "
        "holds everything you may see.",
    )
    export.add_argument(
        "--as",
        dest="form",
        default="jsonl",
        choices=["jsonl", "jsonld", "csv", "xlsx", "claimreview", "labelstudio", "doccano", "prodigy"],
        help="default: jsonl",
    )
    export.add_argument("--article", type=int, action="append", metavar="NUMBER", help="may be given several times")
    export.add_argument("--desk")
    export.add_argument("--outlet")
    export.add_argument("--state", choices=["draft", "in_check", "released", "archived"], help="of the article")
    export.add_argument("-o", "--output", metavar="FILE", required=True)
    export.set_defaults(run=_commands.export)


if __name__ == "__main__":
    sys.exit(main())
