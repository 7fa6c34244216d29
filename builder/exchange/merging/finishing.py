"""What a new question needs that nobody wrote: guesses and placeholders, each with a comment that asks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from builder.checks.unfinished import PLACEHOLDERS
from builder.content.source import Path_
from builder.content.validate import keys_at
from builder.exchange.merging.outcome import Outcome
from builder.importers.understanding.guessing import DEFAULT_TYPE, guessed_type
from builder.model.bank import Bank
from builder.words import Words, words

UNDECIDED = "to-be-decided"


def finish_question(question: dict[str, Any], path: Path_, outcome: Outcome) -> dict[str, Any]:
    """The question with everything the schema wants; a draft where nothing says that it is live."""

    def ask(key: Path_, sentence: Words) -> None:
        _ask((*path, *key), sentence, outcome)

    done = dict(question)
    if "type" not in done:
        ask(("type",), words("the type is a guess"))
        done["type"] = guessed_type(done.get("title", ""), stem=done["stem"]) or DEFAULT_TYPE
    if "competencies" not in done:
        ask(("competencies",), words("decide what this question assesses"))
        done["competencies"] = [undecided_competency(outcome)]
    if "points" not in done:
        ask(("points",), words("decide what this question is worth"))
        done["points"] = Decimal(0)
    if "answer_minutes" not in done:
        ask(("answer_minutes",), words("decide how long candidates may answer"))
        done["answer_minutes"] = Decimal(3)
    finish_guide(done, path, outcome)
    done.setdefault("status", "draft")
    return in_order(done, outcome)


def finish_guide(question: dict[str, Any], path: Path_, outcome: Outcome) -> None:
    """Gives a guide that somebody began what the schema wants of every guide."""
    guide = question.get("guide")
    if guide and "intent" not in guide:
        _ask((*path, "guide", "intent"), words("say what the question is after"), outcome)
        question["guide"] = {"intent": PLACEHOLDERS[outcome.data["locale"]], **guide}


def _ask(path: Path_, sentence: Words, outcome: Outcome) -> None:
    """Asks a person, above the line at the path, to decide."""
    said = sentence.in_language("zh" if outcome.data["locale"] == "zh-CN" else "en")
    outcome.comments.setdefault(path, []).append(f"check: {said}")


def in_order(question: dict[str, Any], outcome: Outcome) -> dict[str, Any]:
    """With its keys in the order of the bank's first question; others follow in the schema's."""
    first = next((list(q) for section in outcome.data["sections"] for q in section["questions"]), [])
    known = [*first, *keys_at(Bank, ("sections", 0, "questions", 0))]
    return {key: question[key] for key in dict.fromkeys(known) if key in question}


def undecided_competency(outcome: Outcome) -> str:
    """The id of a competency for questions that name none; its weight is nothing, so that the others still add up."""
    competencies = outcome.data["competencies"]
    if all(competency["id"] != UNDECIDED for competency in competencies):
        pending = PLACEHOLDERS[outcome.data["locale"]]
        said = words("decide what the new questions assess, then remove this entry")
        _ask(("competencies", len(competencies)), said, outcome)
        competencies.append(
            {
                "id": UNDECIDED,
                "name": pending,
                "definition": pending,
                "indicators": [pending],
                "weight": Decimal(0),
            }
        )
    return UNDECIDED
