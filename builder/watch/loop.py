"""The loop of `packs build --watch`: builds what is stale, then follows the author's edits until Ctrl-C."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from builder.content.project import Workspace
from builder.plan.wish import Wish
from builder.watch.changes import watched
from builder.watch.rounds import Rounds
from builder.watch.sieve import Sieve
from builder.watch.standing import Standing
from builder.watch.voice import Voice
from builder.words import words

QUIET = 1.5
"""Seconds without an edit after which proofs are replaced by verified files."""


def follow(workspace: Workspace, wish: Wish, voice: Voice, output: Path | None, *, strict: bool) -> NoReturn:
    """Builds, watches and builds again; ends with KeyboardInterrupt alone.

    `output` replaces the project's own folder. Raises MachineError where the project cannot be watched.
    """
    standing = Standing(workspace.root, wish, strict)
    sieve = Sieve(workspace.root, _outputs(workspace, output))

    def target() -> Path:
        sieve.outputs |= _outputs(standing.workspace, output)  # packs.yaml may have named another
        return output or standing.workspace.output

    with watched(workspace.root, sieve) as changes:
        rounds = Rounds(standing, target, voice, changes.pending)
        try:
            rounds.begin()
            voice.say(words("watching {folder}; Ctrl-C ends it", folder=workspace.root.name))
            while True:
                files = changes.take(QUIET if rounds.unsettled else None)
                if files:
                    rounds.after(files)
                else:
                    rounds.settle()
        finally:
            rounds.close()


def _outputs(workspace: Workspace, output: Path | None) -> set[Path]:
    return {folder.resolve() for folder in (workspace.output, output) if folder is not None}
