"""Annotations with their parts and kind rows; decisions in bulk through the same services as everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import TabularInline
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from annotations.admin.base import BinFilter, ReadOnlyAdmin, ReasonActionForm
from annotations.errors import BelegError, ReasonMissing
from annotations.models import Annotation, AnnotationPart, Claim, Figure, Quote, Verdict
from annotations.queries.queue import UNCHECKED, UNSIGNED, is_overdue
from annotations.services import annotations as service
from annotations.services.moderation import hide_annotation, show_annotation

CHANGE = "annotations.change_annotation"


class _Inline(TabularInline):
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PartInline(_Inline):
    model = AnnotationPart


class QuoteInline(_Inline):
    model = Quote


class ClaimInline(_Inline):
    model = Claim


class FigureInline(_Inline):
    model = Figure


class HiddenFilter(BinFilter):
    title = _("hidden")
    parameter_name = "hidden"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("hidden")), ("no", _("not hidden"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> QuerySet[Annotation]:
        return queryset if self.value() is None else queryset.filter(hidden_at__isnull=self.value() == "no")


class VerdictFilter(admin.SimpleListFilter):
    title = _("verdict")
    parameter_name = "verdict"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*Verdict.Status.choices, ("unsigned", _("countersignature due")), ("overdue", _("overdue"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> QuerySet[Annotation]:
        if (wanted := self.value()) is None:
            return queryset
        special = {"unchecked": UNCHECKED, "unsigned": UNSIGNED, "overdue": is_overdue()}
        condition = special[wanted] if wanted in special else Q(verdict__status=wanted)
        return queryset.filter(condition, state=Annotation.State.ACCEPTED, deleted_at=None)


@admin.register(Annotation)
class AnnotationAdmin(ReadOnlyAdmin):
    recorded_as = "annotation"
    list_display = ("words", "kind", "state", "band", "rule", "article", "creator", "is_in_bin", "updated_at")
    list_filter = (
        "kind",
        "state",
        "band",
        BinFilter,
        HiddenFilter,
        VerdictFilter,
        "reject_reason",
        "claim__worthiness",
        "figure__kind",
        "quote__type",
        "rule",
    )
    list_select_related = ("version__article", "creator")
    search_fields = ("exact", "version__article__title")
    inlines = (QuoteInline, ClaimInline, FigureInline, PartInline)
    actions = ("accept", "reject", "restore", "hide", "show")
    action_form = ReasonActionForm

    def get_queryset(self, request: HttpRequest) -> QuerySet[Annotation]:
        return super().get_queryset(request).defer("version__text")

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        own = {"quote": QuoteInline, "claim": ClaimInline, "figure": FigureInline}
        return [own[obj.kind], PartInline] if obj else []

    @admin.display(description=_("exact words"), ordering="exact")
    def words(self, annotation: Annotation) -> str:
        return Truncator(annotation.exact).chars(80)

    @admin.display(description=_("article"), ordering="version__article__title")
    def article(self, annotation: Annotation) -> str:
        return annotation.version.article.title

    @admin.display(description=_("in the bin"), boolean=True)
    def is_in_bin(self, annotation: Annotation) -> bool:
        return annotation.deleted_at is not None

    @admin.action(description=_("Accept"), permissions=["decide"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._decide(request, queryset, service.accept_annotation)

    @admin.action(description=_("Reject"), permissions=["decide"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._decide(request, queryset, service.reject_annotation)

    @admin.action(description=_("Take out of the bin"), permissions=["decide"])
    def restore(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._decide(request, queryset, service.restore_annotation)

    @admin.action(description=_("Hide"), permissions=["hide"])
    def hide(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._for_each(request, queryset, lambda a, **values: hide_annotation(annotation=a, **values))

    @admin.action(description=_("Show again"), permissions=["hide"])
    def show(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._for_each(request, queryset, lambda a, **values: show_annotation(annotation=a, **values))

    def has_hide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.hide_annotation")

    def _decide(
        self, request: HttpRequest, queryset: QuerySet[Annotation], act: Callable[..., service.Outcome]
    ) -> None:
        def decide(annotation: Annotation, *, actor: User, reason: str) -> service.Outcome:
            return act(annotation=annotation, revision=annotation.revision, actor=actor, because=reason)

        self._for_each(request, queryset, decide)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHANGE)

    def _for_each(
        self, request: HttpRequest, queryset: QuerySet[Annotation], act: Callable[..., service.Outcome]
    ) -> None:
        """All or nothing, with the moderator's reason; what stands in the way is said."""
        reason = request.POST.get("reason", "").strip()
        try:
            if not reason:
                raise ReasonMissing()
            with transaction.atomic():
                outcomes = [act(a, actor=request.user, reason=reason) for a in queryset]
        except BelegError as error:
            self.message_user(request, _("Nothing was changed: %(reason)s") % {"reason": error}, messages.ERROR)
            return
        changed = sum(outcome.event is not None for outcome in outcomes)
        said = ngettext("%(number)s annotation was changed.", "%(number)s annotations were changed.", changed)
        self.message_user(request, said % {"number": changed}, messages.SUCCESS)
