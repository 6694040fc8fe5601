"""Digits that are no figures in any language: parts of names, telephone numbers, versions. They emit nothing."""

from __future__ import annotations

import re

from extraction.figures.model import Blocked, Outcome

_REST = re.compile(r"\w*(?:-\w+|\.\d+)*")
_ACCOUNT = re.compile(r"\d{2}(?: ?[\dA-Z]{4}){3,7}(?: ?\d{1,3})?(?!\w)")  # of a bank: DE12 3456 …
_PHONE = re.compile(
    r"(?!0\d([-/])\d\d\1(?:19|20)\d\d(?!\d))"
    r"(?:\+\d{1,3}[ /-]?)?\(?0\d{1,5}\)?[ /-]{1,3}\d[\d /-]{3,}\d|\+\d{1,3}[ -]?[\d /()-]{6,}\d|0\d{7,}"
)
_DIALLED = re.compile(r"\(?\d{3}\)?[ -]\d{3}-\d{4}(?!\d)|1-\d{3}-\d{3}-\d{4}(?!\d)")
_ALWAYS_ON = re.compile(r"24/7|9/11|7/7(?!\d)")
_BEFORE_RELEASE = re.compile(r"(?:[Vv]ersion(?:en)?|[Rr]elease|[Bb]uild) $")
_RELEASE = re.compile(r"\d+(?:\.\d+)*")
_FILE_NUMBER = re.compile(r"\d{1,4} [A-Z][A-Za-z]{0,4} \d{1,6}/\d{2}(?!\d)")
_CHAIN = re.compile(r"\d{1,2}(?:[.,:/-]\d{1,2}){5,}(?!\d)")  # more parts than any date or time has
_VERSION = re.compile(r"\d+\.\d+\.\d+(?:\.\d+)*(?![\d,])")
_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_ABBREVIATED = re.compile(r"(?:ca|approx|etwa|rd|max|min|No|Nr)\.$")


def block_attached(text: str, start: int, floor: int) -> Outcome:
    """Digits glued to a word are a name: Su-35, U2, COVID-19, G20, name.5@example.org."""
    before = text[start - 1 : start]
    if start == floor or not before or before in " \u00a0\n(":
        return None
    glued = (
        (before.isalpha() and not (before == "x" and start - 1 == floor and text[start - 2].isdigit()))
        or before in "_@"
        or text[start - 2 : start] == "&#"
    )
    tied = before in "-." and start > 1 and text[start - 2].isalpha()
    if not (glued or tied):
        return None
    if before == "." and (_ABBREVIATED.search(text, max(0, start - 7), start) or text[start - 2] in "rR$€"):
        return None
    match = _ACCOUNT.match(text, start) or _REST.match(text, start)
    return Blocked(match.end() if match and match.end() > start else start + 1)


def block_phone(text: str, start: int, floor: int) -> Outcome:
    """Telephone numbers, and the dates and hours that are names."""
    begin = start - 1 if start > floor and text[start - 1] in "+(" else start
    match = _PHONE.match(text, begin) or _ALWAYS_ON.match(text, start) or _DIALLED.match(text, begin)
    return Blocked(match.end()) if match else None


def block_release(text: str, start: int, floor: int) -> Outcome:
    """ "Version 17.10" is neither a number nor a day in October."""
    del floor
    match = _RELEASE.match(text, start) if _BEFORE_RELEASE.search(text, max(0, start - 10), start) else None
    return Blocked(match.end()) if match else None


def block_version(text: str, start: int, floor: int) -> Outcome:
    """ "2.0.1" is a version or an address, "1.000.000" a number; "3 StR 12/20" is a court's file."""
    del floor
    named = _FILE_NUMBER.match(text, start) or _CHAIN.match(text, start)
    if named is not None:
        return Blocked(named.end())
    match = _VERSION.match(text, start)
    return Blocked(match.end()) if match and not _GROUPS.fullmatch(match.group()) else None
