"""Verb cues with their whole verb complex: auxiliaries, separable particle and fixed parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de.auxiliaries import Governing, find_governing, place_beside
from extraction.lang.de.clauses import is_noun_at_start
from extraction.lang.de.conjugation import FINITE, Form
from extraction.lang.de.cue_verbs import FEELINGS, NEGATED_WITHIN
from extraction.lang.de.lexicon import CueReading, word_forms
from extraction.lang.de.tellers import teller_by_place
from extraction.lang.de.titles import is_document
from extraction.quotes.grammar import Cue, CueClass, Mood

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment, Unit

_ACTIVE_WITH_SEIN = ("gegangen", "gekommen", "gefahren")  # perfect with "sein": "war davon ausgegangen"
_TOLD_IN_TEXTS = ("stehen", "zu lesen sein")  # tell what was said only where a text is named
_HEARD = ("zu hören sein", "zu erfahren sein", "zu vernehmen sein")
_KNOWN = ("klar sein", "feststehen")  # "Für Berg steht fest, …"
_HEARD_FROM = frozenset({"aus", "von", "vom", "bei", "beim"})
_SHOWING_FEELING = ("sich zeigen", "sich geben")
_TOPIC = frozenset({"von", "vom", "davon"})  # "ist von Mängeln die Rede"
_IN_NEED = frozenset({
    *(*_TOLD_IN_TEXTS, *_KNOWN, *_HEARD, *_SHOWING_FEELING),
    *("befinden", "Rede sein", "ankündigen", "erklären"),
})  # fmt: skip
_NO_OPINION = frozenset({"sich", "schuldig", "für"})
_NO_NEGATIONS = (["nur"], ["ohne"], ["zuletzt"], ["allein"])  # behind "nicht": "nicht ohne Stolz"
_NEGATION_REACH = 4  # words around the verb in which "nicht" or "kein" negates it


def find_cues(reading: Reading, unit: Unit) -> Iterator[Cue]:
    """Cues of a unit in text order; words inside passages that fill a segment are no cues."""
    finite: set[int] = set()
    for number, segment in enumerate(unit.segments):
        if segment.passage is not None:
            continue
        inner = [(p.first - 1, p.last) for p in unit.passages if segment.first <= p.first < segment.last]
        for index in range(segment.first, segment.last):
            found = word_forms(reading.lower[index])
            if not found.cues or any(first <= index < last for first, last in inner):
                continue
            if reading.words[index] != reading.lower[index] and not _may_be_capital_verb(reading, unit, segment, index):
                continue
            cue = _best(reading, unit, number, index, found.cues)
            if cue is not None and _is_predicate(reading, unit, segment, index, cue):
                finite.add(cue.finite)
                yield cue
        teller = teller_by_place(reading, unit, number, is_only=not finite)
        if teller is not None and teller not in finite:
            yield Cue((teller,), reading.lower[teller], CueClass.SAY, segment=number, finite=teller)


def _is_predicate(reading: Reading, unit: Unit, segment: Segment, index: int, cue: Cue) -> bool:
    """Whether the cue's finite verb is the verb of its clause, or one coordinated with it."""
    clause = reading.clause(unit, segment)
    before = reading.lower[index - 1] if index > segment.first else ""
    if before in ("als", "wie"):
        return False  # "früher als erwartet"
    if cue.lemma == "heißen" and "es" not in reading.lower[segment.first : segment.last]:
        return False  # "das heißt", "so heißt das Stück"
    if cue.finite == index:
        after = reading.lower[index + 1] if index + 1 < segment.last else ""
        opens = index == clause.first and segment.before
        if opens and after in ("von", "durch") and word_forms(reading.lower[index]).forms & Form.PARTICIPLE:
            return False  # ", unterstützt von …"
        ends_clause = index == segment.last - 1 and not word_forms(reading.lower[index]).forms & Form.PARTICIPLE
        return (
            clause.finite == index
            or ends_clause
            or before in fw.COORDINATORS
            or _is_coordinated_to(reading, clause.finite, index)
        )
    return True


