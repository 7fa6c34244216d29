"""What one candidate's document may say and must not: its secrets, from the bank, its view and what was composed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from builder.model.composed import Composed
from builder.verify.leaks.fields import fields_of
from builder.verify.leaks.folding import SHINGLE, folded, shingles, weight
from builder.verify.leaks.secrets import BankSecrets, Secrets
from builder.verify.words.composed import body_words, composed_root

OVERREACH = 2 * SHINGLE
"""Weight from which a stretch of the bank in a composed document is no coincidence of everyday phrases."""
_GAP = re.compile(r"\{\w+\}")


def candidate_secrets(
    bank: BankSecrets, document: Composed, view: BaseModel, fixed: Iterable[str] = ()
) -> Secrets:
    """The secrets of a document composed from `view` and the `fixed` words of labels and project.

    Whatever the document says is public, unless a template says far more of the bank than its view holds.
    """
    said = list(said_in(document))
    trusted = [field.text for field in fields_of(view)] + [folded(text) for text in fixed]
    return Secrets(bank, said, _overreach(bank, said, trusted))


def _overreach(bank: BankSecrets, said: Iterable[str], trusted: Iterable[str]) -> set[str]:
    """Shingles of long stretches of the bank that the document says though it was not handed them."""
    handed = {shingle for text in trusted for _, shingle in shingles(text)}
    found: set[str] = set()
    for text in said:
        run: list[tuple[int, str]] = []
        for start, shingle in shingles(text):
            if shingle in bank.stretches and shingle not in handed:
                run.append((start, shingle))
            else:
                found |= _too_long(run, text)
                run = []
        found |= _too_long(run, text)
    return found


def _too_long(run: list[tuple[int, str]], text: str) -> set[str]:
    if not run:
        return set()
    (first, _), (last, end) = run[0], run[-1]
    return {s for _, s in run} if weight(text[first : last + len(end)]) >= OVERREACH else set()


def said_in(document: Composed) -> Iterator[str]:
    """All that a composed document says, folded: its text, its properties, its pictures' descriptions, and what its
    Word file carries, which is made of its view alone.

    Ids and names for links are not said to anyone.
    """
    root = composed_root(document.html)
    yield folded("".join(root.itertext()))
    yield folded(body_words(root, None))
    yield from (folded(str(text)) for text in root.xpath("//@alt | //@content"))
    yield folded(document.title)
    if document.carried is not None:
        yield folded(document.carried.made_from)


def fixed_words(labels: object) -> Iterator[str]:
    """Every text of the labels, and the parts between its gaps."""
    if isinstance(labels, str):
        yield from _GAP.split(labels)
    elif isinstance(labels, Mapping):
        for value in labels.values():
            yield from fixed_words(value)
    elif isinstance(labels, list | tuple):
        for value in labels:
            yield from fixed_words(value)
