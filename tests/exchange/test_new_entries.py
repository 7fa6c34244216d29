"""New rows of a sheet and new questions of other documents join a bank; what it has is not added twice."""

from __future__ import annotations

import pytest
from exchanged import column, csv_rows, edit, merged, workbook_of, written
from small_bank import BANK, loaded

from builder.content.bank import load_bank
from builder.errors import ContentError


@pytest.fixture
def bank(tmp_path):
    return loaded(tmp_path, BANK)


def new_row(rows, **cells):
    row = [""] * len(rows[0])
    for heading, text in cells.items():
        row[column(rows, heading)] = text
    return [*rows, row]


def comments(text):
    return [line.strip() for line in text.split("\n") if line.strip().startswith("# check:")]


class TestRows:
    def test_a_question_with_everything(self, bank, tmp_path):
        rows = new_row(
            csv_rows(bank),
            题目编号="q-door",
            部分="经历",
            题型="应变",
            测评要素="沉着",
            分值="3",
            作答时间="2",
            状态="在用",
            题干="门打不开，客户在外面，你怎么办？",
            得分要点="说出先后【3分·必答】",
            出题思路="看先后",
            评分标准="先后【3分·沉着】\n  好 2–3：有先后\n  差 0–1.5：没有",
        )
        done = merged(bank, written(rows, tmp_path / "a.csv"))
        assert done.text.startswith(bank.source.text)
        question = done.data["sections"][0]["questions"][-1]
        assert (question["id"], question["type"], question["status"]) == ("q-door", "emergency", "live")
        assert question["rubric"][0]["levels"][1] == {
            "label": "差",
            "min": 0,
            "max": 1.5,
            "descriptor": "没有",
        }
        assert comments(done.text) == []
        assert load_bank(tmp_path / "merged.yaml", tmp_path / "merged.yaml")[1] == []

    def test_a_question_of_which_only_the_words_are_known(self, bank, tmp_path):
        rows = new_row(csv_rows(bank), 题干="请讲一次你替同事顶班的经过。")
        done = merged(bank, written(rows, tmp_path / "a.csv"))
        question = done.data["sections"][0]["questions"][-1]
        assert (question["status"], question["type"], question["points"]) == ("draft", "behavioural", 0)
        assert question["competencies"] == ["to-be-decided"]
        assert sum(c["weight"] for c in done.data["competencies"]) == 100
        assert len(comments(done.text)) == 5
        assert load_bank(tmp_path / "merged.yaml", tmp_path / "merged.yaml")[0] is not None

    def test_a_question_without_words_is_refused(self, bank, tmp_path):
        with pytest.raises(ContentError, match="without its words"):
            merged(bank, written(new_row(csv_rows(bank), 题目名称="空"), tmp_path / "a.csv"))

    def test_entries_of_every_sheet_of_a_workbook(self, bank, tmp_path):
        def work(book):
            for sheet, cells in {
                "部分": {"部分编号": "future", "部分名称": "今后", "部分分值": 0, "部分用时": 0},
                "测评要素": {"要素名称": "好学", "要素定义": "会学", "行为指标": "问\n记", "权重": 0},
                "试题": {"题目编号": "q-learn", "部分": "今后", "题干": "你打算先学什么？", "测评要素": "好学"},
                "评分标准": {"题目编号": "q-learn", "评分项": "具体", "满分": 2, "测评要素": "好学", "等级1": "好 2", "等级1表现": "有", "等级2": "差 0–1", "等级2表现": "无"},
                "校准样例": {"题目编号": "q-calm", "水平": "高", "样例答案": "先接急的。", "标准分": 4, "给分理由": "有先后"},
            }.items():  # fmt: skip
                target = book[sheet]
                heads = {str(c.value).split("\n")[0]: c.column for c in target[3] if c.value}
                row = target.max_row + 1
                for heading, value in cells.items():
                    target.cell(row, heads[heading]).value = value

        done = merged(bank, edit(workbook_of(bank, tmp_path / "a.xlsx"), work))
        assert [a.name for a in done.outcome.additions] == [
            "future", "competency-1", "q-learn", "q-learn/c-1", "q-calm/high",
        ]  # fmt: skip
        section = done.data["sections"][1]
        assert (section["title"], section["questions"][0]["id"]) == ("今后", "q-learn")
        assert section["questions"][0]["rubric"][0]["levels"][0] == {
            "label": "好",
            "min": 2,
            "max": 2,
            "descriptor": "有",
        }
        assert done.data["sections"][0]["questions"][1]["calibration"][0]["level"] == "high"
        assert load_bank(tmp_path / "merged.yaml", tmp_path / "merged.yaml")[0] is not None

    def test_a_row_that_belongs_to_no_question_is_refused(self, bank, tmp_path):
        def work(book):
            book["评分标准"].append(["q-none", None, None, "具体"])

        with pytest.raises(ContentError, match="no question “q-none”"):
            merged(bank, edit(workbook_of(bank, tmp_path / "a.xlsx"), work))