def _has_what_it_needs(reading: Reading, unit: Unit, cue: Cue) -> bool:
    """Whether a verb that says nothing by itself has beside it what makes it tell: a text, a source, a feeling."""
    if cue.lemma not in _IN_NEED:
        return True
    segment = unit.segments[cue.segment]
    words = reading.lower[segment.first : segment.last]
    if cue.lemma in _SHOWING_FEELING:
        return not FEELINGS.isdisjoint(words)  # "gab sich Mühe", "zeigte sich später"
    if cue.lemma in _KNOWN:  # "Für Berg steht fest, …", but "Der Termin steht für alle fest"
        return "für" in (words[0], *reading.lower[cue.finite + 1 : cue.finite + 2])
    if cue.lemma in _HEARD:
        return not _HEARD_FROM.isdisjoint(words)  # "Schüsse waren zu hören"
    if cue.lemma == "ankündigen":
        return "sich" not in words  # "Der Sturm kündigte sich an"
    if cue.lemma == "erklären":
        return not _declares(reading, segment)
    if cue.lemma == "Rede sein":
        return not _TOPIC.isdisjoint(words)
    if cue.lemma == "befinden":  # "Das Haus befand sich im Umbau", "befand ihn, …, schuldig"
        return _NO_OPINION.isdisjoint(reading.lower[segment.first : unit.last])
    return _names_text(reading, segment)  # "Er stand am Fenster"


def _declares(reading: Reading, segment: Segment) -> bool:
    """ "erklärte den Vertrag für nichtig": done by saying so, and nothing said."""
    before, word = reading.lower[segment.last - 2], reading.words[segment.last - 1]
    return before == "für" and word.islower() and word not in fw.CLOSED


def _names_text(reading: Reading, segment: Segment) -> bool:
    """ "In dem Brief steht, …": whether something written is named behind a preposition."""
    words = reading.lower[segment.first : segment.last]
    return any(word in ("in", "im", "auf") for word in words) and any(is_document(word) for word in words)


def _is_coordinated_to(reading: Reading, finite: int, index: int) -> bool:
    """Whether an "und" between the clause's verb and `index` opens a second predicate."""
    return 0 <= finite < index and any(word in ("und", "aber", "doch") for word in reading.lower[finite + 1 : index])


def _may_be_capital_verb(reading: Reading, unit: Unit, segment: Segment, index: int) -> bool:
    if is_noun_at_start(reading, index):
        return False
    return index == unit.first or (reading.words[index].isupper() and reading.words[segment.first].isupper())


def _best(reading: Reading, unit: Unit, number: int, index: int, cues: tuple[CueReading, ...]) -> Cue | None:
    """The reading that binds the most words of the clause."""
    read = (_build(reading, unit, number, index, cue) for cue in cues)
    built = [cue for cue in read if cue is not None and _has_what_it_needs(reading, unit, cue)]
    return max(built, key=lambda cue: (len(cue.tokens), cue.is_complete), default=None)


def _build(reading: Reading, unit: Unit, number: int, index: int, cue: CueReading) -> Cue | None:
    segment = unit.segments[number]
    fixed = _fixed_parts(reading, segment, cue.fixed)
    if fixed is None and cue.verb.form & FINITE and cue.verb.particle:
        fixed = _distant_parts(reading, unit, number, (*cue.fixed, cue.verb.particle))
    if fixed is None:
        return None
    form, tokens = cue.verb.form, [index, *fixed]
    if form & FINITE and not _is_nonfinite_here(reading, segment, index, form):
        governing = Governing(number, index, ())
        if cue.verb.particle:
            particle = _find_particle(reading, segment, index, cue.verb.particle)
            if particle is None:
                particle = _distant_particle(reading, unit, number, cue.verb.particle)
            if particle is None:
                return None
            tokens.append(particle)
    elif form & (Form.PARTICIPLE | Form.INFINITIVE):
        found = find_governing(reading, unit, number, index, form)
        if found is None:
            return None
        governing = found
        if index + 1 < segment.last and reading.lower[index + 1] == "worden":
            tokens.append(index + 1)
    else:
        return None
    is_certain = governing.is_assured or cue.lemma in NEGATED_WITHIN
    return Cue(
        tokens=tuple(sorted({*tokens, *governing.tokens})),
        lemma=cue.lemma,
        cue_class=cue.cue_class,
        segment=governing.segment,
        finite=governing.finite,
        is_passive=governing.is_passive and not reading.lower[index].endswith(_ACTIVE_WITH_SEIN),
        is_negated=not is_certain and _is_negated(reading, segment, index, governing.finite),
        is_reported=_is_reported(reading, unit, governing.segment, governing.finite),
        is_complete=governing.is_complete,
    )


