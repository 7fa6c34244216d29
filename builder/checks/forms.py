"""Parallel questions: what stands on form A can stand in for what stands on form B."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.rule import Slip
from builder.checks.sums import plain
from builder.content.bank import LoadedBank, located_questions
from builder.content.source import Path_
from builder.model.bank import Question
from builder.words import words


def lone_parallel(loaded: LoadedBank) -> Iterator[Slip]:
    """A parallel group has two live questions or more: one alone stands on both forms."""
    for group, members in _groups(loaded).items():
        if len(members) == 1:
            sentence = words("“{group}” has no other live question", group=group)
            hint = words(
                "give the question that it is parallel to the same “parallel_group”, or remove the key"
            )
            yield Slip((*members[0][0], "parallel_group"), sentence, hint)


def unequal_parallels(loaded: LoadedBank) -> Iterator[Slip]:
    """Questions of one parallel group are worth the same and take the same time: else forms A and B are not equal."""
    for members in _groups(loaded).values():
        _, first = members[0]
        for path, question in members[1:]:
            for key in ("points", "think_minutes", "answer_minutes"):
                found, expected = getattr(question, key), getattr(first, key)
                if found != expected:
                    sentence = words(
                        "“{key}” is {found}, in {other} of the same parallel group {expected}",
                        key=key,
                        found=plain(found),
                        other=first.id,
                        expected=plain(expected),
                    )
                    hint = words("make them the same: candidates on forms A and B are ranked together")
                    yield Slip((*path, key), sentence, hint)


def _groups(loaded: LoadedBank) -> dict[str, list[tuple[Path_, Question]]]:
    """Parallel group → its live questions with their paths."""
    groups: dict[str, list[tuple[Path_, Question]]] = {}
    for path, question in located_questions(loaded.bank):
        if question.parallel_group and question.status == "live" and not question.practice:
            groups.setdefault(question.parallel_group, []).append((path, question))
    return groups
