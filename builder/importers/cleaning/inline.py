"""What a site put around a document that came as one endless line, and page numbers between its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from builder.importers.cleaning.lines import LONG
from builder.importers.cleaning.passages import Cut, Draught
from builder.importers.cleaning.rules import REASONS
from builder.importers.understanding.cues import asks

_OPENINGS = (
    r"版权(?:说明|声明|申明)[:] *本?(?:文档|文件|资料)?[^。?]{0,30}?(?:上传|提供)[^。?]{0,60}?(?:认领|删除|处理|联系我们|立即下架)[。.]?",
    r"(?:本|该)(?:文档|文件|资料)由[^。?]{0,24}?(?:上传|创建|提供)[^。?]{0,30}?(?:审核通过|如有侵权[^。?]{0,20}删除|仅供学习参考)?[。.]",
    r"文档(?:简介|介绍)[:]?",
    r"第page页 *[,，]?共numpages页",
    r"(?P<title>[^。?!\n]{4,60}?)\.docx?(?:vip)? *(?=(?P=title))",
)
_OPENING = re.compile(rf"\s*(?:{'|'.join(_OPENINGS)})", re.IGNORECASE)
_FILE_WORDS = "试题|答案|合同|制度|教案|模板|指南|汇报|课件|考试|规范|题库|方案|报告|汇编|范本|招聘|法条"
_CLOSINGS = tuple(
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in (
        (r"温馨提示[:]? *(?:- *)?(?:1 *[.、:)] *)?本(?:站|网)", "notice"),
        (r"文档评论 *\(\d+\)", "comments"),
        (r"(?:发表)?评论 *0/\d{2,4} *(?:提交评论)?", "comments"),
        (r"(?<=[。!?”\"])\s*(?:最新|相关|热门|推荐)文档", "links"),
        (r"(?<=[。!?”\"])\s*猜你喜欢", "links"),
        (r"(?<=[。!?”\";])\s*上一[篇页]:[^。?!:]{2,60}下一[篇页]:", "notice"),
        (r"(?<=[。!?”\" ])\s*(?:版权|免责)?声明[:](?=[^?]{0,60}(?:本站|上传|转载|侵权))", "notice"),
        (r"(?<=[.!?\"])\s*related (?:articles|posts|resources)\b", "links"),
        (r"(?<=[.!?\"])\s*(?:©|copyright ©|\(c\)) *\d{4}\b", "notice"),
    )
)
_MOST_CLOSINGS = 3
"""How many of one kind are looked at, from the last."""
_ANSWERED = re.compile(r"(?:参考)?答案?[:]|评分标准[:]|(?:sample )?answer:", re.IGNORECASE)
_PAGE = re.compile(
    r"第 *(\d{1,4}) *页 *[,，/]? *共 *(\d{1,4}) *页|page +(\d{1,4}) +of +(\d{1,4})", re.IGNORECASE
)
_PAGE_FIELD = re.compile(
    r"第 *page *页 *[,，]? *共 *numpages *页|\bpage *\\\* *mergeformat *\d*", re.IGNORECASE
)


def leave_out_inline(draught: Draught) -> None:
    """Cuts the site's words off both ends of long lines, and page numbers out of any."""
    views = [passage.view() for passage in draught.passages]
    pages = _pages(views)
    for passage, view in zip(draught.passages, views, strict=True):
        cuts = [Cut(a, b, REASONS["page"]) for a, b in pages(view)]
        for line in re.finditer(r"[^\n]+", view):
            if len(line[0]) > LONG:
                cuts += _ends(line[0], line.start())
        passage.cuts += cuts


def _ends(line: str, offset: int) -> Iterator[Cut]:
    start = 0
    while opening := _OPENING.match(line, start):
        if opening.end() >= len(line) or asks(opening[0]):
            break
        start = opening.end()
    if start:
        yield Cut(offset, offset + start, REASONS["notice"])
    found = [
        (closing.start(), reason)
        for pattern, reason in _CLOSINGS
        for closing in [*pattern.finditer(line, start)][-_MOST_CLOSINGS:]
        if _is_behind(line, closing.end(), reason)
    ]
    if found:
        begin, reason = min(found)
        yield Cut(offset + begin, offset + len(line), REASONS[reason])


def _is_behind(line: str, end: int, reason: str) -> bool:
    """Nothing of the document follows: no answer; of links, names of files and no sentence."""
    rest = line[end:]
    if _ANSWERED.search(rest):
        return False
    listed = re.fullmatch(r"[^。?!]{8,}", rest) and len(re.findall(_FILE_WORDS, rest)) >= 2
    return reason != "links" or line.isascii() or bool(listed)


def _pages(views: list[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Finds page numbers: fields always; numbers where two or more agree on how many pages there are."""
    counts = Counter(m[2] or m[4] for view in views for m in _PAGE.finditer(view))
    agreed = {count for count, times in counts.items() if times >= 2}

    def pages(view: str) -> Iterator[tuple[int, int]]:
        yield from (m.span() for m in _PAGE_FIELD.finditer(view))
        yield from (m.span() for m in _PAGE.finditer(view) if (m[2] or m[4]) in agreed)

    return pages
