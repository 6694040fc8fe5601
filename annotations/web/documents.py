"""Proof and dossier as PDF, on A4 with a margin for notes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from annotations.models import Annotation, ArticleVersion, Release, Source, Verdict
from annotations.queries.dossiers import corrections_in_sight, is_too_vague, person_name
from annotations.queries.proofs import DUE, ProofBlock, ProofPiece
from annotations.web.hyphens import hyphenator
from annotations.web.margins import beside
from annotations.web.texts import about_words, hidden_facts_words, quoted, source_words

_FONTS = Path(__file__).parent / "fonts"  # DejaVu Serif and Noto Emoji: both are free
_TEXT, _BOLD, _EMOJI = "BelegSerif", "BelegSerif-Bold", "BelegEmoji"
_TEXT_WIDTH, _MARGIN_WIDTH = 118 * mm, 58 * mm  # as the page prints
# The colours of the light theme, for a white page.
_ACCEPT, _REJECT, _WARNING, _MUTED, _UNLOOKED = "#1a7044", "#b3261e", "#7a4f00", "#565d66", "#f1e0d5"
_VARIATIONS = frozenset(map(chr, range(0xFE00, 0xFE10)))  # selectors: text or emoji
_SIGNS = {"unchecked": "○\u00a0", "query": "?\u00a0", DUE: "◐\u00a0"}  # never parted from the word they stand before


@cache
def _styles(language: str) -> dict[str, ParagraphStyle]:
    """Words break as the article's language has it; headings stay whole."""
    _fonts()
    breaks: dict[str, Any] = {"hyphenationLang": hyphenator(language), "hyphenationMinWordLength": 7}
    breaks["embeddedHyphenation"] = 2  # a word longer than a line begins a line of its own and breaks there
    whole = ParagraphStyle("whole", fontName=_TEXT, fontSize=10, leading=15, spaceAfter=6)
    body = ParagraphStyle("body", parent=whole, **breaks)
    return {
        "body": body,
        "small": ParagraphStyle("small", parent=body, fontSize=7.5, leading=10, spaceAfter=3),
        "fact": ParagraphStyle("fact", parent=body, spaceBefore=5, spaceAfter=0, keepWithNext=1),
        "title": ParagraphStyle("title", parent=whole, fontName=_BOLD, fontSize=15, leading=20),
        "head": ParagraphStyle("head", parent=whole, fontName=_BOLD, fontSize=11, spaceBefore=8, keepWithNext=1),
    }


def proof_pdf(version: ArticleVersion, blocks: Sequence[ProofBlock], sources: Iterable[Source]) -> bytes:
    """The proof as on its page: confirmed facts struck through, the rest with its sign, notes beside."""
    styles = _styles(version.article.language)
    p = partial(_p, styles)
    paragraphs = (Paragraph("".join(_piece(piece) for piece in block.pieces), styles["body"]) for block in blocks)
    margins = ([Paragraph(note, styles["small"]) for note in _margin_notes(block)] for block in blocks)
    story: list[Flowable] = [p(version.article.title, "title"), p(_proof_line(version), "small")]
    story += [Paragraph(_legend(), styles["small"]), Spacer(1, 4 * mm)]
    story += beside(paragraphs, margins, widths=(_TEXT_WIDTH, _MARGIN_WIDTH), line=_WARNING)
    lines = [p(f"{number}. {_cited(source)}") for number, source in enumerate(sources, start=1)]
    story += [p(_("Sources of this article"), "head"), *lines] if lines else []
    article = version.article
    return _build(story, title=f"{_('Proof')}: {article.title}", language=article.language)


