"""From reading to candidates: patterns propose, the verifier judges, overlaps are settled, speakers are found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from extraction.candidates import Band, QuoteCandidate, QuoteType
from extraction.document import Document
from extraction.lang.base import load_pack
from extraction.quotes.addressees import find_addressee
from extraction.quotes.candidate import LastSpeaker, Proposal, Range
from extraction.quotes.grammar import Cue, CueClass
from extraction.quotes.model import SHIPPED, Model, probability
from extraction.quotes.patterns import (
    back_references,
    content_clauses,
    continuations,
    marked,
    noun_frames,
    open_candidates,
    phrase_frames,
    speech_acts,
    verb_frames,
)
from extraction.quotes.reading import Reading, Unit
from extraction.quotes.resolution import Resolver
from extraction.quotes.speakers import choose_speaker, nearest_mention
from extraction.spans import Span, hull

_TELLING = (CueClass.SAY, CueClass.JUDGE, CueClass.DEMAND, CueClass.THINK)
SHOW_FROM = 0.4  # probability from which a proposal is shown at all
NEVER = -9.0  # the score of what another proposal has swallowed
_SHORT, _LONG = 5, 30  # tokens
_FIRM = 1.0  # score from which a proposal may swallow others
_LEAD = 2.0  # an inner proposal better by this much stands its ground
_REPORTED_AT_MOST = 0.6  # told speech acts are always "maybe"


class Context(NamedTuple):
    """What stands before a unit: the quotes chosen so far, and the last unit that tells of speech at all."""

    chosen: list[Proposal]
    told_in: int

    def before(self, unit: Unit) -> str:
        last = next((p for p in reversed(self.chosen) if p.host is None), None)
        if last is None or last.unit < unit.index - 1:
            return "told_before" if self.told_in == unit.index - 1 else "nothing_before"
        return "direct_before" if last.type is QuoteType.DIRECT else "reported_before"


def extract_quotes(
    document: Document, *, tick: Callable[[], None], model: Model = SHIPPED
) -> tuple[QuoteCandidate, ...]:
    reading = Reading(document, load_pack(document.lang))
    chosen = choose(reading, model, tick=tick)
    resolver = Resolver(reading)
    return _candidates(reading, chosen, resolver)


def choose(
    reading: Reading, model: Model, *, tick: Callable[[], None], judged: list[Proposal] | None = None
) -> list[Proposal]:
    """The proposals to be shown, in text order, with speakers; `judged` collects all that were weighed."""
    chosen: list[Proposal] = []
    last: LastSpeaker | None = None
    done, told_in = 0, -2
    for unit in reading.units:
        while done < unit.paragraph:
            tick()
            done += 1
        cues = list(reading.pack.find_cues(reading, unit))
        proposals = propose(reading, unit, cues)
        here = _judged(reading, unit, proposals, model, Context(chosen, told_in))
        if judged is not None:
            judged += [p for p in proposals if p.score > NEVER]
        for proposal in here:
            if proposal.host is not None:
                proposal.speaker, proposal.cue = proposal.host.speaker, proposal.host.cue
                proposal.addressee = proposal.host.addressee
                continue
            if proposal.frame is None:
                last = _teller_before(reading, unit, model, last)
            proposal.last_speaker = last
            proposal.speaker = choose_speaker(reading, proposal, model, last)
            if proposal.speaker is not None and proposal.frame is None:
                proposal.speaker = nearest_mention(reading, proposal.speaker, unit.first)
            proposal.addressee = find_addressee(reading, proposal)
            if proposal.speaker is not None:
                last = _nominal(reading, proposal.speaker, unit.index, last)
        _append(reading, chosen, here)
        if any(cue.cue_class in _TELLING and not cue.is_negated for cue in cues):
            told_in = unit.index
    for _ in range(done, len(reading.document.paragraphs)):
        tick()
    return chosen


def _nominal(reading: Reading, speaker: Range, unit: int, last: LastSpeaker | None) -> LastSpeaker:
    """The speaker later sentences without a frame refer to: for a pronoun the noun that was named before it."""
    is_pronoun = reading.lower[speaker[0]] in reading.pack.gender_of_pronoun and speaker[1] - speaker[0] == 1
    return LastSpeaker(last.place if is_pronoun and last is not None else speaker, unit)


def _teller_before(reading: Reading, unit: Unit, model: Model, last: LastSpeaker | None) -> LastSpeaker | None:
    """Who speaks in the sentence before, where that tells a speech act without being a quote itself."""
    if unit.index == 0 or (last is not None and last.unit >= unit.index - 1):
        return last
    before = reading.units[unit.index - 1]
    for cue in reading.pack.find_cues(reading, before):
        if cue.is_passive or cue.is_negated:
            continue
        segment = before.segments[cue.segment]
        told = Proposal(
            "told_speech", QuoteType.REPORTED, before.index, [], cue.tokens, cue, frame=(segment.first, segment.last)
        )
        speaker = choose_speaker(reading, told, model, None)
        if speaker is not None:
            return LastSpeaker(speaker, before.index)
    return last


def _append(reading: Reading, chosen: list[Proposal], here: list[Proposal]) -> None:
    """Adds a unit's quotes; a sentence that goes on with the same speech joins the one before it."""
    for proposal in here:
        last = next((p for p in reversed(chosen) if p.host is None), None) if proposal.host is None else None
        if last is not None and _goes_on(reading, last, proposal):
            last.parts = [(last.first, proposal.last)]
            last.unit = proposal.unit
            for inner in here:
                if inner.host is proposal:
                    inner.host = last
        else:
            chosen.append(proposal)


