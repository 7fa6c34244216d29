"""A worker that has only the parcel makes what this process makes."""

from __future__ import annotations

import io
import zipfile

import pytest
from parted import jobs_of, orders_of, parted_project, shelf_of
from small_bank import BANK, project

from builder.content.project import open_workspace
from builder.content.templates import built_in_templates
from builder.plan.wish import Wish
from builder.press.crews.bench import Bench, Setting
from builder.press.crews.crew import Task
from builder.press.parcel import packed, unpacked
from builder.press.workshop import Workshop


@pytest.fixture
def workspace(tmp_path):
    return parted_project(tmp_path / "项目")


def parcel_of(workspace):
    return packed(workspace, {id(job.whole): job.whole for job in jobs_of(workspace, Wish())}.values())


def names_in(parcel):
    return zipfile.ZipFile(io.BytesIO(parcel)).namelist()


def test_it_holds_what_documents_are_made_from_and_nothing_else(workspace):
    (workspace.root / "notes.txt").write_text("mine")
    (workspace.root / "content/draft.docx").write_bytes(b"mine")
    assert names_in(parcel_of(workspace)) == [
        "brand/logo.svg",
        "content/night-desk.yaml",
        "content/图/值班表.png",
        "looks/theme.yaml",
        "packs.yaml",
        "stamps/plan",
        "stamps/seal.png",
        "templates/print.css",
        "templates/question-cards.html.j2",
    ]


def test_the_same_project_elsewhere_is_the_same_parcel(workspace, tmp_path):
    assert parcel_of(parted_project(tmp_path / "elsewhere")) == parcel_of(workspace)


def test_files_made_from_it_are_the_same_byte_by_byte(workspace, tmp_path):
    here = Workshop(workspace, shelf_of(workspace))
    (tmp_path / "bench").mkdir()
    bench = Bench(parcel_of(workspace), tmp_path / "bench", Setting.of_this_run(strict=False))
    orders = orders_of(workspace, "question-cards", "candidate-handout", "interviewer-pack")
    assert len(orders) == 3
    for order in orders:
        ours, theirs = here.make(order.job), next(bench.make(Task.of(order.job)))
        assert [made.data for made in theirs] == [made.data for made in ours]
        assert [made.entry.inputs for made in theirs] == [made.entry.inputs for made in ours]
        assert [made.entry.file for made in theirs] == [made.entry.file for made in ours]


def test_links_are_followed_inside_the_project_only_and_not_in_circles(workspace, tmp_path):
    (tmp_path / "secret.png").write_bytes(b"mine")
    (workspace.content / "out.png").symlink_to(tmp_path / "secret.png")
    (workspace.content / "more").symlink_to(workspace.root / "stamps")
    (workspace.content / "round").symlink_to(workspace.content)
    names = names_in(parcel_of(workspace))
    assert "content/more/seal.png" in names
    assert not [name for name in names if "out.png" in name or "round/round" in name]


def test_built_in_templates_stay_at_home(tmp_path):
    workspace = project(tmp_path, "", night_desk=BANK)
    (tmp_path / "templates").symlink_to(built_in_templates())
    assert names_in(packed(workspace, [])) == ["content/night-desk.yaml", "packs.yaml"]


def test_a_parcel_cannot_write_elsewhere(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("../out.txt", "x")
    (tmp_path / "inside").mkdir()
    unpacked(stream.getvalue(), tmp_path / "inside")
    assert not (tmp_path / "out.txt").exists()


def test_it_is_a_project(workspace, tmp_path):
    unpacked(parcel_of(workspace), tmp_path / "copy")
    assert open_workspace(tmp_path / "copy").theme == workspace.theme
