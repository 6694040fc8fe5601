"""Lists, filters and searches of the API, and pages, on a large desk: 100 000 articles and 2 000 000 annotations.

    .venv/bin/python -m benchmarks.scale --database sqlite|postgres [--articles 100000] [--explain]

A desk of its own is filled by bulk inserts (some minutes) and gone afterwards. Each request is made in this process, by
somebody who sees everything and by an editor who has to be asked for each row; the fastest of five counts.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.load import RARE, article_text
from tests.functional.desk import open_desk

PER_ARTICLE = 20  # annotations
CHUNK = 1000  # articles stored at once
PAGES = (
    "/articles/",
    "/articles/1711/",
    "/articles/1711/check/",
    "/queue/",
    "/overview/",
    "/speakers/",
    "/speakers/77/",
    "/sources/",
)
PATHS = (
    "articles/",
    "articles/?state=released",
    "articles/?desk=Desk 3",
    "articles/?outlet=Blatt 2&language=en",
    "articles/?uploaded_by=7",
    "articles/?published_after=2024-03-01&published_before=2024-03-07",
    "articles/?has_open=true",
    "articles/?has_open=false&desk=Desk 3",
    "articles/?external_id=cms-1711",
    "articles/?ordering=title",
    "articles/?ordering=-open_suggestions",
    "articles/?ordering=-open_high_claims&desk=Desk 3",
    f"articles/?search={RARE}",
    "articles/?search=Menschen Platz",
    "articles/?search=Sprecherin 77",
    "articles/1711/?annotations=true",
    "annotations/",
    "annotations/?article=1711",
    "annotations/?kind=figure&state=accepted",
    "annotations/?state=suggested&band=sure",
    "annotations/?rule=rule-39",
    "annotations/?creator=7",
    "annotations/?speaker=Sprecherin 77",
    "annotations/?claimant=Sprecherin 78",
    "annotations/?quote_type=free_indirect",
    "annotations/?worthiness=high&state=suggested",
    "annotations/?figure_kind=percent",
    "annotations/?unit=EUR&value_min=999000",
    "annotations/?value_min=500000&value_max=500100",
    "annotations/?verdict=wrong",
    "annotations/?verdict=unchecked",
    "annotations/?created_after=2031-01-01T00:00:00Z",
    f"annotations/?search={RARE}",
    "annotations/?deleted=true",
    "speakers/?search=Sprecherin 77",
    "speakers/77/quotes/",
    "events/?since=0",
    "events/?object_type=annotation&object_id=4711",
    "changes/?since=0",
    "queue/",
)


# Columns that hold numbers of articles (and of their one version and run), or of annotations (and verdicts, events).
_OF_ARTICLES = {"article": ("id",), "articleversion": ("id", "article_id"), "suggestionrun": ("id", "version_id")}
_OF_ARTICLES |= {"articlesearch": ("article_id",), "annotation": ("version_id", "run_id"), "event": ("article_id",)}
_OF_MARKS = {"annotation": ("id", "verdict_id"), "annotationsearch": ("annotation_id",), "quote": ("annotation_id",)}
_OF_MARKS |= {"claim": ("annotation_id",), "figure": ("annotation_id",), "event": ("id", "object_id")}
_OF_MARKS |= {"verdict": ("id", "annotation_id")}


def fill(articles: int) -> None:
    """A thousand articles as the services would have stored them, and copies of them; numbers begin at 1."""
    from django.contrib.auth.models import Group, User
    from django.db import connection, transaction

    from annotations.models import Speaker

    users = User.objects.bulk_create(User(username=f"person{n}") for n in range(50))
    Group.objects.get(name="administrator").user_set.add(users[0])
    Group.objects.get(name="editor").user_set.add(*users[1:])
    Speaker.objects.bulk_create(Speaker(name=f"Sprecherin {n}") for n in range(1, 5001))
    _fill_articles(range(1, CHUNK + 1))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE annotations_annotation SET verdict_id = id WHERE id IN (SELECT id FROM annotations_verdict)"
        )
        for copy in range(1, articles // CHUNK):
            with transaction.atomic():
                for table in (*_OF_ARTICLES, *(name for name in _OF_MARKS if name not in _OF_ARTICLES)):
                    cursor.execute(_copying(table, copy))
        cursor.execute("ANALYZE")


def _copying(table: str, copy: int) -> str:
    """The statement that stores the first thousand articles' rows of a table once more, under numbers of their own."""
    from django.apps import apps

    model = apps.get_model("annotations", table)
    values = {field.column: f'"{field.column}"' for field in model._meta.concrete_fields}
    for shift, columns in ((copy * CHUNK, _OF_ARTICLES), (copy * CHUNK * PER_ARTICLE, _OF_MARKS)):
        values |= {column: f'"{column}" + {shift}' for column in columns.get(table, ())}
    if table == "article":
        values["external_id"] = f"external_id || '-{copy}'"
    first = next(iter(values))  # the primary key
    limit = CHUNK if first in _OF_ARTICLES.get(table, ()) else CHUNK * PER_ARTICLE
    names = ", ".join(f'"{name}"' for name in values)
    source = f'FROM "{model._meta.db_table}" WHERE "{first}" <= {limit}'
    return f'INSERT INTO "{model._meta.db_table}" ({names}) SELECT {", ".join(values.values())} {source}'


