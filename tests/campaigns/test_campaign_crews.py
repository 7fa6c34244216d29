"""Rooms in worker processes: the same files, and a room that fails costs itself only."""

from __future__ import annotations

import json

import pytest
from campaign_projects import CAMPAIGN, build, campaign_project

from builder.errors import BuildError
from builder.press.campaign.making import Making
from builder.words import words

FEW = CAMPAIGN + "documents: [door-list, score-sheet]\nfiles: bundled\n"


def room_fails(monkeypatch, number, error):
    """A room's last file is never made."""
    real = Making.room

    def room(self, chosen):
        files = list(real(self, chosen))
        yield from files[:-1] if chosen == number else files
        if chosen == number:
            raise error

    monkeypatch.setattr(Making, "room", room)


def test_workers_make_the_same_files(tmp_path):
    here = build(campaign_project(tmp_path / "a", campaign=FEW), jobs=1)
    there = build(campaign_project(tmp_path / "b", campaign=FEW), jobs=2)
    assert there.files == here.files
    assert {n for n in here.files if n.startswith("room-1/score-sheets/")} == {
        f"room-1/score-sheets/考官{n}.{form}" for n in (1, 2, 3) for form in ("pdf", "docx")
    }


def test_a_room_that_fails_costs_itself_only_and_is_made_next_time(tmp_path, monkeypatch):
    workspace = campaign_project(tmp_path, campaign=FEW)
    with monkeypatch.context() as patch:
        room_fails(patch, 0, BuildError(words("{said}", said="no")))
        with pytest.raises(BuildError):
            build(workspace, jobs=1)
    folder = workspace.output / "campaigns/spring"
    assert (folder / "room-2/print.pdf").is_file()
    assert not (folder / "room-1/print.pdf").exists()
    listed = (folder / "manifest.csv").read_text("utf-8-sig")
    assert "room-2/print.pdf" in listed
    assert "room-1/print.pdf" not in listed
    assert "room-1/print.pdf" in build(workspace, jobs=1).files


def test_an_interrupted_build_leaves_whole_files_that_are_on_record(tmp_path, monkeypatch):
    workspace = campaign_project(tmp_path, campaign=FEW)
    room_fails(monkeypatch, 1, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        build(workspace, jobs=1)
    folder = workspace.output / "campaigns/spring"
    there = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()} - {"campaign.json"}
    record = json.loads((folder / "campaign.json").read_text("utf-8"))
    assert set(record["files"]) == there
    assert "room-1/print.pdf" in there
    assert record["inputs"] == ""
