"""The quick way: nothing changed since the last build, and that is told without reading a single bank.

A file beside the manifest keeps the hash of everything that the last build's files could depend on, and what the
files themselves looked like. Nothing heavy is imported here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from builder.content.root import PROJECT_FILE
from builder.hashing import hash_of_file, hash_of_value
from builder.plan.programs import surroundings
from builder.plan.stamps import Stamps
from builder.plan.wish import Wish

NAME = ".packs.quick"
VERSION = 1
_OUTPUT = re.compile(r"""^output:\s*(["']?)([^#"'\n]+?)\1\s*(?:#.*)?$""", re.MULTILINE)


@dataclass(frozen=True)
class Granted:
    """One wish that was granted: the files there are of it."""

    files: Sequence[str]
    warned: bool


@dataclass(frozen=True)
class Quick:
    """What is kept."""

    state: str
    content: str
    """The content folder, relative to the root."""
    output: str
    """The output folder that packs.yaml names, relative to the root."""
    watched: Sequence[str]
    """Every file of the project that files were made from or looked for, relative to the root; no banks."""
    stamps: Mapping[str, Sequence[object]]
    wishes: Mapping[str, Granted] = field(default_factory=dict)

    def text(self) -> str:
        """As it is written."""
        return json.dumps({"version": VERSION, **asdict(self)}, ensure_ascii=False) + "\n"


def read_quick(output: Path) -> Quick | None:
    """What the last build kept in an output folder, where it can be understood."""
    try:
        held = json.loads((output / NAME).read_text(encoding="utf-8"))
        if held.pop("version") != VERSION:
            return None
        wishes = {name: Granted(**granted) for name, granted in held.pop("wishes").items()}
        return Quick(**held, wishes=wishes)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def state_of(root: Path, content: str, watched: Collection[str]) -> str:
    """The hash of everything that files of the project can depend on."""
    banks = sorted(f"{content}/{file.name}" for file in (root / content).glob("*.yaml"))
    files = [[name, hash_of_file(root / name)] for name in [*sorted(watched), *banks]]
    return hash_of_value([surroundings(), files])


def up_to_date(root: Path, output: Path | None, wish: Wish, *, strict: bool) -> tuple[Path, int] | None:
    """The output folder and the number of files wished for, if all are there and fresh; else None.

    `output` is the folder named on the command line.
    """
    folder = output or root / _named_output(root)
    kept = read_quick(folder)
    if kept is None or (output is None and kept.output != _named_output(root)):
        return None
    granted = kept.wishes.get(wish.name)
    if granted is None or (strict and granted.warned):
        return None
    stamps = Stamps(folder, kept.stamps)
    try:
        as_written = all(stamps.sha256(file) == kept.stamps[file][2] for file in granted.files)
        same = as_written and state_of(root, kept.content, kept.watched) == kept.state
    except (LookupError, TypeError, ValueError, OSError):
        return None
    return (folder, len(granted.files)) if same else None


def _named_output(root: Path) -> str:
    """The output folder of packs.yaml, if it stands there plainly; `read_quick` holds what it really is."""
    try:
        found = _OUTPUT.search((root / PROJECT_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = None
    return found[2] if found else "output"
