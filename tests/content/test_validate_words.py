"""What a wrong value is called, where, and what to do about it: in the author's terms, never the library's."""

from __future__ import annotations

import pytest
from small_bank import BANK, edited, unmarked

from builder.content.bank import load_bank
from builder.content.project import built_in_templates, overlay
from builder.content.reading import read_source
from builder.content.validate import keys_at, validate
from builder.model.bank import Bank
from builder.model.theme import Theme


@pytest.fixture
def slips(tmp_path):
    """Code, line, column, sentence and hint of each finding in a bank's text."""

    def _slips(text):
        file = tmp_path / "night-desk.yaml"
        file.write_text(text, encoding="utf-8")
        _, findings = load_bank(file, file)
        return [
            (f.code, (f.place.line, f.place.column), f.sentence.in_language("en"), f.hint.in_language("en"))
            for f in findings
        ]

    return _slips


def test_the_small_bank_is_right(slips):
    assert slips(BANK) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "sentence", "hint"),
    [
        (
            "title: 夜班服务台结构化面试",
            "‸titel: 夜班\ntitle: 夜班",
            "KEY-UNKNOWN",
            "unknown key “titel”",
            "did you mean “title”?",
        ),
        (
            "think_minutes: 1",
            "‸thinking_minutes: 1",
            "KEY-UNKNOWN",
            "unknown key “thinking_minutes”",
            "did you mean “think_minutes”?",
        ),
        (
            "must_have: true",
            "‸必须: true",
            "KEY-UNKNOWN",
            "unknown key “必须”",
            "there are: text, points, must_have",
        ),
        ("    title: 经历\n", "", "KEY-MISSING", "the key “title” is missing here", "add: title: …"),
        (
            "type: behavioural",
            "type: ‸behavioral",
            "VALUE-UNKNOWN",
            "“type” cannot be “behavioral”",
            "did you mean “behavioural”?",
        ),
        (
            "status: draft",
            "status: ‸ready",
            "VALUE-UNKNOWN",
            "“status” cannot be “ready”",
            "did you mean “retired”?",
        ),
        (
            'version: "1.0"\nposition',
            "version: ‸1.0\nposition",
            "TYPE-WRONG",
            "“version” should be text, found “1.0”",
            "put numbers, dates and yes/no that are meant as text in quotes",
        ),
        (
            "points: 10",
            'points: ‸"10"',
            "TYPE-WRONG",
            "“points” should be a number, found “10”",
            "write the number without quotes",
        ),
        (
            "practice: true",
            "practice: ‸yes",
            "TYPE-WRONG",
            "“practice” should be true or false, found “yes”",
            "write true or false",
        ),
        (
            "[值守夜间服务台, 交接未办结事项]",
            "‸值守夜间服务台",
            "TYPE-WRONG",
            "“key_tasks” should be a list, found “值守夜间服务台”",
            "begin each item with “- ”, or use [a, b]",
        ),
        (
            "{title: 夜班服务台专员, grade: 三级, key_tasks: [值守夜间服务台, 交接未办结事项]}",
            "‸夜班服务台专员",
            "TYPE-WRONG",
            "“position” should be a mapping of keys and values, found “夜班服务台专员”",
            "write a mapping of keys and values",
        ),
        (
            "2026-11-01",
            "‸2026-11-31",
            "TYPE-WRONG",
            "“date” should be a date like 2026-11-30, found “2026-11-31”",
            "write a date like 2026-11-30",
        ),
        ("weight: 60", "weight: ‸160", "VALUE-RANGE", "“weight” is “160”", "at most 100"),
        ("points: 10", "points: ‸-1", "VALUE-RANGE", "“points” is “-1”", "at least 0"),
        ("points: 10", "points: ‸9.7", "VALUE-RANGE", "“points” is “9.7”", "in steps of 0.5"),
        (
            "title: 密题名：沉着",
            f"title: ‸{'长' * 401}",
            "VALUE-RANGE",
            f"“title” is “{'长' * 39}…”",
            "at most 400 characters",
        ),
        (
            "id: q-calm",
            "id: ‸第二题",
            "VALUE-FORM",
            "“id” cannot be written as “第二题”",
            "lower-case letters, digits and hyphens for ids; #rrggbb for colours; 1.0 for versions",
        ),
        (
            "competency_notes: {handover:",
            "competency_notes: {‸Hand Over:",
            "VALUE-FORM",
            "“Hand Over” cannot be written as “Hand Over”",
            "lower-case letters, digits and hyphens for ids; #rrggbb for colours; 1.0 for versions",
        ),
        (
            "[密：先接哪一部？]",
            "[好, ‸'']",
            "VALUE-EMPTY",
            "“probes 2” is empty",
            "fill it in, or remove the key",
        ),
        ("[密：先做要紧的]", "‸[]", "VALUE-EMPTY", "“indicators” is empty", "fill it in, or remove the key"),
        (
            "points: 10",
            "points: ‸1.0e999",
            "VALUE-WRONG",
            "“points” cannot be “inf”",
            "see the schema for this key",
        ),
    ],
)
def test_a_slip_is_told_at_its_place_with_a_way_out(slips, old, new, code, sentence, hint):
    text, marks = unmarked(edited(old, new))
    ((found_code, place, said, advice),) = slips(text)
    assert (found_code, said, advice) == (code, sentence, hint)
    assert [place] == (marks or [place])


