"""The same operations on the same texts, asked of Beleg, Label Studio and doccano in turn, all on SQLite.

    python -m venv ls && ls/bin/pip install label-studio==1.23.0
    LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN=true LABEL_STUDIO_BASE_DATA_DIR=$PWD/ls-data LATEST_VERSION_CHECK=false \\
      ls/bin/label-studio start --no-browser --port 8391 --username a@b.example --password PASSWORD --user-token TOKEN
    python -m venv dc && dc/bin/pip install doccano==1.8.4 'marshmallow<4' 'numpy<2' 'pandas<2' 'setuptools<81'
    export DOCCANO_HOME=$PWD/dc-data; dc/bin/doccano init
    dc/bin/doccano createuser --username admin --password PASSWORD
    dc/bin/doccano webserver --port 8392 --workers 1 &  dc/bin/doccano task --concurrency 1 &
    .venv/bin/python -m benchmarks.rivals --label-studio http://127.0.0.1:8391 --token TOKEN \\
      --doccano http://127.0.0.1:8392 --user admin --password PASSWORD

Run by hand: the other tools are no part of the project. They must be new: what is in them already is counted with.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import httpx

from benchmarks.load import BULK, RARE, SELDOM, Load, article_text, start_desk, working_on
from benchmarks.measuring import Measured, Operation, measure, milliseconds
from tests.functional.desk import free_port, open_desk, wait_for

ARTICLES = 1000
SPAN = 20  # code points
LABEL_STUDIO_PAGE = (
    '<View><Labels name="label" toName="text"><Label value="claim"/></Labels><Text name="text" value="$text"/></View>'
)


class Tool(Protocol):
    def client(self) -> httpx.Client: ...
    def import_articles(self, client: httpx.Client, number: int) -> None: ...
    def annotate(self, client: httpx.Client, number: int) -> None: ...
    def list_page(self, client: httpx.Client, number: int) -> None: ...
    def search(self, client: httpx.Client, word: str, hits: int) -> None: ...
    def read(self, client: httpx.Client, number: int) -> None: ...
    def change(self, client: httpx.Client, number: int) -> None: ...
    def delete(self, client: httpx.Client, number: int) -> None: ...
    def export_all(self, client: httpx.Client, number: int) -> None: ...


class Rival:
    """One text is one task or example, one marked span one annotation."""

    def __init__(self, address: str, headers: dict[str, str]) -> None:
        self.address, self.headers = address, headers
        self.texts: list[int] = []
        self.marks: list[tuple[int, int]] = []  # text and mark
        self.lock = threading.Lock()

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self.address, headers=self.headers, timeout=120)

    def place(self, number: int) -> tuple[int, int]:
        """Which text, and where in it; the same places as in Beleg."""
        text = self.texts[number % len(self.texts)]
        return text, (number * 37) % (len(article_text(number % len(self.texts))) - 40)

    def keep(self, text: int, answer: httpx.Response) -> None:
        with self.lock:
            self.marks.append((text, answer.raise_for_status().json()["id"]))


class LabelStudio(Rival):
    def __init__(self, address: str, token: str) -> None:
        super().__init__(f"{address}/api/", {"Authorization": f"Token {token}"})
        with self.client() as client:
            body = {"title": "Vergleich", "label_config": LABEL_STUDIO_PAGE}
            self.project = client.post("projects/", json=body).raise_for_status().json()["id"]

    def import_articles(self, client: httpx.Client, _number: int) -> None:
        tasks = [{"data": {"text": article_text(n)}} for n in range(ARTICLES)]
        client.post(f"projects/{self.project}/import", json=tasks).raise_for_status()

    def find_texts(self) -> None:
        with self.client() as client:
            answer = client.get("tasks/", params={"project": self.project, "page_size": ARTICLES}).json()
            self.texts = [task["id"] for task in answer["tasks"]]

    def _result(self, start: int) -> dict[str, Any]:
        value = {"start": start, "end": start + SPAN, "labels": ["claim"]}
        return {"result": [{"from_name": "label", "to_name": "text", "type": "labels", "value": value}]}

    def annotate(self, client: httpx.Client, number: int) -> None:
        text, start = self.place(number)
        self.keep(text, client.post(f"tasks/{text}/annotations/", json=self._result(start)))

    def list_page(self, client: httpx.Client, _number: int) -> None:
        client.get("tasks/", params={"project": self.project, "page": 1, "page_size": 50}).raise_for_status()

    def search(self, client: httpx.Client, word: str, hits: int) -> None:
        item = {"filter": "filter:tasks:data.text", "operator": "contains", "type": "String", "value": word}
        query = json.dumps({"filters": {"conjunction": "and", "items": [item]}})
        found = client.get("tasks/", params={"project": self.project, "query": query, "page_size": 50}).json()
        assert found["total"] == hits == len(found["tasks"]), found

    def read(self, client: httpx.Client, number: int) -> None:
        client.get(f"tasks/{self.texts[number % len(self.texts)]}/").raise_for_status()

    def change(self, client: httpx.Client, number: int) -> None:
        mark = self.marks[number][1]
        client.patch(f"annotations/{mark}/", json=self._result(number % 100)).raise_for_status()

    def delete(self, client: httpx.Client, number: int) -> None:
        client.delete(f"annotations/{self.marks[number][1]}/").raise_for_status()

    def export_all(self, client: httpx.Client, _number: int) -> None:
        file = client.get(
            f"projects/{self.project}/export", params={"exportType": "JSON", "download_all_tasks": "true"}
        )
        assert len(file.raise_for_status().json()) == ARTICLES


class Doccano(Rival):
    def __init__(self, address: str, user: str, password: str) -> None:
        who = {"username": user, "password": password}
        key = httpx.post(f"{address}/v1/auth/login/", json=who).raise_for_status().json()["key"]
        super().__init__(f"{address}/v1/", {"Authorization": f"Token {key}"})
        body = {
            **{"name": "Vergleich", "description": "-", "guideline": "", "allow_overlapping": True},
            **{"project_type": "SequenceLabeling", "resourcetype": "SequenceLabelingProject"},
        }
        label = {"text": "claim", "background_color": "#ff0000", "text_color": "#ffffff"}
        with self.client() as client:
            project = client.post("projects", json=body).raise_for_status().json()["id"]
            self.project = f"projects/{project}"
            self.label = client.post(f"{self.project}/span-types", json=label).raise_for_status().json()["id"]

    def _finish(self, client: httpx.Client, answer: httpx.Response) -> str:
        task: str = answer.raise_for_status().json()["task_id"]
        while not client.get(f"tasks/status/{task}").raise_for_status().json()["ready"]:
            time.sleep(0.01)
        return task

    def import_articles(self, client: httpx.Client, _number: int) -> None:
        lines = "\n".join(json.dumps({"text": article_text(n), "label": []}) for n in range(ARTICLES))
        file = client.post("fp/process/", files={"filepond": ("texts.jsonl", lines.encode(), "application/json")})
        columns = {"column_data": "text", "column_label": "label", "uploadIds": [file.raise_for_status().text]}
        body = {"format": "JSONL", "task": "SequenceLabeling", **columns}
        self._finish(client, client.post(f"{self.project}/upload", json=body))

    def find_texts(self) -> None:
        with self.client() as client:
            answer = client.get(f"{self.project}/examples", params={"limit": ARTICLES, "offset": 0}).json()
            self.texts = [example["id"] for example in answer["results"]]

    def annotate(self, client: httpx.Client, number: int) -> None:
        text, start = self.place(number)
        body = {"label": self.label, "start_offset": start, "end_offset": start + SPAN}
        self.keep(text, client.post(f"{self.project}/examples/{text}/spans", json=body))

    def list_page(self, client: httpx.Client, _number: int) -> None:
        client.get(f"{self.project}/examples", params={"limit": 50, "offset": 0}).raise_for_status()

    def search(self, client: httpx.Client, word: str, hits: int) -> None:
        found = client.get(f"{self.project}/examples", params={"limit": 50, "offset": 0, "q": word}).json()
        assert found["count"] == hits == len(found["results"]), found

    def read(self, client: httpx.Client, number: int) -> None:
        path = f"{self.project}/examples/{self.texts[number % len(self.texts)]}"
        client.get(path).raise_for_status()
        client.get(f"{path}/spans").raise_for_status()

    def change(self, client: httpx.Client, number: int) -> None:
        text, mark = self.marks[number]
        body = {"start_offset": number % 100, "end_offset": number % 100 + SPAN}
        client.patch(f"{self.project}/examples/{text}/spans/{mark}", json=body).raise_for_status()

    def delete(self, client: httpx.Client, number: int) -> None:
        text, mark = self.marks[number]
        client.delete(f"{self.project}/examples/{text}/spans/{mark}").raise_for_status()

    def export_all(self, client: httpx.Client, _number: int) -> None:
        answer = client.post(f"{self.project}/download", json={"format": "JSONL", "exportApproved": False})
        client.get(f"{self.project}/download", params={"taskId": self._finish(client, answer)}).raise_for_status()


class Beleg(Load):
    def list_page(self, client: httpx.Client, _number: int) -> None:
        client.get("articles/?page_size=50").raise_for_status()

    def search(self, client: httpx.Client, word: str, hits: int) -> None:
        found = client.get("articles/", params={"search": word, "page_size": 50}).json()
        assert len(found["results"]) == hits, found

    def read(self, client: httpx.Client, number: int) -> None:
        article = self.articles[number % len(self.articles)]
        client.get(f"articles/{article}/?annotations=true").raise_for_status()


Row = tuple[str, Callable[[Tool], Operation], int]  # name, what to ask, times
ROWS: tuple[Row, ...] = (
    ("list a page of 50 articles", lambda tool: tool.list_page, 60),
    ("article with its annotations", lambda tool: tool.read, 200),
    ("change one annotation", lambda tool: tool.change, 300),
    ("delete one annotation", lambda tool: tool.delete, 300),
    ("search a word of one article", lambda tool: lambda client, _number: tool.search(client, RARE, 1), 60),
    ("search a word of 36 articles", lambda tool: lambda client, _number: tool.search(client, SELDOM, 36), 60),
)


def compare(name: str, measured: dict[str, Measured], *, by_throughput: bool = False) -> None:
    """A line of the table: how many times as fast as the faster of the others."""
    ours, others = measured["Beleg"], [m for tool, m in measured.items() if tool != "Beleg"]
    if by_throughput:
        cells = [f"{m.per_second:.1f}/s" for m in measured.values()]
        factor = ours.per_second / max(m.per_second for m in others)
    else:
        cells = [f"{milliseconds(m.median)} ms" for m in measured.values()]
        factor = min(m.median for m in others) / ours.median
    print(f"| {name} | {' | '.join(cells)} | {factor:.1f} × |", flush=True)


def run(rivals: dict[str, LabelStudio | Doccano], load: Beleg, working: Callable[[str], Any], marks: int) -> None:
    tools: dict[str, Tool] = {**rivals, "Beleg": load}

    def ask(pick: Callable[[Tool], Operation], times: int, clients: int = 1) -> dict[str, Measured]:
        return {n: measure(tool.client, pick(tool), times=times, clients=clients) for n, tool in tools.items()}

    print(f"| operation | {' | '.join(tools)} | times as fast as the faster |\n|---|{'---|' * (len(tools) + 1)}")
    with working("imports"):
        compare("import 1 000 articles", ask(lambda tool: tool.import_articles, 1))
    load.find_versions()
    for rival in rivals.values():
        rival.find_texts()
    single = ask(lambda tool: tool.annotate, marks // 2)
    compare("create one annotation, one client", single)
    several = ask(lambda tool: tool.annotate, marks // 2, clients=8)
    compare("create one annotation, eight clients", several, by_throughput=True)
    bulk = measure(load.client, load.annotate_many, times=marks // BULK, per=BULK)
    compare("create in bulk, each; against one by one", {**single, "Beleg": bulk})
    for name, pick, times in ROWS:
        compare(name, ask(pick, times))
    with working("exports"):
        compare("export everything", ask(lambda tool: tool.export_all, 3))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("label-studio", "token", "doccano", "user", "password"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--annotations", type=int, default=5000)
    options: Any = parser.parse_args()
    rivals: dict[str, LabelStudio | Doccano] = {
        "Label Studio": LabelStudio(options.label_studio, options.token),
        "doccano": Doccano(options.doccano, options.user, options.password),
    }
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder), PORT=str(port), LOG_LEVEL="ERROR") as desk:
        load = Beleg(f"http://127.0.0.1:{port}/api/v1/", start_desk(desk))
        wait_for(load.answers, seconds=30, why="the web server answers")
        run(rivals, load, lambda kind: working_on(desk, kind), options.annotations)


if __name__ == "__main__":
    main()
