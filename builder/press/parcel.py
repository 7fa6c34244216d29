"""A project's files as one archive, so that a worker elsewhere makes the same documents from bytes alone."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from builder.content.images import MAX_BYTES
from builder.content.markdown import image_paths
from builder.content.project import Workspace
from builder.content.root import PROJECT_FILE
from builder.content.templates import built_in_templates
from builder.model.bank import Bank
from builder.verify.leaks.fields import texts_of

PICTURES = {".png", ".jpg", ".jpeg", ".svg"}
_IMAGE_IN_TEMPLATE = re.compile(r"!\[[^\]]*\]\(<?([^)>\s]+)")


def packed(workspace: Workspace, banks: Iterable[Bank], also: Iterable[str] = ()) -> bytes:
    """Settings, banks, templates, fonts and pictures of the project as a zip: same files, same bytes.

    Pictures are those in the content folder and those that `banks`, the project's templates or its brands name;
    `also` are paths of more files.
    """
    names = {
        name for name in (*_names(workspace, banks), *map(_plain, also)) if _belongs(workspace.root, name)
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:  # stored: what is in it is read again in a moment
        for name in sorted(names):
            archive.writestr(zipfile.ZipInfo(name), (workspace.root / name).read_bytes())
    return stream.getvalue()


def unpacked(parcel: bytes, folder: Path) -> None:
    """Puts the files of a parcel into `folder`, under their names in the project, and nowhere else."""
    with zipfile.ZipFile(io.BytesIO(parcel)) as archive:
        archive.extractall(folder)


def _names(workspace: Workspace, banks: Iterable[Bank]) -> Iterator[str]:
    """Names, relative to the root, of all that a document may be made from; some may not exist."""
    project, root = workspace.project, workspace.root
    yield from (PROJECT_FILE, _plain(project.theme))
    yield from (_plain(font.path) for font in workspace.theme.font_files)
    yield from (_plain(brand.logo) for brand in (project, *project.packs) if brand.logo)
    for file in _files_below(workspace.content):
        if file.suffix == ".yaml" or (file.suffix.lower() in PICTURES and file.stat().st_size <= MAX_BYTES):
            yield file.relative_to(root).as_posix()
    templates = list(_own_templates(workspace))
    yield from (file.relative_to(root).as_posix() for file in templates)
    shown = [path for bank in banks for text in texts_of(bank) for path in image_paths(text)]
    shown += [path for file in templates for path in _images_named_in(file)]
    yield from (_plain(f"{project.content}/{path}") for path in shown)


def _own_templates(workspace: Workspace) -> Iterator[Path]:
    """None where the project's templates are the built-in ones themselves: those every worker has."""
    if workspace.templates.resolve() != built_in_templates().resolve():
        yield from _files_below(workspace.templates)


def _files_below(folder: Path) -> Iterator[Path]:
    """Every file of a folder; links to folders are followed, but not round in circles."""
    above: dict[str, frozenset[str]] = {}
    for where, folders, files in os.walk(folder, followlinks=True):
        real = os.path.realpath(where)
        seen = above.get(where, frozenset())
        folders[:] = [] if real in seen else sorted(folders)
        above |= {str(Path(where, name)): seen | {real} for name in folders}
        yield from (Path(where, name) for name in sorted(files) if Path(where, name).is_file())


def _images_named_in(template: Path) -> list[str]:
    if template.suffix.lower() in PICTURES or template.stat().st_size > MAX_BYTES:
        return []
    return _IMAGE_IN_TEMPLATE.findall(template.read_text(encoding="utf-8", errors="replace"))


def _plain(path: str) -> str:
    return PurePosixPath(os.path.normpath(path)).as_posix()


def _belongs(root: Path, name: str) -> bool:
    """Whether it is a file of the project, links followed."""
    try:
        file = (root / name).resolve()
        return not name.startswith("../") and file.is_relative_to(root) and file.is_file()
    except (OSError, ValueError, RuntimeError):  # too long for a file, a null byte, links in a circle
        return False
