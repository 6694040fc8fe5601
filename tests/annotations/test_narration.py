"""The record in words: a sentence for everything that can happen, in both languages."""

from __future__ import annotations

import ast
import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone, translation

from annotations.models import Annotation, Event
from annotations.narration import SENTENCES, details, sentence
from annotations.queries.history import article_history, tell
from annotations.services.articles import BroughtIn, change_article
from annotations.services.assignments import assign, unassign
from annotations.services.moderation import hide_annotation
from tests.factories import check, make_source, make_user, mark, things_to_check

SERVICES = Path(__file__).resolve().parents[2] / "annotations" / "services"
AT = datetime.datetime(2026, 5, 3, 12, 32, tzinfo=datetime.UTC)


def event(object_type: str, verb: str, **values: Any) -> Event:
    actor = User(username="anna", first_name="Anna", last_name="Beck")
    return Event(object_type=object_type, object_id=7, verb=verb, actor=actor, at=AT, **values)


def test_says_who_did_what_when() -> None:
    accepted = event("annotation", "accepted")
    said = sentence(accepted, kind="claim", words="Zweimal sei der Plan gescheitert")
    assert said == "Anna Beck hat die Behauptung „Zweimal sei der Plan gescheitert“ am 3. Mai 2026 um 14:32 angenommen."
    with translation.override("en"):
        said = sentence(accepted, kind="claim", words="Zweimal sei der Plan gescheitert")
    assert said == "Anna Beck accepted the claim “Zweimal sei der Plan gescheitert” on May 3, 2026 at 14:32."


@pytest.mark.parametrize(("object_type", "verb"), SENTENCES, ids=lambda v: str(v))
def test_every_sentence_is_one_in_both_languages(object_type: str, verb: str) -> None:
    told = event(object_type, verb, new={"text": "Stimmt.", "number": 2, "counts": {"quote": 3}, "checker": 1})
    said = {}
    for language in ("de", "en"):
        with translation.override(language):
            person = "Jo Lind" if object_type == "assignment" else ""
            said[language] = sentence(told, words="Zwölf Gäste", person=person)
    assert said["de"] != said["en"]
    for words in said.values():
        assert words.startswith("Anna Beck ")
        assert words.rstrip("“”").endswith(".")
        assert "%" not in words
        assert "2026" in words


def test_every_verb_has_a_sentence() -> None:
    assert {verb for _type, verb in SENTENCES} == set(Event.Verb) - {Event.Verb.STARTED}


def test_whatever_a_service_records_has_a_sentence() -> None:
    """Where verb and object stand in the code as they are; the others are met by the loop below."""
    written = set()
    for path in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Change":
                verb, object_type = node.args[:2]
                if isinstance(verb, ast.Attribute) and isinstance(object_type, ast.Constant):
                    written.add((object_type.value, Event.Verb[verb.attr]))
    assert len(written) > 20
    assert written - set(SENTENCES) == set()


@pytest.mark.django_db
def test_the_whole_loop_is_told(with_suggestions: BroughtIn) -> None:
    things_to_check(with_suggestions)
    events = list(Event.objects.select_related("actor", "article").order_by("pk"))
    assert {(e.object_type, e.verb) for e in events} - set(SENTENCES) == set()
    told = [one.sentence for one in tell(events)]
    assert not [words for words in told if "„…“" in words], "everything is called by its name"
    assert any(words.startswith("Beleg hat das Zitat „Wir bauen bis 2027") for words in told)


def test_a_machine_is_called_by_its_name() -> None:
    finished = event("run", "finished", new={"counts": {"quote": 3, "claim": 4}})
    finished.actor = None
    assert sentence(finished).startswith("Beleg hat den Text am 3. Mai 2026 um 14:32")
    assert "7" in sentence(finished)


def test_the_verdict_is_named() -> None:
    checked = event("annotation", "checked", new={"verdict": {"status": "confirmed"}})
    assert sentence(checked, kind="figure", words="12").endswith("geprüft: bestätigt.")
    taken_away = event("annotation", "checked", new={"verdict": None})
    assert sentence(taken_away, kind="figure", words="12").endswith("geprüft: ungeprüft.")


