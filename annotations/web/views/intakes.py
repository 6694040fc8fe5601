"""Bringing an article in, in two steps: hand in the text, then look through what is known about it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from annotations.errors import InvalidText
from annotations.models import Article, Intake
from annotations.queries.articles import desks
from annotations.services.articles import ArticleFields
from annotations.services.intakes import discard_intake, keep_intake, review_intake, save_intake
from annotations.web.access import actor, page
from annotations.web.forms import IntakeForm, ReviewForm

ADD = "annotations.add_article"


@page(ADD)
@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    form = IntakeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        intake = kept(form, by=actor(request))
        if intake is not None:
            return redirect("intake_review", pk=intake.pk)
    started = Intake.objects.filter(uploader=actor(request), article=None).defer("content")[:20]
    status = 200 if request.method == "GET" else 400
    return render(request, "annotations/bring_in.html", {"form": form, "started": started}, status=status)


def kept(form: IntakeForm, *, by: User, article: Article | None = None) -> Intake | None:
    """What a valid form hands in; None where it cannot become a text, and the form says why."""
    file = form.cleaned_data["file"]
    content = file.read() if file else form.cleaned_data["text"].encode("utf-8", "replace")
    try:
        return keep_intake(content=content, name=file.name if file else "", actor=by, article=article)
    except InvalidText as error:
        form.add_error("file" if file else "text", str(error))
        return None


@page(ADD)
@require_http_methods(["GET", "POST"])
def intake_review(request: HttpRequest, pk: int) -> HttpResponse:
    intake = get_object_or_404(Intake, pk=pk, uploader=actor(request), article=None)
    review = review_intake(intake)
    initial = {"title": review.title, "language": review.language, "published_on": review.published_on}
    form = ReviewForm(request.POST or None, initial=initial, has_duplicates=bool(review.duplicates))
    if request.method == "POST" and form.is_valid():
        result = save_intake(intake=intake, fields=ArticleFields(**form.values()), actor=actor(request))
        return redirect("article_page", pk=result.article.pk)
    context = {"form": form, "intake": intake, "review": review, "desks": desks()}
    status = 200 if request.method == "GET" else 400
    return render(request, "annotations/intake_review.html", context, status=status)


@page(ADD)
@require_POST
def intake_discard(request: HttpRequest, pk: int) -> HttpResponse:
    intake = get_object_or_404(Intake, pk=pk, uploader=actor(request))
    discard_intake(intake)
    messages.success(request, _("Discarded."))
    return redirect("article_page", pk=intake.article_id) if intake.article_id else redirect("bring_in")
