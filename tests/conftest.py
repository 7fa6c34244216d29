"""Projects that several rooms' tests run the command in, each built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pack_projects import ProjectFolder, copied
from packs_command import packs
from shared_folders import made_once

LONGEST_FIRST = ("test_cluster", "test_killed", "test_recalculated", "test_parallel", "test_verify")
"""Files that take longest: begun last, one would keep a single process busy at the end of a run."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.stem not in LONGEST_FIRST)


@pytest.fixture(scope="session")
def sample_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `packs init` makes, in Chinese, built once as PDF and DOCX; not to be written to."""

    def build(home: Path) -> None:
        assert packs("init", "样例", "--locale", "zh-CN", cwd=home).code == 0
        built = packs("build", "-q", cwd=home / "样例")
        assert (built.code, built.out, built.err) == (0, "", "")

    return made_once(tmp_path_factory, "sample", build) / "样例"


@pytest.fixture
def sample(sample_source: Path, tmp_path: Path) -> ProjectFolder:
    """A copy of the built sample project, to spoil."""
    return copied(sample_source, tmp_path / "样例")


@pytest.fixture
def unbuilt(sample: ProjectFolder) -> ProjectFolder:
    """The sample project before anything was built."""
    shutil.rmtree(sample.root / "output")
    return sample


@pytest.fixture
def python_that(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Environment in which Python begins with some code of ours."""

    def begins(code: str) -> dict[str, str]:
        folder = tmp_path / "begins"
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
        return {"PYTHONPATH": str(folder)}

    return begins
