"""The Markdown of long fields: paragraphs, lists two deep, emphasis, tables and images; nothing else.

Everything else of Markdown, and all HTML, stays text: it is printed as it was typed. Parsing is CommonMark's
with one change: emphasis marks next to Han characters and full-width punctuation work as a Chinese writer
expects (`见**“要点”**一节`), where CommonMark's word-boundary rule, made for spaced scripts, sees none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

WIDE = re.compile(
    "[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—\U00020000-\U0003ffff]"
)
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
        if not (WIDE.match(before) or WIDE.match(after)):
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


@functools.cache
def parser() -> MarkdownIt:
    """The one parser of the project; it keeps no state between texts."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 12})
    rules = markdown.inline
    markdown.inline = _HanAwareInline()
    markdown.inline.ruler = rules.ruler
    markdown.inline.ruler2 = rules.ruler2
    markdown.enable("table")
    markdown.disable(TEXT_ONLY)
    return markdown


def image_paths(text: str) -> Iterator[str]:
    """The path of every image that the text shows."""
    if "![" not in text:
        return
    for token in parser().parse(text):
        for child in token.children or ():
            if child.type == "image":
                yield str(child.attrs["src"])
