"""What all lists of the panel share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, ActionForm
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from annotations.errors import BelegError, NotThere, ReasonMissing
from annotations.models import Article
from annotations.queries.dashboard import WANTS_ATTENTION
from annotations.queries.history import object_history, tell

_HISTORY_PAGE = 50  # events
_LAST_NUMBER = 2**63 - 1  # that a row can have
_DIGITS = len(str(_LAST_NUMBER))


class RecordedAdmin(ModelAdmin):
    """Its history is the record's, in words, not Django's log of what was clicked in the panel."""

    recorded_as = ""  # the events' object type; empty: Django's own history
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    article_path = ""  # from a row to its article; empty: rows are no article's

    class Media:
        css = {"all": ["css/moderation.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The panel opens no article that its reader may not see on the pages, nor names what belongs to one."""
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.filter(self.in_sight(request.user)) if self.article_path else rows

    def in_sight(self, user: Any) -> Q:
        # Asked of each row: a list of all visible articles would be made first, for any page.
        return Q(Exists(Article.objects.filter(pk=OuterRef(self.article_path)).visible_to(user, in_bin=None)))

    def record_of(self, found: Any) -> tuple[str, int] | None:
        """Object type and number under which the record has it; what is part of something has that thing's history."""
        return (self.recorded_as, found.pk) if self.recorded_as else None

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        found = self.get_object(request, unquote(object_id))
        if found is None or (record := self.record_of(found)) is None:
            return super().history_view(request, object_id, extra_context)
        if not self.has_view_or_change_permission(request, found):
            raise PermissionDenied
        kind, about = record
        events = object_history(kind, about).select_related("actor", "article")
        page = Paginator(events, _HISTORY_PAGE).get_page(request.GET.get("page"))
        number = f"article__id__exact={about}" if kind == "article" else f"q={about}"
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


class ReasonedAdmin(RecordedAdmin):
    """Its actions ask why, and are done to all of what was chosen or to none."""

    action_form = ReasonActionForm

    def response_action(self, request: HttpRequest, *args: Any, **named: Any) -> HttpResponse | None:
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if (wrong := next((sent for sent in chosen if not _is_number_of_row(sent)), None)) is None:
            return super().response_action(request, *args, **named)
        self._say_what_is_in_the_way(request, NotThere(number=wrong[:_DIGITS]))
        return HttpResponseRedirect(request.get_full_path())

    def together(self, request: HttpRequest, act: Callable[[str], int]) -> int | None:
        """Calls `act` with the moderator's reason; how many it changed. Else says what stands in the way: None."""
        reason = request.POST.get("reason", "").strip()
        try:
            if not reason:
                raise ReasonMissing()
            with transaction.atomic():
                return act(reason)
        except BelegError as error:
            self._say_what_is_in_the_way(request, error)
            return None

    def _say_what_is_in_the_way(self, request: HttpRequest, error: BelegError) -> None:
        self.message_user(request, _("Nothing was changed: %(reason)s") % {"reason": error}, messages.ERROR)


def _is_number_of_row(sent: str) -> bool:
    return sent.isascii() and sent.isdecimal() and len(sent) <= _DIGITS and int(sent) <= _LAST_NUMBER


class AttentionFilter(admin.SimpleListFilter):
    """What the dashboard counts: the list behind a number holds just what was counted. Subclasses name the codes."""

    title = _("urgency")
    parameter_name = "attention"
    codes: dict[str, Any] = {}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(self.codes.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        code = self.value()
        return queryset.filter(pk__in=WANTS_ATTENTION[code]().values("pk")) if code in self.codes else queryset


class BinFilter(admin.SimpleListFilter):
    title = _("bin")
    parameter_name = "bin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("in the bin")), ("no", _("not in the bin"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.filter(deleted_at__isnull=self.value() == "no")
