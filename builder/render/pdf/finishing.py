"""What the engine does once all pages are laid out, for the pages of one piece."""

from __future__ import annotations

import copy
from typing import Any


def state_of(number: int, total: int) -> Any:
    """The engine's state of counters on a page."""
    return ([0], {"pages": [total], "page": [number]}, [{"pages", "page"}], [])


def finished(context: Any, pages: list[Any], first: int, total: int) -> list[dict[str, list[str]]]:
    """For each page, the values that named strings get on it; bookmarks once a box, with their page numbers, as the engine does at its end."""
    seen: dict[str, list[Any]] = {"::before": [], "::after": [], "": []}
    found = []
    for number, page in enumerate(pages, first):
        values: dict[str, list[str]] = {}
        counters = copy.deepcopy(state_of(number, total)[1])
        for box in page.descendants():
            if box.bookmark_label:
                ends = next(end for end in seen if box.element_tag.endswith(end))
                if box.element in seen[ends]:
                    box.bookmark_label = ""
                else:
                    seen[ends].append(box.element)
            if box.missing_link:
                _resolve(context, box, counters)
            if box.string_set and box.string_set != "none":
                for name, text in box.string_set:
                    values.setdefault(name, []).append(text)
        found.append(values)
    return found


def _resolve(context: Any, box: Any, counters: Any) -> None:
    for (source, token), item in context.target_collector.counter_lookup_items.items():
        if box.missing_link == source and token != "content":  # noqa: S105 - a CSS token
            if token == "bookmark-label" and not box.bookmark_label:  # noqa: S105
                continue
            item.parse_again(counters)
            if token == "bookmark-label":  # noqa: S105
                box.bookmark_label = source.bookmark_label
