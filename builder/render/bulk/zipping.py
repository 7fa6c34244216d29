"""A zip whose unchanging contents are compressed once, and copied into each file.

Deflated data may be joined from pieces that each end on a whole byte and do not look back beyond their own
beginning. What lies between such pieces, a few words, is stored as it is.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Filler: TypeAlias = Callable[[str], bytes]
"""Name of a gap → the bytes that fill it."""
Member: TypeAlias = "Sequence[bytes | str]"
"""A file's bytes in order, with the names of the gaps between them."""

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_STORED = struct.Struct("<BHH")
_LAST = b"\x01\x00\x00\xff\xff"
_DATE, _TIME = (1 << 5) | 1, 0  # 1980-01-01, as in all our packages


class Archive:
    """Files by name, some with gaps; `filled` gives a zip with the gaps filled in."""

    def __init__(self, members: Mapping[str, Member]) -> None:
        self._forms = {name: Form(member) for name, member in members.items()}
        self._whole = {
            name: joined(form.filled(_nothing)) for name, form in self._forms.items() if form.whole
        }

    def filled(self, filler: Filler) -> bytes:
        """The zip, its files in the order in which they were given."""
        return zipped(
            (name, self._whole.get(name) or joined(form.filled(filler))) for name, form in self._forms.items()
        )


class Form:
    """Bytes with gaps, what lies between them compressed once."""

    def __init__(self, pieces: Member) -> None:
        self._pieces = [piece if isinstance(piece, str) else packed(piece) for piece in pieces]

    @property
    def whole(self) -> bool:
        """Whether it has no gaps."""
        return not any(isinstance(piece, str) for piece in self._pieces)

    def filled(self, filler: Filler) -> Iterable[Packed]:
        """The pieces in order, gaps filled in."""
        return (stored(filler(piece)) if isinstance(piece, str) else piece for piece in self._pieces)


@dataclass(frozen=True, slots=True)
class Packed:
    """Bytes, and the same deflated so that others may stand before and after."""

    plain: bytes
    deflated: bytes


def packed(plain: bytes) -> Packed:
    """Bytes compressed."""
    packer = zlib.compressobj(level=9, wbits=-15)
    return Packed(plain, packer.compress(plain) + packer.flush(zlib.Z_FULL_FLUSH))


def stored(plain: bytes) -> Packed:
    """A few bytes (64 KB at most) as they are."""
    return Packed(plain, _STORED.pack(0, len(plain), len(plain) ^ 0xFFFF) + plain)


@dataclass(frozen=True, slots=True)
class Deflated:
    """One file of a zip: its compressed bytes, and the fields that both its headers share."""

    data: bytes
    fields: tuple[int, ...]


def joined(pieces: Iterable[Packed]) -> Deflated:
    """One file of its pieces in order."""
    data, checksum, size = [], 0, 0
    for piece in pieces:
        data.append(piece.deflated)
        checksum = zlib.crc32(piece.plain, checksum)
        size += len(piece.plain)
    data.append(_LAST)
    fields = (20, 0, zlib.DEFLATED, _TIME, _DATE, checksum, sum(map(len, data)), size)
    return Deflated(b"".join(data), fields)


def zipped(files: Iterable[tuple[str, Deflated]]) -> bytes:
    """The zip of some files, in the order given."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for title, file in files:
        name = title.encode("ascii")
        head = _LOCAL.pack(0x04034B50, *file.fields, len(name), 0) + name
        directory.append(_CENTRAL.pack(0x02014B50, 20, *file.fields, len(name), 0, 0, 0, 0, 0, offset) + name)
        parts += [head, file.data]
        offset += len(head) + len(file.data)
    size, count = sum(map(len, directory)), len(directory)
    return b"".join([*parts, *directory, _END.pack(0x06054B50, 0, 0, count, count, size, offset, 0)])


def _nothing(name: str) -> bytes:
    raise KeyError(name)