def test_details_say_what_differs() -> None:
    changed = event(
        "article",
        "changed",
        old={"title": "Alt", "is_completely_annotated": False, "desk": ""},
        new={"title": "Neu", "is_completely_annotated": True, "desk": "Lokales", "reason": "Tippfehler."},
    )
    lines = details(changed)
    assert "Titel: Alt → Neu" in lines
    assert any(line.endswith("nein → ja") for line in lines)
    assert any(line.endswith("– → Lokales") for line in lines)
    assert lines[-1] == "Begründung: Tippfehler."
    mark_changed = event(
        "annotation",
        "changed",
        old={"kind": "claim", "fields": {"worthiness": "low", "claimant_id": 3}},
        new={"kind": "quote", "fields": {"worthiness": "high", "claimant_id": 4}},
    )
    assert details(mark_changed)[0].endswith("Behauptung → Zitat")
    assert not [line for line in details(mark_changed) if "3" in line], "numbers of other tables say nothing"


@pytest.mark.django_db
def test_work_given_and_taken_back(brought_in: BroughtIn, editor: User) -> None:
    checker = make_user("checker", first_name="Jo", last_name="Lind")
    assignment = assign(article=brought_in.article, checker=checker, actor=editor)
    unassign(assignment=assignment, actor=editor)
    given, taken = (one.sentence for one in tell(Event.objects.filter(object_type="assignment").order_by("pk")))
    assert "hat Jo Lind" in given
    assert given.endswith("zugeteilt.")
    assert taken.endswith("wieder abgenommen.")


# --- Pages -----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_page_of_an_article(with_suggestions: BroughtIn, editor: User, pages: Client) -> None:
    article = with_suggestions.article
    change_article(article=article, values={"desk": "Lokales"}, actor=editor)
    shown = pages.get(f"/articles/{article.pk}/history/").content.decode()
    assert f"{editor.username} hat die Angaben über den Artikel „{article.title}“" in shown
    assert "→ Lokales" in shown
    assert f"/articles/{article.pk}/history/" in pages.get(f"/articles/{article.pk}/").content.decode()


@pytest.mark.django_db
def test_what_is_hidden_is_not_told(with_suggestions: BroughtIn, moderator: User, pages: Client, editor: User) -> None:
    annotation = mark(editor, with_suggestions.version, "Händedruck")
    path = f"/articles/{with_suggestions.article.pk}/history/"
    assert "„Händedruck“" in pages.get(path).content.decode()
    hide_annotation(annotation=annotation, actor=moderator, reason="Persönlich.")
    assert "„Händedruck“" not in pages.get(path).content.decode()
    own = Client()
    own.force_login(moderator)
    assert "„Händedruck“" not in own.get(path).content.decode()
    panel = f"/admin/annotations/annotation/{annotation.pk}/history/"
    assert "„Händedruck“" in own.get(panel).content.decode()


@pytest.mark.django_db
def test_a_page_costs_the_same_whatever_is_told(
    with_suggestions: BroughtIn, editor: User, django_assert_max_num_queries: Any
) -> None:
    things_to_check(with_suggestions)
    events = article_history(with_suggestions.article.pk, editor).select_related("actor", "article")
    assert events.count() > 20
    with django_assert_max_num_queries(9):
        tell(list(events))


@pytest.mark.django_db
def test_the_panel_tells_the_history_of_each_thing(with_suggestions: BroughtIn, moderator: User) -> None:
    numbers = things_to_check(with_suggestions)
    panel = Client()
    panel.force_login(moderator)
    expected = {
        "article": (with_suggestions.article.pk, "eingebracht"),
        "annotation": (numbers["checked"], "geprüft"),
        "speaker": (numbers["merged_speaker"], "zusammengeführt"),
        "source": (numbers["source"], "angelegt"),
        "suggestionrun": (with_suggestions.run.pk, "durchgesehen"),
        "comment": (numbers["comment"], "kommentiert"),
    }
    for model, (number, words) in expected.items():
        shown = panel.get(f"/admin/annotations/{model}/{number}/history/").content.decode()
        assert words in shown, model
    listed = panel.get("/admin/annotations/event/").content.decode()
    assert "zusammengeführt" in listed
    editor = Client()
    editor.force_login(with_suggestions.article.uploader)
    assert editor.get(f"/admin/annotations/article/{with_suggestions.article.pk}/history/").status_code == 302


@pytest.mark.django_db
def test_a_fact_that_was_checked_twice_tells_both(with_suggestions: BroughtIn, editor: User) -> None:
    fact = mark(editor, with_suggestions.version, "am Montag")
    check(editor, fact, "confirmed", source=make_source(editor))
    check(editor, Annotation.objects.get(pk=fact.pk), "wrong", correction="am Dienstag")
    told = tell(Event.objects.filter(verb="checked").select_related("actor").order_by("pk"))
    assert [one.sentence.rsplit(": ", 1)[1] for one in told] == ["bestätigt.", "falsch."]
    assert timezone.now() >= told[0].event.at
