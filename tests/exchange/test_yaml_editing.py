"""Values change in a YAML text; comments, order, quotes, blocks and blank lines stay."""

from __future__ import annotations

import copy
import io

import pytest
from ruamel.yaml import YAML

from builder.exchange.editing import CannotEditError, rewritten
from builder.exchange.editing.nodes import parsed
from builder.exchange.editing.rewriting import _data

TEXT = """\
# 题库
id: night   # 不改

points: 5     # 原来是 8
title: '它''s 单引号'
stem: |
  第一行

  第二行
# 追问
probes:
  - 甲
  # 乙的说明
  - 乙

  - 丙
tags: [动机,  "自查"]
flow: {text: 说出时间, points: 2}
guide:
  intent: >
    折行的
    一段
  errors: []
items:
  - id: a
    x: 1

  - id: b
    x: 2
"""


def edit(change, text=TEXT, order=(), comments=None):
    old = _data(parsed(text))
    new = copy.deepcopy(old)
    change(new)
    return rewritten(text, old, new, lambda path: list(order), comments)


def put(key, value):
    return lambda data: data.__setitem__(key, value)


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (put("points", 5.5), "points: 5     #", "points: 5.5     #"),
        (put("title", "它's 新的"), "'它''s 单引号'", "'它''s 新的'"),
        (put("id", "yes: no"), "id: night   #", 'id: "yes: no"   #'),
        (put("id", "12"), "id: night   #", 'id: "12"   #'),
        (put("id", "第一\n第二"), "id: night   # 不改\n", "id: |-   # 不改\n  第一\n  第二\n"),
        (put("stem", "第一行\n\n改了\n"), "  第二行\n", "  改了\n"),
        (put("stem", "# 像注释\n- 像项目\n"), "  第一行\n\n  第二行\n", "  # 像注释\n  - 像项目\n"),
        (put("probes", ["甲", "乙", "丙", "丁: 戊"]), "  - 丙\n", '  - 丙\n  - "丁: 戊"\n'),
        (put("probes", ["甲", "新乙", "丙"]), "  - 乙\n", "  - 新乙\n"),
        (put("probes", ["甲", "丙"]), "  - 乙\n", ""),
        (put("probes", ["零", "甲", "乙", "丙"]), "  - 甲\n", "  - 零\n  - 甲\n"),
        (put("tags", ["自查", "动机", "a, b"]), '[动机,  "自查"]', '["自查", 动机, "a, b"]'),
        (put("flow", {"text": "说出, 时间", "points": 2}), "{text: 说出时间,", '{text: "说出, 时间",'),
        (put("flow", {"text": "说出时间", "points": 2, "must": True}), "points: 2}", "points: 2, must: true}"),
        (put("flow", {"text": "说出时间"}), "{text: 说出时间, points: 2}", "{text: 说出时间}"),
        (lambda d: d["guide"].__setitem__("errors", ["一"]), "  errors: []\n", "  errors:\n    - 一\n"),
        (lambda d: d["guide"].__setitem__("intent", "换了\n"), "intent: >\n    折行的\n    一段\n", "intent: |\n    换了\n"),
        (lambda d: d["guide"].pop("errors"), "  errors: []\n", ""),
        (lambda d: d["items"].append({"id": "c", "x": 3}), "    x: 2\n", "    x: 2\n\n  - id: c\n    x: 3\n"),
        (lambda d: d["items"][0].pop("x"), "    x: 1\n", ""),
        (lambda d: d["items"][1].__setitem__("y", "新"), "    x: 2\n", "    x: 2\n    y: 新\n"),
    ],
)  # fmt: skip
def test_only_the_value_changes(change, old, new):
    assert TEXT.count(old) == 1
    assert edit(change) == TEXT.replace(old, new)


def test_a_new_key_goes_where_the_schema_has_it_with_its_comment():
    done = edit(
        put("hint", "提示"), order=("id", "points", "hint", "title"), comments={("hint",): ["check: 推测"]}
    )
    assert done == TEXT.replace("# 原来是 8\n", "# 原来是 8\n# check: 推测\nhint: 提示\n")


def test_nothing_changed_is_the_same_text():
    assert edit(lambda data: None) == TEXT


def test_lines_keep_their_ends():
    done = edit(put("stem", "一\n二\n"), TEXT.replace("\n", "\r\n"))
    assert done == TEXT.replace("  第一行\n\n  第二行\n", "  一\n  二\n").replace("\n", "\r\n")


def test_a_text_without_a_last_line_end():
    assert edit(put("b", "新"), "a: 1\nb: 旧") == "a: 1\nb: 新"
    assert edit(lambda data: data.pop("b"), "a: 1\nb: 旧") == "a: 1"
    assert edit(put("c", "新"), "a: 1\nb: 旧") == "a: 1\nb: 旧\nc: 新"


def test_what_an_alias_shares_is_not_edited():
    text = "a: &one 甲\nb: *one\nc: 丙\n"
    assert edit(put("c", "新"), text) == "a: &one 甲\nb: *one\nc: 新\n"
    assert edit(put("b", "新"), text) == "a: &one 甲\nb: 新\nc: 丙\n"
    with pytest.raises(CannotEditError):
        edit(put("a", "新"), text)


def test_a_key_beside_a_dash_makes_room_for_the_next():
    assert edit(lambda data: data["a"][0].pop("x"), "a:\n  - x: 1\n    y: 2\n") == "a:\n  - y: 2\n"


@pytest.mark.parametrize("text", ["a\tb", "a\u200bb", "x" * 300, "a: b", "- a", "? a", "%a", "null", "0x1F", "\x07", "a #b", " a", "a\n b\n"])  # fmt: skip
def test_any_text_is_read_as_it_was_meant(text):
    for key in ("id", "title", "stem"):
        done = edit(put(key, text))
        assert YAML(typ="safe").load(io.StringIO(done))[key] == text
