"""`packs`: the group of commands. Each is imported only when it runs, so that help is there at once."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Sequence
from typing import Any

import click

from builder import __version__
from builder.words import LANGUAGES, choose_language, say

COMMANDS = {
    "build": "Builds the printable files of packs.",
    "check": "Finds what is wrong in banks and project files.",
    "clean": "Removes what builds made.",
    "verify": "Reopens built files and checks them.",
    "init": "Makes a new project folder that builds at once.",
    "new": "Adds a new bank or campaign to a project.",
    "import": "Makes a bank of other people's documents.",
    "export": "Writes a bank as a spreadsheet or a document for colleagues without YAML.",
    "schema": "Writes the JSON Schemas that editors use.",
    "doctor": "Tells whether this machine can print, and what to install.",
}


class LazyGroup(click.Group):
    """Knows its commands by name and one line of help; imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"builder.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(say("Commands")):
            formatter.write_dl([(name, say(line)) for name, line in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from builder.near import nearest

            ctx.fail(f"{say('there is no command “{name}”', name=args[0])}: {nearest(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"packs {__version__}")
        ctx.exit()


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value:
        choose_language(value)


@click.group(
    cls=LazyGroup,
    help=say("Turns structured question banks into printable interview packs, as PDF and Word files."),
    epilog=say("Example: packs build qa-specialist --format pdf"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=_language,
    is_eager=True,
    expose_value=False,
    help=say("Language of messages; otherwise that of the locale."),
)
@click.option(
    "--version",
    is_flag=True,
    callback=_version,
    is_eager=True,
    expose_value=False,
    help=say("Shows the version."),
)
def packs() -> None:
    """The group itself does nothing."""


def run(arguments: Sequence[str] | None = None) -> Any:
    """Runs the command and exits with 0 done, 1 content or build, 2 usage, 3 machine, 70 our bug, 130 interrupted."""
    from builder.cli.failing import exit_code_of

    gc.set_threshold(50_000, 20, 20)  # a command makes much and ends soon
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(exit_code_of(lambda: packs.main(args=arguments, prog_name="packs", standalone_mode=False)))
