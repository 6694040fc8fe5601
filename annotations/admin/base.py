"""What all lists of the panel share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ActionForm
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from annotations.queries.history import object_history, tell

_HISTORY_PAGE = 50  # events


class RecordedAdmin(ModelAdmin):
    """Its history is the record's, in words, not Django's log of what was clicked in the panel."""

    recorded_as = ""  # the events' object type; empty: Django's own history

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        found = self.get_object(request, unquote(object_id))
        if not self.recorded_as or found is None:
            return super().history_view(request, object_id, extra_context)
        if not self.has_view_or_change_permission(request, found):
            raise PermissionDenied
        events = object_history(self.recorded_as, found.pk).select_related("actor", "article")
        page = Paginator(events, _HISTORY_PAGE).get_page(request.GET.get("page"))
        number = f"article__id__exact={found.pk}" if self.recorded_as == "article" else f"q={found.pk}"
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(what)s") % {"what": found},
            "module_name": self.opts.verbose_name_plural,
            "object": found,
            "opts": self.opts,
            "page": page,
            "told": tell(list(page)),
            "record_url": reverse("admin:annotations_event_changelist") + f"?{number}",
        }
        return TemplateResponse(request, "admin/record_history.html", context)


class ReadOnlyAdmin(RecordedAdmin):
    """To look at: rows are made and changed by the services alone, and history is never edited."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReasonActionForm(ActionForm):
    """Beside the choice of an action: why. It stays in the record."""

    reason = forms.CharField(label=_("because"), required=False, max_length=500)


class BinFilter(admin.SimpleListFilter):
    title = _("bin")
    parameter_name = "bin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("in the bin")), ("no", _("not in the bin"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.filter(deleted_at__isnull=self.value() == "no")
