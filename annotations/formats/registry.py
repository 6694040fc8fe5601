"""All formats by name: how each is written, what it is called, and what it is for. The only table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from annotations.formats.claim_review import write_claim_reviews
from annotations.formats.label_tools import write_doccano, write_labelstudio, write_prodigy
from annotations.formats.own_lines import write_lines
from annotations.formats.records import ArticleRecord
from annotations.formats.tables import write_csv, write_xlsx
from annotations.formats.web_annotation import write_collection

Writer = Callable[[Iterable[ArticleRecord], str], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """`write` takes articles and the address of the desk. One that does not stream gives nothing before its end."""

    name: str
    label: str
    purpose: str | Promise
    media_type: str
    extension: str
    write: Writer
    streams: bool = True

    def file_name(self, stem: str) -> str:
        return f"{stem}.{self.extension}"


_ALL = (
    Format(
        "xlsx",
        "Excel",
        _("a table for people: one row a mark, and a list of the articles"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        write_xlsx,
        streams=False,
    ),
    Format("csv", "CSV", _("the same as text, opens in a German Excel"), "text/csv; charset=utf-8", "csv", write_csv),
    Format(
        "jsonl",
        "JSON Lines",
        _("our own form with everything in it; can be imported again"),
        "application/x-ndjson",
        "jsonl",
        write_lines,
    ),
    Format(
        "jsonld",
        "W3C Web Annotation",
        _("for archives and annotation tools, as the web standard says"),
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        "jsonld",
        write_collection,
    ),
    Format(
        "claimreview",
        "ClaimReview",
        _("checked facts for search engines (schema.org)"),
        "application/ld+json",
        "claimreview.jsonld",
        write_claim_reviews,
    ),
    Format(
        "labelstudio",
        "Label Studio",
        _("tasks with annotations and predictions for Label Studio"),
        "application/json",
        "labelstudio.json",
        write_labelstudio,
    ),
    Format(
        "doccano",
        "doccano",
        _("spans for a sequence labelling project in doccano"),
        "application/x-ndjson",
        "doccano.jsonl",
        write_doccano,
    ),
    Format(
        "prodigy",
        "Prodigy",
        _("spans for Prodigy and spaCy"),
        "application/x-ndjson",
        "prodigy.jsonl",
        write_prodigy,
    ),
)

FORMATS: dict[str, Format] = {found.name: found for found in _ALL}
