"""Many copies in one Word file: valid, each copy with its own words, lists, ids and page numbers."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx_pack import DocxPack
from ooxml_package import Package
from slotted import DAY, filled, slot

from builder.compose.documents import BY_ID
from builder.render.docx import render_docx
from builder.verify.expected import Expected

NAMES = [{"name": "王虚构"}, {"name": "A&B <李>"}, {"name": "张示范"}]


def parts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def document_of(data: bytes) -> str:
    return parts_of(data)["word/document.xml"]


def words_of(data: bytes, folder: Path) -> str:
    (folder / "file.docx").write_bytes(data)
    return DocxPack(folder / "file.docx").words


@pytest.fixture(scope="module")
def book(sheets):
    return sheets.book(DAY)


def test_it_says_what_its_copies_say_one_after_the_other(book, sheet, theme, tmp_path):
    alone = [words_of(render_docx(filled(sheet, copy), theme), tmp_path) for copy in DAY]
    assert len(set(alone)) == 4
    assert words_of(book, tmp_path) == "".join(alone)


def test_it_is_valid(book, sheet, theme, shelf):
    package = Package("p/d.docx", book, Expected(sheet, BY_ID["score-sheet"], theme, shelf))
    assert package.codes(thorough=True) == []


def test_every_copy_begins_on_a_right_hand_page_as_page_one_and_counts_its_own(book):
    document = document_of(book)
    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", document)
    assert len(sections) == len(DAY)
    assert all('<w:type w:val="oddPage"/>' in s and '<w:pgNumType w:start="1"/>' in s for s in sections)
    footers = [xml for name, xml in parts_of(book).items() if "footer" in name and "<w:ftr" in xml]
    assert ["SECTIONPAGES" in xml and "NUMPAGES" not in xml for xml in footers] == [True]


def test_lists_bookmarks_and_links_are_each_copys_own(bulk, page, theme, shelf):
    body = (
        f'<h1 id="a">须知</h1><p>{slot("name", "王小明")}</p><ol><li>到场</li><li>候考</li></ol>'
        '<p><a href="#a">回到须知</a></p>'
    )
    document = page(body)
    data = bulk(document).book(NAMES)
    xml = document_of(data)
    lists = re.findall(r'<w:numId w:val="(\d+)"/>', xml)
    assert len(set(lists)) == 3
    numbering = parts_of(data)["word/numbering.xml"]
    assert all(f'<w:num w:numId="{n}">' in re.sub(r' xmlns:\w+="[^"]*"', "", numbering) for n in lists)
    anchors = re.findall(r'<w:hyperlink [^>]*w:anchor="([^"]*)"', xml)
    assert len(set(anchors)) == 3
    assert set(anchors) <= set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', xml))
    package = Package("p/d.docx", data, Expected(document, BY_ID["candidate-handout"], theme, shelf))
    assert not {"WORD-ID", "WORD-REFERENCE"} & set(package.codes())


def test_running_lines_with_values_are_each_copys_own(bulk, page, tmp_path):
    footer = f'<footer class="running"><p><span class="left">{slot("name", "王小明")}</span></p></footer>'
    data = bulk(page(f"{footer}<p>题本</p>")).book(NAMES)
    parts = parts_of(data)
    footers = {name for name, xml in parts.items() if "<w:ftr" in xml}
    said = {re.sub(r"<[^>]*>", "", parts[name]).strip() for name in footers}
    assert said == {"王虚构", "A&amp;B &lt;李&gt;", "张示范"}
    listed = parts["word/_rels/document.xml.rels"]
    used = re.findall(r'<w:footerReference [^>]*r:id="([^"]*)"', parts["word/document.xml"])
    targets = [re.search(rf'Id="{rid}"[^>]*Target="([^"]*)"', listed)[1] for rid in used]
    assert {f"word/{target}" for target in targets} == footers
    assert all(f'PartName="/{name}"' in parts["[Content_Types].xml"] for name in footers)


def test_one_copy_is_a_book_too_and_the_same_copies_give_the_same_bytes(sheets, book, bulk, sheet, tmp_path):
    assert "0001" in words_of(sheets.book(DAY[:1]), tmp_path)
    assert bulk(sheet).book(DAY) == book
