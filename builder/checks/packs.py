"""What packs.yaml changes of its banks still makes lawful, fair papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.checks.papers import (
    SECRET_HINT,
    TRIM_HINT,
    secret_sentence,
    state_secret_in,
    trim_sentence,
    trims_too_few,
)
from builder.content.bank import LoadedBank
from builder.content.source import Source
from builder.errors import Finding
from builder.model.project import PackSpec, Project


def override_findings(project: Project, source: Source, banks: Mapping[str, LoadedBank]) -> Iterator[Finding]:
    """Packs that drop marks of too few raters, and markings in packs.yaml that are kept for state secrets.

    `source` is packs.yaml; packs of banks that are not in `banks` are passed over.
    """
    for i, pack in enumerate(project.packs):
        if pack.bank in banks and (pack.aggregation or state_secret_in(pack.marking)):
            yield from _of_pack(source, i, pack, banks[pack.bank])
    packs = project.packs or [PackSpec(bank=bank_id) for bank_id in banks]
    term = state_secret_in(project.marking)
    if term and any(_takes_projects_marking(pack, banks) for pack in packs):
        place = source.place_of_text(("marking",), term)
        yield Finding("STATE-SECRET", secret_sentence(term), place, SECRET_HINT)


def _of_pack(source: Source, i: int, pack: PackSpec, loaded: LoadedBank) -> Iterator[Finding]:
    bank = loaded.bank
    if pack.aggregation and trims_too_few(bank, pack.aggregation):
        place = source.place(("packs", i, "aggregation"))
        yield Finding("TRIM-RATERS", trim_sentence(bank, pack.aggregation), place, TRIM_HINT)
    term = state_secret_in(pack.marking)
    if term and not bank.state_secret:
        place = source.place_of_text(("packs", i, "marking"), term)
        yield Finding("STATE-SECRET", secret_sentence(term), place, SECRET_HINT)


def _takes_projects_marking(pack: PackSpec, banks: Mapping[str, LoadedBank]) -> bool:
    """Whether the project's marking is printed on a pack whose bank holds no state secret."""
    loaded = banks.get(pack.bank)
    return loaded is not None and not (pack.marking or loaded.bank.marking or loaded.bank.state_secret)
