"""schema.org ClaimReview, which search engines read beside published checks: only what a person has found out.

A fact nobody has checked and one with an open query are left out. Only "confirmed" and "wrong" have a number on the
scale; the other verdicts say in words that there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from annotations.formats.records import AnnotationRecord, ArticleRecord, VerdictRecord
from annotations.formats.writing import article_address, encoded, joined, to_json

_BEST, _WORST = 5, 1
_RATINGS = {"confirmed": _BEST, "wrong": _WORST, "author_alone": None, "not_checkable": None}


def write_claim_reviews(articles: Iterable[ArticleRecord], site: str) -> Iterator[bytes]:
    reviews = (
        to_json(_review(article, annotation, annotation.verdict, site))
        for article in articles
        for annotation in article.annotations
        if annotation.verdict and annotation.state == "accepted" and annotation.verdict.status in _RATINGS
    )
    return encoded(joined(reviews, before='{"@context":"https://schema.org","@graph":[\n', after="\n]}\n"))


def _review(article: ArticleRecord, annotation: AnnotationRecord, verdict: VerdictRecord, site: str) -> dict[str, Any]:
    address = article.source_url or article_address(site, article.id)
    return {
        "@type": "ClaimReview",
        "@id": f"{article_address(site, article.id)}?mark={annotation.id}",
        "url": f"{article_address(site, article.id)}?mark={annotation.id}",
        "claimReviewed": annotation.exact,
        "datePublished": verdict.at.date().isoformat(),
        "inLanguage": article.language,
        "author": {"@type": "Organization", "name": article.outlet or "Beleg"},
        "reviewRating": _rating(verdict),
        "itemReviewed": _claim(article, annotation, address),
        **({"reviewBody": body} if (body := " ".join(filter(None, (verdict.correction, verdict.note)))) else {}),
        **({"citation": cited} if (cited := [_citation(c.title, c.url) for c in verdict.citations]) else {}),
    }


def _rating(verdict: VerdictRecord) -> dict[str, Any]:
    words = {
        "confirmed": _("Confirmed"),
        "wrong": _("Wrong"),
        "author_alone": _("Rests on the author alone"),
        "not_checkable": _("Not checkable"),
    }
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": words[verdict.status]}
    if (value := _RATINGS[verdict.status]) is not None:
        rating |= {"ratingValue": value, "bestRating": _BEST, "worstRating": _WORST}
    return rating


def _claim(article: ArticleRecord, annotation: AnnotationRecord, address: str) -> dict[str, Any]:
    appearance: dict[str, Any] = {"@type": "CreativeWork", "url": address, "name": article.title}
    claim: dict[str, Any] = {"@type": "Claim", "appearance": appearance}
    if annotation.speaker:
        claim["author"] = {"@type": "Thing", "name": annotation.speaker}
    if article.published_on:
        claim["datePublished"] = article.published_on
    return claim


def _citation(title: str, url: str) -> dict[str, str]:
    return {"@type": "CreativeWork", "name": title, **({"url": url} if url else {})}
