"""Words of degree, in Chinese and English: what remains of a text without them is what it says."""

from __future__ import annotations

import re

# Longer words stand before those they begin with. 没有 and 未 are not among them: they deny that something was
# done, which raters can see; 不 before a quality only turns the mark round.
_ZH = (
    "非常|十分|特别|极其|极为|极|相当|很|挺|更加|更|最|较为|比较|较|基本上|基本|大致|大体上|大体|总体上|总体|还算|尚|略微|稍微|略|稍|有点儿|有点|有些|"
    "不太|不够|不大|不甚|不怎么|欠缺|欠|不|明显|充分|高度|完全|"
    "优秀|出色|良好|一般|普通|合格|及格|尚可|可以|欠佳|佳|能够|能|好|中等|中|差|优|良|得|地|的"
)
_EN = (
    "very|extremely|exceptionally|highly|quite|rather|fairly|somewhat|reasonably|mostly|largely|generally|partly|partially|slightly|"
    "hardly|barely|poorly|badly|well|not|no|little|more|most|less|least|too|completely|fully|totally|does|do|is|are|can|cannot|a|an|the|at|all|"
    "doesn['’]?t|isn['’]?t|can['’]?t|"
    "excellent|outstanding|strong|good|adequate|acceptable|satisfactory|average|fair|mediocre|weak|poor|unsatisfactory|unacceptable"
)
_DEGREES = re.compile(rf"{_ZH}|\b(?:{_EN})\b", re.IGNORECASE)


def without_degrees(text: str) -> str:
    """What a text says, without degree, spaces, punctuation and the s of verbs; empty where it says degree alone."""
    core = _DEGREES.sub(" ", text).casefold()
    return "".join(word.rstrip("s") for word in re.findall(r"[^\W_]+", core))
