"""What went wrong in a template, said with its name, its line and the item it was showing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from builder.compose.allowance import EndlessTemplateError, OversizeTemplateError
from builder.errors import ContentError, Finding, Place
from builder.words import Words, words

_OUR_TYPE = re.compile(r"'builder(?:\.\w+)*\.(\w+) object'")


def template_failure(error: Exception, document: str, shown: Callable[[Path], Path]) -> ContentError:
    """The finding for an exception that rendering `document` raised; `shown` is how a file is named to people."""
    file, line = _syntax_place(error) or _template_frame(error.__traceback__) or (document, 1)
    code, sentence, hint = _wording(error)
    item = _item(error.__traceback__)
    if item:
        sentence = words("{sentence} (while showing {item})", sentence=sentence, item=item)
    place = Place(shown(Path(file)), line, 1, _line_of(file, line))
    return ContentError([Finding(code, sentence, place, hint)])


def _wording(error: Exception) -> tuple[str, Words, Words]:
    said = _OUR_TYPE.sub(r"\1", str(error))
    if isinstance(error, TemplateNotFound):
        sentence = words("the template {name} does not exist", name=error.name)
        return (
            "TEMPLATE-MISSING",
            sentence,
            words("templates are found in the project's templates folder and among the built-in ones"),
        )
    if isinstance(error, TemplateSyntaxError):
        return (
            "TEMPLATE-SYNTAX",
            words("template syntax: {problem}", problem=error.message),
            words("look at the tag in this line"),
        )
    if isinstance(error, UndefinedError | AttributeError | KeyError):
        sentence = words("undefined in the template: {problem}", problem=said)
        return (
            "TEMPLATE-UNDEFINED",
            sentence,
            words("correct the name; a view holds only what its audience may see"),
        )
    if isinstance(error, SecurityError):
        return (
            "TEMPLATE-UNSAFE",
            words("the template may not do this: {problem}", problem=said),
            words("templates only read the view and the labels"),
        )
    if isinstance(error, EndlessTemplateError):
        return (
            "TEMPLATE-ENDLESS",
            words("the template does not come to an end: {problem}", problem=error.args[0]),
            words(
                "a document needs some thousand rounds; look for loops in loops and macros that call themselves"
            ),
        )
    if isinstance(error, OversizeTemplateError):
        return (
            "TEMPLATE-TOO-LARGE",
            words("what the template makes is too large: {problem}", problem=error.args[0]),
            words("print each thing once; look for text that is joined to itself in a loop"),
        )
    return (
        "TEMPLATE-FAILED",
        words("the template failed: {problem}", problem=said),
        words("correct the expression in this line"),
    )


def _syntax_place(error: Exception) -> tuple[str, int] | None:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "template", error.lineno
    return None


def _template_frame(traceback: TracebackType | None) -> tuple[str, int] | None:
    """The innermost frame that is a template's: Jinja gives its frames the template's file and lines."""
    found = None
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            found = (file, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found


def _item(traceback: TracebackType | None) -> str:
    """The id of the innermost thing that a template's loop was showing, e.g. a question's."""
    found = ""
    while traceback is not None:
        frame = traceback.tb_frame
        if frame.f_code.co_filename.endswith(".j2"):
            ids = [_id(value) for value in frame.f_locals.values()]
            found = next((i for i in reversed(ids) if i), found)
        traceback = traceback.tb_next
    return found


def _id(value: Any) -> str:
    if type(value).__module__.partition(".")[0] != "builder" or not hasattr(value, "stem"):
        return ""
    return str(getattr(value, "id", "") or getattr(value, "number", ""))


def _line_of(file: str, line: int) -> str:
    path = Path(file)
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return lines[line - 1] if line <= len(lines) else ""
