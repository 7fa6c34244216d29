"""JSON Schema of bank, project, theme and campaign files, for editors that complete and check while one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from builder.model.bank import Bank
from builder.model.campaign import Campaign
from builder.model.project import Project
from builder.model.theme import Theme

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, tuple[type[BaseModel], str]] = {
    "bank": (Bank, "content/bank.schema.json"),
    "packs": (Project, "packs.schema.json"),
    "theme": (Theme, "theme.schema.json"),
    "campaign": (Campaign, "campaigns/campaign.schema.json"),
}


def schema_text(name: str) -> str:
    """The schema `bank`, `packs`, `theme` or `campaign` as JSON text, the same on every machine."""
    model, _ = SCHEMAS[name]
    schema = {"$schema": DIALECT, **model.model_json_schema(mode="validation")}
    if name == "theme":
        schema.pop("required", None)  # a project's theme names only what differs
    return json.dumps(_as_the_program_reads(schema), ensure_ascii=False, indent=2) + "\n"


def write_schemas(root: Path) -> list[Path]:
    """Writes the schemas beside the files they describe; returns the paths.

    A project without a folder of campaigns gets no schema of theirs.
    """
    written = []
    for name, (_, relative) in SCHEMAS.items():
        path = root / relative
        if name == "campaign" and not path.parent.is_dir():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(schema_text(name), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _as_the_program_reads(node: Any) -> Any:
    """Defaults of exact decimals as the numbers an author would write; no keys but those of a key's pattern."""
    if isinstance(node, list):
        return [_as_the_program_reads(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _as_the_program_reads(value) for key, value in node.items()}
    if node.get("type") == "number" and isinstance(node.get("default"), str):
        node["default"] = json.loads(node["default"])
    if "patternProperties" in node:
        node["additionalProperties"] = False
    return node
