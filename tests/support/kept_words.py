"""Which words of a source an import lost: they are in none of the bank's values, and are no label, number or points."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from builder.importers.understanding.amounts import amounts_in
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.lexicon import lexicon, part_of

_RUN = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_POINTS = re.compile(
    r"(?:面试)?总分|[每本](?:小|道)?题|满分|用时|(?<=[^获])得\d+分|\d+(?:-\d+)?分(?!钟)(?:以[上下])?|[①-⑨]|共\d+题|第[一二三四五六\d]+(?:部分|题)"
)
_OTHERS = (
    "题号",
    "序号",
    "参考答案及评分标准",
    "面试官",
    "考生",
    "interviewer",
    "candidate",
    "meaning",
    "description",
    "anchor",
    "total",
    "得分",
    "表现",
    "声明",
    "得分要点及分值",
)
_MODAL = r"(?: (?:may|might|should|could|will))? include"
_MARK = re.compile(
    r"(?:(?:面试题|试题|题目|问题|题|案例|第|模块|details|summary|topic|theme|competency|question|part|section|round|q|a) *)?(?:\d+|[一二三四五六七八九十]+|[a-z]|one|two|three|four)?(?:题|部分|道题|章)?",
    re.IGNORECASE,
)


def lost_words(source: str, data: Any) -> list[str]:
    """The runs of words of the source that are gone, in order."""
    kept = _squeezed(" ".join(_strings(data)))
    return [run for run in _runs(source) if not _is_kept(run, kept)]


def _runs(source: str) -> Iterator[str]:
    for line in source.splitlines():
        words = _POINTS.sub("\n", _labels().sub("\n", skeleton_of(line)))
        yield from (found[0] for found in _RUN.finditer(words))


@functools.cache
def _labels() -> re.Pattern[str]:
    """Labels where a sign or the end of the line stands behind them."""
    names = "|".join(sorted(map(re.escape, [*lexicon()[0], *_OTHERS]), key=len, reverse=True))
    return re.compile(rf"(?:{names})(?:{_MODAL})?s?\d?(?= *(?:[:\]|(*]|$))", re.IGNORECASE)


def _is_kept(run: str, kept: str) -> bool:
    bare = run.strip("0123456789 一二三四五六七八九十①②③④⑤⑥⑦⑧⑨")
    shapes = {
        run,
        bare,
        re.sub(
            r"^(?:第?[一二三四五六七八九十\d]+(?:部分|题|章)?|(?:q|question|题) ?\d+) *",
            "",
            run,
            flags=re.IGNORECASE,
        ),
    }
    if any(len(shape) < 2 or _squeezed(shape) in kept for shape in shapes):
        return True
    amounts, rest = amounts_in(run)
    return (
        part_of(bare.lower()) is not None or (bool(amounts) and not rest) or _MARK.fullmatch(run) is not None
    )


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", skeleton_of(text))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    else:
        yield str(value)
