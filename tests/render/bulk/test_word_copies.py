"""One Word file a copy: valid, and what it would be if it had been rendered alone."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx_pack import DocxPack
from ooxml_package import Package
from slotted import DAY, filled, slot

from builder.compose.documents import BY_ID
from builder.render.docx import render_docx
from builder.verify.expected import Expected


@pytest.fixture(scope="module")
def files(sheets):
    return list(sheets.docx(DAY))


def pack(data: bytes, folder: Path) -> DocxPack:
    (folder / "copy.docx").write_bytes(data)
    return DocxPack(folder / "copy.docx")


def test_each_file_says_what_it_would_alone(files, sheet, theme, tmp_path):
    assert len(files) == 4
    for data, copy in zip(files, DAY, strict=True):
        words = pack(data, tmp_path).words
        assert words == pack(render_docx(filled(sheet, copy), theme), tmp_path).words
        assert all(value in words for value in copy.values())


def test_each_part_is_the_one_rendered_alone(files, sheet, theme):
    """Byte for byte: only the words differ."""
    alone = render_docx(filled(sheet, DAY[2]), theme)
    with zipfile.ZipFile(io.BytesIO(files[2])) as ours, zipfile.ZipFile(io.BytesIO(alone)) as theirs:
        assert ours.namelist() == theirs.namelist()
        assert ours.testzip() is None
        assert {name: ours.read(name) for name in ours.namelist()} == {
            name: theirs.read(name) for name in theirs.namelist()
        }
        assert {(i.date_time, i.create_system, i.compress_type) for i in ours.infolist()} == {
            (i.date_time, i.create_system, i.compress_type) for i in theirs.infolist()
        }


def test_files_are_valid(files, sheet, theme, shelf):
    expected = Expected(sheet, BY_ID["score-sheet"], theme, shelf)
    package = Package("p/d.docx", files[0], expected)
    assert package.codes(thorough=True) == []


def test_marks_of_xml_are_words_like_others(bulk, page, tmp_path):
    badge = bulk(page(f"<p>{slot('name', '王小明')}</p>"))
    [data] = badge.docx([{"name": "A&B <王>"}])
    assert pack(data, tmp_path).words == "A&B<王>"


def test_running_lines_have_their_values(bulk, page, tmp_path):
    footer = f'<footer class="running"><p><span class="left">第{slot("copy", "00")}份</span></p></footer>'
    [data] = bulk(page(f"{footer}<p>题本</p>")).docx([{"copy": "7"}])
    parts = pack(data, tmp_path).parts
    [name] = [name for name in parts if "footer" in name and name.endswith(".xml")]
    assert ">7<" in parts[name].decode()


def test_the_same_copies_give_the_same_bytes(files, bulk, sheet):
    assert list(bulk(sheet).docx(iter(DAY))) == files
