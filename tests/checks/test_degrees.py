"""What a text says once its words of degree are gone."""

from __future__ import annotations

import pytest

from builder.checks.degrees import without_degrees


@pytest.mark.parametrize(
    "texts",
    [
        ("表达清晰", "表达较清晰", "表达不清晰", "表达得非常清晰", "表达基本清晰", "表达不太清晰"),
        ("能很好地分析问题", "能较好地分析问题", "能分析问题", "不能分析问题"),
        ("沟通良好", "沟通一般", "沟通较差"),
        ("Communicates clearly", "Communicates fairly clearly", "Does not communicate very clearly."),
        ("Good structure", "Adequate structure", "Poor structure", "Very weak structure"),
    ],
)
def test_texts_that_differ_in_degree_say_the_same(texts):
    said = {without_degrees(text) for text in texts}
    assert len(said) == 1
    assert said != {""}


@pytest.mark.parametrize(
    "text", ["很好", "一般", "较差", "不合格", "优秀！", "Very good", "Fair", "Not acceptable."]
)
def test_a_text_of_degree_alone_says_nothing(text):
    assert without_degrees(text) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("说出时限", "没有说出时限"),
        ("说出两项", "说出三项"),
        ("复述并请客户确认", "复述，未请客户确认"),
        ("Names the owner", "Names the owner and the date"),
        ("Returns to the step", "Never returns to the step"),
    ],
)
def test_texts_that_differ_in_what_is_seen_do_not(one, other):
    assert without_degrees(one) != without_degrees(other)
