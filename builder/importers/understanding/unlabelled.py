"""Answers that no label announces: the words behind the ask, in documents that answer every question so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.importers.draft import Draft, Question
from builder.importers.understanding.cues import asks
from builder.importers.understanding.flow import skeleton_of

FEWEST, SHORTEST = 3, 12
_ASK_END = re.compile(r"[?][\"”’'》」)\]]*\**")
_ASKS_AT_ONCE = re.compile(
    r"[?]|^ *(?:请(?:你|您|谈|说|结合|分析|简|举|描述|列|给出|问|用|以|根据|阐述|论述|设计|模拟|现场|回答|针对|就|从)|谈谈|说说|谈一谈|说一说|讲讲|简述|试述|结合|如何|怎么|为什么|please )",
    re.IGNORECASE,
)
_TASK = re.compile(r"^ *(?:要求|任务|提示|注意|note|please|you |your )", re.IGNORECASE)


def tell_answers_apart(draft: Draft) -> None:
    """Moves the words behind the ask into the answers, where no answer is announced and most questions go on so."""
    questions = draft.questions
    if any((q.answer and not q.answer_is_guess) or q.key_points for q in questions):
        return
    analysed = [q for q in questions if q.is_analysed]
    if len(analysed) > 1 and len(analysed) * 10 >= len(questions) * 6:
        for question in analysed:
            question.answer, question.analysis = "\n\n".join(question.analysis), []
            question.answer_is_analysis = True
        return
    ends = [None if q.answer_is_guess else _end_of_ask(q) for q in questions]
    known = sum(q.answer_is_guess or end is not None for q, end in zip(questions, ends, strict=True))
    if known < FEWEST or known * 10 < len(questions) * 6:
        return
    for question, end in zip(questions, ends, strict=True):
        if end is not None:
            text = question.stem
            question.stem, question.answer = text[:end].strip(), text[end:].strip()
            question.answer_is_guess = True


def _end_of_ask(question: Question) -> int | None:
    """Where the stem has asked and something that asks nothing follows; None where it does not."""
    text = question.stem
    end = text.find("\n\n")
    if end < 0 or not asks(skeleton_of(text[:end])):
        found = _ASK_END.search(skeleton_of(text))
        end = found.end() if found else len(text)
    behind = skeleton_of(text[end:]).strip()
    if len(behind) < SHORTEST or _TASK.match(behind) or _ends_asking(behind):
        return None
    return end


def _ends_asking(skeleton: str) -> bool:
    """Its last sentence asks."""
    sentences: Sequence[str] = re.findall(r"[^\n]+?(?:[。!?]+|[.](?= |\n|$)|\n|$)", skeleton)
    return bool(sentences) and _ASKS_AT_ONCE.search(sentences[-1]) is not None
