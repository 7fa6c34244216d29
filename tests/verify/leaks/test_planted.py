"""A confidential text planted in every corner of a finished candidate's file is found there."""

from __future__ import annotations

import re

import pytest
from planting import DOCX_CORNERS, PDF_CORNERS
from small_bank import BANK
from verified import verified

HANDOUT, CARDS = "candidate-handout", "question-cards"
DESCRIPTOR = "密责任人和时间都有"
"""A level's descriptor without its punctuation."""


def leaks(document, **files):
    return [fault for fault in verified(document).faults(**files) if fault.code == "VERIFY-LEAK"]


@pytest.mark.parametrize("document", [HANDOUT, CARDS, "interviewer-pack"])
def test_a_file_as_it_was_built_is_right(document):
    made = verified(document)
    assert set(made.files) == {"pdf", "docx", "html"}
    assert made.faults() == []


def test_many_corners_are_tried():
    assert len(PDF_CORNERS) > 20
    assert len(DOCX_CORNERS) > 20


@pytest.mark.parametrize("corner", PDF_CORNERS)
def test_in_a_pdf(corner):
    planted = PDF_CORNERS[corner](verified(HANDOUT).files["pdf"], DESCRIPTOR)
    assert "descriptor" in str([fault.sentence for fault in leaks(HANDOUT, pdf=planted)])


@pytest.mark.parametrize("corner", DOCX_CORNERS)
def test_in_a_word_file(corner):
    planted = DOCX_CORNERS[corner](verified(CARDS).files["docx"], DESCRIPTOR)
    assert "descriptor" in str([fault.sentence for fault in leaks(CARDS, docx=planted)])


@pytest.mark.parametrize(
    "xml", [f"<p>{DESCRIPTOR}</p>", f"<!-- {DESCRIPTOR} -->", f'<p title="{DESCRIPTOR}" hidden></p>']
)
def test_in_a_page(xml):
    page = verified(CARDS).files["html"].replace(b"</body>", xml.encode() + b"</body>")
    assert leaks(CARDS, html=page)


class TestDisguises:
    @pytest.mark.parametrize(
        "text",
        [
            "密:责任人\u200b和\u00ad时间都有",
            "责 任 人 和 时 间",
            "责任人\n和\u3000时间",
            "**责任人**和`时间`",
            "责任人，和——时间！",
        ],
    )
    def test_marks_spaces_and_invisible_characters_hide_nothing(self, text):
        plant = DOCX_CORNERS["visible_paragraph"]
        assert leaks(CARDS, docx=plant(verified(CARDS).files["docx"], text))

    def test_full_width_letters_are_letters(self):
        text = "ＫＥＥＰ ａ Record of every Callback you promised"
        bank = re.sub("密：写得出责任人和时间", "Keep a record of every callback you promised.", BANK)
        made = verified(CARDS, bank)
        assert made.faults() == []
        planted = DOCX_CORNERS["hidden_run"](made.files["docx"], text)
        assert "VERIFY-LEAK" in made.codes(docx=planted)


class TestWhatCounts:
    def found(self, text, document=CARDS):
        plant = DOCX_CORNERS["visible_paragraph"]
        return leaks(document, docx=plant(verified(document).files["docx"], text))

    def test_a_short_key_point_does(self):
        assert self.found("他说密：说出责任人了")

    def test_a_few_characters_of_a_field_do_not(self):
        assert not self.found("说明时间和责任")

    def test_a_live_question_is_no_secret_on_the_cards_but_one_in_the_handout(self):
        stem = "请讲一次你交接没有办完的工作的经过"
        assert not self.found(stem)
        assert self.found(stem, HANDOUT)

    def test_a_draft_is_one_everywhere(self):
        assert self.found("密：还没有定稿的题。")

    def test_an_id_or_a_tag_is_one_where_a_string_is_exactly_that(self):
        plant = DOCX_CORNERS["name_of_a_bookmark"]
        for name in ("q-handover", "重点"):
            assert leaks(CARDS, docx=plant(verified(CARDS).files["docx"], name)), name
        assert not self.found("复习的重点是流程")


class TestWhatIsSaid:
    def test_where_it_is_and_never_the_whole_of_it(self):
        secret = "密亲历者记得时间"
        (fault,) = leaks(CARDS, pdf=PDF_CORNERS["visible_text"](verified(CARDS).files["pdf"], secret))
        said = fault.sentence.in_language("zh")
        assert fault.page == 1
        assert "past q-handover guide.analysis" in said
        assert secret not in said
        assert len(re.search("内容“(.*?)”", said)[1]) <= 20

    def test_not_hundreds_of_times(self):
        guide = verified("interviewer-pack").files
        for form in ("pdf", "docx", "html"):
            found = leaks(CARDS, **{form: guide[form]})
            assert 5 < len(found) <= 11, form
            assert "more fields" in found[-1].sentence.in_language("en")
