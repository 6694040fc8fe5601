"""Who speaks: every noun phrase around a quote is a possible speaker, a linear ranker picks one."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.candidates import QuoteType
from extraction.quotes.appositions import with_apposition
from extraction.quotes.candidate import LastSpeaker, Proposal, Range
from extraction.quotes.grammar import ClauseKind, NounPhrase
from extraction.quotes.model import Model
from extraction.quotes.possible_speakers import PossibleSpeaker, is_content, ranked
from extraction.quotes.reading import Reading, Segment, Unit
from extraction.quotes.rich_speakers import rich_speaker_features
from extraction.quotes.sources import carried_on, claim, oblique_sources, owner, sources_before_insertion, wonach_source
from extraction.quotes.subjects import leads_out, relative_subject, split_subject, subject_before
from extraction.quotes.verb_fields import around_unknown_verb, around_verb

_PLACES_BACK = ("place:before_unit", "place:two_before", "place:three_before")
_UNIT_REACH = 80  # tokens around a frame, and at the end of a unit before, in which somebody is looked for
_MOST_RICH = 60  # possible speakers of one quote that a learned model looks at closely
NO_SPEAKER_BELOW = 0.0  # a best candidate under this score is nobody


def choose_speaker(reading: Reading, proposal: Proposal, model: Model, last: LastSpeaker | None) -> Range | None:
    """The best possible speaker, or None. A phrase the pattern itself read ("laut X") needs no ranking."""
    if proposal.source is not None:
        return _extended(reading, proposal, proposal.source)
    best, best_score = None, NO_SPEAKER_BELOW
    for possible in possible_speakers(reading, proposal, last, is_rich=model.is_learned):
        score = model.speaker_score(possible.features)
        if score > best_score:
            best, best_score = possible.place, score
    return best


def _extended(reading: Reading, proposal: Proposal, source: Range) -> Range:
    unit = reading.units[reading.unit_of_token[source[0]]]
    whole = with_apposition(reading, unit, NounPhrase(*source, source[0], "name", True))
    return source if _is_inside(whole, proposal) else whole


def possible_speakers(
    reading: Reading, proposal: Proposal, last: LastSpeaker | None, *, is_rich: bool = False
) -> Iterator[PossibleSpeaker]:
    """Each place once, with the features of its nearest reading; `is_rich` adds what only a learned model weighs."""
    home = reading.unit_of_token[proposal.frame[0]] if proposal.frame else proposal.unit
    frame = "frame:verb" if proposal.verb else "frame:colon" if proposal.frame else "frame:none"
    if proposal.verb is not None and (proposal.verb.is_passive or proposal.verb.lemma in reading.pack.impersonal_verbs):
        frame = "frame:passive"
    # Sentences without a frame are too few to learn words from; the plain features know them better.
    is_continued = proposal.frame is None and proposal.type is not QuoteType.DIRECT
    seen: set[Range] = set()
    for possible in _everywhere(reading, proposal, home, last):
        place = possible.features[0].removeprefix("place:")
        is_cue = place not in ("cue_itself", "claim") and _holds_cue(possible.place, proposal)
        if possible.place in seen or is_cue or _is_inside(possible.place, proposal):
            continue
        seen.add(possible.place)
        if is_rich and not is_continued and len(seen) <= _MOST_RICH:
            possible.features += dict.fromkeys(
                rich_speaker_features(reading, proposal, possible.place, possible.features, last)
            )
        possible.features.append(f"{frame}+{place}")
        yield possible


def _everywhere(reading: Reading, proposal: Proposal, home: int, last: LastSpeaker | None) -> Iterator[PossibleSpeaker]:
    unit = reading.units[home]
    if proposal.frame is not None:
        yield from _in_frame(reading, unit, proposal, last)
        for segment in _near(unit, proposal.frame):
            if not is_content(proposal, segment) and segment.first != proposal.frame[0] and segment.passage is None:
                yield from ranked(reading, unit, segment.first, segment.last, "place:same_unit")
    elif proposal.type is QuoteType.DIRECT and "place:whole_unit" not in proposal.features:
        start, stop = max(unit.first, proposal.first - _UNIT_REACH), min(unit.last, proposal.last + _UNIT_REACH)
        yield from ranked(reading, unit, start, stop, "place:own_unit")
    if last is not None:
        distance = home - last.unit
        near = "last:same_unit" if distance == 0 else "last:next" if distance == 1 else "last:far"
        features = ["place:last_speaker", near if distance < 4 else "last:lost"]
        if reading.units[last.unit].paragraph != unit.paragraph:
            features.append("last:other_paragraph")
        yield PossibleSpeaker(last.place, features)
    for back, place in enumerate(_PLACES_BACK, start=1):
        if home - back < 0:
            break
        earlier = reading.units[home - back]
        yield from ranked(reading, earlier, max(earlier.first, earlier.last - _UNIT_REACH), earlier.last, place)


def _near(unit: Unit, frame: Range) -> Iterator[Segment]:
    """The segments around a frame: all of a sentence, but not of a list or of broken text."""
    first, last = frame[0] - _UNIT_REACH, frame[1] + _UNIT_REACH
    return (segment for segment in unit.segments if first <= segment.first and segment.last <= last)


def _is_inside(place: Range, proposal: Proposal) -> bool:
    if proposal.type is QuoteType.REPORTED:
        return False  # the told clause holds its speaker
    return any(place[0] < last and first < place[1] for first, last in proposal.parts)


def _holds_cue(place: Range, proposal: Proposal) -> bool:
    return any(place[0] <= token < place[1] for token in proposal.cue)


def _without_verb(reading: Reading, unit: Unit, proposal: Proposal) -> Iterator[PossibleSpeaker]:
    """Frames of a noun or a word that points to a source, and what stands before a colon."""
    first, last = proposal.frame or (0, 0)
    if proposal.cue:
        yield from owner(reading, proposal.cue[-1], last)
        if "_noun_" in proposal.rule:
            yield from claim(reading, unit, proposal)
        elif proposal.rule == "indirect_wonach":
            yield from wonach_source(reading, unit, (first, last))
        # "Demnach", "Befürchtungen": some newsrooms mark the word that points to the source.
        yield PossibleSpeaker((proposal.cue[-1], proposal.cue[-1] + 1), ["place:cue_itself"])
    yield from around_unknown_verb(reading, unit, first, last)


def _in_frame(
    reading: Reading, unit: Unit, proposal: Proposal, before: LastSpeaker | None
) -> Iterator[PossibleSpeaker]:
    first, last = proposal.frame or (0, 0)
    cue = proposal.verb
    if cue is None:
        yield from _without_verb(reading, unit, proposal)
        return
    segment = unit.segments[cue.segment]
    clause = reading.clause(unit, segment)
    if cue.lemma in reading.pack.impersonal_verbs or (cue.is_passive and cue.lemma not in reading.pack.citing_verbs):
        yield from oblique_sources(reading, cue, first, last)
        yield from sources_before_insertion(reading, unit, proposal, cue)
        yield from carried_on(reading, unit, (first, last), before)
        return
    if clause.kind is ClauseKind.RELATIVE and cue.segment > 0:
        yield from relative_subject(reading, unit, clause, cue)
        return
    if leads_out(cue, clause):
        yield from subject_before(reading, unit, cue.segment)
        return
    if first < segment.first:
        yield from ranked(reading, unit, first, segment.first, "place:split_subject")
    elif cue.segment > 0:
        yield from split_subject(reading, unit, clause, cue, proposal)
    yield from around_verb(reading, unit, segment, cue, last)
