"""A phrase that names a source and a verb that tells, both in one clause: which of them the content belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Cue, CueClass, Mood, PhraseFrame
from extraction.quotes.reading import Reading

_UNMISTAKABLE = {f"mood:{Mood.SUBJUNCTIVE_1.value}"} | {
    f"kind:{kind.value}" for kind in (ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.INFINITIVE)
}


def without_relays(
    reading: Reading, framed: Sequence[Proposal], phrases: Sequence[PhraseFrame], cues: Sequence[Cue]
) -> tuple[list[Proposal], list[PhraseFrame], list[Cue]]:
    """The verbs' proposals, the phrases and the cues, each without what the other of such a pair speaks for.

    Who relays somebody is no second source: "Laut Polizei sagte der Zeuge, der Wagen sei zu schnell gefahren". How
    many said something is what the source has counted: "Laut einer Umfrage gaben 62 Prozent an, selten zu lesen".
    """
    counted: set[tuple[int, ...]] = set()
    relaying: set[int] = set()
    for phrase in phrases:
        for proposal in framed:
            if not _is_pair(proposal, phrase):
                continue
            if _is_counted(reading, proposal, phrase):
                counted.add(proposal.cue)
            elif _tells(proposal):
                relaying.add(phrase.first)
    return (
        [proposal for proposal in framed if proposal.cue not in counted],
        [phrase for phrase in phrases if phrase.first not in relaying],
        [cue for cue in cues if cue.tokens not in counted],
    )


def _is_pair(proposal: Proposal, phrase: PhraseFrame) -> bool:
    """Whether the phrase stands in the clause of the proposal's verb, and the content behind both."""
    cue = proposal.verb
    if cue is None or cue.segment != phrase.segment or phrase.code in ("so", "wonach"):
        return False
    return proposal.first > max(cue.finite, phrase.last)


def _tells(proposal: Proposal) -> bool:
    """Whether somebody is said to have said it: with a clause that can be nothing but what was said."""
    cue = proposal.verb
    if cue is None or cue.cue_class is not CueClass.SAY or not cue.is_complete or cue.is_passive:
        return False
    return not _UNMISTAKABLE.isdisjoint(proposal.features)


def _is_counted(reading: Reading, proposal: Proposal, phrase: PhraseFrame) -> bool:
    """Whether the verb's subject says no more than how many they were."""
    assert proposal.verb is not None
    assert proposal.frame is not None
    first, last = proposal.frame
    finite = proposal.verb.finite
    before = first if not first <= phrase.first < finite else phrase.last
    last = phrase.first if phrase.first > finite else last
    for start, end in ((before, finite), (finite + 1, last)):
        subject = next((p for p in reading.pack.find_noun_phrases(reading, start, end) if p.can_be_subject), None)
        if subject is not None:
            return reading.pack.is_share(reading, subject.first, subject.last)
    return finite + 1 < last and reading.pack.is_share(reading, finite + 1, last)
