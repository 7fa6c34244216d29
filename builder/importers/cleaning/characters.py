"""Characters that no author typed: invisible ones, HTML entities and tags, private glyphs, doubled signs."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable

from builder.importers.cleaning.passages import Draught
from builder.words import words

_SPEAKS_OF_HTML = re.compile(
    r"\bHTML\b|\bXML\b|实体字符|字符实体|转义|\bentit(?:y|ies)\b|前端", re.IGNORECASE
)
_ENTITY = re.compile(
    r"&(?:amp;)?(?:nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|hellip|mdash|ndash|middot|bull|copy|reg|e[mn]sp|thinsp|times|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_TAG = re.compile(
    r"<(/?)(br|p|div|span|b|strong|em|i|u|font|li|ul|ol|sup|sub)(?:\s[^<>\n]{0,200})?\s*/?>", re.IGNORECASE
)
_BREAKS = frozenset({"br", "p", "div", "li"})
_LINE_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0e\ufeff\ufff9-\ufffb]"
    "|(?<=[\\x00-\\x7f\u2e80-\u9fff\uff00-\uffef])[\u200c\u200d]|[\u200c\u200d](?=[\\x00-\\x7f\u2e80-\u9fff\uff00-\uffef]|$)"
)
_SPACES = re.compile(
    " *[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*"
)
_DOUBLED = re.compile(r"([。，；：、])\1+")
_OTHER_FORM = re.compile("[\u2f00-\u2fd5\uf900-\ufaff\ufb00-\ufb06]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_GLYPHS = {
    "\uf0fc": "√", "\uf0fb": "×", "\uf0e0": "→", "\uf0df": "←", "\uf0a3": "□", "\uf06f": "□", "\uf0a8": "□",
    "\uf0fe": "☑", "\uf052": "☑", "\uf0ab": "★", "\uf020": " ", "\uf02d": "-",
}  # fmt: skip
"""What Wingdings and Symbol, as Word writes them, show there."""
_BULLET = "●"


def tidy_characters(draught: Draught) -> None:
    """Replaces or drops every such character; glyphs of unknown fonts stay, and are told."""
    markup = [] if _SPEAKS_OF_HTML.search(draught.text()) else _MARKUP
    unknown = 0
    for passage in draught.passages:
        for pattern, new in [*markup, *_STEPS]:
            text = passage.words.text
            passage.edit([(*m.span(), said) for m in pattern.finditer(text) if (said := new(m)) != m[0]])
        unknown += len(_PRIVATE.findall(passage.words.text))
    if unknown:
        draught.notes.append(
            words("{count} characters are glyphs of a private font, which cannot be read", count=unknown)
        )


def _unescaped(match: re.Match[str]) -> str:
    return html.unescape(html.unescape(match[0]))


def _untagged(match: re.Match[str]) -> str:
    return "\n" if match[2].lower() in _BREAKS else ""


def _glyph(match: re.Match[str]) -> str:
    """A known glyph; at a line's beginning any is a bullet."""
    begins_line = not match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    return _BULLET if begins_line and match[0] not in "\uf02d" else _GLYPHS.get(match[0], match[0])


def _usual(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def _once(match: re.Match[str]) -> str:
    """Doubled signs once; three full stops are meant as an ellipsis."""
    return "……" if match[1] == "。" and len(match[0]) >= 3 else match[1]


_Step = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_MARKUP: list[_Step] = [(_ENTITY, _unescaped), (_TAG, _untagged)]
_STEPS: list[_Step] = [
    (_LINE_BREAK, lambda _: "\n"),
    (_INVISIBLE, lambda _: ""),
    (_SPACES, lambda _: " "),
    (_OTHER_FORM, _usual),
    (_PRIVATE, _glyph),
    (_DOUBLED, _once),
]
