"""Everything one file is made from, by name, each with a hash: what differs is why the file is out of date."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder.compose.compose import IMAGE, LOGO
from builder.compose.environment import TEMPLATE
from builder.compose.imprint import BRAND, OPTION, brand_value, option_hash
from builder.compose.labels import LABEL, label_hash, read_labels
from builder.content.project import Workspace
from builder.content.templates import built_in_templates, template_hash
from builder.fonts import shelf_fingerprint
from builder.hashing import ABSENT, hash_of, hash_of_file, hash_of_value
from builder.model.project import PackSpec
from builder.plan.looks import file_name, pack_theme
from builder.plan.parts import ASIDE, Parts, document_parts
from builder.plan.programs import engines, program
from builder.plan.targets import Job

Ingredients = Mapping[str, str]
"""Name, such as `view/position` or `template/base.html.j2` → hash, or version."""
VIEW, THEME, ENGINE = "view/", "theme/", "engine/"
STYLE, BASE, FONTS, PROGRAM, DATE = "print.css", "base.docx", "fonts", "program", "SOURCE_DATE_EPOCH"
_PAPER = (STYLE, FONTS, DATE)
_ALONE = {"html": (STYLE,), "pdf": _PAPER, "docx": (*_PAPER, BASE), "xlsx": (DATE,)}
_LOOKS = ("page", "colours", "sizes", "fonts", "line_height")


@dataclass(frozen=True)
class Subject:
    """One document of one pack, as far as it can be known without its bank at hand."""

    pack: PackSpec
    document: str
    locale: str
    marking: str | None
    """The bank's own."""
    view: Parts = field(default_factory=dict)

    @classmethod
    def of(cls, job: Job) -> Subject:
        """The subject of a job. Raises what making the view raises."""
        parts = document_parts(job.kind, job.bank)
        return cls(job.pack, job.kind.id, job.bank.locale, job.bank.marking, parts)


class Pantry:
    """Looks up what the files of one project are made from, as it is when first asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._built_in = built_in_templates()
        self._labels: dict[str, dict[str, Any]] = {}
        self._found: dict[str, str] = {}

    def file(self, subject: Subject, form: str) -> str:
        """Path of the subject's file in one format, below the output folder. Raises BuildError as `file_name`."""
        title = str(self.labels(subject.locale)["documents"][subject.document])
        project, theme = self.workspace.project, self.workspace.theme
        return f"{subject.pack.id}/{file_name(theme, subject.pack, project, subject.document, title)}.{form}"

    def fixed(self, subject: Subject, form: str) -> dict[str, str]:
        """What every file of a format is made from, whatever its template shows."""
        shown = {k: v for k, v in subject.view.items() if form == "docx" or not k.startswith(ASIDE)}
        found = {VIEW + name: value for name, value in shown.items()}
        found |= {THEME + key: value for key, value in self._looks(subject, form).items()}
        found |= {ENGINE + name: version for name, version in engines(form).items()}
        found |= {name: self._once(name, self._alone) for name in _ALONE[form]}
        return found | {PROGRAM: program()}

    def again(self, subject: Subject, names: Iterable[str]) -> dict[str, str]:
        """What composing read last time, looked up afresh; other names are passed over."""
        found = {}
        for name in names:
            value = self._read_again(subject, name)
            if value is not None:
                found[name] = value
        return found

    def labels(self, locale: str) -> dict[str, Any]:
        """The fixed words of one language."""
        if locale not in self._labels:
            self._labels[locale] = read_labels(locale, [self._built_in, self.workspace.templates])
        return self._labels[locale]

    def _read_again(self, subject: Subject, name: str) -> str | None:
        kind, slash, rest = name.partition("/")
        lookups: dict[str, Callable[[], str]] = {
            TEMPLATE: lambda: self._once(name, self._template),
            LABEL: lambda: label_hash(self.labels(subject.locale), rest),
            IMAGE: lambda: self._once(name, lambda _: self._image(self.workspace.content / rest)),
            LOGO: lambda: self._once(name, lambda _: self._image(self.workspace.root / rest)),
            OPTION: lambda: option_hash(subject.pack, rest),
            BRAND: lambda: hash_of_value(
                brand_value(rest, subject.pack, self.workspace.project, subject.marking)
            ),
        }
        look = lookups.get(kind + slash)
        return look() if look else None

    def _template(self, name: str) -> str:
        return template_hash(name.removeprefix(TEMPLATE), self.workspace.templates, self._built_in)

    def _looks(self, subject: Subject, form: str) -> dict[str, str]:
        theme = pack_theme(self.workspace.theme, subject.pack, self.workspace.project, subject.locale)
        held = theme.model_dump(mode="json", include=set(_LOOKS[: 4 if form == "xlsx" else 5]))
        if form != "docx":  # an English Word file names the Chinese typeface too
            held["fonts"] = held["fonts"][subject.locale]
        return {key: hash_of_value(value) for key, value in held.items()}

    def _alone(self, name: str) -> str:
        if name == FONTS:
            return shelf_fingerprint(self.workspace.theme, self.workspace.root)
        if name == DATE:
            return os.environ.get("SOURCE_DATE_EPOCH", ABSENT)
        own, built_in = (hash_of_file(folder / name) for folder in (self.workspace.templates, self._built_in))
        return (
            own if name == BASE else built_in if own in (ABSENT, built_in) else hash_of(f"{built_in} {own}")
        )

    def _once(self, name: str, find: Callable[[str], str]) -> str:
        if name not in self._found:
            self._found[name] = find(name)
        return self._found[name]

    def _image(self, path: Path) -> str:
        try:
            file = path.resolve()
            return hash_of_file(file) if file.is_relative_to(self.workspace.root) else ABSENT
        except (OSError, ValueError, RuntimeError):
            return ABSENT
