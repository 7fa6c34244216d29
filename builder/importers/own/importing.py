"""Our own files → the text of the bank, and what to tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from builder.compose.labels import read_labels
from builder.content.templates import built_in_templates
from builder.errors import RequestError
from builder.importers.destination import destinations
from builder.importers.importing import MODELINE
from builder.importers.own.carried import OwnFile, own_file
from builder.importers.own.editing import edited
from builder.importers.own.partial import bank_of_others
from builder.importers.own.reading import read_file
from builder.importers.own.report import OwnBank, notes_on
from builder.importers.own.shelf import Shelf
from builder.importers.own.values import Values
from builder.importers.own.whole import PACK, Data, bank_of_pack, of_document
from builder.importers.yaml_writing import yaml_text
from builder.model.bank import Bank
from builder.words import words

ORDER = (PACK, "calibration-sheet", "candidate-handout")
LONGEST_TEXT = 20_000


def own_banks(
    files: Sequence[Path], output: Path | None, content: Path
) -> tuple[list[tuple[Path, OwnBank]], list[Path]]:
    """The banks that our own files among these make, each with the path to write it to, and the other files.

    All become one bank where `output` names it; otherwise each bank goes by its own id into `content`.
    Raises RequestError for a mixture that shall become one bank, and what `destinations` raises.
    """
    opened = _named_apart(files, [own_file(file) for file in files])
    told = {file.bank for file in opened if file is not None and file.view is not None}
    ours = [file for file in opened if file is not None and file.bank in told]
    others = [path for path, file in zip(files, opened, strict=True) if file is None or file.bank not in told]
    if output is None:
        groups = [
            [file for file in ours if file.bank == bank] for bank in dict.fromkeys(f.bank for f in ours)
        ]
    else:
        groups = [ours] if ours else []
        if ours and others:
            raise RequestError(
                words("{path} is no file of a pack, the others are", path=others[0]),
                words("import it on its own"),
            )
    made = []
    for group in groups:
        named = [Path(f"{group[0].bank}.docx")] if output is None else files
        ((path, _),) = destinations(named, output, content)
        made.append((path, own_bank(path.stem, group)))
    return made, others


def _named_apart(paths: Sequence[Path], files: Sequence[OwnFile | None]) -> list[OwnFile | None]:
    """The files; those that are called the same with their folders, as packs all hold the same names."""
    names = Counter(path.name for path in paths)
    return [
        file and (replace(file, name=path.as_posix()) if names[path.name] > 1 else file)
        for path, file in zip(paths, files, strict=True)
    ]


def own_bank(bank_id: str, files: Sequence[OwnFile]) -> OwnBank:
    """The bank of some files of one pack, in any order; what somebody changed in them is changed in it.

    Raises RequestError for files of different banks.
    """
    banks = list(dict.fromkeys(file.bank for file in files))
    if len(banks) > 1:
        raise RequestError(
            words("these files are of different banks: {banks}", banks=banks),
            words("import the files of one bank at a time, or leave out -o"),
        )
    files = sorted(files, key=lambda file: ORDER.index(file.document) if file.document in ORDER else 9)
    pack = of_document(files, PACK)
    data, comments = (bank_of_pack(files, pack), {}) if pack else bank_of_others(files)
    data["id"] = bank_id
    pages = [read_file(file) for file in files]
    labels = read_labels(data["locale"], [built_in_templates()])
    values = Values(labels, {c["id"]: c["name"] for c in data["competencies"]})
    edits = edited(Shelf(data), pages, values)
    language = "zh" if data["locale"] == "zh-CN" else "en"
    opening = words("imported from {names}", names=[file.name for file in files])
    head = f"{MODELINE}# {' '.join(opening.in_language(language).split())}\n"
    notes = [*notes_on(files, pages, data), *edits.notes]
    written = _compact(data)
    if edits.loose:
        written["unparsed"] = [
            t[i : i + LONGEST_TEXT] for t in edits.loose for i in range(0, len(t), LONGEST_TEXT)
        ]
        comments = {**comments, ("unparsed",): [_where_to(language)]}
    return OwnBank(bank_id, head + yaml_text(written, comments), files, edits, notes)


def _where_to(language: str) -> str:
    sentence = words("text that belongs nowhere yet: move each to its place, or delete it")
    return f"check: {sentence.in_language(language)}"


def _compact(data: Data) -> Data:
    """The data without what the model takes for granted, in the model's order."""
    try:
        dumped = Bank.model_validate(_plain(data)).model_dump(exclude_defaults=True)
    except ValidationError:
        dumped = data  # an edit that check will complain about
    return _plain(dumped)  # type: ignore[no-any-return]


def _plain(value: Any) -> Any:
    """Enumerations as their words; nothing that is empty."""
    if isinstance(value, Mapping):
        return {key: _plain(v) for key, v in value.items() if v is not None and v != [] and v != {}}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value
