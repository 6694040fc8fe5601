"""The workbench's budgets, measured in the real page: first marks, a decision, a hit, memory, script sizes.

.venv/bin/python -m benchmarks.workbench [--rounds 15]
"""

from __future__ import annotations

import argparse
import gzip
import re
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests import services
from tests.functional.desk import Desk, free_port, open_desk, wait_for

PASSWORD = "benchmark-only-1"
# words, marks, budget in milliseconds from data to painted marks
ARTICLES = ((1_000, 500, 100), (20_000, 500, 150), (20_000, 5_000, 350))
_SENTENCE = "der Rat hat am Montag über neue Wege zum Bahnhof gesprochen und viele Gäste kamen aus allen Orten"
_WORDS = _SENTENCE.split()

FILL = """
import random
from django.contrib.auth.models import Group, User
from django.db.models.functions import Now
from annotations.models import Annotation, Claim, Quote, SuggestionRun
from annotations.services.articles import ArticleFields, Manuscript, bring_in_article
from annotations.spans import context
anna = User.objects.create_user("anna", password="{password}")
anna.groups.add(Group.objects.get(name="editor"))
words = {words!r}
for size, marks in {sizes!r}:
    chance = random.Random(size + marks)
    text = "\\n\\n".join(" ".join(chance.choice(words) for _ in range(80)) + "." for _ in range(size // 80))
    result = bring_in_article(fields=ArticleFields(title=f"{{size}}"), manuscript=Manuscript.pasted(text), actor=anna)
    SuggestionRun.objects.update(state="finished", finished_at=Now(), started_at=Now())
    starts = sorted(chance.sample([i + 1 for i, c in enumerate(text) if c == " "], marks))
    rows = []
    for number, start in enumerate(starts):
        end = text.find(" ", start + 12 + number % 40)
        end = len(text) if end < 0 else end
        prefix, suffix = context(text, start=start, end=end)
        rows.append(Annotation(version=result.version, kind=("quote", "claim")[number % 2], start=start, end=end,
            exact=text[start:end], prefix=prefix, suffix=suffix, state=("suggested", "accepted")[number % 3 == 0],
            creator=anna))
    made = Annotation.objects.bulk_create(rows, batch_size=500)
    Quote.objects.bulk_create([Quote(annotation=a) for a in made if a.kind == "quote"], batch_size=500)
    Claim.objects.bulk_create([Claim(annotation=a) for a in made if a.kind == "claim"], batch_size=500)
"""

# Until two frames after the work: by then the browser has painted it.
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def milliseconds(page: Page, work: str) -> float:
    """From the beginning of `work`, an expression or a promise, to its painted result."""
    taken: float = page.evaluate(
        f"async () => {{ const t = performance.now(); await ({work}); return (await {PAINTED}) - t; }}"
    )
    return taken


def first_marks(page: Page, address: str, pk: int) -> float:
    """From the last answer with annotations to painted marks, in the page as it opens."""
    page.goto(f"{address}/articles/{pk}/")
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    page.wait_for_function("performance.getEntriesByName('marks-shown').length > 0")
    taken: float = page.evaluate(
        """async () => {
            const answers = performance.getEntriesByType("resource").filter(e => e.name.includes("/annotations/"));
            const shown = performance.getEntriesByName("marks-shown")[0].startTime;
            return shown - answers.at(-1).responseEnd;
        }"""
    )
    return taken


def row(name: str, values: list[float], budget: float, unit: str = "ms") -> None:
    high = statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
    print(f"| {name} | {statistics.median(values):.1f} | {high:.1f} | {budget:g} {unit} |", flush=True)


