"""All findings of all files at once, and what packs.yaml says of the banks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from small_bank import BANK, edited, project, unmarked

from builder.checks.inspect import inspect_files, inspect_project
from builder.content.project import bank_files
from builder.errors import ContentError, Severity

DOCUMENTS = ("interviewer-pack", "score-sheet")


def nothing_missing(locale, text):
    return set()


def found(inspection):
    """File, line, column and code of each finding."""
    return [(f.place.file.as_posix(), f.place.line, f.place.column, f.code) for f in inspection.findings]


@pytest.fixture
def inspect(tmp_path):
    """Findings of a project with these settings and banks."""

    def _inspect(packs="locale: zh-CN\n", missing=nothing_missing, **banks):
        workspace = project(tmp_path, packs, **(banks or {"night_desk": BANK}))
        return inspect_project(workspace, missing, DOCUMENTS)

    return _inspect


def test_a_project_in_order_has_no_findings_and_hands_out_its_banks(inspect):
    inspection = inspect()
    assert inspection.findings == []
    assert list(inspection.require(strict=True)) == ["night-desk"]


def test_slips_of_every_kind_in_every_file_are_told_in_one_go(inspect):
    no_yaml, (broken,) = unmarked("id: broken‸: yaml\n")
    no_bank, (unknown,) = unmarked(edited("scripts: {", "‸skripts: {"))
    rules, (id_place, points) = unmarked(
        edited("points: 10", "points: ‸9", "‸" + BANK).replace("‸id: n", "id: ‸n")
    )
    twice, (second,) = unmarked(BANK + "‸id: again\n")
    inspection = inspect(a_broken=no_yaml, b_unknown=no_bank, c_rules=rules, d_twice=twice)
    assert found(inspection) == [
        ("content/a-broken.yaml", *broken, "YAML-SYNTAX"),
        ("content/b-unknown.yaml", *unknown, "KEY-UNKNOWN"),
        ("content/c-rules.yaml", *id_place, "BANK-ID"),
        ("content/c-rules.yaml", *points, "SECTION-SUM"),
        ("content/d-twice.yaml", *second, "YAML-DUPLICATE-KEY"),
    ]
    with pytest.raises(ContentError) as caught:
        inspection.require()
    assert caught.value.findings == inspection.findings
    assert "5 to mend" in caught.value.sentence.in_language("en")


def test_warnings_stop_only_the_strict(inspect):
    inspection = inspect(night_desk=edited("points: 10", "points: 9"))
    object.__setattr__(inspection.findings[0], "severity", Severity.WARNING)
    assert inspection.errors == []
    assert list(inspection.require()) == ["night-desk"]
    with pytest.raises(ContentError):
        inspection.require(strict=True)


def test_named_files_are_inspected_and_a_missing_one_is_told(tmp_path):
    workspace = project(tmp_path, night_desk=BANK)
    files = [*bank_files(workspace), tmp_path / "content" / "nowhere.yaml"]
    assert found(inspect_files(workspace, files, nothing_missing)) == [
        ("content/nowhere.yaml", 1, 1, "FILE-MISSING")
    ]


@pytest.mark.parametrize(
    ("packs", "code", "hint"),
    [
        ("packs:\n  - bank: ‸night-dekc\n", "PACK-BANK", "did you mean “night-desk”?"),
        (
            "packs:\n  - {bank: night-desk, documents: [score-sheet, ‸scoresheet]}\n",
            "PACK-DOCUMENT",
            "did you mean “score-sheet”?",
        ),
        (
            "packs:\n  - bank: night-desk\n    select: ‸{questions: [q-clam]}\n",
            "PACK-SELECT",
            "did you mean “q-calm”?",
        ),
        (
            "packs:\n  - bank: night-desk\n  - ‸bank: night-desk\n",
            "PACK-NAME",
            "give one of them another “name:”",
        ),
    ],
)
def test_packs_that_name_what_is_not_there_are_told_in_packs_yaml(inspect, packs, code, hint):
    packs, (place,) = unmarked(packs)
    inspection = inspect(packs)
    assert found(inspection) == [("packs.yaml", *place, code)]
    assert inspection.findings[0].hint.in_language("en") == hint


def test_two_packs_of_one_bank_with_names_of_their_own_are_fine(inspect):
    assert inspect("packs:\n  - bank: night-desk\n  - {bank: night-desk, name: form-b}\n").findings == []


def test_a_picture_is_looked_for_beside_the_bank_and_told_where_the_text_names_it(inspect, tmp_path):
    (tmp_path / "content" / "图").mkdir(parents=True)
    Image.new("RGB", (9, 9)).save(tmp_path / "content" / "图" / "流程.png")
    text, marks = unmarked(
        edited(
            "        stem: 两部电话同时响，你怎么办？\n",
            "        stem: |\n"
            "          看图，你怎么办？\n\n"
            "          ![流程](图/流程.png)\n\n"
            "          ![没有](‸图/没有.png) 和 ![外面](‸../../外面.png)，![网上](‸https://example.com/a.png)\n",
        )
    )
    inspection = inspect(night_desk=text)
    codes = ("IMAGE-MISSING", "IMAGE-OUTSIDE", "IMAGE-REMOTE")
    expected = [("content/night-desk.yaml", *m, c) for m, c in zip(marks, codes, strict=True)]
    assert found(inspection) == expected


def test_a_character_that_no_font_draws_is_told_where_it_stands(inspect):
    text, (place,) = unmarked(edited("凌晨两点还有三件事", "凌晨‸🦉两点还有三件事"))
    asked = set()

    def no_owls(locale, said):
        asked.add(locale)
        return {"🦉"} & set(said)

    inspection = inspect(missing=no_owls, night_desk=text)
    assert found(inspection) == [("content/night-desk.yaml", *place, "GLYPH-MISSING")]
    assert "U+1F989 OWL" in inspection.findings[0].sentence.in_language("en")
    assert asked == {"zh-CN"}


def test_only_the_banks_that_are_asked_for_are_read(tmp_path):
    workspace = project(tmp_path, night_desk=BANK, other="id: [")
    assert inspect_project(workspace, nothing_missing, DOCUMENTS, ["night-desk"]).findings == []


def test_the_file_is_named_from_the_project_wherever_the_command_runs(inspect, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path.parent)
    (finding,) = inspect(night_desk=edited("points: 10", "points: 9")).findings
    assert finding.place.file == Path("content/night-desk.yaml")
