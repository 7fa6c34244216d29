"""One thing changes, and exactly the files that were made of it are out of date, for the reason that is told."""

from __future__ import annotations

import os
import shutil

import pytest
from increments import BOOK, EVERYTHING, PACKS, PAPER, PICTURE, Shop, new_shop, pages
from packs_command import files_of
from small_bank import BANK

from builder.content.templates import built_in_templates
from builder.plan import programs

NIGHT, DAY = "content/night-desk.yaml", "content/day-desk.yaml"
ON_PAPER = {"interviewer-pack", "score-sheet", "candidate-handout", "question-cards"}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Shop:
    shop = new_shop(tmp_path_factory.mktemp("increments") / "project")
    assert shop.build() == EVERYTHING
    return shop


@pytest.fixture
def shop(built, tmp_path) -> Shop:
    shutil.copytree(built.root, tmp_path / "project")
    return Shop(tmp_path / "project")


def replaced(name, old, new):
    return lambda shop: shop.replace(name, old, new)


def written(name, text):
    return lambda shop: shop.write(name, text)


def part(name):
    return (built_in_templates() / name).read_text("utf-8")


OF_THE_BANK = {
    "a probe": (
        replaced(NIGHT, "密：先接哪一部？", "密：先接哪部？"),
        pages("night-desk", "interviewer-pack"),
        "question q-calm changed",
    ),
    "a stem": (
        replaced(NIGHT, "两部电话同时响，你怎么办？", "三部电话同时响，你怎么办？"),
        pages("night-desk", "interviewer-pack", "question-cards", "answer-key"),
        "question ",
    ),
    "the handout's text": (
        replaced(NIGHT, "三名考官逐题宣读。", "三名考官轮流宣读。"),
        pages("night-desk", "candidate-handout"),
        "the bank's handout changed",
    ),
    "an anchor": (
        replaced(NIGHT, "密：能稳住但说不出步骤", "密：能稳住，说不出步骤"),
        pages("night-desk", "interviewer-pack", "score-sheet"),
        "competency ",
    ),
    "a sample answer": (
        replaced(
            NIGHT,
            "密：我交给了小周。",
            "密：我交给了小王。",
        ),
        pages("night-desk", "calibration-sheet"),
        "question q-handover changed",
    ),
    "a practice question": (
        replaced(NIGHT, "介绍你的上一个夜班", "介绍你的上个夜班"),
        pages("night-desk", "candidate-handout"),
        "practice question 1 changed",
    ),
    "a draft": (replaced(NIGHT, "密：还没有定稿的题。", "密：仍没有定稿的题。"), set(), ""),
    "an ignored finding": (
        replaced(
            NIGHT,
            "weight: 40\n",
            "weight: 40\n    ignore: [{code: COMPETENCY-ONCE, reason: 只有一道题能考到它}]\n",
        ),
        set(),
        "",
    ),
    "a comment": (replaced(NIGHT, 'version: "1.0"\nposition', 'version: "1.0"  # 初稿\nposition'), set(), ""),
    "the order of keys": (
        replaced(
            NIGHT,
            "title: 夜班服务台结构化面试\nlocale: zh-CN\n",
            "locale: zh-CN\ntitle: 夜班服务台结构化面试\n",
        ),
        set(),
        "",
    ),
}
OF_THE_PROJECT = {
    "the organisation": (
        replaced("packs.yaml", "夜航客服", "远航客服"),
        EVERYTHING,
        "the pack's or project's setting organisation changed",
    ),
    "a pack's own organisation": (
        replaced("packs.yaml", "night-desk, formats", "night-desk, organisation: 远航, formats"),
        pages("night-desk") | BOOK,
        "organisation changed",
    ),
    "a selection": (
        replaced(
            "packs.yaml",
            "bank: day-desk, name: paper",
            "bank: day-desk, select: {questions: [q-calm]}, name: paper",
        ),
        PAPER,
        "question 2 is gone",
    ),
    "a selection of everything": (
        replaced(
            "packs.yaml",
            "bank: day-desk, name: paper",
            "bank: day-desk, select: {sections: [past]}, name: paper",
        ),
        set(),
        "",
    ),
    "the way cards are laid out": (
        replaced("packs.yaml", "name: paper", "name: paper, cards: all-on-one"),
        PAPER,
        "the pack's setting cards changed",
    ),
    "names of files": (
        replaced("packs.yaml", "name: paper", "name: paper, file_names: {question-cards: 题卡}"),
        {"paper/题卡.pdf", "paper/题卡.docx"},
        "it was called paper/question-cards.",
    ),
    "a colour": (
        written("theme.yaml", 'colours: {accent: "#123456"}\n'),
        EVERYTHING,
        "theme colours changed",
    ),
    "a pack's accent": (
        replaced("packs.yaml", "name: paper", 'name: paper, accent: "#123456"'),
        PAPER,
        "theme colours changed",
    ),
    "a margin": (written("theme.yaml", "page: {top: 25}\n"), EVERYTHING, "theme page changed"),
    "a label of one document": (
        written("templates/labels/zh-CN.yaml", "documents: {answer-key: 答案册}\n"),
        {"night-desk/answer-key.html", "day-desk/answer-key.html"},
        "label documents.answer-key changed",
    ),
    "a label in English": (
        written("templates/labels/en.yaml", "documents: {answer-key: Answers}\n"),
        set(),
        "",
    ),
    "the style sheet": (
        written("templates/print.css", "p { color: #111 }"),
        EVERYTHING - BOOK,
        "print.css changed",
    ),
    "a shared part": (
        lambda shop: shop.write("templates/parts/answer.html.j2", part("parts/answer.html.j2") + "\n"),
        pages("night-desk", "answer-key") | pages("day-desk", "answer-key"),
        "part answer.html.j2 changed",
    ),
    "the frame of all": (
        lambda shop: shop.write("templates/base.html.j2", part("base.html.j2") + "\n"),
        EVERYTHING - BOOK,
        "template base.html.j2 changed",
    ),
    "a template overridden": (
        written("templates/answer-key.html.j2", '{% extends "builtin/answer-key.html.j2" %}'),
        pages("night-desk", "answer-key") | pages("day-desk", "answer-key"),
        "template answer-key.html.j2 changed",
    ),
    "the same template once more": (
        lambda shop: shop.write("templates/answer-key.html.j2", part("answer-key.html.j2")),
        set(),
        "",
    ),
    "a template that nobody uses": (written("templates/of-mine.html.j2", "x"), set(), ""),
    "an image": (
        written("content/roster.svg", PICTURE.replace("40 20", "40 21")),
        pages("night-desk", "candidate-handout"),
        "image roster.svg changed",
    ),
    "an image that nobody shows": (written("content/other.svg", PICTURE), set(), ""),
    "the logo": (
        written("brand/logo.svg", PICTURE.replace("40 20", "40 21")),
        EVERYTHING - BOOK,
        "logo brand/logo.svg changed",
    ),
    "Word styles": (
        written("templates/base.docx", b"PK"),
        {"paper/question-cards.docx"},
        "base.docx changed",
    ),
    "a finding ignored": (
        replaced("packs.yaml", "packs:\n", "ignore: [{code: STEM-CLOSED, reason: 这里另有考虑}]\npacks:\n"),
        set(),
        "",
    ),
    "a comment in packs.yaml": (replaced("packs.yaml", "packs:\n", "packs:  # 三个\n"), set(), ""),
}
OF_THE_OUTPUT = {
    "a file deleted": (
        lambda shop: (shop.output / "day-desk/answer-key.html").unlink(),
        {"day-desk/answer-key.html"},
        "the file is missing",
    ),
    "a file edited": (
        written("output/day-desk/answer-key.html", "改"),
        {"day-desk/answer-key.html"},
        "the file was changed after it was built",
    ),
    "the record lost": (lambda shop: (shop.output / ".packs.record").unlink(), EVERYTHING, "new"),
    "the record spoilt": (written("output/.packs.record", b"\xff{]\n"), EVERYTHING, "new"),
    "the manifest lost": (lambda shop: (shop.output / "manifest.json").unlink(), EVERYTHING, "new"),
    "another file put there": (written("output/day-desk/mine.html", "我的"), set(), ""),
}
CHANGES = OF_THE_BANK | OF_THE_PROJECT | OF_THE_OUTPUT


