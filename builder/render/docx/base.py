"""What a document starts from: our own package, or a user's, whose styles win over ours."""

from __future__ import annotations

import functools
import io
import zipfile
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.parts.settings import SettingsPart

from builder.errors import BuildError
from builder.render.docx.look import Look
from builder.render.docx.oxml.markup import parse
from builder.render.docx.oxml.merging import merge_fonts, merge_lists, merge_styles
from builder.render.docx.oxml.numbering import numbering_part
from builder.render.docx.oxml.package import new_package
from builder.render.docx.oxml.settings import fonts_part, settings_part
from builder.render.docx.oxml.styles import styles_part
from builder.render.docx.oxml.theme import theme_part
from builder.render.docx.stylesheet import default_letters, stylesheet
from builder.render.docx.stylesheet.lists import list_definitions
from builder.words import words

_KEPT = frozenset({RT.STYLES, RT.NUMBERING, RT.FONT_TABLE, RT.THEME})
_PACKAGE_KEPT = frozenset({RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES})
MAX_BASE_BYTES = 50_000_000
MAX_BASE_PARTS = 2_000
_UNREADABLE = (KeyError, ValueError, PackageNotFoundError, zipfile.BadZipFile)


def open_base(look: Look, base: bytes | None) -> Document:
    """An empty document with every style it may need.

    Of a user's `base` the styles, lists, fonts and theme stay, and win over ours of the same name; its text,
    headers, settings and everything attached to it go. Raises BuildError when it is not a Word document.
    """
    own = docx.Document(io.BytesIO(own_package(look)))
    if base is None:
        return own
    _refuse_bomb(base)
    try:
        theirs = docx.Document(io.BytesIO(base))
    except _UNREADABLE as error:
        raise BuildError(
            words("the base document is not a .docx that can be read"),
            words("save it in Word as .docx (not .dotx, .docm or .doc)"),
        ) from error
    _strip(theirs)
    _complete(theirs, own)
    _replace_settings(theirs, look)
    return theirs


@functools.lru_cache(maxsize=8)
def own_package(look: Look) -> bytes:
    """Our empty document in a look."""
    return new_package(
        {
            "styles": styles_part(stylesheet(look), default_letters(look)),
            "numbering": numbering_part(list_definitions(look)),
            "settings": settings_part(look.language, look.sheet.mirrored),
            "fontTable": fonts_part(look.alternatives),
            "theme": theme_part(look),
        }
    )


def _refuse_bomb(base: bytes) -> None:
    """Raises BuildError for a package that unpacks to more than any document's styles take."""
    try:
        with zipfile.ZipFile(io.BytesIO(base)) as package:
            parts = package.infolist()
    except _UNREADABLE:
        return  # what it is instead is told when it is opened
    if len(parts) > MAX_BASE_PARTS or sum(part.file_size for part in parts) > MAX_BASE_BYTES:
        raise BuildError(
            words("the base document unpacks to more than {limit} MB", limit=MAX_BASE_BYTES // 1_000_000),
            words("remove pictures and text from it: only its styles are used"),
        )


def _strip(document: Document) -> None:
    _drop(document.part.rels, _KEPT)
    _drop(document.part.package.rels, _PACKAGE_KEPT)
    for relationship in document.part.rels.values():
        if relationship.is_external:
            raise _reaching_out()
        _refuse_external(relationship.target_part)


def _refuse_external(part: Any) -> None:
    """Raises BuildError where styles, lists, fonts or theme name a file on the network, as embedded fonts can."""
    if any(relationship.is_external for relationship in part.rels.values()):
        raise _reaching_out()


def _reaching_out() -> BuildError:
    return BuildError(
        words("the base document refers to something outside itself"),
        words("embed fonts and pictures of its theme in it, or remove them"),
    )


def _drop(relationships: Any, kept: frozenset[str]) -> None:
    for identifier, relationship in list(relationships.items()):
        if relationship.reltype not in kept:
            del relationships[identifier]


def _complete(theirs: Document, own: Document) -> None:
    """Adds the parts, lists, styles and fonts that a base lacks."""
    parts = {kind: _part(theirs, own, kind) for kind in (RT.STYLES, RT.NUMBERING, RT.FONT_TABLE, RT.THEME)}
    styles, numbering = parts[RT.STYLES].element, parts[RT.NUMBERING].element
    own_styles, own_numbering = (_part(own, own, kind).element for kind in (RT.STYLES, RT.NUMBERING))
    if styles is not own_styles:
        lists = merge_lists(numbering, own_numbering)
        merge_styles(styles, own_styles, numbering, lists)
    fonts = parts[RT.FONT_TABLE]
    fonts._blob = merge_fonts(fonts.blob, own.part.part_related_by(RT.FONT_TABLE).blob)


def _part(theirs: Document, own: Document, kind: str) -> Any:
    try:
        return theirs.part.part_related_by(kind)
    except KeyError:
        part = own.part.part_related_by(kind)
        theirs.part.relate_to(part, kind)
        return part


def _replace_settings(document: Document, look: Look) -> None:
    xml = settings_part(look.language, look.sheet.mirrored)
    part = SettingsPart(PackURI("/word/settings.xml"), CT.WML_SETTINGS, parse(xml), document.part.package)
    document.part.relate_to(part, RT.SETTINGS)
