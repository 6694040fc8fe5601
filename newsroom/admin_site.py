"""The admin panel's site: open to whoever's role permits it, not to a flag on the account."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class DeskAdminSite(AdminSite):
    site_header = _("Beleg: moderation")
    site_title = _("Beleg")
    index_title = _("Moderation")
    index_template = "admin/desk_index.html"
    enable_nav_sidebar = False  # the lists need its room; the way back stands above them

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")  # for good, without a reason and past the record

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.has_perm("annotations.use_admin")

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The pages' own sign-in, with its pause after failures; whoever is signed in and not permitted is told so."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What wants attention stands above the lists."""
        from annotations.queries.dashboard import dashboard

        found = dashboard(request.user)  # type: ignore[arg-type]
        names = _count_names()
        context = {
            "counts": [(names[count.code], count) for count in found.counts],
            "worst_rules": [(rate.words, rate) for rate in found.worst_rules],
        }
        return super().index(request, {**context, **(extra_context or {})})


def _count_names() -> dict[str, Any]:
    return {
        "open_runs": _("runs that wait or work"),
        "failed_runs": _("runs that failed and were not tried again"),
        "failed_nights": _("nightly work that failed"),
        "disputed": _("marks with an open thread"),
        "overdue": _("overdue queries"),
        "unsigned": _("countersignatures due"),
        "in_check": _("articles in check, not released"),
        "hidden": _("hidden marks"),
        "paused": _("webhooks paused by failures"),
        "in_bin": _("marks in the bin"),
    }