@pytest.mark.parametrize(("change", "expected", "reason"), CHANGES.values(), ids=CHANGES)
def test_a_change_makes_stale_what_was_made_of_it(shop, change, expected, reason):
    change(shop)
    stale = shop.stale()
    assert set(stale) == expected
    assert all(any(reason in said for said in reasons) for reasons in stale.values()), stale


def test_nothing_changed_is_told_at_once_and_after_a_touch(shop):
    assert shop.stale() == {}
    assert shop.nothing_changed()
    for file in (NIGHT, "packs.yaml", "output/night-desk/answer-key.html"):
        os.utime(shop.root / file, (1, 1))
    assert shop.nothing_changed()


NO_CONCERN_OF_ITS = {
    "the record lost",
    "the record spoilt",
    "the manifest lost",
    "another file put there",
    "a template that nobody uses",
    "an image that nobody shows",
    "the same template once more",
    "a label in English",
}
"""Changes that leave every file as a build would make it."""


@pytest.mark.parametrize("name", sorted({*CHANGES} - NO_CONCERN_OF_ITS))
def test_the_quick_way_sees_every_change_too(shop, name):
    CHANGES[name][0](shop)
    assert not shop.nothing_changed()


def test_after_a_build_everything_is_fresh_and_the_others_were_left_alone(shop):
    shop.replace(NIGHT, "密：先接哪一部？", "密：先接哪部？")
    times = {name: (shop.output / name).stat().st_mtime_ns for name in EVERYTHING}
    assert shop.build() == pages("night-desk", "interviewer-pack")
    assert shop.stale() == {}
    assert shop.nothing_changed()
    assert shop.build() == set()
    touched = {name for name in EVERYTHING if (shop.output / name).stat().st_mtime_ns != times[name]}
    assert touched == pages("night-desk", "interviewer-pack")


