"""Ways in which a confidential text gets into a finished file: one small function for each corner."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from pikepdf import Stream as PdfStream

PDF_CORNERS: dict[str, Callable[[bytes, str], bytes]] = {}
DOCX_CORNERS: dict[str, Callable[[bytes, str], bytes]] = {}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def in_pdf(function: Callable[[pikepdf.Pdf, str], None]) -> Callable[[pikepdf.Pdf, str], None]:
    """Registers a corner of a PDF that is reached through its objects."""

    def planted(data: bytes, text: str) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            function(pdf, text)
            target = io.BytesIO()
            pdf.save(target)
        return target.getvalue()

    PDF_CORNERS[function.__name__] = planted
    return function


def in_parts(function: Callable[[dict[str, bytes], str], None]) -> Callable[[dict[str, bytes], str], None]:
    """Registers a corner of a Word file that is reached through its parts."""

    def planted(data: bytes, text: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        before = dict(parts)
        function(parts, text)
        assert parts != before
        return zipped(parts)

    DOCX_CORNERS[function.__name__] = planted
    return function


def zipped(parts: dict[str, bytes], comment: bytes = b"") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.comment = comment
    return target.getvalue()


# --- PDF: text on a page -------------------------------------------------------------------------------------


def _font(pdf: pikepdf.Pdf) -> Any:
    """A font of another program's: Chinese, not embedded, in a character set that every reader knows."""
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0,
        BaseFont=Name("/STSong-Light"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=2),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/STSong-Light"),
            Encoding=Name("/UniGB-UCS2-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
        )
    )


def _drawn(pdf: pikepdf.Pdf, text: str, how: str) -> None:
    page = pdf.pages[0]
    page.Resources.Font["/Planted"] = _font(pdf)
    shown = text.encode("utf-16-be").hex()
    page.contents_add(f"q BT /Planted 12 Tf {how} <{shown}> Tj ET Q".encode())


@in_pdf
def visible_text(pdf, text):
    _drawn(pdf, text, "1 0 0 1 100 100 Tm")


@in_pdf
def invisible_text(pdf, text):
    _drawn(pdf, text, "3 Tr 1 0 0 1 100 100 Tm")


@in_pdf
def white_text(pdf, text):
    _drawn(pdf, text, "1 1 1 rg 1 0 0 1 100 100 Tm")


@in_pdf
def text_off_the_page(pdf, text):
    _drawn(pdf, text, "1 0 0 1 5000 5000 Tm")


@in_pdf
def text_of_no_size(pdf, text):
    _drawn(pdf, text, "0 0 0 0 100 100 Tm")


@in_pdf
def text_letter_by_letter(pdf, text):
    page = pdf.pages[0]
    page.Resources.Font["/Planted"] = _font(pdf)
    shown = " -500 ".join(f"<{letter.encode('utf-16-be').hex()}>" for letter in text)
    page.contents_add(f"q BT /Planted 12 Tf 1 0 0 1 100 100 Tm [{shown}] TJ ET Q".encode())


# --- PDF: everywhere else ------------------------------------------------------------------------------------


@in_pdf
def info(pdf, text):
    pdf.docinfo["/Comments"] = text


@in_pdf
def key_of_the_info(pdf, text):
    pdf.docinfo[Name("/" + text)] = "1"


@in_pdf
def xmp(pdf, text):
    with pdf.open_metadata() as meta:
        meta["dc:rights"] = text


@in_pdf
def bookmark(pdf, text):
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(text, 0))


@in_pdf
def name_of_a_destination(pdf, text):
    pdf.Root.Dests = Dictionary({"/" + text: Array([pdf.pages[0].obj, Name.Fit])})


@in_pdf
def alternative_text(pdf, text):
    pdf.Root.StructTreeRoot.K[0].Alt = String(text)


@in_pdf
def actual_text(pdf, text):
    pdf.Root.StructTreeRoot.K[0].ActualText = String(text)


@in_pdf
def expansion(pdf, text):
    pdf.Root.StructTreeRoot.K[0].E = String(text)


@in_pdf
def comment(pdf, text):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(text))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


@in_pdf
def appearance_of_a_comment(pdf, text):
    look = PdfStream(pdf, b"BT /Planted 9 Tf <" + text.encode("utf-16-be").hex().encode() + b"> Tj ET")
    look.Resources = Dictionary(Font=Dictionary(Planted=_font(pdf)))
    note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=[0, 0, 9, 9], AP=Dictionary(N=look))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


@in_pdf
def value_of_a_field(pdf, text):
    entry = Dictionary(FT=Name.Tx, T=String("a"), V=String(text))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(entry)]))


@in_pdf
def attachment(pdf, text):
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, text.encode())


@in_pdf
def packed_attachment(pdf, text):
    pdf.attachments["notes.zip"] = pikepdf.AttachedFileSpec(
        pdf, zipped({"a/b.txt": text.encode("utf-16-le")})
    )


@in_pdf
def private_data(pdf, text):
    pdf.Root.PieceInfo = Dictionary(Word=Dictionary(Private=String(text)))


