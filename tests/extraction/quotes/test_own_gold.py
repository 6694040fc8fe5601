"""The own gold as regression test: floors a little below what was measured."""

from __future__ import annotations

import pytest

from extraction.document import Document
from extraction.quotes.engine import extract_quotes
from extraction.scoring import QuoteScores, marked, score_quotes
from tests.extraction.quotes.inline_gold import InlineArticle, parse, read_gold

FLOORS = {  # F1 of typed quotes, of exact ones, and of type and speaker jointly
    "worked.txt": (0.96, 0.95, 0.90),
    "unseen.txt": (0.94, 0.91, 0.81),
    "agency.txt": (0.95, 0.95, 0.90),
    "fresh.txt": (0.97, 0.96, 0.94),
    "second.txt": (0.97, 0.97, 0.97),
    "third.txt": (0.98, 0.98, 0.98),
    "fourth.txt": (0.97, 0.97, 0.97),
    "fifth.txt": (0.98, 0.98, 0.98),
    "sixth.txt": (0.96, 0.96, 0.93),
    "seventh.txt": (0.97, 0.94, 0.94),
    "sentences.txt": (0.97, 0.97, 0.96),
}


def score(article: InlineArticle) -> QuoteScores:
    found = extract_quotes(Document(article.text, "de"), tick=lambda: None)
    return score_quotes(
        [marked(article.text, spans=q.spans, type=q.type, speaker=q.speaker) for q in found],
        [marked(article.text, spans=q.spans, type=q.type, speaker=q.speaker) for q in article.quotes],
    )


@pytest.mark.parametrize("file_name", FLOORS)
def test_scores_stay_above_their_floors(file_name: str) -> None:
    total = sum((score(article) for article in read_gold(file_name)), QuoteScores())
    typed, exact, joint = FLOORS[file_name]
    assert total.typed.f1 >= typed
    assert total.exact.f1 >= exact
    assert total.joint.f1 >= joint


SENTENCES = [a for a in read_gold("sentences.txt") if not a.name.startswith("missed")]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text)
def test_single_sentences_are_read_as_marked(sentence: InlineArticle) -> None:
    scores = score(sentence)
    quotes = len(sentence.quotes)
    assert (scores.exact.right, scores.exact.found) == (quotes, quotes)
    assert scores.speaker.right == scores.speaker.gold


def test_there_are_at_least_sixty_articles_half_of_them_unseen() -> None:
    assert len(read_gold("worked.txt")) >= 30
    assert len(read_gold("unseen.txt")) >= 30


def test_markup_gives_text_and_places() -> None:
    article = parse("x", "<q1 indirect>Es sei „<q2 direct>gut</q2>“</q1>, sagte <s1,2>sie</s1,2>.")
    assert article.text == "Es sei „gut“, sagte sie."
    assert [[article.text[a:b] for a, b in q.spans] for q in article.quotes] == [["Es sei „gut“"], ["gut"]]
    assert [[article.text[a:b] for a, b in q.speaker] for q in article.quotes] == [["sie"], ["sie"]]


def test_markup_that_never_closes_is_refused() -> None:
    with pytest.raises(ValueError, match="never closed"):
        parse("x", "<q1 direct>offen")
