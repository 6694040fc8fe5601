"""One factory a model: through the services, so that what tests start from is what the product makes."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User

from annotations.models import Annotation, Article, ArticleVersion, Source, Speaker, SuggestionRun, WebhookEndpoint
from annotations.roles import MODERATOR
from annotations.scopes import SCOPES
from annotations.services.annotations import create_annotation
from annotations.services.articles import ArticleFields, BroughtIn, Manuscript, bring_in_article
from annotations.services.assignments import assign
from annotations.services.comments import add_comment
from annotations.services.releases import release_article
from annotations.services.source_fetches import request_fetch
from annotations.services.sources import create_source
from annotations.services.speakers import merge_speakers
from annotations.services.suggestions import execute_run
from annotations.services.tokens import NewToken, create_token
from annotations.services.verdict_rows import CitationInput, VerdictInput
from annotations.services.verdicts import set_verdict
from annotations.services.webhooks import create_webhook, send_test

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


def make_token(owner: User, *scopes: str, days: int = 30) -> NewToken:
    return create_token(owner=owner, name="Programm", scopes=scopes or SCOPES, days=days, actor=owner)


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


def make_source(actor: User, title: str = "Protokoll der Ratssitzung", **values: Any) -> Source:
    return create_source(values={"title": title, **values}, actor=actor)


def check(actor: User, fact: Annotation, status: str = "author_alone", **values: Any) -> Annotation:
    """Sets a verdict on an accepted mark; `source` and `place` make a citation."""
    if source := values.pop("source", None):
        values["citations"] = (CitationInput(source=source.pk, place=values.pop("place", "S. 4")),)
    fact.refresh_from_db()
    wished = VerdictInput(status=status, **values)
    return set_verdict(annotation=fact, revision=fact.revision, verdict=wished, actor=actor).annotation


def make_webhook(owner: User, url: str = "https://press.example/hook", **values: Any) -> WebhookEndpoint:
    """Hears of everything unless `event_types` says of what."""
    kinds = values.pop("event_types", WebhookEndpoint.EventType.values)
    return create_webhook(url=url, event_types=kinds, actor=owner, **values)


def things_to_check(brought_in: BroughtIn) -> dict[str, int]:
    """One of each thing the check is about, by name; made by a moderator of her own."""
    actor = make_user(MODERATOR)
    version = brought_in.version
    facts = [mark(actor, version, words) for words in ("Händedruck", "am Montag", "teilte die Verwaltung mit")]
    check(actor, facts[1])
    check(actor, facts[2], "query", question="Wer genau?")
    released = bring_in(actor, "Es kamen zwölf Gäste.")
    published = mark(actor, released.version, "Es kamen zwölf Gäste")
    release = release_article(article=released.article, actor=actor, reason="Eilt.")
    speakers = [Speaker.objects.create(name=f"Stimme {number}") for number in range(4)]
    merge_speakers(kept=speakers[2], merged=speakers[3], actor=actor)
    return {
        "fact": facts[0].pk,
        "checked": facts[1].pk,
        "asked": facts[2].pk,
        "comment": add_comment(annotation=facts[0], text="Bitte prüfen.", actor=actor).pk,
        "released": published.pk,
        "released_article": released.article.pk,
        "release": release.pk,
        "person": actor.pk,
        "assignment": assign(article=brought_in.article, checker=actor, actor=actor).pk,
        "source": (source := make_source(actor, url="https://rat.example/protokoll")).pk,
        "fetch": request_fetch(source=source, actor=actor).pk,
        "speaker": speakers[0].pk,
        "other_speaker": speakers[1].pk,
        "merged_speaker": speakers[3].pk,
        "webhook": (endpoint := make_webhook(actor)).pk,
        "delivery": send_test(endpoint=endpoint).pk,
    }
