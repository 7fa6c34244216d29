"""The same text as web pages of several makes: as people write them, as Word saves them, as sites deliver them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from markdown_it import MarkdownIt

_ITEM = re.compile(r"(\d{1,3})\. +(.+)")

FURNITURE = (
    '<div class="topbar"><a href="/login">登录</a> <a href="/register">注册</a> <a href="/vip">开通会员</a></div>'
    '<nav><ul><li><a href="/">首页</a></li><li><a href="/doc">文档</a></li><li><a href="/exam">考试资料</a></li></ul></nav>'
    '<div class="breadcrumb"><a href="/">首页</a> &gt; <a href="/doc">文档</a> &gt; 面试</div>',
    '<aside><h3>热门文档</h3><ul><li><a href="/1">仓库主管工作总结</a></li><li><a href="/2">前台接待服务规范</a></li><li><a href="/3">排班表模板</a></li></ul></aside>'
    '<div class="x9"><h4>猜你喜欢</h4><ul><li><a href="/4">客服礼仪培训</a></li><li><a href="/5">质检员手册</a></li><li><a href="/6">更多资料</a></li></ul></div>'
    '<form action="/search"><input name="q"><button>搜索</button></form><script>track("page");</script>'
    '<footer>版权所有 <a href="/about">关于我们</a></footer>',
)


def paragraphs(text: str) -> str:
    """A paragraph a line."""
    return _page("".join(f"<p>{escape(line)}</p>\n" for line in _lines(text)))


def breaks(text: str) -> str:
    """One element with line breaks in it."""
    return _page("<div>" + "<br>\n".join(map(escape, _lines(text))) + "</div>")


def lists(text: str) -> str:
    """Numbered lines are items of ordered lists, whose numbers the page does not hold."""
    body = ""
    for line in _lines(text):
        item = _ITEM.fullmatch(line)
        body += f'<ol start="{item[1]}"><li>{escape(item[2])}</li></ol>' if item else f"<p>{escape(line)}</p>"
        body += "\n"
    return _page(body)


def saved_by_word(text: str) -> str:
    """Filtered HTML: spans everywhere, and lines that the program broke inside sentences."""
    body = ""
    for line in _lines(text):
        words = re.sub(r"(?<=[一-龥，。])(?=[一-龥]{6})", "\n", escape(line))
        body += f"<p class=MsoNormal style='margin:0cm'><span\nlang=ZH-CN style='font-family:宋体'>{words}</span></p>\n"
    head = '<meta http-equiv=Content-Type content="text/html; charset=gb2312"><style>\n<!-- p.MsoNormal{font-size:10.5pt} -->\n</style>'
    return f"<html><head>{head}</head><body lang=ZH-CN><div class=WordSection1>{body}</div></body></html>"


def on_a_site(text: str) -> str:
    """The document amid navigation, advertisements and lists of other documents."""
    before, after = FURNITURE
    body = "".join(f"<p>{escape(line)}</p>\n" for line in _lines(text))
    return _page(f'{before}<div class="layout"><div id="reader">{body}</div>{after}</div>')


def of_markdown(text: str) -> str:
    """What a Markdown processor makes of it."""
    return _page(MarkdownIt("commonmark").enable("table").render(text))


DRESSES: tuple[Callable[[str], str], ...] = (paragraphs, breaks, lists, saved_by_word, on_a_site)


def _lines(text: str) -> Iterator[str]:
    """The lines; a blank one is a blank paragraph."""
    return (line.strip() or "\u00a0" for line in text.strip().splitlines())


def _page(body: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><style>p {{margin: 0}}</style></head><body>\n{body}</body></html>\n'
