"""Sentences without a frame that go on with someone's speech: the bare subjunctive, hearsay and plans with "sollen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import ClauseKind, Cue, Mood
from extraction.quotes.patterns.extents import opens_direct_speech
from extraction.quotes.reading import Reading, Unit

_MAIN = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)


def propose(reading: Reading, unit: Unit, cues: Sequence[Cue]) -> Iterator[Proposal]:
    """`cues` tell which verbs are negated: what was not said goes on with nobody's speech."""
    main: list[tuple[int, Mood]] = []
    embedded = False
    for number, segment in enumerate(unit.segments):
        if segment.passage is None:
            clause = reading.clause(unit, segment)
            if clause.kind in _MAIN:
                main.append((number, clause.mood))
            elif clause.mood is Mood.SUBJUNCTIVE_1:
                embedded = True
    moods = [mood for _, mood in main]
    if Mood.SUBJUNCTIVE_1 in moods and moods[0] is Mood.INDICATIVE:
        yield from _behind_indicative(reading, unit, main, {cue.segment for cue in cues if cue.is_negated})
        return
    colon = _behind_colon(reading, unit, main)
    if colon is not None:
        yield colon
        return
    if moods[:1] == [Mood.SUBJUNCTIVE_1] and _is_unknown_frame(reading, unit, main[-1]):
        yield _in_front_of_frame(unit, main[-1][0])
        return
    rule = None
    if Mood.SUBJUNCTIVE_1 in moods or (embedded and set(moods) == {Mood.SUBJUNCTIVE_2}):
        rule = "subjunctive_1"  # "Wenn das Gesetz falle, bestünde keine Gefahr"
    elif Mood.SUBJUNCTIVE_2 in moods:
        rule = "subjunctive_2"
    elif embedded:
        rule = "subjunctive_1_embedded"
    if rule is not None:
        features = ["mixed_moods"] if Mood.INDICATIVE in moods else []
        if rule == "subjunctive_2" and any(_replaces_first(reading, unit, number) for number, _ in main):
            features.append("replaces_first")
        if rule == "subjunctive_2" and _precedes_speech(reading, unit):
            features.append("before_subjunctive")
        yield Proposal(rule, QuoteType.INDIRECT_FREE_INDIRECT, unit.index, [_content(unit)], features=features)
    elif (claimed := _find_claimed(reading, unit)) is not None:
        yield claimed
    elif (evidential := _find_evidential(reading, unit, cues)) is not None:
        yield Proposal(evidential, QuoteType.FREE_INDIRECT, unit.index, [(unit.first, unit.last)])


def _content(unit: Unit) -> Range:
    """The sentence, up to the colon where direct speech of its own follows."""
    spoken = next((segment for segment in unit.segments if opens_direct_speech(segment)), None)
    return unit.first, unit.last if spoken is None or spoken.first == unit.first else spoken.first


def _precedes_speech(reading: Reading, unit: Unit) -> bool:
    """Whether the next sentence of the paragraph is a bare first subjunctive: the speech has begun here."""
    following = reading.units[unit.index + 1] if unit.index + 1 < len(reading.units) else None
    if following is None or following.paragraph != unit.paragraph:
        return False
    clauses = [reading.clause(following, s) for s in following.segments if s.passage is None]
    main = [clause.mood for clause in clauses if clause.kind in _MAIN]
    return bool(main) and main[0] is Mood.SUBJUNCTIVE_1


def _replaces_first(reading: Reading, unit: Unit, number: int) -> bool:
    """Plural forms whose first subjunctive looks like the indicative: "die Soldaten hätten", "die Kosten lägen"."""
    finite = reading.clause(unit, unit.segments[number]).finite
    if finite < 0:
        return False
    word = reading.lower[finite]
    return word in reading.pack.replacing_subjunctives or reading.pack.is_plural_second(word)


def _behind_indicative(
    reading: Reading, unit: Unit, main: list[tuple[int, Mood]], denied: set[int]
) -> Iterator[Proposal]:
    """ "Die Bahn begegnet der Kritik mit einem Hinweis, die Strecke sei frei": a frame that no list knows."""
    number = next(n for n, mood in main if mood is Mood.SUBJUNCTIVE_1)
    segment = unit.segments[number]
    opening = _behind_colon_at(reading, unit, number)
    if opening and not any(opening <= n < number for n, _ in main):
        number, segment = opening, unit.segments[opening]  # "…: Wer das wolle, müsse zahlen"
    if reading.clause(unit, segment).is_coordinated or number - 1 in denied:
        return
    last = len(unit.segments)
    for later, mood in main:
        if later > number and mood is Mood.INDICATIVE:
            last = later
            break
    frame = unit.segments[number - 1]
    yield Proposal(
        "indirect_open_frame",
        QuoteType.INDIRECT,
        unit.index,
        [(segment.first, unit.segments[last - 1].last)],
        frame=(frame.first, frame.last),
        features=[f"mood:{Mood.SUBJUNCTIVE_1.value}"],
    )


