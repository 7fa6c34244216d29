"""YAML as it is written for people: read again it is the same, and comments stand above what they are about."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.content.reading import read_source
from builder.importers.yaml_writing import yaml_text

TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t :#-'\"{}[]&*!|>%@`，。"),
    min_size=1,
    max_size=120,
)


@settings(max_examples=150, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=5))
@example(
    ["true", "No", "1.5", "- a", "a: b", "a #b", " 前有空格", "行尾空格 \n下一行", "\n", "~", "= ", "长" * 90]
)
def test_what_is_read_is_what_was_written(tmp_path_factory, texts):
    data = {"a": texts[0], "list": list(texts), "inner": [{"b": text, "c": 1} for text in texts], "empty": []}
    path = tmp_path_factory.mktemp("yaml") / "x.yaml"
    path.write_text(yaml_text(data), encoding="utf-8", newline="\n")
    expected = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
    assert str(read_source(path).data) in (str(data), str(data).translate(expected))


def test_comments_stand_above_their_line_and_long_text_in_a_block():
    data = {"sections": [{"id": "s-1", "questions": [{"id": "q-1", "stem": "第一行\n\n第二行"}]}]}
    comments = {
        ("sections", 0, "id"): ["check: 编号"],
        ("sections", 0, "questions"): ["check: 少一题"],
        ("sections", 0, "questions", 0, "stem"): ["check: 中断"],
    }
    assert yaml_text(data, comments) == (
        "sections:\n"
        "  # check: 编号\n"
        "  - id: s-1\n"
        "    # check: 少一题\n"
        "    questions:\n"
        "      - id: q-1\n"
        "        # check: 中断\n"
        "        stem: |-\n"
        "          第一行\n"
        "\n"
        "          第二行\n"
    )


def test_text_with_a_line_end_is_a_block_too():
    assert yaml_text({"a": "第一行\n第二行\n", "b": "一行\n"}) == "a: |\n  第一行\n  第二行\nb: |\n  一行\n"
