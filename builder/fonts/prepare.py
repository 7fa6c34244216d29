"""Makes a folder of prepared fonts with its catalogue: whole or not at all, two processes at once are fine."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.fonts.coverage import Coverage
from builder.fonts.sources import EVERYDAY, WHEEL_FONTS, ProjectFont, WheelFont, read_wheel_font

CATALOGUE = "catalogue.json"


@dataclass(frozen=True, slots=True)
class Prepared:
    """One file of a shelf: its family, its name, its bytes and the code points it draws."""

    family: str
    name: str
    data: bytes
    characters: frozenset[int]


class UnreadableFontError(Exception):
    """A file of the project begins like a font and cannot be read as one."""

    def __init__(self, font: ProjectFont) -> None:
        super().__init__(font.path)
        self.font = font


def prepare(folder: Path, project_fonts: Sequence[ProjectFont], progress: Callable[[str], None]) -> None:
    """Fills `folder` with every wheel font and every project font, made ready, and writes the catalogue."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _fill(aside, project_fonts, progress)
        _move_into_place(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def is_whole(folder: Path) -> bool:
    """Whether every file the catalogue names is there in its full size."""
    try:
        sizes: dict[str, int] = json.loads((folder / CATALOGUE).read_text("utf-8"))["files"]
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, KeyError):
        return False


def read_coverage(folder: Path) -> dict[str, Coverage]:
    """The coverage of each family on the shelf, from the catalogue."""
    families = json.loads((folder / CATALOGUE).read_text("utf-8"))["families"]
    return {family: Coverage(tuple(starts), tuple(ends)) for family, (starts, ends) in families.items()}


def _fill(folder: Path, project_fonts: Sequence[ProjectFont], progress: Callable[[str], None]) -> None:
    families: dict[str, frozenset[int]] = {}
    sizes: dict[str, int] = {}
    for font in _all_fonts(folder, project_fonts, progress):
        (folder / font.name).write_bytes(font.data)
        sizes[font.name] = len(font.data)
        # A family has a character only where all its cuts have it: the italics lack arrows and boxes.
        families[font.family] = families.get(font.family, font.characters) & font.characters
    _write_catalogue(folder / CATALOGUE, families, sizes)


def _write_catalogue(path: Path, families: dict[str, frozenset[int]], sizes: dict[str, int]) -> None:
    ranges = {family: Coverage.of(points) for family, points in families.items()}
    catalogue = {"families": {f: [c.starts, c.ends] for f, c in ranges.items()}, "files": sizes}
    path.write_text(json.dumps(catalogue, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _all_fonts(
    folder: Path, project_fonts: Iterable[ProjectFont], progress: Callable[[str], None]
) -> Iterator[Prepared]:
    work = folder / "work.otf"
    # The project's own come first: one that is no font is found in a moment, the others take some seconds.
    for number, own in enumerate(project_fonts, 1):
        progress(own.family)
        yield _project_font(own, number, work)
    for font in WHEEL_FONTS:
        progress(font.name)
        yield from _wheel_font(font, work)
    work.unlink()


def _wheel_font(font: WheelFont, work: Path) -> Iterator[Prepared]:
    from builder.fonts import recipe

    data = read_wheel_font(font)
    characters = recipe.characters_of(data)
    if not font.han:
        yield Prepared(font.family, font.name, recipe.finish(data, None, work), frozenset(characters))
        return
    parts = ((EVERYDAY[font.family], characters & _everyday()), (font.family, characters))
    for family, part in parts:
        ready = recipe.finish(recipe.subset(data, part), family, work, han=True)
        yield Prepared(family, family.replace(" ", "") + ".otf", ready, frozenset(part))


def _everyday() -> set[int]:
    from builder.fonts.repertoire import everyday_characters

    return everyday_characters()


def _project_font(font: ProjectFont, number: int, work: Path) -> Prepared:
    from builder.fonts import recipe

    data = font.path.read_bytes()
    try:
        characters = frozenset(recipe.characters_of(data))
        ready = recipe.finish(data, font.family, work)
    except Exception as error:  # the font library has a dozen ways to stumble over a broken file
        raise UnreadableFontError(font) from error
    return Prepared(font.family, f"project-{number}{font.path.suffix}", ready, characters)


def _move_into_place(aside: Path, folder: Path) -> None:
    try:
        os.rename(aside, folder)  # noqa: PTH104 - Path.rename would do; os.rename says "atomic" to the reader
    except OSError:
        if is_whole(folder):
            return  # another process was faster: its shelf is as good as ours
        shutil.rmtree(folder)
        aside.rename(folder)
