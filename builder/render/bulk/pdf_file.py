"""The shell of a PDF file, written by hand: numbered streams, packed objects, the table that finds them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence

import pikepdf

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ROW = struct.Struct(">BIH")


class Table:
    """Where the objects of a file are: offsets in bytes, or places in the packed stream."""

    def __init__(self, size: int) -> None:
        self._rows = bytearray(_ROW.size * size)
        _ROW.pack_into(self._rows, 0, 0, 0, 65535)

    def put(self, number: int, offset: int) -> None:
        """Object `number` begins at `offset`."""
        _ROW.pack_into(self._rows, number * _ROW.size, 1, offset, 0)

    def put_packed(self, number: int, stream: int, index: int) -> None:
        """Object `number` is the one with this index in object stream `stream`."""
        _ROW.pack_into(self._rows, number * _ROW.size, 2, stream, index)

    def copy(self) -> Table:
        """A table to be filled further."""
        other = Table(len(self._rows) // _ROW.size)
        other._rows[:] = self._rows
        return other

    def end(self, number: int, offset: int, trailer: bytes, identifier: str) -> bytes:
        """The file's end, to stand at `offset`: the table itself as object `number`, with what opens the file."""
        self.put(number, offset)
        size, name = len(self._rows) // _ROW.size, identifier.encode()
        entries = b"/Type /XRef /Size %d /W [1 4 2] /ID [<%b> <%b>] /Filter /FlateDecode %b"
        table = stream(number, entries % (size, name, name, trailer), zlib.compress(self._rows))
        return b"%bstartxref\n%d\n%%%%EOF\n" % (table, offset)


def stream(number: int, entries: bytes, data: bytes) -> bytes:
    """A stream with its number; `entries` are those of its dictionary but its length."""
    return b"%d 0 obj\n<<%b /Length %d>>\nstream\n%b\nendstream\nendobj\n" % (
        number,
        entries,
        len(data),
        data,
    )


def packed(number: int, objects: Sequence[pikepdf.Object]) -> bytes:
    """Objects that are no streams, compressed together into the stream `number`, in the order given."""
    texts = [obj.unparse(resolved=True) for obj in objects]
    index, start = [], 0
    for obj, text in zip(objects, texts, strict=True):
        index.append(b"%d %d" % (obj.objgen[0], start))
        start += len(text) + 1
    head = b" ".join(index) + b"\n"
    entries = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(objects), len(head))
    return stream(number, entries, zlib.compress(head + b"\n".join(texts), 9))


def entries_of(dictionary: Mapping[str, object]) -> bytes:
    """The entries of a stream's dictionary as they stand in a file, without its length."""
    kept = pikepdf.Dictionary({key: value for key, value in dictionary.items() if key != "/Length"})
    return kept.unparse().removeprefix(b"<<").removesuffix(b">>")
