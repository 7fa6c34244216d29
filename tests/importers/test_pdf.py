"""PDF files with a text layer: what was laid out in lines and columns is paragraphs, headings and tables again."""

from __future__ import annotations

import functools
import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from dressed_pages import of_markdown, paragraphs
from import_outline import bank_of, outline_of
from printed_pages import printed

from builder.errors import RequestError
from builder.importers.blocks import Kind, Manuscript
from builder.importers.reading.pdf.characters import plain
from builder.importers.reading.pdf.pdf import read_pdf

SAMPLES = Path(__file__).with_name("samples")
LONG = (
    "第二天一早先核实前一晚没有结清的工单，再按轻重缓急排出当天的顺序，逐一给客户回电说明进展，约定下一次联系的时间，"
    "并把每一次承诺写进系统，让接班的同事不必再问一遍；到了下班前，把仍未解决的三件事连同原因一起报给主管。"
)
SAMPLES_PRINTED = [
    ("levels.txt", {"size": "A5"}),
    ("endless-rubrics.txt", {"indent": "2em"}),
    ("english-guide.txt", {"align": "left", "after": "6pt"}),
    ("english-headings.md", {}),
    ("table.md", {}),
    ("section-points.txt", {"indent": "2em", "size": "A5"}),
]


def read(pdf: bytes) -> Manuscript:
    manuscript = read_pdf("printed.pdf", pdf)
    assert list(manuscript.uncovered()) == []
    return manuscript


def texts(manuscript: Manuscript) -> list[str]:
    return [block.text for block in manuscript.blocks]


def body(html: str) -> str:
    return f"<html><head></head><body>{html}</body></html>"


@pytest.mark.parametrize(("name", "look"), SAMPLES_PRINTED, ids=[name for name, _ in SAMPLES_PRINTED])
def test_a_printed_text_gives_the_bank_that_the_text_gives(name, look, tmp_path):
    source = SAMPLES / name
    text = source.read_text(encoding="utf-8")
    file = tmp_path / "printed.pdf"
    file.write_bytes(printed(of_markdown(text) if source.suffix == ".md" else paragraphs(text), **look))
    data, _ = bank_of(file, tmp_path)
    assert outline_of(data) == source.with_suffix(".outline").read_text(encoding="utf-8")


@functools.cache
def _report() -> Manuscript:
    """Eight pages with everything that surrounds a text."""
    questions = "".join(
        f"<h2>第{n}题 情景模拟（10分）</h2><p>客户来电说第{n}批货少了一箱，您怎样处理？{LONG * (1 + n % 3)}</p><p><b>参考答案：</b>{LONG}{LONG}</p>"
        "<ul><li>先致歉，再核实<ul><li>查出库单</li></ul></li><li>约定回访</li></ul>"
        for n in range(1, 9)
    )
    contents = "".join(f"<p>第{n}题 情景模拟{'.' * 40}{n}</p>" for n in range(1, 9))
    margins = (
        "@page { @top-left { content: '澜禾客服中心 题库' } @bottom-center { content: '第 ' counter(page) ' 页 共 ' counter(pages) ' 页' } }"
        ".mark { position: fixed; top: 90mm; left: 40mm; transform: rotate(-35deg); font-size: 40pt }"
    )
    page = body(f"<div class=mark>内部资料</div><h1>客服面试题库</h1><h3>目录</h3>{contents}{questions}")
    return read(printed(page, more=margins, size="A5", after="4pt"))


def test_paragraphs_run_on_over_lines_and_pages():
    assert [text for text in texts(_report()) if text.startswith("参考答案：")] == [
        f"参考答案：{LONG}{LONG}"
    ] * 8
    assert f"客户来电说第5批货少了一箱，您怎样处理？{LONG * 3}" in texts(_report())


def test_larger_type_makes_headings_and_bullets_items():
    blocks = _report().blocks
    headings = [(block.level, block.text) for block in blocks if block.kind is Kind.HEADING]
    assert headings == [(1, "客服面试题库"), *((2, f"第{n}题 情景模拟（10分）") for n in range(1, 9))]
    items = [(b.level, b.marker, b.text) for b in blocks if b.kind is Kind.LIST_ITEM]
    assert items == [(1, "-", "先致歉，再核实"), (2, "-", "查出库单"), (1, "-", "约定回访")] * 8


def test_what_every_page_repeats_is_left_out_with_the_reason():
    left: dict[str, str] = {}
    for piece in _report().left_out:
        reason = piece.reason.in_language("en")
        left[reason] = left.get(reason, "") + piece.text + "\n"
    running = left["running head, foot or page number"].replace(" ", "").split("\n")
    pages = running.count("澜禾客服中心题库")
    assert pages > 8
    assert [line for line in running if line.startswith("第")] == [
        f"第{n}页共{pages}页" for n in range(1, pages + 1)
    ]
    assert "".join(left["text that stands askew, such as a watermark"].split()).count("内部资料") == pages
    assert left["table of contents"].count("情景模拟") == 8


def test_tables_keep_their_cells_over_lines_merged_cells_and_pages():
    row = f"<tr><td>倾听<td>4分<td>{LONG}</tr>"
    html = f"<table><thead><tr><th>评分项<th>分值<th>说明</tr></thead><tr><td colspan=3>一、服务意识</td></tr>{row * 9}</table>"
    manuscript = read(printed(body(html), size="A5"))
    cells = [block.cells for block in manuscript.blocks]
    assert cells == [("评分项", "分值", "说明"), ("一、服务意识", "", ""), *[("倾听", "4分", LONG)] * 9]
    assert {block.place for block in manuscript.blocks} > {1, 2}
    assert "header of a table, repeated" in {p.reason.in_language("en") for p in manuscript.left_out}


