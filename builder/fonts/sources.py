"""Where fonts come from: data-only wheels with pinned contents, and files of the project's own."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from builder.errors import MachineError
from builder.words import words


@dataclass(frozen=True, slots=True)
class WheelFont:
    """One font file inside an installed wheel; `han` fonts are also prepared as a small everyday subset."""

    family: str
    package: str
    file: str
    sha256: str
    han: bool = False

    @property
    def name(self) -> str:
        return Path(self.file).name


@dataclass(frozen=True, slots=True)
class ProjectFont:
    """One font file of the project's own, under the family name that the theme gives it."""

    family: str
    path: Path
    sha256: str


_SERIF, _SANS, _HAN = "font_source_serif_pro", "font_source_sans_pro", "pylopdf_fonts_zh_cn"

# Bold, not Semibold: only Regular, It, Bold and BoldIt carry one family name, so that CSS finds real cuts.
WHEEL_FONTS = (
    WheelFont(
        "Noto Serif SC",
        _HAN,
        "NotoSerifSC-Regular.otf",
        "e8f396decc1f0963a016a989c3d8852e863d1350996f573860a80767c83a1cd3",
        han=True,
    ),
    WheelFont(
        "Noto Sans SC",
        _HAN,
        "NotoSansSC-Regular.otf",
        "faa6c9df652116dde789d351359f3d7e5d2285a2b2a1f04a2d7244df706d5ea9",
        han=True,
    ),
    WheelFont(
        "Source Serif Pro",
        _SERIF,
        "files/SourceSerifPro-Regular.otf",
        "199c8adc83479480d9aa5d942afe8f52085af4e6c2093819b190807702fbcfe2",
    ),
    WheelFont(
        "Source Serif Pro",
        _SERIF,
        "files/SourceSerifPro-It.otf",
        "929c92384dee90dfc6d736743e006f31fc7b7e73ab9863726d60a978ff77207c",
    ),
    WheelFont(
        "Source Serif Pro",
        _SERIF,
        "files/SourceSerifPro-Bold.otf",
        "3432ff72f5a05bc9ea3e40591740768e3ac9e2de08e326d223df0d8e725077d7",
    ),
    WheelFont(
        "Source Serif Pro",
        _SERIF,
        "files/SourceSerifPro-BoldIt.otf",
        "1e73f91b3f54250d327ca193154b234db56ac003f5c7d2ae796b0e036bd715fe",
    ),
    WheelFont(
        "Source Sans Pro",
        _SANS,
        "files/SourceSansPro-Regular.otf",
        "6b096b47206d8f78a2c49af2f2ae46b35d93b0e3cf105a9febef59144aa2eae2",
    ),
    WheelFont(
        "Source Sans Pro",
        _SANS,
        "files/SourceSansPro-It.otf",
        "e90b35e5f96577f03a27e659c4b69666e45e1691f2bce2fc2f883aeff9238419",
    ),
    WheelFont(
        "Source Sans Pro",
        _SANS,
        "files/SourceSansPro-Bold.otf",
        "9b8bd174f97413334e317be808d14d0ff8f6efed79a69299d84384c7e10e9312",
    ),
    WheelFont(
        "Source Sans Pro",
        _SANS,
        "files/SourceSansPro-BoldIt.otf",
        "b94666879fb221aad70f479107ad01f8c93500c6fd2a77811da412d364441ab5",
    ),
)

EVERYDAY = {"Noto Serif SC": "Packs Serif SC", "Noto Sans SC": "Packs Sans SC"}
"""Family of the prepared everyday subset of each Han family."""


def read_wheel_font(font: WheelFont) -> bytes:
    """The bytes of a font from its wheel, or MachineError where the wheel is missing or was altered."""
    package = font.package.replace("_", "-")
    install = words("pip install --force-reinstall {package}", package=package)
    spec = importlib.util.find_spec(font.package)  # finds the folder without running the package's code
    folder = next(iter(spec.submodule_search_locations or ()), None) if spec else None
    path = Path(folder) / font.file if folder else None
    if path is None or not path.is_file():
        raise MachineError(words("the font package {package} is not installed", package=package), install)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != font.sha256:
        raise MachineError(
            words("{path} is not the font file this program was made with", path=path), install
        )
    return data
