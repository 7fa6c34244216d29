"""Files of other people → the text of a bank, and what was made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builder.errors import RequestError
from builder.importers.assembling.bank import assembled
from builder.importers.blocks import Manuscript
from builder.importers.cleaning.cleaning import cleaned
from builder.importers.cleaning.doubts import told
from builder.importers.draft import Draft
from builder.importers.sheets.mapping import Mapping
from builder.importers.sheets.understanding import is_tabular, understand_tables
from builder.importers.understanding.understanding import understand
from builder.importers.yaml_writing import yaml_text
from builder.words import words

MODELINE = "# yaml-language-server: $schema=bank.schema.json\n"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
UNNAMED = "imported"
MOST_CHARACTERS = 600_000
"""More would not fit into the file of a bank."""


@dataclass(frozen=True)
class Guidance:
    """What the user says of the documents."""

    columns: Mapping = field(default_factory=Mapping)
    """What columns of tables hold."""
    to: str | None = None
    """`zh-CN`: Traditional characters become Simplified ones."""


@dataclass(frozen=True)
class Imported:
    """A bank made of one or several files."""

    bank_id: str
    text: str
    manuscripts: Sequence[Manuscript]
    drafts: Sequence[Draft]


def imported(bank_id: str, manuscripts: Sequence[Manuscript], guidance: Guidance | None = None) -> Imported:
    """The bank of that id, made of the manuscripts in their order. Raises RequestError where one is too long."""
    pairs = understood(manuscripts, guidance)
    drafts = [draft for _, draft in pairs]
    data, comments = assembled(bank_id, drafts)
    language = "zh" if data["locale"] == "zh-CN" else "en"
    names = [manuscript.name for manuscript in manuscripts]
    opening = words(
        "imported from {names}; each line “# check:” asks for a decision, packs check lists the rest",
        names=names,
    )
    head = f"{MODELINE}# {' '.join(opening.in_language(language).split())}\n"
    return Imported(bank_id, head + yaml_text(data, comments), [m for m, _ in pairs], drafts)


def understood(
    manuscripts: Sequence[Manuscript], guidance: Guidance | None = None
) -> list[tuple[Manuscript, Draft]]:
    """Each manuscript cleaned, and what it tells. Raises RequestError where one is too long."""
    guidance = guidance or Guidance()
    for manuscript in manuscripts:
        if len(manuscript.source) > MOST_CHARACTERS:
            raise RequestError(
                words(
                    "{path} is longer than {limit} characters", path=manuscript.name, limit=MOST_CHARACTERS
                ),
                words("split the file"),
            )
    return [_understood(cleaned(manuscript, guidance.to), guidance.columns) for manuscript in manuscripts]


def _understood(manuscript: Manuscript, columns: Mapping) -> tuple[Manuscript, Draft]:
    draft = understand_tables(manuscript, columns) if is_tabular(manuscript) else understand(manuscript)
    return told(manuscript, draft), draft


def bank_id_for(file: Path) -> str:
    """An id from the file's name; names without Latin letters or digits give `imported`."""
    slug = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:64].strip("-")
    return slug if re.search("[a-z]", slug) else UNNAMED


def is_bank_id(text: str) -> bool:
    """The schema takes it as an id."""
    return _ID.fullmatch(text) is not None and len(text) <= 64
