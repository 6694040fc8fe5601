"""Downloads of articles with their marks."""

from __future__ import annotations

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from annotations.formats.registry import FORMATS
from annotations.models import Article
from annotations.queries.exports import AnnotationChoice, article_records
from annotations.web.access import page

EXPORT = "annotations.export_article"


@page(EXPORT)
@require_GET
def article_export(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    if (form := FORMATS.get(request.GET.get("as", ""))) is None:
        raise Http404
    records = article_records(Article.objects.filter(pk=article.pk), AnnotationChoice())
    site = request.build_absolute_uri("/").removesuffix("/")
    response = StreamingHttpResponse(form.write(records, site), content_type=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{form.file_name(f"article-{article.pk}")}"'
    return response
