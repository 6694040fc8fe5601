"""Imports: every row gets its result, nothing is doubled, places are true or refused."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from annotations import jobs
from annotations.errors import NotAllowed
from annotations.formats.registry import FORMATS
from annotations.models import (
    Annotation,
    Article,
    ArticleVersion,
    Desk,
    Event,
    Import,
    ImportFile,
    ImportResult,
    OriginalFile,
    SuggestionRun,
)
from annotations.queries.exports import AnnotationChoice, article_records
from annotations.services import import_annotations, import_articles, imports
from annotations.services.articles import BroughtIn, Manuscript
from annotations.services.versions import add_version
from tests.factories import bring_in, mark

pytestmark = pytest.mark.django_db
TEXT = "Titel 👩‍👩‍👧\n\nEs kamen 20 Gäste, sagte Anna Beck. Danach kamen 20 Kinder."


def done(actor: User, content: bytes | str, form: str = "jsonl", **values: Any) -> Import:
    content = content.encode() if isinstance(content, str) else content
    job = imports.request_import(content=content, name=f"datei.{form}", form=form, actor=actor, **values)
    assert jobs.execute(imports.KIND, job.pk)
    job.refresh_from_db()
    return job


def line(**values: Any) -> str:
    return json.dumps({"title": "Bericht", "text": TEXT, **values}, ensure_ascii=False)


def span(words: str, kind: str = "claim", **values: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"kind": kind, "start": start, "end": start + len(words), "exact": words, **values}


def counts(job: Import) -> tuple[int, int, int]:
    return job.created, job.unchanged, job.failed


def problems(job: Import) -> list[tuple[int, int, str]]:
    return list(job.results.exclude(code="").values_list("row", "item", "code"))


def test_makes_the_same_rows_as_bringing_in(editor: User) -> None:
    single = bring_in(editor, TEXT, title="Einzeln").article
    job = done(editor, line(title="Aus der Datei", published_on="2023-09", desk="Kultur"))
    assert (job.state, counts(job)) == ("finished", (1, 0, 0))
    article = Article.objects.get(title="Aus der Datei")
    assert (str(article.published_on), article.published_precision, article.desk) == ("2023-09-01", "month", "Kultur")
    version = ArticleVersion.objects.get(article=article)
    assert (version.text, version.number) == (TEXT, 1)
    assert bytes(OriginalFile.objects.get(version=version).content).decode() == TEXT
    assert SuggestionRun.objects.get(version=version).state == "queued"
    events = [list(Event.objects.filter(article=a).order_by("number")) for a in (single, article)]
    for one, other in zip(*events, strict=True):
        assert (one.number, one.verb, one.object_type, one.actor) == (
            other.number,
            other.verb,
            other.object_type,
            other.actor,
        )
        assert one.new.keys() == other.new.keys()
    assert set(Article.objects.values_list("event_count", flat=True)) == {3}


def test_the_same_file_again_changes_nothing(editor: User) -> None:
    content = "\n".join([line(annotations=[span("20 Gäste")]), line(title="Zweiter", external_id="a-7")])
    assert counts(done(editor, content)) == (3, 0, 0)
    before = Event.objects.filter(article__isnull=False).count()
    again = done(editor, content)
    assert counts(again) == (0, 3, 0)
    assert (Article.objects.count(), Annotation.objects.count()) == (2, 1)
    assert Event.objects.filter(article__isnull=False).count() == before


def test_a_row_twice_in_one_file_is_one_article(editor: User) -> None:
    assert counts(done(editor, "\n".join([line(external_id="7"), line(external_id="7"), line(), line()]))) == (2, 2, 0)


def test_an_external_number_counts_within_its_outlet(editor: User) -> None:
    rows = [line(external_id="7", outlet="Tagblatt"), line(external_id="7", outlet="Abendblatt")]
    assert counts(done(editor, "\n".join(rows))) == (2, 0, 0)
    changed = line(external_id="7", outlet="Tagblatt", text="Anderer Text.")
    assert counts(done(editor, changed)) == (0, 1, 0)
    assert set(ArticleVersion.objects.values_list("text", flat=True)) == {TEXT}


def test_a_number_somebody_else_brought_in_at_that_moment_is_there_already(
    editor: User, colleague: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = bring_in(colleague, TEXT, external_id="a-7", outlet="Tagblatt").article
    monkeypatch.setattr(import_articles, "_known", lambda *_new, actor: {})
    rows = [line(external_id="a-7", outlet="Tagblatt", annotations=[span("20 Gäste")]), line(title="Neu")]
    job = done(editor, "\n".join(rows))
    assert counts(job) == (2, 1, 0)
    assert Annotation.objects.get().version.article == there


def test_somebody_elses_same_text_is_an_article_of_its_own(editor: User, colleague: User) -> None:
    done(editor, line())
    assert counts(done(colleague, line())) == (1, 0, 0)


def test_a_bad_row_does_not_spoil_the_rest(editor: User) -> None:
    rows = [
        line(),
        "{nicht lesbar",
        line(title="", text="Text ohne Titel."),
        line(title="Leer", text=" "),
        line(title="Datum", published_on="gestern"),
        line(title="Adresse", source_url="javascript:alert(1)"),
        line(title="Sprache", language="xx"),
        line(title="Nul\u0000l", text="Noch einer."),
        line(title="Gut", text="Der letzte ist gut."),
    ]
    job = done(editor, "\n".join(rows))
    assert job.state == "finished"
    assert [(row, code) for row, _item, code in problems(job)] == [
        (2, "row_unreadable"),
        (3, "fields_invalid"),
        (4, "empty_text"),
        (5, "fields_invalid"),
        (6, "fields_invalid"),
        (7, "fields_invalid"),
        (8, "fields_invalid"),
    ]
    assert set(Article.objects.values_list("title", flat=True)) == {"Bericht", "Gut"}
    assert all(detail for detail in job.results.exclude(code="").values_list("detail", flat=True))


def test_annotations_arrive_as_suggestions_of_who_imports(editor: User, brought_in: BroughtIn) -> None:
    done(editor, line(annotations=[span("20 Gäste", "figure", figure={"kind": "count", "value": 20})]))
    annotation = Annotation.objects.get()
    assert (annotation.state, annotation.creator, annotation.generator) == ("suggested", editor, "jsonl")
    assert annotation.figure.value == 20
    assert Event.objects.get(object_type="annotation").verb == "suggested"


def test_accepted_needs_the_right_to_decide(editor: User, integration: User) -> None:
    done(editor, line(annotations=[span("20 Gäste")]), is_accepting=True)
    assert Annotation.objects.get().state == "accepted"
    with pytest.raises(NotAllowed):
        imports.request_import(content=b"", name="", form="jsonl", actor=integration, is_accepting=True)


@pytest.mark.parametrize("form", ["jsonl", "jsonld", "labelstudio"])
def test_what_was_exported_comes_back_the_same(form: str, editor: User, colleague: User) -> None:
    first = bring_in(editor, TEXT, title="Bericht")
    part = {"role": "cue", "start": TEXT.index("sagte"), "end": TEXT.index("sagte") + 5, "exact": "sagte"}
    fields = {"type": "indirect", "speaker": "Anna Beck"}
    mark(editor, first.version, "Es kamen 20 Gäste", "quote", parts=[part], fields=fields)
    mark(editor, first.version, "20 Kinder", "figure", fields={"kind": "count", "value": 20.0})
    records = list(article_records(Article.objects.all(), AnnotationChoice()))
    content = b"".join(FORMATS[form].write(iter(records), "https://beleg.example"))
    Annotation.objects.all().delete()
    job = done(colleague, content, form, is_accepting=True)
    assert job.failed == 0
    [again] = list(article_records(Article.objects.filter(pk=Article.objects.latest("pk").pk), AnnotationChoice()))

    def said(annotation: Any) -> Any:
        kept = (annotation.kind, annotation.start, annotation.end, annotation.exact, annotation.parts)
        return kept if form == "labelstudio" else (*kept, annotation.fields, annotation.prefix)

    assert [said(a) for a in again.annotations] == [said(a) for a in records[0].annotations]


def test_doccano_counts_utf16_units(editor: User) -> None:
    article = bring_in(editor, TEXT).article
    records = list(article_records(Article.objects.all(), AnnotationChoice()))
    assert records[0].annotations == []
    start = len(TEXT[: TEXT.index("20 Gäste")].encode("utf-16-le")) // 2
    content = json.dumps({"text": TEXT, "label": [[start, start + 8, "Zahl"], [0, 5, "Person"]]})
    job = done(editor, content, "doccano")
    annotation = Annotation.objects.get()
    assert (annotation.exact, annotation.kind, annotation.version.article) == ("20 Gäste", "figure", article)
    assert problems(job) == [(1, 2, "unknown_kind")]


@pytest.mark.parametrize(
    ("wrong", "outcome"),
    [
        ({"start": 0, "end": 8}, "20 Gäste"),
        ({"exact": "30 Gäste"}, "quote_not_found"),
        ({"start": 1, "end": 6, "exact": "kamen"}, "quote_ambiguous"),
        ({"start": 1, "end": 6, "exact": "kamen", "prefix": "Danach ", "suffix": " 20 K"}, "kamen"),
        ({"start": 6, "end": 7, "exact": "👩"}, "span_cuts_character"),
        ({"kind": "person"}, "unknown_kind"),
        ({"start": -1}, "row_unreadable"),
        ({"start": True}, "row_unreadable"),
        ({"claim": {"worthiness": "huge"}}, "fields_invalid"),
        ({"claim": {"speed": 3}}, "wrong_kind_fields"),
        ({"parts": [{"role": "cue", "start": 0, "end": 5, "exact": "Titel"}]}, "parts_invalid"),
    ],
)
def test_the_words_decide_where_position_and_words_disagree(wrong: dict[str, Any], outcome: str, editor: User) -> None:
    job = done(editor, line(annotations=[{**span("20 Gäste"), **wrong}]))
    if " " in outcome or outcome == "kamen":
        annotation = Annotation.objects.get()
        assert annotation.exact == outcome
        assert annotation.version.text[annotation.start : annotation.end] == outcome
        assert annotation.prefix.endswith("Danach ") == (outcome == "kamen")
    else:
        assert problems(job) == [(1, 1, outcome)]
        assert not Annotation.objects.exists()


def test_annotations_find_their_article_by_number_or_digest(editor: User) -> None:
    article = bring_in(editor, TEXT, external_id="a-7", outlet="Tagblatt").article
    version = ArticleVersion.objects.get(article=article)
    rows = [
        {"id": article.pk, "annotations": [span("20 Gäste")]},
        {"external_id": "a-7", "annotations": [span("Anna Beck")]},
        {"sha256": version.sha256, "annotations": [span("20 Kinder")]},
        {"external_id": "a-8", "annotations": [span("Danach")]},
    ]
    job = done(editor, "\n".join(json.dumps(row) for row in rows))
    assert set(Annotation.objects.values_list("exact", flat=True)) == {"20 Gäste", "Anna Beck", "20 Kinder"}
    assert problems(job) == [(4, 1, "article_unknown")]


def test_marks_go_into_the_version_that_came_in_at_that_moment(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    article = bring_in(editor, TEXT).article
    real = import_annotations.lock_articles

    def revised_before(numbers: Any) -> None:
        add_version(article=article, manuscript=Manuscript.pasted(f"Neu. {TEXT}"), actor=editor)
        real(numbers)

    monkeypatch.setattr(import_annotations, "lock_articles", revised_before)
    job = done(editor, json.dumps({"id": article.pk, "annotations": [span("20 Gäste")]}))
    assert counts(job) == (1, 0, 0)
    annotation = Annotation.objects.get(exact="20 Gäste")
    assert (annotation.version.number, annotation.start) == (2, TEXT.index("20 Gäste") + 5)


def test_an_article_somebody_may_not_see_is_unknown(editor: User, colleague: User) -> None:
    Desk.objects.create(name="Recherche", is_closed=True)
    closed = bring_in(editor, TEXT, desk="Recherche").article
    job = done(colleague, json.dumps({"id": closed.pk, "annotations": [span("20 Gäste")]}))
    assert problems(job) == [(1, 1, "article_unknown")]


def test_a_place_that_was_rejected_is_not_marked_again(editor: User) -> None:
    article = bring_in(editor, TEXT).article
    mark(editor, ArticleVersion.objects.get(article=article), "20 Gäste")
    Annotation.objects.update(state="rejected")
    job = done(editor, json.dumps({"id": article.pk, "annotations": [span("20 Gäste")]}))
    assert counts(job) == (0, 1, 0)
    assert Annotation.objects.get().state == "rejected"


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return file.getvalue()


def test_a_zip_of_texts(editor: User) -> None:
    content = zipped(
        a_txt="date 2023-09\n\nHaushalt steht\n\nEs waren zwölf.".encode("cp1252"), b_txt=b"\x00\x01", c_pdf=b"x"
    )
    job = done(editor, content, "zip", desk="Lokales")
    article = Article.objects.get()
    assert (article.desk, str(article.published_on)) == ("Lokales", "2023-09-01")
    original = OriginalFile.objects.get()
    assert (original.name, original.encoding) == ("a.txt", "Windows-1252")
    assert [code for _row, _item, code in problems(job)] == ["not_plain_text"]


def test_a_bomb_is_refused(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.ingest.archives.UNPACKED_LIMIT_BYTES", 10_000)
    job = done(editor, zipped(a_txt=b"a" * 10_001), "zip")
    assert (job.state, job.error) == ("failed", "unreadable")
    monkeypatch.setattr("annotations.ingest.archives.MEMBERS_LIMIT", 1)
    assert done(editor, zipped(a_txt=b"a", b_txt=b"b"), "zip").state == "failed"
    assert not Article.objects.exists()


@pytest.mark.parametrize(("form", "content"), [("zip", b"no zip"), ("jsonld", b"{"), ("labelstudio", b"{}")])
def test_a_file_of_another_format_fails_with_a_sentence(form: str, content: bytes, editor: User) -> None:
    job = done(editor, content, form)
    assert (job.state, job.error) == ("failed", "unreadable")
    assert job.error_detail


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_rows_are_looked_at(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    real, seen = imports.prepare_articles, []

    def watched(*arguments: Any, **values: Any) -> Any:
        seen.append(connection.in_atomic_block)
        return real(*arguments, **values)

    monkeypatch.setattr(imports, "prepare_articles", watched)
    assert counts(done(editor, line(title="Bericht").encode(), "jsonl")) == (1, 0, 0)
    assert seen == [False]


def test_an_interrupted_import_goes_on_where_it_was(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "_CHUNK", 1)
    content = "\n".join(line(title=f"Bericht {n}") for n in range(3))
    job = imports.request_import(content=content.encode(), name="a.jsonl", form="jsonl", actor=editor)
    real = imports.import_articles

    def killed(*arguments: Any, **values: Any) -> Any:
        if Article.objects.count() == 1:
            raise jobs.StopRequested
        return real(*arguments, **values)

    monkeypatch.setattr(imports, "import_articles", killed)
    assert jobs.execute(imports.KIND, job.pk)
    assert (Article.objects.count(), ImportResult.objects.count()) == (1, 1)
    monkeypatch.setattr(imports, "import_articles", real)
    assert jobs.execute(imports.KIND, job.pk)
    job.refresh_from_db()
    assert counts(job) == (3, 0, 0)
    assert not ImportFile.objects.exists()


def test_who_lost_the_role_imports_nothing(editor: User) -> None:
    job = imports.request_import(content=line().encode(), name="a.jsonl", form="jsonl", actor=editor)
    editor.groups.clear()
    assert jobs.execute(imports.KIND, job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == ("failed", "not_allowed")
