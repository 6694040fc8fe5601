"""Full forms of German verbs from their principal parts: what the news writes, third person first of all.

A verb is written as its infinitive, a separable particle set off by a bar ("mit|teilen"). Weak verbs follow
from the rules below, strong and mixed ones from the table in `principal_parts`. First and second person and the
imperative are left out: reported speech has none of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from extraction.lang.de.principal_parts import STRONG

INSEPARABLE = ("be", "ent", "emp", "er", "ge", "ver", "zer", "miss", "wider", "hinter", "über", "unter")
_VOWELS = "aeiouäöüy"
_UMLAUT = {"a": "ä", "o": "ö", "u": "ü"}


class Form:
    """What a written form can be; forms that look alike carry several bits.

    Plain integers, because they are tested at every word and enum flags take four times as long.
    """

    NONE = 0
    PRESENT = 1
    PAST = 2
    SUBJUNCTIVE_1 = 4
    SUBJUNCTIVE_2 = 8
    PARTICIPLE = 16
    INFINITIVE = 32
    ZU_INFINITIVE = 64  # only the one-word form of separable verbs: "mitzuteilen"
    PLURAL = 128
    SINGULAR = 256


INDICATIVE = Form.PRESENT | Form.PAST
SUBJUNCTIVE = Form.SUBJUNCTIVE_1 | Form.SUBJUNCTIVE_2
FINITE = INDICATIVE | SUBJUNCTIVE


class VerbForm(NamedTuple):
    """One reading of a written form; `particle` is what must stand apart elsewhere in the clause."""

    lemma: str
    form: int
    particle: str


class _Parts(NamedTuple):
    present: str
    past: str
    participle: str
    subjunctive_2: str
    is_weak: bool
    other_subjunctive_2: str = ""  # "stünde", but "stände", too


def _stem(infinitive: str) -> str:
    return infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]


def _needs_e(stem: str) -> bool:
    """Whether an e stands before t: "wartet", "öffnet", but "lernt", "filmt"."""
    if stem[-1] in "td":
        return True
    if stem.endswith(("chn", "chm")):
        return True  # "rechnet", "bezeichnet", but "wohnt", "rühmt"
    return len(stem) > 2 and stem[-1] in "mn" and stem[-2] not in _VOWELS + "lrhmn"


def _has_prefix(infinitive: str) -> bool:
    if infinitive.startswith("ver"):
        return True  # "verübt": with "ver" the shortest verb has no "ge-"
    return any(infinitive.startswith(p) and len(infinitive) - len(p) > 4 for p in INSEPARABLE)


def _weak(infinitive: str) -> _Parts:
    stem = _stem(infinitive)
    link = "e" if _needs_e(stem) else ""
    # "liefert", "besiegelt": stems in -er and -el take a bare t; "-ieren" and prefixed verbs no ge-.
    no_ge = infinitive.endswith("ieren") or _has_prefix(infinitive)
    participle = ("" if no_ge else "ge") + stem + link + "t"
    past = stem + link + "te"
    return _Parts(stem + link + "t", past, participle, past, True)


def _umlauted(past: str) -> str:
    """The second subjunctive of a strong past: "gab" gives "gäbe", "ging" gives "ginge"."""
    body = past if past.endswith("e") else past + "e"
    for index in range(len(past) - 1, -1, -1):
        if past[index] in _UMLAUT and not (past[index] == "u" and index and past[index - 1] in "aeä"):
            return body[:index] + _UMLAUT[past[index]] + body[index + 1 :]
        if past[index] in "ieäöü":
            return body
    return body


def _strong(infinitive: str) -> _Parts | None:
    """Parts from the table, for the verb itself or for the simple verb behind an inseparable prefix."""
    row = STRONG.get(infinitive)
    prefix = ""
    if row is None:
        for candidate in INSEPARABLE:
            rest = infinitive[len(candidate) :]
            if infinitive.startswith(candidate) and rest in STRONG:
                row, prefix = STRONG[rest], candidate
                break
    if row is None:
        return None
    present, past, participle, *subjunctive = row
    bare = participle[2:] if prefix and participle.startswith("ge") else participle
    second, other = (*subjunctive, *(_umlauted(past), "")[len(subjunctive) :])
    return _Parts(prefix + present, prefix + past, prefix + bare, prefix + second, False, other and prefix + other)


def _plural(third: str) -> str:
    return third + "n" if third.endswith("e") else third + "en"


def _finite(infinitive: str, parts: _Parts) -> list[tuple[str, int]]:
    stem = _stem(infinitive)
    forms = [
        (parts.present, Form.PRESENT | Form.SINGULAR),
        (infinitive, Form.PRESENT | Form.SUBJUNCTIVE_1 | Form.PLURAL | Form.INFINITIVE),
    ]
    first = [stem + "e"]
    if infinitive.endswith("eln"):
        first.append(stem[:-2] + "le")
    forms += [(form, Form.SUBJUNCTIVE_1 | Form.SINGULAR) for form in first]
    if parts.is_weak or parts.past == parts.subjunctive_2:
        both = Form.PAST | Form.SUBJUNCTIVE_2
        return [*forms, (parts.past, both | Form.SINGULAR), (_plural(parts.past), both | Form.PLURAL)]
    forms += [(parts.past, Form.PAST | Form.SINGULAR), (_plural(parts.past), Form.PAST | Form.PLURAL)]
    for second in filter(None, (parts.subjunctive_2, parts.other_subjunctive_2)):
        forms += [(second, Form.SUBJUNCTIVE_2 | Form.SINGULAR), (_plural(second), Form.SUBJUNCTIVE_2 | Form.PLURAL)]
    return forms


def _merged(forms: list[tuple[str, int]]) -> dict[str, int]:
    merged: dict[str, int] = {}
    for written, form in forms:
        merged[written] = merged.get(written, Form.NONE) | form
    return merged


def conjugate(entry: str) -> list[tuple[str, VerbForm]]:
    """All written forms of `entry` ("mit|teilen", "sagen"), each with its reading."""
    particle, _, base = entry.rpartition("|")
    parts = _strong(base) or _weak(base)
    lemma = particle + base
    finite = _merged(_finite(base, parts))
    found = []
    for written, form in finite.items():
        if particle:
            if form & FINITE:
                found.append((written, VerbForm(lemma, form & ~Form.INFINITIVE, particle)))
            found.append((particle + written, VerbForm(lemma, form, "")))
        else:
            found.append((written, VerbForm(lemma, form, "")))
    found.append((particle + parts.participle, VerbForm(lemma, Form.PARTICIPLE, "")))
    if particle:
        found.append((f"{particle}zu{base}", VerbForm(lemma, Form.ZU_INFINITIVE, "")))
    return found
