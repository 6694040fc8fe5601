"""Load on the API: import, annotations one by one and in bulk, lists, search, export, by one client and by eight.

    .venv/bin/python -m benchmarks.load [--annotations 5000] [--database sqlite|postgres]

Each database gets a desk of its own (web server as in production, jobs not running) which is gone afterwards.
PostgreSQL is used where TEST_POSTGRES_URL answers; else it is left out, with the reason.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from benchmarks.measuring import Operation, measure
from tests import services
from tests.functional.desk import Desk, free_port, open_desk, wait_for

WORDS_PER_ARTICLE = 450
BULK = 500  # annotations in one request
RARE = "Quittenmus"  # in one article of a thousand
SELDOM = "Mirabellen"  # in 36 of a thousand
_SENTENCES = (
    "Am {a}. Mai kamen {b} Menschen auf den Platz, sagte Ilse Kern.",
    "Die Kosten stiegen um {a} Prozent auf {b} Millionen Euro.",
    "Der Verein habe {a}-mal um ein Gespräch gebeten, teilte die Stadt mit.",
    "Seit dem Morgen war die Straße zwischen Bahnhof und Markt gesperrt.",
)


def article_text(number: int) -> str:
    """About 450 words; every number gives another text, the same one in every run."""
    chance = random.Random(number)
    sentences, words = [], 0
    while words < WORDS_PER_ARTICLE:
        sentence = chance.choice(_SENTENCES).format(a=chance.randint(2, 30), b=chance.randint(31, 9000))
        words += len(sentence.split())
        sentences.append(sentence)
    if number % 1000 == 777:
        sentences.append(f"Auf dem Markt gab es {RARE}.")
    if number % 1000 % 28 == 5:
        sentences.append(f"Auf dem Markt gab es {SELDOM}.")
    return f"Bericht {number}\n\n" + "\n\n".join(" ".join(part) for part in _paragraphs(sentences))


def _paragraphs(sentences: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(sentences), 5):
        yield sentences[start : start + 5]


class Load:
    """What the clients ask for. A number stands for one request, and asks for the same thing in every run."""

    def __init__(self, address: str, token: str) -> None:
        self.address = address
        self.headers = {"Authorization": f"Token {token}"}
        self.versions: list[tuple[int, str]] = []
        self.articles: list[int] = []
        self.marks: list[tuple[int, str]] = []  # number and ETag
        self._lock = threading.Lock()

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self.address, headers=self.headers, timeout=120)

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.address}me/", headers=self.headers).status_code == 200
        except httpx.TransportError:
            return False

    def measure(self, name: str, operation: Operation, *, times: int, clients: int, per: int = 1) -> None:
        measured = measure(self.client, operation, times=times, clients=clients, per=per)
        print(f"| {name} | {clients} | {measured.cells()} |", flush=True)

    def bring_in(self, client: httpx.Client, number: int) -> None:
        body = {"title": f"Bericht {number}", "text": article_text(-1 - number), "desk": "Kultur"}
        client.post("articles/", json=body).raise_for_status()

    def import_articles(self, client: httpx.Client, number: int) -> None:
        """A thousand articles by one job, to its end: each stored, its original kept, its suggestion run recorded."""
        lines = [
            {"title": f"Bericht {n}", "text": article_text(n), "desk": "Lokales", "external_id": f"{number}-{n}"}
            for n in range(number * 1000, number * 1000 + 1000)
        ]
        content = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
        self._finish(client, client.post("imports/", json={"format": "jsonl", "content": content}), "imports")

    def export_all(self, client: httpx.Client, _number: int) -> None:
        answer = client.post("exports/", json={"as": "jsonl", "filters": {"desk": "Lokales"}})
        job = self._finish(client, answer, "exports")
        file = client.get(job["download"]).raise_for_status()
        assert file.content.count(b"\n") >= job["articles"] > 0

    def _finish(self, client: httpx.Client, answer: httpx.Response, kind: str) -> Any:
        job = answer.raise_for_status().json()
        while job["state"] not in ("finished", "failed"):
            time.sleep(0.01)
            job = client.get(f"{kind}/{job['id']}/").raise_for_status().json()
        assert job["state"] == "finished", job
        return job

    def find_versions(self) -> None:
        """Asked once, outside all measuring: what the imported articles are called and say."""
        with self.client() as client:
            page = client.get("articles/?desk=Lokales&page_size=500").json()
            while True:
                self.articles += [article["id"] for article in page["results"]]
                if not page["next"]:
                    break
                page = client.get(page["next"]).json()
            for article in self.articles:
                version = client.get(f"articles/{article}/").json()["version"]
                self.versions.append((version["id"], version["text"]))

    def _mark(self, number: int) -> dict[str, Any]:
        version, text = self.versions[number % len(self.versions)]
        start = (number * 37) % (len(text) - 40)
        end = start + 20
        return {"version": version, "kind": "claim", "start": start, "end": end, "exact": text[start:end]}

    def annotate(self, client: httpx.Client, number: int) -> None:
        made = client.post("annotations/", json=self._mark(number)).raise_for_status().json()["annotation"]
        with self._lock:
            self.marks.append((made["id"], made["etag"]))

    def annotate_many(self, client: httpx.Client, number: int) -> None:
        """Of another kind than the single ones, so that none is there already."""
        marks = [{**self._mark(number * BULK + n), "op": "create", "kind": "quote"} for n in range(BULK)]
        client.post("annotations/bulk/", json={"operations": marks}).raise_for_status()

    def change(self, client: httpx.Client, number: int) -> None:
        place, etag = self.marks[number]
        body = {"claim": {"worthiness": ("high", "low")[number % 2]}}
        answer = client.patch(f"annotations/{place}/", json=body, headers={"If-Match": etag}).raise_for_status()
        self.marks[number] = (place, answer.headers["ETag"])

    def delete(self, client: httpx.Client, number: int) -> None:
        place, etag = self.marks[number]
        client.delete(f"annotations/{place}/", headers={"If-Match": etag}).raise_for_status()

    def reader(self, path: str) -> Operation:
        def read(client: httpx.Client, number: int) -> None:
            place = self.articles[number % len(self.articles)]
            version = self.versions[number % len(self.versions)][0]
            client.get(path.format(article=place, version=version)).raise_for_status()

        return read


def start_desk(desk: Desk) -> str:
    """The token of an administrator; the web server answers when this returns."""
    desk.manage("migrate", "-v0")
    script = (
        "from django.contrib.auth.models import User, Group;"
        "User.objects.create_user('anna').groups.add(Group.objects.get(name='administrator'))"
    )
    desk.manage("shell", "-v0", "-c", script)
    desk.start(sys.executable, "-m", "gunicorn", "newsroom.wsgi")
    return desk.manage("issue_token", "anna").strip()


@contextlib.contextmanager
def working_on(desk: Desk, kind: str) -> Iterator[None]:
    """A process that works on this sort of job alone; the runner would go for the suggestions an import queues, too."""
    script = (
        "import time; from annotations import jobs; from annotations.services." + kind + " import KIND\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    jobs.execute(KIND) or time.sleep(0.01)"
    )
    worker = desk.start_manage("shell", "-v0", "-c", script)
    wait_for(lambda: "ready" in desk.output(worker), seconds=30, why="the worker is ready")
    yield
    worker.kill()


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


READS = (
    ("list 50 articles", "articles/?page_size=50"),
    ("list 50 articles of a desk with open suggestions", "articles/?desk=Lokales&has_open=true&page_size=50"),
    ("list 50 accepted claims of high worth", "annotations/?kind=claim&state=accepted&worthiness=high&page_size=50"),
    ("search a rare word", f"articles/?search={RARE}"),
    ("article with its annotations", "articles/{article}/?annotations=true"),
    ("annotations of a version", "annotations/?version={version}"),
    ("changes of an article", "articles/{article}/changes/?since=0"),
)


def run(database: str, *, annotations: int) -> None:
    port = free_port()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_desk(Path(folder), on_postgres=database == "postgres", PORT=str(port), LOG_LEVEL="ERROR") as desk,
    ):
        load = Load(f"http://127.0.0.1:{port}/api/v1/", start_desk(desk))
        wait_for(load.answers, seconds=30, why="the web server answers")
        print(f"\n### {database}\n\n| operation | clients | times | median ms | 95th ms | per second |")
        print("|---|---|---|---|---|---|")
        with working_on(desk, "imports"):
            load.measure("import 1 000 articles (job)", load.import_articles, times=1, clients=1)
        load.find_versions()
        for clients in (1, 8):
            load.measure("bring in an article", load.bring_in, times=200, clients=clients)
        for clients in (1, 8):
            load.measure("create an annotation", load.annotate, times=annotations // 2, clients=clients)
        load.measure("create in bulk, each", load.annotate_many, times=annotations // BULK, clients=1, per=BULK)
        for name, path in READS:
            for clients in (1, 8):
                load.measure(name, load.reader(path), times=200, clients=clients)
        for clients in (1, 8):
            load.measure("change an annotation", load.change, times=500, clients=clients)
        load.measure("delete an annotation", load.delete, times=500, clients=1)
        load.marks = load.marks[500:]
        load.measure("delete an annotation", load.delete, times=500, clients=8)
        with working_on(desk, "exports"):
            load.measure("export everything (job and download)", load.export_all, times=3, clients=1)
        print(f"\nMemory of the web server: {memory_megabytes(desk):.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--annotations", type=int, default=5000)
    parser.add_argument("--database", choices=["sqlite", "postgres"], action="append")
    options: Any = parser.parse_args()
    for database in options.database or ["sqlite", "postgres"]:
        if database == "postgres" and (problem := services.postgres_problem()):
            print(f"\nPostgreSQL left out: {problem}")
            continue
        run(database, annotations=options.annotations)


if __name__ == "__main__":
    main()
