"""The check of an article: how far it is, its proof, its release and dossier."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from annotations.errors import BelegError
from annotations.models import Annotation, Article, ArticleVersion, Assignment, Release, Verdict
from annotations.queries.articles import newest_version
from annotations.queries.checks import Condition, facts_of, progress_of, release_conditions, sources_of
from annotations.queries.dossiers import corrections_in_sight, dossier_in_sight, is_too_vague, json_ld
from annotations.queries.history import last_reopening
from annotations.queries.people import checkers
from annotations.queries.proofs import proof_of
from annotations.services.assignments import assign, assign_facts, unassign
from annotations.services.releases import correct_published, release_article, reopen_article
from annotations.services.verdicts import answer_query, countersign
from annotations.web.access import actor, page
from annotations.web.documents import dossier_pdf, proof_pdf
from annotations.web.texts import about_words, condition_texts, hidden_facts_words, source_words, status_bars

_EXAMPLES = 10  # shown of each thing that stands in the way of a release
READ, RELEASE = "annotations.view_article", "annotations.add_release"


def _article(request: HttpRequest, pk: int) -> tuple[Article, ArticleVersion]:
    article: Article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    version = newest_version(article)
    version.article = article
    return article, version


@page(READ)
@require_GET
def article_check(request: HttpRequest, pk: int) -> HttpResponse:
    article, version = _article(request, pk)
    facts = facts_of(version)
    progress = progress_of(facts)
    texts = condition_texts()
    conditions = [
        (condition, texts[condition.code], _examples(condition, version))
        for condition in release_conditions(version, facts)
    ]
    given, given_facts = _given(article)
    releases = list(
        Release.objects.filter(version__article=article).select_related("by").defer("dossier").order_by("-id")
    )
    corrections = corrections_in_sight(releases)
    context = {
        "article": article,
        "version": version,
        "facts": [(fact, given_facts.get(fact.pk, [])) for fact in facts],
        "progress": progress,
        "bars": status_bars(progress.by_status),
        "conditions": conditions,
        "is_ready": all(condition.is_met for condition, _text, _shown in conditions),
        "sources": sources_of(facts),
        "assignments": given,
        "checkers": checkers(),
        "releases": releases,
        "reopened": last_reopening(article) if releases and article.state != Article.State.RELEASED else None,
        "corrections": corrections,
    }
    return render(request, "annotations/article_check.html", context)


def _examples(condition: Condition, version: ArticleVersion) -> list[tuple[str, int | None]]:
    """The words of the first things that stand in the way, and which marks these are."""
    marks = condition.annotations or (None,) * len(condition.places)
    shown = list(zip(condition.places, marks, strict=True))[:_EXAMPLES]
    return [(version.text[start:end], mark) for (start, end), mark in shown]


def _given(article: Article) -> tuple[list[Assignment], dict[int, list[Assignment]]]:
    """Who has the whole article, and who which of its facts."""
    whole: list[Assignment] = []
    facts: dict[int, list[Assignment]] = {}
    for assignment in Assignment.objects.filter(article=article).select_related("checker").order_by("id"):
        number = assignment.annotation_id
        (whole if number is None else facts.setdefault(number, [])).append(assignment)
    return whole, facts


@page(READ)
@require_GET
def article_proof(request: HttpRequest, pk: int) -> HttpResponse:
    article, version = _article(request, pk)
    facts = facts_of(version)
    blocks, cited = proof_of(version, facts), sources_of(facts)
    if request.GET.get("as") == "pdf":
        sources = [source for source, _cited in cited]
        return _pdf(proof_pdf(version, blocks, sources), name=f"proof-{article.pk}-{version.number}.pdf")
    context = {
        "article": article,
        "version": version,
        "blocks": blocks,
        "progress": progress_of(facts),
        "sources": cited,
    }
    return render(request, "annotations/article_proof.html", context)


@page(RELEASE)
@require_POST
def article_release(request: HttpRequest, pk: int) -> HttpResponse:
    article, _version = _article(request, pk)
    return _act(
        request,
        article,
        partial(release_article, article=article, actor=actor(request), reason=request.POST.get("reason", "")),
        _("Released and signed."),
    )


@page(RELEASE)
@require_POST
def article_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    article, _version = _article(request, pk)
    return _act(
        request,
        article,
        partial(reopen_article, article=article, actor=actor(request), reason=request.POST.get("reason", "")),
        _("The release was taken back."),
    )


@page("annotations.add_assignment")
@require_POST
def article_assign(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole article, or the facts that were ticked."""
    article, version = _article(request, pk)
    checker = get_object_or_404(checkers(), pk=_number(request.POST.get("checker", "")))
    if request.POST.get("what") != "facts":
        act: Callable[[], Any] = partial(assign, article=article, checker=checker, actor=actor(request))
    else:
        numbers = [_number(written) for written in request.POST.getlist("fact")]
        facts = list(version.annotations.facts().filter(pk__in=numbers).order_by("start", "id"))
        if not facts:
            messages.error(request, _("Tick the facts first that you want to share out."))
            return redirect("article_check", pk=article.pk)
        act = partial(assign_facts, article=article, facts=facts, checker=checker, actor=actor(request))
    return _act(request, article, act, _("Shared out."))


