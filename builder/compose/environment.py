"""The Jinja environment: sandboxed, metered, strict about what is undefined, confined to two folders."""

from __future__ import annotations

import functools
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    nodes,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from pydantic import BaseModel

from builder.compose.allowance import MAX_TEMPLATE_BYTES, Allowance, OversizeTemplateError
from builder.compose.labels import Label
from builder.compose.metering import (
    UNSTEADY,
    inside_calls,
    metered_filter,
    metered_test,
    refuse_growth,
    refuse_wide,
    refuse_wide_fields,
)
from builder.compose.ticking import Metered
from builder.content.templates import BUILT_IN, file_within, template_hash
from builder.words import words

TEMPLATE = "template/"


class ConfinedLoader(BaseLoader):
    """Loads templates of one folder; a name or a link that leads out of it is not found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        file = file_within(self.folder, template)
        if file is None:
            raise TemplateNotFound(template)
        if file.stat().st_size > MAX_TEMPLATE_BYTES:
            raise OversizeTemplateError(
                words(
                    "{file} is larger than {limit} MB", file=template, limit=MAX_TEMPLATE_BYTES // 1_000_000
                )
            )
        return file.read_text(encoding="utf-8"), str(file), lambda: True


_PLAIN = (str, bytes, int, float, Decimal, list, tuple, dict)
_SIZED = (str, bytes, list, tuple, dict, range)


class PackEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox for other people's templates: data to read, nothing to change, import or open, and an end."""

    intercepted_binops = frozenset(["**", "*", "+", "%"])

    def __init__(self, source_hash: Callable[[str], str], **options: Any) -> None:
        self.allowance = Allowance()
        self.read: dict[str, str] = {}
        """Every template looked for, with the hash of its source: whoever composes hands in a new one."""
        self._source_hash = functools.cache(source_hash)
        # Compiled, not computed ahead: what a template does is counted each time it does it.
        super().__init__(**options, optimized=False, finalize=self._finalized())
        self.globals.pop("lipsum")
        for name in UNSTEADY:
            del self.filters[name]

    def meter(self) -> None:
        """Counts what filters and tests do from now on; to be called once all are there."""
        for name, function in list(self.filters.items()):
            self.filters[name] = metered_filter(name, function, self.allowance)
        for name, test in list(self.tests.items()):
            self.tests[name] = metered_test(cast("Callable[..., Any]", test), self.allowance)
        self.filters.update(inside_calls(self.allowance))

    def _load_template(self, name: str, globals: Any) -> Template:
        self.read[TEMPLATE + name] = self._source_hash(name)
        return super()._load_template(name, globals)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return Metered().visit(super()._parse(source, name, filename))  # type: ignore[no-any-return]

    def _finalized(self) -> Any:
        allowance = self.allowance

        @pass_context  # keeps Jinja from computing constants ahead, uncounted
        def finalized(context: Context, value: Any) -> Any:
            allowance.write(len(value) if isinstance(value, str) else allowance.weigh(value))
            return value

        return finalized

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """A view's own fields only: its base class brings methods that open files and run pickles."""
        inherited = isinstance(obj, BaseModel) and hasattr(BaseModel, attr)
        return not inherited and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuses powers, and sums, products and formats that would fill the memory."""
        sized = hasattr(left, "__len__") or hasattr(right, "__len__")
        product = max(_length(left), 1) * max(_length(right), 1) if sized and operator == "*" else 0
        if operator == "**" or product > 100_000:
            raise OverflowError(f"{operator} makes a value that is too large")
        if operator == "%" and isinstance(left, str | bytes):
            refuse_wide(left)
            refuse_growth(self.allowance, [left, right])
        made = self.allowance.charged(super().call_binop(context, operator, left, right))
        if isinstance(made, int) and made.bit_length() > 4096:
            raise OverflowError(f"{operator} makes a number that is too large")
        return made

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Calls, counted; what a method of a plain value can make of its arguments is bounded first."""
        values = [*args, *kwargs.values()]
        owner = getattr(__obj, "__self__", None)
        if owner is not None and isinstance(owner, _PLAIN):
            refuse_growth(__self.allowance, [owner, *values])
        for value in values:
            if isinstance(value, _SIZED):
                __self.allowance.step(len(value))
        return __self.allowance.charged(super().call(__context, __obj, *args, **kwargs))

    def wrap_str_format(self, value: Any) -> Any:
        """`'{}'.format`, which Jinja makes safe, with no width that fills the memory."""
        wrapped = super().wrap_str_format(value)
        if wrapped is None:
            return None
        template = str(value.__self__)

        def formatted(*args: Any, **kwargs: Any) -> str:
            refuse_wide_fields(template)
            refuse_growth(self.allowance, [template, *args, *kwargs.values()])
            return wrapped(*args, **kwargs)

        return formatted


def _length(value: Any) -> int:
    return abs(value) if isinstance(value, int) else len(value) if hasattr(value, "__len__") else 1


def make_environment(own_templates: Path | None, built_in: Path) -> PackEnvironment:
    """An environment in which the project's template of a name wins over the built-in one."""
    inside = ConfinedLoader(built_in)
    own = [ConfinedLoader(own_templates)] if own_templates and own_templates.is_dir() else []
    environment = PackEnvironment(
        lambda name: template_hash(name, own_templates or built_in, built_in),
        loader=ChoiceLoader([*own, PrefixLoader({BUILT_IN: inside}), inside]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(number=number, label=Label)
    environment.globals.update(blank=blank)
    environment.meter()
    return environment


def number(value: Decimal | int) -> str:
    """A number without needless zeros: 5, 2.5. Raises ValueError for one of more digits than a page holds."""
    if abs(Decimal(str(value)).adjusted()) > 99:
        raise ValueError("the number is too large to print")
    return f"{Decimal(str(value)).normalize():f}"


def blank(length: int) -> Markup:
    """A ruled blank to write on, `length` ems long."""
    return Markup('<span class="blank">') + "\u3000" * max(1, min(int(length), 60)) + Markup("</span>")
