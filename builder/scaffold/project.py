"""A new project folder."""

from __future__ import annotations

from pathlib import Path

from builder.content.schema import SCHEMAS, schema_text
from builder.content.templates import built_in_templates
from builder.errors import RequestError
from builder.scaffold.bank import bank_text, write_new
from builder.words import words

SAMPLE = "sample-bank"


def make_project(folder: Path, locale: str) -> list[Path]:
    """Writes a project that builds at once; returns the paths written.

    Raises RequestError where any of the files exists, before a single one is written.
    """
    texts = project_files(locale)
    standing = [folder / name for name in texts if (folder / name).exists()]
    if standing:
        raise RequestError(
            words("{path} exists already", path=standing[0]),
            words("choose an empty folder; nothing was changed"),
        )
    return [write_new(folder / name, text) for name, text in texts.items()]


def project_files(locale: str) -> dict[str, str]:
    """Relative path → text of every file of a new project."""
    scaffold = built_in_templates() / "scaffold"
    files = {
        "packs.yaml": (scaffold / f"packs.{locale}.yaml").read_text(encoding="utf-8"),
        f"content/{SAMPLE}.yaml": bank_text(SAMPLE, locale, None),
        ".gitignore": "/output/\n",
    }
    schemas = {name: relative for name, (_, relative) in SCHEMAS.items() if name != "campaign"}
    files |= {relative: schema_text(name) for name, relative in schemas.items()}
    return files
