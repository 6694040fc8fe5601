"""The admin panel as an installed app, with the desk’s own site."""

from __future__ import annotations

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    default_site = "newsroom.admin_site.DeskAdminSite"
