"""`packs verify` and `packs clean` know the files of campaigns."""

from __future__ import annotations

import io
import shutil
import zipfile

import pytest
from campaign_projects import CAMPAIGN, NAMES, ROSTER, build, campaign_project
from packs_command import files_of, packs

SHEETS = CAMPAIGN + "documents: [door-list, score-sheet, candidate-handout]\nformats: [pdf, docx]\n"
BUNDLED = SHEETS + "files: bundled\n"
HOME = "output/campaigns/spring"


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    workspace = campaign_project(tmp_path_factory.mktemp("review") / "project", campaign=BUNDLED)
    build(workspace)
    return workspace.root


@pytest.fixture
def project(source, tmp_path):
    return shutil.copytree(source, tmp_path / "project")


def said_more(file, words):
    """Puts a paragraph into a Word file by hand."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = f"<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p>".encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", text)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    file.write_bytes(stream.getvalue())


class TestVerify:
    def test_nothing_is_wrong_with_what_was_built(self, project):
        ran = packs("verify", "--format", "json", cwd=project)
        assert ran.code == 0, ran.out
        assert ran.json["faults"] == []
        assert ran.json["files"] == len([n for n in files_of(project / HOME) if n != "campaign.json"])

    def test_a_name_put_into_a_raters_file_is_found(self, project):
        said_more(project / HOME / "room-1/score-sheets/考官2.docx", f"考生 {NAMES[4]}")
        ran = packs("verify", f"{HOME}/room-1/score-sheets/考官2.docx", cwd=project)
        assert ran.code == 1
        assert "room-1/score-sheets/考官2.docx  VERIFY-EDITED" in ran.out
        assert "room-1/score-sheets/考官2.docx  VERIFY-NAME" in ran.out
        assert NAMES[4] in ran.out

    def test_what_is_gone_or_out_of_date_is_told(self, project):
        (project / HOME / "room-1/door-list.pdf").unlink()
        roster = project / "campaigns/spring.csv"
        roster.write_text("".join(ROSTER.splitlines(keepends=True)[:5]), encoding="utf-8")
        ran = packs("verify", cwd=project)
        assert "campaigns/spring/room-1/door-list.pdf  VERIFY-GONE" in ran.out
        assert ran.out.count("VERIFY-STALE") == 1

    def test_a_campaign_that_is_gone_is_no_crash(self, project):
        (project / "campaigns/spring.yaml").unlink()
        ran = packs("verify", cwd=project)
        assert "campaigns/spring  VERIFY-STALE" in ran.out
        assert ran.code == 0


class TestClean:
    def test_a_dry_run_names_the_files_and_removes_none(self, project):
        before = files_of(project)
        ran = packs("clean", "--dry-run", cwd=project)
        assert ran.code == 0
        assert "campaigns/spring/room-2/score-sheets/考官3.docx" in ran.out.splitlines()
        assert "campaigns/spring/manifest.csv" in ran.out.splitlines()
        assert files_of(project) == before

    def test_what_was_built_goes_and_nothing_else(self, project):
        (project / HOME / "room-1/mine.txt").write_text("我的", encoding="utf-8")
        (project / HOME / "room-2/door-list.pdf").write_bytes(b"with notes by hand")
        ran = packs("clean", cwd=project)
        assert ran.code == 0
        assert "campaigns/spring/room-2/door-list.pdf" in ran.err
        left = {name for name in files_of(project) if name.startswith(HOME)}
        assert left == {f"{HOME}/room-1/mine.txt", f"{HOME}/room-2/door-list.pdf", f"{HOME}/campaign.json"}
        packs("clean", "--force", "-q", cwd=project)
        assert {n for n in files_of(project) if n.startswith("output")} == {
            "output/.packs.lock",
            f"{HOME}/room-1/mine.txt",
        }

    def test_a_folder_that_leads_elsewhere_is_not_followed(self, project, tmp_path):
        elsewhere = tmp_path / "elsewhere"
        (project / HOME).rename(elsewhere)
        (project / HOME).symlink_to(elsewhere)
        before = files_of(elsewhere)
        packs("clean", "--force", cwd=project)
        assert files_of(elsewhere) == before


def test_a_name_in_the_place_of_a_number_is_not_printed(tmp_path):
    """Somebody mixed up columns: the draw number is another candidate's name."""
    roster = ROSTER.replace("03,张示范", f"{NAMES[0]},张示范")
    workspace = campaign_project(tmp_path, roster, SHEETS.replace("[pdf, docx]", "[pdf]"))
    ran = packs("build", "--campaign", "spring", "--jobs", "1", cwd=workspace.root)
    assert ran.code == 1
    assert "VERIFY-NAME" in ran.err + ran.out
