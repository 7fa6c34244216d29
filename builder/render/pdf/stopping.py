"""Layout that can be given up between two pages: whoever waits for something newer need not wait for this."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class GivenUpError(Exception):
    """The work was given up because somebody asked for it; nothing is wrong."""


_asked: ContextVar[Callable[[], bool] | None] = ContextVar("asked", default=None)


@contextmanager
def given_up_when(asked: Callable[[], bool]) -> Iterator[None]:
    """Inside, layout and drawing raise GivenUpError before the next page once `asked()` is true."""
    token = _asked.set(asked)
    try:
        yield
    finally:
        _asked.reset(token)


def breathe() -> None:
    """Raises GivenUpError if the work was asked to be given up; called once a page."""
    asked = _asked.get()
    if asked is not None and asked():
        raise GivenUpError