def _goes_on(reading: Reading, last: Proposal, proposal: Proposal) -> bool:
    """Whether both are sentences of one speech without a frame, one right behind the other."""
    if not (last.type is proposal.type is QuoteType.INDIRECT_FREE_INDIRECT) or last.unit != proposal.unit - 1:
        return False
    return reading.units[last.unit].paragraph == reading.units[proposal.unit].paragraph


def propose(reading: Reading, unit: Unit, cues: list[Cue]) -> list[Proposal]:
    """Everything the patterns see in a unit with these cues, unjudged."""
    pack = reading.pack
    phrases = list(pack.find_phrase_frames(reading, unit))
    nouns = list(pack.find_noun_cues(reading, unit))
    framed = list(verb_frames.propose(reading, unit, cues))
    direct = list(marked.propose(reading, unit, cues, phrases, nouns))
    used = {p.verb.tokens for p in (*framed, *direct) if p.verb is not None}
    made = [
        *framed,
        *phrase_frames.propose(reading, unit, phrases, cues),
        *noun_frames.propose(reading, unit, nouns),
        *continuations.propose(reading, unit),
        *content_clauses.propose(reading, unit, framed),
        *back_references.propose(reading, unit, cues, used),
        *speech_acts.propose(reading, unit, cues, used),
        *direct,
    ]
    return [*made, *open_candidates.propose(reading, unit, cues, made)]


def _judged(reading: Reading, unit: Unit, proposals: list[Proposal], model: Model, context: Context) -> list[Proposal]:
    """Scored and settled: first whatever can hold marked words, then direct speech in the light of its hosts."""
    taken = {p.unit for p in context.chosen}
    proposals = [p for p in proposals if p.unit == unit.index or p.unit not in taken]
    framed = any(p.type is QuoteType.INDIRECT and p.rule != "clause_alone" for p in proposals)
    for proposal in proposals:
        _complete_features(reading, unit, proposal, context)
        if framed and proposal.type is QuoteType.INDIRECT_FREE_INDIRECT:
            proposal.features.append("unit:framed")
    hosts = [p for p in proposals if p.type is not QuoteType.DIRECT]
    for proposal in hosts:
        proposal.score = model.quote_score(proposal.features)
    for proposal in hosts:
        if any(_swallows(other, proposal) for other in hosts):
            proposal.score = min(proposal.score, NEVER)
    settled = _settle(hosts)
    for proposal in proposals:
        if proposal.type is not QuoteType.DIRECT:
            continue
        if proposal.rule != "direct_cue_colon":
            host = next((h for h in settled if _holds(h, proposal)), None)
            if host is not None:
                proposal.host = host
                proposal.features.remove(f"rule:{proposal.rule}")
                proposal.rule = "direct_fragment"
                proposal.features += ["rule:direct_fragment", f"host:{host.type.value}"]
        proposal.score = model.quote_score(proposal.features)
    return _settle([p for p in proposals if p.type is QuoteType.DIRECT], kept=settled)


def _swallows(outer: Proposal, inner: Proposal) -> bool:
    """Whether `inner` is part of what `outer` reports: content inside content is no second quote."""
    if outer is inner or outer.type is not QuoteType.INDIRECT or inner.type is not QuoteType.INDIRECT:
        return False
    if outer.score < max(_FIRM, inner.score - _LEAD) or outer.size <= inner.size or inner.cue == outer.cue:
        return False
    # The inner frame itself must be reported, or two sources share one sentence.
    frame = inner.frame or (inner.first, inner.last)
    return any(first <= frame[0] and inner.last <= last for first, last in outer.parts)


def _holds(host: Proposal, inner: Proposal) -> bool:
    return any(first <= inner.first and inner.last <= last for first, last in host.parts)


