"""One factory a model: through the services, so that what tests start from is what the product makes."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User

from annotations.models import Annotation, Article, ArticleVersion, SuggestionRun
from annotations.services.annotations import create_annotation
from annotations.services.articles import ArticleFields, BroughtIn, Manuscript, bring_in_article
from annotations.services.suggestions import execute_run

_numbers = count(1)

TEXT = (
    "Der Bürgermeister begrüßte die Gäste mit einem 40-sekündigen Händedruck.\n\n"
    "„Wir bauen bis 2027 zwölf neue Schulen“, sagte Anna Beck am Montag. "
    "Zweimal sei der Plan gescheitert, teilte die Verwaltung mit.\n\n"
    "Laut Polizei kamen rund 1.200 Menschen 👩‍👩‍👧. Die Kosten liegen bei 3,5 Millionen Euro."
)


def make_user(role: str | None, **values: Any) -> User:
    user = User.objects.create_user(username=values.pop("username", f"{role or 'nobody'}-{next(_numbers)}"), **values)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def bring_in(actor: User, text: str = TEXT, **fields: Any) -> BroughtIn:
    values = {"title": f"Artikel {next(_numbers)}", **fields}
    return bring_in_article(fields=ArticleFields(**values), manuscript=Manuscript.pasted(text), actor=actor)


def suggested(actor: User, text: str = TEXT, **fields: Any) -> BroughtIn:
    """An article whose suggestions are there."""
    result = bring_in(actor, text, **fields)
    assert execute_run(result.run.pk)
    result.run.refresh_from_db()
    assert result.run.state == SuggestionRun.State.FINISHED
    return result


def mark(actor: User, version: ArticleVersion, words: str, kind: str = "claim", **values: Any) -> Annotation:
    start = version.text.index(words)
    outcome = create_annotation(
        version=version, kind=kind, start=start, end=start + len(words), exact=words, actor=actor, **values
    )
    return outcome.annotation


def first_suggestion(article: Article, kind: str = "figure") -> Annotation:
    found: Annotation = Annotation.objects.awaiting_review().filter(version__article=article, kind=kind)[0]
    return found