def test_columns_without_lines_are_cells_too():
    rows = "".join(
        f"<tr><td>{a}<td>{b}<td>{c}</tr>"
        for a, b, c in (("题号", "题目", "分值"), ("1", "如何交接？", "5分"), ("2", "漏项怎么办？", "5分"))
    )
    assert [b.cells for b in read(printed(body(f"<table>{rows}</table>"), rule="none")).blocks][1] == (
        "1",
        "如何交接？",
        "5分",
    )


def test_numbers_with_a_wide_gap_behind_them_are_no_column():
    items = [f"请谈谈第{n}次交接。" for n in range(1, 6)]
    html = "".join(
        f"<p><span style='display:inline-block;width:26pt'>{n}.</span>{item}</p>"
        for n, item in enumerate(items, 1)
    )
    assert texts(read(printed(body(html)))) == [f"{n}. {item}" for n, item in enumerate(items, 1)]


def test_two_columns_are_read_one_after_the_other():
    questions = "".join(f"<p>{n}. 请谈谈第{n}次交接。{LONG[:60]}</p>" for n in range(1, 13))
    manuscript = read(printed(body(f"<h1>客服题库</h1><div class=columns>{questions}</div>")))
    assert texts(manuscript) == ["客服题库", *(f"{n}. 请谈谈第{n}次交接。{LONG[:60]}" for n in range(1, 13))]


def test_english_words_that_lines_divide_are_whole_again():
    text = "Describe a time when responsibilities overlapped considerably between departments and nobody had a follow-up arranged."
    page = f"<html lang=en><head></head><body><p>{text}</p><p>What would a follow-up look like?</p></body></html>"
    manuscript = read(
        printed(page, size="70mm 120mm", after="4pt", more="@page { margin: 8mm } p { hyphens: auto }")
    )
    assert texts(manuscript)[0] == text


def test_radicals_and_ligatures_become_usual_characters_and_are_counted():
    assert plain("⼀、⽂⾔与⻓短，ﬁrst") == ("一、文言与长短，first", 5)
    manuscript = read(printed(body("<p>⼀、⽤⼾满意度</p>")))
    assert texts(manuscript) == ["一、用户满意度"]
    assert [note.gaps["count"] for note in manuscript.notes] == [3]


def test_a_landscape_page_turned_in_the_file_is_read():
    with pikepdf.open(io.BytesIO(printed(body(f"<h1>题库</h1><p>1. 如何交接？</p><p>{LONG}</p>")))) as pdf:
        page = pdf.pages[0]
        width, height = (float(v) for v in page.mediabox[2:])
        page.contents_add(f"q 0 1 -1 0 {height} 0 cm".encode(), prepend=True)
        page.contents_add(b"Q")
        page.mediabox = pikepdf.Array([0, 0, height, width])
        page.Rotate = 90
        data = io.BytesIO()
        pdf.save(data)
    assert texts(read(data.getvalue())) == ["题库", "1. 如何交接？", LONG]


def test_rare_characters_are_whole():
    assert texts(read(printed(body("<p>1. 𠮷野店长怎么看？</p>")))) == ["1. 𠮷野店长怎么看？"]


def _without_meaning() -> bytes:
    pdf = pikepdf.open(io.BytesIO(printed(body("<p>1. 如何交接？</p>"))))
    for part in pdf.objects:
        if isinstance(part, pikepdf.Dictionary) and "/ToUnicode" in part:
            del part["/ToUnicode"]
    return _saved(pdf)


def _saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    data = io.BytesIO()
    pdf.save(data, **options)
    return data.getvalue()


def _bomb() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 20_000_000) for _ in range(10)) + packer.flush()
    stream = pikepdf.Stream(pdf, b"")
    stream.write(zlib.compress(once, 9), filter=pikepdf.Array([pikepdf.Name.FlateDecode] * 2))
    pdf.pages[0].Contents = stream
    return _saved(pdf, compress_streams=False)


def _claiming_pages() -> bytes:
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>",
        b"<</Type/Page/Parent 2 0 R>>",
    )
    data = b"%PDF-1.7\n" + b"".join(b"%d 0 obj%s endobj\n" % (i, part) for i, part in enumerate(parts, 1))
    return data + b"trailer<</Root 1 0 R/Size 4>>\n%%EOF"


def _locked() -> bytes:
    pdf = pikepdf.open(io.BytesIO(printed(body("<p>机密</p>"))))
    return _saved(pdf, encryption=pikepdf.Encryption(owner="o", user="u"))


def _picture() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    return _saved(pdf)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_picture, "no text layer"),
        (_without_meaning, "does not say which characters"),
        (_locked, "password"),
        (_claiming_pages, "more than 1000 pages"),
        (_bomb, "no text layer|more time or memory"),
        (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, "damaged"),
        (lambda: b"", "damaged"),
    ],
    ids=["picture", "meaningless", "locked", "pages", "bomb", "garbage", "empty"],
)
def test_a_pdf_that_cannot_be_read_is_refused_with_a_way_out(make, said):
    with pytest.raises(RequestError, match=said) as refused:
        read_pdf("x.pdf", make())
    assert refused.value.hint


def test_a_pdf_without_a_password_to_open_it_is_read():
    pdf = pikepdf.open(io.BytesIO(printed(body("<p>1. 如何交接？</p>"))))
    data = _saved(pdf, encryption=pikepdf.Encryption(owner="o", user=""))
    assert texts(read(data)) == ["1. 如何交接？"]
