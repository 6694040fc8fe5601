"""What lists can be filtered by."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django_filters.fields import IsoDateTimeField
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from annotations.models import Annotation, Article, Claim, Figure, Quote, Verdict
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
        if known is not None:
            filters = known.base_filters
            empty = [name for name, value in request.query_params.items() if name in filters and not value]
            if missing := [name for name in empty if not isinstance(filters[name], django_filters.CharFilter)]:
                message = _("Give it a value, or leave it out.")
                raise ValidationError(dict.fromkeys(missing, message), code="empty_filter")
        filtered: QuerySet[Any] = super().filter_queryset(request, queryset, view)
        return filtered


class ArticleFilter(django_filters.FilterSet):
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


class AnnotationFilter(django_filters.FilterSet):
    article = NumberOf(field_name="version__article")
    version = NumberOf(field_name="version")
    kind = django_filters.ChoiceFilter(choices=Annotation.Kind.choices)
    state = django_filters.ChoiceFilter(choices=Annotation.State.choices)
    band = django_filters.ChoiceFilter(choices=Annotation.Band.choices)
    rule = django_filters.CharFilter()
    creator = NumberOf()
    quote_type = django_filters.ChoiceFilter(field_name="quote__type", choices=Quote.Type.choices)
    speaker = django_filters.CharFilter(method="filter_person", field_name="quote__speaker")
    worthiness = django_filters.ChoiceFilter(field_name="claim__worthiness", choices=Claim.Worthiness.choices)
    claimant = django_filters.CharFilter(method="filter_person", field_name="claim__claimant")
    figure_kind = django_filters.ChoiceFilter(field_name="figure__kind", choices=Figure.Kind.choices)
    unit = django_filters.CharFilter(field_name="figure__unit")
    value_min = django_filters.NumberFilter(field_name="figure__value", lookup_expr="gte")
    value_max = django_filters.NumberFilter(field_name="figure__value", lookup_expr="lte")
    verdict = django_filters.ChoiceFilter(choices=Verdict.Status.choices, method="filter_verdict")
    deleted = YesOrNo(field_name="deleted_at", lookup_expr="isnull", exclude=True)
    search = django_filters.CharFilter(method="filter_words", max_length=500)
    created_after = Moment(field_name="created_at", lookup_expr="gte")
    created_before = Moment(field_name="created_at", lookup_expr="lte")

    class Meta:
        model = Annotation
        fields: list[str] = []

    def filter_words(self, queryset: QuerySet[Annotation], _name: str, value: str) -> QuerySet[Annotation]:
        """The words of the mark, in every inflection, or who said or claims it."""
        return with_words(queryset, value, of="annotation")

    def filter_verdict(self, queryset: QuerySet[Annotation], _name: str, value: str) -> QuerySet[Annotation]:
        """Only facts have a verdict, if only that they are unchecked."""
        facts = queryset.filter(state=Annotation.State.ACCEPTED)
        if value == Verdict.Status.UNCHECKED:
            return facts.filter(verdict__isnull=True)
        return facts.filter(verdict__status=value)

    def filter_person(self, queryset: QuerySet[Annotation], name: str, value: str) -> QuerySet[Annotation]:
        """By the name of the entry, or of the one it was merged into."""
        return queryset.filter(Q(**{f"{name}__name": value}) | Q(**{f"{name}__merged_into__name": value}))
