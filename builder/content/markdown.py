"""The Markdown of long fields: paragraphs, lists two deep, emphasis, tables and images; nothing else.

Everything else of Markdown, and all HTML, stays text: it is printed as it was typed. Parsing is CommonMark's
with two changes. Emphasis with `*` next to Han characters and full-width punctuation works as a Chinese writer
expects (`见**“要点”**一节`), where CommonMark's word-boundary rule, made for spaced scripts, sees none. And
no text is dropped: what a table row has beyond the columns of its head stays in the last cell, and lists
deeper than any page shows stay text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

WIDE = re.compile(
    "[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—\U00020000-\U0003ffff]"
)
MAX_LIST_DEPTH = 3
"""As deep as Word has list styles for; deeper ones stay text."""
TEXT_ONLY = [
    "code",
    "fence",
    "blockquote",
    "hr",
    "heading",
    "lheading",
    "reference",
    "html_block",
    "link",
    "autolink",
    "html_inline",
    "backticks",
    "entity",
]


class _HanAware(StateInline):
    """Lets emphasis open and close between wide characters."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        scanned = super().scanDelims(start, canSplitWord)
        before = self.src[start - 1 : start]
        after = self.src[start + scanned.length : start + scanned.length + 1]
        # `_` cannot split words: 订单_状态_码 is a name.
        if not canSplitWord or not (WIDE.match(before) or WIDE.match(after)):
            return scanned
        can_open = bool(after) and not after.isspace()
        can_close = bool(before) and not before.isspace()
        return Scanned(can_open, can_close, scanned.length)


class _HanAwareInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _HanAware(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _shallow_list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    levels_of_a_list = 2  # the list and its item
    belongs_to_outer = silent and state.sCount[start_line] < state.blkIndent
    if state.level >= MAX_LIST_DEPTH * levels_of_a_list and not belongs_to_outer:
        return False
    return list_block(state, start_line, end_line, silent)


def _keep_surplus_cells(state: StateCore) -> None:
    """Adds to a row's last cell what the row has beyond the columns of its head."""
    lines = state.src.split("\n")
    row: list[Token] = []
    for token in state.tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(token)
        elif token.type == "tr_close" and row and row[0].map:
            # Trimmed as the parser trims: to Python, U+0085 and no-break spaces are blank too.
            typed = [mdTrim(cell) for cell in escapedSplit(mdTrim(lines[row[0].map[0]]))]
            cells = typed[not typed[0] : len(typed) - (not typed[-1])]
            row[-1].content = " | ".join([row[-1].content, *cells[len(row) :]])


@functools.cache
def parser() -> MarkdownIt:
    """The one parser of the project; it keeps no state between texts."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 12})
    rules = markdown.inline
    markdown.inline = _HanAwareInline()
    markdown.inline.ruler = rules.ruler
    markdown.inline.ruler2 = rules.ruler2
    markdown.enable("table")
    markdown.block.ruler.at("list", _shallow_list, {"alt": ["paragraph", "reference", "blockquote"]})
    markdown.core.ruler.after("block", "surplus_cells", _keep_surplus_cells)
    markdown.disable(TEXT_ONLY)
    return markdown


def image_paths(text: str) -> Iterator[str]:
    """The path of every image that the text shows."""
    if "![" not in text:
        return
    for token in parser().parse(text):
        for child in token.children or ():
            if child.type == "image":
                yield image_path(child)


def image_path(token: Token) -> str:
    """The path of an image as it was typed: the parser writes it as an address, `图` as `%E5%9B%BE`."""
    return unquote(str(token.attrs["src"]))
