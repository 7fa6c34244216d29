"""The data of a bank by the paths that its documents print."""

from __future__ import annotations

from typing import Any

from builder.importers.own.whole import Data

GONE = object()


class Shelf:
    """Finds the value at a path, and changes it."""

    def __init__(self, data: Data) -> None:
        self.data = data

    def questions(self) -> dict[str, Data]:
        """Every question by its id."""
        return {str(q["id"]): q for section in self.data["sections"] for q in section["questions"]}

    def get(self, path: str) -> Any:
        """The value, or GONE where there is no such place."""
        try:
            holder, key = self._holder(path)
            if key == "band":
                return holder["min"], holder["max"]
            return holder.get(key) if isinstance(holder, dict) else holder[key]
        except (LookupError, TypeError, AttributeError, ValueError, StopIteration):
            return GONE

    def set(self, path: str, value: Any) -> None:
        """Puts a value there. Raises LookupError where there is no such place."""
        for place in self._alike(path):
            holder, key = self._holder(place)
            if key == "band":
                holder["min"], holder["max"] = value
            else:
                holder[key] = value

    def _alike(self, path: str) -> list[str]:
        """The paths that one with `*` stands for: a level's label is that of every criterion."""
        before, star, after = path.partition("/*/")
        if not star:
            return [path]
        return [f"{before}/{i}/{after}" for i in range(len(self.get(before)))]

    def _holder(self, path: str) -> tuple[Any, Any]:
        steps = path.replace("/*/", "/0/").split("/")
        node, steps = self._start(steps)
        for step in steps[:-1]:
            node = node[_key(node, step)]
        return node, _key(node, steps[-1])

    def _start(self, steps: list[str]) -> tuple[Any, list[str]]:
        kind, *rest = steps
        if not rest:
            return self.data, steps
        if kind == "questions":
            return self.questions()[rest[0]], rest[1:]
        if kind in ("sections", "competencies"):
            return next(item for item in self.data[kind] if item["id"] == rest[0]), rest[1:]
        if kind == "part":
            asked = [s for s in self.data["sections"] if any(map(_is_asked, s["questions"]))]
            return asked[int(rest[0])], rest[1:]
        if kind == "practice":
            return [q for q in self.questions().values() if not _is_asked(q)][int(rest[0])], rest[1:]
        if kind == "assessed":
            return self._assessed(self.data["competencies"][int(rest[0])], rest[1])
        return self.data, steps

    def _assessed(self, competency: Data, name: str) -> tuple[Any, list[str]]:
        """A competency as the handout tells of it: its note there is the handout's, or else its definition."""
        if name != "note":
            return competency, [name]
        notes = self.data["handout"]["competency_notes"]
        return notes, [competency["id"]]


def _is_asked(question: Data) -> bool:
    return question["status"] == "live" and not question["practice"]


def _key(node: Any, step: str) -> Any:
    if not isinstance(node, list):
        return step
    if step.isdecimal():
        return int(step)
    return next(i for i, item in enumerate(node) if item.get("level") == step)
