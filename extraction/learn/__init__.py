"""Learning from decisions: refits the verifier and the speaker ranker with the shipped weights as prior.

Plain dataclasses in and out; no file, no database. `extraction.learn.__main__` is the command line.
"""

from __future__ import annotations

from extraction.learn.examples import GoldQuote, TrainingArticle, read_articles
from extraction.learn.fitting import fit
from extraction.learn.trial import LearningReport, Trial, learn

__all__ = ["GoldQuote", "LearningReport", "TrainingArticle", "Trial", "fit", "learn", "read_articles"]
