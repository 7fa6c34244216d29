"""Other people's zip packages, unpacked within bounds: a file says how large it is, and may lie."""

from __future__ import annotations

import io
import zipfile
import zlib

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    NotImplementedError,
    EOFError,
    RuntimeError,
    OSError,
    KeyError,
)


class DamagedArchiveError(Exception):
    """No zip, a damaged one, or one that is packed or locked in a way that cannot be undone."""


class SwollenArchiveError(Exception):
    """It unpacks to more than it may."""


def opened(data: bytes, *, members: int, unpacked: int) -> zipfile.ZipFile:
    """The archive, which has at most so many members and says that it unpacks to at most so many bytes.

    Raises DamagedArchiveError for what is no zip, SwollenArchiveError for what says that it holds more.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as error:
        raise DamagedArchiveError(type(error).__name__) from None
    listed = archive.infolist()
    if len(listed) > members or sum(member.file_size for member in listed) > unpacked:
        raise SwollenArchiveError
    return archive


def member(archive: zipfile.ZipFile, name: str, *, limit: int) -> bytes:
    """The bytes of one member, of which not more than `limit` are ever unpacked, whatever it says of itself.

    Raises SwollenArchiveError where there are more, DamagedArchiveError where they cannot be read.
    """
    try:
        info = archive.getinfo(name)
        if info.file_size > limit:
            raise SwollenArchiveError
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
    except _DAMAGED as error:
        raise DamagedArchiveError(type(error).__name__) from None
    if len(data) > limit:
        raise SwollenArchiveError
    return data
