"""The shelf of fonts a document is set with: prepared once into a cache, then opened in a millisecond."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.metadata import version
from pathlib import Path

import platformdirs

from builder.errors import ContentError, Finding, MachineError
from builder.fonts.coverage import Coverage, needs_no_glyph
from builder.fonts.hermetic import write_fontconfig
from builder.fonts.owned import font_finding, project_fonts, theme_place
from builder.fonts.prepare import UnreadableFontError, is_whole, prepare, read_coverage
from builder.fonts.sources import EVERYDAY, WHEEL_FONTS, ProjectFont, WheelFont
from builder.model.theme import Theme
from builder.words import say, words

_RECIPE = 1  # raise this whenever the steps of recipe.py or the repertoire change what comes out
_SYMBOLS = "Source Sans Pro"  # the one family with the ballot boxes ☐ ☑


@dataclass(frozen=True, slots=True)
class FontShelf:
    """Prepared fonts, seen through a fontconfig file that names only them."""

    folder: Path
    fontconfig: Path
    """The file to put into FONTCONFIG_FILE."""
    fingerprint: str
    """Changes when any font, or the way fonts are prepared, changes."""
    coverage: Mapping[str, Coverage]

    @property
    def families(self) -> tuple[str, ...]:
        """The families a theme may name, in alphabetical order."""
        return tuple(sorted(set(self.coverage) - set(EVERYDAY.values())))

    def chain(self, family: str) -> tuple[str, ...]:
        """The families tried for each character: the everyday subset, the full font, the fallbacks."""
        han = "Noto Serif SC" if "Serif" in family else "Noto Sans SC"
        first = (EVERYDAY[family],) if family in EVERYDAY else ()
        return tuple(dict.fromkeys((*first, family, EVERYDAY[han], han, _SYMBOLS)))

    def stack(self, family: str) -> str:
        """`chain` as the value of CSS `font-family`."""
        return ", ".join(f'"{name}"' for name in self.chain(family))

    def missing(self, text: str, families: Sequence[str]) -> set[str]:
        """The characters of `text` that none of these families draws, their declared fallbacks included."""
        tried = {name for family in families for name in self.chain(family)}
        ranges = [self.coverage[name] for name in sorted(tried)]
        return {c for c in set(text) if not needs_no_glyph(c) and not any(c in has for has in ranges)}

    def activate(self) -> None:
        """Points this process's fontconfig at the shelf; anything that loads fonts later sees nothing else."""
        os.environ["FONTCONFIG_FILE"] = str(self.fontconfig)
        for name in ("FONTCONFIG_PATH", "FONTCONFIG_SYSROOT"):
            os.environ.pop(name, None)


def open_shelf(
    theme: Theme,
    project_root: Path | None,
    cache: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> FontShelf:
    """Opens the shelf for a theme, preparing its fonts the first time (some seconds; `progress` hears of it).

    The cache is `cache`, else the folder in PACKS_CACHE, else the user's cache folder. Raises ContentError for
    fonts the theme names wrongly, MachineError for a missing or altered font wheel or an unwritable cache.
    """
    own = project_fonts(theme, project_root)
    _check_families(theme, own, project_root)
    base = cache or _cache_folder()
    fingerprint = _fingerprint(own)
    home = base / "fonts" / fingerprint
    try:
        _make_ready(home, own, progress or (lambda _: None))
        config = base / "fonts" / f"{fingerprint}.conf"
        write_fontconfig(home, base / "fontconfig", config)
    except UnreadableFontError as error:
        sentence = words("{path} cannot be read as a font", path=error.font.path.name)
        raise ContentError([font_finding(sentence, project_root, error.font.path.name)]) from error
    except OSError as error:
        hint = words("make it writable, or name another folder in PACKS_CACHE")
        raise MachineError(
            words("fonts cannot be kept in {folder}: {error}", folder=base, error=error), hint
        ) from error
    return FontShelf(home, config, fingerprint, read_coverage(home))


def shelf_fingerprint(theme: Theme, project_root: Path | None) -> str:
    """The fingerprint that the shelf of a theme has, without preparing it. Raises ContentError as `open_shelf`."""
    return _fingerprint(project_fonts(theme, project_root))


def _make_ready(home: Path, own: Sequence[ProjectFont], progress: Callable[[str], None]) -> None:
    if not is_whole(home):
        prepare(home, own, lambda name: progress(say("preparing fonts (only this once): {name}", name=name)))


def _cache_folder() -> Path:
    named = os.environ.get("PACKS_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir("interview-packs", appauthor=False))


def _fingerprint(own: Sequence[ProjectFont]) -> str:
    fonts: list[WheelFont | ProjectFont] = [*WHEEL_FONTS, *own]
    parts = [
        f"recipe {_RECIPE}",
        *(f"{name} {version(name)}" for name in ("fonttools", "uharfbuzz", "chws-tool")),
    ]
    parts += [f"{font.family} {font.sha256}" for font in fonts]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _check_families(theme: Theme, own: Sequence[ProjectFont], root: Path | None) -> None:
    known = sorted({font.family for font in WHEEL_FONTS} | {font.family for font in own})
    named = {face.pdf for kind in theme.fonts.values() for face in (kind.body, kind.heading)}
    findings = [_unknown_family(family, known, root) for family in sorted(named - set(known))]
    if findings:
        raise ContentError(findings)


def _unknown_family(family: str, known: Sequence[str], root: Path | None) -> Finding:
    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(family.casefold(), list(by_folded), n=1)
    available = ", ".join(known)
    hint = (
        words(
            "did you mean “{close}”? available: {available}", close=by_folded[close[0]], available=available
        )
        if close
        else words("available: {available}; add others under font_files", available=available)
    )
    sentence = words("no font of the family “{family}” is available", family=family)
    return Finding("FONT-MISSING", sentence, theme_place(root, family), hint)
