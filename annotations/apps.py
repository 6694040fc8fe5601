"""The app's start: system checks, and the roles after every migration."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AnnotationsConfig(AppConfig):
    name = "annotations"
    verbose_name = _("Fact desk")

    def ready(self) -> None:
        from annotations.roles import store_roles

        post_migrate.connect(store_roles, sender=self)
