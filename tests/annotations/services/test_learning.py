"""Learning from decisions: what it reads, when it is put into use, and how to go back."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from annotations.errors import NothingToLearnFrom
from annotations.models import Annotation, Event, LearnedModel
from annotations.queries.decisions import training_articles
from annotations.services import annotations as service
from annotations.services.articles import BroughtIn, change_article
from annotations.services.learning import active_model, learn_from_decisions, use_model
from extraction.learn import LearningReport, Trial
from extraction.quotes.model import SHIPPED, Model
from extraction.scoring import QuoteScores, Score
from tests.factories import suggested

pytestmark = pytest.mark.django_db
WORSE, BETTER = Trial(QuoteScores(typed=Score(1, 2, 2)), 0.5, 2), Trial(QuoteScores(typed=Score(2, 2, 2)), 0.1, 2)


def flag(article: BroughtIn, actor: User) -> None:
    change_article(article=article.article, values={"is_completely_annotated": True}, actor=actor)


def outcome(*, is_better: bool) -> LearningReport:
    model = Model(verifier={**SHIPPED.verifier, "bias": 1.5}, speaker=SHIPPED.speaker)
    return LearningReport(articles=7, before=WORSE, after=BETTER, is_better=is_better, model=model)


def learned(*, is_better: bool = True) -> LearnedModel:
    with (
        patch("annotations.services.learning.training_articles", return_value=[object()]),
        patch("annotations.services.learning.learn", return_value=outcome(is_better=is_better)),
    ):
        return learn_from_decisions()


def test_reads_decisions_of_flagged_articles_only(editor: User) -> None:
    article, _other = suggested(editor), suggested(editor, "„Ja“, sagte Karl Kern.")
    direct = Annotation.objects.get(exact="Wir bauen bis 2027 zwölf neue Schulen", kind="quote")
    service.accept_annotation(annotation=direct, revision=1, actor=editor)
    rejected = Annotation.objects.filter(kind="quote", version=article.version).exclude(pk=direct.pk)[0]
    service.reject_annotation(annotation=rejected, revision=1, actor=editor)
    assert training_articles() == []
    flag(article, editor)
    [training] = training_articles()
    assert training.text == article.version.text
    [gold] = training.quotes
    assert [training.text[s:e] for s, e in gold.spans] == ["Wir bauen bis 2027 zwölf neue Schulen"]
    assert [training.text[s:e] for s, e in gold.speaker] == ["Anna Beck"]
    assert len(training.rejected) == 1


def test_really_learns_without_a_stand_in(editor: User) -> None:
    for number in range(6):
        article = suggested(editor, f"„Wir bauen {number + 2} Schulen“, sagte Karl Kern am Montag. Es regnete.")
        for quote in Annotation.objects.filter(version=article.version, kind="quote"):
            service.accept_annotation(annotation=quote, revision=1, actor=editor)
        flag(article, editor)
    row = learn_from_decisions()
    assert row.articles == 6
    assert set(row.before) == set(row.after) == {"met", "typed", "exact", "joint", "speaker", "confidence"}
    assert row.is_active == row.is_better


def test_better_weights_are_used_by_the_next_run(editor: User) -> None:
    row = learned()
    active = active_model()
    assert active is not None
    assert (active.number, active.quotes.verifier["bias"]) == (row.pk, 1.5)
    with patch("extraction.analyze", wraps=service.annotation_with_details) as analyze:
        analyze.side_effect = RuntimeError
        from annotations.services.suggestions import execute_run
        from tests.factories import bring_in

        execute_run(bring_in(editor).run.pk)
        assert analyze.call_args.kwargs["quote_model"] == active.quotes


def test_suggestions_name_the_model_that_made_them(editor: User) -> None:
    row = learned()
    article = suggested(editor)
    assert Annotation.objects.filter(version=article.version)[0].generator.endswith(f"model {row.pk}")


def test_what_is_not_better_is_kept_and_not_used() -> None:
    row = learned(is_better=False)
    assert not row.is_active
    assert active_model() is None


def test_switching_back_and_forth_is_recorded(moderator: User) -> None:
    first, second = learned(), learned()
    assert active_model().number == second.pk
    use_model(first, actor=moderator)
    assert active_model().number == first.pk
    use_model(None, actor=moderator)
    assert active_model() is None
    told = Event.objects.filter(object_type="learned_model", actor=moderator).order_by("id")
    assert [event.new["in_use"] for event in told] == [first.pk, None]


def test_only_one_is_in_use() -> None:
    learned()
    other = learned(is_better=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        LearnedModel.objects.filter(pk=other.pk).update(is_active=True)


def test_weights_this_engine_cannot_read_fall_back_to_the_shipped_ones() -> None:
    row = learned()
    LearnedModel.objects.filter(pk=row.pk).update(weights={"format": 99})
    assert active_model() is None


def test_nothing_to_learn_from_is_said() -> None:
    with pytest.raises(NothingToLearnFrom):
        learn_from_decisions()
    with pytest.raises(CommandError, match=r"annotated|gekennzeichnet"):
        call_command("learn_suggestions")


def test_admin_shows_and_switches(moderator: User) -> None:
    row = learned(is_better=False)
    client = Client()
    client.force_login(moderator)
    path = "/admin/annotations/learnedmodel/"
    assert "0,500 → 1,000" in client.get(path, headers={"Accept-Language": "de"}).content.decode()
    assert "1.000" in client.get(f"{path}{row.pk}/change/", headers={"Accept-Language": "en"}).content.decode()
    client.post(path, {"action": "use", "_selected_action": [row.pk], "reason": "Besser"})
    assert active_model().number == row.pk
    client.post(path, {"action": "use_shipped", "_selected_action": [row.pk], "reason": "Doch nicht"})
    assert active_model() is None
