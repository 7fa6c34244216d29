"""One PDF file a copy: everything but the values is written once."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from builder.render.bulk.laid_out import Split, Spot
from builder.render.bulk.pdf_file import HEAD, Table, entries_of, packed, stream
from builder.render.bulk.values import Values

_HOLE = "/Hole"


class Stencil:
    """A tagged PDF with holes where the values come; `filled` gives the file of one copy.

    The file's shell is put together here and not by a library: a copy costs its values and the table of objects.
    """

    def __init__(self, split: Split) -> None:
        spots = [piece for content in split.contents for piece in content if isinstance(piece, Spot)]
        with pikepdf.open(io.BytesIO(_with_holes(split))) as pdf:
            numbers = [obj.objgen[0] for obj in pdf.objects]
            self._packed = max(numbers) + 1
            self._table = Table(self._packed + 2)
            self._holes = {obj.objgen[0]: spots[int(obj[_HOLE])] for obj in _streams(pdf) if _HOLE in obj}
            self._trailer = entries_of({key: pdf.trailer[key] for key in ("/Root", "/Info")})
            self._common = b"".join(self._parts(pdf))
        self._digest = hashlib.sha256(self._common)

    def _parts(self, pdf: pikepdf.Pdf) -> Iterator[bytes]:
        """What all copies have, entered into the table."""
        yield HEAD
        offset = len(HEAD)
        for obj in _streams(pdf):
            if _HOLE not in obj:
                number = obj.objgen[0]
                self._table.put(number, offset)
                part = stream(number, entries_of(dict(obj.stream_dict.items())), obj.read_raw_bytes())
                offset += len(part)
                yield part
        others = [obj for obj in pdf.objects if not isinstance(obj, pikepdf.Stream)]
        for index, obj in enumerate(others):
            self._table.put_packed(obj.objgen[0], self._packed, index)
        self._table.put(self._packed, offset)
        yield packed(self._packed, others)

    def filled(self, values: Values) -> bytes:
        """The file of the copy with these values."""
        parts, table, digest = [self._common], self._table.copy(), self._digest.copy()
        offset = len(self._common)
        for number, spot in self._holes.items():
            part = stream(number, b"", spot.drawn[values[spot.slot]])
            table.put(number, offset)
            digest.update(part)
            offset += len(part)
            parts.append(part)
        parts.append(table.end(self._packed + 1, offset, self._trailer, digest.hexdigest()[:32]))
        return b"".join(parts)


def _streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (obj for obj in pdf.objects if isinstance(obj, pikepdf.Stream))


def _with_holes(split: Split) -> bytes:
    """The document with an empty stream, numbered, at each spot."""
    holes, written = 0, io.BytesIO()
    with split.opened() as pdf:
        for page, content in zip(pdf.pages, split.contents, strict=True):
            drawn = []
            for piece in content:
                if isinstance(piece, bytes):
                    drawn.append(pdf.make_stream(piece))
                else:
                    drawn.append(pdf.make_stream(b"", {_HOLE: holes}))
                    holes += 1
            page.obj.Contents = pikepdf.Array(drawn)
        pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return written.getvalue()
