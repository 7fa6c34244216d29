from __future__ import annotations

import re
from itertools import pairwise

import pytest
from pdf_looking import characters, fonts, line_edges, lines, text
from weasyprint.layout import inline
from weasyprint.text import line_break

from builder.render.pdf import typography
from builder.render.pdf.han import gaps, is_tight, may_stretch

STEM = (
    "请结合你在2023年负责的SLA考核项目，说明你如何在不增加人手的前提下，把一次解决率从72%提升到85%以上；"
    "其中“关键转折点”是什么，你做了哪些取舍？（可以举一个具体的例子，例如某次大规模故障。）"
)
LONG = STEM * 4
RIGHT_EDGE = (210 - 21.5) / 25.4 * 72  # plain A4 with margins of 21.5 mm
CLOSING, OPENING = "，。；：？！、”）》」", "“（《「"
GAP = 0.125


@pytest.fixture
def stock(monkeypatch):
    """The engine as it comes, to show that the tests below see a difference."""
    monkeypatch.setattr(line_break.Layout, "set_text", typography._plain_set_text)
    monkeypatch.setattr(line_break.Layout, "reactivate", typography._plain_reactivate)
    monkeypatch.setattr(inline, "justify_line", typography._plain_justify_line)


def full_lines(data):
    """Right edges of the lines that are not the last of their paragraph and do not end in punctuation."""
    pairs = list(zip(lines(data), line_edges(data), strict=True))
    return [edges[1] for line, edges in pairs[:-1] if line[-1] not in CLOSING]


def space_between(data, first, second):
    """White space between two neighbouring characters, in pt, taken from their advance boxes."""
    drawn = characters(data)
    for (a, _, right, _), (b, left, _, _) in pairwise(drawn):
        if a + b == first + second:
            return left - right
    raise AssertionError(f"{first}{second} is not on the page")


class TestJustifiedText:
    def test_it_ends_flush_at_the_right(self, make):
        edges = full_lines(make(f"<p>{LONG}</p>").data)
        assert len(edges) >= 4
        # Side bearings of Han characters are up to half a point; what is judged is that all agree.
        assert all(RIGHT_EDGE - 0.9 <= edge <= RIGHT_EDGE + 0.3 for edge in edges), edges

    def test_it_is_ragged_without_the_patch(self, make, stock):
        edges = full_lines(make(f"<p>{LONG}</p>").data)
        assert any(edge < RIGHT_EDGE - 2 for edge in edges), edges

    def test_it_ends_flush_across_inline_elements_of_other_sizes(self, make):
        marked = LONG.replace("一次解决率", '<strong style="font-size:13pt">一次解决率</strong>')
        edges = full_lines(make(f"<p>{marked}</p>").data)
        assert len(edges) >= 4
        assert all(RIGHT_EDGE - 0.9 <= edge <= RIGHT_EDGE + 0.3 for edge in edges), edges

    def test_it_ends_flush_with_letter_spacing(self, make):
        edges = full_lines(make(f"<p>{LONG}</p>", "p { letter-spacing: 0.5pt }").data)
        assert all(RIGHT_EDGE - 1.4 <= edge <= RIGHT_EDGE + 0.3 for edge in edges), edges

    def test_it_leaves_the_last_line_alone(self, make):
        data = make("<p>最后一行只有几个字</p>").data
        assert line_edges(data)[0][1] < 200

    def test_it_does_not_open_latin_words(self, make):
        justified = characters(make(f"<p>{LONG}</p>").data)
        ragged = characters(make(f"<p>{LONG}</p>", "p { text-align: left }").data)

        def inside_sla(drawn):
            joined = "".join(c[0] for c in drawn)
            starts = [m.start() for m in re.finditer("SLA", joined)]
            return [round(drawn[i + 2][1] - drawn[i][1], 1) for i in starts]

        assert inside_sla(justified) == inside_sla(ragged) != []

    def test_it_stays_ragged_rather_than_show_rivers(self, make):
        narrow = "<p>客户满意度InternationalCustomerSatisfaction提升</p>"
        first = line_edges(make(narrow, "p { width: 45mm }").data)[0]
        assert first[1] < (21.5 + 45) / 25.4 * 72 - 20

    def test_it_keeps_dashes_and_ellipses_whole(self):
        assert not may_stretch("—", "—")
        assert not may_stretch("…", "…")
        assert may_stretch("中", "—")


