"""Which facts need a second person: the risk classes, told from the mark and its place, in the reader's favour.

The classes are the fact desk's usual ones; where the mark does not say enough, the class applies.
"""

from __future__ import annotations

import re

from annotations.models import Annotation, Desk, Quote, Risk, Speaker
from annotations.models.desk import every_risk

# Reasons of the claim layer (`extraction.claims`) that make a claim one of these classes.
_ACCUSING = {"accusation", "crime"}
_LEGAL = {"law"}
# Beginnings of words, as the claim layer has none for medicine. German and English.
_MEDICAL = re.compile(
    r"\b(?:arzt|ärzt|patient|klinik|krankenh|krankheit|erkrank|impf|therap|diagnos|medikament|arznei|wirkstoff|virus|"
    r"viren|infekt|krebs|tumor|operation|operiert|dosis|nebenwirkung|sterblich|doctor|hospital|disease|vaccin|drug|"
    r"infect|cancer|surgery|dose)",
    re.IGNORECASE,
)
_ACCUSATION = re.compile(
    r"\b(?:vorw[uü]rf|wirft\b.*\bvor\b|beschuldig|verdächtig|betrug|betrog|bestech|korrupt|bestoch|veruntreu|gestohlen|"
    r"gelogen|missbrauch|misshandel|vertusch|accus|alleg|fraud|brib|corrupt|stole|lied)",
    re.IGNORECASE,
)
_LEAD_BLOCKS = 2  # headline and lead: the first two lines with words in them


def lead_end(text: str) -> int:
    """Where headline and lead end, in code points."""
    end = seen = 0
    for line in text.split("\n"):
        if line.strip():
            seen += 1
        if seen > _LEAD_BLOCKS:
            break
        end += len(line) + 1
    return end


def required_risks(annotation: Annotation) -> list[str]:
    """The risk classes of a fact for which its desk demands four eyes. One query: the desk's rules."""
    article = annotation.version.article
    demanded = set(every_risk())
    if article.desk:
        desk = Desk.objects.filter(name=article.desk).first()
        demanded = set(desk.countersigned_risks) if desk else demanded
    return [risk for risk in risks_of(annotation) if risk in demanded]


def risks_of(annotation: Annotation) -> list[str]:
    """All risk classes that apply, in the order of `Risk`. Needs the text of the version."""
    tests = {
        Risk.ACCUSATION: _is_accusation,
        Risk.PROMINENT_FIGURE: _is_prominent_figure,
        Risk.LEGAL_MEDICAL: _is_legal_or_medical,
        Risk.LIVING_QUOTE: _is_quote_of_the_living,
    }
    return [str(risk) for risk, applies in tests.items() if applies(annotation)]


def _reasons(annotation: Annotation) -> set[str]:
    claim = annotation.kind_row if annotation.kind == Annotation.Kind.CLAIM else None
    return {reason["code"] for reason in getattr(claim, "reasons", [])}


def _is_accusation(annotation: Annotation) -> bool:
    # Whether somebody is named cannot be told from the mark alone ("Er habe Geld veruntreut"): any accusation counts.
    if annotation.kind == Annotation.Kind.FIGURE:
        return False
    return bool(_reasons(annotation) & _ACCUSING) or bool(_ACCUSATION.search(annotation.exact))


def _is_prominent_figure(annotation: Annotation) -> bool:
    return annotation.kind == Annotation.Kind.FIGURE and annotation.start < lead_end(annotation.version.text)


def _is_legal_or_medical(annotation: Annotation) -> bool:
    if annotation.kind != Annotation.Kind.CLAIM:
        return False
    return bool(_reasons(annotation) & _LEGAL) or bool(_MEDICAL.search(annotation.exact))


def _is_quote_of_the_living(annotation: Annotation) -> bool:
    quote = annotation.kind_row
    if not isinstance(quote, Quote):
        return False
    settled = (Speaker.Kind.DECEASED, Speaker.Kind.OFFICE, Speaker.Kind.ORGANISATION)
    return quote.type == Quote.Type.DIRECT and (quote.speaker is None or quote.speaker.kind not in settled)
