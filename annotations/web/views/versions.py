"""A changed manuscript: hand it in, look at what it changes, and see what became of the marks."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from annotations.models import Article, ArticleVersion, Intake
from annotations.queries.articles import newest_version
from annotations.queries.versions import left_behind, unchecked_again, version_before
from annotations.services.intakes import manuscript_of, save_as_version
from annotations.services.versions import carry_to_newest, preview_version, version_changes
from annotations.web.access import actor, page
from annotations.web.differences import changed_paragraphs
from annotations.web.forms import VersionForm
from annotations.web.views.intakes import kept

ADD = "annotations.add_articleversion"


def _article(request: HttpRequest, pk: int) -> Article:
    found: Article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    return found


@page(ADD)
@require_http_methods(["GET", "POST"])
def version_new(request: HttpRequest, pk: int) -> HttpResponse:
    article = _article(request, pk)
    newest = newest_version(article)
    form = VersionForm(
        request.POST or None, request.FILES or None, present=newest.text, draft=f"version-{article.pk}-{newest.number}"
    )
    if request.method == "POST" and form.is_valid():
        intake = kept(form, by=actor(request), article=article)
        if intake is not None:
            return redirect("version_review", pk=article.pk, intake=intake.pk)
    context = {"article": article, "version": newest, "form": form}
    return render(request, "annotations/version_new.html", context, status=200 if request.method == "GET" else 400)


@page(ADD)
@require_http_methods(["GET", "POST"])
def version_review(request: HttpRequest, pk: int, intake: int) -> HttpResponse:
    article = _article(request, pk)
    handed_in = get_object_or_404(Intake, pk=intake, uploader=actor(request), article=article)
    if request.method == "POST":
        added = save_as_version(intake=handed_in, article=article, actor=actor(request))
        if not added.is_new:
            messages.info(request, _("This text is here already: nothing was changed."))
        return _show_newest(request, added.version)
    preview = preview_version(article=article, text=manuscript_of(handed_in).text)
    context = {
        "article": article,
        "intake": handed_in,
        "preview": preview,
        "number": preview.replaces.number + 1,
        "rows": changed_paragraphs(preview.stretches),
    }
    return render(request, "annotations/version_review.html", context)


@page("annotations.view_articleversion")
@require_GET
def version_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What is other than in the version before, and which marks did not come along."""
    article = _article(request, pk)
    version = get_object_or_404(ArticleVersion, article=article, number=number)
    before = version_before(version)
    context = {
        "article": article,
        "version": version,
        "before": before,
        "versions": ArticleVersion.objects.filter(article=article).select_related("created_by").defer("text"),
        "rows": changed_paragraphs(version_changes(old=before, new=version)) if before else [],
        "left": left_behind(before) if before else [],
        "again": unchecked_again(version),
    }
    return render(request, "annotations/version_page.html", context)


@page("annotations.change_annotation")
@require_POST
def version_leave(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """From an old version to the newest one, with what was decided in the old one meanwhile."""
    article = _article(request, pk)
    version = get_object_or_404(ArticleVersion, article=article, number=number)
    carry_to_newest(version=version, actor=actor(request))
    return _show_newest(request, newest_version(article))


def _show_newest(request: HttpRequest, version: ArticleVersion) -> HttpResponse:
    """The workbench; before it, what did not come along, if there is anything."""
    before = version_before(version)
    if before and (left_behind(before).exists() or unchecked_again(version).exists()):
        return redirect("version_page", pk=version.article_id, number=version.number)
    messages.success(request, _("Version %(number)s: all marks came along.") % {"number": version.number})
    return redirect("article_page", pk=version.article_id)