def test_what_is_not_rebuilt_would_come_out_the_same(shop):
    shop.replace(NIGHT, "密：先接哪一部？", "密：先接哪部？")
    shop.write("templates/labels/zh-CN.yaml", "documents: {score-sheet: 打分表}\n")
    shop.write("templates/parts/answer.html.j2", "<p>答</p>" + part("parts/answer.html.j2"))
    before, stale = files_of(shop.output), set(shop.stale("night-desk"))
    assert shop.build("night-desk", force=True) == pages("night-desk") | BOOK
    after = files_of(shop.output)
    differing = {name for name in before if before[name] != after[name] and "/" in name}
    assert differing == stale == pages("night-desk", "interviewer-pack", "score-sheet", "answer-key")


def test_an_override_that_is_taken_away_again_makes_its_documents_stale_again(shop):
    shop.write("templates/answer-key.html.j2", '{% extends "builtin/answer-key.html.j2" %}')
    both = pages("night-desk", "answer-key") | pages("day-desk", "answer-key")
    assert shop.build() == both
    (shop.root / "templates/answer-key.html.j2").unlink()
    assert set(shop.stale()) == both


def test_another_version_makes_everything_stale(shop, monkeypatch):
    monkeypatch.setattr(programs, "__version__", "9.9")
    programs.program.cache_clear()
    try:
        stale = shop.stale()
    finally:
        monkeypatch.undo()
        programs.program.cache_clear()
    assert set(stale) == EVERYTHING
    assert all(said == [f"packs 9.9 instead of {programs.__version__}"] for said in stale.values())


def test_another_engine_makes_stale_what_it_makes(shop, monkeypatch):
    monkeypatch.setattr(programs, "installed", lambda: {"weasyprint": "1"})
    monkeypatch.setitem(programs.ENGINES, "html", ("weasyprint",))
    stale = shop.stale()
    assert any("weasyprint 1 instead of 70.0" in said for said in stale["paper/question-cards.pdf"])


