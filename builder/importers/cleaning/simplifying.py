"""Traditional characters → the Simplified ones that the author wrote, and a note where nobody asked for that."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import replace

from builder.importers.cleaning.han import HAN, is_traditional
from builder.importers.cleaning.passages import Draught
from builder.words import Words, words

SIMPLIFIED = "zh-CN"
SHARE = 0.08
"""Traditional characters among all Han characters that make a text Traditional; Simplified texts have none."""
_QUOTES = str.maketrans("「」『』", "“”‘’")
_PHRASES: tuple[tuple[str, str], ...] = (
    ("瞭(?![望哨])", "了"),
    ("[衹祇]", "只"),
    ("甚么", "什么"),
    ("想像", "想象"),
    ("(?<=[核反回答重批])覆|覆(?=[核查习审议])", "复"),
    ("妳", "你"),
    ("[牠]", "它"),
    ("揹", "背"),
    ("拏", "拿"),
    ("菓", "果"),
    ("[昇]", "升"),
    ("汚", "污"),
    ("(?<=[专编原译合巨论])着(?=[者作的与和及，。；、：》”,.;:)]|$)", "著"),
    ("(?<=[拿跟对照当凭说叫])著名(?=[单字称])", "着名"),
)
"""Where converters choose another variant than authors do; patterns in Simplified characters, replacements as long."""


def to_simplified(draught: Draught) -> None:
    """Converts all words, phrase by phrase; corner brackets that quote become quotation marks."""
    before = draught.text()
    convert = _by_line if _is_traditional(before) else _converter("t2s")
    for passage in draught.passages:
        passage.words = passage.words.converted(convert)
    draught.doubts = [replace(doubt, sentence=_simplified_gaps(doubt.sentence)) for doubt in draught.doubts]
    changed = sum(map(is_traditional, before))
    if changed:
        draught.notes.append(
            words("{count} Traditional characters were made Simplified ones again", count=changed)
        )


def _simplified_gaps(sentence: Words) -> Words:
    return Words(sentence.template, {name: simplified(str(gap)) for name, gap in sentence.gaps.items()})


def _by_line(line: str) -> str:
    """A line that is Simplified already has words that only look Traditional: 著 of 显著."""
    return simplified(line) if any(map(is_traditional, line)) or "「" in line else line


def simplified(text: str) -> str:
    """The text in Simplified characters."""
    plain = _converter("tw2s")(text)
    for pattern, new in _PHRASES:
        plain = re.sub(pattern, new, plain)
    return plain.translate(_QUOTES)


def _is_traditional(text: str) -> bool:
    return sum(map(is_traditional, text)) > SHARE * len(re.findall(f"[{HAN}]", text))


def offer_simplified(draught: Draught) -> None:
    """Tells of the option where the text is Traditional, and whether a machine seems to have made it so."""
    text = draught.text()
    if not _is_traditional(text):
        return
    machine = any(re.search(pattern, text) for pattern in _MACHINE)
    draught.notes.append(
        words(
            "the text is Traditional Chinese, it seems converted by a machine; --to zh-CN makes it Simplified"
        )
        if machine
        else words("the text is Traditional Chinese; --to zh-CN makes it Simplified")
    )


_MACHINE = (
    "[乾榦]部|能幹淨|幹淨|皇後|太後|公裏|裏程|麵試|麵對|方麵|準許|批準|製度|限製|控製|機製|體製|鬆樹|頭發|理發|若乾|乾擾|乾預|徵對|隻有|隻要|隻是|關系|聯系",
    "[\\u4e00-\\u9fff][(（][a-zü\\u0101-\\u01dcà-ú]{1,6}[)）]",
)
"""Words that no author of Traditional Chinese writes so; readings in brackets that only machines add."""


@functools.cache
def _converter(way: str) -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(way).convert
    return convert
