"""From reading to candidates: patterns propose, the verifier judges, overlaps are settled, speakers are found."""

from __future__ import annotations

from collections.abc import Callable

from extraction.candidates import QuoteCandidate, QuoteType
from extraction.document import Document
from extraction.lang.base import load_pack
from extraction.quotes.addressees import find_addressee
from extraction.quotes.assembly import to_candidates
from extraction.quotes.candidate import LastSpeaker, Proposal
from extraction.quotes.grammar import Cue, CueClass
from extraction.quotes.judging import NEVER, Context, judge
from extraction.quotes.mentions import nearest_mention
from extraction.quotes.model import SHIPPED, Model
from extraction.quotes.patterns import (
    back_references,
    content_clauses,
    continuations,
    headlines,
    marked,
    noun_frames,
    open_candidates,
    phrase_frames,
    speech_acts,
    variants,
    verb_frames,
)
from extraction.quotes.patterns.extents import without_source
from extraction.quotes.patterns.relays import without_relays
from extraction.quotes.pointed_back import take_over
from extraction.quotes.reading import Reading, Unit
from extraction.quotes.resolution import Resolver
from extraction.quotes.speakers import choose_speaker
from extraction.quotes.turns import speaks_on, teller_before

_FRAMELESS = (QuoteType.INDIRECT_FREE_INDIRECT, QuoteType.FREE_INDIRECT)
_TELLING = (CueClass.SAY, CueClass.JUDGE, CueClass.DEMAND, CueClass.THINK)


def extract_quotes(
    document: Document, *, tick: Callable[[], None], model: Model = SHIPPED
) -> tuple[QuoteCandidate, ...]:
    reading = Reading(document, load_pack(document.lang))
    chosen = choose(reading, model, tick=tick)
    resolver = Resolver(reading)
    return to_candidates(reading, chosen, resolver)


def choose(
    reading: Reading, model: Model, *, tick: Callable[[], None], judged: list[Proposal] | None = None
) -> list[Proposal]:
    """The proposals to be shown, in text order, with speakers; `judged` collects all that were weighed."""
    chosen: list[Proposal] = []
    last: LastSpeaker | None = None
    done, told_in = 0, -2
    is_rich = model.is_learned or judged is not None
    for unit in reading.units:
        while done < unit.paragraph:
            tick()
            done += 1
        cues = list(reading.pack.find_cues(reading, unit))
        proposals = propose(reading, unit, cues, is_rich=is_rich)
        here = judge(reading, unit, proposals, model, Context(chosen, told_in), is_rich=is_rich)
        if judged is not None:
            weighed = [p for p in proposals if p.score > NEVER]
            teller = teller_before(reading, unit, model, last)
            for proposal in weighed:
                proposal.last_speaker = teller if proposal.frame is None else last
            judged += weighed
        for proposal in here:
            if proposal.host is not None:
                proposal.speaker, proposal.cue = proposal.host.speaker, proposal.host.cue
                proposal.addressee = proposal.host.addressee
                continue
            if proposal.frame is None:
                last = teller_before(reading, unit, model, last)
            proposal.last_speaker = last
            proposal.speaker = choose_speaker(reading, proposal, model, last)
            if proposal.speaker is not None and proposal.frame is None:
                proposal.speaker = nearest_mention(reading, proposal.speaker, unit.first)
            proposal.addressee = find_addressee(reading, proposal)
            last = speaks_on(reading, unit, proposal, model, last)
        if len(here) > 1:
            here = [p for p in here if not _names_speaker(p, here)]
        _append(reading, chosen, here)
        if any(cue.cue_class in _TELLING and not cue.is_negated for cue in cues):
            told_in = unit.index
    for _ in range(done, len(reading.document.paragraphs)):
        tick()
    return chosen


def _names_speaker(direct: Proposal, here: list[Proposal]) -> bool:
    """Whether marked words are a part of who speaks: "…, sagte ein Sprecher von „Ärzte ohne Grenzen“"."""
    if direct.type is not QuoteType.DIRECT or direct.host is not None:
        return False
    return any(
        p.speaker is not None and p.speaker[0] <= direct.first - 1 and direct.last < p.speaker[1]
        for p in here
        if p is not direct and p.frame is not None
    )


