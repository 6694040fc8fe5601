"""The workbench's pure modules, run in the browser they are made for."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from newsroom.static_storage import small_script
from tests import services

pytestmark = pytest.mark.browser
FOLDER = Path(__file__).resolve().parents[2] / "static" / "workbench"


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": services.need_chromium(), "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture
def modules(page: Page) -> Page:
    """A page on which the modules can be imported, without a server."""

    def serve(route: Any) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        if name.endswith(".js"):
            route.fulfill(body=(FOLDER / name).read_text("utf-8"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><meta charset=utf-8><div id=text></div>", content_type="text/html")

    page.route("http://modules.test/**", serve)
    page.goto("http://modules.test/")
    return page


def call(page: Page, module: str, expression: str, argument: Any = None) -> Any:
    return page.evaluate(
        f"async (argument) => {{ const m = await import('http://modules.test/{module}.js'); return {expression}; }}",
        argument,
    )


TRICKY = "a👩\u200d👩\u200d👧b🇩🇪e\u0323\u0301🎉\n\nHändedruck 😀"


def test_offsets_there_and_back(modules: Page) -> None:
    pairs = call(
        modules,
        "text-map",
        "(() => { const t = new m.CodePointTable(argument); const out = []; let unit = 0, point = 0;"
        " for (const c of argument + ' ') { out.push([t.toCodePoint(unit), point, t.toUnit(point), unit]);"
        " unit += c.length; point += 1; } return out; })()",
        TRICKY,
    )
    assert len(pairs) == len(TRICKY) + 1
    assert all(point == expected and unit == place for point, expected, unit, place in pairs)


def test_map_finds_every_place_again(modules: Page) -> None:
    text = "Erste Zeile 👩\u200d👧.\n\nZweite Zeile.\nDritte 😀 Zeile."
    wrong = call(
        modules,
        "text-map",
        """(() => {
            const root = document.getElementById("text");
            let start = 0;
            for (const line of argument.split("\\n")) {
                if (line) {
                    const p = document.createElement("p");
                    p.dataset.start = start;
                    p.textContent = line;
                    root.append(p);
                }
                start += [...line].length + 1;
            }
            const map = new m.TextMap(root);
            if (map.text !== argument) return ["text", map.text];
            const points = [...argument], wrong = [];
            for (let i = 0; i < points.length; i++) for (let j = i + 1; j <= points.length; j++) {
                const exact = points.slice(i, j).join("");
                if (exact.startsWith("\\n") || exact.endsWith("\\n")) continue;
                const span = map.fromCodePoints({start: i, end: j});
                const range = map.range(span.start, span.end);
                const back = {
                    start: map.placeOf(range.startContainer, range.startOffset),
                    end: map.placeOf(range.endContainer, range.endOffset),
                };
                const sent = map.toCodePoints(back);
                if (sent.start !== i || sent.end !== j || sent.exact !== exact) wrong.push([i, j, sent]);
            }
            return wrong;
        })()""",
        text,
    )
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Politiker:innen bei E.ON", ["Politiker:innen", "bei", "E.ON"]),
        ("Bund-Länder-Treffen", ["Bund-Länder-Treffen"]),
        ("rund 50 % von 3,5 Mio. €", ["rund", "50 %", "von", "3,5", "Mio"]),
        ("50\u00a0% und 1\u202f000 Leute", ["50\u00a0%", "und", "1\u202f000", "Leute"]),
        ("§ 129a, §§ 3 und 4, 40 °C", ["§ 129a", "§§ 3", "und", "4", "40 °", "C"]),
        ("geht’s um 7.30 Uhr.", ["geht’s", "um", "7.30", "Uhr"]),
        ("Bürger*innen und Kolleg_innen", ["Bürger*innen", "und", "Kolleg_innen"]),
    ],
)
def test_words(modules: Page, text: str, expected: list[str]) -> None:
    found = call(modules, "tokeniser", "m.words(argument).map(w => argument.slice(w.start, w.end))", text)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "rough", "kind", "expected"),
    [
        ("Er sagte: „Nein.“ Dann ging er.", "„Nein.“", "quote", "Nein."),
        ("Er sagte: »Nein« Dann", "»Nein« ", "quote", "Nein"),
        ("Er sagte: «Nein» Dann", "«Nein»", "quote", "Nein"),
        ("Er sagte: „Nein, ja“ Dann", "Nein, ja“", "quote", "Nein, ja"),
        ("Das „Ja“ und „Nein“ galt.", "„Ja“ und „Nein“", "claim", "„Ja“ und „Nein“"),
        ("Das „Ja“ und „Nein“ galt.", "„Ja“ und „Nein“", "quote", "„Ja“ und „Nein“"),
        ("Er fand es „gut so“. Dann", "gut so“.", "quote", "gut so"),
        ("Er fand es „gut so“, sagte er", "„gut so“,", "quote", "gut so"),
        ("Er rief „Er sagt ‚nein‘“ und", "„Er sagt ‚nein‘“", "quote", "Er sagt ‚nein‘"),
        ("Ein 40-sekündiger Händedruck", "sekünd", "figure", "40-sekündiger"),
        ("Ein  Wort", "  Wo", "claim", "Wort"),
        ("Es kamen rund 40 Gäste", "rund 40", "figure", "40"),
        ("Es sind etwa ca. 3,5 Mio. Euro", "etwa ca. 3,5", "figure", "3,5"),
        ("Bei −5 Grad", "5 Grad", "figure", "−5 Grad"),
        ("Ein Spiel von ±3 mm", "3 mm", "figure", "±3 mm"),
        ("Nach § 129a nicht", "129a", "figure", "§ 129a"),
        ("Es sind 50 % der", "50", "figure", "50 %"),
        ("Es sind 50 Meter lang", "50 Meter", "figure", "50 Meter"),
        ("Es kamen rund 40 Gäste", "rund 40", "claim", "rund 40"),
    ],
)
def test_normalising(modules: Page, text: str, rough: str, kind: str, expected: str) -> None:
    start = text.index(rough)
    argument = {"text": text, "span": {"start": start, "end": start + len(rough)}, "kind": kind}
    expression = """(() => {
        const span = m.normalise(argument.text, argument.span, {kind: argument.kind});
        return argument.text.slice(span.start, span.end);
    })()"""
    found = call(modules, "tokeniser", expression, argument)
    assert found == expected


def test_a_quotation_mark_alone_is_no_quote(modules: Page) -> None:
    assert call(modules, "tokeniser", "m.normalise('Er „', {start: 3, end: 4}, {kind: 'quote'})") is None


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ja. Nein! Wirklich? Gut.", 4),
        ("Dr. Beck kam am 3. Mai, z. B. mit Prof. Holm. Dann ging er.", 2),
        ("„Nein.“ Er ging. Es waren ca. 3,5 Mio. Euro.", 3),
    ],
)
def test_sentences(modules: Page, text: str, sentences: int) -> None:
    assert len(call(modules, "tokeniser", "m.sentenceEnds(argument + ' ')", text)) == sentences


def test_no_module_is_larger_than_a_head_can_hold() -> None:
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in FOLDER.glob("*.js")}
    assert max(lengths.values()) <= 200, lengths


def imported(name: str) -> set[str]:
    """The module and whatever comes with it, without what is fetched later."""
    found, waiting = set(), {name}
    while waiting:
        found |= waiting
        texts = [(FOLDER / f"{one}.js").read_text("utf-8") for one in waiting]
        waiting = {
            one for text in texts for one in re.findall(r'^import .* from "\./([-a-z]+)\.js";$', text, re.M)
        } - found
    return found


@pytest.mark.parametrize(("modules", "budget"), [(("main",), 15), (("main", "hands", "rare"), 32)])
def test_the_page_keeps_to_its_budget_of_scripts(modules: tuple[str, ...], budget: int) -> None:
    """Until the first marks, and all there is."""
    fetched = {one for name in modules for one in imported(name)}
    assert len(modules) == 1 or fetched == {path.stem for path in FOLDER.glob("*.js")}
    scripts = [small_script((FOLDER / f"{name}.js").read_text("utf-8")) for name in fetched]
    size = sum(len(gzip.compress(script.encode())) for script in scripts) / 1024
    assert size < budget, f"{size:.1f} kB"
    assert len(fetched) > 5


def test_import_map_names_every_module() -> None:
    from annotations.web.workbench import MODULES

    assert set(MODULES) == {path.stem for path in FOLDER.glob("*.js")} - {"main"}
