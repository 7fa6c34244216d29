"""Plain data → model; the validation library's wording becomes the user's, with a place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from builder.content.source import Path_, Source
from builder.errors import NOTHING, Finding
from builder.near import nearest
from builder.words import Words, words

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], source: Source) -> tuple[M | None, list[Finding]]:
    """The model of the file's data, or every way in which the data is not one."""
    if not isinstance(source.data, dict):
        sentence = words("a mapping of keys and values is expected here")
        return None, [Finding("TYPE-WRONG", sentence, source.place(()), words("begin with: id: …"))]
    found, flaws = modelled(model, source.data)
    places = (source.place(flaw.path, at_key=flaw.at_key) for flaw in flaws)
    return found, [
        Finding(flaw.code, flaw.sentence, place, flaw.hint) for flaw, place in zip(flaws, places, strict=True)
    ]


@dataclass(frozen=True)
class Flaw:
    """One way in which data is not what the model wants; `at_key` where the key itself is wrong."""

    path: Path_
    at_key: bool
    code: str
    sentence: Words
    hint: Words


def modelled(model: type[M], data: Any) -> tuple[M | None, list[Flaw]]:
    """The model of plain data, or every way in which it is not one."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        # A union reports each of its branches; one report at the value is enough.
        by_path: dict[Path_, list[ErrorDetails]] = {}
        for detail in error.errors():
            by_path.setdefault(_data_path(detail["loc"]), []).append(detail)
        return None, [_flaw(path, details, model) for path, details in by_path.items()]


_NUMBER_BRANCH = "constrained-int"
"""What pydantic appends where a value might be a word or a number, as that of `draw`, and is not the number."""
KEY_ITSELF = "[key]"
"""What pydantic appends to the path of a key of the author's own, such as a competency's id, that is wrong."""


def _data_path(loc: tuple[int | str, ...]) -> Path_:
    """The path in the data: pydantic's `loc` without the union branches it appends."""
    ours = (part for part in loc if part not in (_NUMBER_BRANCH, KEY_ITSELF))
    return tuple(part for part in ours if not str(part).startswith("literal["))


def _flaw(path: Path_, details: list[ErrorDetails], model: type[BaseModel]) -> Flaw:
    detail, kind = details[0], details[0]["type"]
    code, sentence, hint = _wording(kind, path, detail, model)
    if kind == "literal_error" and any(_NUMBER_BRANCH in other["loc"] for other in details):
        hint = words(
            "write {options}, or a whole number from 1 up", options=", ".join(_options(detail["ctx"]))
        )
    at_key = kind == "extra_forbidden" or detail["loc"][-1:] == (KEY_ITSELF,)
    return Flaw(path, at_key, code, sentence, hint)


Wording = tuple[str, Words, Words]


def _wording(kind: str, path: Path_, detail: ErrorDetails, model: type[BaseModel]) -> Wording:
    name = _name(path)
    if kind == "extra_forbidden":
        return _unknown_key(name, keys_at(model, path[:-1]))
    context = detail.get("ctx", {})
    found = _shown(detail["input"])
    worded = _KINDS.get(kind) or _KINDS.get(_family(kind)) or _other
    return worded(name, found, context)


def _name(path: Path_) -> str:
    """The key at `path` as the author knows it; `probes 2` for the second item of a list."""
    if not path:
        return ""
    return f"{_name(path[:-1])} {path[-1] + 1}".strip() if isinstance(path[-1], int) else path[-1]


def _family(kind: str) -> str:
    return kind.split("_")[0] if kind.startswith(("date", "decimal")) else kind


def _unknown_key(name: str, known: Iterable[str]) -> Wording:
    return "KEY-UNKNOWN", words("unknown key “{key}”", key=name), nearest(name, known)


def _missing(name: str, found: str, context: dict[str, Any]) -> Wording:
    return "KEY-MISSING", words("the key “{key}” is missing here", key=name), words("add: {key}: …", key=name)


def _choice(name: str, found: str, context: dict[str, Any]) -> Wording:
    sentence = words("“{key}” cannot be {found}", key=name, found=found)
    return "VALUE-UNKNOWN", sentence, nearest(found.strip("“”"), _options(context))


def _options(context: dict[str, Any]) -> list[str]:
    """The words that a choice is among."""
    expected = str(context["expected"])
    return [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]


