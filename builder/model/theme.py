"""One theme feeds both formats: fonts, sizes, colours and margins."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from builder.model.base import Model

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Millimetres = Annotated[float, Field(ge=0, le=100)]
Points = Annotated[float, Field(ge=6, le=72)]


class Page(Model):
    """The sheet: A4 portrait with mirrored margins; `inner` holds the binding gutter."""

    width: Annotated[float, Field(gt=0, le=1000)] = 210
    """Width of the sheet in mm."""
    height: Annotated[float, Field(gt=0, le=1000)] = 297
    """Height of the sheet in mm."""
    top: Millimetres = 24
    """Margin above the text, in mm; holds the running header."""
    bottom: Millimetres = 24
    """Margin below the text, in mm; holds the running footer."""
    inner: Millimetres = 25
    """Margin at the binding edge, in mm."""
    outer: Millimetres = 18
    """Margin at the outer edge, in mm."""


class Colours(Model):
    """Colours as #rrggbb."""

    text: Colour = "#1a1a1a"
    accent: Colour = "#1f4e79"
    """Headings and the bar beside what is read aloud."""
    shade: Colour = "#eef2f7"
    """Behind table heads and label cells."""
    rule: Colour = "#8c98a6"
    """Table and note lines."""
    muted: Colour = "#5b6570"
    """Small print: headers, footers, captions."""
    alert: Colour = "#9c2f2f"
    """Red flags."""


class Sizes(Model):
    """Type sizes in pt."""

    body: Points = 10.5
    read_aloud: Points = 12.5
    """Whatever is read aloud or read by a candidate at the table: never below 12 pt."""
    table: Points = 9.5
    small: Points = 8.5
    title: Points = 26
    h1: Points = 18
    h2: Points = 14
    h3: Points = 12.5
    h4: Points = 10.5


class Face(Model):
    """The type for one role in one language."""

    pdf: str
    """Family name embedded in the PDF; must be among the built-in fonts or in `font_files`."""
    word: str
    """Family that Word uses for Han characters (or for everything, in a Latin language)."""
    word_latin: str
    """Family that Word uses for Latin letters and digits."""
    word_alternative: str = ""
    """Family that Word falls back to where `word` is not installed."""


class Typeface(Model):
    """The two voices of a page: `body` for text, `heading` for headings and emphasis."""

    body: Face
    heading: Face
    scale: Annotated[float, Field(ge=0.8, le=1.2)] = 1
    """Factor on the sizes of running text and tables: Latin letters look larger than Han of the same size."""
    bold: bool = False
    """Whether emphasis is a bold cut. Chinese uses the heading face instead: there is no fake bold."""


class FontFile(Model):
    """A font of the project's own, read from inside the project folder."""

    family: str
    """The name to use in `fonts`; each file has a family name of its own."""
    path: str
    """Path of a TTF or OTF file, relative to the project's root."""


class Theme(Model):
    """Everything about looks; the PDF and the Word file are both made from it."""

    page: Page = Page()
    colours: Colours = Colours()
    sizes: Sizes = Sizes()
    line_height: Annotated[float, Field(ge=1, le=3)] = 1.55
    """Distance of body lines as a multiple of the type size."""
    fonts: dict[str, Typeface]
    """Typefaces by language tag, e.g. `zh-CN`, `en`."""
    font_files: list[FontFile] = []
    """Fonts of the project's own."""

    def enlarged(self) -> Theme:
        """The theme in large print: running text at 16 pt or more, headings grown by less."""
        growth = dict.fromkeys(("title", "h1", "h2", "h3"), 1.25)
        sizes = {name: round(size * growth.get(name, 1.6), 2) for name, size in self.sizes}
        return self.model_copy(update={"sizes": self.sizes.model_copy(update=sizes)})

    def in_language(self, language: str) -> Theme:
        """The theme with text sizes scaled for one language; what is read aloud keeps its size."""
        scale = self.fonts[language].scale
        sizes = {name: round(getattr(self.sizes, name) * scale, 2) for name in ("body", "table", "h4")}
        return self.model_copy(update={"sizes": self.sizes.model_copy(update=sizes)})

    file_names: Literal["id", "localised"] = "id"
    """Names of output files: the document's id, or its title in the bank's language (考官题本.pdf)."""
