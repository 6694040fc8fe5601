"""What only a learned model weighs: words, clauses and neighbours of a proposal, lexicalised and in conjunction.

None of these has a shipped weight. They are made where a model knows more than the shipped weights, or is to be
fitted: decisions say what a word is worth, no list does. `first_score` is what the shipped weights think; the other
proposals of the same unit, scored so, are the second stage's evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import Clause, ClauseKind, Mood
from extraction.quotes.reading import Reading, Segment, Unit

_MAIN = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)
_SIZES = (2, 4, 7, 11, 16, 23, 32, 45)
_MOST_KINDS = 3  # clauses of the content whose kinds are told


def rich_features(
    reading: Reading, unit: Unit, proposal: Proposal, others: Sequence[Proposal], chosen: Sequence[Proposal]
) -> Iterator[str]:
    """Needs the plain features and `first_score` of the proposal and of all `others` of its unit.

    `chosen` are the quotes of the text so far.
    """
    home = reading.units[proposal.unit]
    kind, rule = proposal.type.value, proposal.rule
    shape = _shape(home, proposal)
    yield f"{kind}&{shape}"
    yield f"{rule}&{shape}"
    yield f"{rule}&length:{_bucket(proposal.size)}"
    yield f"{rule}&first:{_level(proposal.first_score)}"
    yield from _edges(reading, home, proposal)
    yield from _content(reading, home, proposal)
    yield from _frame(reading, unit, proposal)
    yield from _position(reading, home, proposal)
    yield from _rivals(proposal, others)
    yield from _history(reading, unit, proposal, others, chosen)


def _bucket(size: int) -> int:
    return next((number for number, limit in enumerate(_SIZES) if size <= limit), len(_SIZES))


def _level(score: float) -> int:
    return max(-6, min(5, round(score)))


def _shape(unit: Unit, proposal: Proposal) -> str:
    """How the content lies in its unit."""
    starts = "start" if proposal.first <= unit.segments[0].first else "later"
    ends = "end" if proposal.last >= unit.segments[-1].last else "before_end"
    return f"shape:{starts}+{ends}+{min(len(proposal.parts), 3)}"


def _edges(reading: Reading, unit: Unit, proposal: Proposal) -> Iterator[str]:
    """The words just inside and outside the content."""
    lower, kind, rule = reading.lower, proposal.type.value, proposal.rule
    first, last = proposal.first, proposal.last
    before = lower[first - 1] if first > unit.first else "^"
    after = lower[last] if last < unit.last else "$"
    yield f"{kind}&opens:{lower[first]}"
    if first + 1 < last:
        yield f"{kind}&opens:{lower[first]} {lower[first + 1]}"
    yield f"{kind}&ends:{lower[last - 1]}"
    yield f"{kind}&before:{before}"
    yield f"{kind}&after:{after}"
    yield f"{rule}&before:{before}"
    yield f"{rule}&after:{after}"
    if not before.isalnum() and first - 2 >= unit.first:
        yield f"{kind}&before:{lower[first - 2]} {before}"
    if not after.isalnum() and last + 1 < unit.last:
        yield f"{kind}&after:{after} {lower[last + 1]}"


def _content(reading: Reading, unit: Unit, proposal: Proposal) -> Iterator[str]:
    """Clauses, moods and verbs of the content."""
    kind, rule = proposal.type.value, proposal.rule
    inside, outside = _clauses(reading, unit, proposal)
    kinds = "+".join(clause.kind.value for clause in inside[:_MOST_KINDS])
    yield f"{kind}&inside:{kinds}"
    yield f"{kind}&outside:{'+'.join(clause.kind.value for clause in outside[:_MOST_KINDS])}"
    moods = {clause.mood for clause in inside}
    mixed = "+".join(sorted(mood.value for mood in moods if mood is not Mood.NONE))
    yield f"{kind}&moods:{mixed}"
    yield f"{rule}&moods:{mixed}"
    if any(clause.mood is Mood.SUBJUNCTIVE_1 for clause in outside):
        yield f"{kind}&subjunctive_outside"
    head = next((c for c in inside if c.kind in _MAIN and c.finite >= 0), None)
    if head is not None:
        word = reading.lower[head.finite]
        yield f"{kind}&verb:{word}"
        yield f"{rule}&verb:{word}"
        yield f"{kind}&verb:{word}&{kinds}"
    for index in range(*proposal.parts[0]):
        if reading.words[index].islower() and not reading.pack.is_closed(reading.lower[index]):
            yield f"{kind}&has:{reading.lower[index]}"
    if any(reading.words[i][:1].isdigit() for first, last in proposal.parts for i in range(first, last)):
        yield f"{rule}&number"


def _clauses(reading: Reading, unit: Unit, proposal: Proposal) -> tuple[list[Clause], list[Clause]]:
    inside: list[Clause] = []
    outside: list[Clause] = []
    for segment in unit.segments:
        if segment.passage is None:
            (inside if _overlaps(proposal, segment) else outside).append(reading.clause(unit, segment))
    return inside, outside


def _overlaps(proposal: Proposal, segment: Segment) -> bool:
    return any(first < segment.last and segment.first < last for first, last in proposal.parts)


def _frame(reading: Reading, unit: Unit, proposal: Proposal) -> Iterator[str]:
    """The cue with pattern, mood and clause, and the words of a frame that no list knows."""
    rule, cue = proposal.rule, proposal.verb
    if cue is not None:
        mood = next((f for f in proposal.features if f.startswith("mood:")), "mood:")
        clause = next((f for f in proposal.features if f.startswith("kind:")), "kind:")
        form = "passive" if cue.is_passive else "reported" if cue.is_reported else "plain"
        yield f"{cue.lemma}&{mood}&{clause}"
        yield f"{cue.cue_class.value}&{mood}&{clause}&{form}"
        yield f"{rule}&{mood}&{clause}"
        yield f"{rule}&form:{reading.lower[cue.finite]}"
        yield f"{rule}&{form}&{cue.is_complete}"
    elif proposal.cue:
        yield f"{rule}&cue:{reading.lower[proposal.cue[0]]}"
    if proposal.source is not None:
        yield f"{rule}&source:{reading.lower[proposal.source[1] - 1]}"
    if proposal.frame is not None and cue is None:
        for index in range(max(proposal.frame[0], proposal.frame[1] - 6), proposal.frame[1]):
            yield f"{rule}&frame:{reading.lower[index]}"


def _position(reading: Reading, unit: Unit, proposal: Proposal) -> Iterator[str]:
    """Where the unit stands, and how its neighbours speak."""
    rule = proposal.rule
    paragraph = reading.paragraph_tokens[unit.paragraph]
    place = "opens" if unit.first == paragraph[0] else "closes" if unit.last == paragraph[1] else "inside"
    yield f"{rule}&paragraph:{place}"
    if unit.index < 2:
        yield f"{rule}&unit:{unit.index}"
    neighbours = []
    for index in (unit.index - 1, unit.index + 1):
        near = 0 <= index < len(reading.units) and reading.units[index].paragraph == unit.paragraph
        mood = voice(reading, reading.units[index]) if near else "none"
        neighbours.append(mood)
    yield f"{rule}&previous:{neighbours[0]}"
    yield f"{rule}&next:{neighbours[1]}"
    yield f"{rule}&neighbours:{neighbours[0]}+{neighbours[1]}"


def voice(reading: Reading, unit: Unit) -> str:
    """How a unit sounds as a whole: in marks, in the first subjunctive, or plain."""
    strongest = "marked" if unit.passages else "plain"
    for segment in unit.segments:
        if segment.passage is None:
            clause = reading.clause(unit, segment)
            if clause.mood is Mood.SUBJUNCTIVE_1:
                return "subjunctive" if clause.kind in _MAIN else "embedded"
    return strongest


def _rivals(proposal: Proposal, others: Sequence[Proposal]) -> Iterator[str]:
    """The best of the other readings of the same words, and of what else stands in the unit."""
    kind, rule = proposal.type.value, proposal.rule
    rival: Proposal | None = None
    beside: Proposal | None = None
    for other in others:
        if other is proposal or (other.type is QuoteType.DIRECT) != (proposal.type is QuoteType.DIRECT):
            continue
        if other.last <= proposal.first or proposal.last <= other.first:
            if beside is None or other.first_score > beside.first_score:
                beside = other
        elif rival is None or other.first_score > rival.first_score:
            rival = other
    if rival is None:
        yield f"{rule}&no_rival"
    else:
        lead = max(-4, min(4, round(proposal.first_score - rival.first_score)))
        around = "holds" if rival.first <= proposal.first and proposal.last <= rival.last else "cuts"
        yield f"{kind}&rival:{rival.rule}"
        yield f"{rule}&rival:{rival.rule}&{around}"
        yield f"{rule}&lead:{lead}"
        yield f"{kind}&rival:{rival.type.value}&{_level(rival.first_score)}"
    if beside is not None and beside.first_score > 0:
        yield f"{rule}&beside:{beside.type.value}"


def _history(
    reading: Reading, unit: Unit, proposal: Proposal, others: Sequence[Proposal], chosen: Sequence[Proposal]
) -> Iterator[str]:
    """What was said just before, by which rule, how often the text quotes at all, and with which verbs this unit."""
    rule, kind = proposal.rule, proposal.type.value
    last = next((p for p in reversed(chosen) if p.host is None), None)
    if last is None:
        yield f"{rule}&first_quote"
    else:
        distance = min(4, proposal.unit - last.unit)
        same = reading.units[last.unit].paragraph == unit.paragraph
        yield f"{rule}&after:{last.type.value}&{distance}&{same}"
        if distance <= 1:
            yield f"{kind}&after_rule:{last.rule}"
            if last.verb is not None:
                yield f"{kind}&after_cue:{last.verb.lemma}"
    yield f"{kind}&quoting:{min(4, 4 * len(chosen) // (unit.index + 1))}"
    if proposal.verb is None:
        for lemma in dict.fromkeys(p.verb.lemma for p in others if p.verb is not None):
            yield f"{rule}&beside_cue:{lemma}"
