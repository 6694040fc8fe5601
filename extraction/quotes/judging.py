"""The verifier: features and scores of the proposals, and which of those that overlap are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import Mood
from extraction.quotes.model import SHIPPED, Model, probability
from extraction.quotes.pointed_back import without_taken
from extraction.quotes.reading import Reading, Unit
from extraction.quotes.rich_features import rich_features

SHOW_FROM = 0.4  # probability from which a proposal is shown at all
SHOW_LEARNED_FROM = 0.34  # the same where decisions have been learned from: F1 is level from 0.31 to 0.42
NEVER = -9.0  # the score of what another proposal has swallowed
_GUESSES = ("clause_alone", "variant_")  # rules that only decisions can lift
_OPEN = "indirect_that_open"  # "… käme es dazu, dass …": a that-clause without a cue frames nothing
_FIRM = 1.0  # score from which a proposal may swallow others
_LEAD = 2.0  # an inner proposal better by this much stands its ground
_UNSEEN = 0.9  # learned scores lie too far from 0 for articles that were not learned from: cross-validated
_UNSEEN_BORDERS = 0.72  # the same where it is doubtful how far the quote reaches: cross-validated, too
_MOST_PROPOSALS = 150  # compared with each other
_SHORT, _LONG = 5, 30  # tokens


class Context(NamedTuple):
    """What stands before a unit: the quotes chosen so far, and the last unit that tells of speech at all."""

    chosen: list[Proposal]
    told_in: int

    def before(self, unit: Unit) -> str:
        last = next((p for p in reversed(self.chosen) if p.host is None), None)
        if last is None or last.unit < unit.index - 1:
            return "told_before" if self.told_in == unit.index - 1 else "nothing_before"
        return "direct_before" if last.type is QuoteType.DIRECT else "reported_before"


def judge(
    reading: Reading, unit: Unit, proposals: list[Proposal], model: Model, context: Context, *, is_rich: bool = False
) -> list[Proposal]:
    """Scored and settled: first whatever can hold marked words, then direct speech in the light of its hosts."""
    proposals = without_taken(reading, context.chosen, proposals, unit.index)
    framed = any(_frames_unit(reading, unit, p) for p in proposals)
    for proposal in proposals:
        _complete_features(reading, unit, proposal, context)
        if framed and (proposal.type is QuoteType.INDIRECT_FREE_INDIRECT or proposal.rule == "claimed"):
            proposal.features.append("unit:framed")
    hosts = [p for p in proposals if p.type is not QuoteType.DIRECT]
    if is_rich:
        _enrich(reading, unit, hosts, context)
    for proposal in hosts:
        proposal.score = model.quote_score(proposal.features)
    for proposal in hosts:
        if any(_swallows(other, proposal) for other in hosts):
            proposal.score = min(proposal.score, NEVER)
    show_from = SHOW_LEARNED_FROM if model.is_learned else SHOW_FROM
    _trust(unit, hosts, is_learned=model.is_learned)
    settled = _settle(hosts, show_from)
    for proposal in proposals:
        if proposal.type is not QuoteType.DIRECT:
            continue
        if proposal.rule != "direct_cue_colon":
            host = next((h for h in settled if _holds(h, proposal)), None)
            if host is not None:
                proposal.host = host
                proposal.features.remove(f"rule:{proposal.rule}")
                proposal.rule = "direct_fragment"
                # The frame is the host's; a cue that merely stands nearby says nothing about the marked words.
                proposal.features = [f for f in proposal.features if not f.startswith(("class:", "unit:cue"))]
                proposal.features += ["rule:direct_fragment", f"host:{host.type.value}"]
                if _looks_like_name(reading, proposal):
                    proposal.features.append("fragment:name")
    direct = [p for p in proposals if p.type is QuoteType.DIRECT]
    if is_rich:
        _enrich(reading, unit, direct, context)
    for proposal in direct:
        proposal.score = model.quote_score(proposal.features)
    _trust(unit, direct, is_learned=model.is_learned)
    return _settle(direct, show_from, kept=settled)


def _trust(unit: Unit, proposals: Sequence[Proposal], *, is_learned: bool) -> None:
    """Sets the confidence: a learned score counts for less than it says, for still less where borders are doubtful."""
    for proposal in proposals:
        trust = 1.0 if not is_learned else _UNSEEN_BORDERS if _has_doubtful_borders(unit, proposal) else _UNSEEN
        proposal.confidence = probability(proposal.score * trust)


def _has_doubtful_borders(unit: Unit, proposal: Proposal) -> bool:
    """Long content, content that holds marked words, and marked words inside content."""
    if proposal.score <= 0:
        return False  # less trust would only bring it nearer to being shown
    if proposal.type is QuoteType.DIRECT:
        return proposal.host is not None
    holds_marks = any(first <= p.first < last for p in unit.passages for first, last in proposal.parts)
    return holds_marks or (proposal.type is QuoteType.INDIRECT and "size:long" in proposal.features)


def _looks_like_name(reading: Reading, fragment: Proposal) -> bool:
    """A few marked words without a verb that begin with a noun: "die „Rundschau am Sonntag“".

    Not behind an adjective, which qualifies what somebody said: "mit weiteren „Rückschlägen“".
    """
    features = fragment.features
    before = reading.words[fragment.first - 2] if fragment.first > 1 else ""
    if before.islower() and before.endswith(("e", "en", "er", "es", "em")) and not reading.pack.is_article(before):
        return False
    if reading.pack.is_article(reading.lower[fragment.first]) or before in reading.pack.indefinite:
        return False  # "„Kein Kind“ dürfe fehlen", "von einem „Debakel“"
    is_short = any(name in features for name in ("words:1", "words:2", "words:3", "words:4-7"))
    return is_short and "inner:capital_start" in features and "inner:finite" not in features


def _enrich(reading: Reading, unit: Unit, proposals: list[Proposal], context: Context) -> None:
    """Adds what only a learned model weighs; a unit with more proposals than any sentence has is broken text."""
    if len(proposals) > _MOST_PROPOSALS:
        return
    for proposal in proposals:
        proposal.first_score = SHIPPED.quote_score(proposal.features)
    for proposal in proposals:
        proposal.features += dict.fromkeys(rich_features(reading, unit, proposal, proposals, context.chosen))


def _frames_unit(reading: Reading, unit: Unit, proposal: Proposal) -> bool:
    """Whether the unit has a frame of its own; a frame that is itself reported ("man gehe davon aus") is none."""
    if proposal.type is not QuoteType.INDIRECT or proposal.rule.startswith((*_GUESSES, _OPEN)):
        return False
    if "_noun_" in proposal.rule and proposal.cue:
        noun = proposal.cue[0]  # "Die Einsicht sei mit dem Hinweis verweigert worden, …"
        home = next((s for s in unit.segments if s.first <= noun < s.last and s.passage is None), None)
        return home is None or reading.clause(unit, home).mood is not Mood.SUBJUNCTIVE_1
    return proposal.verb is None or not proposal.verb.is_reported


def _swallows(outer: Proposal, inner: Proposal) -> bool:
    """Whether `inner` is part of what `outer` reports: content inside content is no second quote."""
    if not outer.cue:
        return False  # a frame that no list knows does not outdo a known one
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
            proposal.features += ["negated", f"negated:{cue.cue_class.value}"]
        if cue.is_passive:
            proposal.features.append("passive")
        if not cue.is_complete:
            proposal.features.append("incomplete")
        if "mood:indicative" in proposal.features and "kind:main" in proposal.features:
            proposal.features.append(f"bare_indicative:{cue.cue_class.value}")
        if (
            cue.is_passive
            and cue.lemma not in reading.pack.citing_verbs
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


def _settle(proposals: list[Proposal], show_from: float, kept: Sequence[Proposal] = ()) -> list[Proposal]:
    """The best proposals that do not overlap, but for direct ones inside others; in text order."""
    kept = list(kept)
    for proposal in sorted(proposals, key=lambda p: (-p.score, p.first, p.last, p.rule)):
        if proposal.confidence < show_from:
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
