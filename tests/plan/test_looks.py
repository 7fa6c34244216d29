"""The brand of a project and of a pack, in colours, sizes and file names."""

from __future__ import annotations

import pytest

from builder.content.project import built_in_templates
from builder.content.reading import read_source
from builder.model.project import PackSpec, Project
from builder.model.theme import Theme
from builder.plan.looks import file_name, pack_theme


@pytest.fixture(scope="module")
def theme():
    return Theme.model_validate(read_source(built_in_templates() / "theme.yaml").data)


def pack(**own):
    return PackSpec.model_validate({"bank": "b", **own})


@pytest.mark.parametrize(
    ("own", "project", "accent"),
    [
        ({}, {}, "#1f4e79"),
        ({}, {"accent": "#0a6b5a"}, "#0a6b5a"),
        ({"accent": "#7a1f5c"}, {"accent": "#0a6b5a"}, "#7a1f5c"),
    ],
)
def test_the_packs_accent_wins_over_the_projects_and_that_over_the_themes(theme, own, project, accent):
    assert pack_theme(theme, pack(**own), Project(**project), "zh-CN").colours.accent == accent


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_large_print_sets_running_text_at_16_points_or_nearly(theme, language):
    sizes = pack_theme(theme, pack(large_print=True), Project(), language).sizes
    assert sizes.body >= 15
    assert sizes.read_aloud >= 18
    assert sizes.small >= 12


@pytest.mark.parametrize(
    ("own", "project", "name"),
    [
        ({}, {}, "score-sheet"),
        ({}, {"file_names": "localised"}, "面试评分表"),
        ({"file_names": "id"}, {"file_names": "localised"}, "score-sheet"),
        ({"file_names": {"score-sheet": "评分表（初试）"}}, {}, "评分表（初试）"),
        ({"file_names": {"question-cards": "题卡"}}, {}, "score-sheet"),
    ],
)
def test_file_names_are_ids_titles_or_given_ones(theme, own, project, name):
    assert file_name(theme, pack(**own), Project(**project), "score-sheet", "面试评分表") == name


@pytest.mark.parametrize("name", ["../x", "a/b", "a\\b", ".hidden", "", "a:b"])
def test_a_file_name_cannot_leave_its_folder(name):
    with pytest.raises(ValueError, match="file_names"):
        pack(file_names={"score-sheet": name})
