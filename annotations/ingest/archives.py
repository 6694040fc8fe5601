"""Archives of text files, read within bounds: nothing is unpacked to a disk, and nothing larger than is allowed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from annotations.errors import ArchiveRefused

MEMBERS_LIMIT = 2_000
UNPACKED_LIMIT_BYTES = 100 * 2**20
_MEGABYTE = 2**20


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
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        # RuntimeError: a member is encrypted; NotImplementedError: packed in a way Python does not know.
        raise ArchiveRefused(problem=str(error)[:120]) from error


def _is_text(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() == ".txt" and not path.name.startswith(".") and "__MACOSX" not in path.parts
