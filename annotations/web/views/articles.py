"""The list of articles, one article's page, and the read-only text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from annotations.errors import BelegError
from annotations.formats.registry import FORMATS
from annotations.models import Annotation, Article, ArticleVersion, OriginalFile
from annotations.partial_dates import format_partial_date
from annotations.queries.annotations import annotations_of
from annotations.queries.articles import articles_with_counts, desks, newest_version
from annotations.queries.marked_text import MarkedBlock, marked_blocks, plain_blocks
from annotations.queries.preferences import keys_of
from annotations.queries.search import with_words
from annotations.services.articles import change_article, delete_article, restore_article
from annotations.services.suggestions import request_suggestions
from annotations.web.access import actor, page, preferences
from annotations.web.forms import ArticleListForm, EditForm
from annotations.web.key_words import ACTIONS, key_label
from annotations.web.texts import partial_date_words
from annotations.web.workbench import verdict_choices, workbench_settings

PAGE_SIZE = 25


def listed_articles(wanted: Mapping[str, Any], user: Any, *, in_bin: bool = False) -> QuerySet[Article]:
    """What the list shows, with the cleaned filters of `ArticleListForm`."""
    articles = articles_with_counts().visible_to(user, in_bin=in_bin)
    if wanted.get("q"):
        articles = with_words(articles, wanted["q"], of="article")
    for name, column in (("state", "state"), ("desk", "desk"), ("who", "uploader")):
        if wanted.get(name):
            articles = articles.filter(**{column: wanted[name]})
    return articles


@page("annotations.view_article")
@require_GET
def article_list(request: HttpRequest) -> HttpResponse:
    form = ArticleListForm(request.GET)
    form.is_valid()
    wanted = form.cleaned_data
    in_bin = request.GET.get("bin") == "1"
    articles = listed_articles(wanted, request.user, in_bin=in_bin)
    if wanted.get("sort"):
        articles = articles.order_by(f"-{wanted['sort']}", "-id")
    paginator = Paginator(articles, PAGE_SIZE)
    asked = request.GET.get("page", "1")
    shown = paginator.get_page(asked)
    if asked != str(shown.number):
        messages.warning(request, _("There is no such page; this is page %(number)s.") % {"number": shown.number})
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "form": form,
        "page": shown,
        "in_bin": in_bin,
        "is_filtered": any(wanted.get(name) for name in ("q", "state", "desk", "who")) or bool(form.errors),
        "narrowing": sum(bool(wanted.get(name)) for name in ("state", "desk", "who")),
        "query": query.urlencode(),
        "formats": FORMATS.values(),
        "pages": paginator.get_elided_page_range(shown.number, on_each_side=2, on_ends=1),
    }
    return render(request, "annotations/article_list.html", context)


@page("annotations.view_article")
@require_GET
def article_page(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(articles_with_counts().visible_to(request.user), pk=pk)
    version = newest_version(article)
    prefers = preferences(request)
    context = {
        "article": article,
        "version": version,
        "published_on": partial_date_words(article.published_on, article.published_precision),
        "blocks": _marked(version) if prefers.announce_marks else plain_blocks(version.text),
        "is_announced": prefers.announce_marks,
        "keys": {action: key_label(key) for action, key in keys_of(prefers).items()},
        "key_table": [(key_label(key), ACTIONS[action]) for action, key in keys_of(prefers).items()],
        "single_keys": prefers.single_keys,
        "verdicts": verdict_choices(),
        "bands": Annotation.Band.choices,
        "formats": FORMATS.values(),
        "workbench": workbench_settings(article=article, version=version, user=request.user, preferences=prefers),
    }
    return render(request, "annotations/article_page.html", context)


@page("annotations.view_article")
@require_GET
def marked_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The same marks as flattened `mark` elements: without scripts, for print and for screen readers."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    version = newest_version(article)
    context = {"article": article, "version": version, "blocks": _marked(version)}
    return render(request, "annotations/marked_text.html", context)


def _marked(version: ArticleVersion) -> list[MarkedBlock]:
    marks = annotations_of(version).in_place().filter(state__in=["suggested", "accepted"])
    return marked_blocks(version.text, list(marks))


@page("annotations.change_article")
@require_http_methods(["GET", "POST"])
def article_edit(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    names = ("title", "byline", "outlet", "desk", "source_url", "language", "embargo_until", "is_completely_annotated")
    initial: dict[str, Any] = {name: getattr(article, name) for name in names}
    initial["published_on"] = format_partial_date(article.published_on, article.published_precision)
    form = EditForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        change_article(article=article, values=form.values(), actor=actor(request))
        messages.success(request, _("Saved."))
        return redirect("article_page", pk=article.pk)
    return render(request, "annotations/article_edit.html", {"article": article, "form": form, "desks": desks()})


@page("annotations.delete_article")
@require_POST
def article_delete(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    try:
        delete_article(article=article, actor=actor(request))
    except BelegError as error:
        messages.error(request, str(error))
        return redirect("article_edit", pk=article.pk)
    messages.success(request, _("“%(title)s” lies in the bin, for thirty days.") % {"title": article.title})
    return redirect(f"{reverse('article_list')}?bin=1")


@page("annotations.delete_article")
@require_POST
def article_restore(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user, in_bin=True), pk=pk)
    restore_article(article=article, actor=actor(request))
    messages.success(request, _("“%(title)s” is back.") % {"title": article.title})
    return redirect("article_page", pk=article.pk)


@page("annotations.add_suggestionrun")
@require_POST
def suggest_again(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    request_suggestions(version=newest_version(article), actor=actor(request))
    return redirect("article_page", pk=article.pk)


@page("annotations.view_article")
@require_GET
def original_file(request: HttpRequest, pk: int) -> HttpResponse:
    """What the text was made from; always as an attachment, never shown by the browser."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    original = get_object_or_404(OriginalFile, version=newest_version(article))
    response = HttpResponse(bytes(original.content), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="original-{article.pk}.txt"'
    return response
