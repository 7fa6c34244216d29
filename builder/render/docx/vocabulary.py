"""The closed vocabulary of docs/vocabulary.md: anything else is an error, never skipped in silence."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from builder.errors import BuildError
from builder.render.bounds import refuse_excess
from builder.words import words

Element: TypeAlias = etree._Element

BREAKS = {"break-page": "nextPage", "break-even": "evenPage", "break-odd": "oddPage"}
_PLACING = frozenset(BREAKS) | {"keep", "keep-next"}
_CELL = frozenset({"center", "right", "shade", "top"})

BLOCKS: dict[str, frozenset[str]] = {
    "p": frozenset(
        {
            "title",
            "subtitle",
            "marking",
            "stem",
            "script",
            "meta",
            "note",
            "caption",
            "signature",
            "note-line",
        }
    )
    | {
        "box-title",
        "label",
        "subhead",
        "lead",
        "organisation",
        "sheet-title",
        "sign",
        "contents-title",
        "toc-1",
        "toc-2",
    },
    **{f"h{level}": frozenset() for level in range(1, 5)},
    "ul": frozenset({"checks"}),
    "ol": frozenset(),
    "li": frozenset(),
    "div": frozenset({"scenario", "stem", "script", "callout", "alert", "notes"}),
    "section": frozenset({"cover"}),
    "article": frozenset(),
    "nav": frozenset({"contents"}),
    "table": frozenset({"grid", "rubric", "form", "bare", "alert"}),
    "tr": frozenset({"may-split"}),
    "td": _CELL,
    "th": _CELL,
    **{tag: frozenset() for tag in ("caption", "colgroup", "col", "thead", "tbody")},
}
INLINE: dict[str, frozenset[str]] = {
    **{tag: frozenset() for tag in ("strong", "em", "code", "br", "a", "sub", "sup", "img")},
    "span": frozenset(
        [
            "blank",
            "check",
            "tag",
            "points",
            "slot",
            "left",
            "centre",
            "right",
            "section-title",
            "page-number",
            "page-count",
        ]
    ),
}
_RUNNING = {"header": frozenset({"running"}), "footer": frozenset({"running"})}
_ALLOWED = {
    **{tag: own | _PLACING for tag, own in BLOCKS.items()},
    **INLINE,
    **_RUNNING,
    "body": frozenset({"portrait", "landscape", "plain", "dense"}),
}
_TEXTLESS = frozenset({"ul", "ol", "nav", "table", "colgroup", "thead", "tbody", "tr"})


def read_html(html: str) -> Element:
    """The tree of a document's HTML.

    Raises BuildError when there is none, or when it holds an element or class outside the vocabulary.
    """
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    tree = etree.fromstring(html, parser) if html.strip() else None
    body = None if tree is None else tree.find("body")
    if tree is None or body is None:
        raise BuildError(words("the composed document has no body"))
    refuse_excess(body)
    for node in body.iter():
        _check(node)
    return tree


def classes_of(node: Element) -> set[str]:
    """The classes of an element."""
    named = node.get("class")
    return set(named.split()) if named else set()


def _check(node: Element) -> None:
    allowed = _ALLOWED.get(str(node.tag))
    if allowed is None:
        raise _unknown(f"<{node.tag}>")
    if node.get("class"):
        for name in sorted(classes_of(node) - allowed):
            raise _unknown(f'<{node.tag} class="{name}">')
    if node.tag in _TEXTLESS and _bare_text(node):
        raise misplaced(f"the text “{_bare_text(node)[:20]}”", f"<{node.tag}> itself")


def _bare_text(node: Element) -> str:
    return "".join([node.text or "", *(child.tail or "" for child in node)]).strip()


def _unknown(what: str) -> BuildError:
    return BuildError(
        words("the Word renderer does not know {what}", what=what),
        words("use only what docs/vocabulary.md lists, or add it there and to both renderers"),
    )


def misplaced(what: str, where: str) -> BuildError:
    """The error for an element that is known but stands where it cannot."""
    return BuildError(words("{what} cannot stand inside {where}", what=what, where=where))
