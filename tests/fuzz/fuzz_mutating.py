"""Inputs from other inputs: every one is a function of a seed and a number, so that each can be made again."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

TOKENS = [
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "~~",
        "\\",
        "|",
        "||",
        "![",
        "](",
        ")",
        "[",
        "]",
        "<",
        ">",
        "&",
        "&amp;",
    ),
    *("\n", "\n\n", "\r\n", "\t", "    ", "  \n", "- ", "+ ", "1. ", "99999999. ", "999999999) ", "# ", "> "),
    *("|---|\n", "| a | b |\n|:-:|--:|\n", "---\n", "```\n", "<b>", "</td>", "<!--", "]]>", "<br>", "&#0;"),
    *(": ", "{", "}", "&a ", "*a", "!!str ", "? ", "'", '"', "%YAML 1.2\n", "...\n", "@", "!", "<<: "),
    *(
        "“要点”",
        "（甲）",
        "——",
        "……",
        "😀",
        "👨‍👩‍👧",
        "𬍛",
        "\u3000",
        "\xa0",
        "\u2028",
        "\x85",
        "\u200b",
        "\u202e",
    ),
    *(
        "\ufeff",
        "\x00",
        "\x07",
        "\ud7ff",
        "\uffff",
        "\U0010ffff",
        "e\u0301",
        "１２",
        "=1+1",
        "{{ x }}",
        "{% x %}",
    ),
]
VALUES: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        -1,
        7,
        0.5,
        0.25,
        1e17,
        -0.0,
        10**17,
        1e308,
        "",
        " ",
        "~",
        "null",
        "yes",
        "1",
        "1.0",
    ),
    *(
        ".nan",
        "-.inf",
        "2026-02-30",
        "2026-11-30",
        "0x1F",
        "甲" * 30,
        "a" * 500,
        "b" * 20_001,
        "x\ny",
        "\u202e",
    ),
    *(
        [],
        {},
        [[]],
        [None],
        {"": ""},
        [{}],
        {"a": {"a": {}}},
        ["a", "a"],
        "zh-CN",
        "en",
        "../../x",
        "q-1",
        "Q",
    ),
]


def mutated_text(text: str, random: Random, limit: int = 600) -> str:
    """The text after a few cuts, doublings, swaps and insertions; never much longer than `limit`."""
    for _ in range(random.choice((1, 1, 2, 3, 5, 8))):
        at = random.randrange(len(text) + 1)
        to = min(len(text), at + random.choice((0, 1, 1, 2, 4, 9, 30)))
        act = random.randrange(6)
        if act <= 2:
            text = text[:at] + random.choice(TOKENS) + text[at:]
        elif act == 3:
            text = text[:at] + text[to:]
        elif act == 4:
            text = text[:to] + text[at:to] * random.choice((1, 1, 2, 8)) + text[to:]
        else:
            text = (
                text[:at] + chr(random.choice((random.randrange(128), random.randrange(0xD800)))) + text[to:]
            )
    return text[: 2 * limit]


def mutated_bytes(data: bytes, random: Random) -> bytes:
    """The bytes with a few changed, cut or doubled; often no longer text."""
    held = bytearray(data)
    for _ in range(random.choice((1, 2, 4))):
        at = random.randrange(len(held) + 1)
        act = random.randrange(4)
        if act == 0:
            held[at:at] = random.randbytes(random.choice((1, 1, 2, 4)))
        elif act == 1:
            del held[at : at + random.choice((1, 2, 20))]
        elif act == 2 and at < len(held):
            held[at] ^= 1 << random.randrange(8)
        else:
            held[at:at] = held[max(0, at - 9) : at]
    return bytes(held)


def mutated_data(data: Any, random: Random) -> Any:
    """A copy of plain data in which a few values, keys or items are others, gone, moved or there twice."""
    data = copy.deepcopy(data)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        holders = [value for value in _walk(data) if isinstance(value, dict | list) and value]
        if not holders:
            break
        _change(random.choice(holders), holders, random)
    return data


def _walk(value: Any) -> list[Any]:
    """Every value inside, outermost first; stops at a thousand."""
    found = [value]
    for item in found:
        if isinstance(item, dict | list) and len(found) < 1000:
            found += item.values() if isinstance(item, dict) else item
    return found


def _change(holder: Any, holders: list[Any], random: Random) -> None:
    key = random.choice(list(holder)) if isinstance(holder, dict) else random.randrange(len(holder))
    act = random.randrange(9)
    if isinstance(holder[key], str) and act >= 4:
        holder[key] = mutated_text(holder[key], random)
    elif act <= 1:
        holder[key] = copy.deepcopy(random.choice(VALUES))
    elif act == 2:
        del holder[key]
    elif act == 3:
        donor = random.choice(holders)
        holder[key] = copy.deepcopy(random.choice(list(donor.values()) if isinstance(donor, dict) else donor))
    elif isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[str(key) + random.choice(("x", "", "_", "\u200b"))] = holder[key]


def yaml_text(value: Any, random: Random, indent: int = 0) -> str:
    """The data as YAML, now in blocks, now in brackets; every text in quotes, in a block, or bare."""
    pad = "  " * indent
    if isinstance(value, dict) and value and (indent < 2 or random.random() < 0.8):
        return "\n".join(
            f"{pad}{_scalar(str(key), random)}:{_below(item, random, indent)}" for key, item in value.items()
        )
    if isinstance(value, list) and value and random.random() < 0.7:
        return "\n".join(f"{pad}-{_below(item, random, indent)}" for item in value)
    return pad + (_scalar(value, random) if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _below(value: Any, random: Random, indent: int) -> str:
    """What follows a colon or a dash."""
    if isinstance(value, str) and value[:1].isalpha() and "\n" in value and random.random() < 0.6:
        lines = "".join(f"\n{'  ' * (indent + 1)}{line}" for line in value.split("\n"))
        return f" {random.choice(('|', '>', '|-', '|+'))}{lines}"
    if isinstance(value, dict | list):
        return "\n" + yaml_text(value, random, indent + 1)
    return " " + yaml_text(value, random)


def _scalar(text: str, random: Random) -> str:
    bare = text[:1].isalpha() and text.isprintable() and ":" not in text
    return text if bare and random.random() < 0.9 else json.dumps(text, ensure_ascii=random.random() < 0.1)
