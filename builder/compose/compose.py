"""One document: the view of its audience through its template, as HTML with the images it shows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import TemplateError
from markupsafe import Markup

from builder.compose.allowance import MAX_TEMPLATE_BYTES, EndlessTemplateError, OversizeTemplateError
from builder.compose.documents import DocumentKind
from builder.compose.environment import PackEnvironment, make_environment
from builder.compose.failures import template_failure
from builder.compose.labels import Labels, read_labels
from builder.compose.prose import line, prose
from builder.content.images import Image, read_image
from builder.content.project import Workspace, built_in_templates
from builder.errors import BuildError
from builder.model.bank import Bank
from builder.model.base import Model
from builder.model.brand import branded
from builder.model.composed import Composed
from builder.model.project import PackSpec
from builder.model.workbook import Workbook
from builder.words import words

MILLIMETRES_PER_PIXEL = 25.4 / 150
MAX_IMAGE_WIDTH = 160.0
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


@dataclass(frozen=True)
class Imprint:
    """What is printed on every page about where a document comes from."""

    organisation: str
    marking: str
    fingerprint: str
    """Eight hex digits of the SHA-256 of all that the document shows of the bank."""
    header: str
    """The brand's own words for the running header, or nothing."""
    footer: str
    """The brand's own words for the footer, or nothing."""
    logo: Callable[[float], str]
    """Height in mm → the logo's `img` element, or nothing."""


class Composer:
    """Composes documents of one project; templates and labels are read once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._built_in = built_in_templates()
        self._environment: PackEnvironment = make_environment(workspace.templates, self._built_in)
        self._labels: dict[str, Labels] = {}

    def compose(self, kind: DocumentKind, bank: Bank, options: PackSpec) -> Composed:
        """The document `kind` of `bank`; `options` are the pack's own choices.

        Raises ContentError for a template that does not work, naming template, line and item, and ImageError
        for an image that cannot be used.
        """
        view = kind.view(bank)
        labels = self.labels(bank.locale)
        album = _Album(self.workspace, self.workspace.content)
        title = f"{bank.position.title} {labels.documents[kind.id]}"
        self._environment.allowance.renew()
        try:
            template = self._environment.get_template(kind.template)
            html = template.render(
                view=view,
                labels=labels,
                document=kind,
                options=options,
                title=title,
                imprint=self._imprint(bank, view, options, labels, album),
                prose=lambda text: prose(text, album.tag),
                line=lambda text: line(text, album.tag),
            )
        except TEMPLATE_SLIPS as error:
            raise template_failure(error, kind.template, self.workspace.shown) from error
        return Composed(html, bank.locale, title, album.assets)

    def workbook(self, kind: DocumentKind, bank: Bank, options: PackSpec) -> Workbook | None:
        """The document's workbook, where it has one."""
        if kind.workbook is None:
            return None
        view, labels = kind.view(bank), self.labels(bank.locale)
        imprint = self._imprint(bank, view, options, labels, _Album(self.workspace, self.workspace.content))
        book = kind.workbook(view, labels)
        return replace(book, author=imprint.organisation, marking=imprint.marking)

    def labels(self, locale: str) -> Labels:
        """The fixed words of one language."""
        if locale not in self._labels:
            folders = [self._built_in, self.workspace.templates]
            self._labels[locale] = Labels(read_labels(locale, folders))
        return self._labels[locale]

    def stylesheet(self) -> str:
        """The print style sheet; the project's own print.css follows the built-in one."""
        own = self.workspace.templates / "print.css"
        texts = [(self._built_in / "print.css").read_text(encoding="utf-8")]
        if own.is_file() and own.resolve() != (self._built_in / "print.css").resolve():
            texts.append(_own_style(own))
        return "\n".join(texts)

    def _imprint(self, bank: Bank, view: Model, options: PackSpec, labels: Labels, album: _Album) -> Imprint:
        project = self.workspace.project
        logo = branded(options, project, "logo")
        return Imprint(
            organisation=branded(options, project, "organisation") or "",
            marking=options.marking or bank.marking or project.marking or labels["marking"],
            fingerprint=fingerprint(view),
            header=branded(options, project, "header") or "",
            footer=branded(options, project, "footer") or "",
            logo=lambda height: album.logo(logo, height, labels["logo"]) if logo else "",
        )


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


def fingerprint(view: Model) -> str:
    """Eight hex digits that change whenever anything in the view does."""
    return hashlib.sha256(view.model_dump_json().encode()).hexdigest()[:8]


class _Album:
    """Collects the images that one document shows."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.assets: dict[str, bytes] = {}
        self._workspace = workspace
        self._folder = folder

    def tag(self, path: str, description: str) -> str:
        """The `img` element for an image that a text shows."""
        image = read_image(path, self._folder, self._workspace.root)
        return self._element(image, description, _width(image))

    def logo(self, path: str, height: float, description: str) -> str:
        """The `img` element for the brand's logo, `height` mm high."""
        image = read_image(path, self._workspace.root, self._workspace.root)
        return self._element(image, description, min(height * image.width / image.height, MAX_IMAGE_WIDTH))

    def _element(self, image: Image, description: str, width: float) -> str:
        name = f"{hashlib.sha256(image.data).hexdigest()[:16]}.{image.kind}"
        self.assets[name] = image.data
        return Markup('<img src="asset:{}" alt="{}" style="width:{:.1f}mm">').format(name, description, width)


def _width(image: Image) -> float:
    """Printed width in mm: 150 dots per inch, but never wider than the text."""
    return min(image.width * MILLIMETRES_PER_PIXEL, MAX_IMAGE_WIDTH)
