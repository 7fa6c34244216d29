"""Findings that somebody decided not to hear of: for a project, a file, or one place in it, each with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from builder.checks.rule import AnyRule
from builder.content.bank import LoadedBank
from builder.content.project import Workspace, project_source
from builder.content.source import Path_, Source
from builder.errors import Finding, RequestError, Severity
from builder.near import nearest
from builder.words import words


class Ignored:
    """What is not reported of one bank; remembers which of its `ignore:` entries were needed."""

    def __init__(self, loaded: LoadedBank, everywhere: Collection[str] = ()) -> None:
        self._everywhere = frozenset(everywhere)
        self._here = {path: entry["code"] for path, entry in _entries(loaded.source.data, ())}
        self._used: set[Path_] = set()

    def __bool__(self) -> bool:
        """Whether the bank has entries of its own."""
        return bool(self._here)

    def hides(self, rule: AnyRule, path: Path_) -> bool:
        """Whether a slip against `rule` at `path` is ignored at that place or at one that holds it."""
        if rule.firm:
            return False
        closest = [
            entry
            for entry, code in self._here.items()
            if code == rule.code and path[: len(entry) - 2] == entry[:-2]
        ]
        self._used.update(closest)
        return bool(closest) or rule.code in self._everywhere

    def findings(
        self, source: Source, rules: Collection[AnyRule], tried: Collection[AnyRule]
    ) -> Iterator[Finding]:
        """What is wrong with the bank's `ignore:` entries themselves, once those of its rules in `tried` have been."""
        for path, code in self._here.items():
            yield from _about(source, (*path, "code"), code, rules)
            if path not in self._used and any(rule.code == code and not rule.firm for rule in tried):
                sentence = words("nothing here breaks {code}", code=code)
                hint = words("remove the entry, so that a later slip is heard of")
                place = source.place((*path, "code"))
                yield Finding("IGNORE-UNUSED", sentence, place, hint, Severity.WARNING)


def project_ignores(workspace: Workspace, bank_id: str) -> Iterator[str]:
    """Codes that packs.yaml says are not reported of this bank."""
    for entry in workspace.project.ignore:
        if not entry.banks or bank_id in entry.banks:
            yield entry.code


def project_ignore_findings(workspace: Workspace, rules: Collection[AnyRule]) -> Iterator[Finding]:
    """What is wrong with the `ignore:` entries of packs.yaml."""
    if workspace.project.ignore:
        source = project_source(workspace)
        for i, entry in enumerate(workspace.project.ignore):
            yield from _about(source, ("ignore", i, "code"), entry.code, rules)


def refuse_unknown(codes: Collection[str], rules: Collection[AnyRule]) -> None:
    """Raises RequestError for a code named on the command line that no rule has, or that cannot be ignored."""
    known = [rule.code for rule in rules if not rule.firm]
    for code in codes:
        if code not in known:
            raise RequestError(words("no rule “{code}” can be ignored", code=code), nearest(code, known))


def _about(source: Source, path: Path_, code: str, rules: Collection[AnyRule]) -> Iterator[Finding]:
    known = {rule.code: rule for rule in rules}
    if code not in known:
        sentence = words("there is no rule “{code}”", code=code)
        yield Finding("IGNORE-UNKNOWN", sentence, source.place(path), nearest(code, known))
    elif known[code].firm:
        sentence = words("{code} cannot be ignored", code=code)
        hint = words("what is made of the bank relies on this rule: mend the slip")
        yield Finding("IGNORE-FIRM", sentence, source.place(path), hint)


def _entries(value: Any, path: Path_) -> Iterator[tuple[Path_, dict[str, str]]]:
    """Every `ignore:` entry of a bank's data with its own path."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "ignore" and isinstance(item, list):
                yield from (((*path, "ignore", i), entry) for i, entry in enumerate(item))
            else:
                yield from _entries(item, (*path, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _entries(item, (*path, i))
