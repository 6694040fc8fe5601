"""A span of one version that is a quote, a claim or a figure, and its further spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from annotations.models.article_version import ArticleVersion
from annotations.models.suggestion_run import SuggestionRun
from annotations.querysets import AnnotationQuerySet

if TYPE_CHECKING:
    from annotations.models.claim import Claim
    from annotations.models.figure import Figure
    from annotations.models.quote import Quote

_SPAN_IN_ORDER = Q(start__lt=F("end"))
_AWAITING_REVIEW = Q(state="suggested", deleted_at=None, hidden_at=None)  # as `AnnotationQuerySet.awaiting_review`
_OF_A_RUN = Q(run__isnull=False, carried_from=None, hidden_at=None)  # as counted by `queries.statistics`
_EXACT_AS_LONG_AS_SPAN = Q(end=F("start") + Length("exact"))


class Annotation(models.Model):
    """`version.text[start:end] == exact`, in code points: a trigger of the database refuses anything else."""

    class Kind(models.TextChoices):
        QUOTE = "quote", _("Quote")
        CLAIM = "claim", _("Claim")
        FIGURE = "figure", _("Figure")

    class State(models.TextChoices):
        SUGGESTED = "suggested", _("Suggested")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Rejected")
        SUPERSEDED = "superseded", _("Superseded")

    class Band(models.TextChoices):
        SURE = "sure", _("sure")
        LIKELY = "likely", _("likely")
        MAYBE = "maybe", _("check")

    class RejectReason(models.TextChoices):
        WRONG_KIND = "wrong_kind", _("not that kind")
        WRONG_EXTENT = "wrong_extent", _("wrong extent")
        DUPLICATE = "duplicate", _("duplicate")
        IRRELEVANT = "irrelevant", _("irrelevant")
        OTHER = "other", _("other")

    version = models.ForeignKey(
        ArticleVersion, on_delete=models.PROTECT, related_name="annotations", verbose_name=_("version")
    )
    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    exact = models.TextField(_("exact words"))
    prefix = models.CharField(_("words before"), max_length=32, blank=True)
    suffix = models.CharField(_("words after"), max_length=32, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State)
    reject_reason = models.CharField(_("reason of the rejection"), max_length=12, choices=RejectReason, blank=True)

    # Made by a person, or by the engine: one of the two.
    creator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("marked by"),
    )
    run = models.ForeignKey(
        SuggestionRun,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="annotations",
        verbose_name=_("suggested by run"),
    )
    generator = models.CharField(_("engine"), max_length=60, blank=True)  # name and version
    rule = models.CharField(_("rule"), max_length=80, blank=True)
    confidence = models.FloatField(_("confidence"), null=True, blank=True)
    band = models.CharField(_("certainty"), max_length=6, choices=Band, blank=True)
    evidence = models.JSONField(_("evidence"), default=list, blank=True)  # [[start, end], …]

    # The current one; null: unchecked. Only an accepted annotation is a fact that can have one.
    verdict = models.ForeignKey(
        "Verdict",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="current_for",
        verbose_name=_("verdict"),
    )
    # The same mark in the version before; null where it was made in this one.
    carried_from = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="carried_to",
        verbose_name=_("carried from"),
    )
    # A moderator has hidden it: nobody sees it outside the admin panel.
    hidden_at = models.DateTimeField(_("hidden at"), null=True, blank=True)

    revision = models.PositiveIntegerField(_("revision"), default=1)
    deleted_at = models.DateTimeField(_("moved to the bin at"), null=True, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = AnnotationQuerySet.as_manager()

    class Meta:
        verbose_name = _("annotation")
        verbose_name_plural = _("annotations")
        ordering = ["version_id", "start", "end", "id"]
        permissions = [("hide_annotation", "Can hide marks and show them again")]
        indexes = [
            models.Index(fields=["version", "start", "end"], name="annotation_in_text_order"),
            models.Index(fields=["state", "kind"], name="annotation_by_state"),
            models.Index(fields=["rule"], name="annotation_by_rule"),
            models.Index(fields=["created_at"], name="annotation_by_creation"),
            models.Index(fields=["version"], name="annotation_awaiting_review", condition=_AWAITING_REVIEW),
            models.Index(fields=["rule", "kind", "state"], name="annotation_suggestions", condition=_OF_A_RUN),
            models.Index(fields=["deleted_at"], name="annotation_in_bin", condition=Q(deleted_at__isnull=False)),
            models.Index(fields=["hidden_at"], name="annotation_hidden", condition=Q(hidden_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(condition=_SPAN_IN_ORDER, name="annotation_start_before_end"),
            models.CheckConstraint(condition=_EXACT_AS_LONG_AS_SPAN, name="annotation_exact_as_long_as_span"),
            models.CheckConstraint(condition=Q(kind__in=["quote", "claim", "figure"]), name="annotation_kind_known"),
            models.CheckConstraint(
                condition=Q(state__in=["suggested", "accepted", "rejected", "superseded"]),
                name="annotation_state_known",
            ),
            models.CheckConstraint(
                condition=Q(creator__isnull=False, run__isnull=True) | Q(creator__isnull=True, run__isnull=False),
                name="annotation_by_person_or_run",
            ),
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__gte=0, confidence__lte=1),
                name="annotation_confidence_0_to_1",
            ),
            models.CheckConstraint(
                condition=Q(reject_reason="") | Q(state="rejected"), name="annotation_reason_only_if_rejected"
            ),
            models.UniqueConstraint(
                fields=["verdict"], condition=Q(verdict__isnull=False), name="annotation_own_verdict"
            ),
            models.UniqueConstraint(
                fields=["run", "kind", "start", "end"],
                condition=Q(run__isnull=False),
                name="annotation_once_per_run_and_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} " + gettext("“%(words)s”") % {"words": Truncator(self.exact).chars(60)}

    def get_kind_display(self) -> str:  # type: ignore[no-redef]
        """Django's own translates and hashes every choice each time, which a list of a thousand facts feels."""
        return str(self.Kind(self.kind).label)

    @property
    def kind_row(self) -> Quote | Claim | Figure | None:
        """What only an annotation of this kind has."""
        return getattr(self, self.kind, None)

    @cached_property
    def part_rows(self) -> list[AnnotationPart]:
        """Its parts in text order, as they were when they were first asked for, or read along with it."""
        return list(self.parts.all())


class AnnotationPart(models.Model):
    """A further span of an annotation, in the same version; the same rule holds for its words."""

    class Role(models.TextChoices):
        CONTENT = "content", _("content")
        SPEAKER = "speaker", _("speaker")
        CUE = "cue", _("cue")
        ADDRESSEE = "addressee", _("addressee")
        COUNTED = "counted", _("counted")

    annotation = models.ForeignKey(
        Annotation, on_delete=models.CASCADE, related_name="parts", verbose_name=_("annotation")
    )
    role = models.CharField(_("role"), max_length=9, choices=Role)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    exact = models.TextField(_("exact words"))

    class Meta:
        verbose_name = _("part of an annotation")
        verbose_name_plural = _("parts of annotations")
        ordering = ["start", "end", "id"]
        constraints = [
            models.UniqueConstraint(fields=["annotation", "role", "start", "end"], name="part_once_per_role_and_place"),
            models.CheckConstraint(condition=_SPAN_IN_ORDER, name="part_start_before_end"),
            models.CheckConstraint(condition=_EXACT_AS_LONG_AS_SPAN, name="part_exact_as_long_as_span"),
            models.CheckConstraint(
                condition=Q(role__in=["content", "speaker", "cue", "addressee", "counted"]), name="part_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.start}–{self.end}"
