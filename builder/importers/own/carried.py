"""Whether a Word file is one of ours, and what it carries: a document's view and the map of its body."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from lxml import etree
from pydantic import ValidationError

from builder.compose.carrying import unkeyed
from builder.content.views.aside import Aside
from builder.content.views.calibration import CalibrationView
from builder.content.views.candidate import KeptHandout
from builder.content.views.interviewer import InterviewerView
from builder.importers.own.page import Line, read_page
from builder.model.base import Model
from builder.render.docx.oxml.carried import CARRIED
from builder.render.docx.oxml.marks import Slot, lengthened

VIEWS: dict[str, type[Model]] = {
    "interviewer-pack": InterviewerView,
    "calibration-sheet": CalibrationView,
    "candidate-handout": KeptHandout,
}
MAX_FILE, MAX_PART, MAX_PARTS, MAX_ITEMS = 20_000_000, 24_000_000, 4_000, 20
MAX_SLOTS, MAX_LINES = 60_000, 60_000
_BROKEN = (OSError, zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError, NotImplementedError, EOFError)
_ODD = (ValueError, TypeError, LookupError, AttributeError, RecursionError, ValidationError)


@dataclass(frozen=True)
class OwnFile:
    """One of our Word files, opened."""

    name: str
    document: str
    bank: str
    view: Model | None
    """What it was composed from; None for a document that carries no view."""
    aside: Aside | None
    slots: Sequence[Slot]
    fields: Sequence[str]
    lines: Sequence[Line]


def own_file(file: Path) -> OwnFile | None:
    """The file if it is one of ours and what it carries is whole; None for any other."""
    if file.suffix.lower() != ".docx" or not file.is_file() or file.stat().st_size > MAX_FILE:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
            return _opened(file.name, archive)
    except (*_BROKEN, *_ODD):
        return None


def _opened(name: str, archive: zipfile.ZipFile) -> OwnFile | None:
    members = archive.namelist()
    if len(members) > MAX_PARTS:
        return None
    items = [m for m in members if m.startswith("customXml/item") and m.endswith(".xml")][:MAX_ITEMS]
    root = next((pack for item in items if (pack := _pack(archive, item)) is not None), None)
    if root is None:
        return None
    made_from = unkeyed(json.loads(_text(root, "made-from"), parse_float=Decimal))
    body = json.loads(_text(root, "map"))
    document, kind = str(made_from["document"]), VIEWS.get(made_from["document"])
    slots = [_slot(slot) for slot in body["slots"]]
    fields = list(lengthened(body["fields"]))
    parts = {part: _tree(archive, f"word/{part}.xml") for part in ("document", "styles", "numbering")}
    lines = read_page(parts["document"], parts["styles"], parts["numbering"])
    if len(slots) > MAX_SLOTS or len(lines) > MAX_LINES or parts["document"] is None:
        return None
    if any(isinstance(p, int) and not 0 <= p < len(fields) for slot in slots for p in slot[1:]):
        return None
    return OwnFile(
        name,
        document,
        str(made_from["bank"]),
        kind.model_validate(made_from["view"]) if kind else None,
        Aside.model_validate(made_from["aside"]) if "aside" in made_from else None,
        slots,
        fields,
        lines,
    )


def _slot(slot: Any) -> Slot:
    if not isinstance(slot, list) or not slot or not isinstance(slot[0], str):
        raise ValueError("a slot is the digest of a text and its parts")
    return slot


def _pack(archive: zipfile.ZipFile, member: str) -> etree._Element | None:
    root = _tree(archive, member)
    return root if root is not None and root.tag == f"{{{CARRIED}}}pack" else None


def _text(root: etree._Element, name: str) -> str:
    return root.findtext(f"{{{CARRIED}}}{name}") or ""


def _tree(archive: zipfile.ZipFile, member: str) -> etree._Element | None:
    """The root of a part; None where there is none. Raises ValueError for one that unfolds to too much."""
    if member not in archive.NameToInfo:
        return None
    with archive.open(member) as part:
        data = part.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise ValueError(member)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(data, parser)
