"""Lists whose items have parts, one item a line: key points, red flags, anchors, the bank's history."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from builder.exchange.editing.values import number_text
from builder.exchange.sheets.cell_text import MOVED, indented, items_of
from builder.exchange.sheets.lexicon import Lexicon, MisreadError
from builder.words import words

_MUST = re.compile(r"必答|必备|必须|must(?:[ -]have)?", re.IGNORECASE)
_POINTS = re.compile(r"(\d{1,4}(?:\.\d)?)\s*(?:分|points?|marks?|pts?)?", re.IGNORECASE)
_MARKS = re.compile(r"\s*[【\[（(]([^【】\[\]()（）\n]{0,30})[】\]）)]$")
_ARROW = re.compile(r"(?:→|=>|->|⇒)\s*")
_BARS = re.compile(r"\s*[｜|]\s*")


def marks_of(text: str) -> tuple[str, Decimal | None, bool] | None:
    """The text without the marks at its end, the points they name, and whether they say must-have; None without."""
    match = _MARKS.search(text)
    if match is None:
        return None
    points, must = None, False
    for part in map(str.strip, re.split("[·,，、;；]", match[1])):
        if _MUST.fullmatch(part):
            must = True
        elif number := _POINTS.fullmatch(part):
            points = Decimal(number[1])
        elif part:
            return None
    return text[: match.start()], points, must


def show_key_points(value: Any, lexicon: Lexicon) -> str:
    return "\n".join(indented(_key_point(item, lexicon)) for item in value)


def _key_point(item: dict[str, Any], lexicon: Lexicon) -> str:
    text, marks = str(item.get("text", "")).strip(), []
    if item.get("points") is not None:
        number = number_text(item["points"])
        plural = "point" if number == "1" else "points"
        marks.append(f"{number}分" if lexicon.zh else f"{number} {plural}")
    if item.get("must_have"):
        marks.append("必答" if lexicon.zh else "must have")
    if not marks:
        # Words that look like marks are told from marks by empty ones.
        return text if marks_of(text) is None else text + ("【】" if lexicon.zh else " []")
    return text + (f"【{'·'.join(marks)}】" if lexicon.zh else f" [{', '.join(marks)}]")


def read_key_points(text: str, lexicon: Lexicon, old: Any) -> list[dict[str, Any]]:
    former = {item.get("text"): item for item in old or () if isinstance(item, dict)}
    points = []
    for line in items_of(text):
        words_of, worth, must = marks_of(line) or (line, None, False)
        item: dict[str, Any] = {"text": words_of}
        if worth is not None:
            item["points"] = worth
        if must or former.get(words_of, {}).get("must_have") is False:
            item["must_have"] = must
        points.append(item)
    return points


def show_red_flags(value: Any, lexicon: Lexicon) -> str:
    return "\n".join(
        indented(str(item.get("behaviour", "")).strip())
        + "\n  → "
        + indented(str(item.get("effect", "")).strip(), rest="    ")
        for item in value
    )


def read_red_flags(text: str, lexicon: Lexicon, old: Any) -> list[dict[str, Any]]:
    flags: list[dict[str, Any]] = []
    for line in text.split("\n"):
        arrow = _ARROW.match(line.strip())
        if arrow and flags and flags[-1]["effect"] is None:
            flags[-1]["effect"] = line.strip()[arrow.end() :]
        elif line.startswith(MOVED) and flags:
            part = "behaviour" if flags[-1]["effect"] is None else "effect"
            flags[-1][part] += "\n" + line.strip()
        elif line.strip():
            flags.append({"behaviour": line.strip(), "effect": None})
    return [_whole_flag(flag) for flag in flags]


def _whole_flag(flag: dict[str, Any]) -> dict[str, Any]:
    if flag["effect"] is None and len(_ARROW.findall(flag["behaviour"])) == 1:
        behaviour, effect = _ARROW.split(flag["behaviour"])
        return {"behaviour": behaviour.strip(), "effect": effect.strip()}
    if flag["effect"] is None:
        raise MisreadError(
            words("the red flag “{text}” has no effect", text=flag["behaviour"][:30]),
            words("write “→ effect” on the line below it"),
        )
    return flag


def show_anchors(value: Any, lexicon: Lexicon) -> str:
    colon = "：" if lexicon.zh else ": "
    return "\n".join(indented(f"{item.get('score')}{colon}{item.get('descriptor', '')}") for item in value)


def read_anchors(text: str, lexicon: Lexicon, old: Any) -> list[dict[str, Any]]:
    anchors = []
    for line in items_of(text):
        match = re.match(r"(\d)\s*分?\s*[:：]\s*(.*)", line, re.DOTALL)
        if match is None:
            raise MisreadError(
                words("the anchor “{text}” does not begin with its score", text=line[:30]),
                words("write {expected}", expected="3：……" if lexicon.zh else "3: …"),
            )
        anchors.append({"score": int(match[1]), "descriptor": match[2]})
    return anchors


def show_changes(value: Any, lexicon: Lexicon) -> str:
    bar = "｜" if lexicon.zh else " | "
    return "\n".join(
        indented(bar.join(str(item.get(k, "")) for k in ("version", "date", "note"))) for item in value
    )


def read_changes(text: str, lexicon: Lexicon, old: Any) -> list[dict[str, Any]]:
    changes = []
    for line in items_of(text):
        parts = _BARS.split(line, 2)
        if len(parts) != 3:
            raise MisreadError(
                words("“{text}” is not version, date and note", text=line[:30]),
                words("write {expected}", expected="1.1 | 2026-11-30 | …"),
            )
        changes.append(dict(zip(("version", "date", "note"), parts, strict=True)))
    return changes
