"""New projects and banks: complete, right at once, and never over what is there."""

from __future__ import annotations

import pytest
from small_bank import project

from builder.checks.inspect import inspect_project
from builder.compose.documents import BY_ID
from builder.content.project import bank_files, open_workspace
from builder.errors import RequestError
from builder.scaffold.bank import write_bank, write_new
from builder.scaffold.project import SAMPLE, make_project

HAN = range(0x4E00, 0x9FFF)


def nothing_missing(locale, text):
    return set()


def files_of(folder):
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_a_new_project_is_complete_and_has_nothing_to_mend(tmp_path, locale):
    written = make_project(tmp_path / "新项目", locale)
    assert {p.relative_to(tmp_path / "新项目").as_posix() for p in written} == files_of(tmp_path / "新项目")
    workspace = open_workspace(tmp_path / "新项目")
    inspection = inspect_project(workspace, nothing_missing, BY_ID)
    assert inspection.findings == []
    bank = inspection.banks[SAMPLE].bank
    assert (bank.locale, workspace.project.locale) == (locale, locale)
    assert all(kind.fits(bank) for kind in BY_ID.values() if kind.id != "calibration-sheet")


def test_the_english_sample_has_no_chinese_word_in_it(tmp_path):
    for path in make_project(tmp_path, "en"):
        if path.suffix == ".yaml":
            assert not [c for c in path.read_text(encoding="utf-8") if ord(c) in HAN], path


def test_the_output_of_a_new_project_is_kept_out_of_version_control(tmp_path):
    make_project(tmp_path, "en")
    assert "/output/" in (tmp_path / ".gitignore").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "standing", ["packs.yaml", f"content/{SAMPLE}.yaml", ".gitignore", "theme.schema.json"]
)
def test_where_a_file_stands_already_nothing_at_all_is_written(tmp_path, standing):
    (tmp_path / standing).parent.mkdir(exist_ok=True)
    (tmp_path / standing).write_text("我的")
    with pytest.raises(RequestError) as caught:
        make_project(tmp_path, "zh-CN")
    assert standing.rpartition("/")[2] in caught.value.sentence.in_language("zh")
    assert files_of(tmp_path) == {standing}
    assert (tmp_path / standing).read_text() == "我的"


@pytest.mark.parametrize(
    "title",
    [
        None,
        "夜班主管",
        'The "night" desk: lead',
        "C:\\夜班\\n",
        "# 不是注释",
        "{不是映射}",
        "it's 100 %",
        "__ID__",
        "甲 & <乙>",
    ],
)
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_a_new_bank_holds_the_title_as_typed_and_has_nothing_to_mend(tmp_path, title, locale):
    workspace = project(tmp_path)
    path = write_bank(workspace.content, "night-lead", locale, title)
    assert bank_files(workspace) == [path]
    inspection = inspect_project(workspace, nothing_missing, BY_ID)
    assert inspection.findings == []
    bank = inspection.banks["night-lead"].bank
    assert bank.position.title == (title or {"zh-CN": "示例岗位", "en": "Sample position"}[locale])
    assert (workspace.content / "bank.schema.json").is_file()


def test_a_bank_that_stands_is_never_overwritten_nor_is_a_schema(tmp_path):
    content = project(tmp_path).content
    (content / "bank.schema.json").write_text("{}")
    path = write_bank(content, "night-lead", "en", "First")
    before = path.read_bytes()
    with pytest.raises(RequestError) as caught:
        write_bank(content, "night-lead", "en", "Second")
    assert "exists already" in caught.value.sentence.in_language("en")
    assert path.read_bytes() == before
    assert (content / "bank.schema.json").read_text() == "{}"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "content").write_text("这是文件")
    with pytest.raises(RequestError) as caught:
        write_new(tmp_path / "content" / "a.yaml", "x")
    assert "a.yaml" in caught.value.sentence.in_language("en")
