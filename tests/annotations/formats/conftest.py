"""One article with something of everything: an emoji before all marks, each kind, each state, a verdict."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from django.contrib.auth.models import User

from annotations.formats.records import ArticleRecord
from annotations.formats.registry import FORMATS
from annotations.models import Annotation, Article
from annotations.queries.exports import AnnotationChoice, article_records
from annotations.services.annotations import delete_annotation, reject_annotation
from annotations.services.articles import BroughtIn
from annotations.services.moderation import hide_annotation
from tests.factories import bring_in, check, make_source, mark

SITE = "https://beleg.example"
TEXT = (
    "=1+1 ist keine Formel 👩‍👩‍👧 im Text.\n\n"
    "„Wir bauen zwölf Schulen“, sagte Anna Beck, „und zwar bald.“ "
    "Die Kosten liegen bei minus 3,5 Millionen Euro. Der Etat sei gesichert. Es regnete."
)


class Everything(NamedTuple):
    brought_in: BroughtIn
    quote: Annotation
    claim: Annotation
    figure: Annotation


@pytest.fixture
def everything(editor: User, moderator: User) -> Everything:
    brought_in = bring_in(editor, TEXT, title="@Haushalt", desk="Lokales", published_on=None)
    version = brought_in.version
    words = "Wir bauen zwölf Schulen“, sagte Anna Beck, „und zwar bald."
    spans = [("content", "Wir bauen zwölf Schulen"), ("content", "und zwar bald."), ("cue", "sagte")]
    parts = [
        {"role": role, "start": TEXT.index(part), "end": TEXT.index(part) + len(part), "exact": part}
        for role, part in spans
    ]
    quote = mark(editor, version, words, "quote", parts=parts, fields={"type": "direct", "speaker": "Anna Beck"})
    claim = mark(editor, version, "Der Etat sei gesichert.", fields={"claimant": "Anna Beck", "worthiness": "high"})
    figure = mark(
        editor, version, "3,5 Millionen Euro", "figure", fields={"kind": "money", "value": -3.5e6, "unit": "EUR"}
    )
    check(editor, claim, "wrong", correction="Er ist offen.", source=make_source(editor, url="https://rat.example/7"))
    for gone, act in (("Es", "reject"), ("regnete", "bin"), ("keine Formel", "hide")):
        annotation = mark(editor, version, gone)
        if act == "reject":
            reject_annotation(annotation=annotation, revision=1, actor=editor)
        elif act == "bin":
            delete_annotation(annotation=annotation, revision=1, actor=editor)
        else:
            hide_annotation(annotation=annotation, actor=moderator, reason="Doppelt.")
    Annotation.objects.filter(pk=figure.pk).update(state="suggested")
    return Everything(brought_in, quote, claim, figure)


def records(**choice: tuple[str, ...]) -> list[ArticleRecord]:
    return list(article_records(Article.objects.all(), AnnotationChoice(**choice)))


def written(name: str, **choice: tuple[str, ...]) -> str:
    return b"".join(FORMATS[name].write(iter(records(**choice)), SITE)).decode("utf-8")
