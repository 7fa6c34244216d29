"""Target `bank`: bytes → `load_bank` → rules. Either a bank, or findings that can be read and have a place."""

from __future__ import annotations

import contextlib
import functools
from pathlib import Path
from random import Random
from typing import Any

from fuzz_mutating import TOKENS, mutated_bytes, mutated_data, mutated_text, yaml_text
from ruamel.yaml import YAML

from builder.checks.pictures import image_findings
from builder.checks.registry import rule_findings
from builder.compose.compose import Composer
from builder.compose.documents import DOCUMENTS
from builder.content.bank import LoadedBank, load_bank
from builder.content.project import Workspace, open_workspace
from builder.content.reading import read_source
from builder.errors import Finding, PacksError
from builder.model.project import PackSpec

REPOSITORY = Path(__file__).resolve().parents[2]
COMPOSED_ONE_IN = 100
SMALL = """\
{id: bank, title: 夜班, locale: zh-CN, version: "1.0", position: {title: 专员, key_tasks: [值守, 交接]},
competencies: [{id: calm, name: 沉着, definition: 不乱, indicators: [先要紧], weight: 100}],
sections: [{id: one, title: 经历, points: 4, minutes: 5, questions: [{id: q, type: situational, competencies: [calm],
points: 4, answer_minutes: 3, stem: "两部电话**同时**响，\\n你怎么办？", probes: [先接哪一部？], guide: {intent: 看先后,
key_points: [{text: 说出先后}]}, rubric: [{id: order, title: 先后, points: 4, competency: calm, levels: [
{label: 行, min: 2.5, max: 4, descriptor: 有先后}, {label: 否, min: 0, max: 2, descriptor: 没有}]}]}]}]}
"""


@functools.cache
def _seeds() -> list[Any]:
    """A small bank many times, and the small bank with single parts of the real ones in its places."""
    small = YAML(typ="safe").load(SMALL)
    seeds = [small] * 400
    for file in sorted((REPOSITORY / "content").glob("*.yaml")):
        real = read_source(file).data
        parts = {key: real[key] for key in ("handout", "scripts", "changes", "position") if key in real}
        seeds += [{**small, key: value} for key, value in parts.items()]
        for section in real["sections"]:
            seeds += [
                {**small, "sections": [{**section, "questions": [q]}]} for q in section["questions"][:3]
            ]
    return seeds


def make(random: Random) -> bytes:
    """A bank file: nonsense, or a small or a real bank's part after a few changes."""
    kind = random.random()
    if kind < 0.05:
        return random.randbytes(random.randrange(60))
    if kind < 0.1:
        return "".join(random.choices(TOKENS, k=random.randrange(30))).encode("utf-8", "replace")
    data = mutated_data(random.choice(_seeds()), random)
    text = yaml_text(data, random)
    if kind < 0.35:
        text = mutated_text(text, random, limit=20_000)
    written = text.encode("utf-8", "replace")
    return mutated_bytes(written, random) if kind > 0.95 else written


class BankTarget:
    """Reads each input from a file, as the command does."""

    def __init__(self, folder: Path) -> None:
        (folder / "content").mkdir(parents=True, exist_ok=True)
        (folder / "packs.yaml").write_text("locale: zh-CN\n", encoding="utf-8")
        self._file = folder / "content" / "bank.yaml"
        self._workspace: Workspace = open_workspace(folder)
        self._composer = Composer(self._workspace)

    def check(self, data: bytes, number: int) -> str:
        """What became of the input in a word; raises for anything but a bank or findings."""
        self._file.write_bytes(data)
        loaded, findings = load_bank(self._file, Path("content/bank.yaml"))
        assert (loaded is None) == bool(findings), "a bank and findings, or neither"
        if loaded is not None:
            findings = list(rule_findings(loaded))
            findings += image_findings(loaded, self._file.parent, self._workspace.root)
            if number % COMPOSED_ONE_IN == 0:
                self._compose(loaded)
        for finding in findings:
            _readable(finding, loaded)
        return "loaded" if loaded else "refused"

    def _compose(self, loaded: LoadedBank) -> None:
        for kind in DOCUMENTS:
            if kind.fits(loaded.bank):
                with contextlib.suppress(PacksError):
                    self._composer.compose(kind, loaded.bank, PackSpec(bank="bank"))


def _readable(finding: Finding, loaded: LoadedBank | None) -> None:
    assert finding.sentence.in_language("zh"), finding
    assert finding.sentence.in_language("en"), finding
    finding.hint.in_language("zh")
    place = finding.place
    assert place.line >= 1, finding
    assert place.column >= 1, finding
    assert loaded is None or place.line <= len(loaded.source.lines), finding
