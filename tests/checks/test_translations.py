"""Two language versions of one bank ask the same for the same points."""

from __future__ import annotations

import pytest
from small_bank import BANK, edited, project, unmarked

from builder.checks.inspect import inspect_files, inspect_project

TRANSLATION = edited("id: night-desk\n", "id: night-desk-en\ntranslation_of: night-desk\n")


def nothing_missing(locale, text):
    return set()


def unexplained(inspection):
    """The findings but for those of other rules."""
    return [f for f in inspection.findings if f.code.startswith("TRANSLATION-")]


@pytest.fixture
def findings(tmp_path):
    def found(text):
        workspace = project(tmp_path, night_desk=BANK, night_desk_en=text)
        return unexplained(inspect_project(workspace, nothing_missing, ()))

    return found


def test_a_translation_that_agrees_is_fine_whatever_its_words(findings):
    text = edited("title: 夜班服务台结构化面试", "title: Night desk", TRANSLATION)
    text = edited("stem: 两部电话同时响，你怎么办？", "stem: Two phones ring at once. What do you do?", text)
    assert findings(text) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("weight: 60", "weight: ‸55", "weight: 55 here, weight: 60 in night-desk"),
        ("minutes: 12", "minutes: ‸15", "minutes: 15 here, minutes: 12 in night-desk"),
        ("think_minutes: 1", "think_minutes: ‸2", "think_minutes: 2 here, think_minutes: 1 in night-desk"),
        (
            "answer_minutes: 4",
            "answer_minutes: ‸3.5",
            "answer_minutes: 3.5 here, answer_minutes: 4 in night-desk",
        ),
        ("max: 1.5", "max: ‸1", "max: 1 here, max: 1.5 in night-desk"),
        ("- id: q-calm", "- id: ‸q-quiet", "id: q-quiet here, id: q-calm in night-desk"),
        ("- id: order", "- id: ‸sequence", "id: sequence here, id: order in night-desk"),
        ("- id: past", "- id: ‸history", "id: history here, id: past in night-desk"),
        ("status: draft", "status: ‸retired", "status: retired here, status: draft in night-desk"),
        ("practice: true", "practice: ‸false", "practice: false here, practice: true in night-desk"),
        ("说出时间, points: 2", "说出时间, points: ‸2.5", "points: 2.5 here, points: 2 in night-desk"),
        (
            "              - {label: 密中",
            "              - {label: 又, min: 0, max: 0, descriptor: 又}\n              - {label: 密中",
            "levels: 4 here, levels: 3 in night-desk",
        ),
    ],
)
def test_a_difference_is_told_in_the_translation_with_what_the_original_has(findings, old, new, said):
    text, places = unmarked(edited(old, new, TRANSLATION))
    found = findings(text)
    assert said in [f.sentence.in_language("en") for f in found]
    assert {f.place.file.name for f in found} == {"night-desk-en.yaml"}
    assert {f.code for f in found} == {"TRANSLATION-DIFFERS"}
    if places:
        assert [(f.place.line, f.place.column) for f in found] == places


def test_settings_of_the_whole_bank_are_compared_too(findings):
    text = edited("marking: 密件甲", "panel_size: 4\nscale: uk-7\nmarking: 密件甲", TRANSLATION)
    assert [f.sentence.in_language("en").split()[:2] for f in findings(text)] == [
        ["panel_size:", "4"],
        ["scale:", "uk-7"],
    ]


def test_a_translation_of_nothing_is_told_with_the_nearest_name(findings):
    text, (place,) = unmarked(edited("translation_of: night", "translation_of: ‸nigth", TRANSLATION))
    (found,) = findings(text)
    assert (found.code, found.place.line, found.place.column) == ("TRANSLATION-UNKNOWN", *place)
    assert found.hint.in_language("en") == "did you mean “night-desk”?"


def test_a_translation_checked_alone_is_compared_with_the_bank_beside_it(tmp_path):
    text = edited("weight: 60", "weight: 55", TRANSLATION)
    workspace = project(tmp_path, night_desk=BANK, night_desk_en=text)
    inspection = inspect_files(workspace, [workspace.content / "night-desk-en.yaml"], nothing_missing)
    assert [f.code for f in unexplained(inspection)] == ["TRANSLATION-DIFFERS"]
    assert list(inspection.banks) == ["night-desk-en"]


def test_two_banks_that_translate_each_other_come_to_an_end(tmp_path):
    circle = edited("id: night-desk\n", "id: night-desk\ntranslation_of: night-desk-en\n")
    workspace = project(
        tmp_path, night_desk=circle, night_desk_en=edited("weight: 60", "weight: 55", TRANSLATION)
    )
    inspection = inspect_files(workspace, [workspace.content / "night-desk-en.yaml"], nothing_missing)
    assert [f.place.file.name for f in unexplained(inspection)] == ["night-desk-en.yaml"]
