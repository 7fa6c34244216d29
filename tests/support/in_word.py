"""Texts retyped in Word, in the ways people do that: numbers typed or automatic, headings, bold labels, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from word_files import Lists, paragraph, runs, table, word_file

from builder.importers.understanding.lexicon import lexicon
from builder.importers.understanding.numerals import whole

MANNERS = ("typed", "numbered", "headings", "numbered headings", "bold", "one paragraph")
_FORMS = (
    ("chineseCountingThousand", r"([一二三四五六七八九十]+)、", "%1、"),
    ("chineseCountingThousand", r"（([一二三四五六七八九十]+)）", "（%1）"),
    ("chineseCountingThousand", r"第([一二三四五六七八九十]+)部分(?:[ ：:]|(?= ))", "第%1部分"),
    ("decimal", r"(\d{1,2})[.]\s?(?!\d)", "%1."),
    ("decimal", r"(\d{1,2})、", "%1、"),
    ("decimal", r"(\d{1,2})\)\s?", "%1)"),
    ("decimal", r"（(\d{1,2})）", "（%1）"),
    ("decimal", r"\((\d{1,2})\)\s?", "(%1)"),
    ("decimalEnclosedCircle", r"([①-⑳])", "%1"),
    ("decimal", r"题目(\d{1,2})[：:]", "题目%1："),
    ("decimal", r"第(\d{1,2})题(?:[ ：:]|(?=（))", "第%1题"),
    ("decimal", r"Question (\d{1,2})[:.]\s?", "Question %1:"),
    ("decimal", r"Q(\d{1,2})[:.]\s?", "Q%1."),
)
_MARKDOWN_HEADING = re.compile(r"(#{1,3})\s+(.*)")
_MARKDOWN_ROW = re.compile(r"\|(.*)\|$")
_SECTION = re.compile(r"[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分|Part \w+")


def in_word(text: str, manner: str) -> bytes:
    """The text as a Word file, made in one of `MANNERS`."""
    lists, made = Lists(), []
    writer = _Writer(lists, manner, text)
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if row := _MARKDOWN_ROW.fullmatch(line.strip()):
            cells = [piece.strip() for piece in row[1].split("|")]
            rows += [cells] if not all(re.fullmatch(":?-+:?", c) for c in cells) else []
            continue
        if rows:
            made.append(table(rows))
            rows = []
        made.append(writer.line(line))
    body = "".join(made)
    if manner == "one paragraph":
        body = paragraph(runs(text.strip()))
    return word_file(body, numbering=lists.xml)


class _Writer:
    def __init__(self, lists: Lists, manner: str, text: str) -> None:
        self._lists, self._manner = lists, manner
        self._definitions: dict[str, int] = {}
        self._last: dict[str, tuple[int, int]] = {}
        self._bullets = lists.use(lists.define(("bullet", "•"), ("bullet", "o")))
        self._is_markdown = "# " in text
        self._nested = all(sign in text for sign in ("第一部分", "一、"))

    def line(self, line: str) -> str:
        line, style = line.rstrip("\r").removeprefix("> "), ""
        if heading := _MARKDOWN_HEADING.fullmatch(line):
            line, style = heading[2], str(len(heading[1]))
        elif "headings" in self._manner and _SECTION.match(line) and len(line) < 40:
            style = "2" if self._nested and "、" in line else "1"
        bullet = re.match(r"\s*[-*·] +", line)
        if bullet and (self._manner.startswith("numbered") or self._is_markdown):
            depth = len(line) - len(line.lstrip())
            return paragraph(runs(line[bullet.end() :]), style, (self._bullets, depth // 2))
        if self._manner.startswith("numbered"):
            for form, pattern, shown in _FORMS:
                if (found := re.match(pattern, line)) and line[found.end() :].strip():
                    return paragraph(
                        runs(line[found.end() :]), style, (self._list(form, shown, whole(found[1])), 0)
                    )
        if self._manner == "bold":
            line = f"**{line}**" if _SECTION.match(line) and len(line) < 40 else _bold_label(line)
        return paragraph(runs(line), style)

    def _list(self, form: str, shown: str, number: int | None) -> int:
        """The list that goes on with that number, or a new one that begins with it."""
        if form + shown not in self._definitions:
            self._definitions[form + shown] = self._lists.define((form, shown))
        using, last = self._last.get(form + shown, (0, -1))
        if not using or (number is not None and number != last + 1):
            using = self._lists.use(self._definitions[form + shown], number)
        self._last[form + shown] = using, number if number is not None else 0
        return using


def _bold_label(line: str) -> str:
    if "**" in line:
        return line
    label = re.match(r"[^：:]{1,20}[：:]", line)
    known = label and label[0][:-1].strip(" 【】[]").lower() in lexicon()[0]
    return f"**{label[0]}**{line[label.end() :]}" if label and known else line


def lines_of(text: str) -> Iterator[str]:
    """The lines that have words."""
    yield from (line for line in text.split("\n") if line.strip())