def dossier_pdf(release: Release, conditions: Iterable[tuple[str, int]]) -> bytes:
    """What was signed for; `conditions` that were open, in words with their numbers."""
    dossier = release.dossier
    p = partial(_p, _styles(dossier["article"]["language"]))
    sources = {source["id"]: source for source in dossier["sources"]}
    signed = _("Dossier of version %(number)s, signed by %(who)s, %(day)s") % {
        "number": dossier["version"]["number"],
        "who": person_name(release.by),
        "day": date_format(localtime(release.at), "DATETIME_FORMAT"),
    }
    signed = " · ".join([signed, *about_words(dossier)])
    story: list[Flowable] = [p(dossier["article"]["title"], "title"), p(signed, "small")]
    if still_open := [f"{text} ({number})" for text, number in conditions]:
        story.append(p(f"{_('Released with open conditions:')} {', '.join(still_open)}. {release.reason}"))
    if number := dossier.get("hidden_facts"):
        story.append(p(hidden_facts_words(number)))
    story += _corrections(release, p)
    story.append(p(_("Facts"), "head"))
    for number, fact in enumerate(dossier["facts"], start=1):
        speaker = f" ({fact['speaker']})" if fact["speaker"] else ""
        story.append(p(f"{number}. {quoted(fact['exact'])}{speaker}", "fact"))
        story.append(p(_verdict_line(fact["verdict"], sources), "small"))
    story.append(p(_("Sources"), "head"))
    for source in sources.values():
        line = _source_line(source["title"], source["publisher"], source["dated"], source["url"], source_words(source))
        story += [p(line), *(p(_copy_line(copy), "small") for copy in source.get("copies", ()))]
    story.append(p(_("Text"), "head"))
    story += [p(line) for line in dossier["version"]["text"].split("\n") if line]
    hashes = (("of the text", dossier["version"]["sha256"]), ("of the dossier", release.sha256))
    story += [p(f"SHA-256 {_(what)}: {digest}", "small") for what, digest in hashes]
    title = f"{_('Dossier')}: {dossier['article']['title']}"
    return _build(story, title=title, language=dossier["article"]["language"])


def _corrections(release: Release, p: Callable[..., Paragraph]) -> list[Flowable]:
    """What was corrected after the release, as on the dossier's page."""
    made: list[Flowable] = []
    for correction in corrections_in_sight([release]):
        day = date_format(localtime(correction.at), "SHORT_DATE_FORMAT")
        words = f"{quoted(correction.annotation.exact)} → {correction.text}"
        made.append(p(f"{words} · {person_name(correction.by)}, {day}"))
    return [p(_("Corrections"), "head"), *made] if made else []


def _cited(source: Source) -> str:
    kind = f"{source.get_kind_display()}, {source.get_level_display()}"
    return _source_line(source.title, source.publisher, source.dated, source.url, kind)


def _source_line(*parts: Any) -> str:
    return " · ".join(str(part) for part in parts if part)


def _copy_line(copy: dict[str, Any]) -> str:
    return f"{_('Frozen copy')}: {copy['name']}, {_day(copy['at'])}, SHA-256 {copy['sha256']}"


def _build(story: list[Flowable], *, title: str, language: str) -> bytes:
    out = BytesIO()
    margins = {"leftMargin": 17 * mm, "rightMargin": 17 * mm, "topMargin": 18 * mm, "bottomMargin": 18 * mm}
    SimpleDocTemplate(out, pagesize=A4, title=title, lang=language, **margins).build(
        story, onFirstPage=_page_number, onLaterPages=_page_number
    )
    return out.getvalue()


def _page_number(canvas: Any, _document: Any) -> None:
    canvas.setFont(_TEXT, 7.5)
    canvas.drawRightString(A4[0] - 17 * mm, 10 * mm, str(canvas.getPageNumber()))


def _p(styles: dict[str, ParagraphStyle], text: str, style: str = "body") -> Paragraph:
    return Paragraph(_printable(text), styles[style])


def _printable(text: str) -> str:
    """As markup: emoji in their own font, what no font has a sign for by its number, "[U+4E2D U+6587]"."""
    return "".join(_in_font(font, "".join(run)) for font, run in groupby(text, key=_font_of))


def _font_of(character: str) -> str:
    """Empty for what no font has a sign for; what is never drawn, such as joiners, goes with the text."""
    if character.isspace() or ord(character) in _glyphs(_TEXT) or _is_invisible(character):
        return _TEXT
    return _EMOJI if ord(character) in _glyphs(_EMOJI) else ""


def _in_font(font: str, run: str) -> str:
    if not font:
        return f"[{' '.join(f'U+{ord(c):04X}' for c in run)}]"
    drawn = escape("".join(c for c in run if not _is_invisible(c)))
    return drawn if font == _TEXT else f'<font name="{_EMOJI}">{drawn}</font>'


def _glyphs(font: str) -> dict[int, int]:
    """Which signs it has, by their numbers."""
    found: dict[int, int] = _fonts()[font].face.charToGlyph
    return found


@cache
def _fonts() -> dict[str, TTFont]:
    """Known to the writer of PDFs from the first call on."""
    files = {_TEXT: "DejaVuSerif.ttf", _BOLD: "DejaVuSerif-Bold.ttf", _EMOJI: "NotoEmoji.ttf"}
    fonts = {name: TTFont(name, str(_FONTS / file)) for name, file in files.items()}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(_TEXT, normal=_TEXT, bold=_BOLD, italic=_TEXT, boldItalic=_BOLD)
    pdfmetrics.registerFontFamily(_EMOJI, normal=_EMOJI, bold=_EMOJI, italic=_EMOJI, boldItalic=_EMOJI)
    return fonts


