"""Has a PDF read by a process of its own, and says in the user's words what went wrong."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Iterator
from typing import Any

from builder.errors import RequestError
from builder.importers.reading.pdf.child import MOST_PAGES, extract
from builder.importers.reading.pdf.pages import Page, Rule, Run
from builder.words import words

PATIENCE = 40.0
"""Seconds for one file."""


def pages_of(name: str, data: bytes, most_characters: int) -> tuple[list[Page], list[int]]:
    """The pages of the file, and the numbers of those that could not be read.

    Raises RequestError for a file that is damaged, needs a password, or takes more than a document would.
    """
    pages: list[Page] = []
    broken: list[int] = []
    for told in _told(name, data, most_characters):
        if told.get("broken"):
            broken.append(told["number"])
        elif "number" in told:
            runs, rules = [Run(*run) for run in told["runs"]], [Rule(*rule) for rule in told["rules"]]
            pages.append(Page(told["number"], told["width"], told["height"], runs, rules))
        elif told["end"] != "all":
            raise refusal(name, told["end"], most_characters)
    return pages, broken


def _told(name: str, data: bytes, most_characters: int) -> Iterator[dict[str, Any]]:
    """What the process says, to the end."""
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe(duplex=False)
    process = spawning.Process(target=extract, args=(theirs, data, most_characters), daemon=True)
    process.start()
    theirs.close()
    until = time.monotonic() + PATIENCE
    try:
        while True:
            if not ours.poll(max(until - time.monotonic(), 0.0)):
                raise refusal(name, "time", most_characters)
            told: dict[str, Any] = json.loads(ours.recv_bytes())
            yield told
            if "end" in told:
                return
    except EOFError as ended:
        raise refusal(name, "died", most_characters) from ended
    finally:
        process.kill()
        process.join()
        ours.close()


def refusal(name: str, end: str, most_characters: int = 0) -> RequestError:
    """The error for the way in which reading ended."""
    again = words("open it in a PDF program and save it anew, or copy its text into a text file")
    split = words("split the file")
    match end:
        case "password":
            return RequestError(
                words("{name} needs a password", name=name),
                words("save it without a password, then import that"),
            )
        case "pages":
            return RequestError(
                words("{name} has more than {limit} pages", name=name, limit=MOST_PAGES), split
            )
        case "characters":
            return RequestError(
                words("{path} is longer than {limit} characters", path=name, limit=most_characters), split
            )
        case "time" | "died":
            return RequestError(
                words("{name} takes more time or memory than any document should", name=name), again
            )
    return RequestError(words("{name} is damaged, or no PDF", name=name), again)
