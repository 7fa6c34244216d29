"""A project with the small bank, and a short way to render a template of its own over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_bank import BANK, loaded, project

from builder.compose.compose import Composer
from builder.compose.documents import BY_ID
from builder.content.project import Workspace
from builder.errors import ContentError, Finding
from builder.model.bank import Bank
from builder.model.composed import Composed
from builder.model.project import PackSpec

SPEC = PackSpec(bank="night-desk")


@dataclass(frozen=True)
class Desk:
    """A project folder with its bank."""

    workspace: Workspace
    bank: Bank

    def write(self, name: str, text: str) -> Path:
        """Writes a file of the project's templates folder."""
        path = self.workspace.templates / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def compose(self, kind: str, options: PackSpec = SPEC) -> Composed:
        return Composer(self.workspace).compose(BY_ID[kind], self.bank, options)

    def render(self, template: str, kind: str = "interviewer-pack") -> str:
        """What a template of the project's own, in place of a built-in one, makes."""
        self.write(f"{kind}.html.j2", template)
        return self.compose(kind).html

    def refusal(self, template: str, kind: str = "interviewer-pack") -> Finding:
        """The finding for a template that does not work."""
        with pytest.raises(ContentError) as caught:
            self.render(template, kind)
        (finding,) = caught.value.findings
        return finding


@pytest.fixture
def desk(tmp_path: Path) -> Callable[..., Desk]:
    """A project with a bank of this text, and these settings."""

    def _desk(text: str = BANK, packs: str = "organisation: 云栈客服中心\n") -> Desk:
        workspace = project(tmp_path, packs)
        return Desk(workspace, loaded(workspace.content, text).bank)

    return _desk
