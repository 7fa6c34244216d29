"""The check: nothing of the interviewer's in a candidate's file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.verify.fault import Fault
from builder.verify.leaks.secrets import Leak, Secrets
from builder.verify.leaks.source import Source
from builder.verify.leaks.strings import sources_of
from builder.verify.opened import Opened
from builder.words import words

MOST = 10
"""Leaks that are named one by one; a whole guide in the wrong file would be hundreds."""


def leaks(file: Opened, secrets: Secrets) -> Iterator[Fault]:
    """One fault for each field of the bank that the file holds anything of, where it is first found."""
    seen: set[str] = set()
    searched: set[str] = set()
    for source in sources_of(file):
        strings = [string for string in source.strings if string not in searched]
        searched.update(strings)
        for leak in secrets.found_in(strings):
            if leak.field not in seen:
                seen.add(leak.field)
                if len(seen) <= MOST:
                    yield _fault(file.path, leak, source)
    if len(seen) > MOST:
        sentence = words(
            "{count} more fields of the bank have left their words in it", count=len(seen) - MOST
        )
        yield Fault("VERIFY-LEAK", sentence, file.path, hint=_HINT)


def _fault(path: Path, leak: Leak, source: Source) -> Fault:
    sentence = words(
        "a candidate's file holds “{excerpt}” of “{field}”, in {where}",
        excerpt=leak.excerpt,
        field=leak.field,
        where=source.where,
    )
    return Fault("VERIFY-LEAK", sentence, path, source.page, _HINT)


_HINT = words("do not hand this file out; build it again, and look at who or what put these words there")