def _behind_colon_at(reading: Reading, unit: Unit, number: int) -> int:
    """The segment at or before `number` in which a sentence begins behind a colon; 0 for none."""
    opening = next((n for n in range(number, 0, -1) if unit.segments[n].before == ":"), 0)
    segment = unit.segments[opening]
    return 0 if segment.passage is not None or not reading.words[segment.first][:1].isupper() else opening


def _behind_colon(reading: Reading, unit: Unit, main: list[tuple[int, Mood]]) -> Proposal | None:
    """ "Kern winkte ab: Er habe nichts gewusst.": a sentence in the subjunctive behind a verb that no list knows."""
    if not main or main[0][0] == 0 or main[0][1] is not Mood.SUBJUNCTIVE_1:
        return None
    number = _behind_colon_at(reading, unit, main[0][0])
    if not number:
        return None
    segment = unit.segments[number]
    return Proposal(
        "indirect_open_frame",
        QuoteType.INDIRECT,
        unit.index,
        [(segment.first, unit.segments[-1].last)],
        frame=(unit.first, segment.first - 1),
        features=[f"mood:{Mood.SUBJUNCTIVE_1.value}"],
    )


def _is_unknown_frame(reading: Reading, unit: Unit, last: tuple[int, Mood]) -> bool:
    """ "Der Mann habe gelogen, befand das Gericht": the sentence ends in an inverted frame that no list knows."""
    number, mood = last
    segment = unit.segments[number]
    clause = reading.clause(unit, segment)
    if number != len(unit.segments) - 1 or mood is not Mood.INDICATIVE or clause.is_coordinated:
        return False
    before = [reading.clause(unit, s).kind for s in unit.segments[:number] if s.passage is None]
    if clause.kind is not ClauseKind.VERB_FIRST or before[:1] != [ClauseKind.MAIN]:
        return False
    if clause.finite + 1 >= segment.last:
        return False
    subject = reading.pack.read_noun_phrase(reading, clause.finite + 1, segment.last)
    return subject is not None and subject.can_be_subject


def _in_front_of_frame(unit: Unit, number: int) -> Proposal:
    frame = unit.segments[number]
    return Proposal(
        "indirect_open_frame",
        QuoteType.INDIRECT,
        unit.index,
        [(unit.first, unit.segments[number - 1].last)],
        frame=(frame.first, frame.last),
        features=[f"mood:{Mood.SUBJUNCTIVE_1.value}"],
    )


def _find_claimed(reading: Reading, unit: Unit) -> Proposal | None:
    """ "Ein Anwohner will Schüsse gehört haben": what the subject says of itself, and nobody else knows."""
    pack = reading.pack
    if pack.claiming.isdisjoint(reading.lower[unit.first : unit.last]) or unit.segments[0].passage is not None:
        return None
    for segment in unit.segments:
        clause, end = reading.clause(unit, segment), segment.last - 1
        if clause.kind not in _MAIN or clause.finite < 0 or reading.lower[clause.finite] not in pack.claiming:
            continue
        if end < clause.finite + 2 or not pack.is_perfect_claim(reading, clause.finite, end):
            continue
        ranges = ((clause.first, clause.finite), (clause.finite + 1, end))
        phrases = (phrase for first, last in ranges for phrase in pack.find_noun_phrases(reading, first, last))
        subject = next((phrase for phrase in phrases if phrase.can_be_subject), None)
        if subject is not None:
            source = subject.first, subject.last
            parts = [(unit.first, unit.last)]
            return Proposal("claimed", QuoteType.FREE_INDIRECT, unit.index, parts, source=source)
    return None


def _find_evidential(reading: Reading, unit: Unit, cues: Sequence[Cue]) -> str | None:
    """ "soll … getan haben" is hearsay; "soll … werden" is a plan: that of whoever has just been quoted.

    Behind marks a verb that tells of speech is their frame: "„…“, soll er gesagt haben".
    """
    pack, planned = reading.pack, None
    for segment in unit.segments:
        clause = reading.clause(unit, segment)
        if clause.kind in _MAIN and clause.finite >= 0 and reading.lower[clause.finite] in pack.evidential:
            is_behind_marks = clause.finite == segment.first and unit.segments[0].passage is not None
            if is_behind_marks and any(cue.finite == clause.finite for cue in cues):
                continue
            end = segment.last - 1
            if end > clause.finite and reading.lower[end] in pack.perfect_infinitives:
                return "hearsay"
            planned = "planned"
    return planned
