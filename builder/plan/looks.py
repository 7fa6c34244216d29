"""How one pack looks and what its files are called: the theme, the project's brand, the pack's own."""

from __future__ import annotations

from builder.errors import BuildError
from builder.model.brand import branded
from builder.model.names import MAX_NAME, is_portable
from builder.model.project import PackSpec, Project
from builder.model.theme import Theme
from builder.words import words


def pack_theme(theme: Theme, pack: PackSpec, project: Project, language: str) -> Theme:
    """The theme for one pack in one language: its accent colour, its sizes, large print where it is asked for."""
    theme = theme.in_language(language)
    accent = branded(pack, project, "accent")
    if accent is not None:
        theme = theme.model_copy(update={"colours": theme.colours.model_copy(update={"accent": accent})})
    return theme.enlarged() if pack.large_print else theme


def file_name(theme: Theme, pack: PackSpec, project: Project, document: str, title: str) -> str:
    """The name, without ending, of a document's files: its id, its title in the bank's language, or a given one.

    Raises BuildError for one that Windows, macOS or Linux cannot keep, or that leads out of the folder.
    """
    _kept(pack.id)  # the folder's name
    names = branded(pack, project, "file_names")
    if isinstance(names, dict):
        return _kept(str(names.get(document, document)))
    return _kept(title) if (names or theme.file_names) == "localised" else document


def _kept(name: str) -> str:
    if not is_portable(name):
        raise BuildError(
            words("no file can be called “{name}” on every system", name=name),
            words('choose a name of at most {limit} characters without / \\ : * ? " < > |', limit=MAX_NAME),
        )
    return name
