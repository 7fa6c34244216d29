"""What builds of campaigns left in an output folder, and taking it away."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from pathlib import Path

from builder.plan.leftovers import Leftovers
from builder.press.campaign.records import RECORD, Record, digest_of
from builder.press.writing import refuse_outside, remove, write_whole

FOLDER = "campaigns"


def built_campaigns(output: Path) -> Iterator[tuple[Path, Record]]:
    """The folders of campaigns in an output folder, by name, with what their records know."""
    for file in sorted((output / FOLDER).glob(f"*/{RECORD}")):
        if file.parent.resolve().is_relative_to(output.resolve()):
            yield file.parent, Record.read(file.parent)


def campaign_leftovers(output: Path) -> Leftovers:
    """The files of all campaigns that are there, relative to the output folder."""
    left = Leftovers()
    for folder, record in built_campaigns(output):
        for file, digest in sorted(record.files.items()):
            there = digest_of(folder / file)
            if there:
                as_built = (
                    not digest or there == digest
                )  # without one, a build that was killed was about to write it
                (left.unchanged if as_built else left.changed).append(f"{FOLDER}/{folder.name}/{file}")
    return left


def take_campaigns_away(output: Path, files: Collection[str]) -> None:
    """Removes files of campaigns and folders that are empty then; a record goes once none of its files is there.

    Raises BuildError where a folder is a link that leads elsewhere, MachineError where it cannot be written.
    """
    gone = set(files)
    for folder, record in built_campaigns(output):
        for file in record.files:
            if f"{FOLDER}/{folder.name}/{file}" in gone:
                refuse_outside(output, folder / file)
                remove(folder / file)
                _remove_empty(folder / file, folder)
        left = {file: digest for file, digest in record.files.items() if (folder / file).is_file()}
        if left:
            write_whole(folder / RECORD, Record("", left, record.formats, record.single).text())
        else:
            remove(folder / RECORD)
    with contextlib.suppress(OSError):  # something else is in it
        (output / FOLDER).rmdir()


def _remove_empty(file: Path, folder: Path) -> None:
    for above in file.parents:
        if above == folder:
            return
        with contextlib.suppress(OSError):
            above.rmdir()
