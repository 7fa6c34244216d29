"""What stands out in a document: bold words, a heavier typeface, larger letters than most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from builder.importers.reading.docx.inline import Piece
from builder.importers.reading.docx.styles import Style

_HEAVY = frozenset({"黑体", "simhei", "华文黑体", "stheiti", "方正黑体", "方正黑体简体", "方正黑体_gbk", "方正小标宋简体", "方正小标宋_gbk", "华文中宋", "stzhongsong", "微软雅黑", "宋体-粗", "黑体-简"})  # fmt: skip
UNSAID = 20
"""Half-points of letters whose size nothing says."""
LARGER = 3
"""Half-points that letters are larger than most ones by, where they stand out."""


class Emphasis:
    """Knows how most words of a document look, and so which of them stand out."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        bold, heavy, sizes, total = 0, 0, Counter[int](), 0
        for piece in pieces:
            length = len(piece.text.strip())
            total += length
            bold += length if piece.look.bold else 0
            heavy += length if _is_heavy(piece.look) else 0
            sizes[piece.look.size or UNSAID] += length
        self._bold = bold * 2 <= total
        self._heavy = heavy * 2 <= total
        self._size = max(sizes, key=lambda size: (sizes[size], -size), default=UNSAID)

    def lead(self, pieces: Sequence[Piece]) -> str:
        """The words at the beginning of a line that stand out; larger letters count where all of them are larger."""
        words = [piece for piece in pieces if piece.text]
        if words and all(not p.text.strip() or self._is_larger(p.look) for p in words):
            return "".join(piece.text for piece in words).strip()
        lead = ""
        for piece in words:
            if piece.text.strip() and not self._stands_out(piece.look):
                break
            lead += piece.text
        return lead.strip()

    def _stands_out(self, look: Style) -> bool:
        return bool(look.bold and self._bold) or (self._heavy and _is_heavy(look))

    def _is_larger(self, look: Style) -> bool:
        return (look.size or UNSAID) >= self._size + LARGER


def _is_heavy(look: Style) -> bool:
    return (look.font or "").lower() in _HEAVY
