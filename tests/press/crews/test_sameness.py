"""Machines that would make other files are found out."""

from __future__ import annotations

import pytest
from small_bank import BANK, project

from builder.errors import MachineError
from builder.fonts import open_shelf
from builder.press.crews.sameness import makers, require_same


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    workspace = project(tmp_path_factory.mktemp("project"), night_desk=BANK)
    return makers(open_shelf(workspace.theme, workspace.root))


def test_everything_has_a_version(ours):
    assert {"packs", "fonts", "zlib", "weasyprint", "python-docx", "libpango", "libharfbuzz"} <= set(ours)
    assert [name for name, version in ours.items() if not version] == []


def test_a_machine_is_like_itself(ours):
    require_same(ours, dict(ours), "desk-7")


def test_all_that_differs_is_named_with_the_machine(ours):
    theirs = {**ours, "weasyprint": "69.0", "fonts": "0123"}
    with pytest.raises(MachineError) as caught:
        require_same(ours, theirs, "desk-7")
    said = caught.value.sentence.in_language("en")
    assert "desk-7" in said
    assert f"weasyprint 69.0 ≠ {ours['weasyprint']}" in said
    assert "fonts 0123" in said
    assert "libpango" not in said