def _kind_of(expected: Words, advice: Words = NOTHING) -> Callable[[str, str, dict[str, Any]], Wording]:
    def worded(name: str, found: str, context: dict[str, Any]) -> Wording:
        sentence = words(
            "“{key}” should be {expected}, found {found}", key=name, expected=expected, found=found
        )
        return (
            "TYPE-WRONG",
            sentence,
            advice or words("write {expected}", expected=expected),
        )

    return worded


def _limit(limit: Words, key: str) -> Callable[[str, str, dict[str, Any]], Wording]:
    def worded(name: str, found: str, context: dict[str, Any]) -> Wording:
        sentence = words("“{key}” is {found}", key=name, found=found)
        return "VALUE-RANGE", sentence, Words(limit.template, {"limit": context.get(key, "")})

    return worded


def _pattern(name: str, found: str, context: dict[str, Any]) -> Wording:
    sentence = words("“{key}” cannot be written as {found}", key=name, found=found)
    return (
        "VALUE-FORM",
        sentence,
        words("lower-case letters, digits and hyphens for ids; #rrggbb for colours; 1.0 for versions"),
    )


def _portable(name: str, found: str, context: dict[str, Any]) -> Wording:
    sentence = words("no file can be called {found} on every system", found=found)
    return "VALUE-FORM", sentence, words("avoid con, nul, com1 and the like, and a dot or blank at the end")


def _empty(name: str, found: str, context: dict[str, Any]) -> Wording:
    return "VALUE-EMPTY", words("“{key}” is empty", key=name), words("fill it in, or remove the key")


def _too_short(name: str, found: str, context: dict[str, Any]) -> Wording:
    """A text that is empty, or shorter than says anything."""
    shortest = Words("at least {limit} characters")
    return (_limit(shortest, "min_length") if context["min_length"] > 1 else _empty)(name, found, context)


def _other(name: str, found: str, context: dict[str, Any]) -> Wording:
    return (
        "VALUE-WRONG",
        words("“{key}” cannot be {found}", key=name, found=found),
        words("see the schema for this key"),
    )


_TEXT = _kind_of(words("text"), words("put numbers, dates and yes/no that are meant as text in quotes"))
_NUMBER = _kind_of(words("a number"), words("write the number without quotes"))
_KINDS: dict[str, Callable[[str, str, dict[str, Any]], Wording]] = {
    "missing": _missing,
    "enum": _choice,
    "literal_error": _choice,
    "string_type": _TEXT,
    "number": _NUMBER,
    "decimal": _NUMBER,
    "int_type": _kind_of(words("a whole number")),
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "bool_type": _kind_of(words("true or false")),
    "list_type": _kind_of(words("a list"), words("begin each item with “- ”, or use [a, b]")),
    "dict_type": _kind_of(words("a mapping of keys and values")),
    "model_type": _kind_of(words("a mapping of keys and values")),
    "date": _kind_of(words("a date like 2026-11-30")),
    "greater_than": _limit(Words("more than {limit}"), "gt"),
    "greater_than_equal": _limit(Words("at least {limit}"), "ge"),
    "less_than": _limit(Words("less than {limit}"), "lt"),
    "less_than_equal": _limit(Words("at most {limit}"), "le"),
    "clock": _kind_of(words("a time like 08:30")),
    "multiple_of": _limit(Words("in steps of {limit}"), "multiple_of"),
    "string_pattern_mismatch": _pattern,
    "portable": _portable,
    "string_too_short": _too_short,
    "string_too_long": _limit(Words("at most {limit} characters"), "max_length"),
    "too_short": _empty,
}


def _shown(value: Any) -> str:
    if value is None:
        return "(—)"
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = text if len(text) <= 40 else text[:39] + "…"
    return f"“{text}”"


def keys_at(model: type[BaseModel], path: Path_) -> list[str]:
    """The keys known at `path` below `model`, in the order of the model."""
    current: type[BaseModel] | None = model
    authors_key = False  # as `zh-CN` in a theme's `fonts`: a key of no model
    for part in path:
        if authors_key or isinstance(part, int) or current is None:
            authors_key = False
            continue
        field = current.model_fields.get(part)
        authors_key = field is not None and get_origin(field.annotation) is dict
        current = _model_in(field.annotation) if field else None
    return list(current.model_fields) if current is not None else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None
