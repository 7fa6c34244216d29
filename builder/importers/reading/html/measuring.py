"""How much text and how many links stand in each part of a page."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from builder.importers.reading.html.looks import BLOCKS, UNSEEN
from builder.importers.reading.html.page import beginning_of, named
from builder.importers.understanding.cues import asks
from builder.importers.understanding.flow import skeleton_of


@dataclass
class Measure:
    """Of one element; characters without white space."""

    text: int = 0
    link_text: int = 0
    links: int = 0
    asking: int = 0
    """Links whose words ask something."""
    inner: int = 0
    """Links to other places of the same page."""
    controls: int = 0

    def add(self, other: Measure) -> None:
        """Takes in what stands in an element inside this one."""
        self.text += other.text
        self.link_text += other.link_text
        self.links += other.links
        self.asking += other.asking
        self.inner += other.inner
        self.controls += other.controls


CONTROLS = named("button select textarea input optgroup option")


def measured(root: etree._Element) -> dict[etree._Element, Measure]:
    """The measure of every block of the page."""
    done: dict[etree._Element, Measure] = {}
    stack = [Measure()]
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            stack.append(Measure(text=_length(element.text)))
            if element.tag in UNSEEN:
                stack[-1].text = 0
                walker.skip_subtree()
        else:
            if event == "end":
                _close(element, stack, done)
            stack[-1].text += _length(element.tail)
    return done


def _close(element: etree._Element, stack: list[Measure], done: dict[etree._Element, Measure]) -> None:
    inside = stack.pop()
    if element.tag == "a" and element.get("href") is not None and inside.text:
        inside.links += 1
        inside.link_text = inside.text
        inside.asking += asks(skeleton_of(beginning_of(element, 200)[:400]))
        inside.inner += len(element.get("href", "")) > 1 and element.get("href", "").startswith("#")
    inside.controls += element.tag in CONTROLS
    stack[-1].add(inside)
    if element.tag in BLOCKS or element.get("class") or element.get("role"):
        done[element] = inside


def _length(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0
