"""ClaimReview: only facts a person has checked."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User

from tests.annotations.formats.conftest import Everything, written
from tests.factories import check

pytestmark = pytest.mark.django_db


def test_only_facts_with_a_verdict(everything: Everything) -> None:
    document = json.loads(written("claimreview"))
    assert document["@context"] == "https://schema.org"
    [review] = document["@graph"]
    assert review["claimReviewed"] == "Der Etat sei gesichert."
    assert review["reviewRating"]["ratingValue"] == 1
    assert review["itemReviewed"]["author"]["name"] == "Anna Beck"
    assert review["citation"][0]["url"] == "https://rat.example/7"


def test_a_question_to_the_author_is_no_review(everything: Everything, editor: User) -> None:
    check(editor, everything.claim, "query", question="Wer sagt das?")
    assert json.loads(written("claimreview"))["@graph"] == []


def test_what_cannot_be_rated_has_words_and_no_number(everything: Everything, editor: User) -> None:
    check(editor, everything.claim, "not_checkable")
    [review] = json.loads(written("claimreview"))["@graph"]
    assert "ratingValue" not in review["reviewRating"]
    assert review["reviewRating"]["alternateName"]
