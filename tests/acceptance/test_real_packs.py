"""The real packs as a reader has them: one text in both formats, whole spreads, nothing confidential in the wrong hands."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from docx_pack import W, style_of
from pdf_pack import squeezed

PACK = "interviewer-pack"
MARKDOWN = re.compile(r"^\s*(?:[-*]|\d+[.)])\s+|\*\*|(?<!\*)\*(?!\*)|[|]", re.M)


def plain_lines(markdown):
    """The lines of a Markdown text without its marks and without white space; no table rows."""
    lines = [
        squeezed(MARKDOWN.sub("", line))
        for line in markdown.splitlines()
        if not line.lstrip().startswith("|")
    ]
    return [line for line in lines if line]


class TestWords:
    def test_pdf_and_word_say_the_same_words_in_the_same_order(self, built):
        assert len(built.documents) >= 4
        for document in built.documents:
            pdf = built.pdf(document)
            expected = built.html(document).words(pdf.page_of)
            assert len(expected) > 500, document
            assert pdf.words == expected, document
            assert built.docx(document).words == expected, document

    def test_a_single_word_out_of_place_would_be_seen(self, built):
        # The three readings share no code: turning two words of one must make them differ.
        words = built.docx("score-sheet").words
        assert words[1] + words[0] + words[2:] != built.pdf("score-sheet").words

    def test_every_question_is_asked_in_full_in_both_formats(self, built):
        pdf, word = built.pdf(PACK).words, built.docx(PACK).words
        for question in built.questions:
            lines = plain_lines(question["stem"])
            assert lines, question["id"]
            for line in lines:
                assert line in pdf, question["id"]
                assert line in word, question["id"]

    def test_everything_the_interviewer_needs_is_in_the_pack(self, built):
        words = built.pdf(PACK).words
        for question in built.questions:
            guide, rubric = question["guide"], question["rubric"]
            needed = [guide["intent"], *question["probes"], *(p["text"] for p in guide["key_points"])]
            needed += [level["descriptor"] for criterion in rubric for level in criterion["levels"]]
            assert [text for text in needed if squeezed(text.replace("*", "")) not in words] == []

    def test_no_character_is_a_radical_in_disguise(self, built):
        seen = 0
        for document in built.documents:
            text = "".join(built.pdf(document).text_of_pages)
            seen += len(text)
            assert re.findall("[\u2e80-\u2fdf]", text) == [], document
        assert seen > 20_000


class TestPdf:
    def test_it_says_that_it_is_accessible_and_is_tagged(self, built):
        for document in built.documents:
            pdf = built.pdf(document).pdf
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.StructTreeRoot.K
            with pdf.open_metadata() as metadata:
                assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1", document
                assert metadata["dc:title"] == str(pdf.docinfo["/Title"])

    def test_it_has_a_title_and_its_language(self, built):
        for document in built.documents:
            pdf = built.pdf(document).pdf
            assert built.bank["position"]["title"] in str(pdf.docinfo["/Title"]), document
            assert pdf.Root.Lang == built.bank["locale"]
            assert pdf.Root.ViewerPreferences.DisplayDocTitle

    def test_every_font_is_inside(self, built):
        for document in built.documents:
            fonts = built.pdf(document).fonts
            assert len(fonts) >= 2, document
            assert all(fonts.values()), fonts

    def test_each_part_and_each_question_has_a_bookmark_to_its_page(self, built):
        pdf = built.pdf(PACK)
        assert [(b.text, b.page) for b in pdf.bookmarks] == [(h.text, h.page) for h in pdf.headings]
        titles = {b.text for b in pdf.bookmarks if b.level == 1}
        for section in built.bank["sections"]:
            if any(not q.get("practice") for q in section["questions"]):
                assert any(title.endswith(squeezed(section["title"])) for title in titles), section["id"]
        asked = [b for h, b in zip(pdf.headings, pdf.bookmarks, strict=True) if h.level == 2]
        assert len(asked) == len(built.questions)
        for bookmark, question in zip(asked, built.questions, strict=True):
            assert bookmark.text.endswith(squeezed(question["title"]))

    def test_the_contents_lead_where_they_say(self, built):
        pdf, entries = built.pdf(PACK), built.html(PACK).contents()
        assert len(entries) > len(built.questions) + len(built.bank["sections"])
        headings = {(h.text, h.page) for h in pdf.headings}
        for text, name in entries:
            page = pdf.page_of[name]
            assert (text, page) in headings
            assert any(squeezed(f"{text}") in link and target == page for _, link, target in pdf.links), text

    def test_the_manifest_tells_the_pages(self, built):
        manifest = json.loads((built.folder.parent / "manifest.json").read_text("utf-8"))
        told = {
            e["document"]: e["pages"]
            for e in manifest["files"]
            if e["pack"] == built.pack and e["format"] == "pdf"
        }
        assert told == {document: built.pdf(document).pages for document in built.documents}
        assert told[PACK] > 2 * len(built.questions)

    def test_headings_are_those_of_the_document(self, built):
        for document in built.documents:
            tagged = [(h.level, h.text) for h in built.pdf(document).headings]
            assert tagged == built.html(document).headings(), document


class TestPages:
    def test_the_score_sheet_is_one_page(self, built):
        assert built.pdf("score-sheet").pages == 1

    def test_each_question_lies_open_beside_its_guide(self, built):
        headings = built.pdf(PACK).headings
        asked = [i for i, heading in enumerate(headings) if heading.level == 2]
        assert len(asked) == len(built.questions)
        for i in asked:
            guide = next(h for h in headings[i + 1 :] if h.level == 3)
            assert headings[i].page % 2 == 0, headings[i]
            assert guide.page == headings[i].page + 1, guide

    def test_no_row_of_a_table_is_split(self, built):
        pdf = built.pdf(PACK)
        rows = pdf.elements("/TR")
        assert len(rows) > 10 * len(built.questions)
        split = [row for row in rows if len({piece.page for piece in row if piece.text}) > 1]
        assert split == []

    def test_no_heading_stands_alone_at_the_foot_of_a_page(self, built):
        pdf = built.pdf(PACK)
        headings = pdf.elements("/H[1-6]")
        assert len(headings) > 4 * len(built.questions)
        # Room for notes has no text: there, ruled lines must follow.
        parted = [h for h in headings if pdf.follower(h).page != h[-1].page]
        alone = [h[-1].text for h in parted if not pdf.ink_below(h[-1].page, h[-1].text)]
        assert alone == []

    def test_every_page_says_which_it_is(self, built):
        pdf = built.pdf(PACK)
        for number, text in enumerate(pdf.text_of_pages[1:], 2):
            words = squeezed(text)
            if words:  # a left-hand page that was left empty so that a question begins on the next
                assert re.search(rf"(?<!\d){number}\D+{pdf.pages}(?!\d)", words[-120:] + words[:120]), number


class TestWord:
    def test_it_is_valid(self, built):
        from openxml_audit import OpenXmlValidator

        for document in built.documents:
            found = OpenXmlValidator().validate(built.folder / f"{document}.docx")
            assert [str(error) for error in found.errors] == [], document

    def test_headings_have_words_own_heading_styles(self, built):
        for document in built.documents:
            word = built.docx(document)
            assert word.headings == built.html(document).headings(), document
            for level in {level for level, _ in word.headings}:
                assert word.style_names[f"Heading{level}"].lower() == f"heading {level}"

    def test_no_heading_is_left_behind_by_what_it_heads(self, built):
        word = built.docx(PACK)
        styles = {s.get(f"{W}styleId"): s for s in word.tree("styles").iter(f"{W}style")}
        used = {style_of(p) for p in word.body.iter(f"{W}p")} & {f"Heading{n}" for n in range(1, 5)}
        assert len(used) == 4
        for name in used:
            assert styles[name].find(f"{W}pPr/{W}keepNext") is not None

    def test_the_contents_have_the_pdfs_headings_and_page_numbers(self, built):
        pdf = built.pdf(PACK)
        expected = [(text, pdf.page_of[name]) for text, name in built.html(PACK).contents()]
        assert len(expected) > len(built.questions)
        assert built.docx(PACK).contents == expected


@pytest.mark.libreoffice
class TestLibreOffice:
    def test_the_score_sheet_is_one_page_there_too(self, built, by_libreoffice):
        assert by_libreoffice[built.pack, "score-sheet"].pages == 1

    def test_it_opens_every_document_and_shows_every_question(self, built, by_libreoffice):
        for document in built.documents:
            assert by_libreoffice[built.pack, document].pages >= 1
        shown = squeezed("".join(by_libreoffice[built.pack, PACK].text_of_pages)).replace("\x02", "-")
        for question in built.questions:
            assert plain_lines(question["stem"])[0][:12] in shown, question["id"]

    def test_each_question_takes_as_many_pages_as_in_the_pdf(self, built, by_libreoffice):
        pages = [squeezed(text) for text in by_libreoffice[built.pack, PACK].text_of_pages]
        headings = [h for h in built.pdf(PACK).headings if h.level == 2]
        there = [max(n for n, text in enumerate(pages, 1) if h.text in text) for h in headings]
        assert len(there) == len(built.questions)
        assert [b - a for a, b in pairwise(there)] == [b.page - a.page for a, b in pairwise(headings)]

    def test_each_question_begins_on_a_left_hand_page(self, built, by_libreoffice):
        pages = by_libreoffice[built.pack, PACK].text_of_pages
        for question in built.questions:
            start = plain_lines(question["stem"])[0][:12]
            found = [n for n, text in enumerate(pages, 1) if start in squeezed(text)]
            assert found, question["id"]
            assert found[0] % 2 == 0, question["id"]