def measure(page: Page, address: str, rounds: int) -> None:
    for pk, (size, marks, budget) in enumerate(ARTICLES, start=1):
        values = [first_marks(page, address, pk) for _ in range(max(3, rounds // 3))]
        row(f"data to painted marks, {size} words, {marks} marks", values, budget)
    page.goto(f"{address}/articles/1/")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("j")
    press = 'document.getElementById("text").dispatchEvent(new KeyboardEvent("keydown", {key: "KEY", bubbles: true}))'
    row(
        "accept to painted result, 500 marks",
        [milliseconds(page, press.replace("KEY", "a")) for _ in range(rounds)],
        50,
    )
    row("next to painted result, 500 marks", [milliseconds(page, press.replace("KEY", "j")) for _ in range(rounds)], 50)
    page.goto(f"{address}/articles/3/")
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    row("hit test, 20 000 words, 5 000 marks", [hit_test(page) for _ in range(rounds)], 1)
    row("offset table, 20 000 words", [offset_table(page) for _ in range(rounds)], 25)
    # In a process of its own: pages looked at before are kept for going back, and would be counted.
    assert page.context.browser is not None
    page = page.context.browser.new_context(
        viewport={"width": 1280, "height": 850}, storage_state=page.context.storage_state()
    ).new_page()
    page.goto(f"{address}/articles/3/")
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    page.wait_for_timeout(1000)  # what loading has left behind is to be collected, not counted
    page.evaluate("gc(), gc()")
    memory = page.evaluate("performance.memory.usedJSHeapSize") / 2**20
    row("script memory, 20 000 words, 5 000 marks", [memory], 8, "MB")
    row("long tasks while scrolling 10 000 px", [float(scroll(page))], 0, "tasks")


# The page's own modules, under the names they are served by.
MODULES = """
    const served = JSON.parse(document.querySelector("script[type=importmap]").textContent).imports;
    const open = (name) => import(served[`/static/workbench/${name}`] ?? `/static/workbench/${name}`);
    const text = document.getElementById("text");
"""


def offset_table(page: Page) -> float:
    taken: float = page.evaluate(
        f"""async () => {{
            {MODULES}
            const {{ CodePointTable }} = await open("text-map.js");
            const begun = performance.now();
            new CodePointTable(text.textContent);
            return performance.now() - begun;
        }}"""
    )
    return taken


def hit_test(page: Page) -> float:
    """From a point of the window to the marks around the character there."""
    taken: float = page.evaluate(
        f"""async () => {{
            {MODULES}
            const [{{ TextMap }}, {{ placeAt }}, {{ marksAround }}] = await Promise.all(
                ["text-map.js", "selection.js", "marking.js"].map(open));
            const map = new TextMap(text);
            const marks = Array.from({{ length: 5000 }}, (_, n) => ({{ start: n * 20, end: n * 20 + 25, parts: [] }}));
            const {{ left, top }} = text.getBoundingClientRect();
            const begun = performance.now();
            const place = placeAt(map, left + 200, Math.max(top, 0) + 300);
            const hit = marksAround(marks, map.toCodePoints({{ start: place, end: place + 1 }}).start);
            const taken = performance.now() - begun;
            if (!hit.length) throw new Error("nothing is hit");
            return taken;
        }}"""
    )
    return taken


def scroll(page: Page) -> int:
    """Tasks of more than 50 ms while 10 000 pixels are scrolled."""
    count: int = page.evaluate(
        """() => new Promise((done) => {
            let long = 0;
            const observer = new PerformanceObserver((list) => { long += list.getEntries().length; });
            observer.observe({type: "longtask"});
            const step = () => {
                scrollBy(0, 200);
                if (scrollY < 10000) requestAnimationFrame(step);
                else setTimeout(() => done(long), 200);
            };
            step();
        })"""
    )
    return count


FETCHED = """() => performance.getEntriesByType("resource").filter((e) => /[/]workbench[/].*[.]js$/.test(e.name))
    .map((e) => [e.name, e.startTime])"""


def script_sizes(page: Page, address: str) -> None:
    """Own scripts as they come over the line, each compressed apart; the page has no others (no htmx)."""
    page.goto(f"{address}/articles/1/")
    page.wait_for_selector("body[data-ready]")
    page.wait_for_load_state("networkidle")
    opened: list[tuple[str, float]] = page.evaluate(FETCHED)
    shown: float = page.evaluate("performance.getEntriesByName('marks-shown')[0].startTime")
    page.keyboard.press("j")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)
    at_work: list[tuple[str, float]] = page.evaluate(FETCHED)
    named: list[str] = page.evaluate(
        """() => Object.values(JSON.parse(document.querySelector("script[type=importmap]").textContent).imports)
            .map((path) => new URL(path, location).href)"""
    )
    all_there_is = {*named, *(name for name, _start in at_work)}
    sizes = {name: len(gzip.compress(page.request.get(name).body())) / 1024 for name in all_there_is}
    row("own scripts until the first marks, gzip", [sum(sizes[n] for n, begun in opened if begun < shown)], 15, "kB")
    row("own scripts of the opened page, gzip", [sum(sizes[n] for n, _begun in opened)], 32, "kB")
    for name, value in (
        ("from the first key or press on", sum(sizes[n] for n, _begun in at_work)),
        ("all there are, with those fetched when they are asked for", sum(sizes.values())),
    ):
        print(f"| own scripts {name}, gzip | {value:.1f} | | no budget |")


def start(desk: Desk) -> str:
    desk.manage("migrate", "-v0")
    desk.manage("collectstatic", "-v0", "--noinput")
    sizes = [(size, marks) for size, marks, _budget in ARTICLES]
    desk.manage("shell", "-v0", "-c", FILL.format(password=PASSWORD, words=_WORDS, sizes=sizes))
    desk.start(sys.executable, "-m", "gunicorn", "newsroom.wsgi")
    return f"http://127.0.0.1:{desk.environment['PORT']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    options: Any = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as data,
        open_desk(Path(data), PORT=str(free_port()), LOG_LEVEL="ERROR") as desk,
        sync_playwright() as playwright,
    ):
        address = start(desk)
        arguments = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info", "--js-flags=--expose-gc"]
        browser = playwright.chromium.launch(executable_path=services.CHROMIUM, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 850})
        wait_for(lambda: re.search("2", str(_status(page, address))), seconds=30, why="the web server answers")
        page.locator("[name=username]").fill("anna")
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("main button").click()
        print("| what | median | 95th | budget |\n|---|---|---|---|")
        measure(page, address, options.rounds)
        script_sizes(page, address)
        browser.close()


def _status(page: Page, address: str) -> int:
    try:
        answer = page.goto(address)
    except Exception:
        return 0
    return answer.status if answer else 0


if __name__ == "__main__":
    main()
