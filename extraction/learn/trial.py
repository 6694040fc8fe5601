"""Whether what was learned is better: cross-validation over articles, and the old model kept where it is not."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extraction.document import Document
from extraction.learn.examples import TrainingArticle
from extraction.learn.fitting import fit
from extraction.learn.labels import label
from extraction.quotes.engine import extract_quotes
from extraction.quotes.model import SHIPPED, Model
from extraction.scoring import QuoteScores, marked, pair, score_quotes

FOLDS = 5
_FEWEST_ARTICLES = 5  # below, a comparison says nothing and the old model stays

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Trial:
    """How a model did: what it found, and how well it knew where it was right.

    `squares` are the squared differences between confidence and being right (span and type), over the quotes `shown`.
    """

    scores: QuoteScores = field(default_factory=QuoteScores)
    squares: float = 0.0
    shown: int = 0

    @property
    def error(self) -> float:
        """Of the confidence: 0 for who always knows, 0.25 for who always says one half."""
        return self.squares / self.shown if self.shown else 0.0

    def __add__(self, other: Trial) -> Trial:
        return Trial(self.scores + other.scores, self.squares + other.squares, self.shown + other.shown)


@dataclass(frozen=True)
class LearningReport:
    """`before` and `after` were tried on articles the model had not seen; `model` is the one to use from now on."""

    articles: int
    before: Trial
    after: Trial
    is_better: bool
    model: Model


def evaluate(articles: Sequence[TrainingArticle], model: Model) -> Trial:
    """`model` on completely annotated articles."""
    total = Trial()
    for article in articles:
        if article.is_complete:
            total += _try(article, model)
    return total


def _try(article: TrainingArticle, model: Model) -> Trial:
    quotes = extract_quotes(Document(article.text, article.lang), tick=lambda: None, model=model)
    found = [marked(article.text, spans=q.spans, type=q.type, speaker=q.speaker) for q in quotes]
    gold = [marked(article.text, spans=q.spans, type=q.type, speaker=q.speaker) for q in article.quotes]
    right = {mine for mine, theirs in pair(found, gold) if found[mine].type == gold[theirs].type}
    squares = sum((quote.confidence - (number in right)) ** 2 for number, quote in enumerate(quotes))
    return Trial(score_quotes(found, gold), squares, len(quotes))


def learn(
    articles: Sequence[TrainingArticle], *, prior: Model = SHIPPED, report: Progress = lambda message: None
) -> LearningReport:
    """Refits on all articles; keeps `prior` unless the refitted model was better in cross-validation."""
    cases = [label(article, prior) for article in articles]
    report(f"{len(articles)} articles read")
    before, after = [], []
    for fold in range(FOLDS):
        held_out = [article for number, article in enumerate(articles) if number % FOLDS == fold]
        rest = [case for number, case in enumerate(cases) if number % FOLDS != fold]
        before.append(evaluate(held_out, prior))
        after.append(evaluate(held_out, fit(rest, prior)))
        report(f"fold {fold + 1} of {FOLDS} done")
    is_better = len(articles) >= _FEWEST_ARTICLES and _is_better(before, after)
    return LearningReport(
        articles=len(articles),
        before=sum(before, Trial()),
        after=sum(after, Trial()),
        is_better=is_better,
        model=fit(cases, prior) if is_better else prior,
    )


def _is_better(before: Sequence[Trial], after: Sequence[Trial]) -> bool:
    """Whether F1 has grown; where the folds leave that open, whether the confidence is nearer to the truth.

    F1 is the sum of that of typed quotes and that of quotes with type and speaker right. It is left open where it fell
    by less than one standard error of the folds' gains.
    """
    gains = [_worth(new.scores) - _worth(old.scores) for old, new in zip(before, after, strict=True)]
    old, new = sum(before, Trial()), sum(after, Trial())
    gain = _worth(new.scores) - _worth(old.scores)
    doubt = statistics.stdev(gains) / len(gains) ** 0.5
    return gain > 0 or (gain >= -doubt and new.error < old.error)


def _worth(scores: QuoteScores) -> float:
    return scores.typed.f1 + scores.joint.f1
