"""Files of other people → the text of a bank, and what was made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.errors import RequestError
from builder.importers.assembling.bank import assembled
from builder.importers.blocks import Manuscript
from builder.importers.draft import Draft
from builder.importers.understanding import understand
from builder.importers.yaml_writing import yaml_text
from builder.words import words

MODELINE = "# yaml-language-server: $schema=bank.schema.json\n"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
UNNAMED = "imported"
MOST_CHARACTERS = 600_000
"""More would not fit into the file of a bank."""


@dataclass(frozen=True)
class Imported:
    """A bank made of one or several files."""

    bank_id: str
    text: str
    manuscripts: Sequence[Manuscript]
    drafts: Sequence[Draft]


def imported(bank_id: str, manuscripts: Sequence[Manuscript]) -> Imported:
    """The bank of that id, made of the manuscripts in their order. Raises RequestError where one is too long."""
    for manuscript in manuscripts:
        if len(manuscript.source) > MOST_CHARACTERS:
            raise RequestError(
                words(
                    "{path} is longer than {limit} characters", path=manuscript.name, limit=MOST_CHARACTERS
                ),
                words("split the file"),
            )
    drafts = [understand(manuscript) for manuscript in manuscripts]
    data, comments = assembled(bank_id, drafts)
    language = "zh" if data["locale"] == "zh-CN" else "en"
    names = ", ".join(manuscript.name for manuscript in manuscripts)
    opening = words(
        "imported from {names}; each line “# check:” asks for a decision, packs check lists the rest",
        names=names,
    )
    head = f"{MODELINE}# {' '.join(opening.in_language(language).split())}\n"
    return Imported(bank_id, head + yaml_text(data, comments), manuscripts, drafts)


def bank_id_for(file: Path) -> str:
    """An id from the file's name; names without Latin letters or digits give `imported`."""
    slug = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:64].strip("-")
    return slug if re.search("[a-z]", slug) else UNNAMED


def is_bank_id(text: str) -> bool:
    """The schema takes it as an id."""
    return _ID.fullmatch(text) is not None and len(text) <= 64