def _complete_features(reading: Reading, unit: Unit, proposal: Proposal, context: Context) -> None:
    rule, before = proposal.rule, context.before(unit)
    proposal.features += [f"rule:{rule}", f"size:{_size(proposal.size)}", f"{rule}&{before}"]
    opening = reading.lower[proposal.first]
    if reading.pack.is_closed(opening):
        proposal.features.append(f"{rule}&opens:{opening}")
    if proposal.frame is not None and any(
        reading.pack.is_person_noun(reading.lower[i]) for i in range(*proposal.frame) if reading.words[i][:1].isupper()
    ):
        proposal.features.append(f"{rule}&person")
    if unit.passages and proposal.type is not QuoteType.DIRECT:
        proposal.features.append(f"{rule}&marks")
    cue = proposal.verb
    if cue is not None and proposal.type is not QuoteType.DIRECT:
        proposal.features += [f"cue:{cue.lemma}", f"class:{cue.cue_class.value}", f"{proposal.rule}&{cue.lemma}"]
        proposal.features.append(f"{proposal.rule}&{cue.cue_class.value}")
        if cue.is_reported:
            proposal.features.append("cue_reported")
        if cue.is_negated:
            proposal.features.append("negated")
        if cue.is_passive:
            proposal.features.append("passive")
        if not cue.is_complete:
            proposal.features.append("incomplete")
        if "mood:indicative" in proposal.features and "kind:main" in proposal.features:
            proposal.features.append(f"bare_indicative:{cue.cue_class.value}")
        if (
            cue.is_passive
            and "mood:indicative" in proposal.features
            and proposal.rule in ("indirect_main_clause", "indirect_as", "indirect_cue_after")
        ):
            proposal.features.append("passive_without_that")
    if proposal.type is QuoteType.INDIRECT_FREE_INDIRECT and unit.passages:
        proposal.features.append("unit:marked")
    if proposal.type in (QuoteType.INDIRECT_FREE_INDIRECT, QuoteType.FREE_INDIRECT) or proposal.rule == "direct_bare":
        proposal.features.append(f"context:{before}")


def _size(tokens: int) -> str:
    return "short" if tokens <= _SHORT else "long" if tokens > _LONG else "middle"


def _settle(proposals: list[Proposal], kept: Sequence[Proposal] = ()) -> list[Proposal]:
    """The best proposals that do not overlap, but for direct ones inside others; in text order."""
    kept = list(kept)
    for proposal in sorted(proposals, key=lambda p: (-p.score, p.first, p.last, p.rule)):
        proposal.confidence = probability(proposal.score)
        if proposal.confidence < SHOW_FROM:
            continue
        if all(_compatible(proposal, other) for other in kept):
            kept.append(proposal)
    return sorted(kept, key=lambda p: (p.first, -p.last, p.type))


def _compatible(one: Proposal, other: Proposal) -> bool:
    if one.last <= other.first or other.last <= one.first:
        return True
    if (one.first, one.last) == (other.first, other.last):
        return False
    direct = (one.type is QuoteType.DIRECT) + (other.type is QuoteType.DIRECT)
    if direct != 1:
        return False
    inner, outer = (one, other) if one.type is QuoteType.DIRECT else (other, one)
    return inner.host is outer or _holds(outer, inner)


# -- to code points


def _candidates(reading: Reading, chosen: list[Proposal], resolver: Resolver) -> tuple[QuoteCandidate, ...]:
    found = []
    seen: set[tuple[int, int]] = set()
    for proposal in chosen:
        spans = tuple(reading.span(first, last) for first, last in proposal.parts)
        whole = hull(spans)
        if (whole.start, whole.end) in seen:
            continue
        seen.add((whole.start, whole.end))
        confidence = proposal.confidence
        if proposal.type is QuoteType.REPORTED:
            confidence = min(confidence, _REPORTED_AT_MOST)
        cue = _cue_spans(reading, proposal.cue)
        found.append(
            QuoteCandidate(
                start=whole.start,
                end=whole.end,
                spans=spans,
                type=proposal.type,
                speaker=(reading.span(*proposal.speaker),) if proposal.speaker else (),
                cue=cue,
                addressee=(reading.span(*proposal.addressee),) if proposal.addressee else (),
                source_name=resolver.name(proposal.speaker),
                confidence=round(confidence, 3),
                band=Band.of(round(confidence, 3)),
                rule=proposal.rule,
                evidence=cue or spans[:1],
            )
        )
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _cue_spans(reading: Reading, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Neighbouring cue words as one span: "hatte angekündigt", but "teilte … mit"."""
    spans: list[Span] = []
    for index in sorted(tokens):
        span = reading.span(index, index + 1)
        if spans and reading.text[spans[-1].end : span.start].isspace():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)
