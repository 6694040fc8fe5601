"""Bringing in many at once: choose a file, see it work, see what became of each row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from annotations.errors import BelegError
from annotations.formats.columns import harmless
from annotations.models import Import, ImportResult
from annotations.queries.articles import desks
from annotations.services.imports import DECIDE, request_import
from annotations.web.access import actor, page
from annotations.web.forms import ImportForm

ADD = "annotations.add_import"
PAGE_SIZE = 100
_HEADINGS = ("row", "item", "outcome", "object_type", "object_id", "code", "detail")


@page(ADD)
@require_http_methods(["GET", "POST"])
def import_list(request: HttpRequest) -> HttpResponse:
    may_decide = actor(request).has_perm(DECIDE)
    form = ImportForm(request.POST or None, request.FILES or None, may_decide=may_decide)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            job = request_import(
                content=values["file"].read(),
                name=values["file"].name,
                form=values["form"],
                desk=values["desk"],
                is_accepting=values.get("accepted", False),
                actor=actor(request),
            )
        except BelegError as error:
            messages.error(request, str(error))
        else:
            return redirect("import_page", pk=job.pk)
    imports = Import.objects.filter(requested_by=actor(request))[:50]
    return render(request, "annotations/import_list.html", {"form": form, "imports": imports, "desks": desks()})


@page(ADD)
@require_GET
def import_page(request: HttpRequest, pk: int) -> HttpResponse:
    job = get_object_or_404(Import, pk=pk, requested_by=actor(request))
    only_problems = request.GET.get("only") == "problems"
    results = job.results.order_by("row", "item")
    if only_problems:
        results = results.filter(outcome=ImportResult.Outcome.FAILED)
    shown = Paginator(results, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"job": job, "results": shown, "only_problems": only_problems}
    return render(request, "annotations/import_page.html", context)


@page(ADD)
@require_GET
def import_results(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """All results as CSV, as our other tables are: for a German Excel, and without formulas."""
    job = get_object_or_404(Import, pk=pk, requested_by=actor(request))
    response = StreamingHttpResponse(_csv(job), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="import-{job.pk}.csv"'
    return response


def _csv(job: Import) -> Iterator[str]:
    yield "\ufeff" + _csv_line(_HEADINGS)
    for result in job.results.order_by("row", "item").values_list(*_HEADINGS).iterator():
        yield _csv_line(result)


def _csv_line(values: tuple[object, ...]) -> str:
    buffer = io.StringIO()
    cells = ["" if value is None else harmless(str(value)) for value in values]
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()
