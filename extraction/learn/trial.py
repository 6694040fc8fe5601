"""Whether what was learned is better: cross-validation over articles, and the old model kept where it is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extraction.document import Document
from extraction.learn.examples import TrainingArticle
from extraction.learn.fitting import fit
from extraction.learn.labels import label
from extraction.quotes.engine import extract_quotes
from extraction.quotes.model import SHIPPED, Model
from extraction.scoring import QuoteScores, marked, score_quotes

FOLDS = 5
_FEWEST_ARTICLES = 5  # below, a comparison says nothing and the old model stays

Progress = Callable[[str], None]


@dataclass(frozen=True)
class LearningReport:
    """`before` and `after` are scores on articles the model had not seen; `model` is the one to use from now on."""

    articles: int
    before: QuoteScores
    after: QuoteScores
    is_better: bool
    model: Model


def evaluate(articles: Sequence[TrainingArticle], model: Model) -> QuoteScores:
    """Scores of `model` on completely annotated articles."""
    total = QuoteScores()
    for article in articles:
        if not article.is_complete:
            continue
        found = extract_quotes(Document(article.text, article.lang), tick=lambda: None, model=model)
        total += score_quotes(
            [marked(article.text, spans=q.spans, type=q.type, speaker=q.speaker) for q in found],
            [marked(article.text, spans=q.spans, type=q.type, speaker=q.speaker) for q in article.quotes],
        )
    return total


def learn(
    articles: Sequence[TrainingArticle], *, prior: Model = SHIPPED, report: Progress = lambda message: None
) -> LearningReport:
    """Refits on all articles; keeps `prior` unless the refitted model was better in cross-validation.

    Better means: the sum of the F1 of typed quotes and of quotes with type and speaker right has grown.
    """
    cases = [label(article, prior) for article in articles]
    report(f"{len(articles)} articles read")
    before = evaluate(articles, prior)
    after = QuoteScores()
    for fold in range(FOLDS):
        held_out = [article for number, article in enumerate(articles) if number % FOLDS == fold]
        rest = [case for number, case in enumerate(cases) if number % FOLDS != fold]
        after += evaluate(held_out, fit(rest, prior))
        report(f"fold {fold + 1} of {FOLDS} done")
    is_better = len(articles) >= _FEWEST_ARTICLES and _worth(after) > _worth(before)
    return LearningReport(len(articles), before, after, is_better, fit(cases, prior) if is_better else prior)


def _worth(scores: QuoteScores) -> float:
    return scores.typed.f1 + scores.joint.f1