@page("annotations.delete_assignment")
@require_POST
def article_unassign(request: HttpRequest, pk: int, assignment: int) -> HttpResponse:
    article, _version = _article(request, pk)
    unassign(assignment=get_object_or_404(Assignment, pk=assignment, article=article), actor=actor(request))
    return redirect("article_check", pk=article.pk)


@page("annotations.sign_verdict")
@require_POST
def fact_sign(request: HttpRequest, pk: int) -> HttpResponse:
    fact = _fact(request, pk)
    revision = _number(request.POST.get("revision", ""))
    act = partial(countersign, annotation=fact, revision=revision, actor=actor(request))
    return _act(request, fact.version.article, act, _("Countersigned."))


@page("annotations.add_comment")
@require_POST
def fact_answer(request: HttpRequest, pk: int) -> HttpResponse:
    fact = _fact(request, pk)
    revision, answer = _number(request.POST.get("revision", "")), request.POST.get("answer", "").strip()
    act = partial(answer_query, annotation=fact, revision=revision, answer=answer, actor=actor(request))
    return _act(request, fact.version.article, act, _("Your answer was kept."))


def _fact(request: HttpRequest, pk: int) -> Annotation:
    found: Annotation = get_object_or_404(
        Annotation.objects.visible_to(request.user).select_related("version__article"), pk=pk
    )
    return found


def _act(request: HttpRequest, article: Article, act: Callable[[], Any], said: str) -> HttpResponse:
    """Does it and says so, or says why not; back to where the button was."""
    try:
        act()
    except BelegError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said)
    if request.POST.get("next") == "queue":
        return redirect("queue")
    return redirect("article_check", pk=article.pk)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 19 else 0


@page("annotations.view_release")
@require_GET
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    visible = Article.objects.visible_to(request.user)
    release = get_object_or_404(
        Release.objects.select_related("by", "version__article"), pk=pk, version__article__in=visible
    )
    release.dossier = dossier_in_sight(release)
    if (form := request.GET.get("as")) in ("json", "jsonld"):
        address = request.build_absolute_uri(request.path)
        content = json_ld(release, address=address) if form == "jsonld" else release.dossier
        response = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 2})
        response.headers["Content-Disposition"] = f'attachment; filename="dossier-{release.pk}.{form}"'
        return response
    texts = condition_texts()
    still_open = [(texts[code], number) for code, number in release.open_conditions.items()]
    if request.GET.get("as") == "pdf":
        return _pdf(dossier_pdf(release, still_open), name=f"dossier-{release.pk}.pdf")
    sources = {source["id"]: source for source in release.dossier["sources"]}
    context = {
        "release": release,
        "is_outdated": release.version.article.state != Article.State.RELEASED or _has_newer(release),
        "dossier": release.dossier,
        "about": about_words(release.dossier),
        "sources": [_shown_source(source) for source in release.dossier["sources"]],
        "facts": [_shown(fact, sources) for fact in release.dossier["facts"]],
        "open": still_open,
        "corrections": corrections_in_sight([release]),
        "hidden": hidden_facts_words(release.dossier.get("hidden_facts", 0)),
    }
    return render(request, "annotations/dossier.html", context)


@page("annotations.view_release", "annotations.add_correction")
@require_POST
def dossier_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """What was published and is wrong: attached to a fact of the dossier, which stays as it was signed."""
    visible = Article.objects.visible_to(request.user)
    release = get_object_or_404(Release, pk=pk, version__article__in=visible)
    facts = Annotation.objects.visible_to(request.user).filter(version=release.version_id)
    fact = get_object_or_404(facts, pk=_number(request.POST.get("fact", "")))
    try:
        correct_published(annotation=fact, text=request.POST.get("text", ""), actor=actor(request))
    except BelegError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The correction was attached."))
    return redirect("dossier", pk=pk)


def _pdf(content: bytes, *, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _shown(fact: dict[str, Any], sources: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """The frozen fact with its verdict in words and its sources at hand."""
    if (verdict := fact["verdict"]) is None:
        return fact
    words = dict(Verdict.Status.choices)[verdict["status"]]
    cited = [{**citation, "source": sources[citation["source"]]} for citation in verdict["citations"]]
    shown = {**verdict, "words": words, "is_too_vague": is_too_vague(verdict)}
    moments = {name: parse_datetime(verdict[name]) for name in ("at", "countersigned_at") if verdict[name]}
    return {**fact, "verdict": {**shown, **moments}, "cited": cited}


def _has_newer(release: Release) -> bool:
    return Release.objects.filter(version__article=release.version.article_id, pk__gt=release.pk).exists()


def _shown_source(source: dict[str, Any]) -> dict[str, Any]:
    copies = [{**copy, "at": parse_datetime(copy["at"])} for copy in source.get("copies", ())]
    return {**source, "copies": copies, "words": source_words(source)}
