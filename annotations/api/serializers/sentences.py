"""Sentences that say something checkable, and the decision that there is nothing to check."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.fields import INTEGER_LIMIT, PersonSerializer
from annotations.models import SentenceReview
from annotations.queries.coverage import MARKED, UNLOOKED, WAVED
from extraction.checkable import Signal

_STATES = [MARKED, WAVED, UNLOOKED]


class SentenceReviewSerializer(serializers.ModelSerializer[SentenceReview]):
    by = PersonSerializer()
    is_waved = serializers.SerializerMethodField()

    class Meta:
        model = SentenceReview
        fields = ["id", "version", "start", "end", "exact", "by", "at", "is_waved"]

    def get_is_waved(self, review: SentenceReview) -> bool:
        return review.withdrawn_at is None


class SentenceSerializer(serializers.Serializer[Any]):
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    signals = serializers.ListField(child=serializers.ChoiceField(choices=[str(signal) for signal in Signal]))
    state = serializers.ChoiceField(
        choices=[(state, state) for state in _STATES],
        help_text=_("marked: an accepted or rejected mark overlaps it; waved: nothing to check; unlooked: neither."),
    )
    review = SentenceReviewSerializer(allow_null=True)


class SentencesSerializer(serializers.Serializer[Any]):
    version = serializers.IntegerField()
    unlooked = serializers.IntegerField(help_text=_("How many nobody has looked at."))
    sentences = SentenceSerializer(many=True)


class WaveSerializer(serializers.Serializer[Any]):
    version = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    start = serializers.IntegerField(min_value=0, max_value=INTEGER_LIMIT)
    end = serializers.IntegerField(min_value=1, max_value=INTEGER_LIMIT)
    exact = serializers.CharField(trim_whitespace=False)


class ReviewedSerializer(serializers.Serializer[Any]):
    sentence = SentenceReviewSerializer(source="review")
    event = serializers.IntegerField(source="event.pk", default=None, allow_null=True)
