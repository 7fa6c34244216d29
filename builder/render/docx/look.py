"""The theme as one document in one language sees it, in Word's units."""

from __future__ import annotations

from dataclasses import dataclass

from builder.errors import BuildError
from builder.model.theme import Colours, Face, Page, Sizes, Theme, Typeface
from builder.words import words

TWIPS_PER_MM = 1440 / 25.4


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


@dataclass(frozen=True, slots=True)
class FontSet:
    """A voice of the page: the font of Latin letters and that of Han characters."""

    latin: str
    east_asian: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper and margins in twips; `left` is the binding edge where pages are mirrored."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    mirrored: bool
    landscape: bool

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the styles are made from: fonts, sizes (pt), colours, sheet."""

    language: str
    chinese: bool
    body: FontSet
    heading: FontSet
    bold: bool
    sizes: tuple[tuple[str, float], ...]
    colours: Colours
    line_height: float
    sheet: Sheet
    dense: bool
    alternatives: tuple[tuple[str, str], ...]

    def size(self, name: str) -> float:
        """The type size of a role (`body`, `table`, `h1`…) in pt, scaled for large print."""
        return dict(self.sizes)[name]


def look_of(theme: Theme, language: str, body_classes: set[str]) -> Look:
    """The look of a document in `language` whose `body` has these classes.

    Raises BuildError when the theme has no typeface for the language.
    """
    typeface = _typeface(theme, language)
    han = typeface if language.startswith("zh") else _chinese_typeface(theme) or typeface
    return Look(
        language=language_tag(language),
        chinese=language.startswith("zh"),
        body=FontSet(typeface.body.word_latin, han.body.word),
        heading=FontSet(typeface.heading.word_latin, han.heading.word),
        bold=typeface.bold,
        sizes=_sizes(theme.sizes, body_classes),
        colours=theme.colours,
        line_height=theme.line_height,
        dense="dense" in body_classes,
        sheet=_sheet(theme.page, "landscape" in body_classes, "plain" in body_classes),
        alternatives=_alternatives(typeface.body, typeface.heading, han.body, han.heading),
    )


def language_tag(language: str) -> str:
    """The tag Word writes: it wants a region, `en-US` rather than `en`."""
    return {"zh": "zh-CN", "en": "en-US"}.get(language, language)


def _typeface(theme: Theme, language: str) -> Typeface:
    primary = language.partition("-")[0]
    for tag in (language, primary, *theme.fonts):
        if tag in theme.fonts and tag.partition("-")[0] == primary:
            return theme.fonts[tag]
    raise BuildError(
        words("the theme has no typeface for the language “{language}”", language=language),
        words("add it under `fonts` in theme.yaml"),
    )


def _chinese_typeface(theme: Theme) -> Typeface | None:
    return next((face for tag, face in theme.fonts.items() if tag.startswith("zh")), None)


def _sizes(sizes: Sizes, body_classes: set[str]) -> tuple[tuple[str, float], ...]:
    """The type sizes; one-sheet documents (`plain`) have smaller headings, dense ones small tables."""
    chosen = dict(sizes)
    if "plain" in body_classes:
        chosen["h1"], chosen["h2"] = sizes.h2, sizes.h3
    if "dense" in body_classes:
        chosen["table"] = sizes.small
    # Word knows sizes in half points.
    return tuple((name, round(size * 2) / 2) for name, size in chosen.items())


def _sheet(page: Page, landscape: bool, plain: bool) -> Sheet:
    width, height = (page.height, page.width) if landscape else (page.width, page.height)
    left, right = ((page.inner + page.outer) / 2,) * 2 if plain else (page.inner, page.outer)
    return Sheet(
        width=twips(width),
        height=twips(height),
        top=twips(page.top),
        bottom=twips(page.bottom),
        left=twips(left),
        right=twips(right),
        mirrored=not plain,
        landscape=landscape,
    )


def _alternatives(*faces: Face) -> tuple[tuple[str, str], ...]:
    fonts: dict[str, str] = {}
    for face in faces:
        fonts.setdefault(face.word, face.word_alternative)
        fonts.setdefault(face.word_latin, "")
    return tuple(sorted(fonts.items()))
