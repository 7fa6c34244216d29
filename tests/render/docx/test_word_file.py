"""The file as a whole: valid, the same every time, restyled in one place, whole in LibreOffice."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections import Counter

import docx
import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from builder.errors import BuildError
from builder.model.composed import Composed
from builder.render.docx import render_docx
from builder.render.docx.oxml.styles import BUILT_IN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOCAL = {"rFonts", "b", "i", "sz", "color", "u", "jc", "ind", "spacing", "pBdr", "tabs", "shd"}


def audit(data: bytes, folder) -> list[str]:
    path = folder / "pack.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_the_whole_vocabulary_makes_a_valid_file(pack, tmp_path):
    assert audit(pack.data, tmp_path) == []


def test_the_auditor_does_see_a_broken_file(pack, tmp_path):
    parts = dict(pack.parts)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:cantSplit/>", b"<w:cantBreak/>")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert audit(stream.getvalue(), tmp_path)


def test_the_words_are_those_of_the_html_in_their_order(pack, pack_html):
    body = etree.HTML(pack_html).find("body")
    for running in body.xpath("header | footer"):
        body.remove(running)
    expected = re.sub(r"\s", "", "".join(body.itertext()))
    found = re.sub(r"\s", "", re.sub(r"\d+(?=\x00)", "", _text_with_fields_marked(pack)).replace("\x00", ""))
    assert found == expected


def _text_with_fields_marked(pack) -> str:
    """The body's text without the results of fields: page numbers are the layout's words, not the document's."""
    tree = pack.tree()
    for entry in tree.iter(f"{W}hyperlink"):
        runs = list(entry)
        if any("PAGEREF" in (node.text or "") for node in entry.iter(f"{W}instrText")):
            runs[-2].find(f"{W}t").text = ""
    return "".join(node.text or "" for node in tree.iter(f"{W}t"))


def test_every_style_in_use_is_defined(pack):
    defined = {style.get(f"{W}styleId") for style in pack.tree("styles").iter(f"{W}style")}
    used = {
        node.get(f"{W}val")
        for name in ("document", "header1", "footer1", "numbering", "styles")
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
        for node in pack.tree(name).iter(f"{W}{tag}")
    }
    assert len(used) > 40
    assert used <= defined


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_style_names_its_fonts_and_language(render, language):
    styles = [
        style
        for style in render("<p>甲</p>", language).tree("styles").iter(f"{W}style")
        if style.get(f"{W}default") != "1" or style.get(f"{W}styleId") == "Normal"
    ]
    assert len(styles) > 60
    for style in styles:
        name = style.get(f"{W}styleId")
        fonts, language_tag = style.find(f"{W}rPr/{W}rFonts"), style.find(f"{W}rPr/{W}lang")
        assert {key.removeprefix(W) for key in fonts.keys()} == {"ascii", "hAnsi", "eastAsia", "cs"}, name  # noqa: SIM118
        assert language_tag.get(f"{W}eastAsia") == "zh-CN", name


def test_styles_that_word_does_not_know_say_so(pack):
    for style in pack.tree("styles").iter(f"{W}style"):
        name = style.find(f"{W}name").get(f"{W}val")
        builtin = name.lower() in {known.lower() for known in BUILT_IN}
        assert (style.get(f"{W}customStyle") is None) == builtin, name


def test_chinese_is_never_fake_bold_and_english_is_really_bold(pack, render):
    assert not list(pack.tree("styles").iter(f"{W}b", f"{W}i"))
    english = render("<p>One <strong>word</strong></p>", "en").tree("styles")
    bold = {style.getparent().getparent().get(f"{W}styleId") for style in english.iter(f"{W}b")}
    assert {"Strong", "Heading1", "TableHead"} <= bold


def test_the_body_is_formatted_by_styles_alone(pack):
    body = pack.body
    local = [
        node.tag.removeprefix(W)
        for holder in body.iter(f"{W}pPr", f"{W}rPr")
        for node in holder
        if node.tag.removeprefix(W) in LOCAL and node.get(f"{W}hint") is None
    ]
    assert len(list(body.iter(f"{W}p"))) > 100
    assert local == []


