"""The register of speakers: finding who is meant, proposing who is new, never merging."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from annotations.models import Speaker


def speakers_by_name(names: Collection[str], *, proposed: bool = True) -> dict[str, Speaker]:
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
        speaker, _ = Speaker.objects.get_or_create(name=name, function="", defaults={"is_proposed": proposed})
        found[name][speaker.pk] = speaker
    return {name: next(iter(found[name[:200]].values())) for name in names if len(found[name[:200]]) == 1}