def _is_reported(reading: Reading, unit: Unit, number: int, finite: int) -> bool:
    """Whether the cue is itself part of what somebody says: "er habe gesagt", "er bitte", "Zeugen hätten gesagt"."""
    word = reading.lower[finite]
    if word == "hätten" or word_forms(word).mood is Mood.SUBJUNCTIVE_1:
        return True
    if word not in fw.NO_SUBJUNCTIVE:
        return False
    clause = reading.clause(unit, unit.segments[number])
    return clause.finite == finite and clause.mood is Mood.SUBJUNCTIVE_1


def _fixed_parts(reading: Reading, segment: Segment, fixed: tuple[str, ...]) -> list[int] | None:
    places = []
    for word in fixed:
        if word not in reading.lower[segment.first : segment.last]:
            return None
        places.append(reading.lower.index(word, segment.first, segment.last))
    return places


def _distant_parts(reading: Reading, unit: Unit, number: int, words: tuple[str, ...]) -> list[int] | None:
    """Fixed parts and particle, cut off together: "geht nach dem Treffen mit Herrn Brand, dem Leiter, davon aus"."""
    for segment in unit.segments[number + 1 : number + 4]:
        if tuple(reading.lower[segment.first : segment.last]) == words:
            return list(range(segment.first, segment.last))
        if segment.passage is not None or reading.clause(unit, segment).finite >= 0:
            return None
    return None


def _is_nonfinite_here(reading: Reading, segment: Segment, index: int, form: int) -> bool:
    """Whether a form like "berichtet" or "sagen" is participle or infinitive, because an auxiliary governs it."""
    if not form & (Form.PARTICIPLE | Form.INFINITIVE) or index == segment.first:
        return False
    return place_beside(reading, segment, index, form) is not None or reading.lower[index - 1] == "zu"


def _find_particle(reading: Reading, segment: Segment, verb: int, particle: str) -> int | None:
    """The separated particle behind the verb: at the end of its clause, or before "und"."""
    for index in range(segment.last - 1, verb, -1):
        if reading.lower[index] == particle:
            following = reading.lower[index + 1] if index + 1 < segment.last else ""
            is_article = particle == "ein" and index + 1 in reading.opened_at  # "sieht darin ein „Manöver“"
            if not following or following in fw.COORDINATORS or not (following.isalpha() or is_article):
                return index
            if (
                segment.last - index <= 2
                and following not in fw.ARTICLES
                and not reading.words[index + 1][:1].isupper()
            ):
                return index
    return None


def _distant_particle(reading: Reading, unit: Unit, number: int, particle: str) -> int | None:
    """The particle cut off by an apposition or a list: ", teilte der Direktor, Jan Berg, mit"."""
    goes_on = True
    for segment in unit.segments[number + 1 : number + 4]:
        is_alone = segment.last - segment.first == 1
        goes_on = goes_on and segment.passage is None and reading.clause(unit, segment).finite < 0
        if reading.lower[segment.last - 1] == particle and (goes_on or is_alone):
            return segment.last - 1
    return None


def _is_negated(reading: Reading, segment: Segment, index: int, finite: int) -> bool:
    low, high = min(index, finite), max(index, finite)
    words = reading.lower[max(segment.first, low) : min(segment.last, high + _NEGATION_REACH)]
    return any(
        word in fw.NEGATIONS and words[place + 1 : place + 2] not in _NO_NEGATIONS for place, word in enumerate(words)
    )
