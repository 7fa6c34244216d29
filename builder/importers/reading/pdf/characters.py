"""Characters that PDF files have in the place of others: radicals for Han characters, ligatures, bullets of symbol fonts."""

from __future__ import annotations

import re
import unicodedata

_RADICALS = dict(zip(
    "⼾⺃⺅⺆⺈⺉⺌⺍⺕⺗⺘⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺷⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
    "户乚亻冂刀刂小尚彐心扌旡月歺母民氵水灬爪爫犭王疋目示礻竹糸纟罓罒罓羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長长长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟龟",
    strict=True,
))  # fmt: skip
"""Those that Unicode does not call the same character by itself."""
_ODD = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe35-\ufe44]")
_SYMBOL = re.compile("^[\uf020-\uf0ff·●○■◆\u2022\u2023\u2043\u25e6\u25aa\u25fc\u27a2\u2794]\\s*")
_NOTHING = re.compile("[\u0000\u0002\u00ad\ufffe\uffff\u200b\ufeff]")


def plain(text: str) -> tuple[str, int]:
    """The text in usual characters, and how many were replaced."""
    found = 0

    def usual(match: re.Match[str]) -> str:
        nonlocal found
        found += 1
        return _RADICALS.get(match[0]) or unicodedata.normalize("NFKC", match[0])

    return _ODD.sub(usual, text), found


def bullet_apart(text: str) -> tuple[str, str]:
    """The marker of an item, `-` for every bullet of symbol fonts, and its words."""
    match = _SYMBOL.match(text)
    return ("-", text[match.end() :]) if match else ("", text)


def without_controls(text: str) -> str:
    """Without characters that only say where a word may be divided, or nothing at all."""
    return _NOTHING.sub("", text)
