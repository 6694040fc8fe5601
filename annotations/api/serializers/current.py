"""The present state of what somebody else was faster with, in the form its own address answers."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User

from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.articles import ArticleSerializer
from annotations.api.serializers.fields import PersonSerializer
from annotations.api.serializers.speakers import SpeakerDetailSerializer
from annotations.api.serializers.verdicts import SourceDetailSerializer
from annotations.models import Annotation, Article, Source
from annotations.queries.annotations import annotation_with_details, last_actor
from annotations.queries.articles import articles_with_counts
from annotations.queries.checks import find_sources


def current_state(thing: Any, *, user: User) -> Any:
    if isinstance(thing, Annotation):
        return AnnotationSerializer(annotation_with_details(thing.pk)).data
    if isinstance(thing, Article):
        return ArticleSerializer(articles_with_counts().get(pk=thing.pk)).data
    if isinstance(thing, Source):
        return SourceDetailSerializer(find_sources(user).select_related("created_by").get(pk=thing.pk)).data
    return SpeakerDetailSerializer(thing).data


def changed_by(thing: Any) -> Any:
    """Who changed an annotation last, as an answer shows people; None for the engine, and for other things."""
    actor = last_actor(thing) if isinstance(thing, Annotation) else None
    return PersonSerializer(actor).data if actor else None
