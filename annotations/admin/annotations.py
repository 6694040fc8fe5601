"""Annotations with their parts and kind rows; decisions in bulk through the same services as everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import StackedInline, TabularInline
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from annotations.admin.base import AttentionFilter, BinFilter, ReadOnlyAdmin, ReasonedAdmin
from annotations.models import Annotation, AnnotationPart, Claim, Figure, Quote, Verdict
from annotations.queries.queue import UNCHECKED
from annotations.queries.units import unit_in_words
from annotations.queries.wording import explained
from annotations.services import annotations as service
from annotations.services import moderation

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


class _KindInline(_Inline):
    template = StackedInline.template  # one row with many fields: a table of it is wider than a phone


class QuoteInline(_KindInline):
    model = Quote


class ClaimInline(_KindInline):
    model = Claim


class FigureInline(_KindInline):
    model = Figure
    exclude = ("unit",)
    readonly_fields = ("unit_in_words",)

    @admin.display(description=_("unit"))
    def unit_in_words(self, figure: Figure) -> str:
        return unit_in_words(figure.unit, is_one=figure.value in (1, -1))


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
        return list(Verdict.Status.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> QuerySet[Annotation]:
        if (wanted := self.value()) is None:
            return queryset
        condition = UNCHECKED if wanted == Verdict.Status.UNCHECKED else Q(verdict__status=wanted)
        return queryset.filter(condition, state=Annotation.State.ACCEPTED, deleted_at=None)


class RuleFilter(admin.SimpleListFilter):
    title = _("rule")
    parameter_name = "rule"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        rules = Annotation.objects.exclude(rule="").order_by("rule").values_list("rule", flat=True).distinct()
        return sorted(((rule, explained(rule)) for rule in rules), key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> QuerySet[Annotation]:
        return queryset if self.value() is None else queryset.filter(rule=self.value())


class MarkAttentionFilter(AttentionFilter):
    codes = {
        "disputed": _("open thread"),
        "overdue": _("query overdue"),
        "unsigned": _("countersignature due"),
    }


@admin.register(Annotation)
class AnnotationAdmin(ReasonedAdmin, ReadOnlyAdmin):
    article_path = "version__article"
    recorded_as = "annotation"
    list_display = ("words", "kind", "state", "band", "rule_in_words", "article", "verdict", "is_in_bin", "updated_at")
    list_filter = (
        "kind",
        "state",
        MarkAttentionFilter,
        "band",
        BinFilter,
        HiddenFilter,
        VerdictFilter,
        "reject_reason",
        "claim__worthiness",
        "figure__kind",
        "quote__type",
        RuleFilter,
    )
    list_select_related = ("version__article", "verdict")
    search_fields = ("exact", "version__article__title")
    inlines = (QuoteInline, ClaimInline, FigureInline, PartInline)
    actions = ("accept", "reject", "restore", "undo", "hide", "show")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Annotation]:
        return super().get_queryset(request).defer("version__text")

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        own = {"quote": QuoteInline, "claim": ClaimInline, "figure": FigureInline}
        return [own[obj.kind], PartInline] if obj else []

    @admin.display(description=_("exact words"), ordering="exact")
    def words(self, annotation: Annotation) -> str:
        return Truncator(annotation.exact).chars(80)

    @admin.display(description=_("rule"), ordering="rule")
    def rule_in_words(self, annotation: Annotation) -> str:
        return explained(annotation.rule)

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

    @admin.action(description=_("Undo what I did last"), permissions=["decide"])
    def undo(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._for_each(request, queryset, moderation.undo_own_last)

    @admin.action(description=_("Hide"), permissions=["hide"])
    def hide(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._for_each(request, queryset, moderation.hide_annotation)

    @admin.action(description=_("Show again"), permissions=["hide"])
    def show(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._for_each(request, queryset, moderation.show_annotation)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHANGE)

    def has_hide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.hide_annotation")

    def _decide(
        self, request: HttpRequest, queryset: QuerySet[Annotation], act: Callable[..., service.Outcome]
    ) -> None:
        def decide(*, annotation: Annotation, actor: User, reason: str) -> service.Outcome:
            return act(annotation=annotation, revision=annotation.revision, actor=actor, because=reason)

        self._for_each(request, queryset, decide)

    def _for_each(
        self, request: HttpRequest, queryset: QuerySet[Annotation], act: Callable[..., service.Outcome]
    ) -> None:
        """Says how many changed, with a way back to just these: a filter they no longer pass hides them else."""

        def change(reason: str) -> int:
            outcomes = [act(annotation=a, actor=request.user, reason=reason) for a in queryset.order_by("pk")]
            changed.extend(outcome.annotation.pk for outcome in outcomes if outcome.event is not None)
            return len(changed)

        changed: list[int] = []
        if self.together(request, change) is None:
            return
        said = ngettext("%(number)s annotation was changed.", "%(number)s annotations were changed.", len(changed))
        words = said % {"number": len(changed)}
        if changed:
            url = reverse("admin:annotations_annotation_changelist") + f"?id__in={','.join(map(str, changed))}"
            words = format_html('{} <a href="{}">{}</a>', words, url, _("Show what was changed"))
        self.message_user(request, words, messages.SUCCESS)
