"""The admin panel's site: open to whoever's role permits it, not to a flag on the account."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class DeskAdminSite(AdminSite):
    site_header = _("Beleg: moderation")
    site_title = _("Beleg")
    index_title = _("Moderation")
    enable_nav_sidebar = True

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.has_perm("annotations.use_admin")
