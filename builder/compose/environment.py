"""The Jinja environment: sandboxed, strict about what is undefined, confined to two folders."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, PrefixLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from pydantic import BaseModel

from builder.compose.labels import Label

BUILT_IN = "builtin"
"""`{% extends "builtin/score-sheet.html.j2" %}` lets a project's template override single blocks."""


class ConfinedLoader(BaseLoader):
    """Loads templates of one folder; a name or a link that leads out of it is not found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            file = (self.folder / template).resolve()
            found = file.is_relative_to(self.folder) and file.is_file()
        except (OSError, RuntimeError):  # a name too long for any file, links that go round in a circle
            found = False
        if not found:
            raise TemplateNotFound(template)
        return file.read_text(encoding="utf-8"), str(file), lambda: True


class PackEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox for other people's templates: data to read, nothing to change, import or open."""

    intercepted_binops = frozenset(["**", "*"])

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """A view's own fields only: its base class brings methods that open files and run pickles."""
        inherited = isinstance(obj, BaseModel) and hasattr(BaseModel, attr)
        return not inherited and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuses powers, and products that would fill the memory."""
        sized = hasattr(left, "__len__") or hasattr(right, "__len__")
        if operator == "**" or (sized and max(_length(left), 1) * max(_length(right), 1) > 100_000):
            raise OverflowError(f"{operator} makes a value that is too large")
        return super().call_binop(context, operator, left, right)


def _length(value: Any) -> int:
    return abs(value) if isinstance(value, int) else len(value) if hasattr(value, "__len__") else 1


def make_environment(own_templates: Path | None, built_in: Path) -> Environment:
    """An environment in which the project's template of a name wins over the built-in one."""
    inside = ConfinedLoader(built_in)
    own = [ConfinedLoader(own_templates)] if own_templates and own_templates.is_dir() else []
    environment = PackEnvironment(
        loader=ChoiceLoader([*own, PrefixLoader({BUILT_IN: inside}), inside]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(number=number, label=Label)
    environment.globals.update(blank=blank)
    return environment


def number(value: Decimal | int) -> str:
    """A number without needless zeros: 5, 2.5."""
    return f"{Decimal(str(value)).normalize():f}"


def blank(length: int) -> Markup:
    """A ruled blank to write on, `length` ems long."""
    return Markup('<span class="blank">') + "\u3000" * max(1, min(int(length), 60)) + Markup("</span>")
