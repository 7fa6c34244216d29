"""A YAML file is read whole, with positions, or refused with a place and a way out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_bank import HERE, unmarked

from builder.content.reading import MAX_DEPTH, MAX_VALUES, read_source
from builder.errors import ContentError


@pytest.fixture
def read(tmp_path):
    """The source of a text (or of bytes)."""

    def _read(text):
        file = tmp_path / "bank.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_source(file)

    return _read


def refusal(read, text):
    """Code, line and column of each finding, and the findings."""
    with pytest.raises(ContentError) as caught:
        read(text)
    found = caught.value.findings
    return [(f.code, f.place.line, f.place.column) for f in found], found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 题", "题"),
        ("a: 7", 7),
        ("a: -2.5", -2.5),
        ("a: true", True),
        ("a:", None),
        ("a: ~", None),
        ("a: '7'", "7"),
        ("a: yes", "yes"),
        ("a: 012", 12),
        ("a: 0x1F", "0x1F"),
        ("a: 2026-11-30", "2026-11-30"),
        ("a: 22:30", "22:30"),
        ("a: !!str 7", "7"),
        ("a: |\n  一\n  二\n", "一\n二\n"),
        ("a: >\n  one\n  two\n", "one two\n"),
        ("a: [一, {b: 二}]", ["一", {"b": "二"}]),
        ("\ufeffa: 甲", "甲"),
        ("a: 甲\r\n", "甲"),
        ("x: &w 甲\na: *w", "甲"),
        ("a: 甲\u2028乙\nb: 1", "甲 乙"),
        ("a: 甲\x85乙\nb: 1", "甲 乙"),
    ],
)
def test_a_value_is_what_its_author_sees(read, text, value):
    assert read(text).data["a"] == value


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: ‸甲", ("a",)),
        ("题目: {分值: ‸5}", ("题目", "分值")),
        ("- 😀\n- ‸😀", (1,)),
        ("a: 1\r\nb: |\r\n  x\r\nc: ‸2\r\n", ("c",)),
        ("a: 甲\u2028乙\nb: ‸1", ("b",)),
        ("# 说明\n\na:\n  - b: ‸'x'\n", ("a", 0, "b")),
    ],
)
def test_a_value_knows_its_line_and_column(read, text, path):
    text, (expected,) = unmarked(text)
    place = read(text).place(path)
    assert (place.line, place.column) == expected
    assert place.excerpt == text.split("\n")[place.line - 1].rstrip("\r")


def test_a_word_inside_a_long_text_is_found_in_its_own_line(read):
    text, (expected,) = unmarked("a: |\n  第一行\n  第二‸行有图\nb: 行有图\n")
    place = read(text).place_of_text(("a",), "行有图")
    assert (place.line, place.column) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("YAML-EMPTY", "‸"),
        ("YAML-EMPTY", "‸  \n\n"),
        ("YAML-EMPTY", "‸# 只有说明\n"),
        ("YAML-SYNTAX", "a: b‸: c"),
        ("YAML-SYNTAX", "a:\n‸\t- 题"),
        ("YAML-SYNTAX", "题: ok\na: “甲”‸: [乙\n"),
        ("YAML-SYNTAX", "‸%YAML 3.0\n---\na: 1"),
        ("YAML-SYNTAX", "题: 1\n响铃: ‸\x07"),
        ("YAML-DUPLICATE-KEY", "题: 1\n‸题: 2\n"),
        ("YAML-DUPLICATE-KEY", "a: {分: 1, ‸分: 2}"),
        ("YAML-KEY", "? ‸[a]\n: 1"),
        ("YAML-KEY", "&x a: 1\n‸*x : 2"),
        ("YAML-ALIAS", "a: ‸*nobody"),
        ("YAML-ALIAS", "a: &me [‸*me]"),
        ("YAML-TAG", "a: ‸!!python/object/apply:os.system ['touch /tmp/x']"),
        ("YAML-TAG", "a: ‸!!binary aGk="),
        ("YAML-TAG", "‸!!map {a: 1}"),
        ("YAML-DEPTH", "[" * (MAX_DEPTH + 1) + HERE + "[" * 60 + "]" * 91),
        ("YAML-DEPTH", "[" * (MAX_DEPTH + 1) + HERE + "[" * 5000),
        ("YAML-DOCUMENTS", "a: 1\n---\n‸b: 2"),
    ],
)
def test_what_is_no_bank_is_refused_at_its_place(read, code, text):
    text, (expected,) = unmarked(text)
    places, (finding,) = refusal(read, text)
    assert places == [(code, *expected)]
    assert finding.hint


def test_both_lines_of_a_duplicate_key_are_told_and_every_duplicate_of_the_file(read):
    text, expected = unmarked("题: 1\nb: 2\n‸题: 3\n‸题: 4\nc: {d: 1, ‸d: 2}\n")
    places, findings = refusal(read, text)
    assert places == [("YAML-DUPLICATE-KEY", *place) for place in expected]
    assert len(places) == 3
    said = [f.sentence.in_language("en") for f in findings]
    assert ["first in line 1" in s for s in said] == [True, True, False]
    assert "first in line 5" in said[2]


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        ("题".encode("gb18030"), "FILE-ENCODING", "byte 0"),
        ("a: 题".encode("utf-16"), "FILE-ENCODING", "byte 0"),
        (b"a: ok\n\xff", "FILE-ENCODING", "byte 6"),
        (b"a: " + b"x" * 4_000_001, "YAML-SIZE", "4 MB"),
    ],
)
def test_bytes_that_are_no_text_of_ours_are_refused(read, data, code, said):
    places, (finding,) = refusal(read, data)
    assert places == [(code, 1, 1)]
    assert said in finding.sentence.in_language("en")


def test_a_bomb_of_aliases_is_refused_before_it_unfolds(read):
    layers = [f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]" for i in range(1, 10)]
    places, _ = refusal(read, "\n".join(["l0: &l0 [x, x, x, x, x, x, x, x, x]", *layers]))
    assert [code for code, _, _ in places] == ["YAML-SIZE"]


def test_a_flood_of_values_is_refused(read):
    places, _ = refusal(read, "[" + "1," * (MAX_VALUES + 1) + "]")
    assert [code for code, _, _ in places] == ["YAML-SIZE"]


def test_a_file_that_is_not_there_and_one_that_is_a_folder(tmp_path):
    for file, code in ((tmp_path / "none.yaml", "FILE-MISSING"), (tmp_path, "FILE-UNREADABLE")):
        with pytest.raises(ContentError) as caught:
            read_source(file)
        assert [f.code for f in caught.value.findings] == [code]


YAMLISH = st.text(
    st.sampled_from("ab题😀 \n\n\t-:?,[]{}#&*!|>'\"%@`~<=.0179\\\r\u2028\x85\ufeff\x00"), max_size=60
)


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        YAMLISH.map(str.encode),
        st.text(max_size=60).map(lambda t: t.encode("utf-8", "replace")),
        st.binary(max_size=40),
    )
)
def test_any_file_at_all_is_read_or_refused_in_words(tmp_path_factory, data):
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(data)
    try:
        source = read_source(file)
    except ContentError as error:
        refused = error.findings
    else:
        refused = []
        assert () in source.values
        assert all(path in source.values for path, _ in source.strings())
    for finding in refused:
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        assert finding.sentence.in_language("zh")
        assert finding.hint.in_language("en")
