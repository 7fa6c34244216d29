"""Target `markdown`: text → `prose` and `line` → HTML → Word file. Well formed, and no letter lost on the way."""

from __future__ import annotations

import functools
import io
import re
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from random import Random

from fuzz_mutating import TOKENS, mutated_text
from lxml import etree

from builder.compose.prose import line, prose
from builder.content.project import built_in_templates
from builder.content.reading import read_source
from builder.errors import BuildError
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.docx import render_docx

REPOSITORY = Path(__file__).resolve().parents[2]
BATCH = 100
"""Inputs in one Word file: a package takes as long as they do."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARK = re.compile("\ue000([0-9]+)\ue001")


@functools.cache
def _seeds() -> list[str]:
    """What real banks say in long fields, and one text of everything that Markdown has here."""
    every = "前**粗**后*斜*\n\n- 一\n  - 二\n    1. 三\n\n| 甲 | 乙 |\n|:-:|--:|\n| 1 | 2 | 3 |\n\n1. a\n2. b\\\nc"
    texts = [every] * 20
    for file in sorted((REPOSITORY / "content").glob("*.yaml")):
        texts += [text for _, text in read_source(file).strings()]
    return [text[:300] for text in texts if len(text) > 8]


def make(random: Random) -> str:
    """A text: tokens at random, or a real one after a few changes."""
    if random.random() < 0.3:
        letters = random.choices([*TOKENS, "甲", "乙", "a", "b", " ", "1"], k=random.randrange(1, 40))
        return "".join(letters)
    return mutated_text(random.choice(_seeds()), random)


class MarkdownTarget:
    """Composes inputs one by one and writes them into Word files by the hundred."""

    def __init__(self, folder: Path) -> None:
        self._theme = Theme.model_validate(read_source(built_in_templates() / "theme.yaml").data)

    def check(self, text: str, number: int) -> str:
        """Composes and writes one input; raises where a letter is lost or the markup is not well formed."""
        return self.check_all([text])[0]

    def check_all(self, texts: Sequence[str]) -> list[str]:
        """What became of each: `written`, or `refused` for a character that no file can hold."""
        parts = [(_fragment(text), text) for text in texts]
        lawful = [(part, text) for part, text in parts if not _FORBIDDEN.search(part)]
        for part, _ in [pair for pair in parts if pair not in lawful][:1]:
            self._refused(part)
        if lawful:
            self._written(lawful)
        return ["refused" if _FORBIDDEN.search(part) else "written" for part, _ in parts]

    def _refused(self, part: str) -> None:
        try:
            self._render(part)
        except BuildError:
            return
        raise AssertionError("a character that XML forbids went into a Word file")

    def _render(self, body: str) -> bytes:
        page = f'<html lang="zh-CN"><head><title>t</title></head><body class="portrait">{body}</body></html>'
        return render_docx(Composed(page, "zh-CN", "t", {}), self._theme)

    def _written(self, parts: list[tuple[str, str]]) -> None:
        body = "".join(f"<p>\ue000{i}\ue001</p>{part}" for i, (part, _) in enumerate(parts))
        with zipfile.ZipFile(io.BytesIO(self._render(body))) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        said = "".join(node.text or "" for node in root.iter(f"{W}t"))
        split = _MARK.split(said)[2::2]
        assert len(split) == len(parts), "a text swallowed the beginning of another"
        for (part, _), found in zip(parts, split, strict=True):
            tree = etree.fromstring(f"<x>{_closed(part)}</x>")
            assert _letters(found) == _letters("".join(tree.itertext())), f"Word lost something of {part!r}"


def _fragment(text: str) -> str:
    """The HTML of an input as a long and as a short field."""
    blocks, short = str(prose(text, _image)), str(line(text, _image))
    for html in (blocks, short):
        _well_formed(html)
        if "![" not in text:  # the address of a picture is not printed
            said = "".join(etree.fromstring(f"<x>{_closed(_held(html))}</x>").itertext())
            assert _letters(said) == _letters(_held(text)), f"lost from {text!r}: {said!r}"
    return f"{blocks}<p>{short}</p>"


def _image(path: str, description: str) -> str:
    return escape(description)


def _held(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _closed(html: str) -> str:
    return html.replace("<br>", "<br/>").replace('%">', '%"/>')


def _well_formed(html: str) -> None:
    etree.fromstring(f"<x>{_closed(_held(html))}</x>")


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
