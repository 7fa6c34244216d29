"""styles.xml: defaults, latent styles and the styles themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from builder.render.docx.oxml.formats import ParagraphFormat, RunFormat
from builder.render.docx.oxml.markup import element, part

_BUILT_IN_LOWER_CASE = re.compile(r"^(Heading|TOC) (?=\d$)|^(Caption|Header|Footer)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A named style. Names are English: Word shows the built-in ones in its user's language."""

    name: str
    kind: Literal["paragraph", "character", "table", "numbering"] = "paragraph"
    based_on: str = ""
    next: str = ""
    priority: int = 99
    quick: bool = True
    hidden: bool = False
    default: bool = False
    paragraph: ParagraphFormat | None = None
    run: RunFormat | None = None
    table: str = ""

    @property
    def id(self) -> str:
        return style_id(self.name)

    def xml(self) -> str:
        builtin = _built_in(self)
        inner = [
            element("name", val=word_name(self.name)),
            element("basedOn", val=style_id(self.based_on)) if self.based_on else "",
            element("next", val=style_id(self.next)) if self.next else "",
            element("uiPriority", val=self.priority),
            "<w:semiHidden/><w:unhideWhenUsed/>" if self.hidden else "",
            "<w:qFormat/>" if self.quick else "",
            self.paragraph.xml() if self.paragraph else "",
            self.run.xml() if self.run else "",
            self.table,
        ]
        return element(
            "style",
            *inner,
            type=self.kind,
            default=1 if self.default else None,
            customStyle=None if builtin else 1,
            styleId=self.id,
        )


def style_id(name: str) -> str:
    """The id of one of our styles: its name without spaces."""
    return {"Normal Table": "TableNormal"}.get(name, name.replace(" ", ""))


def word_name(name: str) -> str:
    """The name as Word writes it: some built-in names are in lower case in the file."""
    return name.lower() if _BUILT_IN_LOWER_CASE.match(name) else name


def styles_part(styles: Sequence[Style], run: RunFormat) -> str:
    """The whole part; `run` is what letters are where no style says otherwise."""
    defaults = element(
        "docDefaults",
        element("rPrDefault", run.xml()),
        "<w:pPrDefault><w:pPr/></w:pPrDefault>",
    )
    return part("styles", defaults + _latent() + "".join(style.xml() for style in styles))


BUILT_IN = frozenset(
    [
        "Normal",
        "Body Text",
        "Title",
        "Subtitle",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Heading 4",
        "Caption",
        "TOC Heading",
        "TOC 1",
        "TOC 2",
        "List Bullet",
        "List Bullet 2",
        "List Bullet 3",
        "List Number",
        "List Number 2",
        "List Number 3",
        "List Continue",
        "List Continue 2",
        "List Continue 3",
        "Header",
        "Footer",
        "Default Paragraph Font",
        "Normal Table",
        "No List",
        "Strong",
        "Emphasis",
        "Hyperlink",
    ]
)


def _built_in(style: Style) -> bool:
    return style.name in BUILT_IN


# Word has 376 built-in styles and would list them all; only those that serve here are shown before use.
_SHOWN = (
    ("Normal", 0),
    ("heading 1", 9),
    ("heading 2", 9),
    ("heading 3", 9),
    ("heading 4", 9),
    ("Title", 10),
    ("Subtitle", 11),
    ("Strong", 22),
    ("Emphasis", 20),
    ("Body Text", 1),
)


def _latent() -> str:
    shown = (
        element("lsdException", name=name, uiPriority=priority, semiHidden=0, unhideWhenUsed=0, qFormat=1)
        for name, priority in _SHOWN
    )
    return element(
        "latentStyles",
        *shown,
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )
