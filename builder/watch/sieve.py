"""Which changed paths matter: what a build reads, and never what it writes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_READ = {".yaml", ".j2", ".css", ".docx", ".png", ".jpg", ".jpeg", ".svg", ".otf", ".ttf", ".ttc"}
_ASIDE = re.compile(r"^\.|^~|^#|~$|\.(tmp|bak|part|sw.)$|^4913$")
"""Names under which editors write before they rename; 4913 is Vim's trial of a folder."""


class Sieve:
    """Lets through the paths of one project that a build may have read."""

    def __init__(self, root: Path, outputs: Iterable[Path]) -> None:
        self.root = root
        self.outputs = {folder.resolve() for folder in outputs}

    def __call__(self, change: object, path: str) -> bool:
        """Whether the change of `path` matters; the watcher asks for every one."""
        file = Path(path)
        if not file.is_relative_to(self.root) or any(file.is_relative_to(folder) for folder in self.outputs):
            return False
        if any(_ASIDE.search(part) for part in file.relative_to(self.root).parts):
            return False
        # A path without an ending is a folder that was moved or removed with all it held.
        return file.suffix.lower() in _READ or not file.suffix
