"""The real packs, built once by the command in a folder outside the checkout; Word files also opened by LibreOffice."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx_pack import DocxPack
from html_pack import HtmlPack
from pack_projects import CHECKOUT, ProjectFolder, real_project
from pdf_pack import PdfPack
from ruamel.yaml import YAML
from shared_folders import made_once

from builder.fonts import open_shelf
from builder.model.theme import Theme

BANKS = ("qa-specialist", "support-lead-en")


@dataclass(frozen=True)
class Built:
    """The files of one pack, by document, and the bank they were made from."""

    project: ProjectFolder
    pack: str

    @property
    def folder(self) -> Path:
        return self.project.root / "output" / self.pack

    @property
    def documents(self) -> list[str]:
        return sorted(path.stem for path in self.folder.glob("*.pdf"))

    @functools.cached_property
    def bank(self) -> dict[str, Any]:
        return YAML(typ="safe").load(self.project.root / f"content/{self.pack}.yaml")

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The questions that are asked, in order."""
        every = [q for section in self.bank["sections"] for q in section["questions"]]
        return [q for q in every if q.get("status", "live") == "live" and not q.get("practice")]

    def pdf(self, document: str) -> PdfPack:
        return _pdf(self.folder / f"{document}.pdf")

    def docx(self, document: str) -> DocxPack:
        return _docx(self.folder / f"{document}.docx")

    def html(self, document: str) -> HtmlPack:
        return _html(self.folder / f"{document}.html")

    def __hash__(self) -> int:
        return hash(self.pack)


_pdf, _docx, _html = (functools.cache(kind) for kind in (PdfPack, DocxPack, HtmlPack))


def built_in_theme() -> Theme:
    return Theme.model_validate(YAML(typ="safe").load(CHECKOUT / "templates/theme.yaml"))


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> ProjectFolder:
    """This repository's own project, every document of two of its packs in all three formats."""

    def build(folder: Path) -> None:
        project = real_project(folder / "project")
        ran = project.packs("build", "-q", *BANKS, "--format", "pdf", "--format", "docx", "--format", "html")
        assert (ran.code, ran.out) == (0, ""), ran.err

    return ProjectFolder(made_once(tmp_path_factory, "real", build) / "project")


@pytest.fixture(scope="session", params=BANKS)
def built(request: pytest.FixtureRequest, real: ProjectFolder) -> Built:
    """One of the two packs, a Chinese one by points and an English one by ratings."""
    return Built(real, request.param)


@pytest.fixture(scope="session")
def soffice() -> str:
    found = shutil.which("soffice")
    if not found:
        pytest.skip("LibreOffice (soffice) is not installed")
    return found


@pytest.fixture(scope="session")
def by_libreoffice(
    real: ProjectFolder, soffice: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], PdfPack]:
    """(pack, document) → the Word file as LibreOffice lays it out; all are converted in one go."""
    home = tmp_path_factory.mktemp("office")
    files = sorted((real.root / "output").glob("*/*.docx"))
    copies = [shutil.copy(f, home / f"{f.parent.name}+{f.stem}.docx") for f in files]
    # With the fonts of the PDF, which the Word file names as alternatives, and no others of this machine.
    fonts = {**os.environ, "FONTCONFIG_FILE": str(open_shelf(built_in_theme(), None).fontconfig)}
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        # Pages left empty so that a question begins on a left-hand one are pages, too.
        'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}',
        "--outdir",
        str(home),
        *map(str, copies),
    ]
    subprocess.run(command, cwd=home, env=fonts, timeout=300, check=True, capture_output=True)
    found = {tuple(path.stem.split("+")): PdfPack(path) for path in home.glob("*.pdf")}
    assert len(found) == len(files) > 7
    return found
