"""What is frozen when an article is released: text, facts, verdicts, sources, who and when. Plain JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils.dateparse import parse_datetime

from annotations.formats.records import CitationRecord
from annotations.formats.web_annotation import OWN_CONTEXT, assessment_bodies, selectors, textual_body
from annotations.formats.writing import utc_time
from annotations.models import Annotation, ArticleVersion, Correction, Release, Source, SourceCopy, Verdict
from annotations.partial_dates import format_partial_date
from annotations.queries.checks import sources_of

FORM = 1  # number of this form of a dossier; a reader of old ones asks for it


def dossier_of(version: ArticleVersion, facts: Sequence[Annotation]) -> dict[str, Any]:
    """No query: `facts` as `queries.checks.facts_in_full` reads them. Places are code points, half open."""
    article = version.article
    sources = sources_of(facts)
    return {
        "form": FORM,
        "article": {
            "id": article.pk,
            "title": article.title,
            "byline": article.byline,
            "outlet": article.outlet,
            "desk": article.desk,
            "language": str(article.language),
            "published_on": format_partial_date(article.published_on, article.published_precision),
        },
        "version": {
            "id": version.pk,
            "number": version.number,
            "sha256": version.sha256,
            "length": version.length,
            "text": version.text,
        },
        "facts": [_fact(fact) for fact in facts],
        "sources": [_source(source) for source, _cited in sources],
    }


def dossier_in_sight(release: Release) -> dict[str, Any]:
    """What was signed, without what a moderator has hidden since: `hidden_facts` says how many. One query.

    While something is hidden the release's SHA-256 is not that of what is answered; shown again, it is.
    """
    facts = release.dossier["facts"]
    numbers = Annotation.objects.filter(pk__in=[fact["id"] for fact in facts], hidden_at__isnull=False)
    if not (hidden := set(numbers.values_list("pk", flat=True))):
        return dict(release.dossier)
    shown = [fact for fact in facts if fact["id"] not in hidden]
    cited = {citation["source"] for fact in shown if fact["verdict"] for citation in fact["verdict"]["citations"]}
    sources = [source for source in release.dossier["sources"] if source["id"] in cited]
    return {**release.dossier, "facts": shown, "sources": sources, "hidden_facts": len(hidden)}


def corrections_in_sight(releases: Sequence[Release]) -> QuerySet[Correction]:
    """What was corrected of them, with marks and people."""
    found = Correction.objects.filter(release__in=releases, annotation__hidden_at=None)
    return found.select_related("annotation", "by")


def digest_of(dossier: dict[str, Any]) -> str:
    """SHA-256 of the dossier as JSON with sorted keys and no blanks, in UTF-8."""
    written = json.dumps(dossier, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8")).hexdigest()


def person_name(person: User | None) -> str | None:
    return (person.get_full_name() or person.get_username()) if person else None


def _fact(fact: Annotation) -> dict[str, Any]:
    return {
        "id": fact.pk,
        "kind": str(fact.kind),
        "start": fact.start,
        "end": fact.end,
        "exact": fact.exact,
        "parts": [[str(p.role), p.start, p.end, p.exact] for p in fact.parts.all()],
        "speaker": _speaker(fact),
        "verdict": _verdict(fact.verdict) if fact.verdict else None,
    }


def _speaker(fact: Annotation) -> str | None:
    row = fact.kind_row
    named = getattr(row, "speaker", None) or getattr(row, "claimant", None)
    return str(named.canonical) if named else None


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "status": str(verdict.status),
        "note": verdict.note,
        "correction": verdict.correction,
        "question": verdict.question,
        "answer": verdict.answer,
        "answered_by": person_name(verdict.answered_by),
        "by": person_name(verdict.by),
        "at": verdict.at.isoformat(),
        "countersigned_by": person_name(verdict.countersigned_by),
        "countersigned_at": verdict.countersigned_at.isoformat() if verdict.countersigned_at else None,
        "is_too_vague": verdict.is_too_vague,
        "is_countersignature_due": verdict.is_countersignature_due,
        "citations": [{"source": c.source_id, "place": c.place, "note": c.note} for c in verdict.citations.all()],
    }


def is_too_vague(frozen: dict[str, Any]) -> bool:
    """Of a frozen verdict, what `Verdict.is_too_vague` says of a living one."""
    return frozen["status"] == Verdict.Status.CONFIRMED and not any(c["place"] for c in frozen["citations"])


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.pk,
        "kind": str(source.kind),
        "level": str(source.level),
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "dated": source.dated.isoformat() if source.dated else None,
        "copies": [_copy(copy) for copy in source.copies.all()],
    }


def _copy(copy: SourceCopy) -> dict[str, Any]:
    return {"name": copy.name, "sha256": copy.sha256, "at": copy.created_at.isoformat()}


def json_ld(release: Release, *, address: str) -> dict[str, Any]:
    """The dossier as a W3C annotation page; `address` is where the dossier itself is found. Places are code points.

    The verdict is a body with the purpose of assessing, the sources are what it links to. What the model has no word
    for carries the prefix `beleg:`: the text with its hash, who signed and when, what is missing of a verdict.
    """
    dossier = release.dossier
    text, sources = dossier["version"]["text"], {source["id"]: source for source in dossier["sources"]}
    return {
        "@context": OWN_CONTEXT,
        "id": address,
        "type": "AnnotationPage",
        "beleg:title": dossier["article"]["title"],
        "beleg:version": dossier["version"]["number"],
        "beleg:text": text,
        "beleg:sha256": dossier["version"]["sha256"],
        "beleg:signedBy": person_name(release.by),
        "beleg:signedAt": utc_time(release.at),
        "beleg:dossierSha256": release.sha256,
        "items": [_annotation_ld(fact, text, sources, address=address) for fact in dossier["facts"]],
    }


def _annotation_ld(
    fact: dict[str, Any], text: str, sources: dict[int, dict[str, Any]], *, address: str
) -> dict[str, Any]:
    bodies = [textual_body("classifying", fact["kind"])]
    if fact["speaker"]:
        bodies.append(textual_body("identifying", fact["speaker"]))
    if (verdict := fact["verdict"]) is not None:
        citations = [_citation_record(citation, sources[citation["source"]]) for citation in verdict["citations"]]
        assessing, *linking = assessment_bodies(verdict["status"], verdict["correction"], verdict["note"], citations)
        bodies += [{**assessing, **_of_verdict(verdict)}, *linking]
    return {
        "id": f"{address}#{fact['id']}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": bodies,
        "target": {"source": address, "selector": selectors(text, start=fact["start"], end=fact["end"])},
    }


def _of_verdict(verdict: dict[str, Any]) -> dict[str, Any]:
    """Who, when, and what the model has no word for; what is empty is left out."""
    own = {
        "question": verdict["question"],
        "answer": verdict["answer"],
        "answeredBy": verdict.get("answered_by"),
        "countersignedBy": verdict["countersigned_by"],
        "countersignedAt": _utc(verdict["countersigned_at"]),
        "isTooVague": is_too_vague(verdict),
    }
    return {
        "creator": {"type": "Person", "name": verdict["by"]},
        "created": _utc(verdict["at"]),
        "beleg:status": verdict["status"],
        **{f"beleg:{name}": value for name, value in own.items() if value},
    }


def _utc(frozen: str | None) -> str | None:
    at = parse_datetime(frozen) if frozen else None
    return utc_time(at) if at else None


def _citation_record(citation: dict[str, Any], source: dict[str, Any]) -> CitationRecord:
    return CitationRecord(source["title"], source["publisher"], source["url"], citation["place"], citation["note"])