def test_ids_are_unique(pack):
    tree = pack.tree()
    for kind in ("bookmarkStart", "sdtPr"):
        found = [
            (node if kind == "bookmarkStart" else node.find(f"{W}id")).get(
                f"{W}id" if kind == "bookmarkStart" else f"{W}val"
            )
            for node in tree.iter(f"{W}{kind}")
        ]
        assert len(found) > 3
        assert max(Counter(found).values()) == 1
    drawings = [node.get("id") for node in tree.iter("{*}docPr")]
    assert drawings == ["1"]


def test_the_same_document_gives_the_same_bytes(pack_html, picture, theme, pack):
    again = render_docx(
        Composed(pack_html, "zh-CN", "考官题本", {"flow.png": picture}),
        theme,
        {"part-1": 3, "q-1": 3, "q-2": 5},
        8,
    )
    assert again == pack.data
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_properties_are_those_of_the_head_and_the_clock_is_never_read(pack, render, monkeypatch):
    properties = docx.Document(io.BytesIO(pack.data)).core_properties
    assert (properties.title, properties.author) == ("考官题本", "远山科技人力资源部")
    assert (properties.language, properties.keywords) == ("zh-CN", "结构化面试, 考官题本")
    assert properties.created.year == properties.modified.year == 1980
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    dated = docx.Document(io.BytesIO(render("<p>甲</p>").data)).core_properties
    assert dated.modified.isoformat().startswith("2025-01-01T00:00:00")


def test_nothing_is_left_of_any_template(pack):
    assert sorted(pack.parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/media/image1.png",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_a_users_base_document_wins_and_lacks_nothing(render, tmp_path):
    base = _chinese_base(render)
    word = render("<h1>第一部分</h1><p>正文</p><ol><li>一</li></ol>", base=base)
    styles = {s.find(f"{W}name").get(f"{W}val"): s for s in word.tree("styles").iter(f"{W}style")}
    assert styles["heading 1"].find(f"{W}rPr/{W}color").get(f"{W}val") == "00AA00"
    assert word.lines[:2] == ["1: 第一部分", "BodyText: 正文"]
    assert "Stem" in styles
    assert "旧文" not in word.text()
    assert "word/header1.xml" not in word.parts
    assert audit(word.data, tmp_path) == []


def _chinese_base(render) -> bytes:
    """A base as Chinese Word saves it: the ids of built-in styles are numbers."""
    own = render('<header class="running"><p>旧页眉</p></header><p>旧文</p>')
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in own.parts.items():
            if name == "word/styles.xml":
                tree = etree.fromstring(data)
                for style in list(tree.iter(f"{W}style")):
                    if style.get(f"{W}styleId") in {"Stem", "ListNumber", "TableGap"}:
                        tree.remove(style)
                    if style.get(f"{W}styleId") == "Heading1":
                        style.find(f"{W}rPr/{W}color").set(f"{W}val", "00AA00")
                data = etree.tostring(tree).replace(b'"Heading1"', b'"1"')
            archive.writestr(name, data)
    return stream.getvalue()


def test_a_base_that_is_no_word_document_is_said_so(render):
    with pytest.raises(BuildError, match=r"not a \.docx"):
        render("<p>甲</p>", base=b"PK not really")


@pytest.mark.libreoffice
def test_libreoffice_opens_the_pack_and_shows_every_question(pack, soffice, tmp_path):
    (tmp_path / "pack.docx").write_bytes(pack.data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "pack.docx"]
    subprocess.run(command, cwd=tmp_path, timeout=120, check=True, capture_output=True)
    pdf = pypdfium2.PdfDocument(tmp_path / "pack.pdf")
    pages = [page.get_textpage().get_text_range() for page in pdf]
    assert 6 <= len(pages) <= 9
    assert "第一部分" not in pages[0]
    assert "目录" in pages[1]
    for words in ("坚持标准", "供应商连续三批", "第二部分"):
        assert any(words in page for page in pages[2:]), words
