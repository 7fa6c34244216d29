"""Whole pages as they are copied off the web give the bank that the clean document gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from dirtied import annotated, annotated_bytes, traditional
from import_outline import bank_of, outline_of
from packs_command import packs

from builder.importers.importing import Guidance, imported
from builder.importers.reading.text import read_text

CLEAN = """2026年前台主管面试题及参考答案
一、服务意识（共2题，每题10分）
1.客人当着大家的面说你们偏心，你怎么回应？
答案：先请客人说完，再说明叫号的规则。经过写进交接本，当天给客人回一次电话。
2.系统停了两个小时，大厅里排着三十个人，你先做什么？
答案：先公布停机的时间和办法，急件改成手工登记；系统恢复后，请主管逐件核对。
二、团队协作（共2题，每题10分）
1.新同事连续三天交错了班表，你怎样帮助他？
答案：同他一起对照表格，找出错在哪一步；第二周只抽查，不再逐项检查。
2.两个班组都说交接不是自己的责任，你怎么处理？
答案：请两位组长当面把每一步写下来，每一步后面写一个名字，下一周照着执行。
"""
ABOVE = "版权说明：本文档由用户提供并上传，收益归属内容提供方，若内容存在侵权，请进行举报或认领\n文档简介\n第PAGE页共NUMPAGES页\n"
BELOW = """温馨提示
- 1. 本站所有资源如无特殊说明，都需要本地电脑安装阅读器。
- 2. 本站不保证下载资源的准确性、安全性和完整性。
最新文档
- 某市消防演练方案
- 2026年某县招聘8人考试题库附答案解析
评论
0/150
提交评论
"""


def outline_after(text: str, folder: Path, to: str | None = None) -> str:
    """The outline of the bank that is made of the text."""
    file = folder / "web.txt"
    file.write_text(text, encoding="utf-8")
    data, _ = bank_of(file, folder, to)
    return outline_of(data)


@pytest.mark.parametrize("endless", [False, True])
@pytest.mark.parametrize("made", [str, annotated, annotated_bytes])
def test_the_same_bank_as_of_the_clean_document(tmp_path, endless, made):
    document = CLEAN.replace("\n", "") + "\n" if endless else CLEAN
    dirty = made(ABOVE) + made(document) + made(BELOW)
    assert outline_after(dirty, tmp_path, "zh-CN") == outline_after(document, tmp_path)


def test_the_last_answer_is_told_to_be_cut_off_though_the_site_goes_on(tmp_path):
    cut = CLEAN.rstrip()[:-12]
    for text in (cut, cut.replace("\n", "")):
        made = imported("web", [read_text("web.txt", f"{ABOVE}{text}\n{BELOW}")])
        assert made.text.count("cut off") + made.text.count("中断") == 1
        assert [q.is_cut_off for q in made.drafts[0].questions] == [False, False, False, True]
    whole = imported("web", [read_text("web.txt", ABOVE + CLEAN + BELOW)])
    assert not any(q.is_cut_off for q in whole.drafts[0].questions)


def test_a_guess_is_a_comment_at_its_question(tmp_path):
    text = CLEAN.replace("步；第二周", "步?；诙苤?").replace(
        "逐件核对。", "逐件核对。請(qǐng)主管??梢栽O(shè)立一組。"
    )
    made = imported("web", [read_text("web.txt", text)], Guidance(to="zh-CN")).text
    lines = made.splitlines()
    comments = [i for i, line in enumerate(lines) if "check: “…" in line]
    assert comments
    assert all(any("id: q-0" in line for line in lines[i : i + 4]) for i in comments)
    assert any("可以设立" in lines[i] and "推测" in lines[i] for i in comments)


def test_the_command_converts_and_shows_what_was_left_out(tmp_path):
    (tmp_path / "web.txt").write_text(traditional(ABOVE + CLEAN + BELOW), encoding="utf-8")
    done = packs("import", "web.txt", "-o", "web.yaml", "--to", "zh-CN", "-v", cwd=tmp_path)
    assert done.code == 0
    assert "links to other documents" in done.err
    assert "提供并上传" not in (tmp_path / "web.yaml").read_text(encoding="utf-8")
    assert "请客人说完" in (tmp_path / "web.yaml").read_text(encoding="utf-8")
