"""CSV and Excel. Both for people with a German Excel: a semicolon between cells, a comma in numbers, a mark for UTF-8.

Excel reads a CSV file by the settings of its machine: in German ones a semicolon separates, and "3.5" is the third of
May. So numbers have their comma. Excel's own form keeps numbers and times as what they are, on every machine.
"""

from __future__ import annotations

import csv
import datetime
import io
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from annotations.errors import TooManyRows
from annotations.formats.columns import ARTICLE_COLUMNS, CELL_LIMIT, COLUMNS, harmless
from annotations.formats.records import ArticleRecord
from annotations.formats.writing import encoded
from annotations.models import Annotation, Article, Claim, Figure, Quote, Verdict

_MARK = "\ufeff"  # without it Excel takes UTF-8 for Windows-1252
ROW_LIMIT = 1_048_576  # of a sheet in Excel
_FILE_CHUNK = 65_536  # bytes
_IN_MEMORY = 4 * 2**20  # bytes of a workbook that are kept in memory; a larger one waits on the disk


def write_csv(articles: Iterable[ArticleRecord], site: str) -> Iterator[bytes]:
    return encoded(_csv_rows(articles, site))


def _csv_rows(articles: Iterable[ArticleRecord], site: str) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")

    def taken() -> str:
        text = buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        return text

    yield _MARK
    writer.writerow([column.name for column in COLUMNS])
    for article in articles:
        writer.writerows(
            [_csv_cell(column.value(article, annotation, site)) for column in COLUMNS]
            for annotation in article.annotations
        )
        yield taken()
    yield taken()


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    if isinstance(value, datetime.datetime):
        return localtime(value).strftime("%Y-%m-%d %H:%M:%S")
    return str(value)


def write_xlsx(articles: Iterable[ArticleRecord], site: str) -> Iterator[bytes]:
    """Two sheets, marks and articles, each with its headings fixed. Rows go to the disk as they come.

    Raises `TooManyRows`.
    """
    book = Workbook(write_only=True)
    marks, listed = book.create_sheet(_("Marks")), book.create_sheet(_("Articles"))
    try:
        _fill(marks, listed, articles, site)
    except BaseException:
        marks.close()  # or the sheets' files wait open for the end of the process
        listed.close()
        raise
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(_FILE_CHUNK):
            yield chunk


def _fill(marks: Any, listed: Any, articles: Iterable[ArticleRecord], site: str) -> None:
    words, rows = _words(), 1
    for sheet, columns in ((marks, COLUMNS), (listed, ARTICLE_COLUMNS)):
        sheet.freeze_panes = "A2"  # before the first row, or it is not written
        sheet.append([_heading(sheet, str(column.heading)) for column in columns])
    for article in articles:
        listed.append([_excel_cell(c.name, c.value(article, site), words) for c in ARTICLE_COLUMNS])
        rows += len(article.annotations)
        if rows > ROW_LIMIT:
            raise TooManyRows(limit=ROW_LIMIT)
        for annotation in article.annotations:
            marks.append([_excel_cell(c.name, c.value(article, annotation, site), words) for c in COLUMNS])


def _heading(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell


def _words() -> dict[tuple[str, Any], str]:
    """What people read for a value, by column and value."""
    choices: list[tuple[str, list[tuple[Any, Any]]]] = [
        ("kind", Annotation.Kind.choices),
        ("state", Annotation.State.choices),
        ("type", [*Quote.Type.choices, *Claim.Type.choices]),
        ("worthiness", Claim.Worthiness.choices),
        ("figure_kind", Figure.Kind.choices),
        ("approximation", Figure.Approximation.choices),
        ("verdict", Verdict.Status.choices),
        ("article_state", Article.State.choices),
        ("language", Article.Language.choices),
    ]
    return {(column, value): str(label) for column, pairs in choices for value, label in pairs}


def _excel_cell(column: str, value: Any, words: dict[tuple[str, Any], str]) -> Any:
    if isinstance(value, str):
        return harmless(ILLEGAL_CHARACTERS_RE.sub("", words.get((column, value), value)))[:CELL_LIMIT]
    if isinstance(value, datetime.datetime):
        return localtime(value).replace(tzinfo=None, microsecond=0)
    return value
