"""Web pages: the document on them is found, whoever made them, and all else is left out with its reason."""

from __future__ import annotations

import contextlib
import itertools
import re
from pathlib import Path

import pytest
from dressed_pages import DRESSES, of_markdown, on_a_site, paragraphs, saved_by_word
from hypothesis import given, settings
from hypothesis import strategies as st
from import_outline import bank_of, outline_of

from builder.errors import RequestError
from builder.importers.blocks import Kind, Manuscript
from builder.importers.reading.html.html import read_html

SAMPLES = Path(__file__).with_name("samples")
TEXTS = sorted(SAMPLES.glob("*.txt"))


def read(body: str, head: str = "") -> Manuscript:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    manuscript = read_html("page.html", page.encode())
    assert list(manuscript.uncovered()) == []
    return manuscript


def lines(manuscript: Manuscript) -> list[str]:
    return [f"{block.marker} {block.text}".strip() for block in manuscript.blocks]


def reasons(manuscript: Manuscript) -> dict[str, str]:
    return {piece.text: piece.reason.in_language("en") for piece in manuscript.left_out}


@pytest.mark.parametrize(("file", "dress"), [(f, DRESSES[i % len(DRESSES)]) for i, f in enumerate(TEXTS)],
                         ids=lambda value: getattr(value, "stem", None) or value.__name__)  # fmt: skip
def test_a_page_gives_the_bank_that_its_text_gives(file, dress, tmp_path):
    page = tmp_path / "page.html"
    encoding = "gb18030" if dress is saved_by_word else "utf-8"
    page.write_bytes(dress(file.read_text(encoding="utf-8")).encode(encoding))
    data, _ = bank_of(page, tmp_path)
    assert outline_of(data) == file.with_suffix(".outline").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.md")), ids=lambda file: file.stem)
def test_markdown_as_a_page_gives_the_same_bank(file, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(of_markdown(file.read_text(encoding="utf-8")), encoding="utf-8")
    data, _ = bank_of(page, tmp_path)
    assert outline_of(data) == file.with_suffix(".outline").read_text(encoding="utf-8")


def test_every_word_of_a_page_is_in_a_block_or_left_out():
    page = on_a_site((SAMPLES / "section-points.txt").read_text(encoding="utf-8"))
    manuscript = read_html("page.html", page.encode())
    shown = re.sub(r"<(script|style)>.*?</\1>|<[^>]*>", "", page.partition("<body>")[2])
    kept = re.sub(r"\s", "", manuscript.source)
    assert sorted(re.sub(r"\s|&gt;", "", shown)) == sorted(kept.replace(">", ""))
    assert "排班表模板" not in "".join(lines(manuscript))


TAGS = st.sampled_from(
    [
        "div",
        "p",
        "span",
        "b",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "tbody",
        "dl",
        "dt",
        "dd",
        "pre",
        "h2",
        "a",
        "br",
        "section",
        "details",
        "summary",
        "font",
        "center",
        "nav",
        "q",
    ]
)
TREES = st.recursive(st.just(""), lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)), max_leaves=25)


@settings(max_examples=150, deadline=None)
@given(tree=st.lists(TREES, max_size=5))
def test_no_word_of_any_page_is_lost_whatever_stands_in_what(tree):
    count = itertools.count()

    def written(node: object) -> str:
        word = f"词{next(count)}止"
        if not node:
            return word
        tag, inner = node
        attributes = ' href="/x"' if tag == "a" else ' colspan="3" rowspan="2"' if tag == "td" else ""
        return f"<{tag}{attributes}>{word}{''.join(map(written, inner))}</{tag}>词{next(count)}止"

    manuscript = read("".join(map(written, tree)))
    kept = "".join(manuscript.source.split())
    assert [n for n in range(next(count)) if kept.count(f"词{n}止") != 1] == []


def test_numbers_of_lists_are_those_that_a_browser_shows():
    body = (
        '<ol start="4"><li>四</li><li value="9">九</li></ol><ol reversed><li>二</li><li>一</li></ol>'
        '<ol type="a"><li>甲<ul><li>内</li></ul></li></ol><ol style="list-style-type:cjk-ideographic"><li>自我认知</li></ol>'
        "<ol type=I><li>First</li><li>Second</li></ol><ol><li>1、自带编号</li></ol>"
    )
    assert lines(read(body)) == [
        "4. 四", "9. 九", "2. 二", "1. 一", "a. 甲", "- 内", "一、 自我认知", "I. First", "II. Second", "1、自带编号"
    ]  # fmt: skip
    assert [b.level for b in read(body).blocks][4:6] == [1, 2]


