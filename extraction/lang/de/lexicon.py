"""The full-form lexicon: every written verb form with its possible moods and the cues it may belong to.

Generated once, at first use, from the tables of this folder; some 7 000 forms in a few hundredths of a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from extraction.lang.de.conjugation import FINITE, INDICATIVE, INSEPARABLE, Form, VerbForm, conjugate
from extraction.lang.de.cue_verbs import CUE_VERBS
from extraction.lang.de.function_words import NO_SUBJUNCTIVE, NO_VERBS, PARTICLES
from extraction.lang.de.principal_parts import SEPARABLE, STRONG, WEAK
from extraction.quotes.grammar import CueClass, Mood


class CueReading(NamedTuple):
    """A verb form read as part of a cue; all of `fixed` must stand in the clause beside it, lower case."""

    verb: VerbForm
    lemma: str  # with its fixed parts: "davon ausgehen"
    cue_class: CueClass
    fixed: tuple[str, ...]


class WordForms(NamedTuple):
    """All that one written form can be. `forms` unites the flags of its readings."""

    forms: int
    mood: Mood
    cues: tuple[CueReading, ...]
    lemmas: tuple[str, ...]


_IRREGULAR: dict[str, tuple[str, int]] = {
    "sind": ("sein", Form.PRESENT | Form.PLURAL),
    "sei": ("sein", Form.SUBJUNCTIVE_1 | Form.SINGULAR),
    "seien": ("sein", Form.SUBJUNCTIVE_1 | Form.PLURAL),
    "weiss": ("wissen", Form.PRESENT | Form.SINGULAR),
    "worden": ("werden", Form.PARTICIPLE),
    "mochte": ("mögen", Form.PAST | Form.SINGULAR),
}
# "sein" builds neither "seie" nor a plural in -en that would be a verb rather than the possessive.
_NO_FORMS = frozenset({"seie", "sein"})


def cue_entries() -> Iterator[tuple[str, str, CueClass, tuple[str, ...]]]:
    """Conjugation entry, lemma, class and fixed parts of every cue."""
    for cue_class, listed in CUE_VERBS.items():
        for item in " ".join(listed.split()).split(","):
            *fixed, entry = item.split()
            lemma = " ".join([*fixed, entry.replace("|", "")])
            yield entry, lemma, cue_class, tuple(word.lower() for word in fixed)


def _mood(word: str, forms: int) -> Mood:
    """The mood a form shows by itself; a form that could be indicative counts as indicative."""
    if not forms & FINITE:
        return Mood.NONE
    if forms & INDICATIVE or word in NO_SUBJUNCTIVE:
        return Mood.INDICATIVE
    return Mood.SUBJUNCTIVE_1 if forms & Form.SUBJUNCTIVE_1 else Mood.SUBJUNCTIVE_2


@cache
def lexicon() -> dict[str, WordForms]:
    """Written form, lower case → its readings."""
    forms: dict[str, int] = {}
    lemmas: dict[str, set[str]] = {}
    cues: dict[str, list[CueReading]] = {}

    def add(written: str, reading: VerbForm) -> None:
        if written in _NO_FORMS:
            return
        for spelling in (written, written.replace("ß", "ss")):
            forms[spelling] = forms.get(spelling, Form.NONE) | reading.form
            lemmas.setdefault(spelling, set()).add(reading.lemma)

    for entry in (*STRONG, *WEAK, *SEPARABLE):
        for written, reading in conjugate(entry):
            add(written, reading)
    for written, (lemma, form) in _IRREGULAR.items():
        add(written, VerbForm(lemma, form, ""))
    for entry, lemma, cue_class, fixed in cue_entries():
        for written, reading in (*conjugate(entry), *_irregular_cues(entry)):
            add(written, reading)
            for spelling in dict.fromkeys((written, written.replace("ß", "ss"))):
                cues.setdefault(spelling, []).append(CueReading(reading, lemma, cue_class, fixed))
    return {
        word: WordForms(form, _mood(word, form), tuple(cues.get(word, ())), tuple(sorted(lemmas[word])))
        for word, form in forms.items()
    }


def _irregular_cues(entry: str) -> list[tuple[str, VerbForm]]:
    if entry != "sein":
        return []
    return [(written, VerbForm("sein", form, "")) for written, (lemma, form) in _IRREGULAR.items() if lemma == "sein"]


_ANY_PARTICLE = tuple(PARTICLES)
_REMEMBERED = 50_000  # words whose forms are kept at hand
_UNKNOWN = WordForms(Form.NONE, Mood.NONE, (), ())
_IERE = WordForms(Form.SUBJUNCTIVE_1 | Form.SINGULAR, Mood.SUBJUNCTIVE_1, (), ())
_IERT = WordForms(Form.PRESENT | Form.SINGULAR | Form.PARTICIPLE, Mood.INDICATIVE, (), ())


def _separable(word: str) -> WordForms | None:
    """Separable verbs beyond the tables: "niederschlägt" behaves like "schlägt", "abzuschalten" like "schalten"."""
    if not word.startswith(_ANY_PARTICLE):
        return None
    forms = lexicon()
    for particle in PARTICLES:
        if not word.startswith(particle):
            continue
        rest = word.removeprefix(particle)
        if rest.startswith("zu") and (base := forms.get(rest[2:])) and base.forms & Form.INFINITIVE:
            return WordForms(Form.ZU_INFINITIVE, Mood.NONE, (), ())
        if base := forms.get(rest):
            return WordForms(base.forms, base.mood, (), ())
    return None


def _inseparable(word: str) -> WordForms | None:
    """Without ge-, the participle looks like the present ("überprüft") or the past plural ("verboten")."""
    for prefix in INSEPARABLE:
        if prefix == "ge":
            continue  # "geringe" is no form of "ringen"; verbs in ge- are listed
        if word.startswith(prefix) and (base := lexicon().get(word[len(prefix) :])):
            participle = Form.PARTICIPLE if word.endswith(("t", "en")) else Form.NONE
            return WordForms(base.forms | participle, base.mood, (), ())
    return None


@lru_cache(maxsize=_REMEMBERED)
def word_forms(word: str) -> WordForms:
    """The readings of a lower-case word; verbs in -ieren are known without being listed."""
    known = lexicon().get(word)
    if known is not None:
        return known
    if len(word) > 6 and word not in NO_VERBS:
        prefixed = _separable(word) or _inseparable(word)
        if prefixed is not None:
            return prefixed
        if word.endswith("iere"):
            return _IERE
        if word.endswith(("ierte", "ierten", "iert")):
            return _IERT
    return _UNKNOWN
