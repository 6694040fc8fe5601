"""Load on the API: import, single annotations, lists, by one client and by eight, on SQLite and PostgreSQL.

    .venv/bin/python -m benchmarks.load [--articles 1000] [--annotations 5000] [--database sqlite|postgres]

Each database gets a desk of its own (web server as in production, jobs not running) which is gone afterwards.
PostgreSQL is used where TEST_POSTGRES_URL answers; else it is left out, with the reason.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

from tests import services
from tests.functional.desk import Desk, free_port, open_desk, wait_for

WORDS_PER_ARTICLE = 450
_SENTENCES = (
    "Am {a}. Mai kamen {b} Menschen auf den Platz, sagte Ilse Kern.",
    "Die Kosten stiegen um {a} Prozent auf {b} Millionen Euro.",
    "Der Verein habe {a}-mal um ein Gespräch gebeten, teilte die Stadt mit.",
    "Seit dem Morgen war die Straße zwischen Bahnhof und Markt gesperrt.",
)
Operation = Callable[[httpx.Client, int], None]


def article_text(number: int) -> str:
    """About 450 words; every number gives another text, the same one in every run."""
    chance = random.Random(number)
    sentences, words = [], 0
    while words < WORDS_PER_ARTICLE:
        sentence = chance.choice(_SENTENCES).format(a=chance.randint(2, 30), b=chance.randint(31, 9000))
        words += len(sentence.split())
        sentences.append(sentence)
    return f"Bericht {number}\n\n" + "\n\n".join(" ".join(part) for part in _paragraphs(sentences))


def _paragraphs(sentences: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(sentences), 5):
        yield sentences[start : start + 5]


class Load:
    def __init__(self, address: str, token: str) -> None:
        self.address = address
        self.headers = {"Authorization": f"Token {token}"}
        self.versions: list[tuple[int, str]] = []
        self.articles: list[int] = []
        self._lock = threading.Lock()

    def measure(self, name: str, operation: Operation, *, times: int, clients: int) -> None:
        """Prints median and 95th percentile in milliseconds, and how many a second."""
        taken: list[float] = []
        numbers = itertools.count()

        def work(share: int) -> None:
            with httpx.Client(base_url=self.address, headers=self.headers, timeout=60) as client:
                for _ in range(share):
                    with self._lock:
                        number = next(numbers)
                    begun = time.perf_counter()
                    operation(client, number)
                    taken.append(time.perf_counter() - begun)

        begun = time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(work, [times // clients] * clients))
        whole = time.perf_counter() - begun
        median, high = statistics.median(taken) * 1000, statistics.quantiles(taken, n=20)[-1] * 1000
        print(
            f"| {name} | {clients} | {len(taken)} | {median:.1f} | {high:.1f} | {len(taken) / whole:.0f} |", flush=True
        )

    def bring_in(self, client: httpx.Client, number: int) -> None:
        body = {"title": f"Bericht {number}", "text": article_text(len(self.articles) + number), "desk": "Lokales"}
        answer = client.post("articles/", json=body)
        answer.raise_for_status()
        version = answer.json()["version"]
        with self._lock:
            self.articles.append(answer.json()["id"])
            self.versions.append((version["id"], version["text"]))

    def annotate(self, client: httpx.Client, number: int) -> None:
        version, text = self.versions[number % len(self.versions)]
        start = (number * 37) % (len(text) - 40)
        body = {
            "version": version,
            "kind": "claim",
            "start": start,
            "end": start + 20,
            "exact": text[start : start + 20],
        }
        client.post("annotations/", json=body).raise_for_status()

    def reader(self, path: str) -> Operation:
        def read(client: httpx.Client, number: int) -> None:
            place = self.articles[number % len(self.articles)]
            version = self.versions[number % len(self.versions)][0]
            client.get(path.format(article=place, version=version)).raise_for_status()

        return read


def start_desk(desk: Desk) -> str:
    """The token of an editor; the web server answers when this returns."""
    desk.manage("migrate", "-v0")
    script = (
        "from django.contrib.auth.models import User, Group;"
        "User.objects.create_user('anna').groups.add(Group.objects.get(name='editor'))"
    )
    desk.manage("shell", "-v0", "-c", script)
    desk.start(sys.executable, "-m", "gunicorn", "newsroom.wsgi")
    return desk.manage("issue_token", "anna").strip()


def memory_megabytes(desk: Desk) -> float:
    """Resident memory of the web server and its processes."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
            if int(fields["NSsid"].split()[0]) == desk.processes[0].pid:
                total += int(fields.get("VmRSS", "0 kB").split()[0])
        except (OSError, ValueError, KeyError):
            continue
    return total / 1024


def run(database: str, *, articles: int, annotations: int) -> None:
    port = free_port()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_desk(Path(folder), on_postgres=database == "postgres", PORT=str(port), LOG_LEVEL="ERROR") as desk,
    ):
        load = Load(f"http://127.0.0.1:{port}/api/v1/", start_desk(desk))
        wait_for(lambda: _answers(load), seconds=30, why="the web server answers")
        print(f"\n### {database}\n\n| operation | clients | times | median ms | 95th ms | per second |")
        print("|---|---|---|---|---|---|")
        for clients in (1, 8):
            load.measure("bring in an article", load.bring_in, times=articles // 2, clients=clients)
        for clients in (1, 8):
            load.measure("create an annotation", load.annotate, times=annotations // 2, clients=clients)
        pages: list[tuple[str, str]] = [
            ("list 50 articles", "articles/"),
            ("one article", "articles/{article}/"),
            ("annotations of a version", "annotations/?version={version}"),
            ("changes of an article", "articles/{article}/changes/?since=0"),
        ]
        for name, path in pages:
            for clients in (1, 8):
                load.measure(name, load.reader(path), times=200, clients=clients)
        print(f"\nMemory of the web server: {memory_megabytes(desk):.0f} MB")


def _answers(load: Load) -> bool:
    try:
        return httpx.get(f"{load.address}me/", headers=load.headers).status_code == 200
    except httpx.TransportError:
        return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--annotations", type=int, default=5000)
    parser.add_argument("--database", choices=["sqlite", "postgres"], action="append")
    options: Any = parser.parse_args()
    for database in options.database or ["sqlite", "postgres"]:
        if database == "postgres" and (problem := services.postgres_problem()):
            print(f"\nPostgreSQL left out: {problem}")
            continue
        run(database, articles=options.articles, annotations=options.annotations)


if __name__ == "__main__":
    main()
