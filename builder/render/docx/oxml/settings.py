"""settings.xml and fontTable.xml."""

from __future__ import annotations

from collections.abc import Iterable

from builder.render.docx.oxml.markup import element, part

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
    ("useWord2013TrackBottomHyphenation", 0),
)
# Blanks are underlined to the end of the line; a forced break does not spread a justified line.
_OPTIONS = "<w:ulTrailSpace/><w:doNotExpandShiftReturn/>"
# What every Chinese Word writes: underlines clear of the Han glyphs, 半角/全角 widths in balance.
_HAN_OPTIONS = (
    "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
    f"{_OPTIONS}<w:useFELayout/>"
)


def settings_part(language: str, mirrored: bool) -> str:
    """Settings in schema order; `mirrored` makes the left margin the inner one."""
    latin = "en-US" if language.startswith("zh") else language
    east_asian = language if language.startswith("zh") else "zh-CN"
    settings = (element("compatSetting", name=k, uri=_WORD, val=v) for k, v in _COMPATIBILITY)
    options = _HAN_OPTIONS if language.startswith("zh") else _OPTIONS
    inner = [
        '<w:zoom w:percent="100"/>',
        "<w:mirrorMargins/>" if mirrored else "",
        '<w:defaultTabStop w:val="420"/>',
        '<w:characterSpacingControl w:val="compressPunctuation"/>',
        element("compat", options, *settings),
        element("themeFontLang", val=latin, eastAsia=east_asian),
        _COLOUR_MAP,
        '<w:decimalSymbol w:val="."/>',
        '<w:listSeparator w:val=","/>',
    ]
    return part("settings", "".join(inner))


_COLOUR_MAP = element(
    "clrSchemeMapping",
    bg1="light1",
    t1="dark1",
    bg2="light2",
    t2="dark2",
    **{f"accent{i}": f"accent{i}" for i in range(1, 7)},
    hyperlink="hyperlink",
    followedHyperlink="followedHyperlink",
)


def fonts_part(fonts: Iterable[tuple[str, str]]) -> str:
    """The font table; each font is (name, alternative or ""): Word turns to the alternative where it lacks one."""
    return part("fonts", "".join(_font(name, alternative) for name, alternative in fonts))


def _font(name: str, alternative: str) -> str:
    han = any(ord(letter) > 0x2E7F for letter in name)
    return element(
        "font",
        element("altName", val=alternative) if alternative else "",
        element("charset", val="86" if han else "00"),
        '<w:family w:val="auto"/>',
        '<w:pitch w:val="variable"/>',
        name=name,
    )
