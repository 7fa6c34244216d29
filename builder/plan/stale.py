"""What a file was made from and what there is now → why it is out of date, as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.hashing import ABSENT
from builder.words import Words, words

NEW = words("new")
MISSING = words("the file is missing")
EDITED = words("the file was changed after it was built")
FORCED = words("asked for with --force")
WARNED = words("it was built with warnings, and --strict wants none")


def renamed(name: str) -> Words:
    """Why a file is made that has another name now."""
    return words("it was called {name}", name=name)


_ITEMS = {
    "questions": words("question"),
    "answers": words("question"),
    "practice": words("practice question"),
    "sections": words("section"),
    "competencies": words("competency"),
}
_KINDS = {
    "template": words("template"),
    "label": words("label"),
    "image": words("image"),
    "logo": words("logo"),
    "option": words("the pack's setting"),
    "brand": words("the pack's or project's setting"),
    "theme": words("theme"),
}
Ingredients = Mapping[str, str]


def differences(before: Ingredients, now: Ingredients) -> list[Words]:
    """A sentence for everything that changed, came or went; each once, in a steady order."""
    names = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    said = [
        _sentence(name, before.get(name, ABSENT), now.get(name, ABSENT))
        for name in _telling(names, before, now)
    ]
    return list({sentence.in_language("en"): sentence for sentence in said}.values())


def _telling(names: list[str], before: Ingredients, now: Ingredients) -> Iterator[str]:
    """Without lists that are in another order only because an item came or went."""
    moved = {name.rpartition("/")[0] for name in names if name not in before or name not in now}
    return (name for name in names if not (name.startswith("view/") and name in moved))


def _sentence(name: str, before: str, now: str) -> Words:
    kind, _, rest = name.partition("/")
    match kind:
        case "view":
            return _changed(*_in_bank(rest), before, now)
        case "engine":
            return words("{name} {now} instead of {before}", name=rest, now=now or "—", before=before or "—")
        case "program":
            return _program(before, now)
        case "template" if "/" in rest:
            return _changed(words("part"), rest.rpartition("/")[2], before, now)
        case _ if kind in _KINDS:
            return _changed(_KINDS[kind], rest, before, now)
    return words("{name} changed", name=_alone(name))


def _in_bank(path: str) -> tuple[Words, str]:
    *holders, last = path.split("/")
    if holders and holders[-1] in _ITEMS:
        return _ITEMS[holders[-1]], last
    if last in _ITEMS:
        return words("the order of"), last
    return words("the bank's"), last


def _changed(what: Words, name: str, before: str, now: str) -> Words:
    if before == ABSENT:
        return words("{what} {name} is new", what=what, name=name)
    if now == ABSENT:
        return words("{what} {name} is gone", what=what, name=name)
    return words("{what} {name} changed", what=what, name=name)


def _program(before: str, now: str) -> Words:
    old, new = before.partition(" ")[0], now.partition(" ")[0]
    if old == new:
        return words("the program changed")
    return words("{name} {now} instead of {before}", name="packs", now=new, before=old or "—")


def _alone(name: str) -> Words | str:
    return words("the fonts") if name == "fonts" else name
