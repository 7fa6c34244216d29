"""How the command ends: every failure as a sentence and an exit code, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from builder.cli.colour import coloured
from builder.errors import ContentError, PacksError
from builder.words import say

USAGE, BUG, INTERRUPTED = 2, 70, 130


def exit_code_of(work: Callable[[], Any]) -> int:
    """Does the work; shows on stderr what went wrong; returns the exit code."""
    try:
        result = work()
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(say("interrupted; files already written are whole"), err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return USAGE
    except PacksError as error:
        _show_every(error)
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception as error:
        return _our_bug(error)


def _show_every(error: PacksError) -> None:
    """The failure, after those of single documents that it sums up."""
    for part in getattr(error, "errors", ()):
        _show(part)
    _show(error)


def _show(error: PacksError) -> None:
    """Findings; every fault of files that were made wrong; any other failure as a sentence."""
    if isinstance(error, ContentError):
        from builder.cli.showing import show_findings

        show_findings(error.findings, err=True)
        return
    from builder.cli.faults import show_faults
    from builder.verify.fault import FaultyError

    if isinstance(error, FaultyError):
        show_faults(error.faults, err=True)
    show_problem(error)


def show_problem(error: PacksError) -> None:
    """One failure as a sentence and what to do about it."""
    click.echo(coloured(say("error: {sentence}", sentence=error.sentence), "red"), err=True)
    if error.hint:
        click.echo(f"  → {error.hint}", err=True)


def _our_bug(error: Exception) -> int:
    """Says that this is our fault and leaves a report to send; the traceback goes there, not on the screen."""
    import platform
    import tempfile
    import traceback
    from pathlib import Path

    from builder import __version__

    report = Path(tempfile.mkdtemp(prefix="packs-")) / "report.txt"
    facts = f"packs {__version__}, Python {platform.python_version()}, {platform.platform()}\n{' '.join(sys.argv[1:])}\n\n"
    report.write_text(facts + "".join(traceback.format_exception(error)), encoding="utf-8")
    click.echo(say("This is a mistake of ours, not yours: {kind}.", kind=type(error).__name__), err=True)
    click.echo(say("Please look through this report and send it to us: {path}", path=report), err=True)
    return BUG
