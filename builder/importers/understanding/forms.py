"""Lines that are filled in by hand: Notes: ______, Rating: 1 2 3 4 5, □优 □良 □差. They say nothing of the question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.importers.understanding.flow import Flow, Span

_BLANK = r"(?:[_﹍…]{2,}|\. ?(?:\. ?){5,})"
_BOX = "[□☐○◯▢]"
_FIELD = re.compile(
    rf"(?m)(?:^|(?<=[。;!?])) *+(?:[^\n:_ /\d。;!?][^\n:_]{{0,40}}: *+{_BLANK}[ /\d年月日]{{0,12}}+)+$"
    rf"|(?:^|(?<=:)) *+{_BLANK} *+$"
    rf"|^ *+(?:[^\n:]{{1,20}}:)? *+(?:{_BOX}[^\n□☐○◯▢]{{0,15}}+)+$"
    r"|(?:^ *+(?:[^\n:]{1,20}:)?|(?<=:)) *+1(?: ++[2-9]){2,8}(?: ++10)? *+$"
    r"|(?:^ *+(?:[^\n:]{1,20}:)?|(?<=:)) *+(?:10 +)?[4-9](?: ++[0-9]){2,9} *+$"
    r"|^ *+(?:得分|评分|评语|考官签名|面试官签名|签名|记录|备注|评价) *+: *+$"
)


def fields_in(flow: Flow, start: int, end: int) -> list[Span]:
    """The lines between two offsets that are fields of a form."""
    return [m.span() for m in _FIELD.finditer(flow.skeleton, start, end) if m.start() < m.end()]


def without_fields(flow: Flow, start: int, end: int) -> Iterator[Span]:
    """What is left of a stretch between the fields."""
    position = start
    for field in fields_in(flow, start, end):
        if flow.text[position : field[0]].strip():
            yield position, field[0]
        position = field[1]
    if position == start or flow.text[position:end].strip():
        yield position, end
