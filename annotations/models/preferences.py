"""How a person wants the desk to look and to listen: kept with the account, so that it is the same on every machine."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Preferences(models.Model):
    class Theme(models.TextChoices):
        SYSTEM = "system", _("as the system is set")
        LIGHT = "light", _("light")
        DARK = "dark", _("dark")

    class Language(models.TextChoices):
        BROWSER = "", _("as the browser is set")
        GERMAN = "de", "Deutsch"
        ENGLISH = "en", "English"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="preferences"
    )
    theme = models.CharField(_("colours"), max_length=10, choices=Theme.choices, default=Theme.SYSTEM)
    language = models.CharField(_("language of the interface"), max_length=10, choices=Language.choices, blank=True)
    single_keys = models.BooleanField(_("single keys act"), default=True)  # else only together with Alt
    keys = models.JSONField(_("own keys"), default=dict, blank=True)  # {action: key}, those that differ from `keys`
    announce_marks = models.BooleanField(_("announce marks while reading"), default=False)

    class Meta:
        verbose_name = _("preferences")
        verbose_name_plural = _("preferences")

    def __str__(self) -> str:
        return f"{self.user}"
