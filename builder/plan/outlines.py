"""What packs hold, told without reading their banks where the record knows it."""

from __future__ import annotations

from pathlib import Path

from builder.compose.documents import DOCUMENTS, DocumentKind
from builder.content.bank import LoadedBank
from builder.errors import BuildError
from builder.hashing import hash_of_file, hash_of_value
from builder.model.bank import Bank
from builder.model.project import PackSpec
from builder.plan.parts import Parts, document_parts
from builder.plan.programs import program
from builder.plan.record import Outline
from builder.plan.targets import as_packed

_SHAPING = {"bank", "select", "form", "scale", "aggregation", "score_by"}
"""The pack's choices that its documents' views depend on."""


def outline_source(pack: PackSpec, bank_file: Path) -> str:
    """The hash of all that a pack's outline depends on."""
    choices = pack.model_dump(mode="json", include=_SHAPING)
    return hash_of_value([choices, hash_of_file(bank_file), program()])


def outline(pack: PackSpec, source: str, loaded: LoadedBank) -> Outline:
    """The outline of a pack whose bank is at hand. Raises RequestError where the selection leaves nothing."""
    bank = as_packed(loaded.bank, pack)
    views = {kind.id: _parts(kind, bank) for kind in DOCUMENTS if kind.fits(bank)}
    return Outline(pack.id, source, bank.locale, bank.marking, views)


def _parts(kind: DocumentKind, bank: Bank) -> Parts:
    """The parts of a view; one that cannot be made is told when its document is, with pack and document."""
    try:
        return document_parts(kind, bank)
    except BuildError:
        return {}
