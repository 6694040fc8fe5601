"""Learning from the newsroom's decisions: refit, compare, keep, and switch between what was learned."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

import extraction
from annotations.errors import NothingToLearnFrom
from annotations.models import Event, LearnedModel
from annotations.queries.decisions import training_articles
from annotations.services.events import Change, record_apart
from extraction.errors import UnreadableInput
from extraction.learn import LearningReport, Trial, learn
from extraction.quotes.model import Model


@dataclass(frozen=True, slots=True)
class ActiveModel:
    number: int
    quotes: Model


def active_model() -> ActiveModel | None:
    """The learned weights in use. None: the shipped ones, also where an older engine wrote what this cannot read."""
    row = LearnedModel.objects.filter(is_active=True).first()
    if row is None:
        return None
    try:
        return ActiveModel(number=row.pk, quotes=Model.from_json(json.dumps(row.weights)))
    except UnreadableInput:
        return None


def learn_from_decisions(*, actor: User | None = None) -> LearnedModel:
    """Refits on all completely annotated articles, starting from the shipped weights; in use at once if better.

    Takes seconds for hundreds of articles, outside any transaction. Raises `NothingToLearnFrom`.
    """
    articles = training_articles()
    if not articles:
        raise NothingToLearnFrom()
    report = learn(articles)
    with transaction.atomic():
        row = _store(report, actor=actor)
        if row.is_better:
            use_model(row, actor=actor)
    row.refresh_from_db()
    return row


def use_model(model: LearnedModel | None, *, actor: User | None, because: str = "") -> None:
    """Puts a learned model into use, or with None the shipped weights. Later runs use it; marks stay as they are.

    `because` stays in the record.
    """
    with transaction.atomic():
        before = LearnedModel.objects.select_for_update().filter(is_active=True).first()
        if before == model:
            return
        LearnedModel.objects.filter(is_active=True).update(is_active=False)
        if model is not None:
            LearnedModel.objects.filter(pk=model.pk).update(is_active=True)
        change = Change(
            Event.Verb.CHANGED,
            "learned_model",
            (model or before).pk,  # type: ignore[union-attr]
            old={"in_use": before.pk if before else None},
            new={"in_use": model.pk if model else None, **({"reason": because} if because else {})},
        )
        record_apart(actor=actor, change=change)


def _store(report: LearningReport, *, actor: User | None) -> LearnedModel:
    return LearnedModel.objects.create(
        learned_by=actor,
        engine_version=extraction.__version__,
        articles=report.articles,
        weights=json.loads(report.model.to_json()),
        before=_figures(report.before),
        after=_figures(report.after),
        is_better=report.is_better,
    )


def _figures(trial: Trial) -> dict[str, Any]:
    """{name: {"precision", "recall", "f1"}, …, "confidence": {"error"}}."""
    rows = {name: getattr(trial.scores, name) for name in asdict(trial.scores)}
    figures: dict[str, Any] = {
        name: {"precision": round(s.precision, 4), "recall": round(s.recall, 4), "f1": round(s.f1, 4)}
        for name, s in rows.items()
    }
    return {**figures, "confidence": {"error": round(trial.error, 4)}}
