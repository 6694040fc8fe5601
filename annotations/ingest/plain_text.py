"""Plain text files: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from django.conf import settings

from annotations.errors import FileTooLarge, NotPlainText

_MEGABYTE = 2**20

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that plain text files do have: tab, line ends, form feed, and the old end-of-file mark.
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1a")
_CONTROLS_ALLOWED = 0.01  # share of bytes; pictures and office files have far more
_STRAY_CONTROLS = 5  # that many are an accident, however short the text
_SAMPLE_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class DecodedText:
    text: str
    encoding: str  # as people call it: "UTF-8", "UTF-16", "Windows-1252"


def read_plain_text(content: bytes, *, name: str) -> DecodedText:
    """Byte order mark, then strict UTF-8, then Windows-1252, which is right for German text where detectors guess.

    Raises `FileTooLarge` or `NotPlainText`.
    """
    if len(content) > settings.UPLOAD_LIMIT_BYTES:
        size = f"{len(content) / _MEGABYTE:.0f}"
        raise FileTooLarge(size=size, limit=settings.UPLOAD_LIMIT_BYTES // _MEGABYTE)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return DecodedText(content.decode(encoding), encoding.upper().removesuffix("-SIG"))
            except UnicodeDecodeError as error:
                raise NotPlainText(name=name) from error
    if _looks_binary(content):
        raise NotPlainText(name=name)
    try:
        return DecodedText(content.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        # Five bytes have no meaning in Windows-1252; they become the replacement character.
        return DecodedText(content.decode("cp1252", errors="replace"), "Windows-1252")


def _looks_binary(content: bytes) -> bool:
    if b"\x00" in content:
        return True
    sample = content[:_SAMPLE_BYTES]
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    return controls > max(_STRAY_CONTROLS, len(sample) * _CONTROLS_ALLOWED) or content.startswith(b"%PDF-")
