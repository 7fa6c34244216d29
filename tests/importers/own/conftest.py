"""A small bank that has something in every field, as Word files that can be spoilt."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from own_packs import Desk, imported_again, word_files
from small_bank import BANK, loaded, project

from builder.importers.own.report import OwnBank
from builder.model.bank import Bank


@dataclass(frozen=True)
class Papers:
    """The Word files of one bank in a folder of their own."""

    bank: Bank
    folder: Path

    def file(self, document: str) -> Path:
        return self.folder / f"{document}.docx"

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*.docx"))

    def again(self) -> tuple[Bank, OwnBank]:
        """The bank that the files make now."""
        bank, made = imported_again(self.files, self.bank.id, self.folder)
        return bank.bank, made

    def desk(self, document: str) -> Desk:
        return Desk(self.file(document))


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    root = tmp_path_factory.mktemp("own")
    workspace = project(root, "organisation: 云栈客服中心\n")
    text = BANK.replace(
        "        guide: {intent: 密：练习题的思路}\n",
        "        guide: {intent: 密：练习题的思路}\n        tags: [密签]\n",
    )
    bank = loaded(workspace.content, text).bank
    (root / "papers").mkdir()
    word_files(workspace, bank, root / "papers")
    return Papers(bank, root / "papers")


@pytest.fixture
def papers(printed: Papers, tmp_path: Path) -> Papers:
    """A copy of the files, to edit."""
    shutil.copytree(printed.folder, tmp_path / "papers")
    return Papers(printed.bank, tmp_path / "papers")
