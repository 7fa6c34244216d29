"""Colour at a terminal, unless NO_COLOR asks for none."""

from __future__ import annotations

import os

import click


def coloured(text: str, colour: str, *, bold: bool = False) -> str:
    """`text` in a colour; click takes it off again where the output is no terminal."""
    return text if os.environ.get("NO_COLOR") else click.style(text, fg=colour, bold=bold)
