"""A file appears whole or not at all, and two builds do not mix."""

from __future__ import annotations

import errno
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from builder.errors import BuildError, MachineError
from builder.press.writing import output_lock, refuse_outside, write_whole

ROOT = Path(__file__).resolve().parents[2]


def names_in(folder):
    return sorted(p.name for p in folder.iterdir())


def test_a_file_is_written_with_the_folders_it_needs_and_can_be_read_by_others(tmp_path):
    path = tmp_path / "输出" / "夜班" / "考官题本.pdf"
    write_whole(path, b"one")
    write_whole(path, b"two, longer")
    assert path.read_bytes() == b"two, longer"
    assert path.stat().st_mode & 0o777 == 0o644
    assert names_in(path.parent) == ["考官题本.pdf"]


@pytest.mark.parametrize("step", ["os.fsync", "os.chmod", "pathlib.Path.replace", "tempfile.mkstemp"])
@pytest.mark.parametrize("old", [b"old and whole", None], ids=["over a file", "a new file"])
def test_a_write_that_fails_leaves_what_was_there_and_nothing_else(tmp_path, monkeypatch, step, old):
    path = tmp_path / "score-sheet.pdf"
    if old is not None:
        path.write_bytes(old)

    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(step, full)
        with pytest.raises(MachineError) as caught:
            write_whole(path, b"new" * 1000)
    assert "No space left on device" in caught.value.sentence.in_language("en")
    assert str(path) in caught.value.sentence.in_language("zh")
    assert names_in(tmp_path) == ([] if old is None else ["score-sheet.pdf"])
    assert old is None or path.read_bytes() == old


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_an_interrupted_write_leaves_what_was_there_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "score-sheet.pdf"
    path.write_bytes(b"old")

    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert (names_in(tmp_path), path.read_bytes()) == (["score-sheet.pdf"], b"old")


def test_a_reader_who_has_the_old_file_open_keeps_it(tmp_path):
    path = tmp_path / "a.pdf"
    write_whole(path, b"old")
    with path.open("rb") as reader:
        write_whole(path, b"new")
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new"


def test_a_build_killed_in_the_middle_of_a_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    code = f"""
        import os, signal
        from pathlib import Path
        from builder.press.writing import write_whole
        os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)
        write_whole(Path({str(path)!r}), b"new")
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, timeout=60)
    assert done.returncode < 0
    assert path.read_bytes() == b"old"
    write_whole(path, b"next build")
    assert path.read_bytes() == b"next build"


@pytest.mark.parametrize("name", ["file/a.pdf", "file/deeper/a.pdf"])
def test_a_folder_that_cannot_be_is_told_with_a_way_out(tmp_path, name):
    (tmp_path / "file").write_text("不是文件夹")
    for attempt in (
        lambda: write_whole(tmp_path / name, b"x"),
        lambda: output_lock(tmp_path / name, None).__enter__(),
    ):
        with pytest.raises(MachineError) as caught:
            attempt()
        assert caught.value.exit_code == 3
        assert "--output" in caught.value.hint.in_language("en")


def test_a_file_cannot_take_the_place_of_a_folder(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(MachineError):
        write_whole(tmp_path / "a.pdf", b"x")
    assert names_in(tmp_path) == ["a.pdf"]


class TestLock:
    def test_a_build_alone_never_waits(self, tmp_path):
        said = []
        for _ in range(2):
            with output_lock(tmp_path / "new" / "output", lambda: said.append("waiting")):
                assert (tmp_path / "new" / "output").is_dir()
        assert said == []

    def test_a_second_build_says_so_once_and_waits_for_the_first(self, tmp_path):
        first = output_lock(tmp_path, None)
        first.__enter__()
        order = []

        def waiting():
            order.append("second waits")
            first.__exit__(None, None, None)
            order.append("first ends")

        with output_lock(tmp_path, waiting):
            order.append("second builds")
        assert order == ["second waits", "first ends", "second builds"]

    def test_a_build_that_fails_lets_the_next_one_in(self, tmp_path):
        with pytest.raises(ZeroDivisionError), output_lock(tmp_path, None):
            _ = 1 / 0
        with output_lock(tmp_path, lambda: pytest.fail("nobody holds the folder any more")):
            assert names_in(tmp_path)

    def test_other_folders_are_not_held(self, tmp_path):
        with output_lock(tmp_path / "a", None), output_lock(tmp_path / "b", lambda: pytest.fail("not held")):
            assert names_in(tmp_path / "b")


def test_a_link_in_a_files_place_is_replaced_and_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"mine")
    out = tmp_path / "output"
    out.mkdir()
    (out / "score-sheet.pdf").symlink_to(secret)
    write_whole(out / "score-sheet.pdf", b"sheet")
    assert secret.read_bytes() == b"mine"
    assert (out / "score-sheet.pdf").read_bytes() == b"sheet"
    assert not (out / "score-sheet.pdf").is_symlink()


def test_a_link_in_the_locks_place_is_refused_and_not_followed(tmp_path):
    out = tmp_path / "output"
    out.mkdir()
    (out / ".packs.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(MachineError), output_lock(out, None):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_a_packs_folder_that_is_a_link_out_of_the_output_folder_is_refused(tmp_path):
    (tmp_path / "outside").mkdir()
    out = tmp_path / "output"
    (out / "inside").mkdir(parents=True)
    (out / "pack").symlink_to(tmp_path / "outside")
    (out / "alias").symlink_to(out / "inside")
    with pytest.raises(BuildError):
        refuse_outside(out, out / "pack" / "score-sheet.pdf")
    for folder in ("inside", "alias", "new"):
        refuse_outside(out, out / folder / "score-sheet.pdf")
