"""Forms of the pages."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from annotations.models import Article, Import, Source, WebhookEndpoint
from annotations.partial_dates import parse_partial_date
from annotations.queries.articles import desks, uploaders
from annotations.scopes import SCOPES
from annotations.services.tokens import DEFAULT_DAYS, LIFETIMES_DAYS
from annotations.web.texts import scope_words


class ArticleListForm(forms.Form):
    """Filters of the list; an invalid one is left out and said."""

    q = forms.CharField(label=_("Search"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False)
    desk = forms.ChoiceField(label=_("Desk"), required=False)
    sort = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[
            ("", _("newest first")),
            ("open_high_claims", _("most open claims of high worth")),
            ("open_suggestions", _("most open suggestions")),
        ],
    )
    who = forms.ModelChoiceField(label=_("Brought in by"), required=False, queryset=User.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", _("all")), *Article.State.choices]  # type: ignore[attr-defined]
        self.fields["desk"].choices = [("", _("all")), *((desk, desk) for desk in desks())]  # type: ignore[attr-defined]
        self.fields["who"].queryset = uploaders()  # type: ignore[attr-defined]
        self.fields["who"].empty_label = _("all")  # type: ignore[attr-defined]


class IntakeForm(forms.Form):
    """The first step: the text, pasted or as a file."""

    text = forms.CharField(
        label=_("Text of the article"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "autofocus": True, "data-draft": "intake"}),
    )
    file = forms.FileField(
        label=_("or a text file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        has_text, has_file = bool(values.get("text", "").strip()), values.get("file") is not None
        if has_text and has_file:
            raise forms.ValidationError(_("You pasted a text and chose a file. Remove one of the two."), code="both")
        if not has_text and not has_file and not self.errors:
            raise forms.ValidationError(_("Paste the article’s text, or choose a text file."), code="nothing")
        return values


class VersionForm(IntakeForm):
    """A changed manuscript. The present text stands there to be edited; a file counts where it was left as it was."""

    def __init__(self, *args: Any, present: str, draft: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.present = present
        self.fields["text"].initial = present
        self.fields["text"].widget.attrs["data-draft"] = draft

    def clean(self) -> dict[str, Any]:
        text = self.cleaned_data.get("text", "").replace("\r\n", "\n")
        if self.cleaned_data.get("file") is not None and text == self.present:
            self.cleaned_data["text"] = ""
        return super().clean()


class PartialDateField(forms.CharField):
    """A date of which day and month may be unknown; becomes a date and its precision."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=10, help_text=_("2023-09-14; 2023-09 if only the month is known; 2023 for the year."), **kwargs
        )

    def clean(self, value: Any) -> tuple[datetime.date | None, str]:
        written = super().clean(value)
        if not written:
            return None, ""
        try:
            return parse_partial_date(written)
        except ValueError as error:
            message = _("Write the date as 2023-09-14, 2023-09 or 2023.")
            raise forms.ValidationError(message, code="invalid") from error


class ArticleForm(forms.Form):
    """The second step, and later corrections: what is known about the article."""

    title = forms.CharField(label=_("Title"), max_length=300)
    byline = forms.CharField(
        label=_("Byline"), max_length=300, required=False, help_text=_("As printed: “By Mara Lindt”.")
    )
    outlet = forms.CharField(label=_("Outlet"), max_length=200, required=False)
    desk = forms.CharField(
        label=_("Desk"), max_length=100, required=False, widget=forms.TextInput(attrs={"list": "desks"})
    )
    source_url = forms.URLField(label=_("Address on the web"), max_length=2000, required=False, assume_scheme="https")
    published_on = PartialDateField(label=_("Published on"), required=False)
    language = forms.ChoiceField(label=_("Language of the text"), choices=Article.Language.choices)
    embargo_until = forms.DateTimeField(
        label=_("Embargo until"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
        help_text=_("Until then only its desk, who brought it in and who checks it see it."),
    )

    def values(self) -> dict[str, Any]:
        """As the services take them."""
        values = dict(self.cleaned_data)
        values["published_on"], values["published_precision"] = values["published_on"]
        values.pop("confirm_duplicate", None)
        return values


class EditForm(ArticleForm):
    is_completely_annotated = forms.BooleanField(
        label=_("Every quote in this text is marked"),
        required=False,
        help_text=_("Then the engine may learn from it: what is not marked counts as no quote."),
    )


class ReviewForm(ArticleForm):
    """The second step; a text that is here already has to be confirmed."""

    confirm_duplicate = forms.BooleanField(label=_("Bring it in once more all the same"), required=False)

    def __init__(self, *args: Any, has_duplicates: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_duplicates:
            self.fields["confirm_duplicate"].required = True
            self.fields["confirm_duplicate"].error_messages["required"] = _(
                "This text is at the desk already. "
                "Tick the box if you want it twice, or open the article that is there."
            )
        else:
            del self.fields["confirm_duplicate"]


class SourceForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=300)
    kind = forms.ChoiceField(label=_("Kind"), choices=Source.Kind.choices)
    level = forms.ChoiceField(label=_("primary or secondary"), choices=Source.Level.choices)
    publisher = forms.CharField(label=_("publisher"), max_length=200, required=False)
    url = forms.URLField(label=_("Address on the web"), max_length=2000, required=False, assume_scheme="https")
    dated = forms.DateField(
        label=_("date"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class CopyForm(forms.Form):
    file = forms.FileField(label=_("File"))


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("What uses it"), max_length=100, help_text=_("For example: editorial system, archive.")
    )
    scopes = forms.MultipleChoiceField(
        label=_("It may"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one thing it may do.")},
    )
    days = forms.TypedChoiceField(label=_("Valid for"), coerce=int, initial=DEFAULT_DAYS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].choices = [(scope, scope_words(scope)) for scope in SCOPES]  # type: ignore[attr-defined]
        days = [(days, _("%(days)s days") % {"days": days}) for days in LIFETIMES_DAYS]
        self.fields["days"].choices = days  # type: ignore[attr-defined]


class WebhookForm(forms.Form):
    url = forms.CharField(label=_("Address on the web"), max_length=2000, help_text=_("https://… or http://…"))
    description = forms.CharField(
        label=_("What for"), max_length=200, required=False, help_text=_("For example: editorial system, archive.")
    )
    event_types = forms.MultipleChoiceField(
        label=_("It hears when"),
        choices=WebhookEndpoint.EventType.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one thing it hears of.")},
    )


class ImportForm(forms.Form):
    """A file with many articles or annotations."""

    form = forms.ChoiceField(label=_("What the file is"), choices=Import.Form.choices)
    file = forms.FileField(label=_("File"), allow_empty_file=True, help_text=_("At most 64 MB."))
    desk = forms.CharField(
        label=_("Desk"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"list": "desks"}),
        help_text=_("For articles that name none."),
    )
    accepted = forms.BooleanField(
        label=_("Annotations count as accepted"),
        required=False,
        help_text=_("Otherwise they arrive as suggestions that somebody decides on."),
    )

    def __init__(self, *args: Any, may_decide: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_decide:
            del self.fields["accepted"]
