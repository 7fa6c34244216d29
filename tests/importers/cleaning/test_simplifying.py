"""Traditional text that a machine made goes back to what its author wrote, where that is asked for."""

from __future__ import annotations

import opencc
import pytest
from cleaned_text import left_of, manuscript_of
from dirtied import traditional

CLEAN = (
    "面试后来改期,皇后大道的干部把桌面擦干净了,若干客户在公里之外发来准确的特征。",
    "头发、理发、发展、复杂、回复、反复、答复;制度、制造、控制;松树、放松;联系、关系、系统。",
    "他拿着名单,看着著名的专著,说明显著的差别,接着瞭望四周,了解情况。",
    "只要准备好,余额就不会有差;老板批准了台风天的里程补贴,面条、谷物、咸菜按斤出借。",
    "想象一下:背着包的志愿者升旗、纠正错误,借口很多,它们却不征求意见。",
)


@pytest.mark.parametrize("clean", CLEAN)
def test_back_to_what_was_written(clean):
    for made in (
        traditional(clean),
        opencc.OpenCC("s2t").convert(clean),
        opencc.OpenCC("s2tw").convert(clean),
    ):
        assert left_of(made, "zh-CN") == clean


def test_without_being_asked_the_text_stays_and_the_option_is_named():
    made = traditional("".join(CLEAN))
    assert left_of(made) == made
    assert [str(note) for note in manuscript_of(made).notes] == [
        "the text is Traditional Chinese, it seems converted by a machine; --to zh-CN makes it Simplified"
    ]


def test_an_authors_traditional_text_is_not_called_converted():
    authored = "請說明你如何與團隊溝通,並在時限內完成專案;客戶的回饋應當記錄於系統之中。"
    assert [str(note) for note in manuscript_of(authored).notes] == [
        "the text is Traditional Chinese; --to zh-CN makes it Simplified"
    ]


def test_simplified_text_is_left_alone():
    for clean in CLEAN:
        assert manuscript_of(clean, "zh-CN").notes == ()
        assert left_of(clean + "「引文」", "zh-CN") == clean + "「引文」"


def test_corner_brackets_of_traditional_text_become_quotation_marks():
    assert (
        left_of("他說「請您稍等,我馬上處理『急件』」後離開。", "zh-CN")
        == "他说“请您稍等,我马上处理‘急件’”后离开。"
    )
