"""The quick look at a page agrees with PDFium's slow one, and does without on pages it does not understand."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from builder.verify.opened import OpenedPdf
from builder.verify.paper.sheets import hull

BODY = (
    "<h1>第一部分</h1><p>考官读题，考生作答：<strong>qualify</strong>、“抱歉”。</p>"
    '<table class="grid"><colgroup><col style="width:20%"><col style="width:80%"></colgroup>'
    "<tbody><tr><td class='shade'>自查</td><td>说出两个防错动作</td></tr></tbody></table>"
    "<p class='note-line'></p>"
)


@pytest.fixture(scope="module")
def page(printed):
    return printed(BODY)


def opened(data: bytes) -> OpenedPdf:
    return OpenedPdf(Path("p/d.pdf"), data)


class TestWhatOurEngineWrites:
    def test_is_drawn_where_pdfium_has_it(self, page):
        file = opened(page.data)
        draft, drawn = file.drafts[0].sheet, file.sheet(1)
        assert (len(draft.rules), len(draft.others)) == (len(drawn.rules), len(drawn.others))
        assert len(draft.rules) > 4
        assert draft.others
        for one, other in zip(draft.rules, drawn.rules, strict=True):
            assert one == pytest.approx(other, abs=0.5)
        assert draft.tagged.keys() == drawn.tagged.keys()
        assert len(draft.tagged) > 5
        for number, boxes in draft.tagged.items():
            about, ink = hull(boxes), hull(drawn.tagged[number])
            assert about.left < ink.left + 0.7
            assert about.right > ink.right - 0.7
            assert about.bottom < ink.bottom
            assert about.top > ink.top

    def test_says_the_same_words(self, page):
        text = "".join(shown.text for shown in opened(page.data).drafts[0].shown)
        assert "考官读题，考生作答：qualify、“抱歉”。" in text


class TestWhatOthersWrite:
    @pytest.mark.parametrize(
        "added",
        [
            b"q 0.7 0.7 -0.7 0.7 0 0 cm Q",  # slanted
            b"BT /Gone 9 Tf (secret) Tj ET",
            b"BT 3 Tr ET",
            b"/Form Do",
            b"1.2.3 w 1 2 m 3 4 l S",
        ],
    )
    def test_is_left_to_pdfium(self, page, added):
        def add(pdf: pikepdf.Pdf) -> None:
            content = pdf.pages[0].Contents
            content.write(content.read_bytes() + b"\n" + added + b"\n")

        assert opened(page.data).drafts[0] is not None
        file = opened(page.changed(add))
        assert file.drafts == [None]
        assert "考官读题" in "".join(shown.text for shown in file.shown[0])
