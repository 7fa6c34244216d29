"""`packs export` and `packs import --merge`, as users run them."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest
from exchanged import changed, csv_rows, written
from packs_command import COMMAND, environment, packs
from small_bank import BANK, edited, loaded, project

MERGED = edited("密题名：沉着", "冷静")


@pytest.fixture
def root(tmp_path):
    project(tmp_path, night_desk=BANK)
    return tmp_path


@pytest.fixture
def sheet(root):
    """The exported questions with one cell changed."""
    bank = loaded(root / "content", BANK)
    return written(changed(csv_rows(bank), "q-calm", "题目名称", "冷静"), root / "back.csv")


def bank_text(root: Path) -> str:
    return (root / "content" / "night-desk.yaml").read_text(encoding="utf-8")


def test_export_writes_beside_the_user_and_never_over_a_file(root):
    ran = packs("export", "night-desk", "--to", "csv", cwd=root)
    assert (ran.code, ran.out) == (0, "night-desk.csv\n")
    before = (root / "night-desk.csv").read_bytes()
    again = packs("export", "night-desk", "--to", "csv", cwd=root)
    assert (again.code, again.out) == (2, "")
    assert "--force" in again.err
    assert packs("export", "night-desk", "--to", "csv", "--force", cwd=root).code == 0
    assert (root / "night-desk.csv").read_bytes() == before


def test_export_takes_the_form_from_the_name_and_the_bank_by_its_path(root):
    ran = packs("export", "content/night-desk.yaml", "-o", "out/审阅.md", cwd=root)
    assert (ran.code, ran.out) == (0, "out/审阅.md\n")
    assert (root / "out/审阅.md").read_text(encoding="utf-8").startswith("# 夜班服务台结构化面试")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "night-dask", "--to", "csv"), "night-desk"),
        (("export", "night-desk"), "--to"),
        (("import", "x.csv", "--dry-run"), "--merge"),
        (("import", "x.csv", "--merge", "night-desk", "-o", "y.yaml"), "exclude"),
        (("import", "none.csv", "--merge", "night-desk"), "none.csv"),
    ],
)
def test_what_cannot_be_done_is_said(root, arguments, said):
    ran = packs(*arguments, cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_export_is_not_made_a_new_bank(root, sheet):
    ran = packs("import", "back.csv", "-o", "content/other.yaml", cwd=root)
    assert ran.code == 2
    assert "--merge night-desk" in ran.err
    assert not (root / "content/other.yaml").exists()


def test_the_difference_is_shown_and_without_a_yes_nothing_is_written(root, sheet):
    for more, code in (("--dry-run", 0), ("-q", 2)):
        ran = packs("import", "back.csv", "--merge", "night-desk", more, cwd=root)
        assert ran.code == code
        assert ran.out == "q-calm 密题名：沉着\n  题目名称\n    - 密题名：沉着\n    + 冷静\n"
        assert bank_text(root) == BANK


def test_with_a_yes_the_cell_is_written(root, sheet):
    ran = packs("import", "back.csv", "--merge", "night-desk", "--yes", cwd=root)
    assert ran.code == 0
    assert bank_text(root) == MERGED
    assert [f.name for f in (root / "content").iterdir()] == ["night-desk.yaml"]


def test_nothing_to_change_leaves_the_file_alone(root):
    written(csv_rows(loaded(root / "content", BANK)), root / "back.csv")
    before = (root / "content/night-desk.yaml").stat()
    ran = packs("import", "back.csv", "--merge", "night-desk", "--yes", cwd=root)
    assert (ran.code, ran.out) == (0, "")
    assert "nothing to change" in ran.err
    after = (root / "content/night-desk.yaml").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_conflict_is_told_by_the_exit_code(root, sheet):
    later = edited("密题名：沉着", "密题名：镇定")
    (root / "content/night-desk.yaml").write_text(later, encoding="utf-8")
    ran = packs("import", "back.csv", "--merge", "night-desk", "--yes", cwd=root)
    assert ran.code == 1
    assert "conflict" in ran.out
    assert bank_text(root) == later


def test_a_cell_that_cannot_be_is_named(root):
    rows = changed(csv_rows(loaded(root / "content", BANK)), "q-calm", "分值", "很多")
    written(rows, root / "back.csv")
    ran = packs("--lang", "zh", "import", "back.csv", "--merge", "night-desk", "--yes", cwd=root)
    assert ran.code == 1
    assert "SHEET-CELL  “很多”不是数字" in ran.err
    assert bank_text(root) == BANK


def test_marks_and_line_ends_of_the_file_stay(root, sheet):
    original = b"\xef\xbb\xbf" + BANK.replace("\n", "\r\n").encode()
    (root / "content/night-desk.yaml").write_bytes(original)
    assert packs("import", "back.csv", "--merge", "night-desk", "--yes", cwd=root).code == 0
    changed_to = b"\xef\xbb\xbf" + MERGED.replace("\n", "\r\n").encode()
    assert (root / "content/night-desk.yaml").read_bytes() == changed_to


@pytest.mark.parametrize(("answer", "code", "text"), [(b"y\n", 0, MERGED), (b"n\n", 1, BANK)])
def test_at_a_terminal_the_user_is_asked(root, sheet, answer, code, text):
    ours, theirs = pty.openpty()
    os.write(ours, answer)
    ran = subprocess.run(
        [COMMAND, "import", "back.csv", "--merge", "night-desk"],
        cwd=root,
        env=environment(),
        stdin=theirs,
        capture_output=True,
        timeout=60,
    )
    os.close(ours)
    os.close(theirs)
    assert b"Write this to content/night-desk.yaml?" in ran.stderr
    assert (ran.returncode, bank_text(root)) == (code, text)


def test_markdown_of_ours_becomes_the_bank_it_was(root):
    assert packs("export", "night-desk", "--to", "md", cwd=root).code == 0
    ran = packs("import", "night-desk.md", "-o", "content/again.yaml", cwd=root)
    assert (ran.code, ran.out) == (0, "content/again.yaml\n")
    assert "d-later" in (root / "content/again.yaml").read_text(encoding="utf-8")


def test_what_the_reader_of_another_document_has_to_say_is_said(root):
    (root / "old.csv").write_bytes("题目,参考答案\n钥匙丢了，你怎么办？,先报告。\n".encode("gb18030"))
    ran = packs("import", "old.csv", "--merge", "night-desk", "--dry-run", cwd=root)
    assert ran.code == 0
    assert "old.csv was read as GB18030\n" in ran.out
