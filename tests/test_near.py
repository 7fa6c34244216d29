"""“Did you mean”: a hint that names what there is."""

from __future__ import annotations

import pytest

from builder.near import nearest


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("scoresheet", ["score-sheet", "interviewer-pack"], "did you mean “score-sheet”?"),
        ("titel", ["id", "title", "locale"], "did you mean “title”?"),
        ("情绪稳定性", ["问题解决", "情绪稳定"], "did you mean “情绪稳定”?"),
        ("Scale", ["scale", "stale"], "did you mean “scale”?"),
        ("xyz", ["id", "title"], "there are: id, title"),
        ("", ["id", "title"], "there are: id, title"),
    ],
)
def test_the_nearest_name_or_all_there_are(name, known, hint):
    assert nearest(name, iter(known)).in_language("en") == hint


def test_the_hint_is_said_in_chinese_too():
    assert nearest("titel", ["title"]).in_language("zh") == "是不是“title”？"


def test_names_are_listed_as_the_language_lists_them():
    hint = nearest("xyz", ["行为", "情境"])
    assert hint.in_language("zh") == "可用的有：行为、情境"
    assert hint.in_language("en") == "there are: 行为, 情境"
