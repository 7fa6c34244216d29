"""Random texts of a bank: as long, as narrow and as hostile as the model lets them be."""

from __future__ import annotations

from hypothesis import strategies as st

LINE = 400
LONG_WORD = "Betriebskostenabrechnungsvorauszahlungsanpassungsverfahrens-"
LONG_WORDS = (
    LONG_WORD.rstrip("-") + "X",
    "https://example.invalid/" + "wissensdatenbank/" * 20 + "?id=7",
    "W" * LINE,
    "面试" * (LINE // 2),
    "“" * 40 + "”" * 40,
    "1234567890" * 40,
    "_" * 120,
    "———" * 40,
    "。" * 60,
    "……" * 30,
)
HOSTILE = (
    "]]>",
    "<script>alert(1)</script>",
    "&amp; & &#0; &lt;b&gt; &nbsp;",
    "<!-- --> <![CDATA[ x ]]>",
    "</td></tr></table></body>",
    "{{ 7*7 }}",
    "{% raw %}{% for x in y %}",
    "{# note #} {n} {t} {w} {} {0} {title!r}",
    "%s %(name)s $x ${x} \\n \\u4e2d \\",
    'PAGE \\* MERGEFORMAT { TOC \\o "1-3" } « »',
    "HYPERLINK file:///etc/passwd",
    "=cmd|' /C calc'!A0",
    "+1 -1 @SUM(A1)",
    "_x000D_ _x0041_",
    "a\u00a0b\u00a0\u00a0c",
    "交接\u200b单\u200d号\ufeff尾\u2060端",
    "soft\u00adhy\u00adphen non\u2011breaking",
    "\u00e9 \u00e4 \u00f1 e\u0301 a\u0308 n\u0303 U\u0308 i\u0307 q\u0308",
    "tab\there",
    " 前后有空格 ",
    "　全角空格　",
    "'\"‘’“”「」",
    "① ② ㎡ ℃ № → ≥ ½ …… ——",
    "-",
    "- ",
    "1.",
    "2) 两",
    "# 标题",
    "> 引用",
    "| a | b |",
    "---",
    "***",
    "* * *",
    "```",
    "[x](y)",
    "[toc]: z",
    "**",
    "_a_ __b__ *c*d*e",
    "“**要点**”：*重点*，**（甲）**乙**“丙”**",
    "asset:logo.png",
    "+\u00b7\u00d7",
)
HAN = "面试题本考官评分标准要点追问情境任务压力客户交接班长工单升级复盘责任人时间结果证据沟通协作。，；：？！（）《》、“”"
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEXYZ0123456789 ,.;:!?()-/'%&"
IDS = "abcdefghij0123456789-"


def clipped(text: str, limit: int = LINE) -> str:
    """At most `limit` characters, never none."""
    return text[:limit] or "x"


def identifiers() -> st.SearchStrategy[str]:
    """Ids; some are those that documents use for anchors of their own."""
    taken = (
        "guide",
        "closing",
        "appendix",
        "blueprint",
        "run-sheet",
        "declarations",
        "part-one",
        "one",
        "a" * 64,
    )
    return st.one_of(st.sampled_from(taken), st.text(IDS, min_size=1, max_size=12).map(lambda s: "i" + s))


def pieces() -> st.SearchStrategy[str]:
    """A few words of one script, or something hostile."""
    return st.one_of(
        st.text(HAN, min_size=1, max_size=30),
        st.text(LATIN, min_size=1, max_size=40),
        st.sampled_from(HOSTILE),
        st.sampled_from(LONG_WORDS),
    )


def lines(limit: int = LINE) -> st.SearchStrategy[str]:
    """One line of 1 to `limit` characters; mostly short."""
    one = st.lists(pieces(), min_size=1, max_size=3).map(lambda p: clipped(" ".join(p), limit))
    return st.one_of(st.text(HAN, min_size=1, max_size=min(12, limit)), one)


def tables() -> st.SearchStrategy[str]:
    """A Markdown table, with now and then a row that has more or fewer cells than its head."""
    cell = lines(60).map(lambda s: s.replace("|", "\\|").replace("\n", " "))
    rows = st.lists(st.lists(cell, min_size=1, max_size=6), min_size=1, max_size=6)
    return rows.map(markdown_table)


def markdown_table(rows: list[list[str]]) -> str:
    """Rows of cells as Markdown; the first is the head."""
    head, *body = rows
    drawn = [head, [":-:" if i % 2 else "---" for i in range(len(head))], *body]
    return "\n".join("| " + " | ".join(row) + " |" for row in drawn)


def nested_lists() -> st.SearchStrategy[str]:
    """A list up to five deep, deeper than documents show."""
    item = st.tuples(st.integers(0, 4), st.sampled_from(["- ", "1. ", "7) ", "25. ", "0. ", "* "]), lines(80))
    return st.lists(item, min_size=1, max_size=8).map(
        lambda items: "\n".join("   " * depth + mark + text for depth, mark, text in items)
    )


def texts(limit: int = 1500) -> st.SearchStrategy[str]:
    """Markdown of one or more blocks."""
    emphasised = lines(120).map(lambda s: f"**{s}** *{s}* 甲**{s}**乙")
    block = st.one_of(lines(), lines(), tables(), nested_lists(), emphasised)
    many = st.lists(block, min_size=1, max_size=3).map(lambda b: clipped("\n\n".join(b), limit))
    return st.one_of(lines(), many)


def scripts(gaps: str) -> st.SearchStrategy[str]:
    """Words to be read aloud; braces stand for the gaps that are filled in, and for nothing else."""
    return texts(400).map(lambda text: text.replace("{", "(").replace("}", ")") + gaps)