def _earlier_revision(data: bytes, text: str) -> bytes:
    """What was said, then taken back: the later part of the file wins, the earlier one is still there."""
    planted = PDF_CORNERS["info"](data, text)
    with pikepdf.open(io.BytesIO(planted)) as pdf:
        number, trailer = pdf.docinfo.objgen[0], int(pdf.trailer.Size)
        root = pdf.Root.objgen[0]
    start = planted.rindex(b"startxref")
    before = int(re.search(rb"startxref\s+(\d+)", planted[start:])[1])
    place = len(planted)
    update = f"{number} 0 obj\n<< /Title (x) >>\nendobj\n".encode()
    table = f"xref\n{number} 1\n{place:010d} 00000 n \n".encode()
    end = f"trailer\n<< /Size {trailer} /Root {root} 0 R /Info {number} 0 R /Prev {before} >>\n"
    return planted + update + table + end.encode() + f"startxref\n{place + len(update)}\n%%EOF\n".encode()


PDF_CORNERS["earlier_revision"] = _earlier_revision
PDF_CORNERS["after_the_end"] = lambda data, text: data + b"\n% " + b"(" + text.encode() + b")\n"


def _left_over_object(data: bytes, text: str) -> bytes:
    shown = b"\xfe\xff" + text.encode("utf-16-be")
    return data.replace(
        b"\nstartxref", b"\n9999 0 obj\n<" + shown.hex().encode() + b">\nendobj\nstartxref", 1
    )


PDF_CORNERS["left_over_object"] = _left_over_object

# --- Word ----------------------------------------------------------------------------------------------------


def _body(parts, xml):
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:body>", xml.encode() + b"</w:body>")


@in_parts
def visible_paragraph(parts, text):
    _body(parts, f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


@in_parts
def hidden_run(parts, text):
    _body(parts, f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{text}</w:t></w:r></w:p>")


@in_parts
def white_run_of_no_size(parts, text):
    look = '<w:rPr><w:color w:val="FFFFFF"/><w:sz w:val="1"/></w:rPr>'
    _body(parts, f"<w:p><w:r>{look}<w:t>{text}</w:t></w:r></w:p>")


@in_parts
def run_by_run(parts, text):
    runs = "".join(f"<w:r><w:t>{letter}</w:t></w:r><w:proofErr/>" for letter in text)
    _body(parts, f"<w:p>{runs}</w:p>")


@in_parts
def deleted_text(parts, text):
    _body(parts, f'<w:p><w:del w:id="1"><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>')


@in_parts
def inserted_text(parts, text):
    _body(parts, f'<w:p><w:ins w:id="1"><w:r><w:t>{text}</w:t></w:r></w:ins></w:p>')


@in_parts
def instruction_of_a_field(parts, text):
    _body(parts, f'<w:p><w:fldSimple w:instr=" COMMENTS {text} "/></w:p>')


@in_parts
def name_of_a_bookmark(parts, text):
    _body(parts, f'<w:p><w:bookmarkStart w:id="99" w:name="{text}"/><w:bookmarkEnd w:id="99"/></w:p>')


@in_parts
def description_of_a_picture(parts, text):
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    _body(parts, f'<wp:docPr xmlns:wp="{space}" id="9" name="x" descr="{text}"/>')


@in_parts
def xml_comment(parts, text):
    _body(parts, f"<!-- {text} -->")


@in_parts
def core_property(parts, text):
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = core.replace(
        b"</cp:coreProperties>", f"<cp:category>{text}</cp:category></cp:coreProperties>".encode()
    )


@in_parts
def custom_property(parts, text):
    parts["docProps/custom.xml"] = f'<Properties><property name="{text}"/></Properties>'.encode()


@in_parts
def comments(parts, text):
    parts["word/comments.xml"] = f"<w:comments {W}><w:t>{text}</w:t></w:comments>".encode()


@in_parts
def custom_xml(parts, text):
    parts["customXml/item9.xml"] = f"<a><b>{text}</b></a>".encode("utf-16")


@in_parts
def document_variable(parts, text):
    settings = parts["word/settings.xml"]
    parts["word/settings.xml"] = settings.replace(
        b"</w:settings>", f'<w:docVars><w:docVar w:val="{text}"/></w:docVars></w:settings>'.encode()
    )


@in_parts
def name_of_a_style(parts, text):
    styles = parts["word/styles.xml"]
    parts["word/styles.xml"] = styles.replace(
        b"</w:styles>", f'<w:style><w:name w:val="{text}"/></w:style></w:styles>'.encode()
    )


@in_parts
def embedded_package(parts, text):
    parts["word/embeddings/a.xlsx"] = zipped({"xl/sharedStrings.xml": f"<sst><t>{text}</t></sst>".encode()})


@in_parts
def old_binary_object(parts, text):
    parts["word/embeddings/oleObject1.bin"] = b"\xd0\xcf\x11\xe0" + bytes(60) + text.encode("utf-16-le")


@in_parts
def name_of_a_part(parts, text):
    parts[f"word/{text}.xml"] = b"<a/>"


def _again(data: bytes, comment: bytes = b"") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()}, comment)


def _comment_of_the_archive(data: bytes, text: str) -> bytes:
    return _again(data, text.encode())


def _part_that_is_not_listed(data: bytes, text: str) -> bytes:
    return zipped({"a.xml": f"<a>{text}</a>".encode()})[:-22] + _again(data)


DOCX_CORNERS["comment_of_the_archive"] = _comment_of_the_archive
DOCX_CORNERS["part_that_is_not_listed"] = _part_that_is_not_listed
