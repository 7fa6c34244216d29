"""All blocks as one text, and an account of what became of each of its characters.

Web pages arrive as one endless line, Word files as thousands of short ones; structure is looked for in the same way
in both: in one text, where a block's end is a line feed. Beside the words stands their skeleton, of the same length,
in which full-width signs and the Traditional characters of labels are the plain ones: patterns look there.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence

from builder.importers.blocks import Block, Kind

Span = tuple[int, int]
LONGEST_LEAD = 100
UNACCOUNTED, PLACED, SIGN = range(3)

_WIDTHS = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS: dict[str | int, str | int | None] = {
    **dict.fromkeys("【〔〖", "["),
    **dict.fromkeys("】〕〗", "]"),
    **dict.fromkeys("︰∶", ":"),
    **dict.fromkeys("–—―－～〜~", "-"),
    **dict.fromkeys("　\u00a0\u2002\u2003\u2009\t", " "),
    **dict.fromkeys("’‘", "'"),
    **dict(zip("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", strict=True)),
    **dict(zip("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑", "①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
}
_TRADITIONAL = str.maketrans(
    "題問評標準參點測維時間場說請麼試應滿總講觀議釋範樣據開結構備選擇項實驗務類級優現較錯誤紅險號視見導師",
    "题问评标准参点测维时间场说请么试应满总讲观议释范样据开结构备选择项实验务类级优现较错误红险号视见导师",
)


def skeleton_of(text: str) -> str:
    """The text in plain signs, character by character."""
    return text.translate(_WIDTHS).translate(str.maketrans(_SIGNS)).translate(_TRADITIONAL)


class Flow:
    """The text of a manuscript, its skeleton, and what became of every character."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = [block for block in blocks if block.text.strip()]
        lines = [block.line for block in self.blocks]
        self.text = "\n".join(_printable(line) for line in lines)
        self.skeleton = skeleton_of(self.text)
        self._starts = [0]
        for line in lines[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._fates = bytearray(len(self.text))
        self._gaps = [
            0,
            *(b.place - a.place - a.text.count("\n") for a, b in itertools.pairwise(self.blocks)),
        ]
        gaps = {gap for gap in self._gaps if gap > 0}
        self._usual_gap = min(gaps) if len(gaps) > 1 else 1

    def __len__(self) -> int:
        return len(self.text)

    def block_at(self, offset: int) -> Block:
        """The block that holds the character."""
        return self.blocks[max(bisect.bisect_right(self._starts, offset) - 1, 0)]

    def stands_apart(self, offset: int) -> bool:
        """More than usual parts the block from the one above it: a blank line, in most files."""
        gap = self._gaps[max(bisect.bisect_right(self._starts, offset) - 1, 0)]
        return gap > self._usual_gap

    def lead(self, offset: int) -> str | None:
        """The skeleton of what stands before it in its line; None where that is more than a title is long."""
        start = self.text.rfind("\n", max(offset - LONGEST_LEAD, 0), offset) + 1
        return None if start == 0 and offset > LONGEST_LEAD else self.skeleton[start:offset]

    def begins_line(self, offset: int) -> bool:
        """Nothing but spaces stands before it in its line."""
        return not (self.lead(offset) or "").strip() and self.lead(offset) is not None

    def line_end(self, offset: int) -> int:
        """Where the line that holds the character ends."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def trimmed(self, start: int, end: int) -> Span:
        """The span without white space at its ends."""
        piece = self.text[start:end]
        end -= len(piece) - len(piece.rstrip())
        return min(start + len(piece) - len(piece.lstrip()), end), end

    def take(self, start: int, end: int) -> str:
        """The words of a span, from here on accounted for as standing in the bank."""
        start, end = self.trimmed(start, end)
        self._fates[start:end] = bytes([PLACED]) * (end - start)
        return self.text[start:end]

    def sign(self, start: int, end: int) -> None:
        """Accounts for a span as structure: a number, a label, points that the bank holds as a value."""
        self._fates[start:end] = bytes([SIGN]) * (end - start)

    def spans_of(self, fate: int) -> Iterator[Span]:
        """Stretches with one fate, line by line, without white space at their ends."""
        for run in re.finditer(re.escape(bytes([fate])) + b"+", bytes(self._fates)):
            for line in re.finditer(r"[^\n]+", self.text[run.start() : run.end()]):
                start, end = self.trimmed(run.start() + line.start(), run.start() + line.end())
                if start < end:
                    yield start, end

    def stands_out(self, offset: int) -> bool:
        """The block of the character is a heading, or bold from its first word to its last."""
        block = self.block_at(offset)
        return block.kind is Kind.HEADING or len(block.bold_lead) >= len(block.text.strip(" ：:")) > 0

    def looks(self, offset: int) -> Kind:
        """How the line of the character looks."""
        return self.block_at(offset).kind


_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
)


def _printable(line: str) -> str:
    """The line with a space for every character that YAML or a printer cannot show; the length stays."""
    return _INVISIBLE.sub(" ", line)
