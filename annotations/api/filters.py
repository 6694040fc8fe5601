"""What lists can be filtered by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from django_filters.fields import IsoDateTimeField
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from annotations.models import Annotation, Article, Claim, Figure, Quote, Speaker, Verdict
from annotations.queries.search import with_words


class NumberOf(django_filters.NumberFilter):
    """A whole number that names a row: what both databases keep in an integer key."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=0, max_value=2**63 - 1, **kwargs)

    def get_max_validator(self) -> None:
        """The field has one itself; the inherited one is for decimals."""


class _TrueOrFalse(forms.Field):
    widget = forms.TextInput

    def to_python(self, value: Any) -> bool | None:
        """The library's own field takes any other word for "not asked"."""
        if value in self.empty_values:
            return None
        words = {"true": True, "1": True, "false": False, "0": False}
        if (found := words.get(str(value).lower())) is None:
            raise forms.ValidationError(_("Write true or false."), code="invalid")
        return found


class YesOrNo(django_filters.BooleanFilter):
    field_class = _TrueOrFalse


class _MomentField(IsoDateTimeField):
    def to_python(self, value: Any) -> Any:
        """In UTC: PostgreSQL refuses offsets of sixteen hours and more, which ISO 8601 can write."""
        moment = super().to_python(value)
        try:
            return moment and moment.astimezone(UTC)
        except OverflowError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class Moment(django_filters.IsoDateTimeFilter):
    field_class = _MomentField


