"""No half-translated page: every text has a German form, and what is compiled is what is written."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import polib
from django.utils import translation
from django.utils.formats import date_format

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "locale" / "de" / "LC_MESSAGES"


def test_every_text_has_a_german_form() -> None:
    catalogue = polib.pofile(str(FOLDER / "django.po"))
    assert [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy] == []


def test_compiled_catalogue_is_the_written_one() -> None:
    written = {e.msgid: e.msgstr or e.msgstr_plural for e in polib.pofile(str(FOLDER / "django.po"))}
    compiled = {e.msgid: e.msgstr or e.msgstr_plural for e in polib.mofile(str(FOLDER / "django.mo"))}
    assert compiled == written


def test_placeholders_survive_translation() -> None:
    marks = re.compile(r"%\(\w+\)s|\{\w\}")
    for entry in polib.pofile(str(FOLDER / "django.po")):
        for translated in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            assert set(marks.findall(translated)) == set(marks.findall(entry.msgid)), entry.msgid


def test_every_text_of_the_templates_is_in_the_catalogue() -> None:
    known = {entry.msgid for entry in polib.pofile(str(FOLDER / "django.po"))}
    used = set()
    for template in (ROOT / "templates").rglob("*.html"):
        used |= {m[1] for m in re.finditer(r"""{%\s*translate\s+"([^"]+)\"""", template.read_text("utf-8"))}
        used |= {m[1] for m in re.finditer(r"""{%\s*translate\s+'([^']+)'""", template.read_text("utf-8"))}
    assert used - known == set()


def test_no_text_of_ours_renames_a_month() -> None:
    """Django asks our catalogue first: a column called "May" once turned the month into a permission."""
    with translation.override("de"):
        shown = [date_format(datetime.date(2026, month, 3), "j. F Y") for month in (1, 3, 5, 10, 12)]
    assert shown == ["3. Januar 2026", "3. März 2026", "3. Mai 2026", "3. Oktober 2026", "3. Dezember 2026"]
