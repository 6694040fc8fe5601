"""The record in words: one event, one sentence, in the reader's language. Asks the database nothing.

German puts the participle last and bends articles, so every sentence is written whole; `what` stands in the accusative
in all of them ("die Behauptung „…“").
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.errors import shortened
from annotations.models import (
    Annotation,
    Article,
    Claim,
    Desk,
    Event,
    Figure,
    Quote,
    Source,
    Speaker,
    Verdict,
    WebhookEndpoint,
)

MACHINE = "Beleg"  # who did what nobody did
_WORDS_LIMIT = 80  # code points of what is quoted

Verb = Event.Verb
# By object type and verb. `extra` is a verdict, a person, a number or a text, as the sentence needs.
SENTENCES: dict[tuple[str, str], Promise] = {
    ("annotation", Verb.SUGGESTED): gettext_lazy("%(who)s suggested %(what)s %(when)s."),
    ("annotation", Verb.SUPERSEDED): gettext_lazy("%(who)s withdrew the suggestion of %(what)s %(when)s."),
    ("annotation", Verb.CARRIED): gettext_lazy("%(who)s carried %(what)s over to the new version %(when)s."),
    ("annotation", Verb.CREATED): gettext_lazy("%(who)s marked %(what)s %(when)s."),
    ("annotation", Verb.ACCEPTED): gettext_lazy("%(who)s accepted %(what)s %(when)s."),
    ("annotation", Verb.REJECTED): gettext_lazy("%(who)s rejected %(what)s %(when)s."),
    ("annotation", Verb.CHANGED): gettext_lazy("%(who)s changed %(what)s %(when)s."),
    ("annotation", Verb.DELETED): gettext_lazy("%(who)s moved %(what)s to the bin %(when)s."),
    ("annotation", Verb.RESTORED): gettext_lazy("%(who)s took %(what)s out of the bin %(when)s."),
    ("annotation", Verb.UNDONE): gettext_lazy("%(who)s put %(what)s back to its earlier state %(when)s."),
    ("annotation", Verb.CHECKED): gettext_lazy("%(who)s checked %(what)s %(when)s: %(extra)s."),
    ("annotation", Verb.SIGNED): gettext_lazy("%(who)s countersigned %(what)s %(when)s."),
    ("annotation", Verb.ANSWERED): gettext_lazy("%(who)s answered the query about %(what)s %(when)s."),
    ("annotation", Verb.CORRECTED): gettext_lazy("%(who)s corrected %(what)s after publication %(when)s: %(extra)s"),
    ("annotation", Verb.HIDDEN): gettext_lazy("%(who)s hid %(what)s %(when)s."),
    ("annotation", Verb.SHOWN): gettext_lazy("%(who)s made %(what)s visible again %(when)s."),
    ("annotation", Verb.PURGED): gettext_lazy("%(who)s removed %(what)s for good %(when)s."),
    ("article", Verb.CREATED): gettext_lazy("%(who)s brought in %(what)s %(when)s."),
    ("article", Verb.CHANGED): gettext_lazy("%(who)s changed what is known of %(what)s %(when)s."),
    ("article", Verb.RELEASED): gettext_lazy("%(who)s released %(what)s %(when)s."),
    ("article", Verb.REOPENED): gettext_lazy("%(who)s opened %(what)s again after its release %(when)s."),
    ("article", Verb.DELETED): gettext_lazy("%(who)s moved %(what)s to the bin %(when)s."),
    ("article", Verb.RESTORED): gettext_lazy("%(who)s took %(what)s out of the bin %(when)s."),
    ("article", Verb.PURGED): gettext_lazy("%(who)s removed %(what)s for good %(when)s."),
    ("version", Verb.CREATED): gettext_lazy("%(who)s brought in version %(extra)s of the text %(when)s."),
    ("run", Verb.QUEUED): gettext_lazy("%(who)s asked for suggestions %(when)s."),
    ("run", Verb.FINISHED): gettext_lazy("%(who)s finished reading the text %(when)s. Suggestions: %(extra)s."),
    ("run", Verb.FAILED): gettext_lazy("%(who)s could not read the text %(when)s."),
    ("sentence", Verb.CREATED): gettext_lazy("%(who)s found nothing to check in %(what)s %(when)s."),
    ("sentence", Verb.RESTORED): gettext_lazy("%(who)s once more found nothing to check in %(what)s %(when)s."),
    ("sentence", Verb.DELETED): gettext_lazy("%(who)s opened %(what)s to the check again %(when)s."),
    ("sentence", Verb.CARRIED): gettext_lazy("%(who)s carried %(what)s over to the new version %(when)s."),
    ("comment", Verb.COMMENTED): gettext_lazy("%(who)s commented on %(what)s %(when)s: %(extra)s"),
    ("comment", Verb.DELETED): gettext_lazy("%(who)s took a comment on %(what)s back %(when)s."),
    ("comment", Verb.RESTORED): gettext_lazy("%(who)s put a comment on %(what)s back in place %(when)s."),
    ("comment", Verb.RESOLVED): gettext_lazy("%(who)s closed a thread about %(what)s %(when)s."),
    ("comment", Verb.REOPENED): gettext_lazy("%(who)s opened a thread about %(what)s again %(when)s."),
    ("assignment", Verb.ASSIGNED): gettext_lazy("%(who)s assigned %(what)s to %(extra)s %(when)s."),
    ("speaker", Verb.CREATED): gettext_lazy("%(who)s entered %(what)s %(when)s."),
    ("speaker", Verb.CHANGED): gettext_lazy("%(who)s changed %(what)s %(when)s."),
    ("speaker", Verb.MERGED): gettext_lazy("%(who)s merged %(what)s into another entry %(when)s."),
    ("speaker", Verb.RESTORED): gettext_lazy("%(who)s split %(what)s off again %(when)s."),
    ("source", Verb.CREATED): gettext_lazy("%(who)s entered %(what)s %(when)s."),
    ("source", Verb.CHANGED): gettext_lazy("%(who)s changed %(what)s %(when)s."),
    ("source_copy", Verb.CREATED): gettext_lazy("%(who)s froze %(what)s %(when)s."),
    ("desk", Verb.CREATED): gettext_lazy("%(who)s entered %(what)s %(when)s."),
    ("desk", Verb.CHANGED): gettext_lazy("%(who)s changed %(what)s %(when)s."),
    ("learned_model", Verb.CHANGED): gettext_lazy("%(who)s switched to another learned model %(when)s."),
    ("token", Verb.CREATED): gettext_lazy("%(who)s made %(what)s %(when)s."),
    ("token", Verb.DELETED): gettext_lazy("%(who)s revoked %(what)s %(when)s."),
    ("export", Verb.QUEUED): gettext_lazy("%(who)s asked for an export %(when)s."),
    ("export", Verb.FINISHED): gettext_lazy("%(who)s finished an export %(when)s."),
    ("export", Verb.FAILED): gettext_lazy("%(who)s could not finish an export %(when)s."),
    ("import", Verb.QUEUED): gettext_lazy("%(who)s handed in a file to import %(when)s."),
    ("import", Verb.FINISHED): gettext_lazy("%(who)s finished an import %(when)s."),
    ("import", Verb.FAILED): gettext_lazy("%(who)s could not finish an import %(when)s."),
    ("source_fetch", Verb.QUEUED): gettext_lazy("%(who)s asked to freeze %(what)s %(when)s."),
    ("source_fetch", Verb.FINISHED): gettext_lazy("%(who)s froze %(what)s %(when)s."),
    ("source_fetch", Verb.FAILED): gettext_lazy("%(who)s could not freeze %(what)s %(when)s."),
    ("nightly_work", Verb.FINISHED): gettext_lazy("%(who)s did the nightly work %(when)s."),
    ("nightly_work", Verb.FAILED): gettext_lazy("%(who)s could not do the nightly work %(when)s."),
    ("webhook", Verb.CREATED): gettext_lazy("%(who)s entered %(what)s %(when)s."),
    ("webhook", Verb.CHANGED): gettext_lazy("%(who)s changed %(what)s %(when)s."),
    ("webhook", Verb.QUEUED): gettext_lazy("%(who)s had a message sent to %(what)s %(when)s."),
    ("webhook", Verb.DELETED): gettext_lazy("%(who)s deleted %(what)s %(when)s."),
}
_TAKEN_BACK = gettext_lazy("%(who)s took %(what)s back from %(extra)s %(when)s.")
_UNKNOWN = gettext_lazy("%(who)s %(when)s: %(extra)s")

_THINGS: dict[str, Promise] = {
    "quote": gettext_lazy("the quote “%(words)s”"),
    "claim": gettext_lazy("the claim “%(words)s”"),
    "figure": gettext_lazy("the figure “%(words)s”"),
    "annotation": gettext_lazy("the mark “%(words)s”"),
    "comment": gettext_lazy("the mark “%(words)s”"),
    "article": gettext_lazy("the article “%(words)s”"),
    "assignment": gettext_lazy("the article “%(words)s”"),
    "sentence": gettext_lazy("the sentence “%(words)s”"),
    "speaker": gettext_lazy("the speaker “%(words)s”"),
    "source": gettext_lazy("the source “%(words)s”"),
    "source_copy": gettext_lazy("the copy “%(words)s”"),
    "source_fetch": gettext_lazy("the page “%(words)s”"),
    "desk": gettext_lazy("the desk “%(words)s”"),
    "token": gettext_lazy("the token “%(words)s”"),
    "webhook": gettext_lazy("the webhook “%(words)s”"),
}
# Where the labels of what changed come from.
_MODELS: dict[str, tuple[type[models.Model], ...]] = {
    "annotation": (Annotation, Quote, Claim, Figure),
    "article": (Article,),
    "speaker": (Speaker,),
    "source": (Source,),
    "desk": (Desk,),
    "webhook": (WebhookEndpoint,),
}


def sentence(event: Event, *, kind: str = "", words: str = "", person: str = "") -> str:
    """`kind` and `words` name what it is about, `person` who got or lost the work; empty: nobody knows any more."""
    template = SENTENCES.get((event.object_type, event.verb), _UNKNOWN)
    if event.object_type == "assignment" and event.new.get("checker") is None:
        template = _TAKEN_BACK
    return str(template) % {
        "who": name_of(event.actor) if event.actor else MACHINE,
        "what": str(_THINGS.get(kind or event.object_type, _THINGS["annotation"])) % {"words": _short(words)},
        "when": _when(event.at),
        "extra": person or _extra(event),
    }


def name_of(person: Any) -> str:
    name: str = person.get_full_name() or person.get_username()
    return name


def details(event: Event) -> list[str]:
    """What differs, a line each: "Title: “A” → “B”"; and the reason that was given."""
    lines = []
    if event.verb == Verb.CHANGED:
        lines = [_line(label, old, new) for label, old, new in _differences(event.object_type, event.old, event.new)]
    if reason := event.new.get("reason"):
        lines.append(_("Reason: %(reason)s") % {"reason": reason})
    return lines


def _extra(event: Event) -> str:
    new = event.new
    if event.verb == Verb.CHECKED:
        verdict = new.get("verdict")
        return str(Verdict.Status(verdict["status"]).label) if verdict else _("unchecked")
    if event.object_type == "version":
        return str(new.get("number", ""))
    if event.object_type == "run" and event.verb == Verb.FINISHED:
        return str(sum(new.get("counts", {}).values()))
    if "text" in new:
        return _("“%(words)s”") % {"words": shortened(str(new["text"]), limit=_WORDS_LIMIT)}
    return f"{event.object_type} {event.object_id}: {event.get_verb_display()}"


def _when(at: datetime.datetime) -> str:
    local = localtime(at)
    values = {"date": date_format(local, "DATE_FORMAT"), "time": date_format(local, "H:i")}
    return _("on %(date)s at %(time)s") % values


def _short(words: str) -> str:
    return shortened(" ".join(words.split()), limit=_WORDS_LIMIT) if words else "…"


def _differences(object_type: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Label, old and new value of what has a label and can be said in a line."""
    for name, value in new.items():
        before = old.get(name)
        if isinstance(value, dict):
            yield from _differences(object_type, before if isinstance(before, dict) else {}, value)
            continue
        field = _field(object_type, name)
        if field is not None and value != before:
            choices = dict(field.flatchoices)
            yield str(field.verbose_name), choices.get(before, before), choices.get(value, value)


def _field(object_type: str, name: str) -> models.Field[Any, Any] | None:
    for model in _MODELS.get(object_type, ()):
        try:
            field = model._meta.get_field(name.removesuffix("_id"))
        except FieldDoesNotExist:
            continue
        # A number of another table says nothing to a reader.
        if isinstance(field, models.Field) and not field.is_relation:
            return field
    return None


def _line(label: str, old: Any, new: Any) -> str:
    return f"{label[:1].upper()}{label[1:]}: {_value(old)} → {_value(new)}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value in (None, "", []):
        return "–"
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return shortened(str(value), limit=_WORDS_LIMIT)
