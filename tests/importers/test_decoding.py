"""Text files in any encoding: which one it was is found out, even of a few words, and nothing is lost unsaid."""

from __future__ import annotations

import codecs
import contextlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.errors import RequestError
from builder.importers.reading.decoding import decoded

SIMPLIFIED = (
    "一、情景模拟题（共2题，每题10分）\n1. 客户来电称包裹破损，情绪激动，您如何处理？\n参考答案：先致歉并核实订单，再给出补发或退款两种方案，"
    "约定回访时间。\n评分标准：倾听与安抚（4分）；方案可行（4分）；语言规范（2分）\n2. 请谈谈您对夜班排班的看法，并说明怎样保证交接不漏项。\n"
)
TRADITIONAL = (
    "一、情境題（每題10分）\n1. 顧客來電抱怨班次延誤，您會如何安撫？\n參考答案：先道歉並確認訂單，再說明處理時限，必要時請主管協助。\n"
    "評分標準：傾聽能力（4分）、應變能力（6分）\n2. 請談談您為什麼應徵這個職位，過去的經驗與它有什麼關係？\n"
)
ENGLISH = (
    "Question 1 (10 points)\nTell us about a customer who wouldn’t accept your first answer – what did you do next?\n"
    "Look for: calm tone, a clear offer, follow‑up within the day. It’s the résumé that’s checked last.\n"
).replace("‑", "-")
CASES = [
    (SIMPLIFIED, "utf-8", None),
    (SIMPLIFIED, "utf-8-sig", None),
    (SIMPLIFIED, "gb18030", "GB18030"),
    (SIMPLIFIED, "utf-16", "UTF-16 LE"),
    (SIMPLIFIED, "utf-16-le", "UTF-16 LE"),
    (SIMPLIFIED, "utf-16-be", "UTF-16 BE"),
    (SIMPLIFIED, "utf-32", "UTF-32 LE"),
    (SIMPLIFIED, "utf-32-be", "UTF-32 BE"),
    (TRADITIONAL, "big5", "Big5"),
    (TRADITIONAL + "喺度嘅嘢，唔該", "big5hkscs", "Big5"),
    (TRADITIONAL, "gbk", "GB18030"),
    (TRADITIONAL, "utf-16-be", "UTF-16 BE"),
    (ENGLISH, "utf-8", None),
    (ENGLISH, "cp1252", "Windows-1252"),
    (ENGLISH, "utf-16-le", "UTF-16 LE"),
]


@pytest.mark.parametrize(("text", "encoding", "named"), CASES, ids=lambda value: str(value)[:12])
def test_a_text_is_read_in_its_encoding_and_the_user_told_which(text, encoding, named):
    read, note = decoded(text.encode(encoding), "old.txt")
    assert read == text
    assert (named in note.in_language("en")) if named else note is None


@pytest.mark.parametrize("length", [6, 12, 30, 80])
def test_a_few_words_are_enough(length):
    draw = random.Random(length)
    for text, encoding, _ in CASES:
        if encoding in ("utf-16", "utf-32"):
            continue
        for _ in range(12):
            start = draw.randrange(len(text) - length)
            piece = text[start : start + length]
            assert decoded(piece.encode(encoding), "x.txt")[0] == piece


@pytest.mark.parametrize("word", ["联通", "汉字", "café", "岗位职责", "naïve"])
def test_words_that_are_valid_in_two_encodings_are_read_in_the_likely_one(word):
    for encoding in ("utf-8", "gbk") if word > "一" else ("utf-8",):
        assert decoded(word.encode(encoding), "x.txt")[0] == word


def test_lines_of_another_encoding_are_read_and_named():
    first, second = "1.请谈谈你的优势。\n", "2.如何安抚投诉的客户？\n"
    text, note = decoded(first.encode("gbk") + second.encode() + first.encode("gbk"), "joined.txt")
    assert text == first + second + first
    assert "lines in another encoding: 2" in note.in_language("en")


def test_bytes_that_are_lost_stand_where_they_were_and_are_counted():
    data = "答案：先核实订单。\n再回访客户".encode()
    text, note = decoded(data[:-1] + b"\xff", "torn.txt")
    assert text.startswith("答案：先核实订单。\n再回访客\ufffd")
    assert "line 2" in note.in_language("en")
    assert "第 2 行" in note.in_language("zh")


def test_a_download_cut_inside_a_character_is_read():
    data = ("答案：先核实订单，再回访客户。\n" * 3).encode("gbk")
    text, note = decoded(data[:-2], "cut.txt")
    assert text.startswith("答案：先核实订单")
    assert text.endswith("回访客户\ufffd")
    assert "1 characters" in note.in_language("en")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="gb2312">', "gbk"),
        ('<META http-equiv=Content-Type content="text/html; charset=big5">', "big5"),
        ('<?xml version="1.0" encoding="GBK"?>', "gbk"),
        ('<meta charset="shift_jis">', "shift_jis"),
        ('<meta charset="gb2312">', "utf-8"),
        ('<meta charset="utf-8">', "gbk"),
        ('<meta charset="no-such-encoding">', "gbk"),
    ],
)
def test_a_page_s_own_word_for_its_encoding_counts_unless_it_is_plainly_wrong(head, encoding):
    page = f"<html><head>{head}</head><body><p>自我介紹一下。中國人</p></body></html>"
    assert decoded(page.encode(encoding), "page.html")[0] == page


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04" + bytes(20), "ZIP"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(3000), "no text"),
        (random.Random(1).randbytes(3000), "no text"),
    ],
)
def test_what_is_no_text_is_refused(data, kind):
    with pytest.raises(RequestError, match=kind) as refused:
        decoded(data, "x.txt")
    assert refused.value.hint


def test_an_empty_file_and_a_lone_mark_are_empty_texts():
    assert decoded(b"", "x.txt") == ("", None)
    assert decoded(codecs.BOM_UTF8, "x.txt") == ("", None)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["x.txt", "x.html"]))
def test_any_bytes_are_read_or_refused(data, name):
    with contextlib.suppress(RequestError):
        text, note = decoded(data, name)
        assert "\ufffd" not in text or note is not None
