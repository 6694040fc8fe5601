"""The check of a fact: what somebody found out, against which sources, and who else signed for it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from annotations.models.source import Source


class Verdict(models.Model):
    """`Annotation.verdict` names the current one; none there means unchecked. Earlier ones stay as they were."""

    class Status(models.TextChoices):
        UNCHECKED = "unchecked", _("unchecked")
        CONFIRMED = "confirmed", _("confirmed")
        WRONG = "wrong", _("wrong")
        QUERY = "query", _("query to the author")
        AUTHOR_ALONE = "author_alone", _("rests on the author alone")
        NOT_CHECKABLE = "not_checkable", _("not checkable")

    annotation = models.ForeignKey(
        "Annotation", on_delete=models.CASCADE, related_name="verdicts", verbose_name=_("annotation")
    )
    status = models.CharField(_("verdict"), max_length=13, choices=Status)
    note = models.TextField(_("note"), blank=True)
    correction = models.TextField(_("correction"), blank=True)
    question = models.TextField(_("question to the author"), blank=True)
    due_on = models.DateField(_("answer due on"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts", verbose_name=_("checked by")
    )
    at = models.DateTimeField(_("checked at"), auto_now_add=True)
    # Why a second person has to sign, by the desk's rules at the time: values of `Risk`.
    risks = models.JSONField(_("needs four eyes because of"), default=list, blank=True)
    countersigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("countersigned by"),
    )
    countersigned_at = models.DateTimeField(_("countersigned at"), null=True, blank=True)

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["-id"]
        permissions = [("sign_verdict", "Can countersign verdicts of others")]
        indexes = [
            models.Index(fields=["status"], name="verdict_by_status"),
            models.Index(fields=["due_on"], name="verdict_open_queries", condition=Q(status="query", answer="")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["confirmed", "wrong", "query", "author_alone", "not_checkable"]),
                name="verdict_status_known",
            ),
            models.CheckConstraint(
                condition=Q(countersigned_by__isnull=True) | ~Q(countersigned_by=F("by")), name="verdict_four_eyes"
            ),
            models.CheckConstraint(condition=~Q(status="wrong") | ~Q(correction=""), name="verdict_wrong_is_corrected"),
            models.CheckConstraint(condition=~Q(status="query") | ~Q(question=""), name="verdict_query_asks"),
        ]

    def __str__(self) -> str:
        return self.get_status_display()

    def get_status_display(self) -> str:  # type: ignore[no-redef]
        """As `Annotation.get_kind_display`."""
        return str(self.Status(self.status).label)

    @property
    def is_countersignature_due(self) -> bool:
        """A query is not countersigned: it is still open."""
        return bool(self.risks) and self.countersigned_by_id is None and self.status != self.Status.QUERY

    @property
    def is_too_vague(self) -> bool:
        """Confirmed, but nobody could find the place again."""
        return self.status == self.Status.CONFIRMED and not any(c.place for c in self.citations.all())

    @property
    def is_awaiting_answer(self) -> bool:
        return self.status == self.Status.QUERY and not self.answer


class Citation(models.Model):
    """Where in a source the fact stands."""

    verdict = models.ForeignKey(Verdict, on_delete=models.CASCADE, related_name="citations", verbose_name=_("verdict"))
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations", verbose_name=_("source"))
    place = models.CharField(_("place within"), max_length=200, blank=True)  # "S. 12", "Minute 4:10"
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "source", "place"], name="citation_once_per_source_and_place")
        ]

    def __str__(self) -> str:
        return f"{self.source}, {self.place}" if self.place else str(self.source)