def test_a_missing_key_is_placed_at_the_mapping_that_lacks_it(slips):
    text, (mark,) = unmarked(edited("- id: past\n    title: 经历\n", "- ‸id: past\n"))
    assert [place for _, place, _, _ in slips(text)] == [mark]


def test_every_slip_of_a_file_is_told_at_once(slips):
    text = edited("scripts: {", "‸skripts: {")
    text = edited("points: 10", "points: ‸ten", text)
    text = edited("type: situational", "type: ‸situation", text)
    text, marks = unmarked(edited("answer_minutes: 4", "answer_minutes: ‸true", text))
    found = slips(text)
    assert sorted(place for _, place, _, _ in found) == marks
    assert sorted(code for code, *_ in found) == ["KEY-UNKNOWN", "TYPE-WRONG", "TYPE-WRONG", "VALUE-UNKNOWN"]


def test_a_union_of_two_kinds_is_told_once(slips):
    text, marks = unmarked(edited("minutes: 12", "minutes: 12\n    draw: ‸two"))
    assert [place for _, place, _, _ in slips(text)] == marks


@pytest.mark.parametrize("wrong", ["two", "0", "2.5", '"3"', "true", "[1]"])
def test_a_value_that_may_be_a_word_or_a_number_gets_a_hint_of_both(slips, wrong):
    ((_, _, _, hint),) = slips(edited("minutes: 12", f"minutes: 12\n    draw: {wrong}"))
    assert hint == "write all, or a whole number from 1 up"


@pytest.mark.parametrize("text", ["- a\n- b\n", "夜班\n", "null\n", "7\n"])
def test_a_file_that_is_no_mapping_is_told_so(slips, text):
    assert [(code, place) for code, place, _, _ in slips(text)] == [("TYPE-WRONG", (1, 1))]


def test_unknown_keys_below_names_of_the_authors_own_get_suggestions(tmp_path):
    file = tmp_path / "theme.yaml"
    file.write_text("fonts:\n  en:\n    boody: 1\n    body: {pdff: x}\n", encoding="utf-8")
    source = read_source(file)
    source.data = overlay(read_source(built_in_templates() / "theme.yaml").data, source.data)
    _, findings = validate(Theme, source)
    hints = {f.place.line: f.hint.in_language("en") for f in findings}
    assert hints == {3: "did you mean “body”?", 4: "did you mean “pdf”?"}


@pytest.mark.parametrize(
    ("model", "path", "key"),
    [
        (Bank, (), "competencies"),
        (Bank, ("sections", 0, "questions", 3, "guide"), "key_points"),
        (Bank, ("sections", 0, "questions", 3, "guide", "red_flags", 0), "behaviour"),
        (Bank, ("scripts",), "opening"),
        (Theme, ("fonts", "zh-CN", "heading"), "word_latin"),
    ],
)
def test_the_keys_of_every_depth_are_known(model, path, key):
    assert key in keys_at(model, path)


WRONG = [None, True, 7, -1, 0.3, float("inf"), "", "字", "x" * 30_000, [], [None], {}, {"no such": 1}]


def every_path(value, path=()):
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from every_path(item, (*path, key))


def with_value(data, path, value):
    if not path:
        return value
    copy = data.copy()
    copy[path[0]] = with_value(data[path[0]], path[1:], value)
    return copy


def test_no_wrong_value_anywhere_breaks_the_program_or_shows_the_librarys_words(tmp_path):
    file = tmp_path / "night-desk.yaml"
    file.write_text(BANK, encoding="utf-8")
    source = read_source(file)
    data, paths = source.data, list(every_path(source.data))
    assert len(paths) > 150
    refused = 0
    for path in paths:
        for wrong in WRONG:
            source.data = with_value(data, path, wrong)
            bank, findings = validate(Bank, source)
            assert (bank is None) == bool(findings)
            refused += bool(findings)
            for finding in findings:
                said = f"{finding.sentence.in_language('en')} {finding.hint.in_language('en')}"
                assert "Input" not in said
                assert "[type=" not in said
                assert "{" not in said.replace("{…}", "")
                assert finding.sentence.in_language("zh") != finding.sentence.in_language("en")
    assert refused > len(paths) * len(WRONG) / 2
