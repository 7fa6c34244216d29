"""What leads from one page to another: links and outlines, taken out of a PDF and put in again for each copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pikepdf

Pages: TypeAlias = Sequence[Any]
"""Page objects of one copy, in order."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where something leads: a page of its copy, counted from 0, and what of it is shown."""

    page: int
    view: Sequence[Any]

    def on(self, pages: Pages) -> pikepdf.Array:
        """The destination in a copy made of these pages."""
        return pikepdf.Array([pages[self.page], *self.view])


@dataclass(frozen=True, slots=True)
class Link:
    """A link: which annotation of which page, both counted from 0, and where it leads."""

    page: int
    annotation: int
    target: Target


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of an outline with the lines below it."""

    title: str
    target: Target
    branches: Sequence[Branch] = ()

    def moved(self, by: int) -> Branch:
        """The same for a copy whose pages are counted from another one."""
        target = Target(self.target.page + by, self.target.view)
        return Branch(self.title, target, [branch.moved(by) for branch in self.branches])


TOP = (pikepdf.Name.XYZ, None, None, None)
"""The view of a page's upper end."""


def links(pdf: pikepdf.Pdf) -> list[Link]:
    """Every link inside the file."""
    numbers, named = _page_numbers(pdf), _named(pdf)
    found = []
    for number, page in enumerate(pdf.pages):
        for index, annotation in enumerate(page.obj.get("/Annots", ())):
            target = _target(annotation.get("/Dest"), named, numbers)
            if target is not None:
                found.append(Link(number, index, target))
    return found


def outline(pdf: pikepdf.Pdf) -> list[Branch]:
    """The file's outline."""
    root = pdf.Root.get("/Outlines")
    return [] if root is None else list(_branches(root, _named(pdf), _page_numbers(pdf)))


def lead(links: Sequence[Link], pages: Pages) -> None:
    """Points the links of a copy made of these pages to its own pages."""
    for link in links:
        pages[link.page].Annots[link.annotation].Dest = link.target.on(pages)


class OutlineWriter:
    """Writes an outline line by line: thousands of them take no time."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines))
        self._last: Any = None
        self._count = 0

    def add(self, title: str, branches: Sequence[Branch], pages: Pages) -> None:
        """A line that leads to the first of the pages, with what is below it folded away."""
        line = self._line(Branch(title, Target(0, TOP), branches), self._root, pages)
        self._chain(self._root, self._last, line)
        self._last = line
        self._count += 1

    def finish(self) -> None:
        """Puts the outline into the file, in view when it is opened."""
        if self._count:
            self._root.Count = self._count
            self._pdf.Root.Outlines = self._root
            self._pdf.Root.PageMode = pikepdf.Name.UseOutlines

    def _line(self, branch: Branch, parent: Any, pages: Pages) -> Any:
        entries = {
            "/Title": pikepdf.String(branch.title),
            "/Parent": parent,
            "/Dest": branch.target.on(pages),
        }
        line = self._pdf.make_indirect(pikepdf.Dictionary(entries))
        last = None
        for below in branch.branches:
            made = self._line(below, line, pages)
            self._chain(line, last, made)
            last = made
        if branch.branches:
            line.Count = -len(branch.branches)
        return line

    @staticmethod
    def _chain(parent: Any, last: Any, line: Any) -> None:
        if last is None:
            parent.First = line
        else:
            last.Next, line.Prev = line, last
        parent.Last = line


def _branches(node: Any, named: Mapping[str, Any], numbers: Mapping[Any, int]) -> Iterator[Branch]:
    line = node.get("/First")
    while line is not None:
        target = _target(line.get("/Dest"), named, numbers)
        if target is not None:
            yield Branch(str(line.Title), target, list(_branches(line, named, numbers)))
        line = line.get("/Next")


def _target(destination: Any, named: Mapping[str, Any], numbers: Mapping[Any, int]) -> Target | None:
    if isinstance(destination, pikepdf.String):
        destination = named.get(str(destination))
    if not isinstance(destination, pikepdf.Array):
        return None
    number = numbers.get(destination[0].objgen)
    return None if number is None else Target(number, tuple(destination)[1:])


def _page_numbers(pdf: pikepdf.Pdf) -> dict[Any, int]:
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages)}


def _named(pdf: pikepdf.Pdf) -> dict[str, Any]:
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    return {} if names is None else {str(name): place for name, place in pikepdf.NameTree(names).items()}
