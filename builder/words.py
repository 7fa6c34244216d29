"""Every sentence the program says, in the user's language.

Code writes its sentences in English with named gaps; `builder/messages/zh/` holds the Chinese of each. A
test fails when one is missing. Nothing heavy is imported here: the command's help needs it.
"""

from __future__ import annotations

import functools
import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Words:
    """A sentence with its gaps still named; `str()` gives it in the language of this run."""

    template: str
    gaps: Mapping[str, object] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """The sentence in `zh` or `en`, gaps filled in."""
        template = catalogue().get(self.template, self.template) if language == "zh" else self.template
        return template.format(**{name: _plain(gap, language) for name, gap in self.gaps.items()})

    def __str__(self) -> str:
        return self.in_language(language())

    def __bool__(self) -> bool:
        return bool(self.template)


def words(template: str, **gaps: object) -> Words:
    """A sentence for the user; `template` is English with `{named}` gaps. A list becomes an enumeration."""
    return Words(template, gaps)


def say(template: str, **gaps: object) -> str:
    """The sentence at once, in the language of this run."""
    return str(Words(template, gaps))


def _plain(gap: object, language: str) -> str:
    if isinstance(gap, list | tuple):
        return ("、" if language == "zh" else ", ").join(_plain(item, language) for item in gap)
    return gap.in_language(language) if isinstance(gap, Words) else str(gap)


@functools.cache
def catalogue() -> Mapping[str, str]:
    """English template → Chinese template."""
    folder = Path(__file__).with_name("messages") / "zh"
    files = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.toml"))]
    return {entry["en"]: entry["zh"] for file in files for entry in file["message"]}


_chosen: list[str] = []


def choose_language(language: str) -> None:
    """Makes `zh` or `en` the language of this run."""
    _chosen[:] = [language]


def language() -> str:
    """The language of this run: what was chosen, or what the environment's locale says."""
    return _chosen[0] if _chosen else detect_language(sys.argv[1:], os.environ)


def detect_language(arguments: list[str], environment: Mapping[str, str]) -> str:
    """`--lang` on the command line first (help is made before options are parsed), then the locale."""
    for i, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and i + 1 < len(arguments):
            value = arguments[i + 1]
        if value in LANGUAGES:
            return value
    named = next((environment[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(k)), "")
    return "zh" if named.lower().startswith("zh") else "en"
