"""Files of any kind → new banks: our own files come back as what they were made from, others are understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.content.reading import MAX_BYTES
from builder.errors import RequestError
from builder.exchange.merging.whole_bank import own_bank
from builder.exchange.returning.recognising import refuse_ours
from builder.importers.destination import destinations
from builder.importers.importing import Guidance, imported
from builder.importers.own.importing import own_banks
from builder.importers.own.report import OwnBank, own_report
from builder.importers.reading.reading import read_manuscript
from builder.importers.report import report
from builder.words import Words, words


@dataclass(frozen=True)
class NewBank:
    """A bank that is to be written, and what to tell of it."""

    path: Path
    text: str
    told: Callable[[bool], Iterator[Words]]
    """Line by line what was found; takes whether all of it is wanted."""
    asks: bool
    """Lines “# check:” may ask a person to decide."""


def new_banks(files: Sequence[Path], output: Path | None, content: Path, guidance: Guidance) -> list[NewBank]:
    """The banks that the files make, in their order; one where `output` names it, else one a file or pack in `content`.

    Raises RequestError for a file that cannot be read or is an exported spreadsheet, for a bank that is there already
    or would be too large to be read, and for columns in `guidance` that no file has.
    """
    refuse_ours(files)
    packs, others = own_banks(files, output, content)
    found = [_again(path, bank) for path, bank in packs]
    wanted = destinations(others, output, content) if others else []
    _refuse_one_for_two([path for path, _ in (*packs, *wanted)])
    for path, indexes in wanted:
        found.append(_understood(path, [others[i] for i in indexes], guidance))
    guidance.columns.check()
    for bank in found:
        _refuse_unreadable(bank)
    return found


def _refuse_one_for_two(paths: Sequence[Path]) -> None:
    for path in paths:
        if paths.count(path) > 1:
            raise RequestError(
                words("two of the files would become {path}", path=path.as_posix()),
                words("import them one after the other, and name a file with -o"),
            )


def _refuse_unreadable(bank: NewBank) -> None:
    if len(bank.text.encode()) > MAX_BYTES:
        raise RequestError(
            words(
                "{path} would be larger than {limit} MB, and no bank may be",
                path=bank.path.as_posix(),
                limit=MAX_BYTES // 1_000_000,
            ),
            words("split the file"),
        )


def _again(path: Path, bank: OwnBank) -> NewBank:
    return NewBank(path, bank.text, lambda verbose: iter(own_report(bank, verbose=verbose)), _asks(bank.text))


def _understood(path: Path, files: Sequence[Path], guidance: Guidance) -> NewBank:
    own = own_bank(path.stem, files)
    bank = own or imported(path.stem, [read_manuscript(file) for file in files], guidance)
    return NewBank(path, bank.text, lambda verbose: report(bank, verbose=verbose), _asks(bank.text))


def _asks(text: str) -> bool:
    return "# check: " in text