class StrictFilterBackend(DjangoFilterBackend):
    """A filter without a value is refused: whoever meant to narrow a list would take all of it for her answer."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> QuerySet[Any]:
        known = self.get_filterset_class(view, queryset)
        if known is not None and (empty := empty_filters(known, request.query_params)):
            raise ValidationError(empty, code="empty_filter")
        filtered: QuerySet[Any] = super().filter_queryset(request, queryset, view)
        return filtered


def empty_filters(known: type[django_filters.FilterSet], asked: Mapping[str, str]) -> dict[str, str]:
    """What to say of filters without a value; of a text, nothing is one."""
    filters = known.base_filters
    empty = [name for name, value in asked.items() if name in filters and not value]
    missing = [name for name in empty if not isinstance(filters[name], django_filters.CharFilter)]
    return dict.fromkeys(missing, _("Give it a value, or leave it out."))


class AskedFilters(django_filters.FilterSet):
    """Puts only the filters together that are asked for: copying two dozen takes longer than most answers."""

    base_filters: dict[str, django_filters.Filter]

    def __init__(self, data: Mapping[str, Any], *args: Any, **kwargs: Any) -> None:
        self.base_filters = {name: known for name, known in self.base_filters.items() if name in data}
        super().__init__(data, *args, **kwargs)


class ArticleFilter(AskedFilters):
    state = django_filters.ChoiceFilter(choices=Article.State.choices)
    desk = django_filters.CharFilter()
    outlet = django_filters.CharFilter()
    external_id = django_filters.CharFilter()
    language = django_filters.ChoiceFilter(choices=Article.Language.choices)
    uploaded_by = NumberOf(field_name="uploader")
    published_after = django_filters.DateFilter(field_name="published_on", lookup_expr="gte")
    published_before = django_filters.DateFilter(field_name="published_on", lookup_expr="lte")
    has_open = YesOrNo(method="filter_open")
    search = django_filters.CharFilter(method="filter_words", max_length=500)

    class Meta:
        model = Article
        fields: list[str] = []

    def filter_words(self, queryset: QuerySet[Article], _name: str, value: str) -> QuerySet[Article]:
        """Title, byline, newest text, and who is quoted; in every inflection."""
        return with_words(queryset, value, of="article")

    def filter_open(self, queryset: QuerySet[Article], _name: str, value: bool) -> QuerySet[Article]:
        is_open = Q(open_suggestions__gt=0)
        return queryset.filter(is_open if value else ~is_open)


# Filters by a column of the kind's own row: which, and how it is compared.
_KIND_ROWS: dict[str, tuple[type[Quote] | type[Claim] | type[Figure], str]] = {
    "quote_type": (Quote, "type"),
    "worthiness": (Claim, "worthiness"),
    "figure_kind": (Figure, "kind"),
    "unit": (Figure, "unit"),
    "value_min": (Figure, "value__gte"),
    "value_max": (Figure, "value__lte"),
}


_NOTHING_WAS_MADE_BEFORE = datetime(2000, 1, 1, tzinfo=UTC)  # and the first day of all has no day before it


class AnnotationFilter(AskedFilters):
    article = NumberOf(field_name="version__article")
    version = NumberOf(field_name="version")
    kind = django_filters.ChoiceFilter(choices=Annotation.Kind.choices)
    state = django_filters.ChoiceFilter(choices=Annotation.State.choices)
    band = django_filters.ChoiceFilter(choices=Annotation.Band.choices)
    rule = django_filters.CharFilter()
    creator = NumberOf()
    quote_type = django_filters.ChoiceFilter(method="filter_later", choices=Quote.Type.choices)
    speaker = django_filters.CharFilter(method="filter_speaker")
    worthiness = django_filters.ChoiceFilter(method="filter_later", choices=Claim.Worthiness.choices)
    claimant = django_filters.CharFilter(method="filter_claimant")
    figure_kind = django_filters.ChoiceFilter(method="filter_later", choices=Figure.Kind.choices)
    unit = django_filters.CharFilter(method="filter_later")
    value_min = django_filters.NumberFilter(method="filter_later")
    value_max = django_filters.NumberFilter(method="filter_later")
    verdict = django_filters.ChoiceFilter(choices=Verdict.Status.choices, method="filter_verdict")
    deleted = YesOrNo(method="filter_deleted")
    search = django_filters.CharFilter(method="filter_words", max_length=500)
    created_after = Moment(method="filter_created_after")
    created_before = Moment(field_name="created_at", lookup_expr="lte")

    class Meta:
        model = Annotation
        fields: list[str] = []

    def filter_created_after(self, queryset: QuerySet[Annotation], _name: str, value: datetime) -> QuerySet[Annotation]:
        """Lists go by number, which grows with time: whoever asks for the newest need not pass all the others.

        Numbers and times of marks that were made at once can cross; a day of room is more than any transaction takes.
        """
        day_before = max(value, _NOTHING_WAS_MADE_BEFORE) - timedelta(days=1)
        near = Annotation.objects.filter(created_at__gte=day_before).order_by("created_at")
        return queryset.filter(created_at__gte=value, pk__gte=Subquery(near.values("pk")[:1]))

    def filter_words(self, queryset: QuerySet[Annotation], _name: str, value: str) -> QuerySet[Annotation]:
        """The words of the mark, in every inflection, or who said or claims it."""
        return with_words(queryset, value, of="annotation")

    def filter_queryset(self, queryset: QuerySet[Annotation]) -> QuerySet[Annotation]:
        """What is asked of the kind's own row is asked at once, and names annotations by their numbers.

        By a join SQLite would begin with all rows of that kind, and sort them for every page.
        """
        asked: dict[type[Any], dict[str, Any]] = {}
        for name, (model, lookup) in _KIND_ROWS.items():
            if (value := self.form.cleaned_data.get(name)) not in (None, ""):
                asked.setdefault(model, {})[lookup] = value
        filtered: QuerySet[Annotation] = super().filter_queryset(queryset)
        for model, columns in asked.items():
            filtered = filtered.filter(pk__in=model.objects.filter(**columns).values("annotation"))
        return filtered

    def filter_later(self, queryset: QuerySet[Annotation], _name: str, _value: Any) -> QuerySet[Annotation]:
        """By `filter_queryset`, together with the others of the same row."""
        return queryset

    def filter_deleted(self, queryset: QuerySet[Annotation], _name: str, value: bool) -> QuerySet[Annotation]:
        in_bin = Annotation.objects.filter(deleted_at__isnull=False).values("pk")  # few, and there is an index of them
        return queryset.filter(pk__in=in_bin) if value else queryset.filter(deleted_at=None)

    def filter_verdict(self, queryset: QuerySet[Annotation], _name: str, value: str) -> QuerySet[Annotation]:
        """Only facts have a verdict, if only that they are unchecked."""
        facts = queryset.filter(state=Annotation.State.ACCEPTED)
        if value == Verdict.Status.UNCHECKED:
            return facts.filter(verdict__isnull=True)
        current = Verdict.objects.filter(status=value, current_for__isnull=False)
        return facts.filter(pk__in=current.values("annotation"))

    def filter_speaker(self, queryset: QuerySet[Annotation], _name: str, value: str) -> QuerySet[Annotation]:
        return queryset.filter(pk__in=Quote.objects.filter(speaker__in=_called(value)).values("annotation"))

    def filter_claimant(self, queryset: QuerySet[Annotation], _name: str, value: str) -> QuerySet[Annotation]:
        return queryset.filter(pk__in=Claim.objects.filter(claimant__in=_called(value)).values("annotation"))


def _called(name: str) -> QuerySet[Any]:
    """By the name of the entry, or of the one it was merged into."""
    return Speaker.objects.filter(Q(name=name) | Q(merged_into__name=name)).values("pk")
