"""The command line of the Python client against a real server: files in, marks out, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connections
from pytest_django.live_server_helper import LiveServer

from annotations import jobs
from annotations.models import Article, ArticleVersion
from annotations.services import exports, imports
from beleg.__main__ import main
from tests.factories import bring_in, make_token, make_user, mark, suggested

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def owner(_roles_after_flush: None, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> User:
    owner = make_user("editor")
    monkeypatch.setenv("BELEG_URL", live_server.url)
    monkeypatch.setenv("BELEG_TOKEN", make_token(owner).shown_once)
    return owner


@pytest.fixture
def job_runner() -> Iterator[None]:
    """Works on exports and imports in a thread, as a worker would in a process of its own."""
    stop = threading.Event()

    def run() -> None:
        while not stop.wait(0.05):
            jobs.execute(exports.KIND)
            jobs.execute(imports.KIND)
        connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    yield
    stop.set()
    thread.join()


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def test_a_file_pushed_again_makes_no_second_article(
    owner: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "hafen.txt", "Der neue Hafen\n\nEr kostet 40 Millionen Euro.")
    assert main(["push", "--outlet", "Küstenblatt", "--desk", "Lokales", path]) == 0
    article = Article.objects.get()
    assert (article.title, article.external_id, article.desk) == ("Der neue Hafen", "hafen.txt", "Lokales")
    assert main(["push", "--outlet", "Küstenblatt", path]) == 0
    assert "there already as article" in capsys.readouterr().err
    assert Article.objects.count() == 1
    written(tmp_path, "hafen.txt", "Der neue Hafen\n\nEr kostet 45 Millionen Euro.")
    assert main(["push", "--outlet", "Küstenblatt", "--update", path]) == 0
    assert "version 2 of article" in capsys.readouterr().err
    assert article.versions.count() == 2


def test_a_long_first_line_is_no_title(owner: User, tmp_path: Path) -> None:
    assert main(["push", written(tmp_path, "lauftext.txt", "Der Hafen wird gebaut, " * 20)]) == 0
    assert Article.objects.get().title == "lauftext"


def test_one_bad_file_leaves_the_others(owner: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, empty = written(tmp_path, "gut.txt", "Ein Text."), written(tmp_path, "leer.txt", "  \n")
    assert main(["push", empty, str(tmp_path / "fehlt.txt"), good]) == 1
    said = capsys.readouterr().err
    assert "leer.txt: The text is empty." in said
    assert "fehlt.txt" in said
    assert "2 of 3 failed." in said
    assert Article.objects.get().external_id == "gut.txt"


def test_of_two_files_with_one_name_the_second_is_not_taken_for_the_first(
    owner: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = []
    for folder in ("montag", "dienstag"):
        (tmp_path / folder).mkdir()
        paths.append(written(tmp_path / folder, "wetter.txt", f"Das Wetter am {folder.title()}: zwölf Grad."))
    for update in ([], ["--update"]):
        assert main(["push", *update, *paths]) == 1
        assert "Rename one." in capsys.readouterr().err
    assert [v.text[:20] for v in ArticleVersion.objects.all()] == ["Das Wetter am Montag"]


def test_a_name_that_is_no_utf_8_leaves_the_others(
    owner: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / os.fsdecode(b"gr\xfc\xdfe.txt")
    try:
        odd.write_text("Es waren zwölf.", "utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    assert main(["push", str(odd), written(tmp_path, "gut.txt", "Es waren dreizehn.")]) == 1
    assert "no UTF-8" in capsys.readouterr().err
    assert Article.objects.get().external_id == "gut.txt"


@pytest.mark.usefixtures("job_runner")
def test_a_file_of_many_articles_is_imported(owner: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"title": "Hafen", "text": "Ein Text."}, {"title": "", "text": "Ohne Titel."}]
    path = written(tmp_path, "viele.jsonl", "\n".join(json.dumps(row) for row in rows))
    assert main(["push", "--desk", "Lokales", path]) == 1
    said = capsys.readouterr().err
    assert "1 created, 0 there already, 1 failed" in said
    assert "row 2: " in said
    assert Article.objects.get().desk == "Lokales"
    Path(path).write_text(json.dumps(rows[0]), "utf-8")
    assert main(["push", path]) == 0
    assert "0 created, 1 there already, 0 failed" in capsys.readouterr().err


@pytest.mark.usefixtures("job_runner")
def test_a_file_that_is_no_archive_leaves_the_others(
    owner: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = written(tmp_path, "texte.zip", "kein Archiv"), written(tmp_path, "gut.txt", "Ein Text.")
    assert main(["push", bad, good]) == 1
    assert "1 of 2 failed." in capsys.readouterr().err
    assert Article.objects.get().external_id == "gut.txt"


def test_one_title_for_two_files_pushes_nothing(owner: User, tmp_path: Path) -> None:
    files = [written(tmp_path, name, "Ein Text.") for name in ("a.txt", "b.txt")]
    assert main(["push", "--title", "Gleich", *files]) == 1
    assert not Article.objects.exists()


def test_marks_are_pulled_as_lines(owner: User, capsys: pytest.CaptureFixture[str]) -> None:
    article = suggested(owner).article
    assert main(["pull", "--kind", "figure", "--article", str(article.pk)]) == 0
    marks = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert marks
    assert {mark["kind"] for mark in marks} == {"figure"}
    assert main(["pull", "--since", "2100-01-01"]) == 0
    assert capsys.readouterr().out == ""


def test_what_is_pulled_is_utf_8_whatever_the_machine_takes_for_its_own(
    owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(owner, bring_in(owner, "Zwölf 👩‍👩‍👧 kamen.").version, "Zwölf 👩‍👩‍👧")
    bytes_out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(bytes_out, encoding="cp1252"))
    assert main(["pull"]) == 0
    sys.stdout.flush()
    assert json.loads(bytes_out.getvalue())["exact"] == "Zwölf 👩‍👩‍👧"


def test_marks_are_pulled_as_a_table_that_runs_no_formula(owner: User, tmp_path: Path) -> None:
    version = bring_in(owner, "=1+1 sagt „Anna“, kühl.").version
    mark(owner, version, "=1+1", "quote", fields={"type": "direct", "speaker": "Anna"})
    mark(owner, version, "kühl", "figure", fields={"value": -3.5})
    path = tmp_path / "marks.csv"
    assert main(["pull", "--as", "csv", "-o", str(path)]) == 0
    with path.open(encoding="utf-8", newline="") as file:
        quote, figure = csv.DictReader(file)
    assert (quote["exact"], quote["said_by"], quote["verdict"]) == ("'=1+1", "Anna", "unchecked")
    assert (figure["exact"], figure["value"]) == ("kühl", "-3.5")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("job_runner")
def test_a_selection_is_exported(owner: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring_in(owner, "Ein Text.", desk="Lokales", title="Hafen")
    bring_in(owner, "Ein anderer.", desk="Kultur")
    path = tmp_path / "lokales.jsonl"
    assert main(["export", "--desk", "Lokales", "-o", str(path)]) == 0
    assert [json.loads(line)["title"] for line in path.read_text("utf-8").splitlines()] == ["Hafen"]
    assert "1 articles, 0 marks" in capsys.readouterr().err


def test_what_fails_leaves_no_half_file(owner: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nichts.jsonl"
    assert main(["export", "--desk", "Nirgends", "-o", str(path)]) == 4
    assert "nothing_to_export" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_token_that_is_not_for_this(
    owner: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "text.txt", "Ein Text.")
    monkeypatch.setenv("BELEG_TOKEN", make_token(owner, "articles:read").shown_once)
    assert main(["push", path]) == 3
    assert "articles:write" in capsys.readouterr().err
    monkeypatch.setenv("BELEG_TOKEN", "beleg_wrong")
    assert main(["pull"]) == 3


@pytest.mark.parametrize("arguments", [[], ["pull", "--kind", "poem"], ["pull", "--since", "gestern"], ["export"]])
def test_a_command_that_is_written_wrong(owner: User, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_what_is_not_set_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("BELEG_URL", raising=False)
    with pytest.raises(SystemExit) as ended:
        main(["pull"])
    assert ended.value.code == 2
    assert "BELEG_URL" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["push", "pull", "export"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out) > 200
