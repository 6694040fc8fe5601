"""The check: verdicts, sources, comments, assignments, releases and corrections, to look at and search."""

from __future__ import annotations

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import ReadOnlyAdmin
from annotations.models import Assignment, Citation, Comment, Correction, Release, Source, Verdict


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
    list_display = ("words", "status", "by", "at", "countersigned_by", "due_on", "is_current")
    list_filter = ("status", ("countersigned_by", admin.EmptyFieldListFilter), "at")
    list_select_related = ("annotation", "by", "countersigned_by")
    search_fields = ("annotation__exact", "note", "correction", "question")
    inlines = (CitationInline,)

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
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(Comment)
class CommentAdmin(ReadOnlyAdmin):
    recorded_as = "comment"
    list_display = ("text", "author", "created_at", "resolved_by")
    list_filter = (("resolved_by", admin.EmptyFieldListFilter), "created_at")
    list_select_related = ("author", "resolved_by")
    search_fields = ("text", "author__username")


@admin.register(Assignment)
class AssignmentAdmin(ReadOnlyAdmin):
    recorded_as = "assignment"
    list_display = ("article", "annotation", "checker", "by", "at")
    list_select_related = ("article", "annotation", "checker", "by")
    search_fields = ("article__title", "checker__username")


@admin.register(Release)
class ReleaseAdmin(ReadOnlyAdmin):
    list_display = ("article", "by", "at", "reason", "sha256")
    list_select_related = ("version__article", "by")
    search_fields = ("version__article__title", "sha256")
    fields = ("version", "by", "at", "reason", "open_conditions", "sha256")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        return super().get_queryset(request).defer("dossier", "version__text")

    @admin.display(description=_("article"))
    def article(self, release: Release) -> str:
        return release.version.article.title


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ("annotation", "text", "by", "at")
    list_select_related = ("annotation", "by")
    search_fields = ("text", "annotation__exact")
