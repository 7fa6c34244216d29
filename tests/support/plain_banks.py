"""Banks of like questions, one text in every field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from random_texts import LINE
from random_values import Data


def everywhere(bank: Data, change: Callable[[str], str]) -> Data:
    """The bank with every text that an author writes freely changed; ids, labels and choices stay."""
    return {key: _changed(key, value, change) for key, value in bank.items()}


FIXED = {
    "id",
    "locale",
    "version",
    "type",
    "scale",
    "score_by",
    "aggregation",
    "correction_rule",
    "employer_type",
}
FIXED |= {"difficulty", "competency", "competencies_of", "status", "label", "level", "date", "tags", "draw"}


def _changed(key: str, value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return value if key in FIXED else change(value)
    if isinstance(value, dict):
        return {name: _changed(name, item, change) for name, item in value.items()}
    if isinstance(value, list):
        ids = key == "competencies" and all(isinstance(item, str) for item in value)
        return value if ids else [_changed(key, item, change) for item in value]
    return value


def plain_question(number: int, text: str = "讲一次你交接工作的经过。") -> Data:
    """A question with everything that raters need, `text` in each of its fields."""
    levels = [(3, 5, "好"), (1, 2.5, "中"), (0, 0.5, "差")]
    return {
        "id": f"q{number}",
        "title": text[:LINE],
        "type": "behavioural",
        "stem": text,
        "scenario": text,
        "task": text,
        "points": 5,
        "think_minutes": 1,
        "answer_minutes": 3,
        "competencies": ["one"],
        "probes": [text[:LINE]],
        "guide": {
            "intent": text,
            "key_points": [{"text": text[:LINE], "points": 5, "must_have": True}],
            "model_answer": text,
            "analysis": text,
            "common_errors": [text[:LINE]],
            "red_flags": [{"behaviour": text[:LINE], "effect": text[:LINE]}],
        },
        "rubric": [
            {
                "id": "c",
                "title": text[:60],
                "points": 5,
                "competency": "one",
                "levels": [
                    {"label": label, "min": low, "max": high, "descriptor": text[:LINE]}
                    for low, high, label in levels
                ],
            }
        ],
        "calibration": [
            {"level": level, "answer": text, "points": points, "reason": text[:LINE]}
            for level, points in (("low", 0.5), ("mid", 2), ("high", 5))
        ],
    }


def plain_bank(questions: int = 1, text: str = "讲一次你交接工作的经过。", locale: str = "zh-CN") -> Data:
    """A bank of so many like questions, `text` in each of its fields."""
    return {
        "id": "random",
        "title": text[:LINE],
        "locale": locale,
        "version": "1.0",
        "position": {"title": text[:40], "key_tasks": [text[:LINE]]},
        "panel_size": 5,
        "competencies": [
            {
                "id": "one",
                "name": text[:40],
                "definition": text[:LINE],
                "indicators": [text[:LINE]],
                "weight": 100,
            }
        ],
        "handout": {"role": text, "format": text, "privacy": text, "preparation": [text[:LINE]]},
        "sections": [
            {
                "id": "one",
                "title": text[:60],
                "points": 5 * questions,
                "minutes": 4.5 * questions,
                "questions": [plain_question(number, text) for number in range(1, questions + 1)],
            }
        ],
    }