def _append(reading: Reading, chosen: list[Proposal], here: list[Proposal]) -> None:
    """Adds a unit's quotes; a sentence that goes on with the same speech joins the one before it."""
    for proposal in here:
        if proposal.rule == "indirect_back_reference":
            take_over(reading, chosen, proposal)
        last = next((p for p in reversed(chosen) if p.host is None), None) if proposal.host is None else None
        if last is not None and _goes_on(reading, last, proposal):
            last.parts = [(last.first, proposal.last)]
            last.unit = proposal.unit
            for inner in here:
                if inner.host is proposal:
                    inner.host = last
        else:
            if proposal.type is QuoteType.DIRECT:
                _lead_back(reading, chosen, proposal)
            chosen.append(proposal)


def _lead_back(reading: Reading, chosen: list[Proposal], proposal: Proposal) -> None:
    """Gives speech whose marks stay open to who is named where the next paragraph closes them."""
    paragraph = reading.units[proposal.unit].paragraph
    for earlier in reversed(chosen):
        before = reading.units[earlier.unit].paragraph
        if before == paragraph or proposal.first - 1 != reading.paragraph_tokens[paragraph][0]:
            return
        if before != paragraph - 1 or "marks:unclosed" not in earlier.features or earlier.frame is not None:
            return
        earlier.speaker = proposal.speaker
        paragraph, proposal = before, earlier


def _goes_on(reading: Reading, last: Proposal, proposal: Proposal) -> bool:
    """Whether both are sentences of one speech without a frame, one right behind the other, in the same mood."""
    if last.type is not proposal.type or last.type not in _FRAMELESS or last.unit != proposal.unit - 1:
        return False
    if last.source is not None or proposal.source is not None:
        return False  # "Ein Zeuge will das gesehen haben": nobody's but his
    return reading.units[last.unit].paragraph == reading.units[proposal.unit].paragraph


def propose(reading: Reading, unit: Unit, cues: list[Cue], *, is_rich: bool = False) -> list[Proposal]:
    """Everything the patterns see in a unit with these cues, unjudged; `is_rich` adds what only decisions can teach."""
    pack = reading.pack
    phrases = list(pack.find_phrase_frames(reading, unit))
    nouns = list(pack.find_noun_cues(reading, unit))
    framed = [without_source(p, phrases) for p in verb_frames.propose(reading, unit, cues)]
    telling = cues
    if phrases and framed:
        framed, phrases, telling = without_relays(reading, framed, phrases, cues)
    direct = list(marked.propose(reading, unit, cues, phrases, nouns))
    used = {p.verb.tokens for p in (*framed, *direct) if p.verb is not None}
    # Marked words within "lobte das „gute Miteinander“" are a part of what is told, not all of it.
    told = {p.verb.tokens for p in direct if p.verb is not None and _marks_a_part(reading, p)}
    told -= {p.verb.tokens for p in framed if p.verb is not None}
    # "Das berichten Forscher im Blatt „Natur“": marks behind a verb need not hold what it tells.
    loose = {p.verb.tokens for p in direct if p.verb is not None and p.rule in ("direct_bare", "direct_cue_before")}
    loose -= {p.verb.tokens for p in framed if p.verb is not None}
    phrased = list(phrase_frames.propose(reading, unit, phrases, telling))
    made = [
        *framed,
        *phrased,
        *noun_frames.propose(reading, unit, nouns),
        *continuations.propose(reading, unit, cues),
        *content_clauses.propose(reading, unit, framed),
        *content_clauses.propose_added(reading, unit, cues, framed, phrased),
        *back_references.propose(reading, unit, cues, used - loose),
        *speech_acts.propose(reading, unit, cues, used - told),
        *headlines.propose(reading, unit),
        *direct,
    ]
    if is_rich:
        made += open_candidates.propose(reading, unit, cues, made)
        made += variants.propose(reading, unit, cues, phrases, made)
    return made


def _marks_a_part(reading: Reading, direct: Proposal) -> bool:
    """Whether the verb beside marked words tells an act of its own rather than that these words were spoken."""
    if "before:topic" in direct.features or direct.verb is None:
        return False
    if direct.verb.lemma in reading.pack.naming_verbs:
        return False  # "nannte das einen „Affront“": the word is all that is said
    if direct.rule == "direct_bare":
        return True
    return direct.rule == "direct_cue_before" and direct.verb.cue_class is CueClass.JUDGE
