"""Where imported banks go: files that do not exist yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder.content.schema import schema_text
from builder.errors import RequestError
from builder.importers.importing import bank_id_for, is_bank_id
from builder.scaffold.bank import write_new
from builder.words import words


def destinations(files: Sequence[Path], output: Path | None, content: Path) -> list[tuple[Path, list[int]]]:
    """Path of each bank, and which of the files make it: all of them `output`, or each one of its name in `content`.

    Raises RequestError where a bank would be called what no bank can be, or would overwrite a file.
    """
    if output is not None:
        if not is_bank_id(output.stem) or output.suffix != ".yaml":
            raise RequestError(
                words("“{name}” cannot be a bank's file", name=output.name),
                words("use lower-case letters, digits and hyphens, then .yaml"),
            )
        found = [(output, list(range(len(files))))]
    else:
        found = [(content / f"{name}.yaml", [i]) for i, name in enumerate(_names(files))]
    for path, _ in found:
        if path.exists():
            raise RequestError(
                words("{path} exists already", path=path.as_posix()),
                words("name another file with -o; nothing was changed"),
            )
    return found


def _names(files: Sequence[Path]) -> list[str]:
    """A name for each, numbered where two files would have the same."""
    names: list[str] = []
    for file in files:
        name = wanted = bank_id_for(file)
        number = 1
        while name in names:
            number += 1
            name = f"{wanted[:58]}-{number}"
        names.append(name)
    return names


def write_banks(banks: Sequence[tuple[Path, str]]) -> None:
    """Writes the files, and beside each the schema that its first line names, where that is missing."""
    for path, text in banks:
        write_new(path, text)
        schema = path.parent / "bank.schema.json"
        if not schema.exists():
            write_new(schema, schema_text("bank"))
