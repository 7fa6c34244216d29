"""`packs doctor`."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.colour import coloured
from builder.cli.options import project_option
from builder.words import say


@click.command(
    "doctor",
    help=say(
        "Tells whether this machine can print: Python, native libraries, fonts and their coverage of the project's text, write access. Each failure names its fix."
    ),
    epilog=say("Example: packs doctor --json"),
)
@click.option("--json", "as_json", is_flag=True, help=say("Prints the result as JSON on standard output."))
@project_option
def command(as_json: bool, project: Path | None) -> int:
    """Prints one line for each thing examined; returns 3 where one fails."""
    import json
    from dataclasses import asdict

    from builder.cli.showing import FORMAT_VERSION
    from builder.doctor import examine

    results = examine(project or Path.cwd())
    if as_json:
        rows = [asdict(result) for result in results]
        click.echo(json.dumps({"version": FORMAT_VERSION, "results": rows}, ensure_ascii=False, indent=2))
    else:
        for result in results:
            mark = coloured("✓", "green") if result.ok else coloured("✗", "red")
            click.echo(f"{mark} {result.what}: {result.found}")
            if result.fix:
                click.echo(f"    → {result.fix}")
    return 0 if all(result.ok for result in results) else 3
