"""The check: verdicts, sources, comments, assignments, releases and corrections, to look at and search."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from annotations.admin.base import ReadOnlyAdmin, ReasonActionForm, ReasonedAdmin
from annotations.models import (
    Assignment,
    Citation,
    Comment,
    Correction,
    Release,
    Source,
    SourceCopy,
    SourceFetch,
    Verdict,
)
from annotations.queries.people import checkers
from annotations.services.assignments import reassign


class CitationInline(admin.TabularInline):
    model = Citation
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Verdict)
class VerdictAdmin(ReadOnlyAdmin):
    article_path = "annotation__version__article"
    list_display = ("words", "status", "by", "at", "countersigned_by", "due_on", "is_current")
    list_filter = ("status", ("countersigned_by", admin.EmptyFieldListFilter), "at")
    list_select_related = ("annotation", "by", "countersigned_by")
    search_fields = ("annotation__exact", "note", "correction", "question")
    inlines = (CitationInline,)

    def record_of(self, found: Any) -> tuple[str, int]:
        return "annotation", found.annotation_id

    @admin.display(description=_("exact words"))
    def words(self, verdict: Verdict) -> str:
        return Truncator(verdict.annotation.exact).chars(80)

    @admin.display(description=_("current"), boolean=True)
    def is_current(self, verdict: Verdict) -> bool:
        return verdict.annotation.verdict_id == verdict.pk


@admin.register(Source)
class SourceAdmin(ReadOnlyAdmin):
    recorded_as = "source"
    list_display = ("title", "publisher", "kind", "level", "dated", "created_by")
    list_filter = ("kind", "level")
    list_select_related = ("created_by",)
    search_fields = ("title", "publisher", "url")


@admin.register(SourceCopy)
class SourceCopyAdmin(ReadOnlyAdmin):
    recorded_as = "source_copy"
    list_display = ("name", "source", "size", "content_type", "created_by", "created_at")
    list_select_related = ("source", "created_by")
    search_fields = ("name", "source__title", "sha256")
    exclude = ("content",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceCopy]:
        return super().get_queryset(request).defer("content")


@admin.register(SourceFetch)
class SourceFetchAdmin(ReadOnlyAdmin):
    recorded_as = "source_fetch"
    list_display = ("source", "state", "error", "status", "requested_by", "queued_at", "finished_at")
    list_filter = ("state", "error", "queued_at")
    list_select_related = ("source", "requested_by")
    search_fields = ("source__title", "url", "final_url")
    exclude = ("lease",)


@admin.register(Comment)
class CommentAdmin(ReadOnlyAdmin):
    article_path = "annotation__version__article"
    recorded_as = "comment"
    list_display = ("text", "author", "created_at", "resolved_by", "withdrawn_at")
    list_filter = (
        ("resolved_by", admin.EmptyFieldListFilter),
        ("withdrawn_at", admin.EmptyFieldListFilter),
        "created_at",
    )
    list_select_related = ("author", "resolved_by")
    search_fields = ("text", "author__username")


class ReassignForm(ReasonActionForm):
    """Beside the choice of the action: to whom, and why."""

    to = forms.ModelChoiceField(label=_("to whom"), queryset=checkers(), required=False)


@admin.register(Assignment)
class AssignmentAdmin(ReasonedAdmin, ReadOnlyAdmin):
    article_path = "article"
    recorded_as = "assignment"
    list_display = ("article", "fact", "checker", "by", "at")
    list_select_related = ("article", "annotation", "checker", "by")
    list_filter = (("checker", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("article__title", "checker__username")
    action_form = ReassignForm
    actions = ("reassign",)

    @admin.action(description=_("Give to somebody else"), permissions=["reassign"])
    def reassign(self, request: HttpRequest, queryset: QuerySet[Assignment]) -> None:
        """All or nothing, with the moderator's reason."""
        actor: Any = request.user
        checker = checkers().filter(pk=request.POST["to"]).first() if request.POST.get("to", "").isdigit() else None
        if checker is None:
            self.message_user(request, _("Nothing was changed: choose to whom."), messages.ERROR)
            return

        def change(reason: str) -> int:
            return sum(reassign(assignment=a, checker=checker, actor=actor, reason=reason) for a in queryset)

        if (number := self.together(request, change)) is not None:
            said = ngettext("%(number)s assignment was changed.", "%(number)s assignments were changed.", number)
            self.message_user(request, said % {"number": number}, messages.SUCCESS)

    @admin.display(description=_("fact"), ordering="annotation")
    def fact(self, assignment: Assignment) -> str:
        return str(assignment.annotation or _("the whole article"))

    def has_reassign_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.add_assignment")


@admin.register(Release)
class ReleaseAdmin(ReadOnlyAdmin):
    article_path = "version__article"
    list_display = ("article", "by", "at", "reason", "sha256")
    list_select_related = ("version__article", "by")
    search_fields = ("version__article__title", "sha256")
    fields = ("version", "by", "at", "reason", "open_conditions", "sha256")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        return super().get_queryset(request).defer("dossier", "version__text")

    def record_of(self, found: Any) -> tuple[str, int]:
        return "article", found.version.article_id

    @admin.display(description=_("article"))
    def article(self, release: Release) -> str:
        return release.version.article.title


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    article_path = "release__version__article"
    list_display = ("annotation", "text", "by", "at")
    list_select_related = ("annotation", "by")
    search_fields = ("text", "annotation__exact")

    def record_of(self, found: Any) -> tuple[str, int]:
        return "annotation", found.annotation_id
