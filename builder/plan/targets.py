"""Packs, documents and formats → the list of files to make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.compose.documents import BY_ID, DOCUMENTS, DocumentKind
from builder.content.bank import LoadedBank
from builder.content.selection import explained, selected
from builder.errors import RequestError
from builder.model.bank import Bank
from builder.model.project import PackSpec, Project
from builder.near import nearest
from builder.plan.wish import FORMATS, Wish
from builder.words import Words, words


@dataclass(frozen=True)
class Job:
    """One document of one pack, in the formats that are wanted: it is composed and laid out once."""

    pack: PackSpec
    bank: Bank
    """What the pack holds of it."""
    whole: Bank
    """All of it, what the pack leaves out included."""
    kind: DocumentKind
    formats: tuple[str, ...]

    def file(self, form: str, name: str) -> Path:
        """Path of the file in `form`, relative to the output folder."""
        return Path(self.pack.id) / f"{name}.{form}"


def chosen_packs(project: Project, bank_ids: Iterable[str], wish: Wish) -> list[PackSpec]:
    """The packs to build: those of packs.yaml, or one for every bank; only those wished for.

    Raises RequestError for a pack or a document that does not exist.
    """
    packs = list(project.packs) or [PackSpec(bank=bank_id) for bank_id in bank_ids]
    _refuse_unknown(words("pack"), wish.packs, [pack.id for pack in packs])
    _refuse_unknown(words("document"), wish.documents, list(BY_ID))
    return [pack for pack in packs if not wish.packs or pack.id in wish.packs]


def plan_jobs(packs: Iterable[PackSpec], banks: Mapping[str, LoadedBank], wish: Wish) -> list[Job]:
    """Every document to make, pack by pack. Raises RequestError where there is none."""
    jobs = [job for pack in packs for job in _jobs(pack, banks[pack.bank].bank, wish)]
    if not jobs:
        raise nothing_fits()
    return jobs


def explanations(packs: Iterable[PackSpec], banks: Mapping[str, LoadedBank]) -> dict[str, Words]:
    """Pack → which of its bank's questions it holds, for packs that do not hold all."""
    said = {}
    for pack in packs:
        bank = banks[pack.bank].bank
        sentence = explained(bank, selected(bank, pack.select, pack.form))
        if sentence is not None:
            said[pack.id] = sentence
    return said


def wanted_documents(
    pack: PackSpec, wish: Wish, fits: Callable[[DocumentKind], bool]
) -> Iterator[tuple[DocumentKind, tuple[str, ...]]]:
    """The documents of a pack that are wished for and fit its bank, with their formats.

    Raises RequestError for a document of the pack that does not exist.
    """
    _refuse_unknown(words("document"), pack.documents, list(BY_ID))
    for kind in DOCUMENTS:
        asked_for = not pack.documents or kind.id in pack.documents
        if asked_for and fits(kind) and (not wish.documents or kind.id in wish.documents):
            formats = _formats(pack, kind, wish)
            if formats:
                yield kind, formats


def nothing_fits() -> RequestError:
    """What to raise where no document that is asked for fits a pack that is asked for."""
    return RequestError(
        words("nothing to build: no document asked for fits a pack asked for"),
        words("see what there is with: packs build --dry-run"),
    )


def _jobs(pack: PackSpec, bank: Bank, wish: Wish) -> Iterable[Job]:
    packed = as_packed(bank, pack)
    for kind, formats in wanted_documents(pack, wish, lambda kind: kind.fits(packed)):
        yield Job(pack, packed, bank, kind, formats)


def _formats(pack: PackSpec, kind: DocumentKind, wish: Wish) -> tuple[str, ...]:
    """Those wanted that the document has; a workbook comes with its document unless formats are named."""
    wanted = {*(wish.formats or pack.formats)}
    if not wish.formats and "formats" not in pack.model_fields_set:
        wanted.add("xlsx")
    return tuple(form for form in FORMATS if form in wanted and (form != "xlsx" or kind.workbook))


def as_packed(bank: Bank, pack: PackSpec) -> Bank:
    """The bank with the pack's selection and its own settings."""
    changes = {
        key: value
        for key in ("scale", "aggregation", "score_by")
        if (value := getattr(pack, key)) is not None
    }
    return selected(bank, pack.select, pack.form).model_copy(update=changes)


def _refuse_unknown(what: Words, wanted: Iterable[str], known: list[str]) -> None:
    for name in wanted:
        if name not in known:
            raise RequestError(
                words("there is no {what} “{name}”", what=what, name=name), nearest(name, known)
            )
