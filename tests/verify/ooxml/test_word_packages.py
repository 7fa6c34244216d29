"""What somebody may have done to a Word file's package is seen."""

from __future__ import annotations

import pytest

RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RUN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def added(word, relationship):
    return word.replaced("</Relationships>", f"<Relationship {relationship}/></Relationships>", RELS)


class TestParts:
    def test_a_part_that_is_missing_is_seen(self, word):
        faults = word.faults(word.with_parts({}, without="word/numbering.xml"))
        assert "OOXML-PART" in [fault.code for fault in faults]
        assert any("word/numbering.xml" in str(fault.sentence) for fault in faults)

    def test_a_part_without_a_content_type_is_seen(self, word):
        assert word.codes(word.with_parts({"word/notes.txt": b"x"})) == ["OOXML-PART"]

    def test_a_relationship_that_is_used_but_missing_is_seen(self, word):
        linked = word.replaced("<w:hyperlink ", f'<w:hyperlink xmlns:r="{OFFICE}" r:id="rId99" ')
        assert "OOXML-PART" in word.codes(linked)

    def test_a_part_that_stands_twice_is_seen(self, word):
        doubled = word.with_parts({"word/Document.xml": b"<x/>"})
        assert "OOXML-PART" in word.codes(doubled)

    def test_a_file_that_no_schema_allows_is_seen_by_the_thorough_look(self, word):
        spoilt = word.replaced("<w:body>", "<w:body><w:jc/>")
        assert "OOXML-SCHEMA" not in word.codes(spoilt)
        assert "OOXML-SCHEMA" in word.codes(spoilt, thorough=True)


class TestActive:
    def test_a_macro_is_seen(self, word):
        macro = word.with_parts({"word/vbaProject.bin": b"x"})
        assert "OOXML-ACTIVE" in word.codes(macro)

    def test_a_macro_enabled_type_is_seen(self, word):
        typed = word.replaced(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            TYPES,
        )
        assert word.codes(typed) == ["OOXML-ACTIVE"]

    @pytest.mark.parametrize("kind", ["hyperlink", "attachedTemplate", "image"])
    def test_what_lies_outside_is_seen(self, word, kind):
        linked = added(
            word, f'Id="rId99" Type="{OFFICE}/{kind}" Target="https://example.org/x" TargetMode="External"'
        )
        assert word.codes(linked) == ["OOXML-ACTIVE"]

    @pytest.mark.parametrize(
        "runs",
        [
            "<w:instrText>DDEAUTO c cmd x</w:instrText>",
            "<w:instrText>DD</w:instrText><w:instrText>E c x</w:instrText>",
        ],
    )
    def test_a_field_that_runs_a_program_is_seen(self, word, runs):
        spoilt = word.replaced("</w:p>", RUN.format(f"<w:r>{runs}</w:r>"))
        assert word.codes(spoilt) == ["OOXML-ACTIVE"]

    def test_a_field_behind_a_harmless_one_is_seen(self, word):
        runs = "<w:r><w:instrText> PAGE </w:instrText></w:r>" + RUN.removesuffix("</w:p>").format(
            "<w:r><w:instrText> INCLUDETEXT c:/x </w:instrText></w:r>"
        )
        assert word.codes(word.replaced("</w:p>", RUN.format(runs))) == ["OOXML-ACTIVE"]

    def test_an_embedded_object_is_seen(self, word):
        assert "OOXML-ACTIVE" in word.codes(word.replaced("<w:r>", "<w:r><w:object/></w:r><w:r>"))


class TestIds:
    def test_two_bookmarks_of_one_id_are_seen(self, word):
        mark = '<w:bookmarkStart w:id="7" w:name="{}"/><w:bookmarkEnd w:id="7"/>'
        doubled = word.replaced("</w:p>", f"{mark.format('x')}{mark.format('y')}</w:p>")
        assert word.codes(doubled) == ["WORD-ID"]

    def test_a_bookmark_without_an_end_is_seen(self, word):
        assert word.codes(word.replaced("</w:p>", '<w:bookmarkStart w:id="7" w:name="x"/></w:p>')) == [
            "WORD-ID"
        ]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Gone"/>'),
            ('<w:rStyle w:val="Strong"/>', '<w:rStyle w:val="Gone"/>'),
            ("<w:numId w:val=", '<w:numId w:val="99"/><w:ins w:val='),
            ('w:anchor="', 'w:anchor="Gone'),
        ],
    )
    def test_what_is_referred_to_and_not_there_is_seen(self, word, old, new):
        assert "WORD-REFERENCE" in word.codes(word.replaced(old, new))
