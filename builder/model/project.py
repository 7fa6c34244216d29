"""The project file `packs.yaml`: which packs to build, for whom, and how they look."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from builder.model.bank import Aggregation, Identifier, Line, Scale
from builder.model.base import Model

Format = Literal["pdf", "docx", "html"]
Folder = Annotated[str, Field(min_length=1, max_length=200)]


class Select(Model):
    """Which questions of the bank a pack holds; without it, all live ones. Conditions add up."""

    sections: list[Identifier] = []
    questions: list[Identifier] = []
    tags: list[Line] = []


class PackSpec(Model):
    """One pack: a bank, the documents to make of it, and what differs from the bank's own settings."""

    bank: Identifier
    name: Identifier | None = None
    """Name of the pack and of its output folder; the bank's id unless given."""
    documents: list[Identifier] = []
    """Documents to make; all that fit the bank unless given."""
    formats: Annotated[list[Format], Field(min_length=1)] = ["pdf", "docx"]
    select: Select = Select()
    organisation: Line | None = None
    """Replaces the project's organisation."""
    marking: Line | None = None
    """Replaces the bank's secrecy marking."""
    scale: Scale | None = None
    aggregation: Aggregation | None = None
    cards: Literal["one-a-page", "all-on-one"] = "one-a-page"
    """Question cards: one question a page, or one after the other."""

    @property
    def id(self) -> str:
        return self.name or self.bank


class Project(Model):
    """A project folder's settings; every key may be left out."""

    organisation: Line | None = None
    """Printed on covers and in footers."""
    locale: Literal["zh-CN", "en"] = "zh-CN"
    """Language of what `packs new` writes."""
    marking: Line | None = None
    """Secrecy marking of every pack whose bank has none."""
    theme: Folder = "theme.yaml"
    """File with the values that differ from the built-in theme."""
    content: Folder = "content"
    templates: Folder = "templates"
    output: Folder = "output"
    packs: list[PackSpec] = []
    """Without it, every bank gets every document that fits it, as PDF and DOCX."""
