"""Lists the English templates of `words(…)` and `say(…)` in the program that have no Chinese yet."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def templates_in(file: Path) -> Iterator[str]:
    """Every string that is the first argument of `words`, `say` or `Words` in one file that imports them."""
    text = file.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)) if "from builder.words import" in text else ():
        if isinstance(node, ast.Call) and _called(node.func) in {"words", "say", "Words"} and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                yield first.value


def _called(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def all_templates() -> list[str]:
    """Every template of the program once, in order of files and lines; commands; what codes mean."""
    from builder.checks.codes import all_codes
    from builder.cli.main import COMMANDS

    files = sorted((ROOT / "builder").rglob("*.py"))
    found = [template for file in files for template in templates_in(file)]
    return list(
        dict.fromkeys([*found, *COMMANDS.values(), *(meaning.template for meaning in all_codes().values())])
    )


def untranslated() -> list[str]:
    """Templates without an entry in builder/messages/zh/."""
    from builder.words import catalogue

    return [template for template in all_templates() if template not in catalogue()]


def unused() -> list[str]:
    """Entries of builder/messages/zh/ that no code says any more."""
    from builder.words import catalogue

    said = set(all_templates())
    return [template for template in catalogue() if template not in said]


if __name__ == "__main__":
    for template in untranslated():
        print(template)
    sys.exit(bool(untranslated()))
