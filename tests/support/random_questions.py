"""Random questions whose rubrics and key points add up."""

from __future__ import annotations

from hypothesis import strategies as st
from random_texts import identifiers, lines, texts
from random_values import Data, maybe, numeral, present, some, split

from builder.model.bank import QuestionType


@st.composite
def bands(draw: st.DrawFn, halves: int, labels: list[str]) -> list[Data]:
    """Levels from best to worst that cover 0 to `halves` half points without a gap."""
    floors = st.lists(st.integers(1, halves), unique=True, min_size=len(labels) - 1, max_size=len(labels) - 1)
    lowest_up = [0, *sorted(draw(floors))]
    tops = [floor - 1 for floor in lowest_up[1:]] + [halves]
    found = [
        {"label": label, "min": numeral(low), "max": numeral(top), "descriptor": draw(texts(400))}
        for label, low, top in zip(labels, lowest_up, tops, strict=True)
    ]
    return found[::-1] if draw(st.booleans()) else found


@st.composite
def rubrics(draw: st.DrawFn, halves: int, competencies: list[str], house: list[str]) -> list[Data]:
    """Criteria that add up to `halves` half points; mostly with the bank's own labels."""
    most = draw(st.sampled_from([1, 3, 3, 9]))
    shares = [share for share in draw(split(halves, draw(st.integers(1, most)))) if share]
    found = []
    for i, share in enumerate(shares):
        own = draw(st.lists(lines(20), min_size=2, max_size=6))
        labels = (house if draw(st.integers(0, 4)) else own)[: share + 1]
        if len(labels) < 2:
            labels = [*labels, "x"]
        found.append(
            {
                "id": f"c{i}",
                "title": draw(lines()),
                "points": numeral(share),
                "competency": draw(st.sampled_from(competencies)),
                "levels": draw(bands(share, labels)),
            }
        )
    return found


@st.composite
def guides(draw: st.DrawFn, halves: int) -> Data:
    """An answer guide whose key points add up, or carry no points."""
    count = draw(st.sampled_from([1, 2, 3, 12]))
    shares = draw(split(halves, count)) if draw(st.booleans()) else [None] * count
    flags = st.fixed_dictionaries({"behaviour": lines(), "effect": lines()})
    return present(
        intent=draw(texts(500)),
        key_points=[
            present(
                text=draw(lines()), points=None if s is None else numeral(s), must_have=draw(st.booleans())
            )
            for s in shares
        ],
        model_answer=draw(maybe(texts())),
        analysis=draw(maybe(texts(600))),
        common_errors=draw(some(lines(), 8)),
        red_flags=draw(some(flags, 6)),
    )


@st.composite
def questions(draw: st.DrawFn, number: int, halves: int, competencies: list[str], house: list[str]) -> Data:
    """One question; a fifth of them bring samples for calibration."""
    name = draw(identifiers())
    samples = halves >= 4 and draw(st.integers(0, 4)) == 0
    return present(
        id=f"{name[:50]}-{number}" if number else name,
        title=draw(maybe(lines())),
        type=draw(st.sampled_from([t.value for t in QuestionType])),
        stem=draw(texts()),
        scenario=draw(maybe(texts())),
        task=draw(maybe(texts(500))),
        points=numeral(halves),
        think_minutes=numeral(draw(st.integers(0, 20))),
        answer_minutes=numeral(draw(st.sampled_from([0, 1, 6, 10, 1200]))),
        difficulty=draw(st.sampled_from(["easy", "medium", "hard"])),
        competencies=draw(st.lists(st.sampled_from(competencies), min_size=1, max_size=3, unique=True)),
        probes=draw(some(lines(), 15)),
        guide=draw(guides(halves)) if halves else draw(maybe(guides(0))),
        rubric=draw(rubrics(halves, competencies, house)) if halves else None,
        calibration=[
            {"level": level, "answer": draw(texts(800)), "points": i + 0.5, "reason": draw(lines())}
            for i, level in enumerate(["low", "mid", "high"][: 3 if halves >= 5 else 0])
        ]
        if samples
        else None,
        notes_lines=draw(st.sampled_from([0, 1, 8, 40])),
        tags=draw(st.sampled_from([[], ["甲"], ["甲", "乙 <&>"]])),
    )


@st.composite
def parallels(
    draw: st.DrawFn, group: str, number: int, halves: int, known: list[str], house: list[str]
) -> list[Data]:
    """Two questions that stand in for each other on forms A and B: worth the same, in the same time."""
    one, other = (draw(questions(number + i, halves, known, house)) for i in (0, 1))
    same = {key: one[key] for key in ("think_minutes", "answer_minutes")}
    return [{**one, "parallel_group": group}, {**other, **same, "parallel_group": group}]
