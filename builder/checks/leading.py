"""Stems that tell the candidate what to answer: 难道, 你不觉得…吗, 对吧; “Don't you …”, “Surely …”, “…, isn't it?”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.asks import quotations_masked
from builder.checks.rule import Slip
from builder.checks.stems import asked_questions, first_line, scored, short
from builder.content.bank import LoadedBank
from builder.model.bank import Question
from builder.words import words


def leading_stem(loaded: LoadedBank) -> Iterator[Slip]:
    """The stem of a scored question does not tell the candidate what to answer."""
    return (slip for question, slip in _leading(loaded) if scored(question))


def leading_unscored_stem(loaded: LoadedBank) -> Iterator[Slip]:
    """The stem of a question that is not scored does not tell the candidate what to answer either."""
    return (slip for question, slip in _leading(loaded) if not scored(question))


def _leading(loaded: LoadedBank) -> Iterator[tuple[Question, Slip]]:
    for path, question in asked_questions(loaded):
        phrase = leading_phrase(question.stem)
        if phrase:
            sentence = words("“{phrase}” tells the candidate what to answer", phrase=short(phrase))
            hint = words("ask without a view of your own: “How do you see …?”")
            yield question, Slip((*path, "stem"), sentence, hint, first_line(phrase))


def leading_phrase(stem: str) -> str:
    """The words that give the answer away, or nothing; what others are quoted with is theirs."""
    found = _LEADING.search(quotations_masked(stem))
    return stem[found.start() : found.end()].strip(" ，,\n") if found else ""


_START = r"(?:^|(?<=[.?!;,:]\s)|(?<=\n))(?:but\s+|and\s+|so\s+)?"
_CHINESE = (
    r"难道",
    r"[你您](?:们)?(?:也)?(?:不(?:会)?(?:觉得|认为|同意|感到)|没(?:有)?觉得)[^。？！?]*[吗吧][？?]",
    r"(?:大家|所有人|人人|业内|谁)都[^。？！?]*[你您][^。？！?]*(?:吗|吧|对不对|是不是)[？?]",
    r"(?:当然|理应|想必|毫无疑问|毋庸置疑|不用说|无疑)[^。？！?]*(?:吗|吧|对不对|是不是)[？?]",
    r"(?:不是|(?<!该)不)(?:就)?(?:应该|应当|该)[^。？！?]*吗[？?]",
    r"[，,]\s*(?:对不对|是不是|不是吗|对吗|是吗)[？?]",
    r"[^。？！?，,]*吧[？?]",
)
_ENGLISH = (
    rf"{_START}(?:don|wouldn|isn|aren|shouldn|doesn|didn|haven|couldn|won|can)['’]t\s+\w+[^.?!]*\?",
    rf"{_START}(?:surely|of course|obviously|no doubt|undoubtedly)\b[^.?!]*\?",
    rf"{_START}you(?:['’]d|\s+would|\s+do|\s+must|\s+will)?\s+(?:surely|obviously|of course|certainly|agree)\b[^.?!]*\?",
    r"\b(?:everyone|everybody|we all|all of us)\s+(?:knows?|agrees?|thinks?|believes?)\b[^.?!]*\byou\b[^.?!]*\?",
    r",\s*(?:right|correct|yes|no|agreed)\?",
)
_LEADING = re.compile("|".join((*_CHINESE, *_ENGLISH)), re.IGNORECASE)
