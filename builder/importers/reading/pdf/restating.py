"""Headings that say again which question goes on, as on the page that faces it: 第3题 答题参考与评分标准."""

from __future__ import annotations

import re

from builder.importers.understanding.flow import skeleton_of

_NUMBERED = re.compile(
    r"(第 *[\d一二三四五六七八九十]{1,3} *题|(?:question|q) *\d{1,3})[.:)]? *(.*)", re.IGNORECASE
)
_PART = r"(?:答题参考|参考答案|评分标准|评分参考|答题要点|答案|解析|answer guide|model answers?|sample answers?|scoring|scoring guide|rubric)"
_PARTS = re.compile(rf"{_PART}(?: *(?:与|和|及|、|and|&|,) *{_PART})*|\(?(?:续|continued)\)?", re.IGNORECASE)


class Restating:
    """Remembers the question of the last heading that named one."""

    def __init__(self) -> None:
        self._question = ""

    def restates(self, heading: str) -> bool:
        """The heading only names the same question, and what of it follows."""
        found = _NUMBERED.fullmatch(skeleton_of(heading).strip())
        if found is None:
            return False
        before, self._question = self._question, "".join(found[1].split()).lower()
        return before == self._question and _PARTS.fullmatch(found[2].strip()) is not None
