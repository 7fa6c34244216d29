"""How items of lists and questions begin a line."""

from __future__ import annotations

import re

from builder.importers.understanding.flow import skeleton_of

_NUM = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_MARK = re.compile(
    r" *(?:[-*·●◆■▪○◇□►»•◦\uf020-\uf0ff] *"
    rf"|[(\[]?{_NUM}[)\]]?[.、):](?! *\d)|[(\[]{_NUM}[)\]]|\d{{1,2}} +[-=] |[①-⑳]"
    r"|第 *[\d一二三四五六七八九十]{1,3} *(?:题|部分|章|节)|(?:题目|问题|案例|面试题) *[\d一二三四五六七八九十]"
    r"|(?:question|part|section|q|scenario) *\d|[ivx]{1,4}[.)] )",
    re.IGNORECASE,
)


def begins_mark(text: str) -> bool:
    """It begins with the number or bullet of an item, a question or a section."""
    return _MARK.match(skeleton_of(text)) is not None
