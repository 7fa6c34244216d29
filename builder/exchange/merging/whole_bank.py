"""A document of ours → the whole bank that it tells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from builder.content.source import Path_
from builder.content.validate import keys_at
from builder.errors import ContentError
from builder.exchange.merging.new_rows import add_rows
from builder.exchange.merging.outcome import Outcome
from builder.exchange.merging.putting import put
from builder.exchange.returning.markdown import OwnMarkdown, own_markdown
from builder.exchange.returning.recognising import ReturnedRow
from builder.exchange.sheets.columns import sheet_of
from builder.exchange.sheets.lexicon import lexicon_of
from builder.exchange.sheets.notation import read
from builder.importers.importing import MODELINE, Imported
from builder.importers.yaml_writing import yaml_text
from builder.model.bank import Bank


def own_bank(bank_id: str, files: Sequence[Path]) -> Imported | None:
    """The bank of a Markdown document of ours, where that is the one file there is."""
    own = own_markdown(files[0]) if len(files) == 1 else None
    return Imported(bank_id, bank_text_of(bank_id, own), [], []) if own else None


def bank_text_of(bank_id: str, own: OwnMarkdown) -> str:
    """The YAML of the bank. Raises ContentError for fields that say what they cannot hold."""
    data: dict[str, Any] = {
        "id": bank_id,
        "title": own.title,
        "locale": own.locale,
        "handout": {},
        "competencies": [],
        "sections": [],
    }
    outcome = Outcome(data)
    for table in own.tables:
        if table.sheet.id == "settings":
            for row in table.rows:
                _set(row, outcome)
    if not data["handout"]:
        del data["handout"]
    for table in own.tables:
        if table.sheet.id != "settings":
            add_rows(table, table.rows, outcome)
    if own.loose:
        data["unparsed"] = own.loose
    if outcome.problems:
        raise ContentError(outcome.problems)
    return MODELINE + yaml_text(_ordered(data, ()), outcome.comments)


def _set(row: ReturnedRow, outcome: Outcome) -> None:
    setting = next(s for s in sheet_of("settings").settings if s.id == row.text("key"))
    put(outcome.data, setting.keys, read(setting.kind, row.text("value"), lexicon_of(outcome.data)))


def _ordered(value: Any, path: Path_) -> Any:
    """With keys in the order of the schema, but for questions, which have one already."""
    if isinstance(value, list):
        return [_ordered(item, (*path, i)) for i, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    known = keys_at(Bank, path)
    keys = [*(k for k in known if k in value), *(k for k in value if k not in known)]
    return {key: _ordered(value[key], (*path, key)) for key in keys}
