"""Direct speech: which passage in quotation marks is one, and by what frame.

Roughly half of all passages are names, titles, irony. The evidence for a quote is a frame beside the marks, a quote
around them, or a sentence of its own inside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Cue, CueClass, NounCue, PhraseFrame
from extraction.quotes.insertions import behind_insertions
from extraction.quotes.marks import Passage
from extraction.quotes.patterns.mark_frames import (
    cue_before_colon,
    find_pointing,
    speaker_before_bracket,
    speaker_behind_dash,
)
from extraction.quotes.patterns.mark_shapes import goes_on_behind_aside, shape_features
from extraction.quotes.patterns.marked_acts import attach_told, is_called, set_frame
from extraction.quotes.reading import Reading, Unit

_LONGEST_NAME = 5  # tokens in marks that may name a medium
_LINKING = frozenset({",", "–", "—", "-", ".", ";"})


def propose(
    reading: Reading, unit: Unit, cues: Sequence[Cue], phrases: Sequence[PhraseFrame], nouns: Sequence[NounCue]
) -> Iterator[Proposal]:
    behind: dict[tuple[int, ...], Proposal] = {}
    last: Proposal | None = None
    for speech in _speeches(reading, unit) if unit.passages else ():
        passage = speech[0]
        if any(frame.source is not None and frame.source[0] == passage.first - 1 for frame in phrases):
            continue  # "laut „Anker“": the name of the source
        proposal = _begin(reading, unit, speech, cues, phrases, nouns)
        interrupted = behind.get(proposal.cue) if proposal.rule == "direct_cue_before" else None
        if proposal.rule == "direct_bare" and last is not None and last.rule == "direct_so" and last.frame is not None:
            interrupted = last if last.frame[1] == passage.first - 2 else None  # "„Wir“, so Berg, „gehen“"
        elif interrupted is None and last is not None and last.rule == "direct_cue_after":
            interrupted = last if _goes_on_behind(reading, unit, last, passage) else None
        is_resumed = reading.words[passage.first - 2] == "," and reading.words[passage.first][:1].islower()
        if interrupted is not None and is_resumed:
            interrupted.parts += proposal.parts  # "„Wir“, sagte er, „gehen“": one quote
            continue
        if proposal.rule == "direct_cue_after":
            behind[proposal.cue] = proposal
        last = proposal
        yield proposal


def _speeches(reading: Reading, unit: Unit) -> list[list[Passage]]:
    """The outermost passages; those that only an aside parts are one speech: "„Das ist“ – er hält inne – „gut“"."""
    speeches: list[list[Passage]] = []
    for passage in unit.passages:
        if passage.depth and any(
            p.first <= passage.first and passage.last <= p.last and p is not passage for p in unit.passages
        ):
            continue  # quoted inside a quote: no nesting in direct speech
        if speeches and goes_on_behind_aside(reading, unit, speeches[-1][-1], passage):
            speeches[-1].append(passage)
        else:
            speeches.append([passage])
    return speeches


def _begin(
    reading: Reading,
    unit: Unit,
    speech: Sequence[Passage],
    cues: Sequence[Cue],
    phrases: Sequence[PhraseFrame],
    nouns: Sequence[NounCue],
) -> Proposal:
    """The speech with its frame, which stands beside the first of its passages or else beside the last."""
    proposal = Proposal("direct_bare", QuoteType.DIRECT, unit.index, [])
    for beside in (speech[0], speech[-1])[: len(speech)]:
        proposal = Proposal("direct_bare", QuoteType.DIRECT, unit.index, [(p.first, p.last) for p in speech])
        proposal.features = list(shape_features(reading, unit, speech[0]))
        _attach_frame(reading, unit, beside, proposal, cues, phrases, nouns)
        if proposal.rule != "direct_bare":
            break
    return proposal


def _attach_before_colon(
    reading: Reading,
    unit: Unit,
    passage: Passage,
    proposal: Proposal,
    cues: Sequence[Cue],
    nouns: Sequence[NounCue],
    colon: int,
) -> None:
    home = reading.units[reading.unit_of_token[colon]] if colon < unit.first else unit
    pool = cues if home is unit else list(reading.pack.find_cues(reading, home))
    cue = cue_before_colon(reading, home, pool, colon, passage)
    if cue is not None:
        proposal.rule = "direct_cue_colon"
        proposal.unit = unit.index
        set_frame(home, proposal, cue)
        return
    proposal.rule = "direct_colon"
    proposal.frame = (home.first, colon)
    if any(noun.token < colon for noun in nouns) or _ends_in_noun_cue(reading, home, colon):
        proposal.features.append("colon:noun_cue")


def _goes_on_behind(reading: Reading, unit: Unit, last: Proposal, passage: Passage) -> bool:
    """ "„Wir“, sagte Berg, die das Amt leitet, „gehen“": nothing but the frame and what says more about its speaker."""
    between = [n for n, s in enumerate(unit.segments) if last.last < s.first and s.last < passage.first]
    if not between or last.verb is None or last.verb.segment != between[0]:
        return False
    return behind_insertions(reading, unit, between[0] + 1, between[-1] + 1) == between[-1] + 1


def _attach_frame(
    reading: Reading,
    unit: Unit,
    passage: Passage,
    proposal: Proposal,
    cues: Sequence[Cue],
    phrases: Sequence[PhraseFrame],
    nouns: Sequence[NounCue],
) -> None:
    # "Unter dem Motto „…“, sagte X, werde gefeiert": the marks hold a name, the frame is another's.
    is_name = passage.first - 2 >= unit.first and reading.pack.is_named_thing(reading.lower[passage.first - 2])
    after = None if is_name else _frame_behind(reading, unit, passage, cues, phrases)
    if after is not None:
        proposal.rule = "direct_cue_after" if isinstance(after, Cue) else "direct_so"
        set_frame(unit, proposal, after)
        return
    colon = _colon_before(reading, passage)
    if colon is not None:
        _attach_before_colon(reading, unit, passage, proposal, cues, nouns, colon)
        return
    pointing = find_pointing(reading, unit, passage, is_whole="place:whole_unit" in proposal.features)
    if pointing is not None:
        proposal.rule = "direct_cue_after" if pointing.cue is not None else "direct_pointed"
        proposal.frame = pointing.frame
        if pointing.cue is not None:
            set_frame(pointing.unit, proposal, pointing.cue)
        return
    proposal.source = speaker_before_bracket(reading, unit, passage)
    if proposal.source is not None:
        proposal.features.append("before:bracket")
        return
    proposal.source = speaker_behind_dash(reading, unit, passage)
    if proposal.source is not None:
        proposal.features.append("behind:dash")
        return
    attach_told(reading, unit, passage, proposal, cues)
    before_frame = _cue_before(reading, unit, passage, cues)
    if before_frame is not None:
        proposal.rule = "direct_cue_before"
        set_frame(unit, proposal, before_frame)
        proposal.features += _named(reading, unit, passage, before_frame)


def _named(reading: Reading, unit: Unit, passage: Passage, cue: Cue) -> Iterator[str]:
    """ "Sie nennt sich „documenta 12“", "…, schrieb „Die Zeit“": the marks hold a name."""
    called = is_called(reading, unit, passage, cue)
    if cue.lemma in reading.pack.naming_verbs and not called and reading.words[passage.first][:1].isupper():
        yield "marks:named"
    if _names_audience(reading, unit, passage, cue):
        yield "marks:audience"
    segment = unit.segments[cue.segment]
    is_behind = segment.before and cue.finite == segment.first and max(cue.tokens) == passage.first - 2
    if (is_behind or _waits_for_subject(reading, unit, passage, cue)) and reading.words[passage.first][:1].isupper():
        yield "marks:subject"


def _waits_for_subject(reading: Reading, unit: Unit, passage: Passage, cue: Cue) -> bool:
    """ "Unter Berufung auf Ermittler berichtet „Der Bote“, …": a name where the verb has no subject before it."""
    behind = passage.last + passage.is_closed
    if cue.finite != passage.first - 2 or passage.last - passage.first > _LONGEST_NAME:
        return False
    if behind >= unit.last or reading.words[behind] != ",":
        return False
    before = reading.pack.find_noun_phrases(reading, unit.segments[cue.segment].first, cue.finite)
    return not any(phrase.can_be_subject for phrase in before)


def _names_audience(reading: Reading, unit: Unit, passage: Passage, cue: Cue) -> bool:
    """ "sagte der „Zeitung am Abend“, er gehe": whom it was told, where what was told stands behind or before."""
    behind = passage.last + passage.is_closed
    is_dative = reading.lower[passage.first - 2] in reading.pack.datives and cue.cue_class is CueClass.SAY
    if not is_dative or not reading.words[passage.first][:1].isupper() or passage.last - passage.first > _LONGEST_NAME:
        return False
    return reading.words[behind : behind + 1] in ([","], [":"]) or cue.finite == unit.segments[cue.segment].first


def _ends_in_noun_cue(reading: Reading, unit: Unit, colon: int) -> bool:
    return any(noun.token < colon for noun in reading.pack.find_noun_cues(reading, unit))


def _frame_behind(
    reading: Reading, unit: Unit, passage: Passage, cues: Sequence[Cue], phrases: Sequence[PhraseFrame]
) -> Cue | PhraseFrame | None:
    """The frame that starts right behind the closing mark: ", sagte X", ", so X", ", wie X sagte"."""
    place = passage.last + (1 if passage.is_closed else 0)
    closed = place
    while place < unit.last and reading.words[place] in _LINKING:
        place += 1
    if place >= unit.last:
        return None
    if place == closed and not _speaks_at_start(reading, unit, passage):
        return _naming_behind(reading, unit, place, cues)
    for phrase in phrases:
        if phrase.first == place and phrase.code != "wonach":
            return phrase
    for cue in cues:
        if cue.finite == place or (cue.finite == place + 1 and reading.lower[place] in reading.pack.frame_openers):
            return cue
        segment = unit.segments[cue.segment]
        if segment.first == place and reading.clause(unit, segment).kind is ClauseKind.AS:
            return cue
    return _cue_after_subject(reading, unit, place, cues)


def _naming_behind(reading: Reading, unit: Unit, place: int, cues: Sequence[Cue]) -> Cue | None:
    """ "„Ein Geschenk“ nannte Kern das Spiel": who calls, then what is called so.

    "„Die Woche“ nannte die Reform mutig" names one thing only: there the marks hold who calls.
    """
    cue = next((c for c in cues if c.finite == place and c.lemma in reading.pack.naming_verbs), None)
    if cue is None or cue.is_passive:
        return None
    end = unit.segments[cue.segment].last
    phrases = list(reading.pack.find_noun_phrases(reading, place + 1, end))
    if len(phrases) < 2 or phrases[0].first != place + 1 or not phrases[0].can_be_subject:
        return None
    called = reading.lower[phrases[1].first]
    return cue if called in reading.pack.definite and phrases[1].first == phrases[0].last else None


def _speaks_at_start(reading: Reading, unit: Unit, passage: Passage) -> bool:
    """Whether a passage without a comma behind it is a sentence: "„Wir gehen“ sagte er", not "„BBC News“ berichtet"."""
    if not any(segment.first == passage.first - 1 for segment in unit.segments):
        return False
    return reading.words[passage.last - 1] in ".!?…," or any(
        reading.pack.is_finite(reading.lower[i]) and reading.words[i].islower()
        for i in range(passage.first, passage.last)
    )


def _cue_after_subject(reading: Reading, unit: Unit, place: int, cues: Sequence[Cue]) -> Cue | None:
    """English order: "…," Smith said."""
    if not reading.pack.subject_before_cue:
        return None
    for cue in cues:
        if place < cue.finite <= place + 8 and unit.segments[cue.segment].first <= place:
            return cue
    return None


def _colon_before(reading: Reading, passage: Passage) -> int | None:
    place = passage.first - 2
    return place if place >= 0 and reading.words[place] == ":" else None


def _cue_before(reading: Reading, unit: Unit, passage: Passage, cues: Sequence[Cue]) -> Cue | None:
    """ "X sagte, „…“" and "X sagte „…“": the frame ends at the opening mark."""
    place = passage.first - 2
    while place > unit.first and reading.words[place] in _LINKING:
        place -= 1
    has_comma = place < passage.first - 2
    for cue in reversed(cues):
        segment = unit.segments[cue.segment]
        reaches = segment.last - 1 == place if has_comma else segment.last > place and max(cue.tokens) >= place - 3
        if max(cue.tokens) <= place and reaches:
            return cue
    return None
