"""A bank → a file in the form asked for."""

from __future__ import annotations

from pathlib import Path

from builder.content.bank import LoadedBank
from builder.content.project import Workspace
from builder.errors import RequestError
from builder.words import words

FORMS = ("md", "csv", "xlsx")
MARKINGS = {"zh-CN": "内部资料·注意保存", "en": "Internal – keep secure"}
"""For a bank without a marking in a project without one."""


def exported(loaded: LoadedBank, form: str, workspace: Workspace) -> bytes:
    """The bytes of the file: the same for the same bank, theme and marking."""
    bank, data = loaded.bank, loaded.source.data
    marking = bank.marking or workspace.project.marking or MARKINGS[bank.locale]
    if form == "csv":
        from builder.exchange.exporting.delimited import csv_bytes

        return csv_bytes(data)
    if form == "xlsx":
        from builder.exchange.exporting.workbook import xlsx_bytes

        return xlsx_bytes(data, workspace.theme, marking)
    from builder.exchange.exporting.markdown import markdown_text

    return markdown_text(data, marking).encode()


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raises RequestError where a file would be overwritten that nobody asked to be."""
    if path.exists() and not force:
        raise RequestError(
            words("{path} exists already", path=path.as_posix()),
            words("--force overwrites it; -o names another file"),
        )
