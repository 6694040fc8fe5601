"""What only a figure has."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation


class Figure(models.Model):
    class Kind(models.TextChoices):
        COUNT = "count", _("count")
        ORDINAL = "ordinal", _("ordinal number")
        PERCENT = "percent", _("percentage")
        MONEY = "money", _("amount of money")
        DISTANCE = "distance", _("distance")
        DURATION = "duration", _("duration")
        AGE = "age", _("age")
        TEMPERATURE = "temperature", _("temperature")
        MASS = "mass", _("mass")
        AREA = "area", _("area")
        VOLUME = "volume", _("volume")
        SPEED = "speed", _("speed")
        DATE = "date", _("date")
        TIME = "time", _("time of day")
        RATIO = "ratio", _("ratio")
        SCORE = "score", _("score")
        NUMBER = "number", _("number")
        POWER = "power", _("power")
        ENERGY = "energy", _("energy")

    class Approximation(models.TextChoices):
        ABOUT = "about", _("about")
        MIN = "min", _("at least")
        MAX = "max", _("at most")
        OVER = "over", _("more than")
        UNDER = "under", _("less than")
        ALMOST = "almost", _("almost")
        SLIGHTLY_OVER = "slightly_over", _("slightly more than")
        VAGUE = "vague", _("vague")

    annotation = models.OneToOneField(
        Annotation, on_delete=models.CASCADE, primary_key=True, related_name="figure", verbose_name=_("annotation")
    )
    kind = models.CharField(_("kind"), max_length=11, choices=Kind, default=Kind.NUMBER)
    # Numbers with their magnitude applied; floats, because the engine reads up to 18 digits and a filter compares.
    value = models.FloatField(_("value"), null=True, blank=True, db_index=True)
    minimum = models.FloatField(_("minimum"), null=True, blank=True)
    maximum = models.FloatField(_("maximum"), null=True, blank=True)
    timex = models.CharField(_("date or time"), max_length=60, blank=True)  # as read: "XXXX-10-02", "T07:12", "3:1"
    resolved = models.CharField(_("date or time in full"), max_length=60, blank=True)
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    approximation = models.CharField(_("approximation"), max_length=13, choices=Approximation, blank=True)
    reading = models.JSONField(_("reading of the engine"), default=dict, blank=True)  # {"de", "en"}

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        indexes = [
            models.Index(fields=["kind", "annotation"], name="figure_by_kind"),
            models.Index(fields=["unit", "annotation"], name="figure_by_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(minimum__isnull=True) | Q(maximum__isnull=True) | Q(minimum__lte=F("maximum")),
                name="figure_minimum_up_to_maximum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.annotation_id}"
