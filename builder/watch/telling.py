"""The lines of a round: what changed, what was made of it and how long it took; what is wrong, once."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import reduce

from builder.errors import ContentError, PacksError
from builder.watch.voice import Voice
from builder.words import Words, words

SHOWN = 3
"""Files that a line names, and reasons that it gives; of more files it says how many."""


class Teller:
    """Tells one round after the other."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._said: set[str] = set()
        self.troubled = False
        """Whether something could not be read: then it says nothing of files that need not be made."""

    def begin(self) -> None:
        """A new round, in which nothing was read yet."""
        self._said.clear()
        self.troubled = True

    @contextmanager
    def minding(self) -> Iterator[None]:
        """What goes wrong inside is said, and the watch goes on."""
        try:
            yield
        except PacksError as error:
            self.problem(error)

    def problem(self, error: PacksError) -> None:
        """Says what is wrong, once a round: a slip in a shared template fails every document."""
        said = repr(error.findings) if isinstance(error, ContentError) else str(error)
        if said in self._said:
            return
        self._said.add(said)
        if isinstance(error, ContentError):
            self._voice.findings(error.findings)
        else:
            self._voice.problem(error)

    def tell(self, cause: Words, files: Collection[str], begun: float) -> None:
        """One line: the cause, the files made since `begun` (of the performance counter), the seconds."""
        seconds = f"{time.perf_counter() - begun:.1f}"
        if files:
            made = listed(files)
            line = words("{cause}: {files} made in {seconds} s", cause=cause, files=made, seconds=seconds)
            self._voice.say(line)
        elif not self.troubled and not self._said:
            self._voice.say(words("{cause}: nothing to make", cause=cause))


def listed(names: Collection[str]) -> Words:
    """The first few names, and how many more there are."""
    shown, more = ", ".join(sorted(names)[:SHOWN]), len(names) - SHOWN
    if more <= 0:
        return words("{names}", names=shown)
    return words("{names} and {count} more", names=shown, count=more)


def because(cause: Words, why: Collection[Words]) -> Words:
    """The cause, and what exactly changed, unless that would be a long story."""
    if not why or len(why) > SHOWN:
        return cause
    told = reduce(lambda told, more: words("{told}, {more}", told=told, more=more), why)
    return words("{cause} ({why})", cause=cause, why=told)