def _is_invisible(character: str) -> bool:
    """Joiners, marks of direction, and what only chooses between two drawings of the sign before."""
    return unicodedata.category(character) == "Cf" or character in _VARIATIONS


def _legend() -> str:
    """Each way of drawing a fact, with what it says; the same words as on the page."""
    shown = [(_("confirmed"), "confirmed"), (_("wrong"), "wrong"), (_("open"), "unchecked")]
    shown += [(_("query to the author"), "query"), (_("checked, but something is missing"), DUE)]
    shown += [(_("without a source"), "author_alone"), (_("nobody has looked at this sentence"), "")]
    pieces = (ProofPiece(text, status, sign=status, is_unlooked=not status) for text, status in shown)
    return " &nbsp; ".join(_piece(piece) for piece in pieces)


def _piece(piece: ProofPiece) -> str:
    words = _printable(piece.text)
    shown = piece.status
    if shown == "confirmed":
        words = f'<strike color="{_ACCEPT}">{words}</strike>'
    elif shown == "wrong":
        words = f'<font color="{_REJECT}"><u width="1.2">{words}</u></font>'
    elif shown in ("author_alone", "not_checkable"):
        words = f'<u color="{_MUTED}" kind="double" width="0.5">{words}</u>'
    elif shown:
        sign = _SIGNS.get(piece.sign, "")
        words = f'<font color="{_WARNING}">{sign}</font><u color="{_WARNING}" width="0.5">{words}</u>'
    return f'<font backColor="{_UNLOOKED}">{words}</font>' if piece.is_unlooked else words


def _margin_notes(block: ProofBlock) -> Iterator[str]:
    if number := block.unchecked:
        said = ngettext("%(number)s fact unchecked", "%(number)s facts unchecked", number) % {"number": number}
        yield f'<font color="{_WARNING}">{_SIGNS["unchecked"]}{said}</font>'
    for fact in block.notes:
        yield _margin_note(fact)


def _margin_note(fact: Annotation) -> str:
    verdict = fact.verdict
    assert verdict is not None
    words = fact.exact if len(fact.exact) <= 40 else fact.exact[:39] + "…"
    said = [f"{_printable(quoted(words))}: <b>{_printable(verdict.get_status_display())}</b>"]
    said[0] += f" → <b>{_printable(verdict.correction)}</b>" if verdict.correction else ""
    said += [_printable(part) for part in (verdict.question, verdict.answer, verdict.note) if part]
    said += [_("too vague")] * verdict.is_too_vague + [_("countersignature due")] * verdict.is_countersignature_due
    return " · ".join(said)


def _verdict_line(verdict: dict[str, Any] | None, sources: dict[int, dict[str, Any]]) -> str:
    if verdict is None:
        return str(Verdict.Status.UNCHECKED.label)
    said = [str(Verdict.Status(verdict["status"]).label)]
    said += [verdict[name] for name in ("correction", "question") if verdict[name]]
    if verdict["answer"]:
        by = verdict.get("answered_by")
        said.append(f"{_('Answer')}: {verdict['answer']}" + (f" ({by})" if by else ""))
    said += [verdict["note"]] if verdict["note"] else []
    for citation in verdict["citations"]:
        cited = ", ".join(filter(None, (sources[citation["source"]]["title"], citation["place"])))
        said.append(f"{cited} ({citation['note']})" if citation["note"] else cited)
    said += [_("too vague")] * is_too_vague(verdict)
    said += [_("countersignature due")] * verdict.get("is_countersignature_due", False)
    said.append(f"{verdict['by']}, {_day(verdict['at'])}")
    if verdict["countersigned_by"]:
        said.append(f"{_('countersigned by')} {verdict['countersigned_by']}, {_day(verdict['countersigned_at'])}")
    return " · ".join(said)


def _day(frozen: str) -> str:
    at = parse_datetime(frozen)
    return date_format(localtime(at), "SHORT_DATETIME_FORMAT") if at else ""


def _proof_line(version: ArticleVersion) -> str:
    parts = [_("Proof"), _("Version %(number)s") % {"number": version.number}, version.article.byline]
    return " · ".join(part for part in parts if part)
