"""The columns of the tables (CSV and Excel), one row an annotation, and what keeps a cell from running as a formula."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from annotations.formats.records import AnnotationRecord, ArticleRecord
from annotations.formats.writing import annotation_address, article_address

# A spreadsheet runs a cell that begins so; the last four are the same signs in full width.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CELL_LIMIT = 32_767  # UTF-16 units in a cell of Excel; longer words are cut, their places stay right

Value = str | int | float | datetime.datetime | None


class Column(NamedTuple):
    """`name` is stable and stands in CSV; `heading` is what people read in Excel."""

    name: str
    heading: str | Promise
    value: Callable[[ArticleRecord, AnnotationRecord, str], Value]


class ArticleColumn(NamedTuple):
    """A column of the list of articles, which only Excel has."""

    name: str
    heading: str | Promise
    value: Callable[[ArticleRecord, str], Value]


def harmless(text: str) -> str:
    """The text with an apostrophe before it, where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def _field(name: str) -> Callable[[ArticleRecord, AnnotationRecord, str], Value]:
    return lambda _article, annotation, _site: annotation.fields.get(name)


def _own(name: str) -> Callable[[ArticleRecord, AnnotationRecord, str], Value]:
    return lambda _article, annotation, _site: getattr(annotation, name)


def _verdict(name: str) -> Callable[[ArticleRecord, AnnotationRecord, str], Value]:
    return lambda _article, annotation, _site: getattr(annotation.verdict, name) if annotation.verdict else ""


def _status(_article: ArticleRecord, annotation: AnnotationRecord, _site: str) -> str:
    if annotation.verdict:
        return annotation.verdict.status
    return "unchecked" if annotation.state == "accepted" else ""


def _sources(_article: ArticleRecord, annotation: AnnotationRecord, _site: str) -> str:
    cited = annotation.verdict.citations if annotation.verdict else ()
    return "; ".join(", ".join(filter(None, (c.title, c.place, c.url))) for c in cited)


def _parts(role: str) -> Callable[[ArticleRecord, AnnotationRecord, str], Value]:
    return lambda _article, annotation, _site: " … ".join(p.exact for p in annotation.parts if p.role == role)


def _address(article: ArticleRecord, annotation: AnnotationRecord, site: str) -> str:
    return f"{article_address(site, article.id)}?mark={annotation.id}"


COLUMNS: tuple[Column, ...] = (
    Column("article", _("Article no."), lambda article, _annotation, _site: article.id),
    Column("title", _("Title"), lambda article, _annotation, _site: article.title),
    Column("published_on", _("Published on"), lambda article, _annotation, _site: article.published_on),
    Column("desk", _("Desk"), lambda article, _annotation, _site: article.desk),
    Column("version", _("Version"), lambda article, _annotation, _site: article.version.number),
    Column("annotation", _("Mark no."), _own("id")),
    Column("kind", _("Kind"), _own("kind")),
    Column("state", _("State"), _own("state")),
    Column("start", _("Begins at"), _own("start")),
    Column("end", _("Ends at"), _own("end")),
    Column("exact", _("Words"), _own("exact")),
    Column("prefix", _("Words before"), _own("prefix")),
    Column("suffix", _("Words after"), _own("suffix")),
    Column("type", _("Type"), _field("type")),
    Column("speaker", _("Speaker or claimant"), _own("speaker")),
    Column("cue", _("Cue"), _parts("cue")),
    Column("worthiness", _("Worth checking"), _field("worthiness")),
    Column("figure_kind", _("Kind of figure"), _field("kind")),
    Column("value", _("Value"), _field("value")),
    Column("minimum", _("At least"), _field("minimum")),
    Column("maximum", _("At most"), _field("maximum")),
    Column("unit", _("Unit"), _field("unit")),
    Column("approximation", _("Approximation"), _field("approximation")),
    Column("date_or_time", _("Date or time"), _field("timex")),
    Column("counted", _("What is counted"), _parts("counted")),
    Column("verdict", _("Verdict"), _status),
    Column("correction", _("Correction"), _verdict("correction")),
    Column("note", _("Note"), _verdict("note")),
    Column("sources", _("Sources"), _sources),
    Column("checked_by", _("Checked by"), _verdict("by")),
    Column("countersigned_by", _("Countersigned by"), _verdict("countersigned_by")),
    Column("marked_by", _("Marked by"), lambda _article, annotation, _site: annotation.creator or annotation.generator),
    Column("rule", _("Rule"), _own("rule")),
    Column("confidence", _("Certainty"), _own("confidence")),
    Column("created_at", _("Marked at"), _own("created_at")),
    Column("address", _("Address"), _address),
    Column("api_address", _("Address in the API"), lambda _article, a, site: annotation_address(site, a.id)),
)

ARTICLE_COLUMNS: tuple[ArticleColumn, ...] = (
    ArticleColumn("article", _("Article no."), lambda article, _site: article.id),
    ArticleColumn("title", _("Title"), lambda article, _site: article.title),
    ArticleColumn("byline", _("Byline"), lambda article, _site: article.byline),
    ArticleColumn("outlet", _("Outlet"), lambda article, _site: article.outlet),
    ArticleColumn("desk", _("Desk"), lambda article, _site: article.desk),
    ArticleColumn("article_state", _("State"), lambda article, _site: article.state),
    ArticleColumn("language", _("Language"), lambda article, _site: article.language),
    ArticleColumn("published_on", _("Published on"), lambda article, _site: article.published_on),
    ArticleColumn("source_url", _("Source URL"), lambda article, _site: article.source_url),
    ArticleColumn("version", _("Version"), lambda article, _site: article.version.number),
    ArticleColumn("characters", _("Characters"), lambda article, _site: len(article.version.text)),
    ArticleColumn("marks", _("Marks"), lambda article, _site: len(article.annotations)),
    ArticleColumn("created_at", _("Brought in at"), lambda article, _site: article.created_at),
    ArticleColumn("address", _("Address"), lambda article, site: article_address(site, article.id)),
)
