"""A zip whose unchanging contents are compressed once, and copied into each file.

Deflated data may be joined from pieces that each end on a whole byte and do not look back beyond their own
beginning. What lies between such pieces, a few words, is stored as it is.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
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
        self._members = [_Member(name, members[name]) for name in members]

    def filled(self, filler: Filler) -> bytes:
        """The zip, its files in the order in which they were given."""
        parts: list[bytes] = []
        directory: list[bytes] = []
        offset = 0
        for member in self._members:
            data, fields = member.filled(filler)
            head = _LOCAL.pack(0x04034B50, *fields, len(member.name), 0) + member.name
            directory.append(
                _CENTRAL.pack(0x02014B50, 20, *fields, len(member.name), 0, 0, 0, 0, 0, offset) + member.name
            )
            parts += [head, data]
            offset += len(head) + len(data)
        size, count = sum(map(len, directory)), len(directory)
        return b"".join([*parts, *directory, _END.pack(0x06054B50, 0, 0, count, count, size, offset, 0)])


class _Member:
    def __init__(self, name: str, pieces: Member) -> None:
        self.name = name.encode("ascii")
        self._pieces = [piece if isinstance(piece, str) else _Piece(piece) for piece in pieces]
        self._whole = None if any(isinstance(p, str) for p in pieces) else self._joined(_nothing)

    def filled(self, filler: Filler) -> tuple[bytes, tuple[int, ...]]:
        """Deflated bytes, and the fields that both headers of the file share."""
        return self._whole or self._joined(filler)

    def _joined(self, filler: Filler) -> tuple[bytes, tuple[int, ...]]:
        deflated, checksum, size = [], 0, 0
        for piece in self._pieces:
            if isinstance(piece, str):
                plain = filler(piece)
                deflated.append(_STORED.pack(0, len(plain), len(plain) ^ 0xFFFF) + plain)
            else:
                plain = piece.plain
                deflated.append(piece.deflated)
            checksum = zlib.crc32(plain, checksum)
            size += len(plain)
        data = b"".join([*deflated, _LAST])
        return data, (20, 0, zlib.DEFLATED, _TIME, _DATE, checksum, len(data), size)


class _Piece:
    """Bytes, and the same deflated so that others may stand before and after."""

    def __init__(self, plain: bytes) -> None:
        packer = zlib.compressobj(level=9, wbits=-15)
        self.plain = plain
        self.deflated = packer.compress(plain) + packer.flush(zlib.Z_FULL_FLUSH)


def _nothing(name: str) -> bytes:
    raise KeyError(name)
