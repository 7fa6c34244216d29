"""Words that are missing, added or out of order are seen, in each format and between them."""

from __future__ import annotations

import io
import re
import zipfile

import pikepdf
import pytest
from planting import DOCX_CORNERS, zipped
from verified import verified

PACK = "interviewer-pack"


def with_part(docx, name, old, new):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert parts[name].count(old.encode()) >= 1
    parts[name] = parts[name].replace(old.encode(), new.encode(), 1)
    return zipped(parts)


def with_content(pdf, page, change):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        stream = opened.pages[page].Contents
        before = stream.read_bytes()
        after = change(before)
        assert after != before
        stream.write(after)
        target = io.BytesIO()
        opened.save(target)
    return target.getvalue()


def word_faults(made, **files):
    return [f for f in made.faults(**files) if f.code in ("VERIFY-WORDS", "VERIFY-PARITY")]


class TestWordFiles:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("密：说出责任人", "密：说出任责人"),
            ("密：说出责任人", ""),
            ("密：说出责任人", "密：说出责任人员"),
        ],
    )
    def test_a_changed_word_is_seen_and_quoted(self, old, new):
        made = verified(PACK)
        (fault,) = word_faults(made, docx=with_part(made.files["docx"], "word/document.xml", old, new))
        assert fault.code == "VERIFY-WORDS"
        assert fault.file.name == "file.docx"
        assert "说出" in fault.sentence.in_language("en")

    def test_words_that_were_added_at_the_end_are_seen(self):
        made = verified(PACK)
        planted = DOCX_CORNERS["visible_paragraph"](made.files["docx"], "补充")
        (fault,) = word_faults(made, docx=planted)
        assert "“补充”" in fault.sentence.in_language("en")

    def test_text_that_was_deleted_with_changes_tracked_is_not_said_any_more(self):
        made = verified(PACK)
        assert word_faults(made, docx=DOCX_CORNERS["deleted_text"](made.files["docx"], "补充")) == []

    def test_a_list_that_counts_from_elsewhere_is_seen(self):
        made = verified("question-cards")
        changed = with_part(
            made.files["docx"],
            "word/numbering.xml",
            '<w:startOverride w:val="1"/>',
            '<w:startOverride w:val="4"/>',
        )
        assert [f.code for f in word_faults(made, docx=changed)] == ["VERIFY-WORDS"]


class TestPdf:
    def test_a_line_that_is_not_drawn_is_seen_with_its_page(self):
        made = verified(PACK)
        blank = with_content(
            made.files["pdf"],
            1,
            lambda content: re.sub(rb"(MCID.*?)<[0-9A-Fa-f]+>", rb"\1<>", content, count=1, flags=re.S),
        )
        (fault,) = word_faults(made, pdf=blank)
        assert (fault.code, fault.page) == ("VERIFY-WORDS", 2)

    def test_pages_in_another_order_are_another_order(self):
        made = verified(PACK)
        with pikepdf.open(io.BytesIO(made.files["pdf"])) as opened:
            kids = opened.Root.StructTreeRoot.K[0].K
            kids[0], kids[len(kids) - 1] = kids[len(kids) - 1], kids[0]
            target = io.BytesIO()
            opened.save(target)
        faults = word_faults(made, pdf=target.getvalue())
        assert [f.code for f in faults] == ["VERIFY-WORDS"]
        assert faults[0].page


class TestTogether:
    def test_pdf_and_word_that_differ_are_said_to(self):
        made = verified(PACK)
        changed = with_part(made.files["docx"], "word/document.xml", "密：说出责任人", "密：说出责任人员")
        faults = word_faults(made, pdf=made.files["pdf"], docx=changed)
        assert [f.code for f in faults] == ["VERIFY-WORDS", "VERIFY-PARITY"]

    def test_the_page_of_an_entry_of_the_contents_is_that_of_the_pdf(self):
        made = verified(PACK)
        changed = with_part(made.files["docx"], "word/document.xml", ">3</w:t>", ">33</w:t>")
        assert word_faults(made, docx=changed) == []
        assert {f.code for f in word_faults(made, pdf=made.files["pdf"], docx=changed)} == {
            "VERIFY-WORDS",
            "VERIFY-PARITY",
        }


class TestDamage:
    @pytest.mark.parametrize("form", ["pdf", "docx"])
    @pytest.mark.parametrize("keep", [0, 40, 3000])
    def test_half_a_file_is_unreadable(self, form, keep):
        made = verified(PACK)
        assert "VERIFY-UNREADABLE" in made.codes(**{form: made.files[form][:keep]})

    def test_a_word_file_without_a_document_is_unreadable(self):
        assert "VERIFY-UNREADABLE" in verified(PACK).codes(docx=zipped({"a.txt": b"x"}))
