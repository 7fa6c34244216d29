"""Word files of a bank, made without the PDF; and hands that edit them as a person does in Word."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
from docx.text.paragraph import Paragraph

from builder.compose.compose import Composer
from builder.compose.documents import BY_ID
from builder.content.bank import LoadedBank, load_bank
from builder.content.project import Workspace
from builder.importers.own.carried import own_file
from builder.importers.own.importing import own_bank
from builder.importers.own.report import OwnBank
from builder.model.bank import Bank
from builder.model.project import PackSpec
from builder.plan.looks import pack_theme
from builder.render.docx import render_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOLDING = ("interviewer-pack", "calibration-sheet", "candidate-handout")
"""The documents that together hold a bank."""


def word_files(
    workspace: Workspace, bank: Bank, folder: Path, documents: tuple[str, ...] = HOLDING
) -> list[Path]:
    """The documents of a bank as Word files; those that it has."""
    composer, pack = Composer(workspace), PackSpec(bank=bank.id)
    theme = pack_theme(workspace.theme, pack, workspace.project, bank.locale)
    files = []
    for kind in (BY_ID[name] for name in documents):
        if kind.fits(bank):
            files.append(folder / f"{kind.id}.docx")
            files[-1].write_bytes(render_docx(composer.compose(kind, bank, pack), theme))
    return files


def imported_again(files: list[Path], name: str, folder: Path) -> tuple[LoadedBank, OwnBank]:
    """The bank that the files make, read from its YAML as an author's is."""
    opened = [own_file(file) for file in files]
    made = own_bank(name, [file for file in opened if file is not None])
    path = folder / f"{name}.yaml"
    path.write_text(made.text, encoding="utf-8")
    loaded, findings = load_bank(path, Path(path.name))
    assert loaded is not None, [str(finding.sentence) for finding in findings]
    return loaded, made


def fields_of(bank: Bank) -> dict[str, Any]:
    """Every field by its path; items by their ids, or their numbers."""
    return dict(_fields("", bank.model_dump()))


def changed_fields(before: Bank, after: Bank) -> dict[str, Any]:
    """What is otherwise: path → the value afterwards, None where it is gone."""
    was, now = fields_of(before), fields_of(after)
    return {path: now.get(path) for path in {*was, *now} if was.get(path) != now.get(path)}


def _fields(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from _fields(f"{path}/{key}" if path else key, held)
    elif isinstance(value, list):
        for i, item in enumerate(value):
            name = item.get("id", i) if isinstance(item, Mapping) else i
            yield from _fields(f"{path}/{name}", item)
    else:
        yield path, value


class Desk:
    """A Word file on somebody's desk."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.document = docx.Document(str(file))

    def paragraphs(self) -> list[Paragraph]:
        """All of the body, those in tables too."""
        return [Paragraph(p, self.document) for p in self.document.element.body.iter(f"{W}p")]  # type: ignore[arg-type]

    def with_words(self, words: str) -> Paragraph:
        """The first paragraph that says so, the contents apart."""
        return next(p for p in self.paragraphs() if words in p.text and not p.style.name.startswith("toc"))  # type: ignore[union-attr]

    def replace(self, old: str, new: str, within: str = "") -> None:
        """Types over some letters of one run, in a paragraph that says `within`."""
        runs = [run for p in self.paragraphs() if within in p.text for run in p.runs if old in run.text]
        runs[0].text = runs[0].text.replace(old, new, 1)

    def retype(self, words: str, new: str) -> None:
        """Selects a whole paragraph and types: its bookmarks go with the letters."""
        self.with_words(words).text = new

    def append(self, words: str, more: str) -> Any:
        """Types at the end of a paragraph, behind its bookmarks; the new run."""
        return self.with_words(words).add_run(more)

    def press_enter(self, words: str, new: str) -> None:
        """A paragraph like this one below it."""
        self.with_words(words)._p.addnext(unmarked(self.with_words(words)._p, [new]))

    def delete(self, words: str) -> None:
        """Deletes a paragraph."""
        element = self.with_words(words)._p
        element.getparent().remove(element)

    def add_row(self, words: str, cells: list[str]) -> None:
        """A row below that of the words."""
        row = self._row(words)
        row.addnext(unmarked(row, cells))

    def delete_row(self, words: str) -> None:
        row = self._row(words)
        row.getparent().remove(row)

    def fill(self, words: str, column: int, text: str) -> None:
        """Types into a cell of the row of the words."""
        cell = self._row(words).findall(f"{W}tc")[column]
        Paragraph(cell.find(f"{W}p"), self.document).add_run(text)  # type: ignore[arg-type]

    def _row(self, words: str) -> Any:
        return next(self.with_words(words)._p.iterancestors(f"{W}tr"))

    def save(self) -> None:
        self.document.save(str(self.file))


def unmarked(element: Any, texts: list[str]) -> Any:
    """A copy of a paragraph or row with other words and no bookmarks, as Word makes it."""
    made = copy.deepcopy(element)
    for mark in list(made.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)
    paragraphs = [made] if made.tag == f"{W}p" else [cell.find(f"{W}p") for cell in made.iter(f"{W}tc")]
    for paragraph, text in zip(paragraphs, texts, strict=True):
        runs = paragraph.findall(f"{W}r")
        for run in runs:
            paragraph.remove(run)
        if text:
            Paragraph(paragraph, None).add_run(text)  # type: ignore[arg-type]
    return made


def with_part(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The file with its parts changed in place."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    file.write_bytes(target.getvalue())
    return file
