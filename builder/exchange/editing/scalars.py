"""One text or number in the place of another, written as the old one was."""

from __future__ import annotations

import re
from typing import Any

from builder.exchange.editing.edits import Edits
from builder.exchange.editing.nodes import Node
from builder.exchange.editing.values import in_one_line

_IN_BLOCK = re.compile("[\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")
STEP = 2


def rewrite_scalar(edits: Edits, node: Node, new: Any, indent: int, *, in_brackets: bool) -> bool:
    """Replaces the scalar; False where it has to be written anew. `indent` is that of its key or dash."""
    if node.style in ("|", ">") and isinstance(new, str) and _fits_in_block(new):
        _rewrite_block(edits, node, new, indent)
        return True
    if isinstance(new, str) and "\n" in new and _fits_in_block(new) and not in_brackets:
        edits.replace(node.start, node.end, "|" if new.endswith("\n") else "|-")
        lines = new.removesuffix("\n").split("\n")
        edits.add_lines(node.end, [_line(line, indent + STEP) for line in lines])
        return "\n" not in edits.text[node.start : node.end]
    if node.style in ("|", ">"):
        return False
    edits.replace(node.start, node.end, in_one_line(new, node.style, in_brackets=in_brackets))
    return True


def _fits_in_block(text: str) -> bool:
    return (
        bool(text.strip())
        and not text[0].isspace()
        and not text.endswith("\n\n")
        and _IN_BLOCK.fullmatch(text) is not None
    )


def _rewrite_block(edits: Edits, node: Node, new: str, indent: int) -> None:
    """Keeps the header and the indent; a folded text that changes keeps its lines as lines, literally."""
    start = edits.end_of_line(node.start)
    header, old = edits.text[node.start : start], edits.text[start : node.end]
    first = next((line for line in re.split(r"\r\n|\n|\r", old) if line.strip()), "")
    depth = len(first) - len(first.lstrip(" ")) or indent + STEP
    marks = re.match(r"[|>][-+0-9]*", header)
    assert marks is not None
    kept = "|" + re.sub("[0-9]", "", marks[0][1:])
    if new.endswith("\n"):
        kept = kept.replace("-", "")
    elif "-" not in kept:
        kept = "|-"
    edits.replace(node.start, node.start + marks.end(), kept)
    lines = [_line(line, depth) for line in new.rstrip("\n").split("\n")]
    edits.replace(start, node.end, "".join(edits.line_end + line for line in lines))


def _line(line: str, indent: int) -> str:
    return " " * indent + line if line else ""
