"""What a pack says of its looks, or else the project."""

from __future__ import annotations

from typing import Any

from builder.model.project import PackSpec, Project


def branded(pack: PackSpec, project: Project, key: str) -> Any:
    """What the pack says of `key`, or else the project."""
    own = getattr(pack, key)
    return own if own is not None else getattr(project, key)
