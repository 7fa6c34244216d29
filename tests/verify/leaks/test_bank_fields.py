"""What is confidential is found by walking the bank: nothing has to be listed."""

from __future__ import annotations

from small_bank import BANK, edited, loaded

from builder.compose.documents import BY_ID
from builder.model.bank import Bank, Question
from builder.model.composed import Composed
from builder.verify.leaks.candidate import candidate_secrets
from builder.verify.leaks.fields import fields_of, texts_of
from builder.verify.leaks.folding import folded
from builder.verify.leaks.secrets import BankSecrets


class AnnotatedQuestion(Question):
    """A question with a field that nobody has thought of yet."""

    remark: str = ""


def annotated(bank: Bank, remark: str) -> Bank:
    section = bank.sections[0]
    question = AnnotatedQuestion.model_construct(**{**section.questions[0].__dict__, "remark": remark})
    first = section.model_copy(update={"questions": [question, *section.questions[1:]]})
    return bank.model_copy(update={"sections": [first, *bank.sections[1:]]})


def secrets(bank, body, kind="question-cards"):
    document = Composed(f"<html><head><title>x</title></head><body>{body}</body></html>", "zh-CN", "x")
    return candidate_secrets(BankSecrets(bank), document, BY_ID[kind].view(bank))


def test_every_text_of_the_bank_is_among_them(tmp_path):
    bank = loaded(tmp_path).bank
    marked = [text for text in texts_of(bank) if "密" in text]
    assert len(marked) == BANK.count("密")
    assert {folded(text) for text in marked} <= {field.text for field in fields_of(bank)}


def test_a_new_field_is_confidential_without_anybody_saying_so(tmp_path):
    bank = annotated(loaded(tmp_path).bank, "此题上季度区分度偏低")
    (leak,) = secrets(bank, "").found_in([folded("据说此题上季度区分度偏低。")])
    assert leak.field == "past q-handover remark"


def test_what_the_document_says_is_public(tmp_path):
    bank = loaded(tmp_path).bank
    stem = "请讲一次你交接没有办完的工作的经过。"
    assert list(secrets(bank, f"<p>{stem}</p>").found_in([folded(stem)])) == []
    assert list(secrets(bank, "").found_in([folded(stem)])) != []


def test_a_template_that_says_more_than_its_view_makes_nothing_public(tmp_path):
    short = "密：我把三件事写在交接单上。"
    bank = loaded(tmp_path, edited(short, f"{short}早班签收后才离开。")).bank
    answer = bank.sections[0].questions[0].guide.model_answer
    assert "早班" in answer
    assert list(secrets(bank, f"<p>{answer}</p>").found_in([folded(answer)])) != []
