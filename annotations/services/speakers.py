"""The register of speakers: finding who is meant, proposing who is new; only a person merges two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from annotations.errors import MergeRefused, StaleRevision
from annotations.models import Event, Speaker
from annotations.services.events import Change, record_apart
from annotations.services.locks import lock_new_speakers
from annotations.services.snapshots import difference, speaker_values, state_tag


def speakers_by_name(names: Collection[str], *, actor: User | None = None) -> dict[str, Speaker]:
    """The one speaker of each name or alias; new ones are entered, as proposals unless a person named them.

    A name that several speakers share is left out: which of them is meant, a person has to say.
    """
    wanted = {name[:200] for name in names}
    found: defaultdict[str, dict[int, Speaker]] = defaultdict(dict)
    own = Speaker.objects.filter(merged_into=None)
    for speaker in own.filter(name__in=wanted):
        found[speaker.name][speaker.pk] = speaker
    for speaker in own.exclude(aliases=[]):
        for alias in wanted.intersection(speaker.aliases):
            found[alias][speaker.pk] = speaker
    unknown = sorted(wanted - found.keys())
    if unknown:
        lock_new_speakers()
    for name in unknown:
        # get_or_create: another run may have entered the same name at this moment.
        speaker, is_new = Speaker.objects.get_or_create(name=name, function="", defaults={"is_proposed": actor is None})
        if is_new:
            change = Change(Event.Verb.CREATED, "speaker", speaker.pk, new=speaker_values(speaker))
            record_apart(actor=actor, change=change)
        speaker = speaker.canonical
        found[name][speaker.pk] = speaker
    return {name: next(iter(found[name[:200]].values())) for name in names if len(found[name[:200]]) == 1}


def save_speaker(speaker: Speaker, *, actor: User, expected: str | None = None) -> None:
    """Stores a new or a changed entry of the register with its event.

    `expected` is the `state_tag` a change is based on. Raises `StaleRevision` if it is another by now.
    """
    with transaction.atomic():
        stored = Speaker.objects.select_for_update().get(pk=speaker.pk) if speaker.pk else None
        before = speaker_values(stored) if stored else {}
        if stored and expected not in (None, state_tag(before)):
            raise StaleRevision(stored)
        speaker.save()
        after = speaker_values(speaker)
        old, new = difference(before, after)
        if new:
            verb = Event.Verb.CHANGED if before else Event.Verb.CREATED
            record_apart(actor=actor, change=Change(verb, "speaker", speaker.pk, old=old, new=new))


def merge_speakers(*, kept: Speaker, merged: Speaker, actor: User, because: str = "") -> Event:
    """From now on both are one: shown as `kept`, found by the names of both. No quote is touched, so it can be undone.

    `because` stays in the record. Raises `MergeRefused` where one of the two is merged already, or both are one.
    """
    with transaction.atomic():
        rows = {s.pk: s for s in Speaker.objects.select_for_update().filter(pk__in=[kept.pk, merged.pk]).order_by("pk")}
        if len(rows) < 2:
            raise MergeRefused(problem=_("it is one and the same entry."))
        one, other = rows[kept.pk], rows[merged.pk]
        if one.merged_into_id or other.merged_into_id:
            raise MergeRefused(problem=_("one of them is part of another entry already."))
        before = {"aliases": list(one.aliases), "followers": sorted(other.merged_from.values_list("pk", flat=True))}
        other.merged_from.update(merged_into=one)
        other.merged_into = one
        other.save(update_fields=["merged_into"])
        one.aliases = [name for name in dict.fromkeys([*one.aliases, other.name, *other.aliases]) if name != one.name]
        one.save(update_fields=["aliases"])
        new = {"into": one.pk, "aliases": one.aliases, **_reason(because)}
        return record_apart(actor=actor, change=Change(Event.Verb.MERGED, "speaker", other.pk, old=before, new=new))


def split_speaker(*, merged: Speaker, actor: User, because: str = "") -> Speaker:
    """Undoes a merge: the entry stands for itself again, with those that had been merged into it before.

    Raises `MergeRefused` where it is not merged.
    """
    with transaction.atomic():
        other = Speaker.objects.select_for_update().get(pk=merged.pk)
        event = Event.objects.filter(object_type="speaker", object_id=other.pk, verb=Event.Verb.MERGED).first()
        if other.merged_into_id is None or event is None:
            raise MergeRefused(problem=_("it is not part of another entry."))
        one = Speaker.objects.select_for_update().get(pk=other.merged_into_id)
        came = set(event.new["aliases"]) - set(event.old["aliases"])
        one.aliases = [alias for alias in one.aliases if alias not in came]
        one.save(update_fields=["aliases"])
        Speaker.objects.filter(pk__in=event.old["followers"], merged_into=one).update(merged_into=other)
        other.merged_into = None
        other.save(update_fields=["merged_into"])
        new = {"into": None, **_reason(because)}
        change = Change(Event.Verb.RESTORED, "speaker", other.pk, old={"into": one.pk}, new=new)
        record_apart(actor=actor, change=change)
    return other


def _reason(because: str) -> dict[str, str]:
    return {"reason": because} if because else {}
