"""Random banks through every template: what the check lets pass is printed, whole and alike in every format.

A long run, of so many banks: PACKS_RANDOM=500 pytest tests/acceptance/test_random_banks.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from plain_banks import everywhere, plain_bank
from random_cases import Case, cases
from random_texts import LINE, markdown_table
from stressed import Made, Stress

from builder.compose.documents import BY_ID
from builder.errors import Severity

LONG_RUN = int(os.environ.get("PACKS_RANDOM", "0"))
SHORT = ("score-sheet", "question-cards")
PRINTABLE = "GLYPH-MISSING"


def random(examples: int) -> settings:
    """Settings of a property: the same few banks in every run, or the many of a long run."""
    return settings(
        max_examples=LONG_RUN or examples,
        derandomize=not LONG_RUN,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(scope="module")
def stress(tmp_path_factory: pytest.TempPathFactory) -> Stress:
    return Stress(tmp_path_factory.mktemp("stress"))


SAID = frozenset({"PAGE-ROW", "PAGE-CELL", "PAGE-OVERLAP", "PAGE-HEADING", "PAGE-EDGE"})
"""What cannot be prevented of every text, but is said: a row taller than a page, a mark broader than its column."""


def faults(
    made: Made, *, on_paper: bool, thorough: bool = False, but: frozenset[str] = frozenset()
) -> list[str]:
    """What is wrong with the files of a document; without `on_paper` the PDF is not made."""
    found = made.faults(on_paper=on_paper, thorough=thorough)
    return [f"{made.kind} {f.place} {f.code} {f.sentence}" for f in found if f.code not in but]


class TestWordAndExcel:
    @random(3)
    @given(case=cases())
    def test_every_document_is_made_and_says_what_was_composed(self, stress: Stress, case: Case):
        assume(not stress.errors(case))
        made = list(stress.made(case))
        assert {m.kind for m in made} <= set(BY_ID)
        assert len(made) >= 2
        for document in made:
            assert faults(document, on_paper=False, thorough=document.kind == "score-sheet") == []

    @random(3)
    @given(case=cases())
    def test_what_keeps_a_random_bank_from_being_printed_is_said_with_its_place(self, stress, case):
        for finding in stress.errors(case):
            assert finding.code in (PRINTABLE, "PACK-SELECT"), finding
            assert finding.severity is Severity.ERROR
            assert str(finding.sentence)
            assert finding.place.line > 1


class TestPrint:
    @random(2)
    @given(case=cases(most=2))
    def test_pdf_and_word_say_the_same_and_nothing_runs_over(self, stress: Stress, case: Case):
        assume(not stress.errors(case))
        for document in stress.made(case, () if LONG_RUN else ("score-sheet", "candidate-handout")):
            assert faults(document, on_paper=True, but=SAID) == []


PROSE = "请讲一次你在高峰时段同时处理多件投诉的经过，说清楚先后、理由和结果。"
TABLE = markdown_table(
    [["时间", "事件", "Ticket"], *([f"{n:02}:00", PROSE, f"INC-{n:06}"] for n in range(40))]
)
LISTS = "1. 一\n   1. 二\n      1. 三\n      2. 四\n   2. 五\n\n- 六\n  1. 七\n     - 八\n"
HOSTILE = (
    "]]> <script>&amp;</script> {{ 7*7 }} {% raw %} {# #} %s PAGE \\* TOC _x000D_ </td></table> « » =1+1"
)

EXTREMES = {
    "a table of 40 rows and lists three deep": plain_bank(1, f"{PROSE}\n\n{TABLE}\n\n{LISTS}"),
    "a word of 400 letters": plain_bank(1, "W" * LINE),
    "a word of 60 letters in English": plain_bank(
        1, "Donaudampfschiffahrtselektrizitaetenhauptbetriebswerkbauunter", "en"
    ),
    "Chinese without a single mark": plain_bank(1, "面试" * (LINE // 2)),
    "text that means something to XML, Jinja and Word": plain_bank(1, HOSTILE),
    "invisible characters": plain_bank(1, " \u200b交接\u200d单\u00a0\u00ad号\ufeff\u2060尾\u2028行"),
    "blanks alone": plain_bank(1, " "),
}


@pytest.mark.parametrize("name", EXTREMES)
def test_an_extreme_bank_is_printed(stress: Stress, name: str):
    made = list(stress.made(Case(EXTREMES[name])))
    assert len(made) == len(BY_ID)
    for document in made:
        assert faults(document, on_paper=LONG_RUN > 0 or document.kind in SHORT) == []


def test_sixty_questions_are_printed(stress: Stress):
    for document in stress.made(Case(plain_bank(60, PROSE)), ["interviewer-pack", *SHORT]):
        assert faults(document, on_paper=document.kind == "score-sheet") == []


def test_the_longest_version_stays_on_the_sheet(stress: Stress):
    case = Case({**plain_bank(1, PROSE), "version": "2026." + "9" * 27})
    (cards,) = stress.made(case, ["question-cards"])
    assert faults(cards, on_paper=True) == []


def test_a_long_title_stays_on_the_sheet_in_every_header(stress: Stress):
    bank = plain_bank(1, PROSE)
    bank["sections"][0]["title"] = "W" * 60
    bank["position"]["title"] = "W" * 150
    (pack,) = stress.made(Case(bank), ["interviewer-pack"])
    assert faults(pack, on_paper=True) == []


def test_a_question_without_guide_and_rubric_has_no_page_for_them(stress: Stress):
    bank = plain_bank(2, PROSE)
    (section,) = bank["sections"]
    last = {
        key: value
        for key, value in section["questions"][1].items()
        if key not in ("guide", "rubric", "calibration")
    }
    section["questions"][1] = {**last, "points": 0}
    section["points"] = 5
    (pack,) = stress.made(Case(bank), ["interviewer-pack"])
    assert pack.html_text.count("答题参考与评分标准") == 1


def test_large_print_of_an_extreme_bank_is_printed(stress: Stress):
    case = Case(EXTREMES["a word of 60 letters in English"], {"large_print": True, "scale": "bars-5"})
    for document in stress.made(case, SHORT):
        assert faults(document, on_paper=True) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("请读 שלום 一词", "U+05E9"),
        ("请读 مرحبا 一词", "U+0645"),
        ("好👍了", "U+1F44D"),
        ("生僻字𠮷", "U+20BB7"),
        ("控制\x01字符", "U+0001"),
        ("竖直\x0b制表", "U+000B"),
    ],
)
def test_what_no_font_draws_is_reported_before_a_build(stress: Stress, text: str, named: str):
    findings = stress.errors(Case(everywhere(plain_bank(1, PROSE), lambda _: text)))
    assert findings
    assert {f.code for f in findings} == {PRINTABLE}
    assert named in str(findings[0].sentence)


def test_ids_may_be_those_of_the_documents_own_parts(stress: Stress):
    bank = plain_bank(2, PROSE)
    bank["sections"][0]["questions"][0]["id"] = "guide"
    bank["sections"][0]["questions"][1]["id"] = "part-one"
    for document in stress.made(Case(bank), ["interviewer-pack", "answer-key"]):
        assert faults(document, on_paper=False) == []


def test_more_parts_and_competencies_than_there_are_numerals_and_letters(stress: Stress):
    bank = plain_bank(1, PROSE)
    (section,) = bank["sections"]
    ids = [f"k{n}" for n in range(30)]
    bank["competencies"] = [{**bank["competencies"][0], "id": name, "weight": 0} for name in ids]
    bank["competencies"][0]["weight"] = 100
    question = {**section["questions"][0], "competencies": ids, "calibration": []}
    question["rubric"] = [{**question["rubric"][0], "competency": "k0"}]
    bank["sections"] = [
        {**section, "id": f"s{n}", "questions": [{**question, "id": f"q{n}"}]} for n in range(22)
    ]
    for document in stress.made(Case(bank), ["interviewer-pack", "answer-key", "score-sheet"]):
        assert faults(document, on_paper=False) == []


class TestTheHarness:
    """What these tests would be worth if nothing could make them fail."""

    def test_a_leak_through_a_template_is_seen(self, tmp_path: Path):
        stress = Stress(tmp_path)
        (tmp_path / "templates").mkdir()
        bank = plain_bank(1, PROSE)
        (section,) = bank["sections"]
        section["questions"][0]["guide"]["model_answer"] = SECRET
        case = Case(bank)
        (cards,) = stress.made(case, ["question-cards"])
        assert faults(cards, on_paper=True) == []
        template = f"{{% extends 'builtin/question-cards.html.j2' %}}{{% block body %}}<p>{SECRET}</p>{{% endblock %}}"
        (tmp_path / "templates/question-cards.html.j2").write_text(template, encoding="utf-8")
        (cards,) = stress.made(case, ["question-cards"])
        found = {(fault.code, fault.file.suffix) for fault in cards.faults(on_paper=True)}
        assert found == {("VERIFY-LEAK", ".pdf"), ("VERIFY-LEAK", ".docx"), ("VERIFY-LEAK", ".html")}

    def test_words_too_long_for_the_margins_of_large_print_are_reported(self, stress: Stress):
        case = Case({**plain_bank(1, PROSE), "version": "2026." + "9" * 27}, {"large_print": True})
        (cards,) = stress.made(case, ["question-cards"])
        assert {fault.code for fault in cards.faults(on_paper=True)} == {"PAGE-EDGE"}


SECRET = "先安抚客户情绪，再按升级流程通知值班经理，二十分钟内回电说明进展。"


def test_a_long_marking_of_the_bank_is_no_leak(stress: Stress):
    case = Case(
        {**plain_bank(1, PROSE), "marking": "内部资料·仅限本次面试的考官与组织方使用·面试结束后统一回收"}
    )
    for document in stress.made(case, ["question-cards", "candidate-handout"]):
        assert faults(document, on_paper=False) == []


@pytest.mark.parametrize("words", ["W" * 100, "。" * 100])
def test_long_running_words_and_a_broad_logo_stay_in_the_margins(stress: Stress, words: str):
    brand = {"header": words, "footer": words, "marking": words, "organisation": words, "logo": "banner.png"}
    for document in stress.made(Case(plain_bank(1, PROSE), brand), ["question-cards", "score-sheet"]):
        assert faults(document, on_paper=True) == []


def test_a_row_taller_than_the_page_is_split_under_its_head_and_said_to_be(stress: Stress):
    bank = plain_bank(1, PROSE)
    (criterion,) = bank["sections"][0]["questions"][0]["rubric"]
    criterion["levels"][1]["descriptor"] = PROSE * 20
    (key,) = stress.made(Case(bank, {"large_print": True}), ["answer-key"])
    assert {fault.code for fault in key.faults(on_paper=True)} == {"PAGE-ROW"}


def test_criteria_whose_labels_only_look_alike_have_a_row_for_each_level(stress: Stress):
    bank = plain_bank(1, PROSE)
    (question,) = bank["sections"][0]["questions"]
    (criterion,) = question["rubric"]
    top, middle, low = criterion["levels"]
    two = [{**top, "min": 1, "label": "优/良"}, {**low, "label": "差"}]
    three = [{**top, "label": "优"}, {**middle, "label": "良"}, {**low, "label": "差"}]
    question["rubric"] = [{**criterion, "id": "a", "levels": two}, {**criterion, "id": "b", "levels": three}]
    (key,) = stress.made(Case(bank), ["answer-key"])
    assert "<th>优/良</th>" not in key.html_text
    assert key.html_text.count("<td>差</td>") == 2
    assert faults(key, on_paper=True) == []


def test_a_third_level_counts_on_beyond_the_alphabet(stress: Stress):
    listed = "1. 一\n   1. 二\n      25. 三\n" + "      1. 四\n" * 4
    for document in stress.made(Case(plain_bank(1, listed)), ["question-cards"]):
        assert faults(document, on_paper=True) == []
