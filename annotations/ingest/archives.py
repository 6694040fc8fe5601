"""Archives of text files, read within bounds: nothing is unpacked to a disk, and nothing larger than is allowed."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from annotations.errors import ArchiveRefused

MEMBERS_LIMIT = 2_000
UNPACKED_LIMIT_BYTES = 100 * 2**20
_MEGABYTE = 2**20
# What Python raises for a damaged archive, for one with a password, and for ways of packing it does not know.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ValueError,
    RuntimeError,
    EOFError,
    OSError,
    MemoryError,
)


def read_archive(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each .txt file, in the order of the archive. Raises `ArchiveRefused`.

    The sizes an archive states are not believed: reading stops where the bound is reached.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [m for m in archive.infolist() if _is_text(m.filename)]
            if len(archive.infolist()) > MEMBERS_LIMIT:
                raise ArchiveRefused(problem=f"{len(archive.infolist())} > {MEMBERS_LIMIT}")
            left = UNPACKED_LIMIT_BYTES
            for member in members:
                with archive.open(member) as file:
                    text = file.read(left + 1)
                left -= len(text)
                if left < 0:
                    raise ArchiveRefused(problem=f"> {UNPACKED_LIMIT_BYTES // _MEGABYTE} MB")
                yield PurePosixPath(member.filename).name, text
    except _DAMAGED as error:
        raise ArchiveRefused(problem=str(error)[:120]) from error


def _is_text(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() == ".txt" and not path.name.startswith(".") and "__MACOSX" not in path.parts
