"""The project's own fonts: read from inside the project folder, under names the theme gives them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from builder.errors import ContentError, Finding, Place
from builder.fonts.sources import EVERYDAY, WHEEL_FONTS, ProjectFont
from builder.model.theme import FontFile, Theme
from builder.words import Words, words

_TAKEN = {font.family for font in WHEEL_FONTS} | set(EVERYDAY.values())
_NAME = re.compile(r"[^\W_](?:[\w .-]{0,62}[\w.])?")
MAX_FONT_BYTES = 60_000_000
_MAGIC = (b"\x00\x01\x00\x00", b"OTTO", b"true")


def project_fonts(theme: Theme, root: Path | None) -> list[ProjectFont]:
    """The fonts of `theme.font_files`, sorted by family; ContentError names every one that cannot be used."""
    good: list[ProjectFont] = []
    findings: list[Finding] = []
    for entry in theme.font_files:
        result = _project_font(entry, root, {font.family for font in good})
        if isinstance(result, Words):
            findings.append(font_finding(result, root, entry.path))
        else:
            good.append(result)
    if findings:
        raise ContentError(findings)
    return sorted(good, key=lambda font: font.family)


def font_finding(sentence: Words, root: Path | None, path: str) -> Finding:
    """A font file of the project that cannot be used, at the line of theme.yaml that names it."""
    hint = words("name a .ttf or .otf file inside the project under font_files, or remove the entry")
    return Finding("FONT-FILE", sentence, theme_place(root, path), hint)


def theme_place(root: Path | None, text: str) -> Place:
    """The line of the project's theme.yaml that holds `text`, or the file's beginning."""
    file = (root or Path()) / "theme.yaml"
    lines = file.read_text("utf-8", errors="replace").splitlines() if file.is_file() else []
    for number, line in enumerate(lines, 1):
        if text in line:
            return Place(Path(file.name), number, line.index(text) + 1, line)
    return Place(Path(file.name))


def _project_font(entry: FontFile, root: Path | None, used: set[str]) -> ProjectFont | Words:
    if not _NAME.fullmatch(entry.family):
        return words(
            "“{family}” cannot be a font family: letters, digits, spaces, “.” and “-”", family=entry.family
        )
    if entry.family in _TAKEN or entry.family in used:
        return words("the font family “{family}” is there already: choose another name", family=entry.family)
    if root is None:
        return words("{path}: a project folder is needed to read fonts from", path=entry.path)
    path = (root / entry.path).resolve()
    if not path.is_relative_to(root.resolve()):
        return words("{path} leads out of the project folder", path=entry.path)
    if not path.is_file():
        return words("{path} does not exist", path=entry.path)
    if path.stat().st_size > MAX_FONT_BYTES:
        return words("{path} is larger than {limit} MB", path=entry.path, limit=MAX_FONT_BYTES // 1_000_000)
    data = path.read_bytes()
    if not data.startswith(_MAGIC):
        return words("{path} is not a TTF or OTF font", path=entry.path)
    return ProjectFont(entry.family, path, hashlib.sha256(data).hexdigest())
