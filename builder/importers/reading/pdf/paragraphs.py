"""Printed lines → paragraphs: a line that had room for more words ends one."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from builder.importers.reading.pdf.marking import begins_mark
from builder.importers.reading.pdf.pages import Line
from builder.importers.understanding.cues import is_title
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.lexicon import part_of

_LABEL = re.compile(r"[\[(]?([^\W\d_][\w -]{0,23}?) *[\])]? *(?:\([^()]{1,20}\))? *[:\]]")
_BAND = re.compile(
    r"[^\s,.;:!?()\d]{1,8} *(?:\( *\d[^()]{0,12}(?:分|points?)\)|: *\d{1,3} *(?:-|至) *\d{1,3} *分)"
)
_LEVEL = re.compile(r"[^\s,.;:]{1,12} *(?:\([^()]{1,16}\))? *:")
_SENTENCE = re.compile(r"[。！？!?；;：:…][)）】\]”\"」]*$|[)）】\]”\"」.]$")
_CUT = re.compile(r"(?:题目|问题|案例|情景|试题|第|question|part|section|scenario)$", re.I)
ROOM = 0.6
"""Ems by which a line may fall short of the margin and still be full."""


@dataclass(frozen=True)
class Measure:
    """The shape of running text."""

    left: float
    """Where the first of them begin, in points."""
    right: float
    """Where full lines end."""
    leading: float
    """Usual distance of lines in a paragraph, in ems."""


def measure_of(lines: Sequence[Line], width: float) -> Measure:
    """The shape of some column's lines, on a page of that width."""
    ends = Counter(round(line.right / 3) for line in lines)
    supported = [end for end, count in ends.items() if count + ends[end + 1] >= 3]
    furthest = max((line.right for line in lines), default=0.0)
    start = min((line.left for line in lines), default=0.0)
    right = 3.0 * max(supported) if supported else 0.0
    if right < furthest - 12:
        right = max(furthest, min(width - start, furthest + 60))
    steps = [
        (a.base - b.base) / a.size
        for a, b in itertools.pairwise(lines)
        if a.page == b.page and abs(a.size - b.size) < 0.5 and 0.8 < (a.base - b.base) / a.size < 2.6
    ]
    return Measure(start, max(right, furthest - 2), median(steps) if steps else 1.5)


def _begins_anew(paragraph: Sequence[Line], line: Line) -> bool:
    """A full line ends before it all the same: it begins as items, questions and labelled parts do."""
    ended = _SENTENCE.search(paragraph[-1].text) is not None
    if begins_mark(line.text) or _BAND.match(skeleton_of(line.text)):
        return ended or (len(paragraph) == 1 and not _CUT.search(paragraph[-1].text))
    skeleton = skeleton_of(line.text)
    label = _LABEL.match(skeleton)
    known = label is not None and part_of(label[1].strip().lower()) is not None
    return ended and (known or _LEVEL.match(skeleton) is not None)


def paragraphs_of(lines: Sequence[Line], measures: Mapping[str, Measure]) -> Iterator[list[Line]]:
    """The lines of each paragraph, in order."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph, line, measures):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(paragraph: Sequence[Line], line: Line, measures: Mapping[str, Measure]) -> bool:
    last = paragraph[-1]
    if abs(last.size - line.size) > 0.08 * last.size or last.is_bold != line.is_bold:
        return False
    measure = measures[last.slot]
    if not _is_full(last, line, measure) or _begins_anew(paragraph, line):
        return False
    if last.page != line.page or line.base > last.base:
        return _SENTENCE.search(last.text) is None
    if (last.base - line.base) / last.size > 1.18 * measure.leading:
        return False
    return _is_centred(last, line) or not _is_indented(paragraph, line)


def _is_full(last: Line, line: Line, measure: Measure) -> bool:
    """The next line's first word would not have fitted."""
    room = measure.right - last.right
    if _is_centred(last, line):
        room += last.left - measure.left
    return _first_word(line) > room - ROOM * last.size


def _is_centred(last: Line, line: Line) -> bool:
    """Both have the same middle, and begin at different places."""
    return abs((last.left + last.right) - (line.left + line.right)) < last.size < abs(last.left - line.left)


def _first_word(line: Line) -> float:
    """About how wide it is; a Han character, and the sign that must not begin a line behind it."""
    word = re.match(r"[!-~\u00c0-\u024f]+", line.text)
    if word is None:
        return line.size * (2 if len(line.text) > 1 and line.text[1] in "，。、；：？！）”》" else 1)
    return (len(word[0]) + 0.5) * (line.right - line.left) / max(len(line.text), 1)


def _is_indented(paragraph: Sequence[Line], line: Line) -> bool:
    """It begins further right than the lines before: a paragraph's first line does, or one hanging from its mark."""
    further = (line.left - paragraph[-1].left) / line.size
    if len(paragraph) == 1 and begins_mark(paragraph[0].text):
        return further > 4
    return further > 1.2


def joined(lines: Sequence[Line], words: Counter[str]) -> str:
    """The words of a paragraph; `words` are those of the document, which tell what a hyphen at a line's end is."""
    pieces = [lines[0].text]
    for line in lines[1:]:
        pieces[-1:] = _joint(pieces[-1], line.text, words)
    return "".join(pieces)


def _joint(text: str, more: str, words: Counter[str]) -> tuple[str, str]:
    """Two lines as they stand behind each other in one."""
    divided = re.search(r"([A-Za-z]+)[\u00ad\x02\ufffe‐-]$", text[-60:])
    following = re.match(r"[a-z]+", more)
    if divided and following:
        compound = f"{divided[1]}-{following[0]}".lower()
        return (text, more) if text[-1] in "-‐" and words[compound] else (text[:-1], more)
    spaced = text[-1] < "\u2e80" and more[0] < "\u2e80" and text[-1] not in "(-/“‘" and more[0] not in "”’"
    return f"{text} " if spaced else text, more


def stands_apart(
    before: Line | None, paragraph: Sequence[Line], after: Line | None, measures: Mapping[str, Measure]
) -> bool:
    """A title in plain type: a few words with a gap above them, and right below them something that is numbered."""
    line = paragraph[0]
    if before is None or after is None or len(paragraph) > 1 or not (before.page == line.page == after.page):
        return False
    usual = measures[line.slot].leading * line.size
    apart = before.base - line.base > 1.6 * usual > 1.3 * usual > line.base - after.base > 0
    few = len(line.text.split()) <= 4 if line.text.isascii() else len(line.text) <= 10
    return apart and few and is_title(skeleton_of(line.text)) and begins_mark(after.text)


def is_rest_of_row(row: Sequence[str], more: Sequence[str]) -> bool:
    """A page's first row goes on with sentences that the last row of the page before broke off."""
    pairs = [(cell, rest) for cell, rest in zip(row, more, strict=True) if rest]
    broken = all(len(cell) > 8 and not _SENTENCE.search(cell) for cell, _ in pairs)
    return (
        bool(pairs) and len(pairs) < len(row) and broken and not any(begins_mark(rest) for _, rest in pairs)
    )
