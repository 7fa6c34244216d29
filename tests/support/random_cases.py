"""Random packs: a bank with what a pack and its project say of it, as files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from hypothesis import strategies as st
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
    """A bank with the choices of a pack: large print, another scale, a selection, brand words."""
    bank = draw(banks(most))
    asked = [
        q["id"] for s in bank["sections"] for q in s["questions"] if not ({"practice", "status"} & q.keys())
    ]
    select = draw(
        st.one_of(
            st.just({}),
            st.just({}),
            st.lists(st.sampled_from(asked), min_size=1, unique=True).map(lambda ids: {"questions": ids}),
            st.just({"minutes": 480, "seed": 3}),
        )
    )
    pack = present(
        select=select or None,
        large_print=draw(st.sampled_from([False, False, True])),
        scale=draw(st.sampled_from([None, None, *(s.value for s in Scale)])),
        cards=draw(st.sampled_from(["one-a-page", "all-on-one"])),
        header=draw(maybe(lines(100))),
        footer=draw(maybe(lines(100))),
    )
    project = present(organisation=draw(maybe(lines())), marking=draw(maybe(lines(60))))
    return Case(bank, pack, project)


def as_yaml(data: Data) -> str:
    """JSON, which is YAML with every string in quotes and every control character written out."""
    return json.dumps(data, ensure_ascii=False, indent=1)