def test_a_date_from_outside_makes_stale_what_bears_one(shop, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    assert set(shop.stale()) == PAPER | BOOK
    assert not shop.nothing_changed()


def test_force_makes_everything_stale(shop):
    assert shop.stale(force=True) == {file: ["asked for with --force"] for file in EVERYTHING}


class TestBanksAndPacks:
    def test_a_new_bank_is_built_and_nothing_else(self, shop):
        shop.write("content/late-desk.yaml", BANK.replace("id: night-desk", "id: late-desk"))
        late = "  - {bank: late-desk, documents: [question-cards], formats: [html]}\n"
        shop.write("packs.yaml", PACKS + late)
        assert shop.build() == pages("late-desk", "question-cards")

    def test_files_of_a_bank_that_is_gone_are_removed_by_a_build_of_everything_alone(self, shop):
        (shop.root / DAY).unlink()
        shop.write(
            "packs.yaml",
            "organisation: 夜航客服\nlogo: brand/logo.svg\npacks: [{bank: night-desk, formats: [html, xlsx]}]\n",
        )
        shop.write("output/day-desk/mine.txt", "我的")
        shop.write("output/day-desk/answer-key.html", "改过")
        assert shop.build("night-desk") == set()
        assert (shop.output / "paper/question-cards.pdf").is_file()
        assert shop.build() == set()
        left = {name for name in files_of(shop.output) if "/" in name}
        assert left == pages("night-desk") | BOOK | {"day-desk/mine.txt", "day-desk/answer-key.html"}
        assert not (shop.output / "paper").exists()

    def test_a_bank_that_is_renamed_leaves_nothing_behind(self, shop):
        text = (shop.root / DAY).read_text("utf-8")
        (shop.root / DAY).unlink()
        shop.write("content/new-desk.yaml", text.replace("id: day-desk", "id: new-desk"))
        head, _, _ = PACKS.partition("  - {bank: day-desk")
        shop.write(
            "packs.yaml", head + "  - {bank: new-desk, documents: [question-cards], formats: [html]}\n"
        )
        assert shop.build() == pages("new-desk", "question-cards")
        folders = {name.split("/")[0] for name in files_of(shop.output) if "/" in name}
        assert folders == {"night-desk", "new-desk"}


class TestWishes:
    def test_a_part_is_built_and_the_rest_stays_known(self, shop):
        shop.replace(NIGHT, "两部电话同时响", "三部电话同时响")
        assert shop.build("night-desk", documents=["answer-key"]) == pages("night-desk", "answer-key")
        assert set(shop.stale()) == pages("night-desk", "interviewer-pack", "question-cards")

    def test_a_format_that_was_asked_for_by_name_stays(self, shop):
        assert shop.build("paper", formats=["html"]) == {"paper/question-cards.html"}
        assert shop.build() == set()
        assert (shop.output / "paper/question-cards.html").is_file()

    def test_the_quick_way_knows_only_wishes_that_were_granted(self, shop):
        assert not shop.nothing_changed("night-desk")
        assert shop.build("night-desk") == set()
        assert shop.nothing_changed("night-desk")
        assert shop.nothing_changed()


def test_no_bank_is_read_that_did_not_change(shop, monkeypatch):
    import builder.checks.trying as trying

    read = []
    load = trying.load_bank
    monkeypatch.setattr(trying, "load_bank", lambda file, shown: read.append(file.stem) or load(file, shown))
    shop.replace(NIGHT, "密：先接哪一部？", "密：先接哪部？")
    assert set(shop.stale()) == pages("night-desk", "interviewer-pack")
    assert read == ["night-desk"]


@pytest.mark.parametrize("name", ["a probe", "an image", "a colour"])
def test_why_is_said_in_chinese_too(shop, name):
    CHANGES[name][0](shop)
    said = [reason.in_language("zh") for due in shop.due() for reason in due.reasons]
    assert said
    assert all("有改动" in reason for reason in said)


def test_strict_looks_again_at_what_had_warnings(tmp_path):
    shop = new_shop(tmp_path / "project")
    shop.write("packs.yaml", "packs: [{bank: night-desk, documents: [question-cards], formats: [html]}]\n")
    shop.replace(NIGHT, "你怎么办？", "你会不会先接一部？")
    shop.build()
    assert shop.nothing_changed()
    assert not shop.nothing_changed(strict=True)
