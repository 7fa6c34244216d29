"""Whatever stands in whatever cell: the import gives a bank that can be read, and no sentence is lost."""

from __future__ import annotations

import contextlib
import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.content.reading import read_source
from builder.errors import RequestError
from builder.importers.importing import imported
from builder.importers.reading.delimited import read_csv

SENTENCES = ("你怎么办？", "先看现场。", "客户很着急", "本卷由三组轮流使用")
CELLS = st.sampled_from(
    [
        *SENTENCES, "", "", "题号", "题目", "答案", "分值", "部分", "评分标准", "评分项", "优（8-10分）", "良", "差", "追问", "1", "2",
        "第3题", "一、专业知识", "（一）", "每题5分", "合计", "注：", "同上", "无", "10分", "3-5分钟", "优", "答：", "1.先\n2.后", "A", "情境：",
        "Question", "Answer", "Points", "★★", "1.1", "QB-7", "必填", "签名：", "=1+1", "\n", "（", "8-10",
    ]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(rows=st.lists(st.lists(st.lists(CELLS, min_size=1, max_size=2).map("".join), max_size=6), max_size=9))
def test_sentences_in_any_cells_are_kept(tmp_path_factory, rows):
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    manuscript = read_csv("any.csv", stream.getvalue())
    assert list(manuscript.uncovered()) == []
    path = tmp_path_factory.mktemp("any") / "imported.yaml"
    path.write_text(imported("imported", [manuscript]).text, encoding="utf-8")
    values = str(read_source(path).data)
    for sentence in SENTENCES[:2]:
        assert not any(sentence in text for row in rows for text in row) or sentence in values


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('\n\r,;\t|"，题目答案'), max_size=120)
)
def test_any_text_is_read_as_a_table_or_refused(text):
    with contextlib.suppress(RequestError):
        manuscript = read_csv("any.csv", text)
        assert list(manuscript.uncovered()) == []
        assert imported("imported", [manuscript]).text
