"""What stands before ", sagte X" and is no content: conditions, claims with their clause, a subject of its own."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.quotes.grammar import Clause, ClauseKind, Cue, Mood
from extraction.quotes.patterns.extents import SUBJUNCTIVE
from extraction.quotes.reading import Reading, Segment, Unit

_SHORTEST_REQUEST = 2  # tokens


def is_preface(reading: Reading, unit: Unit, before: Sequence[Segment]) -> bool:
    """ "Wenn …, sagte X": a subordinate clause before the verb is no content unless a main clause follows it."""
    if before[0].passage is not None:
        return False
    first = reading.clause(unit, before[0])
    if _asks_by_noun(reading, unit, before, first):
        return True
    rest = {reading.clause(unit, segment).kind for segment in before[1:]}
    if first.kind is ClauseKind.AS and ClauseKind.MAIN in rest:
        return False  # "Wie alt der Mond ist, darüber werde man, sagte X, noch streiten"
    conditional = first.kind is ClauseKind.VERB_FIRST and rest <= {ClauseKind.FRAGMENT, ClauseKind.RELATIVE}
    if (
        first.kind is not ClauseKind.SUBORDINATE
        and not conditional
        and not _opens_subordinate(reading, first, before[0])
    ):
        return False
    return not any(reading.clause(unit, s).kind is ClauseKind.VERB_FIRST or s.passage for s in before[1:])


def opens_request(reading: Reading, unit: Unit, number: int) -> bool:
    """ "Kommen Sie nicht näher, rief X": a verb without a subject, and no sentence behind the frame."""
    opening = unit.segments[0]
    if number == 0 or opening.passage is not None or opening.last - opening.first < _SHORTEST_REQUEST:
        return False
    clause = reading.clause(unit, opening)
    if clause.kind is not ClauseKind.VERB_FIRST or clause.is_coordinated:
        return False
    rest = unit.segments[number + 1 :]
    if any(s.passage is not None or reading.clause(unit, s).kind is not ClauseKind.VERB_FIRST for s in rest):
        return False
    if any(reading.clause(unit, s).mood in SUBJUNCTIVE for s in rest):
        return False  # "Regnet es, sagte X, werde nicht gespielt"
    if reading.words[clause.first + 1] in reading.pack.addressed:
        return True
    subject = reading.pack.read_noun_phrase(reading, clause.first + 1, opening.last)
    return subject is None or not subject.can_be_subject


def _asks_by_noun(reading: Reading, unit: Unit, before: Sequence[Segment], first: Clause) -> bool:
    """ "Auf die Frage, ob er bleibt, sagte X": a phrase with its own clause, and no sentence."""
    if first.kind is not ClauseKind.FRAGMENT:
        return False
    if _ends_in_claim(reading, before[0]):
        return not any(reading.clause(unit, s).kind is ClauseKind.VERB_FIRST or s.passage for s in before[1:])
    if reading.lower[first.first] not in reading.pack.prepositions:
        return False
    kinds = {reading.clause(unit, segment).kind for segment in before[1:]}
    return bool(kinds) and kinds <= {ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.RELATIVE, ClauseKind.FRAGMENT}


def _ends_in_claim(reading: Reading, segment: Segment) -> bool:
    """ "Den Vorwurf der Opposition, sie habe gelogen, wies X zurück": a claim with its content, and no sentence."""
    phrase = reading.pack.read_noun_phrase(reading, segment.first, segment.last)
    if phrase is None or phrase.last != segment.last or segment.after != ",":
        return False
    return reading.pack.is_claim(reading.lower[phrase.head])


def _opens_subordinate(reading: Reading, clause: Clause, segment: Segment) -> bool:
    """ "Selbst wenn …", "Falls X, …"; "Bis zu" and "Während der" may open a main clause as well."""
    opening = reading.lower[clause.first : clause.first + 2]
    if clause.kind is ClauseKind.MAIN and reading.pack.is_unfinished(reading, clause, segment):
        return False  # "Bis zur Zulassung würden, schätzt sie, Jahre vergehen"
    if not any(reading.pack.is_subordinator(word) for word in opening):
        return False
    return clause.kind is ClauseKind.FRAGMENT or reading.pack.is_verb_final(reading, segment)


def is_bare_subject(reading: Reading, segment: Segment) -> bool:
    """ "Auch die größte Bank, die Elmbank, meldete Verluste": one phrase, which needs a verb itself."""
    first = segment.first + (reading.lower[segment.first] in reading.pack.focus_particles)
    phrase = reading.pack.read_noun_phrase(reading, first, segment.last) if first < segment.last else None
    return phrase is not None and phrase.last == segment.last


def names_person(reading: Reading, unit: Unit, before: Sequence[Segment]) -> bool:
    """ "Die Kritikerin der „Zeit“, Anna Berg, lobt das Buch": a subject with what is said of it, before any verb."""
    kinds = {reading.clause(unit, s).kind if s.passage is None else ClauseKind.MAIN for s in before}
    if len(before) < 2 or not kinds <= {ClauseKind.FRAGMENT, ClauseKind.RELATIVE} or before[0].before:
        return False
    if reading.clause(unit, before[0]).kind is not ClauseKind.FRAGMENT or not is_bare_subject(reading, before[0]):
        return False
    phrases = (reading.pack.read_noun_phrase(reading, s.first, s.last) for s in before)
    return any(
        p is not None and p.can_be_subject and (p.kind == "name" or reading.pack.is_person_noun(reading.lower[p.head]))
        for p in phrases
    )


def contrasts(reading: Reading, clause: Clause) -> bool:
    following = reading.lower[clause.finite + 1 : clause.finite + 2]
    return bool(following) and following[0] in reading.pack.contrasting


def is_second_predicate(reading: Reading, unit: Unit, cue: Cue, before: Sequence[Segment], cues: Sequence[Cue]) -> bool:
    """ "Der Verband lobte, dass sie nachgab, forderte aber mehr": the second verb of the first subject.

    With its object before "aber" only behind a first verb of speech: "Kern rügte, dass sie ging, nannte sie aber klug".
    """
    first = reading.clause(unit, before[0])
    if before[0].passage is not None or first.kind is not ClauseKind.MAIN or first.mood is not Mood.INDICATIVE:
        return False
    if contrasts(reading, reading.clause(unit, unit.segments[cue.segment])):
        return True
    is_late = (
        reading.lower[cue.finite + 2 : cue.finite + 3] and reading.lower[cue.finite + 2] in reading.pack.contrasting
    )
    return bool(is_late) and any(c.segment < cue.segment and c.finite == first.finite for c in cues)
