"""The register of speakers: finding who is meant, proposing who is new, never merging."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from annotations.models import Event, Speaker
from annotations.services.events import Change, record_apart


def speakers_by_name(names: Collection[str], *, actor: User | None = None) -> dict[str, Speaker]:
    """The one speaker of each name or alias; new ones are entered, as proposals unless a person named them.

    A name that several speakers share is left out: which of them is meant, a person has to say.
    """
    wanted = {name[:200] for name in names}
    found: defaultdict[str, dict[int, Speaker]] = defaultdict(dict)
    for speaker in Speaker.objects.filter(name__in=wanted):
        found[speaker.name][speaker.pk] = speaker
    for speaker in Speaker.objects.exclude(aliases=[]):
        for alias in wanted.intersection(speaker.aliases):
            found[alias][speaker.pk] = speaker
    for name in sorted(wanted - found.keys()):
        # get_or_create: another run may enter the same name at this moment.
        speaker, is_new = Speaker.objects.get_or_create(name=name, function="", defaults={"is_proposed": actor is None})
        if is_new:
            change = Change(Event.Verb.CREATED, "speaker", speaker.pk, new=_recorded(speaker))
            record_apart(actor=actor, change=change)
        found[name][speaker.pk] = speaker
    return {name: next(iter(found[name[:200]].values())) for name in names if len(found[name[:200]]) == 1}


def save_speaker(speaker: Speaker, *, actor: User) -> None:
    """Stores a new or a changed entry of the register with its event."""
    with transaction.atomic():
        before = _recorded(Speaker.objects.select_for_update().get(pk=speaker.pk)) if speaker.pk else {}
        speaker.save()
        after = _recorded(speaker)
        new = {name: value for name, value in after.items() if before.get(name) != value}
        if new:
            verb = Event.Verb.CHANGED if before else Event.Verb.CREATED
            old = {name: before[name] for name in new if name in before}
            record_apart(actor=actor, change=Change(verb, "speaker", speaker.pk, old=old, new=new))


def _recorded(speaker: Speaker) -> dict[str, Any]:
    return {name: getattr(speaker, name) for name in ("name", "function", "aliases", "is_proposed")}
