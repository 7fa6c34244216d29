"""What a candidate's document must not hold: all of the bank but what the document itself says.

Three ways to be found out, by how much a text tells:

- *stretches*: any shingle (six Han characters, twenty-four letters) of any field, wherever it stands;
- *phrases*: a whole field of at least four Han characters or sixteen letters that is too short for a shingle;
- *names*: a shorter field (an id, a tag, a label) only where a string of the file is exactly that: a property, a
  bookmark, the name of a style. Inside running text two or three characters are nobody's secret, and a single word
  in letters (`analysis`) may be a word of the file format's own.

What the composed document says is public and not looked for, unless it stands in neither the view it was composed
from nor the fixed words: then a template or a view tells more than it should.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from builder.model.bank import Bank
from builder.verify.leaks.fields import Field, fields_of
from builder.verify.leaks.folding import HAN, HEAVY, PHRASE, SHINGLE, shingles, weight

SHORTEST_NAME = 5
LONGEST_EXCERPT = 19


class BankSecrets:
    """Every text of one bank, ready to be looked for; made once a bank."""

    def __init__(self, bank: Bank) -> None:
        self.stretches: dict[str, str] = {}
        """Shingle → the field it is from."""
        self.phrases: dict[str, str] = {}
        self.names: dict[str, str] = {}
        for field in fields_of(bank):
            if weight(field.text) < SHINGLE:
                self._kind(field).setdefault(field.text, field.name)
            for _, shingle in shingles(field.text):
                self.stretches.setdefault(shingle, field.name)

    def _kind(self, field: Field) -> dict[str, str]:
        size = weight(field.text)
        if size >= PHRASE:
            return self.phrases
        several = field.words > 1 and size >= SHORTEST_NAME
        return self.names if several or (size >= 2 * HAN and field.text >= HEAVY) else {}


@dataclass(frozen=True, slots=True)
class Leak:
    """A stretch of a file's text that is from a field of the bank."""

    field: str
    excerpt: str


class Secrets:
    """What one candidate's document must not hold."""

    def __init__(
        self, bank: BankSecrets, public: Iterable[str] = (), but_not: Set[str] = frozenset()
    ) -> None:
        """`public` are the folded texts that candidates may read, `but_not` shingles of them that they may not."""
        said = "\n".join(public)
        self._stretches = bank.stretches
        self._open = {shingle for text in said.split("\n") for _, shingle in shingles(text)} - but_not
        self._phrases = {phrase: field for phrase, field in bank.phrases.items() if phrase not in said}
        self._names = {name: field for name, field in bank.names.items() if name not in said}

    def found_in(self, strings: Iterable[str]) -> Iterator[Leak]:
        """What some folded strings hold of it; each field once."""
        seen: set[str] = set()
        for string in strings:
            for leak in self._found(string):
                if leak.field not in seen:
                    seen.add(leak.field)
                    yield leak

    def _found(self, string: str) -> Iterator[Leak]:
        if string in self._names:
            yield Leak(self._names[string], _excerpt(string))
        if weight(string) < PHRASE:
            return
        for phrase, field in self._phrases.items():
            if phrase in string:
                yield Leak(field, _excerpt(phrase))
        for _, shingle in shingles(string):
            if shingle in self._stretches and shingle not in self._open:
                yield Leak(self._stretches[shingle], _excerpt(shingle))


def _excerpt(text: str) -> str:
    """Enough to find the place by, never the whole of it."""
    return f"{text[: min(len(text) * 2 // 3, LONGEST_EXCERPT)]}…"
