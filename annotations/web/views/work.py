"""What there is to do: my queue, the desk's overview, the registers of sources and speakers."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from annotations.errors import BelegError
from annotations.models import Annotation, Article, Source, SourceCopy, Speaker
from annotations.partial_dates import format_partial_date
from annotations.queries.annotations import with_articles
from annotations.queries.checks import STATUSES, facts_resting_on, find_sources, twins_of
from annotations.queries.comments import unseen_mentions
from annotations.queries.pages import in_order
from annotations.queries.queue import (
    articles_in_check,
    articles_in_work,
    desks_with_work,
    facts_to_check,
    facts_to_sign,
    queries_to,
)
from annotations.queries.speakers import quotes_of, speakers_with_counts
from annotations.queries.statistics import Wait, acceptance_by_rule, days_to_release
from annotations.queries.trends import AcceptanceTrends, acceptance_trends
from annotations.services.comments import see_mentions
from annotations.services.source_fetches import request_fetch
from annotations.services.sources import change_source, create_source, keep_copy
from annotations.web.access import actor, page
from annotations.web.charts import LineChart, line_chart, sparkline
from annotations.web.forms import CopyForm, SourceForm
from annotations.web.paging import TwoStepPaginator
from annotations.web.texts import status_bars

READ = "annotations.view_article"
PAGE_SIZE = 25
_FETCHES_SHOWN = 10
_TWINS_SHOWN = 5
_LISTED = 500  # articles of the overview; the list of articles has all
_SHOWN = 100  # facts of each part of a queue; the rest follows as these are done


@page(READ)
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    user = actor(request)
    context = {
        "to_check": _first(facts_to_check(user).order_by("version__article", "start", "id")),
        "to_sign": _first(facts_to_sign(user).order_by("version__article", "start", "id")),
        "queries": _first(queries_to(user).order_by("verdict__due_on", "id")),
        "mentions": list(unseen_mentions(user)[:_SHOWN]),
    }
    return render(request, "annotations/queue.html", context)


def _first(facts: QuerySet[Any]) -> list[Annotation]:
    """Which ones first, then what belongs to them, as pages of long lists do."""
    return with_articles(list(facts.values_list("pk", flat=True)[:_SHOWN]))


@page(READ)
@require_POST
def mentions_seen(request: HttpRequest) -> HttpResponse:
    see_mentions(user=actor(request))
    return redirect("queue")


@page(READ)
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """What is due at the desks, with charts of the check and of the suggestions."""
    named = desks_with_work(actor(request))
    desk = chosen if (chosen := request.GET.get("desk", "")) in named else ""
    due_first = articles_in_work(actor(request), at_most=_LISTED + 1, desk=desk)
    pages = TwoStepPaginator(
        due_first[:_LISTED], PAGE_SIZE, read=lambda numbers: in_order(articles_in_check(), numbers)
    )
    shown = pages.get_page(request.GET.get("page"))
    rows = [(article, status_bars(_by_status(article))) for article in shown]
    rules = [(rate.words, rate) for rate in acceptance_by_rule(actor(request))]
    waits = days_to_release(actor(request))
    legend = status_bars(dict.fromkeys(STATUSES, 1))
    context = {"rows": rows, "legend": legend, "page": shown, "rules": rules, "waits": waits}
    context["listed"] = _LISTED if len(due_first) > _LISTED else 0
    context |= {"desks": named, "desk": desk, "query": urlencode({"desk": desk}) if desk else ""}
    context["waits_chart"] = _waits_chart(waits)
    context |= _trends(acceptance_trends(actor(request)))
    return render(request, "annotations/overview.html", context)


def _waits_chart(waits: list[Wait]) -> LineChart:
    """A point for each released article, in the order of release."""
    labels = [date_format(localtime(wait.released_at), _day_format()) for wait in waits]
    return line_chart([("", "days", [wait.days for wait in waits])], labels=labels)


def _day_format() -> str:
    """Day and month, as short as a scale wants them."""
    return pgettext("how a day is written on a scale, in Django's letters for dates", "n/j")


def _trends(trends: AcceptanceTrends) -> dict[str, Any]:
    """The same figures as a chart of the kinds, a table of their weeks, and a small curve for each rule."""
    names = {kind.value: str(kind.label) for kind in Annotation.Kind}
    labels = [date_format(week, _day_format()) for week in trends.weeks]
    lines = [(names[trend.name], trend.name, trend.percents) for trend in trends.kinds]
    by_week = zip(*([(p, *w) for p, w in zip(t.percents, t.weeks, strict=True)] for t in trends.kinds), strict=True)
    return {
        "trends": trends,
        "kinds_chart": line_chart(lines, labels=labels, top=100, unit=" %"),
        "kind_names": [names[trend.name] for trend in trends.kinds],
        "week_rows": list(zip(trends.weeks, by_week, strict=False)),
        "rule_rows": [(trend.words, trend, sparkline(trend.percents)) for trend in trends.rules],
    }


def _by_status(article: Any) -> dict[str, int]:
    counted = {name: getattr(article, name) for name in ("unchecked", "wrong", "confirmed", "author_alone")}
    counted["query"] = article.queries
    return {**counted, "not_checkable": article.facts - sum(counted.values())}


@page("annotations.view_source")
@require_http_methods(["GET", "POST"])
def source_list(request: HttpRequest) -> HttpResponse:
    may_add = request.user.has_perm("annotations.add_source")
    form, twins = SourceForm(request.POST or None), list[Source]()
    if request.method == "POST" and may_add and form.is_valid():
        known = form.cleaned_data
        twins = list(twins_of(title=known["title"], url=known["url"])[:_TWINS_SHOWN])
        if not twins or "anyway" in request.POST:
            source = create_source(values=known, actor=actor(request))
            messages.success(request, _("Entered."))
            return redirect("source_page", pk=source.pk)
    words = request.GET.get("q", "")[:200].replace("\0", "")
    sources = partial(find_sources, actor(request))
    pages = TwoStepPaginator(sources(words), PAGE_SIZE, read=lambda numbers: in_order(sources(), numbers))
    shown = pages.get_page(request.GET.get("page"))
    context = {"form": form, "page": shown, "words": words, "may_add": may_add, "twins": twins}
    return render(request, "annotations/source_list.html", context, status=400 if form.errors or twins else 200)


@page("annotations.view_source")
@require_http_methods(["GET", "POST"])
def source_page(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(Source, pk=pk)
    names = ("kind", "level", "title", "publisher", "url", "dated")
    form = SourceForm(request.POST or None, initial={name: getattr(source, name) for name in names})
    if request.method == "POST" and request.user.has_perm("annotations.change_source") and form.is_valid():
        change_source(source=source, values=form.cleaned_data, actor=actor(request))
        messages.success(request, _("Saved."))
        return redirect("source_page", pk=pk)
    facts = facts_resting_on(source).visible_to(request.user)
    context = {
        "source": source,
        "form": form,
        "copy_form": CopyForm(),
        "copies": source.copies.defer("content").select_related("created_by"),
        "fetches": list(source.fetches.select_related("copy", "requested_by").defer("copy__content")[:_FETCHES_SHOWN]),
        "page": TwoStepPaginator(facts, PAGE_SIZE, read=with_articles).get_page(request.GET.get("page")),
    }
    return render(request, "annotations/source_page.html", context, status=400 if form.errors else 200)


@page("annotations.add_sourcecopy")
@require_POST
def source_copy_add(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(Source, pk=pk)
    form = CopyForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        kind = file.content_type or "application/octet-stream"
        try:
            keep_copy(source=source, name=file.name, content_type=kind, content=file.read(), actor=actor(request))
        except BelegError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("A copy was kept."))
    else:
        messages.error(request, _("Choose a file that is not empty."))
    return redirect("source_page", pk=pk)


@page("annotations.add_sourcecopy")
@require_POST
def source_fetch(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        request_fetch(source=get_object_or_404(Source, pk=pk), actor=actor(request))
    except BelegError as error:
        messages.error(request, str(error))
    return redirect("source_page", pk=pk)


@page("annotations.view_sourcecopy")
@require_GET
def source_copy(request: HttpRequest, pk: int, copy: int) -> HttpResponse:
    """As an attachment, never shown by the browser: what was kept may be anything."""
    kept = get_object_or_404(SourceCopy, pk=copy, source=pk)
    response = HttpResponse(bytes(kept.content), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="copy-{kept.pk}"'
    return response


@page("annotations.view_speaker")
@require_GET
def speaker_list(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "")[:200].replace("\0", "")
    speakers = partial(speakers_with_counts, actor(request))
    pages = TwoStepPaginator(speakers(words), PAGE_SIZE, read=lambda numbers: in_order(speakers(), numbers))
    shown = pages.get_page(request.GET.get("page"))
    return render(request, "annotations/speaker_list.html", {"page": shown, "words": words})


@page("annotations.view_speaker")
@require_GET
def speaker_page(request: HttpRequest, pk: int) -> HttpResponse:
    speaker = get_object_or_404(Speaker.objects.select_related("merged_into"), pk=pk)
    if speaker.merged_into_id is not None:
        return redirect("speaker_page", pk=speaker.merged_into_id)
    quotes = quotes_of(speaker).visible_to(request.user)
    shown = TwoStepPaginator(quotes, PAGE_SIZE, read=with_articles).get_page(request.GET.get("page"))
    rows = [(quote, _published(quote.version.article)) for quote in shown]
    return render(request, "annotations/speaker_page.html", {"speaker": speaker, "page": shown, "rows": rows})


def _published(article: Article) -> str | None:
    """When, as far as it is known."""
    return format_partial_date(article.published_on, article.published_precision)
