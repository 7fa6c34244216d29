"""Counts what the filters, tests and methods that a template uses take and make.

Jinja's sandbox keeps a template from reaching out, but not from taking for ever or filling the memory.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from builder.compose.allowance import Allowance, OversizeTemplateError, too_long
from builder.compose.ticking import INSIDE
from builder.words import words

MAX_PRODUCT = 10_000_000
"""Characters that a filter or method may make of few: `indent(4)` of a text times its length."""
UNSTEADY = ("random",)
"""Filters whose result differs from run to run."""
PASSING = frozenset(
    [
        "attr",
        "count",
        "d",
        "default",
        "dictsort",
        "first",
        "groupby",
        "items",
        "label",
        "last",
        "length",
        "list",
        "map",
        "max",
        "min",
        "number",
        "reject",
        "rejectattr",
        "reverse",
        "select",
        "selectattr",
        "sort",
        "unique",
    ]
)
"""Filters that hand values on and look at none of their text."""
GROWING = frozenset(
    ["batch", "center", "format", "indent", "join", "replace", "round", "slice", "tojson", "wordwrap"]
)
"""Filters that make much of little."""
COMPARED = 1_000
"""Characters that are compared in about the time of one step."""
_NUMBER = 1_000
_WIDTH = words("a width of more than {limit} characters", limit=999)
_WIDE = re.compile(r"%(?:\([^)]*\))?[-+ #0-9.]*(?:\*|[0-9]{4})")
_WIDE_FIELD = re.compile(r"\{[^{}]*(?:\{|:[^{}]*[0-9]{4})")


def metered_filter(name: str, function: Callable[..., Any], allowance: Allowance) -> Callable[..., Any]:
    """The filter, what it takes and makes counted."""
    skipped = int(hasattr(function, "jinja_pass_arg"))

    @functools.wraps(function)
    def metered(*args: Any, **kwargs: Any) -> Any:
        first, *others = map(allowance.counted, args[skipped:])
        if name in GROWING:
            first = list(first) if isinstance(first, Iterator) else first
            refuse_growth(allowance, [first, *others, *kwargs.values()])
        elif name not in PASSING:
            allowance.weigh(first, *others, *kwargs.values())
        if name == "format":
            refuse_wide(first)
        return allowance.charged(function(*args[:skipped], first, *others, **kwargs))

    return metered


def metered_test(function: Callable[..., Any], allowance: Allowance) -> Callable[..., Any]:
    """The test, what it looks at counted."""
    skipped = int(hasattr(function, "jinja_pass_arg"))

    @functools.wraps(function)
    def metered(*args: Any, **kwargs: Any) -> Any:
        allowance.step()
        if len(args) > skipped + 1:
            allowance.weigh(*args[skipped:])
        return function(*args, **kwargs)

    return metered


def inside_calls(allowance: Allowance) -> dict[str, Callable[[Any], Any]]:
    """What the compiled templates call, by the names that only `Metered` writes."""

    def weighed(value: Any) -> Any:
        allowance.write(allowance.weigh(value))
        return value

    def compared(value: Any) -> Any:
        if isinstance(value, str | bytes):
            allowance.step(len(value) // COMPARED)
        elif isinstance(value, list | tuple | dict):
            allowance.weigh(value)
        return value

    calls: dict[str, Callable[[Any], Any]] = {
        "tick": allowance.tick,
        "step": allowance.step,
        "weighed": weighed,
        "compared": compared,
    }
    return {INSIDE + name: call for name, call in calls.items()}


def refuse_growth(allowance: Allowance, values: Iterable[Any]) -> None:
    """Raises OversizeTemplateError where the first value, times the largest of the others, is too much."""
    first, *others = values
    own = _NUMBER if isinstance(first, int | float) else allowance.weigh(first)
    factor = max([abs(v) if isinstance(v, int) else allowance.weigh(v) for v in others], default=1)
    if own * max(factor, 1) > MAX_PRODUCT:
        raise OversizeTemplateError(too_long(MAX_PRODUCT))


def refuse_wide(template: Any) -> None:
    """Raises OversizeTemplateError for a `%` format with a width of four digits, or one that is handed in."""
    text = template.decode("latin-1") if isinstance(template, bytes) else str(template)
    if _WIDE.search(text):
        raise OversizeTemplateError(_WIDTH)


def refuse_wide_fields(template: str) -> None:
    """The same for a `{}` format."""
    if _WIDE_FIELD.search(template):
        raise OversizeTemplateError(_WIDTH)