def _fill_articles(numbers: range) -> None:
    from django.db import transaction
    from django.utils import timezone

    from annotations.canonical import RULES_NUMBER, text_digest
    from annotations.models import Article, ArticleVersion, SuggestionRun
    from annotations.services.search_index import index_articles

    chance = random.Random(numbers.start)
    texts = {n: article_text(n) for n in numbers}
    articles = [
        Article(
            pk=n,
            title=f"Bericht {chance.randrange(10**6):06} aus Ort {n % 997}",
            desk=f"Desk {n % 10}",
            outlet=f"Blatt {n % 5}",
            external_id=f"cms-{n}",
            language="en" if n % 20 == 0 else "de",
            state=chance.choice(("draft", "in_check", "in_check", "released")),
            published_on=f"20{20 + n % 6}-{1 + n % 12:02}-{1 + n % 28:02}",
            published_precision="day",
            uploader_id=1 + n % 50,
            event_count=PER_ARTICLE,
        )
        for n in numbers
    ]
    versions = [
        ArticleVersion(
            pk=n,
            article_id=n,
            number=1,
            text=text,
            length=len(text),
            sha256=text_digest(text),
            canonical_rules=RULES_NUMBER,
            created_by_id=1,
        )
        for n, text in texts.items()
    ]
    runs = [
        SuggestionRun(pk=n, version_id=n, requested_by_id=1, state="finished", due_at=timezone.now()) for n in numbers
    ]
    with transaction.atomic():
        store(articles)
        store(versions)
        store(runs)
        index_articles(zip(articles, texts.values(), strict=True))
        _fill_annotations(texts, chance)


def _fill_annotations(texts: dict[int, str], chance: random.Random) -> None:
    from annotations.models import AnnotationSearch, Verdict
    from annotations.stemming import distinct_stems

    annotations = [mark for n, text in texts.items() for mark in _marks(n, text, chance)]
    store(annotations)
    store([AnnotationSearch(annotation=mark, stems=distinct_stems(mark.exact)) for mark in annotations])
    for kind in ("quote", "claim", "figure"):
        store([_kind_row(mark, chance) for mark in annotations if mark.kind == kind])
    store([_event(mark) for mark in annotations])
    facts = [mark for mark in annotations if mark.state == "accepted" and mark.pk % 5 == 0]
    statuses = chance.choices(("confirmed", "author_alone", "wrong"), (6, 2, 1), k=len(facts))
    store(
        [
            Verdict(pk=fact.pk, annotation=fact, by_id=3, status=status, correction="anders" * (status == "wrong"))
            for fact, status in zip(facts, statuses, strict=True)
        ]
    )


