"""A project folder: its settings, its theme and the files of its banks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.content.reading import read_source
from builder.content.root import PROJECT_FILE
from builder.content.source import Source
from builder.content.templates import built_in_templates
from builder.content.validate import validate
from builder.errors import ContentError, Finding, Place, RequestError
from builder.model.project import Project
from builder.model.theme import Theme
from builder.words import words


@dataclass(frozen=True)
class Workspace:
    """A project folder as read: `root`, its settings and looks."""

    root: Path
    project: Project
    theme: Theme

    @property
    def content(self) -> Path:
        return self.root / self.project.content

    @property
    def templates(self) -> Path:
        return self.root / self.project.templates

    @property
    def output(self) -> Path:
        return self.root / self.project.output

    def shown(self, file: Path) -> Path:
        """`file` as findings name it: relative to the project where it is inside."""
        return file.relative_to(self.root) if file.is_relative_to(self.root) else file


def open_workspace(root: Path) -> Workspace:
    """Reads packs.yaml and the theme. Raises ContentError with every finding of both."""
    root = root.resolve()
    project, findings = _read(Project, root, root / PROJECT_FILE)
    project = project or Project()
    findings += _outside(root, project) or _links_outside(root, project)
    theme, theme_findings = _theme(root, project)
    findings += theme_findings
    if findings or theme is None:
        raise ContentError(findings)
    return Workspace(root, project, theme)


def _settings(file: Path, shown: Path) -> Source:
    """A settings file; one that holds nothing, or comments alone, leaves every value as it is."""
    try:
        return read_source(file, shown)
    except ContentError as error:
        if [finding.code for finding in error.findings] != ["YAML-EMPTY"]:
            raise
        return Source(shown, "", {})


def _read(model: Any, root: Path, file: Path) -> tuple[Any, list[Finding]]:
    try:
        return validate(model, _settings(file, file.relative_to(root)))
    except ContentError as error:
        return None, error.findings


def _outside(root: Path, project: Project) -> list[Finding]:
    """Folders named in packs.yaml that lie outside the project once links are followed."""
    findings = []
    for key in ("content", "templates", "output", "theme"):
        if not (root / getattr(project, key)).resolve().is_relative_to(root):
            sentence = words("“{key}” leads outside the project", key=key)
            place = _settings(root / PROJECT_FILE, Path(PROJECT_FILE)).place((key,))
            findings.append(
                Finding("PATH-OUTSIDE", sentence, place, words("name a folder inside the project"))
            )
    return findings


def _links_outside(root: Path, project: Project) -> list[Finding]:
    """Banks and templates that are links to files outside the project."""
    folders = [(root / project.content).glob("*.yaml"), (root / project.templates).rglob("*")]
    linked = [file for files in folders for file in sorted(files) if not file.resolve().is_relative_to(root)]
    sentence = words("this file is a link that leads outside the project")
    hint = words("copy the file into the project")
    return [Finding("PATH-OUTSIDE", sentence, Place(file.relative_to(root)), hint) for file in linked]


def _theme(root: Path, project: Project) -> tuple[Theme | None, list[Finding]]:
    """The built-in theme with the project's own values laid over it, one by one."""
    base = read_source(built_in_templates() / "theme.yaml").data
    file = root / project.theme
    if not file.is_file():
        if project.theme == Project().theme:
            return Theme.model_validate(base), []
        place = _settings(root / PROJECT_FILE, Path(PROJECT_FILE)).place(("theme",))
        sentence = words("the theme {file} does not exist", file=project.theme)
        return None, [Finding("FILE-MISSING", sentence, place, words("correct “theme:”, or remove it"))]
    try:
        source = _settings(file, file.relative_to(root))
    except ContentError as error:
        return None, error.findings
    if isinstance(source.data, dict):
        source.data = overlay(base, source.data)
    return validate(Theme, source)


def overlay(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """`base` with the values of `over` in their places, mappings merged, lists replaced."""
    merged = dict(base)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        merged[key] = overlay(base[key], value) if both else value
    return merged


def bank_files(workspace: Workspace) -> list[Path]:
    """The bank files of the project, by name."""
    if not workspace.content.is_dir():
        raise RequestError(
            words("the content folder {folder} does not exist", folder=workspace.shown(workspace.content)),
            words("make it, or correct “content:” in {file}", file=PROJECT_FILE),
        )
    return sorted(f for f in workspace.content.glob("*.yaml") if f.is_file())


def project_source(workspace: Workspace) -> Source:
    """packs.yaml with positions, for findings about packs."""
    return _settings(workspace.root / PROJECT_FILE, Path(PROJECT_FILE))
