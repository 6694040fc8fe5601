"""Learned models: what each was worth before and after, and which is in use."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import ReadOnlyAdmin, ReasonedAdmin
from annotations.models import LearnedModel
from annotations.services.learning import use_model


@admin.register(LearnedModel)
class LearnedModelAdmin(ReasonedAdmin, ReadOnlyAdmin):
    recorded_as = "learned_model"
    list_display = ("id", "created_at", "articles", "typed_before_after", "is_better", "is_active", "learned_by")
    list_filter = ("is_active", "is_better")
    list_select_related = ("learned_by",)
    fields = ("created_at", "learned_by", "engine_version", "articles", "is_better", "is_active", "comparison")
    readonly_fields = ("comparison",)
    actions = ("use", "use_shipped")

    def get_queryset(self, request: HttpRequest) -> QuerySet[LearnedModel]:
        return super().get_queryset(request).defer("weights")

    @admin.display(description=_("quotes with the right type, F1: before → after"))
    def typed_before_after(self, model: LearnedModel) -> str:
        return f"{_three_places(model.before['typed']['f1'])} → {_three_places(model.after['typed']['f1'])}"

    @admin.display(description=_("before and after"))
    def comparison(self, model: LearnedModel) -> SafeString:
        names = {
            "met": _("quotes found"),
            "typed": _("with the right type"),
            "exact": _("with the exact words"),
            "joint": _("with type and speaker"),
            "speaker": _("speaker of found quotes"),
        }
        rows = (
            (label, *(_three_places(scores[name][part]) for scores in (model.before, model.after) for part in _PARTS))
            for name, label in names.items()
        )
        head = format_html_join("", "<th>{}</th>", ((label,) for label in _heads()))
        body = format_html_join(
            "", "<tr><th>{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", rows
        )
        table = format_html("<table><thead><tr><th></th>{}</tr></thead><tbody>{}</tbody></table>", head, body)
        return format_html("{}<p>{}</p>", table, _confidence(model))

    @admin.action(description=_("Use this model"), permissions=["switch"])
    def use(self, request: HttpRequest, queryset: QuerySet[LearnedModel]) -> None:
        if queryset.count() != 1:
            self.message_user(request, _("Choose exactly one model."), messages.ERROR)
            return
        self._switch(request, queryset.get())

    @admin.action(description=_("Back to the weights the engine is shipped with"), permissions=["switch"])
    def use_shipped(self, request: HttpRequest, queryset: QuerySet[LearnedModel]) -> None:
        self._switch(request, None)

    def _switch(self, request: HttpRequest, model: LearnedModel | None) -> None:
        actor: Any = request.user

        def change(reason: str) -> int:
            use_model(model, actor=actor, because=reason)
            return 1

        if self.together(request, change) is not None:
            self.message_user(request, _("In use from the next suggestion run on."), messages.SUCCESS)

    def has_switch_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.use_learnedmodel")


_PARTS = ("precision", "recall", "f1")


def _heads() -> list[str]:
    before, after = str(_("before")), str(_("after"))
    return [f"{when}: {part}" for when in (before, after) for part in ("P", "R", "F1")]


def _confidence(model: LearnedModel) -> str:
    """What decides where the F1 of both are too near to each other; not told by models learned before it was."""
    if "confidence" not in model.before:
        return ""
    return _(
        "Confidence, mean squared distance from being right (0 is best): %(before)s before, %(after)s after. It decides"
        " where the F1 fell by no more than chance."
    ) % {when: _three_places(getattr(model, when)["confidence"]["error"]) for when in ("before", "after")}


def _three_places(share: float) -> str:
    return str(number_format(share, 3))
