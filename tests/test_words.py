"""Every sentence the program says: in both languages, with its gaps filled."""

from __future__ import annotations

import ast
import importlib.util
import string
from pathlib import Path

import pytest

from builder import words as room
from builder.words import Words, catalogue, choose_language, detect_language, say, words

ROOT = Path(__file__).resolve().parents[1]


def script():
    spec = importlib.util.spec_from_file_location("messages", ROOT / "scripts" / "messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gaps(template):
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


@pytest.fixture
def in_chinese(monkeypatch):
    monkeypatch.setattr(room, "_chosen", [])
    choose_language("zh")


class TestCatalogue:
    def test_every_sentence_of_the_program_has_its_chinese(self):
        assert len(script().all_templates()) > 200
        assert script().untranslated() == []

    def test_no_chinese_is_kept_for_a_sentence_that_nobody_says(self):
        assert script().unused() == []

    def test_no_sentence_stands_in_it_twice(self):
        files = sorted((ROOT / "builder" / "messages" / "zh").glob("*.toml"))
        count = sum(file.read_text(encoding="utf-8").count("[[message]]") for file in files)
        assert len(files) > 1
        assert count == len(catalogue())

    def test_both_languages_have_the_same_gaps(self):
        for english, chinese in catalogue().items():
            assert set(gaps(english)) == set(gaps(chinese)), english
            assert all(name.isidentifier() for name in gaps(english)), english

    def test_every_chinese_sentence_is_chinese_and_punctuated_so(self):
        for chinese in catalogue().values():
            if any("\u4e00" <= c <= "\u9fff" for c in chinese):
                assert not set(chinese) & set("，。；：？！（）“”、") & set(",;?!"), chinese

    def test_whoever_says_a_sentence_fills_its_gaps(self):
        seen = 0
        for file in sorted((ROOT / "builder").rglob("*.py")):
            text = file.read_text(encoding="utf-8")
            for call in ast.walk(ast.parse(text)) if "from builder.words import" in text else ():
                if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args):
                    continue
                first, given = call.args[0], {k.arg for k in call.keywords}
                if call.func.id in {"words", "say"} and isinstance(first, ast.Constant) and None not in given:
                    seen += 1
                    assert set(gaps(first.value)) == given, f"{file.name}:{call.lineno}"
        assert seen > 150


class TestWords:
    def test_a_sentence_is_kept_open_until_it_is_said(self):
        sentence = words("there is no bank “{id}”", id="夜班")
        assert sentence.in_language("en") == "there is no bank “夜班”"
        assert sentence.in_language("zh") == "没有题库“夜班”"

    def test_words_in_a_gap_are_said_in_the_same_language(self):
        sentence = words("{bank} has no {what} “{name}”", bank="b", what=words("section"), name="x")
        assert sentence.in_language("en") == "b has no section “x”"
        assert sentence.in_language("zh") == "题库 b 里没有部分“x”"

    @pytest.mark.parametrize("typed", ["{0.__class__}", "{id}", "{{", "%s", "}"])
    def test_what_users_typed_is_never_taken_for_a_gap(self, typed):
        assert words("there is no bank “{id}”", id=typed).in_language("en") == f"there is no bank “{typed}”"

    def test_a_sentence_without_chinese_is_said_in_english_and_an_empty_one_is_nothing(self):
        assert Words("nobody translated {this}", {"this": "it"}).in_language("zh") == "nobody translated it"
        assert not Words("")

    def test_the_language_of_the_run_is_the_chosen_one(self, in_chinese):
        assert say("there is no bank “{id}”", id=7) == "没有题库“7”"
        choose_language("en")
        assert str(words("there is no bank “{id}”", id=7)) == "there is no bank “7”"


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        (["--lang", "zh", "build"], {"LANG": "en_US.UTF-8"}, "zh"),
        (["build", "--lang=en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["--lang", "xx"], {"LANG": "zh_CN.UTF-8"}, "zh"),
        (["--lang"], {}, "en"),
    ],
)
def test_the_language_is_asked_for_or_the_terminals(arguments, environment, language):
    assert detect_language(arguments, environment) == language
