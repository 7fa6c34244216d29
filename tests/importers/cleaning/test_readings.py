"""Readings that machines put in brackets behind characters go; brackets that authors wrote stay."""

from __future__ import annotations

import pytest
from cleaned_text import left_of, manuscript_of
from dirtied import annotated, traditional

CLEAN = "请说说你怎样与技术部门协调项目进度,保证服务质量达到标准(SLA),并让团队认可你的决定。"


def test_every_reading_goes_and_the_text_is_what_it_was():
    dirty = annotated(CLEAN)
    assert dirty.count("(") > 10
    assert left_of(dirty) == traditional(CLEAN)
    assert left_of(dirty, "zh-CN") == CLEAN
    assert "readings in brackets" in str(manuscript_of(dirty).notes[1])


@pytest.mark.parametrize(
    "dirty",
    [
        "項(xiàng)目進(jìn)度很重(zhòng)要",
        "項（xiàng）目進（jìn）度很重（zhòng）要",
        "項(xian\u0300g)目進(ji\u0300n)度很重(zho\u0300n\u0261)要".replace("xian\u0300g", "xia\u0300ng").replace("zho\u0300n\u0261", "zho\u0300n\u0261"),
        "項目(xiàng mù)進度(jìndù)很重要(zhòng yào)",
        "項( xiàng )目進( jìn )度很重( zhòng )要",
    ],
)  # fmt: skip
def test_brackets_of_any_width_and_words_of_several_syllables(dirty):
    assert left_of(dirty) == "項目進度很重要"


def test_letters_with_dots_and_their_stand_ins():
    assert left_of("綠(lǜ)燈旅(lǚ)客女(nǚ)士") == "綠燈旅客女士"


@pytest.mark.parametrize(
    "real",
    [
        "服务水平(SLA)、人工智能(ai)、他(he)、指标(KPI)、一个(an)、客户关系管理(CRM)、责任矩阵(raci)",
        "“角(jué)色”常被读成“角(jiǎo)色”,“行(háng)业”也有人读错,请纠正。",
        "请参加过咖啡(café)培训的同事讲一讲",
    ],
)
def test_real_brackets_stay(real):
    assert left_of(real) == real
    assert [
        b
        for b in ("(SLA)", "(ai)", "(he)", "(KPI)", "(an)", "(CRM)")
        if b not in left_of(annotated(CLEAN) + "爱(ai)他(he)安(an)")
    ] == ["(KPI)", "(CRM)"]


def test_readings_without_tones_go_only_where_the_text_is_full_of_them():
    assert left_of("项(xiang)目经(jing)理负(fu)责客(ke)户服(fu)务质(zhi)量") == "项目经理负责客户服务质量"
    assert left_of("项(xiang)目经理负责爱(ai)") == "项(xiang)目经理负责爱(ai)"
