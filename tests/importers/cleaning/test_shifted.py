"""Characters that a lost byte garbled are put right where that is certain, and told where it is a guess or not known."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from cleaned_text import left_of, manuscript_of
from dirtied import annotated_bytes, without_byte

from builder.content.reading import read_source

CONTENT = Path(__file__).parents[3] / "content"
CLEAN = (
    "会议开始以后，有人反复打断发言。主持人说：“请先听完他的发言。”或者“这个问题稍后讨论。”大家就安静下来。"
    "因为我们理解团队的难处，所以先问原因，再给出时间；把问题写在白板上，请提出的人会后补充。"
    "主持人把讨论的结论读一遍，请每个团队说出自己的时间，会后发给没有到场的人。"
)


def test_the_shapes_seen_on_the_web():
    dirty = "主持人先請大家聽完他的發言?!被蘛摺斑@個問題稍後討論。".replace("蘛", "蛘")
    assert left_of(dirty) == "主持人先請大家聽完他的發言。”或者“這個問題稍後討論。"
    assert left_of("大家的嘗試?yán)斫鈱Ψ降某霭l(fā)點(diǎn),這(zhè)很重要。理解對方的出發點。").startswith(
        "大家的嘗試理解對方的出發點,"
    )


def test_what_is_put_right_is_counted_and_guesses_are_told():
    made = manuscript_of("這一點很重要??梢栽O(shè)立一個小組,可以設立另一個。")
    assert made.blocks[0].text.startswith("這一點很重要。可以設立一個小組")
    assert "1 runs of characters" in " ".join(map(str, made.notes))
    assert [str(doubt.sentence) for doubt in made.doubts] == ["a byte was lost here: “。” is a guess"]
    assert "重要。可以設" in made.doubts[0].text


def texts_of(bank: str) -> list[str]:
    """Stems and model answers of a bank, as far as GBK has their characters."""
    data = read_source(CONTENT / f"{bank}.yaml").data
    said = [
        text
        for section in data["sections"]
        for question in section["questions"]
        for text in (question["stem"], question.get("guide", {}).get("model_answer", ""))
    ]
    plain = [" ".join(text.encode("gbk", "ignore").decode("gbk").split()) for text in said]
    return [text for text in plain if text and not any("①" <= char <= "⑳" for char in text)]


@pytest.mark.parametrize("bank", ["team-lead", "support-manager"])
def test_a_bank_made_dirty_byte_by_byte_comes_back(bank):
    """Nothing is wrong that is not told, and nine of ten garbled places are right."""
    clean = texts_of(bank)
    dirty = annotated_bytes("\n".join(clean))
    garbled = sum(dirty.count(f"{sign}") for sign in "?") - sum(text.count("?") for text in clean)
    assert garbled > 30
    made = manuscript_of(dirty, "zh-CN")
    wrong = []
    for text, block in zip(clean, made.blocks, strict=True):
        steps = difflib.SequenceMatcher(None, text, block.text, autojunk=False).get_opcodes()
        wrong += [(block.text, start) for tag, _, _, start, _ in steps if tag != "equal"]
    told = [(doubt.text, text, start) for doubt in made.doubts for text, start in wrong if doubt.text in text]
    assert [
        text[max(start - 9, 0) : start + 9]
        for text, start in wrong
        if not any(text is other and abs(other.find(said) + 6 - start) < 30 for said, other, at in told)
    ] == []
    assert len(wrong) * 10 <= garbled * 3


@pytest.mark.parametrize("index", range(6, 160, 14))
def test_a_lost_byte_is_put_right_or_told(index):
    """In text without ASCII all that follows is shifted; with it, a question mark before a comma is told."""
    dirty = without_byte(CLEAN, index)
    made = manuscript_of(dirty)
    assert made.blocks[0].text == CLEAN or made.doubts != ()
    assert left_of(CLEAN) == CLEAN


@pytest.mark.parametrize(
    "text",
    [
        "真的吗??我们怎么办?!请你说说。",
        "霰弹、鲑鱼、鳗鲡、蟾蜍和貔貅都是考题里的词?请解释。",
        "Ω、Ψ、α和β分别代表什么?请你说说。",
        "你会选A方案还是B方案?C(c)呢?",
        "把K线、T恤、X光、Q(问题)各举一例。",
        "カスタマーサポートの面接?はい、そうです。",
    ],
)
def test_text_that_only_looks_odd_is_left_alone(text):
    made = manuscript_of(text)
    assert made.blocks[0].text == text
    assert made.doubts == ()
