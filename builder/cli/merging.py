"""`packs import --merge`: shows what would change, asks, writes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.colour import coloured
from builder.cli.options import shown_from_here, workspace_at
from builder.words import say, words

if TYPE_CHECKING:
    from builder.importers.importing import Guidance

COLOURS = {"old": "red", "new": "green", "warning": "yellow", "head": "cyan"}


def merge_options(bank: str | None, output: Path | None) -> str:
    """The bank that is named. Raises RequestError where the options do not go together."""
    from builder.errors import RequestError

    if bank is None:
        raise RequestError(words("--yes and --dry-run go with --merge"), words("name the bank: --merge BANK"))
    if output is not None:
        raise RequestError(
            words("-o and --merge exclude each other"), words("--merge writes to the bank itself")
        )
    return bank


def merge_into(
    bank: str,
    files: Sequence[Path],
    guidance: Guidance,
    project: Path | None,
    *,
    yes: bool,
    dry_run: bool,
    quiet: bool,
) -> int:
    """Shows the difference on stdout and everything else on stderr; returns 1 where conflicts are left or nobody agreed.

    Raises RequestError where there is nobody to ask; ContentError where a cell cannot go into the bank.
    """
    from builder.errors import RequestError
    from builder.exchange.banks import opened_bank
    from builder.exchange.merging.difference import difference
    from builder.exchange.merging.merging import merge
    from builder.exchange.merging.writing import merged_text, write_merged

    workspace = workspace_at(project)
    file, loaded = opened_bank(workspace, bank)
    shown = shown_from_here(file).as_posix()
    outcome = merge(files, loaded, guidance)
    guidance.columns.check()
    text = merged_text(loaded, outcome)
    for line in difference(outcome):
        click.echo(coloured(line.text, COLOURS[line.tone]) if line.tone in COLOURS else line.text)
    if outcome.is_empty:
        _say(say("nothing to change in {path}", path=shown), quiet)
        return int(bool(outcome.conflicts))
    _say(_summary(outcome), quiet)
    if dry_run:
        return 0
    if not yes and not sys.stdin.isatty():
        raise RequestError(
            words("nothing was written: there is nobody to ask"),
            words("--yes writes it, --dry-run only shows it"),
        )
    if not yes and not click.confirm(say("Write this to {path}?", path=shown), err=True):
        _say(say("nothing was written"), quiet)
        return 1
    write_merged(file, loaded, text)
    _say(say("Next: packs check {path}", path=shown), quiet)
    return int(bool(outcome.conflicts))


def _summary(outcome: object) -> str:
    counts = {name: len(getattr(outcome, name)) for name in ("changes", "additions", "conflicts")}
    return say("{changes} cells change, {additions} entries are new, {conflicts} conflicts", **counts)


def _say(text: str, quiet: bool) -> None:
    if not quiet:
        click.echo(text, err=True)
