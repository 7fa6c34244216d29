"""Validity against the Open XML schemas, by openxml-audit; what was looked at and accepted is in a list."""

from __future__ import annotations

import functools
import re
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import OpenedPackage
from builder.words import words

_MOST = 10
"""Findings shown of one file: a slip in a style sheet says the same a hundred times."""


def invalid(file: OpenedPackage, expected: Expected) -> Iterator[Fault]:
    """What Office may refuse or repair. Seconds for a long pack, so it is not part of every build."""
    hint = words("build it again; if it stays, please report it")
    problems = [problem for problem in _problems(file) if not _is_accepted(problem)]
    for problem in problems[:_MOST]:
        sentence = words("the file is not valid Office Open XML: {problem}", problem=problem[:300])
        yield Fault("OOXML-SCHEMA", sentence, file.path, hint=hint)


def _problems(file: OpenedPackage) -> list[str]:
    """Every finding once, in the order of the file."""
    from openxml_audit import OpenXmlValidator  # 0.15 s: only where it is needed

    with tempfile.TemporaryDirectory() as folder:  # the validator reads files only
        copy = Path(folder) / f"file{file.path.suffix}"
        copy.write_bytes(file.data)
        return list(dict.fromkeys(str(error) for error in OpenXmlValidator().validate(copy).errors))


def _is_accepted(problem: str) -> bool:
    return any(pattern.search(problem) for pattern in _accepted())


@functools.cache
def _accepted() -> tuple[re.Pattern[str], ...]:
    entries = tomllib.loads(Path(__file__).with_name("accepted.toml").read_text(encoding="utf-8"))
    return tuple(re.compile(entry["finding"]) for entry in entries["accepted"])
