"""Random packs: a bank with what a pack and its project say of it, as files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st
from PIL import Image
from random_banks import banks
from random_texts import lines
from random_values import Data, maybe, present

from builder.model.bank import Scale


@dataclass(frozen=True)
class Case:
    """A bank, and what a pack and its project say of it."""

    bank: Data
    pack: Data = field(default_factory=dict)
    project: Data = field(default_factory=dict)


@st.composite
def cases(draw: st.DrawFn, most: int = 4) -> Case:
    """A bank with the choices of a pack: large print, another scale, a selection or form, the brand's looks."""
    bank = draw(banks(most))
    large = draw(st.sampled_from([False, False, True]))
    if large:  # its margins hold two lines: words that take more are reported, see the tests
        bank = {**bank, "version": "1.0", "marking": "内部资料"}
    pack = present(
        **draw(selections(bank)),
        large_print=large,
        scale=draw(st.sampled_from([None, None, *(s.value for s in Scale)])),
        cards=draw(st.sampled_from(["one-a-page", "all-on-one"])),
        marking=draw(maybe(lines(20 if large else 60))),
        **draw(brands(20 if large else 100)),
    )
    return Case(bank, pack, present(**draw(brands(20 if large else 100))))


@st.composite
def brands(draw: st.DrawFn, longest: int) -> Data:
    """Whose papers these are, for a pack or a project; running words of at most `longest` characters."""
    return {
        "organisation": draw(maybe(lines(longest if longest < 100 else 400))),
        "logo": draw(maybe(st.sampled_from(sorted(LOGOS)))),
        "accent": draw(maybe(st.sampled_from(["#000000", "#c00000", "#ffffff"]))),
        "header": draw(maybe(lines(longest))),
        "footer": draw(maybe(lines(longest))),
        "file_names": draw(maybe(st.sampled_from(["id", "localised"]))),
    }


def selections(bank: Data) -> st.SearchStrategy[Data]:
    """Which questions a pack holds: all, some, as many as there is time for, or those of form A or B."""
    asked = [q for s in bank["sections"] for q in s["questions"] if not ({"practice", "status"} & q.keys())]
    ids = st.lists(st.sampled_from([q["id"] for q in asked]), min_size=1, unique=True)
    ways: list[st.SearchStrategy[Data]] = [
        st.just({}),
        ids.map(lambda found: {"select": {"questions": found}}),
        st.just({"select": {"minutes": 480, "seed": 3}}),
    ]
    if any("parallel_group" in q for q in asked):
        ways += [st.sampled_from([{"form": "A"}, {"form": "B"}])] * 2
    return st.one_of(ways)


LOGOS = {"square.png": (60, 60), "banner.png": (1600, 40), "tower.png": (40, 1600), "dot.png": (1, 1)}
"""File → width and height in pixels."""


def draw_logos(folder: Path) -> None:
    """Writes the pictures that cases name as logos."""
    for name, size in LOGOS.items():
        Image.new("RGB", size, "#1f4e79").save(folder / name, "PNG")


def as_yaml(data: Data) -> str:
    """JSON, which is YAML with every string in quotes and every control character written out."""
    return json.dumps(data, ensure_ascii=False, indent=1)
