"""Whatever stands wherever on a page: every character of it is in a block or left out, once."""

from __future__ import annotations

import itertools
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.importers.reading.pdf.composing import Composer
from builder.importers.reading.pdf.layout import layout_of
from builder.importers.reading.pdf.pages import Page, Rule, Run

WORDS = st.sampled_from(
    [
        "一、",
        "1.",
        "请谈谈",
        "答案：",
        "评分标准",
        "题目",
        "follow-",
        "up",
        "•",
        "第 3 页",
        "目录",
        "情景.....12",
        "（5分）",
        "。",
    ]
)
PLACES = st.sampled_from([20, 60, 62, 200, 201, 300, 310, 420, 500, 560])
RUNS = st.tuples(
    WORDS, PLACES, st.integers(1, 60), st.sampled_from([9, 10.5, 14, 22]), st.sampled_from([0, 0, 0, 1, 2, 4])
)
RULES = st.tuples(PLACES, st.integers(1, 60), st.booleans(), st.integers(20, 400))


def _page(number: int, runs: list, rules: list) -> Page:
    stamps = itertools.count(number * 10_000)
    made = [
        Run(
            f"{word}{chr(0x5000 + next(stamps) % 0x4000)}",
            x,
            x + size * (len(word) + 1),
            y * 13.0,
            size,
            flags,
        )
        for word, x, y, size, flags in runs
    ]
    drawn = [
        Rule(x, y * 13.0, x + length, y * 13.0 + 1) if lying else Rule(x, y * 13.0, x + 1, y * 13.0 + length)
        for x, y, lying, length in rules
    ]
    return Page(number, 595, 842, made, drawn)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.lists(RUNS, max_size=30), st.lists(RULES, max_size=14)), min_size=1, max_size=4))
def test_no_character_is_lost_or_doubled(drawn):
    pages = [_page(number, runs, rules) for number, (runs, rules) in enumerate(drawn, 1)]
    shown = Counter("".join(run.text for page in pages for run in page.runs))
    composer = Composer([layout_of(page, with_unseen=False) for page in pages])
    composer.write()
    manuscript = composer.copyist.manuscript("x.pdf")
    kept = Counter(manuscript.source)
    for sign in " \n\t-•":
        del kept[sign], shown[sign]
    assert kept == shown
    assert list(manuscript.uncovered()) == []