def store(rows: list[Any]) -> None:
    """Row after row by one prepared statement: `bulk_create` takes SQLite twenty times as long."""
    from django.db import connection

    fields = rows[0]._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    values = [[field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{rows[0]._meta.db_table}" ({columns}) VALUES ({places})', values)


def _event(mark: Any) -> Any:
    from annotations.models import Event

    return Event(
        pk=mark.pk,
        article_id=mark.version_id,
        number=1 + (mark.pk - 1) % PER_ARTICLE,
        at=mark.created_at,
        verb="suggested",
        object_type="annotation",
        object_id=mark.pk,
        new={"state": mark.state},
    )


def _marks(n: int, text: str, chance: random.Random) -> Iterator[Any]:
    from annotations.models import Annotation

    for place in range(PER_ARTICLE):
        start = 20 + place * 40
        is_by_hand = place == 0
        yield Annotation(
            pk=(n - 1) * PER_ARTICLE + place + 1,
            version_id=n,
            kind=("quote", "claim", "figure")[place % 3],
            start=start,
            end=start + 30,
            exact=text[start : start + 30],
            state="accepted" if is_by_hand else chance.choice(("accepted", "accepted", "suggested", "rejected")),
            creator_id=1 + n % 50 if is_by_hand else None,
            run_id=None if is_by_hand else n,
            rule="" if is_by_hand else f"rule-{min(int(chance.expovariate(0.2)), 39)}",
            band="" if is_by_hand else chance.choice(("sure", "likely", "maybe")),
        )


def _kind_row(mark: Any, chance: random.Random) -> Any:
    from annotations.models import Claim, Figure, Quote

    speaker = chance.randint(1, 5000)
    if mark.kind == "quote":
        kind = chance.choice(("direct", "direct", "indirect", "indirect", "reported"))
        return Quote(annotation=mark, type="free_indirect" if mark.pk % 500 == 0 else kind, speaker_id=speaker)
    if mark.kind == "claim":
        worthiness = chance.choice(("high", "medium", "low", "low"))
        return Claim(annotation=mark, claimant_id=speaker if mark.pk % 4 == 0 else None, worthiness=worthiness)
    kind, unit = chance.choice((("number", ""), ("money", "EUR"), ("percent", "%"), ("date", "")))
    return Figure(annotation=mark, kind=kind, unit=unit, value=None if kind == "date" else chance.randrange(10**6))


def measure(explain: bool) -> None:
    from django.contrib.auth.models import User
    from rest_framework.test import APIClient

    clients = {}
    for name in ("person0", "person1"):
        clients[name] = APIClient(raise_request_exception=True)
        user = User.objects.get(username=name)
        clients[name].force_login(user)  # for the pages
        clients[name].force_authenticate(user)
    print("| request | administrator, ms | editor, ms |\n|---|---|---|", flush=True)
    for path in (*PATHS, *PAGES):
        address = path if path in PAGES else f"/api/v1/{path}"
        times = [fastest(partial(client.get, address)) for client in clients.values()]
        print(f"| `{path}` | " + " | ".join(f"{seconds * 1000:.1f}" for seconds in times) + " |", flush=True)
        if explain and max(times) > 0.1:
            show_plan(partial(clients["person1"].get, address))


def fastest(request: Callable[[], Any]) -> float:
    """Seconds. What takes more than a second is asked for only twice."""
    taken: list[float] = []
    while len(taken) < (5 if not taken or min(taken) < 1 else 2):
        begun = time.perf_counter()
        answer = request()
        taken.append(time.perf_counter() - begun)
        assert answer.status_code == 200, answer.content
    return min(taken)


def show_plan(request: Callable[[], Any]) -> None:
    """How the database answers the slowest statement of a request."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        request()
    slowest = max(captured.captured_queries, key=lambda query: float(query["time"]))
    print(f"    {slowest['time']} s: {re.sub('SELECT .*? FROM', 'SELECT … FROM', slowest['sql'], count=1)[:1500]}")
    with connection.cursor() as cursor:
        form = "EXPLAIN (ANALYZE, BUFFERS OFF) " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "
        cursor.execute(form + slowest["sql"].replace("%", "%%"))
        for row in cursor.fetchall():
            print("    ", row[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--data", type=Path, help="a folder that keeps the SQLite desk for the next time")
    parser.add_argument("--explain", action="store_true", help="how the database answers what takes over 100 ms")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_desk(options.data or Path(folder), on_postgres=options.database == "postgres", LOG_LEVEL="ERROR") as desk,
    ):
        desk.manage("migrate", "-v0")
        desk.manage("collectstatic", "-v0", "--no-input")
        os.environ.update({**desk.environment, "ALLOWED_HOSTS": "testserver"})
        import django
        from django.db import connection

        django.setup()
        from annotations.models import Article

        begun = time.perf_counter()
        if not Article.objects.exists():
            fill(options.articles)
        print(
            f"{options.database}, {Article.objects.count()} articles, there after {time.perf_counter() - begun:.0f} s\n"
        )
        measure(options.explain)
        connection.close()


if __name__ == "__main__":
    main()
