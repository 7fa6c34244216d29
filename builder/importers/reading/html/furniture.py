"""What stands on a page beside its document: navigation, forms, advertisements, lists of links to other pages.

Told by structure alone: by the page's own names for its parts, and by how much of a part is links. A part that holds
most of the page's text is never furniture, whatever it is called.
"""

from __future__ import annotations

import re

from lxml import etree

from builder.importers.reading.html.measuring import CONTROLS, Measure
from builder.importers.reading.html.page import named
from builder.words import Words, words

MOST, MUCH = 0.5, 0.3
"""Shares of the page's text."""
DENSE = 0.7
"""Share of a part's text that is links."""
_ROLES = named("navigation search contentinfo dialog alertdialog menu menubar toolbar tablist")
_NAMES = named(
    "ad ads advert adverts advertisement adsbygoogle banner breadcrumb breadcrumbs crumb crumbs comment comments cookie cookies copyright "
    "crumbnav dialog disclaimer footer foot friendlink hotlist login menu modal nav navbar navigation newsletter pager pagination popup "
    "promo qrcode rank recommend recommended recommendation related relate relevant register share sharebar sidebar sidenav social "
    "subscribe tagcloud toc toolbar topbar vip"
)
_TOKEN = re.compile(r"[A-Z]?[a-z]+")
LITTLE = 80
"""Characters of a form that is only a field with its label."""


def furniture(element: etree._Element, measure: Measure, whole: int) -> Words | None:
    """Why the part is no part of the document; None where it is one."""
    share = measure.text / max(whole, 1)
    if element.tag in CONTROLS:
        return words("a control of a form")
    if share > MOST:
        return None
    if element.tag == "nav" or element.get("role") in _ROLES:
        return words("navigation of the page")
    if element.tag == "div" and element.get("title") in ("header", "footer"):  # as LibreOffice writes them
        return words("running head, foot or page number")
    if element.tag in ("aside", "footer") and (measure.links or measure.text < LITTLE):
        return words("beside or below the document")
    if element.tag == "form" and measure.controls and measure.text < LITTLE:
        return words("a form")
    if share < MUCH and (name := _telling_name(element)):
        return words("part of the page called “{name}”", name=name)
    return _of_links(measure, share)


def _of_links(measure: Measure, share: float) -> Words | None:
    if measure.links < 3 or measure.link_text < DENSE * measure.text:
        return None
    if measure.inner * 5 >= measure.links * 4:
        return words("table of contents with links")
    if measure.asking * 2 < measure.links and share < MUCH:
        return words("list of links")
    return None


def _telling_name(element: etree._Element) -> str:
    """The word in its class or id that says it is furniture."""
    if element.tag in ("body", "html", "main", "article", "li", "td", "tr", "span", "a", "h1", "h2"):
        return ""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return next((token.lower() for token in _TOKEN.findall(names) if token.lower() in _NAMES), "")
