"""The title that a page gives itself in its head."""

from __future__ import annotations

import re

from lxml import etree

from builder.importers.blocks import Block, Kind
from builder.importers.reading.copying import Copyist
from builder.importers.reading.html.page import line_of
from builder.words import words

_SITE = re.compile(r"\s*(?:[_|｜]|\s[-–—])\s*([^_|｜–—-]{1,16})$")
_BEGINNING = 3000
"""Characters of the page in which its title may stand once more."""


def write_title(root: etree._Element, copyist: Copyist) -> None:
    """Writes the title as a heading where the page has no headings; otherwise it is left out, as is the site's name."""
    element = root.find("head/title")
    title = " ".join((element.text or "").split()) if element is not None else ""
    if element is None or not title:
        return
    place = line_of(element)
    site = _SITE.search(title)
    while site and not re.search("题|面试|interview|question", site[1], re.I):
        copyist.leave_out(site[0], words("name of the site"), place)
        title = title[: site.start()]
        site = _SITE.search(title)
    if next(root.iter("h1", "h2", "h3", "h4"), None) is not None or _is_shown(root, title):
        copyist.leave_out(title, words("title of the page, which is not shown in it"), place)
    else:
        copyist.write(Block(title, Kind.HEADING, 1, place=place))


def _is_shown(root: etree._Element, title: str) -> bool:
    text = ""
    for piece in root.iterfind("body//*"):
        text += "".join((piece.text or "", piece.tail or ""))
        if len(text) > _BEGINNING:
            break
    return "".join(title.split()) in "".join(text.split())
