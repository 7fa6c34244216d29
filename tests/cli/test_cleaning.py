"""`packs clean` takes away what builds made and nothing else."""

from __future__ import annotations

import pytest
from increments import new_shop
from packs_command import files_of, packs

MADE = "output/night-desk/question-cards.html"


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    shop = new_shop(tmp_path_factory.mktemp("clean") / "project")
    shop.write(
        "packs.yaml",
        "packs: [{bank: night-desk, documents: [question-cards, answer-key], formats: [html]}]\n",
    )
    shop.build()
    return shop


@pytest.fixture
def project(source, tmp_path):
    import shutil

    return shutil.copytree(source.root, tmp_path / "project")


def names(project):
    return {name for name in files_of(project) if name.startswith("output/")}


def test_a_dry_run_names_what_would_go_and_removes_nothing(project):
    before = files_of(project)
    ran = packs("clean", "--dry-run", cwd=project)
    assert ran.code == 0
    assert ran.out.split() == ["night-desk/answer-key.html", "night-desk/question-cards.html"]
    assert files_of(project) == before


def test_it_removes_what_was_built_and_keeps_what_was_not(project):
    (project / "output/night-desk/mine.txt").write_text("我的", encoding="utf-8")
    (project / "output/mine.txt").write_text("我的", encoding="utf-8")
    ran = packs("clean", cwd=project)
    assert (ran.code, ran.out) == (0, "")
    assert names(project) == {"output/.packs.lock", "output/night-desk/mine.txt", "output/mine.txt"}


def test_a_file_changed_by_hand_stays_unless_forced(project):
    (project / MADE).write_text("改过", encoding="utf-8")
    ran = packs("clean", cwd=project)
    assert ran.code == 0
    assert "kept, because it was changed after it was built: night-desk/question-cards.html" in ran.err
    assert MADE in names(project)
    assert packs("clean", "--force", "-q", cwd=project).err == ""
    assert names(project) == {"output/.packs.lock"}


def test_a_folder_that_leads_elsewhere_is_not_followed(project, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    (project / "output/night-desk").rename(elsewhere)
    (project / "output/night-desk").symlink_to(elsewhere)
    before = files_of(elsewhere)
    assert before
    assert packs("clean", "--force", cwd=project).code == 1
    assert files_of(elsewhere) == before


def test_where_nothing_was_built_nothing_is_done(source, tmp_path):
    (tmp_path / "packs.yaml").write_text("locale: en\n", encoding="utf-8")
    assert packs("clean", cwd=tmp_path).code == 0
    assert list(files_of(tmp_path)) == ["packs.yaml"]