def test_lines_inside_an_element_are_lines_and_wrapped_source_is_not():
    body = "<p>请先核实\n订单。<br>再\n回访 SLA\nreport</p><pre>甲\n  乙</pre><h2>第一部分<br>情景题</h2>"
    assert lines(read(body)) == ["请先核实订单。", "再回访 SLA report", "甲", "乙", "第一部分 情景题"]


def test_bold_words_at_the_beginning_are_told():
    body = "<p><b>参考答案：</b>先致歉</p><p><span class=c1>一、专业题</span></p><p>先<b>致歉</b></p><p class=c2>正文</p>"
    blocks = read(body, "<style>.c1, h1.c2{font-weight:700}</style>").blocks
    assert [block.bold_lead for block in blocks] == ["参考答案：", "一、专业题", "", ""]


def test_tables_become_rows_and_cells_that_span_leave_the_others_empty():
    body = (
        "<table><tr><th>题号<th>题目<th>参考答案<th>分值</tr><tr><td colspan=4>一、服务意识</td></tr>"
        "<tr><td>1<td>客户久等<br>如何安抚？<td><p>致歉</p><ul><li>告知时限</ul><td>10分</tr>"
        "<tr><td rowspan=2>2<td>如何交接？<td>写清未结事项<td>5分</tr><tr><td>漏项怎么办？<td>补记<td>5分</tr></table>"
    )
    blocks = read(body).blocks
    assert {block.kind for block in blocks} == {Kind.TABLE_ROW}
    assert [b.cells for b in blocks] == [
        ("题号", "题目", "参考答案", "分值"),
        ("一、服务意识", "", "", ""),
        ("1", "客户久等\n如何安抚？", "致歉\n- 告知时限", "10分"),
        ("2", "如何交接？", "写清未结事项", "5分"),
        ("", "漏项怎么办？", "补记", "5分"),
    ]


def test_a_table_with_one_cell_a_row_is_its_text():
    body = (
        "<table><tr><td>1. 请自我介绍。<br>答：略。</td></tr><tr><td></td><td>2. 为何离职？</td></tr></table>"
    )
    assert lines(read(body)) == ["1. 请自我介绍。", "答：略。", "2. 为何离职？"]


def test_a_page_laid_out_in_tables_is_running_text():
    body = "<table><tr><td><table><tr><td>左</td><td>右</td></tr></table></td><td><h2>正文</h2><p>一段</p></td></tr></table>"
    manuscript = read(body)
    assert lines(manuscript) == ["左\t右", "正文", "一段"]
    assert manuscript.blocks[1].kind is Kind.HEADING


def test_what_nobody_sees_is_left_out_with_the_reason():
    body = (
        '<p>正文<span style="font-size:0">乱码</span>接着<ruby>項<rt>xiàng</rt></ruby>目</p><!-- 注 --><div hidden>旧稿</div>'
        '<template>模板</template><p class="k">水印</p><script>var a = 1</script><p>全文比其余部分都长得多，因此没有哪一处算是正文的大半。</p>'
    )
    manuscript = read(body, "<style>.k { color: red; display: none }</style>")
    assert lines(manuscript)[0] == "正文接着項目"
    assert reasons(manuscript) == {
        "乱码": "hidden on the page",
        "xiàng": "pronunciation above the characters",
        "旧稿\n水印": "hidden on the page",
    }


def test_an_answer_that_a_click_unfolds_is_kept():
    body = (
        "<h3>1. 如何安抚久等的客户？</h3><div style='display:none'><b>参考答案：</b>致歉并告知时限。</div>"
        "<div class='q-collapse' hidden><p>先道歉，再补发。</p></div>"
        "<details><summary>2. 为什么想做质检？</summary><p>答：结合经历来谈。</p></details><p>还有许多别的话可以说。</p>"
    )
    assert lines(read(body))[1:5] == [
        "参考答案：致歉并告知时限。",
        "先道歉，再补发。",
        "2. 为什么想做质检？",
        "答：结合经历来谈。",
    ]


