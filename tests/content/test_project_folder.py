"""A project folder: where it begins, what its files may name, and what is told when they do not."""

from __future__ import annotations

import pytest
from small_bank import BANK, project, unmarked

from builder.content.project import bank_files, open_workspace, overlay
from builder.content.root import find_root
from builder.errors import ContentError, RequestError
from builder.model.project import Project


def refused(root, packs, theme=None):
    """Code, file, line and column of each finding."""
    root.mkdir(exist_ok=True)
    (root / "packs.yaml").write_text(packs, encoding="utf-8")
    if theme is not None:
        (root / "theme.yaml").write_text(theme, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        open_workspace(root)
    return [(f.code, f.place.file.as_posix(), f.place.line, f.place.column) for f in caught.value.findings]


def test_the_project_is_found_from_any_folder_below_it(tmp_path):
    project(tmp_path, night_desk=BANK)
    deep = tmp_path / "content" / "图片" / "小图"
    deep.mkdir(parents=True)
    assert find_root(deep) == tmp_path


def test_without_a_project_the_user_is_told_how_to_make_one(tmp_path):
    with pytest.raises(RequestError) as caught:
        find_root(tmp_path)
    assert str(tmp_path) in caught.value.sentence.in_language("en")
    assert "packs init" in caught.value.hint.in_language("en")


def test_banks_are_the_yaml_files_of_the_content_folder_by_name(tmp_path):
    workspace = project(tmp_path, b_two=BANK, a_one=BANK)
    (workspace.content / "note.txt").write_text("不是题库")
    (workspace.content / "folder.yaml").mkdir()
    assert [f.name for f in bank_files(workspace)] == ["a-one.yaml", "b-two.yaml"]


def test_a_missing_content_folder_is_told(tmp_path):
    workspace = project(tmp_path, packs="content: 题库\n")
    with pytest.raises(RequestError) as caught:
        bank_files(workspace)
    assert "题库" in caught.value.sentence.in_language("zh")


@pytest.mark.parametrize(
    ("packs", "code"),
    [
        ("content: ‸../other\n", "PATH-OUTSIDE"),
        ("locale: en\noutput: ‸/tmp/elsewhere\n", "PATH-OUTSIDE"),
        ("templates: ‸a/../../b\n", "PATH-OUTSIDE"),
        ("theme: ‸nowhere.yaml\n", "FILE-MISSING"),
        ("theme: ‸../theme.yaml\n", "PATH-OUTSIDE"),
        ("‸organization: 云栈\n", "KEY-UNKNOWN"),
        ("packs:\n  - {bank: night-desk, ‸document: [score-sheet]}\n", "KEY-UNKNOWN"),
        ("packs:\n  - bank: night-desk\n    formats: [pdf, ‸doc]\n", "VALUE-UNKNOWN"),
        ("packs:\n  - ‸{name: x}\n", "KEY-MISSING"),
        ("‸[]\n", "TYPE-WRONG"),
        ("locale: en\n‸locale: en\n", "YAML-DUPLICATE-KEY"),
    ],
)
def test_a_wrong_setting_is_told_at_its_place_in_packs_yaml(tmp_path, packs, code):
    packs, (place,) = unmarked(packs)
    assert (code, "packs.yaml", *place) in refused(tmp_path, packs)


def test_a_folder_that_a_link_leads_out_of_the_project_is_refused(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (inside / "题库").symlink_to(outside)
    assert refused(inside, "content: 题库\n") == [("PATH-OUTSIDE", "packs.yaml", 1, 10)]


def test_slips_of_settings_and_theme_are_told_together(tmp_path):
    found = refused(tmp_path, "local: en\n", "sizes: {body: 4}\ncolours: {text: 黑}\n")
    assert found == [
        ("KEY-UNKNOWN", "packs.yaml", 1, 1),
        ("VALUE-FORM", "theme.yaml", 2, 17),
        ("VALUE-RANGE", "theme.yaml", 1, 15),
    ]


@pytest.mark.parametrize("packs", ["", "# 一切照旧\n"])
def test_an_empty_settings_file_leaves_every_setting_as_it_is(tmp_path, packs):
    assert project(tmp_path, packs=packs).project == Project()


def test_a_theme_changes_only_what_it_names(tmp_path):
    plain = project(tmp_path / "a").theme
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "theme.yaml").write_text('colours: {accent: "#004488"}\n')
    ours = project(tmp_path / "b").theme
    assert ours.colours.accent == "#004488" != plain.colours.accent
    assert ours.model_copy(update={"colours": plain.colours}) == plain
    assert ours.colours.text == plain.colours.text


@pytest.mark.parametrize(
    ("base", "over", "merged"),
    [
        ({"a": 1, "b": 2}, {"b": 3}, {"a": 1, "b": 3}),
        ({"a": {"x": 1, "y": 2}}, {"a": {"y": 3}}, {"a": {"x": 1, "y": 3}}),
        ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
        ({"a": {"x": 1}}, {"a": 7}, {"a": 7}),
        ({}, {"新": {"x": 1}}, {"新": {"x": 1}}),
    ],
)
def test_mappings_merge_and_everything_else_is_replaced(base, over, merged):
    before = repr(base)
    assert overlay(base, over) == merged
    assert repr(base) == before


@pytest.mark.parametrize("name", ["content/b.yaml", "templates/print.css", "templates/labels/en.yaml"])
def test_banks_and_templates_that_are_links_out_of_the_project_are_refused(tmp_path, name):
    outside = tmp_path / "outside.txt"
    outside.write_text("id: b", encoding="utf-8")
    link = tmp_path / "project" / name
    link.parent.mkdir(parents=True)
    (tmp_path / "project" / "packs.yaml").write_text("locale: en\n", encoding="utf-8")
    link.symlink_to(outside)
    with pytest.raises(ContentError) as raised:
        open_workspace(tmp_path / "project")
    assert [(f.code, f.place.file.as_posix()) for f in raised.value.findings] == [("PATH-OUTSIDE", name)]
