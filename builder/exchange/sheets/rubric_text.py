"""Rubrics and calibration samples in a cell: a line a criterion, its levels indented below it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from builder.exchange.editing.values import number_text
from builder.exchange.sheets.cell_text import groups_of, indented
from builder.exchange.sheets.columns import choices
from builder.exchange.sheets.lexicon import Lexicon, MisreadError
from builder.words import Words, words

_BAND = re.compile(
    r"(?P<label>.*?\S)\s*(?P<low>\d{1,4}(?:\.\d{1,2})?)(?:\s*[-–—~～至到]+\s*(?P<high>\d{1,4}(?:\.\d{1,2})?))?\s*(?:分|points?)?",
    re.DOTALL | re.IGNORECASE,
)
_SPACED_BAND = re.compile(_BAND.pattern.replace(r"\S)\s*", r"\S)\s+", 1), re.DOTALL | re.IGNORECASE)
_CRITERION = re.compile(r"(?P<title>.*\S)\s*[【\[](?P<marks>\d.*)[】\]]", re.DOTALL)
_SAMPLE = re.compile(r"(?P<title>[^【\[]*?)\s*[【\[](?P<marks>\d[^】\]]*)[】\]]\s*(?P<rest>.*)", re.DOTALL)
_WITH_ID = re.compile(r"(?P<title>.*\S) #(?P<id>[a-z0-9-]+)")
_NUMBER = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s*(?:分|points?|marks?)?", re.IGNORECASE)


def show_band(value: Any, lexicon: Lexicon) -> str:
    if not isinstance(value, dict) or "label" not in value:
        return ""
    low, high = (number_text(value.get(key, 0)) for key in ("min", "max"))
    return f"{value['label']} {low}" if low == high else f"{value['label']} {low}–{high}"


def read_band(text: str, lexicon: Lexicon, old: Any) -> dict[str, Any]:
    match = _SPACED_BAND.fullmatch(text) or _BAND.fullmatch(text)
    if match is None:
        raise MisreadError(
            words("“{text}” is not a level and its scores", text=text[:30]),
            words("write {expected}", expected="好 1.5–2" if lexicon.zh else "Good 1.5–2"),
        )
    low = Decimal(match["low"])
    return {"label": match["label"].strip(), "min": low, "max": Decimal(match["high"] or low)}


def show_rubric(value: Any, lexicon: Lexicon) -> str:
    return "\n".join(_criterion(item, lexicon) for item in value)


def _criterion(item: dict[str, Any], lexicon: Lexicon) -> str:
    points = number_text(item["points"])
    competency = lexicon.competency_name(item["competency"])
    marks = f"【{points}分·{competency}】" if lexicon.zh else f" [{points} points, {competency}]"
    colon = "：" if lexicon.zh else ": "
    levels = [
        indented(f"{show_band(level, lexicon)}{colon}{level['descriptor'].rstrip()}", "  ", "    ")
        for level in item["levels"]
    ]
    return "\n".join([item["title"] + marks, *levels])


def read_rubric(text: str, lexicon: Lexicon, old: Any) -> list[dict[str, Any]]:
    criteria = []
    former = list(old or ())
    for head, body in groups_of(text):
        title, points, rest = _marked(head, _CRITERION, words("the points and the competency"))
        competency = lexicon.competency(rest)
        if competency is None:
            raise MisreadError(words("“{text}” is no competency of this bank", text=rest[:40]))
        levels = [_level("\n".join([first, *more]), lexicon) for first, more in groups_of("\n".join(body))]
        item = {"title": title, "points": points, "competency": competency, "levels": levels}
        criteria.append(_with_id(item))
    placed = [_placed(item, before) for item, before in zip(criteria, _former(criteria, former), strict=True)]
    for i, item in enumerate(placed):
        if "id" not in item:
            placed[i] = {"id": free_id("c", placed), **item}
    return placed


def free_id(stem: str, items: Sequence[dict[str, Any]]) -> str:
    """An id of that stem that none of the items has; the next call may give the same one."""
    taken = {item.get("id") for item in items}
    return next(name for n in itertools.count(1) if (name := f"{stem}-{n}") not in taken)


def _with_id(item: dict[str, Any]) -> dict[str, Any]:
    """A title may end with its id, as in a document that keeps ids out of sight: 求助时机 #route."""
    match = _WITH_ID.fullmatch(item["title"])
    return {"id": match["id"], **item, "title": match["title"]} if match else item


