"""A desk's own rules: who belongs to it, whether others may look in, and what needs four eyes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Risk(models.TextChoices):
    """Why a fact needs a second person. `annotations.queries.risks` says when each applies."""

    ACCUSATION = "accusation", _("accusation against somebody named")
    PROMINENT_FIGURE = "prominent_figure", _("figure in the headline or lead")
    LEGAL_MEDICAL = "legal_medical", _("legal or medical claim")
    LIVING_QUOTE = "living_quote", _("quote of a living person")


def every_risk() -> list[str]:
    return [str(value) for value in Risk.values]


class Desk(models.Model):
    """The articles whose `desk` is its name are its own. Without a row it is open, and all risks need four eyes."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    is_closed = models.BooleanField(
        _("closed"), default=False, help_text=_("Only its members see its articles, and administrators.")
    )
    countersigned_risks = models.JSONField(
        _("countersigned"),
        default=every_risk,
        blank=True,
        help_text=_("Facts of these kinds are checked only once a second person has signed."),
    )
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="desks", verbose_name=_("members")
    )

    class Meta:
        verbose_name = _("desk")
        verbose_name_plural = _("desks")
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="desk_has_name")]

    def __str__(self) -> str:
        return self.name
