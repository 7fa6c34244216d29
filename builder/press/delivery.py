"""Files into the output folder, each whole or not at all, and into the manifest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.plan.manifest import NAME, Entry, manifest_text, read_manifest
from builder.plan.quick import NAME as QUICK
from builder.plan.record import NAME as RECORD
from builder.plan.record import Item, Target, line_of, read_record
from builder.press.writing import add_text, clear_remains, refuse_outside, remove, write_whole
from builder.verify.fault import Fault

if TYPE_CHECKING:
    from builder.press.workshop import Made


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
        self._record = read_record(output)

    @property
    def entries(self) -> Collection[Entry]:
        """What the manifest says of the files in the folder."""
        return self._entries.values()

    def clear_remains(self) -> None:
        """Removes what builds that were killed left half written."""
        clear_remains(self.output)

    def put(self, files: Sequence[Made]) -> list[Printed]:
        """Writes one job's files. Raises MachineError where the folder cannot be written."""
        printed = []
        for made in files:
            path = self.output / made.entry.file
            refuse_outside(self.output, path)
            write_whole(path, made.data)
            self._entries[made.entry.file] = made.entry
            self._record.put(_target(made))
            printed.append(Printed(made.entry, path, made.warnings))
        self._write_manifest()
        # A line of its own, whatever a build that was killed left at the end.
        add_text(self.output / RECORD, "\n" + "".join(line_of(_target(made)) for made in files))
        return printed

    def note(self, items: Iterable[Item]) -> None:
        """Keeps what was found out on the way; the record is written anew, each thing once."""
        self._record.put(*items)
        write_whole(self.output / RECORD, self._record.text().encode())

    def take_away(self, files: Collection[str], forgotten: Collection[str] = ()) -> None:
        """Removes files, and folders that are empty then; they and those `forgotten` are not known any more.

        Raises BuildError where a folder is a link that leads elsewhere, MachineError where it cannot be written.
        """
        for file in files:
            path = self.output / file
            refuse_outside(self.output, path)
            remove(path)
        for file in {*files, *forgotten}:
            self._entries.pop(file, None)
        self._record.drop({*files, *forgotten})
        self._write_manifest()
        self.note(())

    def close_down(self) -> None:
        """Removes the manifest and what is kept beside it, once no file is known any more; the lock stays."""
        if not self._entries:
            for name in (NAME, RECORD, QUICK):
                remove(self.output / name)

    def _write_manifest(self) -> None:
        kept = [e for e in self._entries.values() if (self.output / e.file).is_file()]
        write_whole(self.output / NAME, manifest_text(kept).encode())


def _target(made: Made) -> Target:
    entry = made.entry
    return Target(
        entry.file,
        entry.pack,
        entry.document,
        entry.format,
        entry.sha256,
        bool(made.warnings),
        made.ingredients,
    )
