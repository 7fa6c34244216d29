"""One document: the view of its audience through its template, as HTML with the images it shows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from markupsafe import Markup

from builder.compose.allowance import MAX_TEMPLATE_BYTES, EndlessTemplateError, OversizeTemplateError
from builder.compose.carrying import made_from, unmarked
from builder.compose.documents import BY_ID, DocumentKind
from builder.compose.environment import PackEnvironment, make_environment
from builder.compose.failures import template_failure
from builder.compose.imprint import Imprint, Options, brand_value
from builder.compose.labels import Labels, read_labels
from builder.compose.letters import settable
from builder.compose.prose import line, prose
from builder.content.images import Image, read_image
from builder.content.project import Workspace
from builder.content.templates import built_in_templates
from builder.errors import BuildError
from builder.hashing import hash_of
from builder.model.bank import Bank
from builder.model.base import Model
from builder.model.composed import Carried, Composed
from builder.model.project import PackSpec
from builder.model.workbook import Workbook
from builder.words import words

IMAGE, LOGO = "image/", "logo/"
"""Before the path of an image among what a document was made from: of the content, of the brand."""
MILLIMETRES_PER_PIXEL = 25.4 / 150
MAX_IMAGE_WIDTH = 160.0
BROADEST_LOGO = 8.0
"""Breadth of a logo for its height: in a header, half the sheet's breadth with words beside it."""
TEMPLATE_SLIPS = (
    TemplateError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    ArithmeticError,
    RecursionError,
    SyntaxError,
    EndlessTemplateError,
    OversizeTemplateError,
)
"""What a mistake in a template raises; anything else is ours."""


class Composer:
    """Composes documents of one project; templates and labels are read once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._built_in = built_in_templates()
        self._environment: PackEnvironment = make_environment(workspace.templates, self._built_in)
        self._entries: dict[str, dict[str, Any]] = {}

    def compose(
        self, kind: DocumentKind, bank: Bank, options: PackSpec, read: dict[str, str] | None = None
    ) -> Composed:
        """The document `kind` of `bank`; `options` are the pack's own choices.

        `read` takes up what the document was made from besides its view: the name of every template, label,
        image and setting that was asked for, with its hash. Raises ContentError for a template that does not work, naming template, line and item, and ImageError
        for an image that cannot be used.
        """
        read = {} if read is None else read
        view = kind.view(bank)
        labels = self.labels(bank.locale, read)
        album = _Album(self.workspace, self.workspace.content, read)
        title = f"{bank.position.title} {labels.documents[kind.id]}"
        self._environment.allowance.renew()
        self._environment.read = read
        try:
            template = self._environment.get_template(kind.template)
            html = template.render(
                view=view,
                labels=labels,
                document=kind,
                options=Options(options, read),
                title=title,
                imprint=self._imprint(bank, view, options, labels, album, read),
                prose=lambda text, field="": prose(text, album.tag, str(field)),
                line=lambda text: line(text, album.tag),
            )
        except TEMPLATE_SLIPS as error:
            raise template_failure(error, kind.template, self.workspace.shown) from error
        return _composed(kind, bank, view, settable(html), settable(title), album.assets)

    def workbook(
        self, kind: DocumentKind, bank: Bank, options: PackSpec, read: dict[str, str] | None = None
    ) -> Workbook | None:
        """The document's workbook, where it has one; `read` as in `compose`."""
        if kind.workbook is None:
            return None
        read = {} if read is None else read
        view, labels = kind.view(bank), self.labels(bank.locale, read)
        album = _Album(self.workspace, self.workspace.content, read)
        imprint = self._imprint(bank, view, options, labels, album, read)
        book = kind.workbook(view, labels)
        return replace(book, author=imprint.organisation, marking=imprint.marking)

    def labels(self, locale: str, read: dict[str, str] | None = None) -> Labels:
        """The fixed words of one language; `read` takes up which of them are looked at."""
        if locale not in self._entries:
            self._entries[locale] = read_labels(locale, [self._built_in, self.workspace.templates])
        return Labels(self._entries[locale], read=read)

    def stylesheet(self) -> str:
        """The print style sheet; the project's own print.css follows the built-in one."""
        own = self.workspace.templates / "print.css"
        texts = [(self._built_in / "print.css").read_text(encoding="utf-8")]
        if own.is_file() and own.resolve() != (self._built_in / "print.css").resolve():
            texts.append(_own_style(own))
        return "\n".join(texts)

    def _imprint(
        self,
        bank: Bank,
        view: Model,
        options: PackSpec,
        labels: Labels,
        album: _Album,
        read: dict[str, str],
    ) -> Imprint:
        project = self.workspace.project
        return Imprint(
            lambda key: brand_value(key, options, project, bank.marking), view, labels, album.logo, read
        )


def _composed(
    kind: DocumentKind, bank: Bank, view: Model, marked: str, title: str, assets: Mapping[str, bytes]
) -> Composed:
    """The document, with what its Word file carries; the copies of a campaign carry nothing."""
    html = unmarked(marked)
    kept = None
    if BY_ID.get(kind.id) is kind:
        kept = Carried(made_from(kind, bank, view), marked if marked != html else "")
    return Composed(html, bank.locale, title, assets, kept)


def _own_style(file: Path) -> str:
    """The project's print.css. Raises BuildError for one too large, or not UTF-8."""
    data = file.read_bytes()
    if len(data) > MAX_TEMPLATE_BYTES:
        limit = MAX_TEMPLATE_BYTES // 1_000_000
        raise BuildError(words("{file} is larger than {limit} MB", file=file.name, limit=limit))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise BuildError(
            words("{file} is not UTF-8 text", file=file.name), words("save it as UTF-8 in your editor")
        ) from None


class _Album:
    """Collects the images that one document shows."""

    def __init__(self, workspace: Workspace, folder: Path, read: dict[str, str]) -> None:
        self.assets: dict[str, bytes] = {}
        self._read = read
        self._workspace = workspace
        self._folder = folder

    def tag(self, path: str, description: str) -> str:
        """The `img` element for an image that a text shows."""
        image = read_image(path, self._folder, self._workspace.root)
        self._read[IMAGE + path] = hash_of(image.data)
        return self._element(image, description, _width(image))

    def logo(self, path: str, height: float, description: str) -> str:
        """The `img` element for the brand's logo, `height` mm high; lower if it would be too broad."""
        image = read_image(path, self._workspace.root, self._workspace.root)
        self._read[LOGO + path] = hash_of(image.data)
        return self._element(image, description, height * min(image.width / image.height, BROADEST_LOGO))

    def _element(self, image: Image, description: str, width: float) -> str:
        name = f"{hashlib.sha256(image.data).hexdigest()[:16]}.{image.kind}"
        self.assets[name] = image.data
        return Markup('<img src="asset:{}" alt="{}" style="width:{:.1f}mm">').format(name, description, width)


def _width(image: Image) -> float:
    """Printed width in mm: 150 dots per inch, but never wider than the text."""
    return min(image.width * MILLIMETRES_PER_PIXEL, MAX_IMAGE_WIDTH)
