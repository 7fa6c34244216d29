"""Saving in an editor, as the watch sees it: one batch, named by the file that counts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.errors import MachineError
from builder.watch.changes import Changes, watched
from builder.watch.sieve import Sieve


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path.resolve() / "项目"
    (root / "content").mkdir(parents=True)
    (root / "output").mkdir()
    (root / "content" / "a.yaml").write_text("old", encoding="utf-8")
    return root


def names(batch):
    return sorted(path.name for path in batch)


def test_an_atomic_save_is_seen_under_the_files_own_name(project):
    file = project / "content" / "a.yaml"
    with watched(project, Sieve(project, [project / "output"])) as changes:
        aside = file.with_name("a.yaml.tmp")
        aside.write_text("new", encoding="utf-8")
        aside.replace(file)
        assert names(changes.take(10)) == ["a.yaml"]


def test_many_writes_in_a_row_are_one_batch(project):
    files = [project / "content" / f"{name}.yaml" for name in "abc"]
    with watched(project, Sieve(project, [])) as changes:
        for text in "12345":
            for file in files:
                file.write_text(text, encoding="utf-8")
        assert names(changes.take(10)) == ["a.yaml", "b.yaml", "c.yaml"]
        assert changes.take(0.5) == frozenset()


def test_new_and_removed_files_and_folders_are_seen(project):
    with watched(project, Sieve(project, [])) as changes:
        (project / "content" / "b.yaml").write_text("new", encoding="utf-8")
        assert names(changes.take(10)) == ["b.yaml"]
        (project / "content" / "a.yaml").unlink()
        assert names(changes.take(10)) == ["a.yaml"]
        shutil.rmtree(project / "content")
        assert "content" in names(changes.take(10))


def test_what_a_build_writes_is_not_seen(project):
    output = project / "output"
    with watched(project, Sieve(project, [output])) as changes:
        (output / "pack").mkdir()
        (output / "pack" / "a.docx").write_bytes(b"made")
        (output / "manifest.json").write_text("{}", encoding="utf-8")
        assert changes.take(0.6) == frozenset()
        (project / "content" / "a.yaml").write_text("new", encoding="utf-8")  # the watch is awake
        assert names(changes.take(10)) == ["a.yaml"]


@pytest.mark.parametrize(
    "name", ["content/a.yaml", "templates/parts/rubric.html.j2", "logo.PNG", "packs.yaml"]
)
def test_what_a_build_reads_passes_the_sieve(name):
    assert Sieve(Path("/p"), [])(None, f"/p/{name}")


@pytest.mark.parametrize(
    "name",
    [
        "content/.a.yaml.swp",
        "content/a.yaml~",
        "content/4913",
        "content/#a.yaml#",
        ".git/x.yaml",
        "notes.txt",
    ],
)
def test_what_editors_leave_beside_it_does_not(name):
    assert not Sieve(Path("/p"), [])(None, f"/p/{name}")


def test_a_folder_that_cannot_be_watched_is_said_with_what_to_do():
    changes = Changes()
    changes.put(OSError("no space left on device"))
    with pytest.raises(MachineError, match="no space left on device") as caught:
        changes.take(1)
    assert "max_user_watches" in str(caught.value.hint)
