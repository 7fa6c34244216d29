"""Files that are no Word files, locked, damaged or made to harm: a sentence that names the file, and the way out."""

from __future__ import annotations

import struct

import pytest
from word_files import SPACES, Lists, paragraph, run, saved, word_file, zipped

from builder.errors import RequestError
from builder.importers.reading.docx.opening import MAX_MARKS, MAX_MEMBERS, MAX_PART
from builder.importers.reading.docx.word_file import read_docx
from builder.importers.reading.reading import read_manuscript
from builder.unzipping import DamagedArchiveError, SwollenArchiveError, member, opened

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ONE = paragraph(run("一道题"))


def package(document: str | bytes, **members: str) -> bytes:
    return zipped({"word/document.xml": document, **members})


def body(inside: str) -> str:
    return f"<w:document {SPACES}><w:body>{inside}</w:body></w:document>"


def locked(data: bytes) -> bytes:
    """The zip with every member said to be encrypted."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := changed.find(signature, at + 1)) >= 0:
            changed[at + offset] |= 1
    return bytes(changed)


def flipped(data: bytes) -> bytes:
    """The zip with a byte of its text changed."""
    at = data.find(b"word/document.xml") + 40
    return data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]


REFUSED = {
    "text": ("问题".encode(), "is no Word file"),
    "empty": (b"", "is no Word file"),
    "old binary": (COMPOUND, "is in Word's old binary format (.doc)"),
    "password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "is protected with a password"),
    "another zip": (zipped({"notes.txt": "x"}), "word/document.xml is missing"),
    "locked members": (locked(package(body(ONE))), "word/document.xml cannot be read"),
    "cut off": (package(body(ONE))[:-30], "is damaged"),
    "changed": (flipped(package(body(ONE * 50))), "word/document.xml cannot be read"),
    "malformed": (package(body("<w:p><w:r></w:p>")), "word/document.xml cannot be read"),
    "entities": (package('<!DOCTYPE x [<!ENTITY a "aa">]>' + body(paragraph("&a;"))), "declares XML entities in word/document.xml"),
    "entities in UTF-16": (
        package(('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + body("")).encode("utf-16")),
        "declares XML entities",
    ),
    "entities in UTF-7": (
        package(b'<?xml version="1.0" encoding="UTF-7"?>' + ('<!DOCTYPE x [<!ENTITY a "b">]>' + body("")).encode("utf-7")),
        "declares XML entities",
    ),
    "too deep": (package(body("<w:sdt><w:sdtContent>" * 400)), "word/document.xml cannot be read"),
    "a bomb": (package(b"<a>" + b" " * (MAX_PART + 1)), "is too large: word/document.xml"),
    "millions of tags": (package(body("<w:p/>" * (MAX_MARKS + 1))), "is too large: word/document.xml"),
    "many paragraphs": (package(body("<w:p/>" * 60_000)), "is too large: word/document.xml"),
    "wide rows": (package(body("<w:tbl><w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc>' * 9_000 + "</w:tr></w:tbl>")), "is too large"),
    "many members": (zipped({str(n): "" for n in range(MAX_MEMBERS + 1)}), "unpacks to more than"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_it_is_refused_with_its_name_and_the_way_out(kind):
    data, sentence = REFUSED[kind]
    with pytest.raises(RequestError) as refused:
        read_docx("bank.docx", data)
    said = refused.value.sentence.in_language("en")
    assert "bank.docx" in said
    assert sentence in said
    assert refused.value.hint


def test_a_member_that_lies_about_its_size_is_not_unpacked_beyond_the_limit():
    data = bytearray(zipped({"a": b"x" * 50_000}))
    struct.pack_into("<I", data, data.find(b"PK\x01\x02") + 24, 10)
    archive = opened(bytes(data), members=5, unpacked=100)
    with pytest.raises((SwollenArchiveError, DamagedArchiveError)):
        member(archive, "a", limit=1000)


@pytest.mark.parametrize("name", ["bank.docm", "bank.dotx", "bank.DOCX", "misnamed.doc"])
def test_documents_with_macros_templates_and_misnamed_ones_are_read(name, tmp_path):
    data = word_file(ONE)
    assert read_manuscript(saved(tmp_path, data, name)).blocks[0].text == "一道题"


def test_macros_are_told_and_ignored():
    with_macros = package(body(ONE), **{"word/vbaProject.bin": "x"})
    notes = [note.in_language("en") for note in read_docx("x.docm", with_macros).notes]
    assert notes == ["the file has macros: they are ignored, only its text is read"]


def test_an_old_binary_file_says_how_to_save_it(tmp_path):
    with pytest.raises(RequestError) as refused:
        read_manuscript(saved(tmp_path, COMPOUND, "旧题库.doc"))
    assert refused.value.sentence.in_language("zh") == "旧题库.doc 是旧版 Word 格式（.doc）"
    assert refused.value.hint.in_language("zh") == "请用 Word 打开，另存为 .docx"


def test_nothing_outside_the_file_is_looked_for():
    relation = '<Relationship Id="r" Type="x/header" Target="file:///etc/passwd" TargetMode="External"/>'
    climbing = '<Relationship Id="s" Type="x/footer" Target="../../../etc/passwd"/>'
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}{climbing}</Relationships>'
    manuscript = read_docx("x.docx", package(body(ONE), **{"word/_rels/document.xml.rels": relations}))
    assert (manuscript.blocks[0].text, manuscript.left_out) == ("一道题", ())


def test_styles_based_on_each_other_and_on_thousands_of_others_come_to_an_end():
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("x", "y"), ("y", "x"))
    )
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(5000)
    )
    data = word_file(paragraph(run("甲"), "x") + paragraph(run("乙"), "s0"), styles=circle + chain)
    assert [block.text for block in read_docx("x.docx", data).blocks] == ["甲", "乙"]


def test_a_number_with_endless_text_is_cut():
    lists = Lists()
    here = lists.new("decimal", "%1" + "x" * 100_000)
    block = read_docx(
        "x.docx", word_file(paragraph(run("题"), number=(here, 0)), numbering=lists.xml)
    ).blocks[0]
    assert len(block.marker) < 100
