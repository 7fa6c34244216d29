"""What a Word file carries besides its view makes that file stale, and no other."""

from __future__ import annotations

import pytest
from small_bank import BANK, edited, loaded, project

from builder.compose.documents import DOCUMENTS
from builder.model.project import PackSpec
from builder.plan.ingredients import Pantry, Subject
from builder.plan.stale import differences
from builder.plan.targets import Job

PRACTICE = edited("probes: [密：练习题的追问]", "probes: [密：练习题的另一问]")


@pytest.fixture
def ingredients(tmp_path):
    workspace = project(tmp_path)
    pantry = Pantry(workspace)

    def made_from(text: str) -> dict[tuple[str, str], dict[str, str]]:
        bank = loaded(workspace.content, text).bank
        jobs = [Job(PackSpec(bank=bank.id), bank, bank, kind, ("docx",)) for kind in DOCUMENTS]
        return {
            (job.kind.id, form): pantry.fixed(Subject.of(job), form)
            for job in jobs
            for form in ("pdf", "docx", "html")
        }

    return made_from


def test_the_interviewers_side_of_a_practice_question_is_in_one_word_file(ingredients):
    before, after = ingredients(BANK), ingredients(PRACTICE)
    stale = {name for name in before if before[name] != after[name]}
    assert stale == {("interviewer-pack", "docx")}
    why = differences(before["interviewer-pack", "docx"], after["interviewer-pack", "docx"])
    assert [sentence.in_language("en") for sentence in why] == ["practice question p-hello changed"]


def test_the_handout_and_the_pack_do_not_depend_on_each_other(ingredients):
    before = ingredients(BANK)
    for change in (
        edited("三名考官逐题宣读。", "三名考官轮流宣读。"),
        edited("介绍你的上一个夜班", "介绍你的上个夜班"),
    ):
        after = ingredients(change)
        assert {name for name in before if before[name] != after[name]} == {
            ("candidate-handout", form) for form in ("pdf", "docx", "html")
        }
