"""What happened in an article, in words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from annotations.models import Article
from annotations.queries.history import article_history, tell
from annotations.web.access import actor, page
from annotations.web.paging import ShortPaginator

PAGE_SIZE = 50


@page("annotations.view_article", "annotations.view_event")
@require_GET
def article_history_page(request: HttpRequest, pk: int) -> HttpResponse:
    user = actor(request)
    article = get_object_or_404(Article.objects.visible_to(user), pk=pk)
    events = article_history(pk, user).select_related("actor", "article")
    shown = ShortPaginator(events, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"article": article, "page": shown, "told": tell(list(shown))}
    return render(request, "annotations/article_history.html", context)
