"""Which banks must be checked again, and which were found right as they still are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from builder.content.bank import LoadedBank
from builder.content.markdown import image_paths
from builder.content.project import Workspace
from builder.fonts import shelf_fingerprint
from builder.hashing import hash_of_file, hash_of_value
from builder.plan.programs import whole_program
from builder.plan.record import Checked, Record

_JUDGED = {"marking", "aggregation", "select", "form", "bank", "name"}
"""What packs.yaml says of a pack and the check has something to say about."""


class Checklist:
    """What checks before this one found out about the banks of one project."""

    def __init__(self, workspace: Workspace, record: Record) -> None:
        self._workspace = workspace
        self._record = record
        project, theme = workspace.project, workspace.theme
        said = project.model_dump(mode="json", include={"ignore", "marking"})
        typefaces = theme.model_dump(mode="json", include={"fonts"})
        self._common = [said, typefaces, shelf_fingerprint(theme, workspace.root), whole_program()]

    def due(self, banks: Collection[str], *, strict: bool) -> set[str]:
        """Those of the banks that were not checked as they are now; with `strict`, those with warnings too."""
        return {bank for bank in banks if not self._passed(bank, strict=strict)}

    def passed(self, loaded: LoadedBank, *, warned: bool) -> Checked:
        """What to keep of a bank that was checked just now and may be printed."""
        bank = loaded.bank
        texts = (text for _, text in loaded.source.strings() if "![" in text)
        pictures = sorted({path for text in texts for path in image_paths(text)})
        source = self._source(bank.id, bank.translation_of, pictures)
        return Checked(bank.id, source, bank.translation_of, pictures, warned)

    def _passed(self, bank: str, *, strict: bool) -> bool:
        known = self._record.checked(bank)
        if known is None or (strict and known.warned):
            return False
        return known.source == self._source(bank, known.translation_of, known.pictures)

    def _source(self, bank: str, translation_of: str | None, pictures: Sequence[str]) -> str:
        """The hash of all that the findings about a bank depend on."""
        content = self._workspace.content
        packs = (pack for pack in self._workspace.project.packs if pack.bank == bank)
        judged = [pack.model_dump(mode="json", include=_JUDGED) for pack in packs]
        named: Iterable[str] = [
            f"{bank}.yaml",
            *([f"{translation_of}.yaml"] if translation_of else []),
            *pictures,
        ]
        return hash_of_value([[hash_of_file(content / name) for name in named], judged, self._common])
