"""The one table of weights: what makes a claim worth checking, how much, and why.

The score is the sum of the weights of a claim's reasons, each counted once, added to `BASE` and squeezed to 0…1. The
weights were set by hand in steps of a quarter from what fact desks say they look at first; they are not fitted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

BASE = -0.5
HIGH_FROM = 0.65
MEDIUM_FROM = 0.30


class Weight(NamedTuple):
    """`why` says why the reason counts so much; `de` and `en` are shown on the card."""

    weight: float
    de: str
    en: str
    why: str


WEIGHTS: dict[str, Weight] = {
    "casualties": Weight(1.75, "Tote oder Verletzte", "deaths or injuries", "an error here is always corrected"),
    "official_act": Weight(1.25, "amtliche Handlung", "an official act", "there is a record, and readers act on it"),
    "law": Weight(1.0, "Recht, Vertrag oder Sanktion", "law, treaty or sanction", "legal consequence for those named"),
    "arms": Weight(0.75, "Waffen oder Militär", "arms or military", "a matter of consequence"),
    "accusation": Weight(1.0, "Vorwurf oder Verdacht", "an accusation or suspicion", "may harm a person"),
    "crime": Weight(0.75, "Straftat", "a crime", "police or court can confirm it"),
    "figure": Weight(1.25, "Zahl im Satz", "a figure in the clause", "hard detail that a reader would cite"),
    "money": Weight(0.5, "Geldbetrag", "an amount of money", "often wrong by a magnitude"),
    "date": Weight(0.25, "Datum im Satz", "a date in the clause", "easy to check, seldom of consequence"),
    "extreme": Weight(1.25, "Erst- oder Höchstaussage", "first, only or most", "one counter-example refutes it"),
    "institution": Weight(0.25, "genannte Institution", "a named institution", "somebody can be asked"),
    "unnamed_source": Weight(0.5, "Quelle ohne Namen", "an unnamed source", "nobody answers for it"),
    "completed": Weight(0.25, "abgeschlossenes Ereignis", "a completed event", "has happened or not"),
    "cause": Weight(0.25, "Ursache behauptet", "a cause is claimed", "often more than the evidence shows"),
    "offer": Weight(0.5, "Angebot oder Zusage", "an offer or commitment", "binds the one who made it"),
    "forecast": Weight(-0.25, "Vorhersage oder Plan", "a forecast or plan", "cannot be wrong yet"),
    "possibility": Weight(-1.25, "bloße Möglichkeit", "a mere possibility", "hardly refutable"),
    "condition": Weight(-0.5, "unter einer Bedingung", "under a condition", "true until the condition is met"),
    "told_speech": Weight(-1.25, "erzählter Sprechakt", "a speech act told", "a courtesy rather than a fact"),
    "colour": Weight(-1.5, "Beobachtung am Rande", "an observation in passing", "no consequence if it is wrong"),
    "evaluation": Weight(-0.75, "Wertung", "an evaluation", "an opinion cannot be checked"),
    "no_detail": Weight(-1.5, "keine Angabe", "nothing was said", "tells that there is nothing to check"),
    "first_person": Weight(-0.5, "in der ersten Person", "in the first person", "what one thinks or intends"),
    "vague": Weight(-0.5, "unbestimmte Menge oder Zeit", "a vague quantity or time", "names no evidence"),
}  # fmt: skip


def score(codes: Iterable[str]) -> float:
    """0…1, higher is more worth checking."""
    total = BASE + sum(WEIGHTS[code].weight for code in set(codes))
    return round(1 / (1 + math.exp(-total)), 4)
