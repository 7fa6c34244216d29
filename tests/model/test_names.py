"""Names of files and folders that Windows, macOS and Linux can all keep, and that stay where they are put."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from builder.content.project import built_in_templates
from builder.content.reading import read_source
from builder.errors import BuildError
from builder.model.names import MAX_NAME, is_portable
from builder.model.project import PackSpec, Project
from builder.model.theme import Theme
from builder.plan.looks import file_name
from builder.plan.manifest import NAME, Entry, manifest_text, read_manifest

BAD = [
    *(
        "",
        ".",
        "..",
        "../x",
        "..\\x",
        "/etc/x",
        "C:x",
        "a/b",
        "a\\b",
        ".hidden",
        " a",
        "a.",
        "a ",
        "a\n",
        "a\0b",
    ),
    *("con", "CON", "nul.pdf", "Aux", "com1", "LPT9.x", "a*b", "a?b", "a|b", 'a"b', "x" * (MAX_NAME + 1)),
]
GOOD = ["考官题本", "score-sheet", "评分表（初试）", "a.b", "console", "com10", "nulls", "x" * MAX_NAME]


@pytest.mark.parametrize("name", BAD)
def test_a_name_that_some_system_cannot_keep(name):
    assert not is_portable(name)


@pytest.mark.parametrize("name", GOOD)
def test_a_name_that_every_system_keeps(name):
    assert is_portable(name)


@pytest.mark.parametrize("name", ["con", "aux", "com1"])
def test_no_pack_is_called_what_windows_reserves(name):
    with pytest.raises(ValidationError):
        PackSpec(bank="b", name=name)


@pytest.mark.parametrize("name", ["CON", "评分表.", "a/b", "..", "nul.x"])
def test_no_file_name_of_the_settings_leads_anywhere_else(name):
    with pytest.raises(ValidationError):
        PackSpec(bank="b", file_names={"score-sheet": name})


@pytest.mark.parametrize("title", ["../../evil", "..\\evil", "/tmp/evil", "NUL"])
def test_a_label_that_becomes_a_file_name_leads_nowhere_else(title):
    theme = Theme.model_validate(read_source(built_in_templates() / "theme.yaml").data)
    with pytest.raises(BuildError):
        file_name(theme, PackSpec(bank="b", file_names="localised"), Project(), "score-sheet", title)
    assert file_name(theme, PackSpec(bank="b"), Project(), "score-sheet", title) == "score-sheet"


def test_a_bank_that_is_called_what_windows_reserves_makes_no_folder():
    theme = Theme.model_validate(read_source(built_in_templates() / "theme.yaml").data)
    with pytest.raises(BuildError):
        file_name(theme, PackSpec(bank="con"), Project(), "score-sheet", "评分表")


@pytest.mark.parametrize(
    "file", ["../../x.pdf", "/etc/passwd", "a/../../x", "..\\x", "C:\\x", "a//b", "", "./x", "a/.ssh"]
)
def test_a_manifest_that_names_files_elsewhere_is_not_believed_there(tmp_path, file):
    def entry(name):
        return Entry(name, "p", "score-sheet", "pdf", "0", "0", 1, 1, 0.1)

    (tmp_path / NAME).write_text(manifest_text([entry(file), entry("p/评分表.pdf")]), encoding="utf-8")
    assert list(read_manifest(tmp_path)) == ["p/评分表.pdf"]