def test_navigation_forms_and_lists_of_links_are_left_out_and_lists_of_questions_kept():
    questions = "".join(f"<li><a href='/q/{n}'>{n}. 您如何处理第{n}种投诉？</a></li>" for n in range(1, 6))
    site = on_a_site("客服面试题\n1. 请谈谈您的优势。").replace(
        "</p>\n</div>", f"</p><ul>{questions}</ul></div>"
    )
    manuscript = read_html("page.html", site.encode())
    assert lines(manuscript) == [
        "客服面试题", "1. 请谈谈您的优势。", *(f"{n}. 您如何处理第{n}种投诉？" for n in range(1, 6))
    ]  # fmt: skip
    said = " ".join(reasons(manuscript).values())
    for reason in ("navigation", "list of links", "called “topbar”", "a form", "below the document"):
        assert reason in said


def test_heads_and_feet_of_a_word_processor_s_page_are_left_out():
    body = "<div title=header><p>星河客服中心</p></div><p>1. 您如何看待夜班？</p><p>答：分三点来谈，先说排班。</p><div title=footer><p>第 4 页</p></div>"
    assert lines(read(body)) == ["1. 您如何看待夜班？", "答：分三点来谈，先说排班。"]


def test_a_table_of_contents_is_no_list_of_questions():
    titles = ["如何介绍自己？", "为什么选择本岗位？", "如何处理投诉？", "怎样带新人？"]
    toc = "".join(f"<li><a href='#q{n}'>{title}</a></li>" for n, title in enumerate(titles))
    body = "".join(
        f"<h3 id=q{n}>{title}</h3><p>答：结合经历，分点来谈。</p>" for n, title in enumerate(titles)
    )
    assert lines(read(f"<ul>{toc}</ul>{body}"))[::2] == titles


def test_the_title_of_a_page_is_used_where_it_shows_none():
    head = "<title>质检员面试题库_某某文库</title>"
    bare = read("<p>1. 您如何抽检录音？</p>", head)
    assert lines(bare)[0] == "质检员面试题库"
    assert reasons(bare) == {"_某某文库": "name of the site"}
    assert lines(read("<h1>质检员面试题</h1><p>1. 您如何抽检录音？</p>", head))[0] == "质检员面试题"


def test_a_page_packed_with_its_pictures_is_read():
    page = paragraphs("1. 如何处理投诉？\n答案：先致歉。").replace(
        "<p>1.", "<p>=E4=B8=80=E3=80=81</p>\n<p>1.", 1
    )
    quoted = "".join(c if c.isascii() else "".join(f"={b:02X}" for b in c.encode()) for c in page)
    quoted = re.sub(r'="', '=3D"', quoted.replace("=E", "\0")).replace("\0", "=E")
    data = (
        'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{quoted}\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n"
    )
    assert lines(read_html("page.mhtml", data.encode())) == ["一、", "1. 如何处理投诉？", "答案：先致歉。"]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "深",
        "<b>" * 700_000,
        "<p>" + "<i " * 650_000,
    ],
    ids=["deep", "many", "unclosed"],
)
def test_pages_made_to_exhaust_are_refused_at_once(page):
    with pytest.raises(RequestError) as refused:
        read_html("page.html", page.encode())
    assert refused.value.hint


def test_entities_of_a_page_s_own_do_not_grow():
    bomb = '<!DOCTYPE html [<!ENTITY a "哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    manuscript = read_html("x.xhtml", f"{bomb}<html><body><p>&b;&x;&amp;&mdash;好</p></body></html>".encode())
    assert "root:" not in manuscript.source
    assert "哈哈哈哈哈哈" not in manuscript.source
    assert lines(manuscript)[-1].endswith("&—好")


def test_an_attribute_of_many_megabytes_is_no_matter():
    manuscript = read("<p style='" + "display:" * 600_000 + "' class='" + "a " * 500_000 + "'>1. 好</p>")
    assert lines(manuscript) == ["1. 好"]


def test_an_empty_page_has_no_blocks():
    assert read_html("x.html", b"").blocks == ()
    assert read_html("x.html", b"<!-- -->").blocks == ()


MARKUP = st.sampled_from(
    ["<p>", "</p>", "<", ">", "<table>", "<td rowspan=3>", "</table", "<tr>", "<!--", "-->", "<script>", "</script>", "&amp;", "&#0;", "&#xD800;",
     "<ol start=x type=i>", "<li value=-1>", "<![CDATA[", "]]>", "<?xml encoding='gbk'?>", "<meta charset=big5>", "<style>.a{", "}", "<b class=a>", "\x00", "题", "一、", "<br/>", "<h1>", "<title>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP, max_size=30).map("".join))
def test_any_markup_is_read(markup):
    with contextlib.suppress(RequestError):
        assert list(read_html("any.html", markup.encode()).uncovered()) == []
