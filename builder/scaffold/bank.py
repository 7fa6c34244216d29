"""A new bank from the built-in sample."""

from __future__ import annotations

from pathlib import Path

from builder.content.schema import schema_text
from builder.content.templates import built_in_templates
from builder.errors import RequestError
from builder.words import words

TITLES = {"zh-CN": "示例岗位", "en": "Sample position"}


def bank_text(bank_id: str, locale: str, title: str | None) -> str:
    """A complete bank of two questions in `locale`, with its id and position filled in."""
    sample = (built_in_templates() / "scaffold" / f"bank.{locale}.yaml").read_text(encoding="utf-8")
    quoted = (title or TITLES[locale]).replace("\\", "\\\\").replace('"', '\\"')
    return sample.replace("__ID__", bank_id).replace("__TITLE__", quoted)


def write_bank(content: Path, bank_id: str, locale: str, title: str | None) -> Path:
    """Writes `<content>/<bank_id>.yaml` and the schema beside it; returns the bank's path.

    Raises RequestError where the bank exists: nothing is ever overwritten.
    """
    path = content / f"{bank_id}.yaml"
    write_new(path, bank_text(bank_id, locale, title))
    schema = content / "bank.schema.json"
    if not schema.exists():
        write_new(schema, schema_text("bank"))
    return path


def write_new(path: Path, text: str) -> Path:
    """Writes a file that must not exist yet. Raises RequestError where it does or cannot be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise RequestError(
            words("{path} exists already", path=path), words("choose another name; nothing was changed")
        ) from None
    except OSError as error:
        raise RequestError(
            words("{path} cannot be written: {reason}", path=path, reason=error.strerror or error),
            words("check its permissions"),
        ) from None
    return path
