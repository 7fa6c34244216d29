"""What a reader of a page does not see."""

from __future__ import annotations

import re

from lxml import etree

from builder.importers.reading.html.looks import UNSEEN, is_hidden
from builder.importers.reading.html.measuring import Measure
from builder.importers.reading.html.page import beginning_of
from builder.words import Words, words

_ANSWER = re.compile(
    r"\W*(?:(?:参考|标准|示例)?(?:答案|解析|要点)|参考回答|答|评分标准|(?:sample |model |suggested )?answers?|scoring)\W",
    re.I,
)
_UNFOLDING = re.compile(
    r"answer|solution|expla|analys|collaps|accordion|panel|toggle|fold|detail|daan|jiexi", re.I
)
"""What pages call what a click unfolds."""
MOST = 0.5
"""Share of the page's text; more is no secret, but a page that a script would have shown."""


def unseen(element: etree._Element, style: str, measure: Measure | None, whole: int) -> Words | None:
    """Why nobody sees the element; None where somebody does.

    An answer that a click unfolds is part of the document.
    """
    tag = element.tag
    if tag in ("rt", "rp"):
        return words("pronunciation above the characters")
    if tag in UNSEEN:
        return words("not for readers: “{tag}”", tag=tag)
    if is_hidden(element, style):
        share = measure.text / max(whole, 1) if measure else 0.0
        unfolds = (
            _UNFOLDING.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:300]) is not None
        )
        if share <= MOST and not unfolds and not _ANSWER.match(f"{beginning_of(element, 20)} "):
            return words("hidden on the page")
    return None