class TestGapBetweenHanAndLatin:
    def test_it_is_an_eighth_of_an_em(self, make):
        data = make("<p>达到SLA目标</p>").data
        assert space_between(data, "到", "S") == pytest.approx(10.5 * GAP, abs=0.15)
        assert space_between(data, "A", "目") == pytest.approx(10.5 * GAP, abs=0.15)
        assert space_between(data, "达", "到") == pytest.approx(0, abs=0.1)

    def test_it_is_absent_without_the_patch(self, make, stock):
        data = make("<p>达到SLA目标</p>").data
        assert space_between(data, "到", "S") == pytest.approx(0, abs=0.1)

    def test_it_reaches_across_inline_elements(self, make):
        data = make("<p>达到<strong>SLA</strong>目标，<strong>满分</strong>100分</p>").data
        for pair in ("到S", "A目", "分1", "0分"):
            assert space_between(data, *pair) == pytest.approx(10.5 * GAP, abs=0.2), pair

    def test_it_is_not_at_the_ends_of_a_line(self, make):
        left = line_edges(make("<p>SLA目标<br>SLA</p>").data)
        assert left[0][0] == pytest.approx(left[1][0], abs=0.1)

    def test_it_makes_the_measured_line_as_wide_as_the_drawn_one(self, make):
        body = '<p><span style="border-right: 1pt solid">第3题8分Top3与A组B组C组</span></p>'
        with_gap = line_edges(make(body).data)[0]
        drawn = characters(make(body).data)
        assert with_gap[1] == pytest.approx(drawn[-1][2] + 1, abs=0.5)

    def test_it_is_for_chinese_only(self, make):
        data = make('<p lang="en">Say 到SLA目标 aloud</p>').data
        assert space_between(data, "到", "S") == pytest.approx(0, abs=0.1)

    def test_it_leaves_the_copied_text_as_written(self, make):
        assert re.sub(r"\s", "", text(make("<p>达到SLA目标</p>").data)) == "达到SLA目标"

    @pytest.mark.parametrize(
        ("written", "after"),
        [("在SLA中", [0, 3]), ("共5题", [0, 1]), ("达72%以上", [0, 3]), ("在 SLA 中", []), ("（SLA）", [])],
    )
    def test_it_stands_at_each_border(self, written, after):
        assert gaps(written) == after


class TestPunctuation:
    def test_it_never_starts_or_ends_a_line_wrongly(self, make):
        # Ten widths, so that marks meet the line's end in many ways.
        seen = 0
        for width in range(60, 160, 10):
            data = make(f"<p>{LONG}</p>", f"p {{ width: {width}mm }}").data
            for line in lines(data):
                seen += 1
                assert line[0] not in CLOSING, line
                assert line[-1] not in OPENING, line
        assert seen > 80

    def test_it_is_tightened_where_two_marks_meet(self, make):
        data = make("<p>甲”，乙</p>").data
        plain = make("<p>甲”，乙</p>", "html:lang(zh) { font-feature-settings: normal }").data
        assert line_edges(plain)[0][1] - line_edges(data)[0][1] == pytest.approx(10.5 / 2, abs=0.3)

    def test_it_is_tightened_across_inline_elements(self, make):
        same_face = "strong { font-family: var(--body-font) }"
        inside = line_edges(make("<p>（甲），乙</p>", same_face).data)[0]
        across = line_edges(make("<p><strong>（甲）</strong>，乙</p>", same_face).data)[0]
        assert across[1] == pytest.approx(inside[1], abs=0.3)

    def test_it_knows_which_marks_share_a_blank(self):
        assert is_tight("）", "，")
        assert is_tight("。", "“")
        assert is_tight("（", "《")
        assert not is_tight("，", "甲")
        assert not is_tight("甲", "（")


def test_installing_refuses_another_engine_version(monkeypatch):
    monkeypatch.setattr(typography.weasyprint, "__version__", "71.0")
    with pytest.raises(RuntimeError, match=r"70\.0"):
        typography.install()


def test_only_fonts_of_the_shelf_are_used(make):
    assert set(fonts(make(f"<p>{STEM}<strong>重点</strong>𬍛☐</p>").data)) == {
        "Packs-Serif-SC",
        "Packs-Sans-SC",
        "Noto-Serif-SC",
        "Source-Sans-Pro",
    }
