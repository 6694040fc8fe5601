"""Downloads of articles with their marks: one at once, a selection as a job."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from annotations.errors import BelegError
from annotations.formats.registry import FORMATS, Format
from annotations.models import Article, Export
from annotations.queries.exports import AnnotationChoice, article_records
from annotations.services.exports import KEPT_DAYS, discard_export, file_pieces, request_export
from annotations.web.access import actor, page
from annotations.web.forms import ArticleListForm
from annotations.web.views.articles import listed_articles

EXPORT = "annotations.export_article"


@page(EXPORT)
@require_GET
def article_export(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    form = _format(request.GET.get("as", ""))
    records = article_records(Article.objects.filter(pk=article.pk), AnnotationChoice())
    return _file(form.write(records, _site(request)), form, stem=f"article-{article.pk}")


@page(EXPORT)
@require_GET
def export_list(request: HttpRequest) -> HttpResponse:
    exports = Export.objects.filter(requested_by=actor(request)).defer("articles")[:100]
    shown = [(export, FORMATS.get(export.form)) for export in exports]
    context = {"exports": shown, "kept_days": KEPT_DAYS, "formats": FORMATS.values()}
    return render(request, "annotations/export_list.html", context)


@page(EXPORT)
@require_POST
def export_new(request: HttpRequest) -> HttpResponse:
    """What the list of articles shows with the filters that are sent along."""
    wanted = ArticleListForm(request.POST)
    wanted.is_valid()
    articles = listed_articles(wanted.cleaned_data, request.user)
    try:
        request_export(
            articles=list(articles.order_by("pk").values_list("pk", flat=True)),
            form=_format(request.POST.get("as", "")).name,
            choice=AnnotationChoice(),
            site=_site(request),
            actor=actor(request),
        )
    except BelegError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The export is being written. It appears here when it is finished."))
    return redirect("export_list")


@page(EXPORT)
@require_GET
def export_download(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    export = get_object_or_404(Export, pk=pk, requested_by=actor(request), state=Export.State.FINISHED)
    response = _file(file_pieces(export), _format(export.form), stem=f"export-{export.pk}")
    response.headers["Content-Length"] = str(export.size)
    return response


@page(EXPORT)
@require_POST
def export_discard(request: HttpRequest, pk: int) -> HttpResponse:
    discard_export(get_object_or_404(Export, pk=pk, requested_by=actor(request)))
    messages.success(request, _("The export was removed."))
    return redirect("export_list")


def _format(name: str) -> Format:
    if (form := FORMATS.get(name)) is None:
        raise Http404
    return form


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").removesuffix("/")


def _file(content: Iterable[bytes], form: Format, *, stem: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(content, content_type=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{form.file_name(stem)}"'
    return response
