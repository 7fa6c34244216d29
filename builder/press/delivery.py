"""Files into the output folder, each whole or not at all, and into the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.plan.manifest import NAME, Entry, manifest_text, read_manifest
from builder.press.workshop import Made
from builder.press.writing import refuse_outside, write_whole
from builder.verify.fault import Fault


@dataclass(frozen=True)
class Printed:
    """A file that was made, where it is, and what is not quite right with it."""

    entry: Entry
    path: Path
    warnings: Sequence[Fault] = ()


class Delivery:
    """Puts files into one output folder; the manifest is brought up to date after each job."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._entries = read_manifest(output)

    def put(self, files: Iterable[Made]) -> list[Printed]:
        """Writes one job's files. Raises MachineError where the folder cannot be written."""
        printed = []
        for made in files:
            path = self.output / made.entry.file
            refuse_outside(self.output, path)
            write_whole(path, made.data)
            self._entries[made.entry.file] = made.entry
            printed.append(Printed(made.entry, path, made.warnings))
        kept = [e for e in self._entries.values() if (self.output / e.file).is_file()]
        write_whole(self.output / NAME, manifest_text(kept).encode())
        return printed
