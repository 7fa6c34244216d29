"""The project file `packs.yaml`: which packs to build, for whom, and how they look."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, StrictInt
from pydantic_core import PydanticCustomError

from builder.model.bank import Aggregation, Identifier, Ignore, Line, Scale
from builder.model.base import Model
from builder.model.names import is_portable
from builder.model.theme import Colour

Format = Literal["pdf", "docx", "html", "xlsx"]
Folder = Annotated[str, Field(min_length=1, max_length=200)]


def _portable(name: str) -> str:
    if not is_portable(name):
        raise PydanticCustomError("portable", "a name that every system can keep is expected")
    return name


FileName = Annotated[
    str,
    Field(pattern=r'^[^/\\:*?"<>|\x00-\x1f.][^/\\:*?"<>|\x00-\x1f]*$', max_length=80),
    AfterValidator(_portable),
]
PackName = Annotated[Identifier, AfterValidator(_portable)]


class Select(Model):
    """Which questions of the bank a pack holds; without it, all live ones. Conditions add up."""

    sections: list[Identifier] = []
    """部分: only questions of these sections."""
    questions: list[Identifier] = []
    """试题: only these questions."""
    tags: list[Line] = []
    """标签: only questions that carry one of these."""
    competencies: list[Identifier] = []
    """测评要素: only questions on one of these."""
    minutes: Annotated[StrictInt, Field(ge=5, le=480)] | None = None
    """As many questions as fit into this time, every competency covered."""
    seed: Annotated[StrictInt, Field(ge=0, le=10**9)] = 0
    """Another seed, another choice for `minutes`; the same seed, the same choice."""


class Brand(Model):
    """Whose papers these are; what a pack does not say, the project says."""

    organisation: Line | None = None
    """Printed on covers, in headers and footers."""
    logo: Folder | None = None
    """PNG, JPEG or SVG file, relative to the project's root; on covers and in headers."""
    accent: Colour | None = None
    """Colour of headings and bars, as #rrggbb; replaces the theme's."""
    marking: Line | None = None
    """Secrecy marking. The pack's wins over the bank's, the bank's over the project's."""
    header: Line | None = None
    """Words at the left of the running header, instead of position and document."""
    footer: Line | None = None
    """Words at the left of the footer's last line, instead of the organisation."""
    file_names: Literal["id", "localised"] | dict[Identifier, FileName] | None = None
    """Names of output files: the document's id, its title, or a name for each document."""


class PackSpec(Brand):
    """One pack: a bank, the documents to make of it, and what differs from the bank's own settings."""

    bank: Identifier
    name: PackName | None = None
    """Name of the pack and of its output folder; the bank's id unless given."""
    documents: list[Identifier] = []
    """Documents to make; all that fit the bank unless given."""
    formats: Annotated[list[Format], Field(min_length=1)] = ["pdf", "docx"]
    select: Select = Select()
    form: Literal["A", "B"] | None = None
    """套卷: of questions that share a `parallel_group`, form A takes the first and form B the second."""
    large_print: StrictBool = False
    """大字版: running text at 16 pt."""
    scale: Scale | None = None
    aggregation: Aggregation | None = None
    score_by: Literal["question", "competency"] | None = None
    cards: Literal["one-a-page", "all-on-one"] = "one-a-page"
    """Question cards: one question a page, or one after the other."""

    @property
    def id(self) -> str:
        return self.name or self.bank


class ProjectIgnore(Ignore):
    """A rule of the check that does not apply in this project, or in some of its banks, and why."""

    banks: list[Identifier] = []
    """Only in these banks; without it, in all."""


class Project(Brand):
    """A project folder's settings; every key may be left out."""

    locale: Literal["zh-CN", "en"] = "zh-CN"
    """Language of what `packs new` writes."""
    theme: Folder = "theme.yaml"
    """File with the values that differ from the built-in theme."""
    content: Folder = "content"
    templates: Folder = "templates"
    output: Folder = "output"
    packs: list[PackSpec] = []
    """Without it, every bank gets every document that fits it, as PDF and DOCX."""
    ignore: list[ProjectIgnore] = []
    """Findings that are not reported."""
