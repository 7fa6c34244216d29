"""What is kept after a build, so that the next one with nothing to do takes the quick way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from builder.compose.compose import IMAGE, LOGO
from builder.compose.environment import TEMPLATE
from builder.content.project import Workspace
from builder.content.root import PROJECT_FILE
from builder.plan.quick import Granted, Quick, state_of
from builder.plan.record import Checked, Outline, Record, Target
from builder.plan.stamps import Stamps
from builder.plan.wish import Wish


def remembered(
    workspace: Workspace, wish: Wish, files: Iterable[str], output: Path, record: Record, before: Quick | None
) -> Quick:
    """What to keep once every file of a wish is fresh; what `before` kept for other wishes, if it still holds."""
    project, root = workspace.project, workspace.root
    watched = sorted({name for name in _watched(workspace, record) if _is_inside(root, name)})
    state = state_of(root, project.content, watched)
    held = before is not None and (before.state, before.watched) == (state, watched)
    wishes = dict(before.wishes) if held and before else {}
    wishes[wish.name] = Granted(sorted(files), _warned(wishes, record))
    named = {file for granted in wishes.values() for file in granted.files}
    stamps = Stamps(output, before.stamps if before else {})
    return Quick(
        state, project.content, project.output, watched, {f: stamps.stamp(f) for f in sorted(named)}, wishes
    )


def _warned(wishes: Mapping[str, Granted], record: Record) -> bool:
    """Whether anything on record has a warning: `--strict` takes the long way then, and looks closer."""
    return any(item.warned for item in record if isinstance(item, Target | Checked))


def _watched(workspace: Workspace, record: Record) -> Iterator[str]:
    """Every file of the project that something was made from, or would be if it were there; no banks."""
    project = workspace.project
    yield from (PROJECT_FILE, project.theme)
    yield from (font.path for font in workspace.theme.font_files)
    yield from (f"{project.templates}/{name}" for name in ("print.css", "base.docx"))
    for item in record:
        if isinstance(item, Outline):
            yield f"{project.templates}/labels/{item.locale}.yaml"
        elif isinstance(item, Checked):
            yield from (f"{project.content}/{path}" for path in item.pictures)
        else:
            yield from _read(workspace, item)


def _read(workspace: Workspace, target: Target) -> Iterator[str]:
    project = workspace.project
    folders = {TEMPLATE: f"{project.templates}/", IMAGE: f"{project.content}/", LOGO: ""}
    for name in target.ingredients:
        for kind, folder in folders.items():
            if name.startswith(kind):
                yield folder + name.removeprefix(kind)


def _is_inside(root: Path, name: str) -> bool:
    try:
        return (root / name).resolve().is_relative_to(root)
    except (OSError, ValueError, RuntimeError):
        return False


def changed_since(root: Path, quick: Quick, moment: int) -> bool:
    """Whether a file of the project was changed after `moment` (nanoseconds): while the build was reading."""
    banks = (root / quick.content).glob("*.yaml")
    files = [*(root / name for name in quick.watched), *banks]
    return any(file.stat().st_mtime_ns >= moment for file in files if file.is_file())
