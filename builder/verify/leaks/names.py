"""People's names in files that must not hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from builder.errors import Severity
from builder.verify.fault import Fault
from builder.verify.leaks.folding import HEAVY, folded
from builder.verify.leaks.strings import sources_of
from builder.verify.ooxml.names import W, stories
from builder.verify.opened import Opened, OpenedDocx, OpenedPdf
from builder.words import words

SHORTEST, SHORTEST_IN_LETTERS, SHORTEST_IN_DIGITS = 2, 5, 8
"""Characters from which a name can be told from the words around it."""
MOST = 5
"""Names that are told of one file."""


class Names:
    """The names and application numbers of a day's candidates, ready to be looked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_length: dict[int, set[str]] = defaultdict(set)
        self._spelt: dict[str, str] = {}
        for name in names:
            plain = folded(name)
            if len(plain) >= _shortest(plain):
                self._by_length[len(plain)].add(plain)
                self._spelt.setdefault(plain, name)

    def found_in(self, strings: Iterable[str], but_not: Set[str] = frozenset()) -> set[str]:
        """Those that stand in some folded strings, folded."""
        found: set[str] = set()
        for string in strings:
            for length, names in self._by_length.items():
                parts = {string[i : i + length] for i in range(len(string) - length + 1)}
                found |= names & parts
        return found - but_not

    def spelt(self, name: str) -> str:
        """A folded name as the roster has it."""
        return self._spelt[name]


def named(file: Opened, names: Names, but_not: Set[str]) -> Iterator[Fault]:
    """The names that a file holds, other than some (folded).

    A name that is only made up of the end of one piece of text and the beginning of the next is a warning: it may be
    none.
    """
    found = names.found_in((s for source in sources_of(file) for s in source.strings), but_not)
    surely = (
        names.found_in(_pieces(file), but_not)
        if found and isinstance(file, OpenedPdf | OpenedDocx)
        else found
    )
    for name in sorted(found, key=lambda name: (name not in surely, name))[:MOST]:
        yield named_fault(file.path, names.spelt(name), surely=name in surely)


def named_fault(path: Path, name: str, *, surely: bool = True) -> Fault:
    """That a file holds a name."""
    if surely:
        sentence = words("“{name}” stands in it, whom it must not name", name=name)
        hint = words("do not hand this file out; look at who or what put the name there")
        return Fault("VERIFY-NAME", sentence, path, hint=hint)
    sentence = words("the characters of “{name}” follow one another in it", name=name)
    hint = words("look whether that is the name: it may be the end of one word and the beginning of another")
    return Fault("VERIFY-NAME", sentence, path, hint=hint, severity=Severity.WARNING)


def _pieces(file: OpenedPdf | OpenedDocx) -> Iterator[str]:
    """What stands together: lines of a page, paragraphs; properties and attributes one by one."""
    if isinstance(file, OpenedPdf):
        yield from (folded(piece.text) for page in file.shown for piece in page)
        yield from (
            string for source in sources_of(file) if len(source.strings) > 1 for string in source.strings
        )
        return
    for _, tree in stories(file):
        for paragraph in tree.iter(f"{W}p"):
            yield folded("".join(str(node.text or "") for node in paragraph.iter(f"{W}t")))
    for name, tree in file.trees.items():
        yield from (
            folded(str(v)) for node in tree.iter() if isinstance(node.tag, str) for v in node.attrib.values()
        )
        if not name.startswith("word/"):
            yield from (folded(str(text)) for text in tree.itertext())


def _shortest(name: str) -> int:
    if name.isdigit():
        return SHORTEST_IN_DIGITS
    return SHORTEST if any(c >= HEAVY for c in name) else SHORTEST_IN_LETTERS
