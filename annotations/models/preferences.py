"""How a person wants the desk to look and to listen: kept with the account, so that it is the same on every machine."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Preferences(models.Model):
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="preferences"
    )
    single_keys = models.BooleanField(_("single keys act"), default=True)  # else only together with Alt
    keys = models.JSONField(_("own keys"), default=dict, blank=True)  # {action: key}, those that differ from `keys`
    announce_marks = models.BooleanField(_("announce marks while reading"), default=False)

    class Meta:
        verbose_name = _("preferences")
        verbose_name_plural = _("preferences")

    def __str__(self) -> str:
        return f"{self.user}"
