"""Changes on disk as batches, gathered in the background while a build is at work."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchfiles import watch

from builder.errors import MachineError
from builder.words import words

STEP = 40
"""Milliseconds of silence that end a batch: an editor that saves in several writes makes one."""
LONGEST = 400
"""Milliseconds after which a batch ends, silence or not."""
_WAKE = 200
_TICK = 0.5

Batch = frozenset[Path]
Sifting = Callable[[object, str], bool]


class Changes:
    """What changed below a folder since somebody last asked."""

    def __init__(self) -> None:
        self._batches: queue.SimpleQueue[Batch | Exception] = queue.SimpleQueue()

    def put(self, batch: Batch | Exception) -> None:
        self._batches.put(batch)

    def pending(self) -> bool:
        """Whether something changed that nobody has taken yet."""
        return not self._batches.empty()

    def take(self, seconds: float | None = None) -> Batch:
        """All that changed; waits for it, at most `seconds`, after which the batch is empty.

        Raises MachineError where the folder cannot be watched.
        """
        batch = self._wait(seconds)
        while self.pending():
            batch |= self._one(self._batches.get())
        return batch

    def _wait(self, seconds: float | None) -> Batch:
        waited = 0.0
        while seconds is None or waited < seconds:
            # Short waits: on some systems a long one does not hear Ctrl-C.
            tick = _TICK if seconds is None else min(_TICK, seconds - waited)
            try:
                return self._one(self._batches.get(timeout=tick))
            except queue.Empty:
                waited += tick
        return frozenset()

    def _one(self, batch: Batch | Exception) -> Batch:
        if isinstance(batch, Exception):
            raise MachineError(
                words("the folder cannot be watched: {reason}", reason=batch),
                words(
                    "on Linux, raise fs.inotify.max_user_watches, or close other programs that watch files"
                ),
            ) from batch
        return batch


@contextmanager
def watched(root: Path, sieve: Sifting) -> Iterator[Changes]:
    """The changes below `root` that the sieve lets through, from now on."""
    changes, stop, ready = Changes(), threading.Event(), threading.Event()
    arguments = (root, sieve, changes, stop, ready)
    watcher = threading.Thread(target=_follow, args=arguments, name="watch", daemon=True)
    watcher.start()
    ready.wait(10)
    try:
        yield changes
    finally:
        stop.set()
        watcher.join(2)


def _follow(
    root: Path, sieve: Sifting, changes: Changes, stop: threading.Event, ready: threading.Event
) -> None:
    """Renames are followed by name: the file that an editor puts in place is the one that changed."""
    try:
        batches = watch(
            root,
            watch_filter=sieve,
            step=STEP,
            debounce=LONGEST,
            stop_event=stop,
            rust_timeout=_WAKE,
            yield_on_timeout=True,
            raise_interrupt=False,
        )
        for batch in batches:
            ready.set()  # the first, empty one says that the watcher is up
            if batch:
                changes.put(frozenset(Path(path) for _, path in batch))
    except Exception as error:  # of the system, or of the watcher: the main thread says it
        changes.put(error)
    finally:
        ready.set()
