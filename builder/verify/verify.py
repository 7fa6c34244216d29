"""One document's files against what was composed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.leaks.check import leaks
from builder.verify.leaks.secrets import Secrets
from builder.verify.opened import Opened, UnreadableError, reading, reopened
from builder.verify.registry import faults_of
from builder.verify.words.check import word_faults
from builder.words import words

UNREADABLE = "VERIFY-UNREADABLE"


def verify_document(expected: Expected, files: Mapping[str, bytes], *, thorough: bool = False) -> list[Fault]:
    """Everything wrong with the files of one document: words, leaks, pages, packaging.

    `files` maps each path, relative to the output folder, to its bytes; the ending says the format. Formats that
    are not given are not missed. With `thorough`, what takes as long as building is checked too.
    """
    opened = [reopened(Path(name), data) for name, data in files.items()]
    faults = [fault for file in opened for fault in told(file.path, _checked(file, expected, thorough))]
    damaged = {fault.file for fault in faults if fault.code == UNREADABLE}
    whole = [file for file in opened if file.path not in damaged]
    said = told(whole[0].path, word_faults(whole, expected.document)) if whole else ()
    return [*said, *faults]


def verify_alone(path: Path, data: bytes, secrets: Iterable[Secrets]) -> list[Fault]:
    """What can be told of a file that nobody knows how to compose: whether it opens, and what it leaks."""
    return list(told(path, _searched(path, data, secrets)))


def told(path: Path, faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults; where the file proves not to be readable, that is the last of them."""
    try:
        with reading():
            yield from faults
    except UnreadableError as error:
        sentence = words("the file cannot be read: {reason}", reason=error)
        yield Fault(UNREADABLE, sentence, path, hint=words("build it again"))


def _checked(file: Opened, expected: Expected, thorough: bool) -> Iterator[Fault]:
    if expected.secrets is not None:
        yield from leaks(file, expected.secrets)
    yield from faults_of(file, expected, thorough=thorough)


def _searched(path: Path, data: bytes, secrets: Iterable[Secrets]) -> Iterator[Fault]:
    file = reopened(path, data)
    for each in secrets:
        yield from leaks(file, each)
