"""What somebody may have done to a PDF file is seen: glyphs, fonts, scripts, attachments, damage."""

from __future__ import annotations

import re

import pikepdf
import pytest

BODY = '<h1 id="a">第一部分</h1><p>考官读题，考生作答。</p><p><a href="#a">回到开头</a></p>'


@pytest.fixture(scope="module")
def page(printed):
    made = printed(BODY)
    assert made.faults(thorough=True) == []
    return made


def codes(faults):
    return [(fault.code, fault.page) for fault in faults]


def content_of(pdf):
    return pdf.pages[0].Contents.read_bytes()


class TestGlyphs:
    def test_an_empty_box_is_seen_with_the_text_around_it(self, page):
        def lose(pdf):
            # The second letter of 考官读题 becomes glyph 0 of its font.
            before = content_of(pdf)
            strings = re.findall(rb"\[<[0-9a-f]{4}[^]]*\] TJ", before)
            longest = max(strings, key=len)
            codes = re.findall(rb"[0-9a-f]{4}(?=[0-9a-f]{4}|>)", longest)
            pdf.pages[0].Contents.write(before.replace(longest, longest.replace(codes[1], b"0000", 1)))

        faults = page.faults(page.changed(lose))
        assert ("PAGE-GLYPH", 1) in codes(faults)
        assert "考□读题" in str(next(f for f in faults if f.code == "PAGE-GLYPH").sentence)

    def test_an_empty_box_in_a_form_is_seen(self, page):
        def lose(pdf):
            font = next(iter(pdf.pages[0].Resources.Font.keys()))
            form = pdf.make_stream(f"BT {font} 12 Tf <0000> Tj ET".encode())
            form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 99, 99]
            form.Resources = pikepdf.Dictionary(Font=pdf.pages[0].Resources.Font)
            pdf.pages[0].Resources.XObject = pikepdf.Dictionary(F=form)

        assert ("PAGE-GLYPH", 1) in codes(page.faults(page.changed(lose)))

    def test_a_font_that_is_taken_out_is_seen(self, page):
        def lose(pdf):
            for item in pdf.objects:
                if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                    del item["/FontFile3"]

        assert {fault.code for fault in page.faults(page.changed(lose))} == {"PDF-FONT"}

    def test_one_of_the_fourteen_standard_fonts_is_seen(self, page):
        def stamp(pdf):
            pdf.pages[0].Resources.Font.Stamp = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )

        faults = page.faults(page.changed(stamp))
        assert codes(faults) == [("PDF-FONT", 1)]
        assert "Helvetica" in str(faults[0].sentence)


SCRIPT = {"/S": pikepdf.Name.JavaScript, "/JS": "app.alert(1)"}


class TestActions:
    def on_opening(self, pdf):
        pdf.Root.OpenAction = pikepdf.Dictionary(SCRIPT)

    def by_name(self, pdf):
        scripts = pikepdf.NameTree.new(pdf)
        scripts["x"] = pdf.make_indirect(pikepdf.Dictionary(SCRIPT))
        names = pdf.Root.get("/Names", pikepdf.Dictionary())
        names["/JavaScript"] = scripts.obj
        pdf.Root.Names = names

    def when_a_page_opens(self, pdf):
        pdf.pages[0].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(SCRIPT))

    def after_a_harmless_one(self, pdf):
        harmless = pikepdf.Dictionary(S=pikepdf.Name.GoTo, Next=pikepdf.Dictionary(SCRIPT))
        pdf.Root.OpenAction = harmless

    def as_a_link(self, pdf):
        note = pdf.pages[0].Annots[0]
        note.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/")

    def as_a_bookmark(self, pdf):
        pdf.Root.Outlines.First.A = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="a.exe")

    @pytest.mark.parametrize(
        "place",
        ["on_opening", "by_name", "when_a_page_opens", "after_a_harmless_one", "as_a_link", "as_a_bookmark"],
    )
    def test_a_script_program_or_address_is_seen(self, page, place):
        faults = page.faults(page.changed(getattr(self, place)))
        assert [fault.code for fault in faults] == ["PDF-ACTION"]

    def test_bookmarks_in_a_ring_come_to_an_end(self, page):
        def ring(pdf):
            first = pdf.Root.Outlines.First
            first.Next = first

        assert page.faults(page.changed(ring)) == []


class TestTheFile:
    def test_an_attachment_is_seen(self, page):
        def attach(pdf):
            pdf.attachments["guide.txt"] = b"key points"

        assert [fault.code for fault in page.faults(page.changed(attach))] == ["PDF-ATTACHMENT"]

    def test_encryption_is_seen(self, page):
        locked = page.changed(lambda pdf: None, encryption=pikepdf.Encryption(owner="x", user=""))
        assert "PDF-ENCRYPTED" in [fault.code for fault in page.faults(locked)]

    def test_damage_that_readers_mend_is_seen(self, page):
        spoilt = re.sub(rb"startxref\n\d+", b"startxref\n17", page.data)
        assert "PDF-DAMAGED" in [fault.code for fault in page.faults(spoilt)]

    def test_damage_inside_a_stream_is_seen_by_the_thorough_look(self, page):
        def spoil(pdf):
            pdf.pages[0].obj.Extra = pdf.make_stream(b"")
            pdf.pages[0].obj.Extra.write(b"\x00\x01broken", filter=pikepdf.Name.FlateDecode)

        spoilt = page.changed(spoil)
        assert page.faults(spoilt) == []
        assert [fault.code for fault in page.faults(spoilt, thorough=True)] == ["PDF-DAMAGED"]
