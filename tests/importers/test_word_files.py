"""Word files: every word that is read in Word is in a block, what is not is said, and what stands out is known."""

from __future__ import annotations

import pytest
from word_files import (
    SPACES,
    STYLES,
    Lists,
    beginning,
    cell,
    going_on,
    paragraph,
    run,
    runs,
    spanning,
    table,
    word_file,
)

from builder.importers.blocks import Block, Kind, Manuscript
from builder.importers.reading.docx.word_file import read_docx


def read(body: str, **parts: str) -> Manuscript:
    manuscript = read_docx("x.docx", word_file(body, **parts))
    assert list(manuscript.uncovered()) == []
    for block in manuscript.blocks:
        assert manuscript.source[block.start : block.end] == block.line
    return manuscript


def told(body: str, **parts: str) -> list[str]:
    return [block.line for block in read(body, **parts).blocks if block.text]


def looks(body: str, **parts: str) -> list[tuple[str, int]]:
    return [(block.kind.value, block.level) for block in read(body, **parts).blocks if block.text]


def notes(manuscript: Manuscript) -> list[str]:
    return [note.in_language("en") for note in manuscript.notes]


def named(name: str, more: str = "", identifier: str = "x") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>{more}</w:style>'


@pytest.mark.parametrize(
    ("style", "level"),
    [
        (named("heading 2"), 2),
        (named("标题 3"), 3),
        (named("二级标题"), 2),
        (named("大题", '<w:basedOn w:val="2"/>'), 2),
        (named("大题", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'), 1),
        (named("普通", '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'), 0),
        (named("heading 9"), 6),
        (named("正文文本"), 0),
    ],
)
def test_headings_are_known_by_their_style_whatever_its_language(style, level):
    kind = "heading" if level else "paragraph"
    assert looks(paragraph(run("现场处置"), "x"), styles=STYLES + style) == [(kind, level)]


def test_the_title_stands_above_headings_of_the_first_level():
    body = (
        paragraph(run("导诊员面试题"), "a3") + paragraph(run("一、接待"), "1") + paragraph(run("第一题"), "2")
    )
    assert looks(body) == [("heading", 1), ("heading", 2), ("heading", 3)]
    assert looks(paragraph(run("一、接待"), "1")) == [("heading", 1)]


def test_an_outline_level_of_the_paragraph_makes_a_heading():
    assert looks(paragraph(run("一、接待"), more='<w:outlineLvl w:val="1"/>')) == [("heading", 2)]


def test_bold_words_at_the_beginning_are_told_from_the_others():
    styles = STYLES + named("题目", "<w:rPr><w:b/></w:rPr>")
    body = (
        paragraph(runs("**参考答案：**先安抚，再分诊。"))
        + paragraph('<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>追问</w:t></w:r>' + run("　还有吗？"))
        + paragraph(run("整段加粗"), "x")
        + paragraph(run("不加粗", '<w:b w:val="0"/>'), "x")
        + paragraph(run("这里还有一段很长的普通文字，用来说明大多数文字并不加粗。"))
    )
    assert [block.bold_lead for block in read(body, styles=styles).blocks] == [
        "参考答案：",
        "追问",
        "整段加粗",
        "",
        "",
    ]


def test_where_most_words_are_bold_none_stand_out():
    body = paragraph(runs("**全文都是粗体的一段文字**")) + paragraph(run("短"))
    assert {block.bold_lead for block in read(body).blocks} == {""}


def test_lines_in_a_heavier_typeface_or_larger_letters_stand_out():
    body = (
        paragraph(run("一线岗位", '<w:rFonts w:eastAsia="黑体"/>'))
        + paragraph(run("大字标题", '<w:sz w:val="36"/>'))
        + paragraph(run("这是一段字号、字体都普通的文字，比上面的标题长得多。"))
    )
    assert [block.bold_lead for block in read(body).blocks] == ["一线岗位", "大字标题", ""]


def test_line_breaks_part_lines_and_tabs_stay():
    lists = Lists()
    body = paragraph(run("怎么办？\n答案：先道歉。\n\n甲\t乙"), number=(lists.new(), 0))
    assert told(body, numbering=lists.xml) == ["1. 怎么办？", "答案：先道歉。", "甲\t乙"]
    assert told(paragraph(run("上行\n下行"), "1")) == ["上行 下行"]


def test_words_are_read_through_links_controls_tags_and_fields():
    body = paragraph(
        '<w:hyperlink r:id="r9">' + run("链接") + "</w:hyperlink>"
        "<w:smartTag>" + run("标签") + "</w:smartTag>"
        "<w:sdt><w:sdtPr/><w:sdtContent>" + run("控件") + "</w:sdtContent></w:sdt>"
        '<w:fldSimple w:instr="DATE">' + run("今天") + "</w:fldSimple>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x \\h</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("结果") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:noBreakHyphen/></w:r>" + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )  # fmt: skip
    assert told(body + "<w:sdt><w:sdtContent>" + paragraph(run("块")) + "</w:sdtContent></w:sdt>") == [
        "链接标签控件今天结果-☑1/2",
        "块",
    ]


def test_tracked_changes_are_read_as_accepted_and_told():
    body = paragraph(
        run("新员工") + '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2">' + run("三天") + "</w:ins>",
        more='<w:rPr><w:del w:id="3"/></w:rPr>',
    ) + paragraph(run("不到岗。"))  # fmt: skip
    manuscript = read(body)
    assert [block.text for block in manuscript.blocks] == ["新员工三天不到岗。"]
    assert notes(manuscript) == ["tracked changes: 1 insertions are kept, 2 deletions are not"]


def test_hidden_words_are_kept_and_told():
    manuscript = read(paragraph(run("看得见") + run("看不见", "<w:vanish/>")))
    assert manuscript.blocks[0].text == "看得见看不见"
    assert notes(manuscript) == ["3 characters of hidden text are kept"]


def test_text_boxes_are_read_once_and_pictures_are_counted():
    box = "<w:txbxContent>" + paragraph(run("框里的话")) + "</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        + box
        + "</wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>"
        + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    manuscript = read(paragraph(run("正文") + drawn + "<w:r><w:drawing><a:blip/></w:drawing></w:r>"))
    assert [block.text for block in manuscript.blocks] == ["正文", "框里的话"]
    assert notes(manuscript) == ["1 pictures, drawings or charts are not taken over"]


def test_notes_stand_behind_the_paragraph_that_refers_to_them():
    body = paragraph(run("按规定处理") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph(
        run("下一段")
    )
    inside = (
        '<w:footnote w:id="1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">'
        + paragraph(run("见手册"))
        + "</w:footnote>"
    )
    assert told(body, footnotes=inside) == ["按规定处理", "※ 见手册", "下一段"]
    unreferred = read(
        paragraph(run("正文")), endnotes='<w:endnote w:id="5">' + paragraph(run("没人引用")) + "</w:endnote>"
    )
    assert [piece.text for piece in unreferred.left_out] == ["没人引用"]


def test_what_is_no_part_of_the_text_is_left_out_with_its_reason():
    page = run("第") + '<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>" + run("页")
    contents = named("toc 1", identifier="t")
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("单击此处输入文字")
        + "</w:sdtContent></w:sdt>"
    )
    manuscript = read(
        paragraph(run("一、接待\t1"), "t") + paragraph(run("姓名：") + prompt),
        styles=STYLES + contents,
        header=paragraph(run("内部资料")),
        footer=paragraph(page),
        comments='<w:comment w:id="1">' + paragraph(run("这题要改")) + "</w:comment>",
    )
    assert [block.text for block in manuscript.blocks] == ["姓名："]
    assert [(piece.text, piece.reason.in_language("en")) for piece in manuscript.left_out] == [
        ("一、接待\t1", "table of contents"),
        ("单击此处输入文字", "prompt of an empty form field, or a reading above characters"),
        ("内部资料", "header or footer of the pages"),
        ("第3页", "header or footer of the pages"),
        ("这题要改", "comment in the margin"),
    ]
    assert notes(manuscript) == ["1 comments are not part of the bank (-v shows them)"]


def rows(body: str, **parts: str) -> list[tuple[str, ...]]:
    return [block.cells for block in read(body, **parts).blocks if block.kind is Kind.TABLE_ROW]


def test_rows_have_a_cell_for_every_column_whatever_is_merged():
    body = table(
        [
            (spanning("现场处置", 2), "分值"),
            (beginning("沟通"), "先听", "4"),
            (going_on(), "再说", "6"),
        ]
    )
    assert rows(body) == [("现场处置", "", "分值"), ("沟通", "先听", "4"), ("", "再说", "6")]


def test_a_cell_holds_its_lines_with_their_numbers_and_the_rows_of_a_table_in_it():
    lists = Lists()
    here = lists.new("decimal", "（%1）")
    inner = (
        "".join(paragraph(run(text), number=(here, 0)) for text in ("先听", "再说"))
        + table([("好", "8-10分")])
        + "<w:p/>"
    )
    assert rows(table([("要点", cell(inner))]), numbering=lists.xml) == [
        ("要点", "（1）先听\n（2）再说\n好  8-10分")
    ]


def test_a_table_that_only_places_its_text_is_that_text():
    frame = table([(cell(paragraph(run("标题"), "1") + paragraph(run("正文"))),)])
    assert looks(frame) == [("heading", 1), ("paragraph", 0)]


def test_two_tables_in_a_row_stay_two():
    blocks = read(table([("甲", "乙")]) + table([("丙", "丁")])).blocks
    kinds = [block.kind for block in blocks]
    assert kinds.count(Kind.TABLE_ROW) == 2
    assert kinds.index(Kind.TABLE_ROW) + 1 < len(kinds) - 1 - kinds[::-1].index(Kind.TABLE_ROW)


def test_files_saved_as_strict_open_xml_are_read():
    data = word_file(paragraph(run("严格格式")))
    strict = SPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    changed = strict_copy(data, strict)
    assert [block.text for block in read_docx("x.docx", changed).blocks] == ["严格格式"]


def strict_copy(data: bytes, spaces: str) -> bytes:
    import io
    import zipfile

    from word_files import zipped

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped(
            {name: archive.read(name).decode().replace(SPACES, spaces) for name in archive.namelist()}
        )


def test_the_line_of_a_block_has_its_number_before_the_words():
    shown = {
        ("一、", Kind.HEADING): "一、题",
        ("1.", Kind.LIST_ITEM): "1. 题",
        ("1", Kind.HEADING): "1. 题",
        ("•", Kind.LIST_ITEM): "- 题",
    }
    assert {key: Block("题", key[1], 1, key[0]).line for key in shown} == shown