DOCUMENT = """\
夜班服务台面试题

一、经历（10分）
1. 两部电话同时响，你怎么办？（4分）
参考答案：先接急的。
2. 请讲一次你交接没有办完的工作的经过，你交给了谁？（5分）
3. 请讲一次你发现同事交接单写错的经过。（6分）
考察要素：交接
参考答案：当场核对，改好后双方签名。
4. 你怎样安排一个没有来电的夜晚？（4分）
考察要素：自我管理

二、规则（5分）
1. 客户要你透露另一位客户的订单，你怎么答复？（5分）
参考答案：说明不能提供，并给出可以办理的途径。
"""


class TestDocuments:
    @pytest.fixture
    def done(self, bank, tmp_path):
        (tmp_path / "old.txt").write_text(DOCUMENT, encoding="utf-8")
        scenario = "        scenario: 凌晨两点还有三件事没有办完。\n"
        bank = loaded(tmp_path, BANK.replace(scenario, ""))
        return merged(bank, tmp_path / "old.txt")

    def test_new_questions_join_the_section_of_the_same_title(self, done):
        assert [s["title"] for s in done.data["sections"]] == ["经历", "规则"]
        assert [q["stem"] for q in done.data["sections"][0]["questions"][4:]] == [
            "请讲一次你发现同事交接单写错的经过。",
            "你怎样安排一个没有来电的夜晚？",
        ]

    def test_what_the_bank_has_is_not_added(self, done):
        assert "1 questions are in the bank already" in done.notes
        assert "is nearly the question “q-handover”" in done.notes

    def test_they_are_drafts_with_ids_of_their_own(self, done, tmp_path):
        questions = [q for s in done.data["sections"] for q in s["questions"]]
        assert len({q["id"] for q in questions}) == len(questions)
        assert {q["status"] for q in questions[4:]} == {"draft"}

    def test_a_new_section_is_worth_nothing_until_they_are_live(self, done, tmp_path):
        assert [s["points"] for s in done.data["sections"]] == [10, 0]
        assert any("5 分" in line for line in comments(done.text))

    def test_competencies_are_the_banks_by_name(self, done):
        first, second = done.data["sections"][0]["questions"][4:]
        assert first["competencies"] == ["handover"]
        assert second["competencies"] == ["to-be-decided"]
        assert any("自我管理" in line for line in comments(done.text))
        assert sum(c["weight"] for c in done.data["competencies"]) == 100

    def test_the_bank_loads_and_all_that_was_there_is_there(self, done, tmp_path):
        assert load_bank(tmp_path / "merged.yaml", tmp_path / "merged.yaml")[0] is not None
        old = BANK.replace("        scenario: 凌晨两点还有三件事没有办完。\n", "").split("\n")
        new = iter(done.text.split("\n"))
        assert all(line in new for line in old)

    def test_a_second_time_adds_nothing(self, done, tmp_path):
        again = loaded(tmp_path, done.text)
        twice = merged(again, tmp_path / "old.txt")
        assert twice.outcome.is_empty
        assert twice.text == done.text