def _marked(head: str, form: re.Pattern[str], wanted: Words) -> tuple[str, Decimal, str]:
    """Title, points and what else the marks behind the title, or the words behind those, say."""
    match = form.fullmatch(head)
    number, _, rest = re.sub(r"[·,，]", "\0", match["marks"] if match else "", count=1).partition("\0")
    points = _NUMBER.fullmatch(number.strip())
    if match is None or points is None:
        raise MisreadError(
            words("“{text}” does not name {wanted} in brackets", text=head[:30], wanted=wanted),
            words("see how the other rows of this column write it"),
        )
    return match["title"], Decimal(points[1]), rest.strip() or match.groupdict().get("rest") or ""


def _level(text: str, lexicon: Lexicon) -> dict[str, Any]:
    """What stands before the first colon that follows a band is the level, the rest its descriptor."""
    colons = list(re.finditer("[：:]", text))
    for form, colon in itertools.product((_SPACED_BAND, _BAND), colons):
        band = text[: colon.start()].strip()
        if form.fullmatch(band):
            return {**read_band(band, lexicon, None), "descriptor": text[colon.end() :].strip()}
    raise MisreadError(
        words("“{text}” is not a level and its scores", text=text[:30]),
        words("write {expected}", expected="好 1.5–2：……" if lexicon.zh else "Good 1.5–2: …"),
    )


def _former(items: Sequence[dict[str, Any]], former: list[Any]) -> list[dict[str, Any] | None]:
    """For each criterion the one it was: of the same title, or else the next that has no other."""
    titles = [item["title"] for item in items]
    free = [item for item in former if item["title"] not in titles]
    found: list[dict[str, Any] | None] = []
    left = list(former)
    for title, wanted in zip(titles, (item.get("id") for item in items), strict=True):
        known = next((item for item in left if wanted in (None, item["id"]) and item["title"] == title), None)
        known = known or next((item for item in left if wanted == item["id"]), None)
        known = known if known is not None else (free.pop(0) if free else None)
        if known is not None:
            left.remove(known)
        found.append(known)
    return found


def _placed(item: dict[str, Any], former: dict[str, Any] | None) -> dict[str, Any]:
    """The criterion with the id, and whatever no cell shows, of the one it was."""
    if former is None:
        return item
    kept = [{**old, **level} for old, level in zip(former["levels"], item["levels"], strict=False)]
    levels = [_as_before(old, new) for old, new in zip(former["levels"], kept, strict=False)]
    return {**former, **item, "levels": [*levels, *item["levels"][len(levels) :]]}


def _as_before(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """A descriptor whose block ended with a line end keeps it."""
    before = str(old.get("descriptor", ""))
    return {**new, "descriptor": new["descriptor"] + before[len(before.rstrip("\n")) :]}


def show_calibration(value: Any, lexicon: Lexicon) -> str:
    names = {raw: zh if lexicon.zh else en for raw, zh, en in choices("level") or ()}
    shown = []
    for item in value:
        points = number_text(item["points"])
        marks = f"【{points}分】" if lexicon.zh else f" [{points} points] "
        head = f"{names[item['level']]}{marks}{item['reason']}"
        answer = item["answer"].rstrip()
        shown.append(indented(head, rest="    ") + "\n" + indented(answer, "  ", "  "))
    return "\n".join(shown)


def read_calibration(text: str, lexicon: Lexicon, old: Any) -> list[dict[str, Any]]:
    levels = {name: raw for raw, *names in choices("level") or () for name in (raw, *names)}
    former = {item["level"]: item for item in old or ()}
    samples = []
    for head, body in groups_of(text):
        label, points, reason = _marked(head, _SAMPLE, words("the points"))
        if label not in levels:
            raise MisreadError(words("“{text}” is none of the choices", text=label[:40]))
        before = former.get(levels[label], {})
        end = str(before.get("answer", ""))
        answer = "\n".join(body).strip() + end[len(end.rstrip("\n")) :]
        samples.append(
            {**before, "level": levels[label], "answer": answer, "points": points, "reason": reason}
        )
    return samples
