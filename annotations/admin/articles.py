"""Articles, versions and their originals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import BinFilter, ReadOnlyAdmin, ReasonedAdmin
from annotations.models import Article, ArticleVersion, Intake, OriginalFile
from annotations.queries.articles import articles_with_counts
from annotations.services.articles import change_article, delete_article, restore_article


class ArticleBinFilter(BinFilter):
    """Without a choice what lies in the bin is left out."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(deleted_at__isnull=self.value() != "yes")


@admin.register(Article)
class ArticleAdmin(ReasonedAdmin, ReadOnlyAdmin):
    recorded_as = "article"
    list_display = ("title", "desk", "state", "language", "open_suggestions", "uploader", "created_at", "workbench")
    list_filter = (
        "state",
        ArticleBinFilter,
        "desk",
        "language",
        "created_at",
        ("embargo_until", admin.EmptyFieldListFilter),
    )
    search_fields = ("title", "byline", "outlet")
    date_hierarchy = "created_at"
    readonly_fields = ("uploader", "created_at", "deleted_at", "event_count")
    actions = ("to_bin", "restore")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("annotations.change_article")

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> tuple[str, ...]:
        """A release is taken back on the page of the check, with a reason."""
        is_released = obj is not None and obj.state == Article.State.RELEASED
        return (*self.readonly_fields, "state") if is_released else self.readonly_fields

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Released is what somebody has signed for, never what a form says."""
        if db_field.name == "state":
            kwargs["choices"] = [choice for choice in Article.State.choices if choice[0] != Article.State.RELEASED]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return articles_with_counts().visible_to(request.user, in_bin=None)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        values = {name: form.cleaned_data[name] for name in form.changed_data}
        change_article(article=obj, values=values, actor=request.user)  # type: ignore[arg-type]

    @admin.action(description=_("Move to the bin"), permissions=["change"])
    def to_bin(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._with_reason(request, queryset, delete_article)

    @admin.action(description=_("Take out of the bin"), permissions=["change"])
    def restore(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._with_reason(request, queryset, restore_article)

    def _with_reason(self, request: HttpRequest, queryset: QuerySet[Article], act: Callable[..., Article]) -> None:
        def change(reason: str) -> int:
            return len([act(article=article, actor=request.user, because=reason) for article in queryset])

        if self.together(request, change) is not None:
            self.message_user(request, _("Done, and in the record."), messages.SUCCESS)

    @admin.display(description=_("Open suggestions"))
    def open_suggestions(self, article: Any) -> int:
        return int(article.open_suggestions)

    @admin.display(description=_("To the workbench"))
    def workbench(self, article: Article) -> SafeString:
        return format_html('<a href="/articles/{}/">{}</a>', article.pk, "→")


@admin.register(ArticleVersion)
class ArticleVersionAdmin(ReadOnlyAdmin):
    article_path = "article"
    recorded_as = "version"
    list_display = ("article", "number", "length", "created_by", "created_at", "sha256")
    list_select_related = ("article", "created_by")
    search_fields = ("article__title", "sha256")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleVersion]:
        queryset = super().get_queryset(request)
        is_list = request.resolver_match is not None and (request.resolver_match.url_name or "").endswith("_changelist")
        return queryset.defer("text") if is_list else queryset


@admin.register(OriginalFile)
class OriginalFileAdmin(ReadOnlyAdmin):
    article_path = "version__article"
    list_display = ("version", "name", "encoding")
    list_select_related = ("version",)
    fields = ("version", "name", "encoding")

    def record_of(self, found: Any) -> tuple[str, int]:
        return "version", found.version_id

    def get_queryset(self, request: HttpRequest) -> QuerySet[OriginalFile]:
        return super().get_queryset(request).defer("content")


@admin.register(Intake)
class IntakeAdmin(ReadOnlyAdmin):
    list_display = ("id", "name", "uploader", "created_at")
    list_select_related = ("uploader",)
    fields = ("name", "uploader", "created_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Intake]:
        return super().get_queryset(request).defer("content")
