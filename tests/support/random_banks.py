"""Random banks that hold together, with everything in them that breaks pages and files.

What is drawn is the data of a bank file, not the model: it is written as YAML and read back, as an author's is.
Points add up by construction.
"""

from __future__ import annotations

from hypothesis import strategies as st
from random_questions import parallels, questions
from random_texts import identifiers, lines, scripts, texts
from random_values import Data, maybe, numeral, present, some, split

from builder.model.bank import Aggregation, CorrectionRule, EmployerType, Scale


@st.composite
def sections(draw: st.DrawFn, place: int, first: int, count: int, known: list[str], house: list[str]) -> Data:
    """A part of `count` questions and perhaps a draft or one for practice; with `draw`, all worth the same."""
    drawn = draw(st.one_of(st.just("all"), st.just("all"), st.integers(1, count)))
    worth = st.sampled_from([0, 1, 2, 7, 10, 40, 400])
    same = draw(worth)
    halves = [same if drawn != "all" else draw(worth) for _ in range(count)]
    if count == 2 and draw(st.booleans()):
        halves = [same, same]
        asked = draw(parallels(f"pair-{place}", first, same, known, house))
    else:
        asked = [draw(questions(first + i, worth, known, house)) for i, worth in enumerate(halves)]
    extra = []
    if draw(st.integers(0, 2)) == 0:
        extra = [{**draw(questions(900 + place, 0, known, house)), **draw(st.sampled_from(ASIDE))}]
    total = sum(halves) if drawn == "all" else same * drawn
    return {
        "id": f"{draw(identifiers())[:60]}{place}",
        "title": draw(lines()),
        "points": min(numeral(total), 1000),
        "minutes": draw(st.integers(0, 600)),
        "draw": drawn,
        "questions": [*asked, *extra],
    }


ASIDE = (
    {"practice": True},
    {"status": "draft"},
    {"status": "retired"},
    {"practice": True, "status": "draft"},
)


@st.composite
def competencies(draw: st.DrawFn, names: list[str]) -> list[Data]:
    """测评要素 whose weights add up to 100."""
    weights = draw(split(100, len(names)))
    scores = st.lists(st.integers(1, 7), unique=True, max_size=7)
    return [
        present(
            id=name,
            name=draw(lines()),
            definition=draw(texts(400)),
            indicators=draw(some(lines(), 6, least=1)),
            weight=weight,
            weight_rationale=draw(maybe(lines())),
            anchors=[{"score": score, "descriptor": draw(lines())} for score in draw(scores)],
        )
        for name, weight in zip(names, weights, strict=True)
    ]


@st.composite
def handouts(draw: st.DrawFn, known: list[str]) -> Data:
    """What candidates are told."""
    return present(
        role=draw(texts()),
        format=draw(texts()),
        arrival=draw(maybe(texts(400))),
        notes_allowed=draw(maybe(lines())),
        bring=draw(some(lines(), 8)),
        preparation=draw(some(lines(), 8)),
        competency_notes=draw(st.dictionaries(st.sampled_from(known), lines(), max_size=len(known))),
        adjustments=draw(maybe(texts(400))),
        privacy=draw(maybe(texts(400))),
        conduct=draw(some(lines(), 6)),
        results=draw(maybe(texts(400))),
        notes=draw(some(lines(), 6)),
        contact=draw(maybe(lines())),
    )


LABELS = (
    ["好", "中", "差"],
    ["Excellent", "Fair"],
    ["优秀", "良好", "一般", "较差", "很差"],
    ["优/良", "中", "差/缺"],
)


@st.composite
def banks(draw: st.DrawFn, most: int = 4) -> Data:
    """A whole bank of 1 to `most` questions in one to three parts."""
    locale = draw(st.sampled_from(["zh-CN", "en"]))
    known = [f"k{i}" for i in range(draw(st.sampled_from([1, 2, 3, 5, 8, 12])))]
    house = draw(st.sampled_from(LABELS))
    counts = draw(st.lists(st.integers(1, 2), min_size=1, max_size=max(1, most // 2)))
    parts, first = [], 0
    for place, count in enumerate(counts):
        parts.append(draw(sections(place, first, count, known, house)))
        first += count
    aggregation = draw(st.sampled_from([a.value for a in Aggregation]))
    fewest = 5 if aggregation.startswith("trim") else 1
    return present(
        id="random",
        title=draw(lines()),
        locale=locale,
        version=draw(st.sampled_from(["1", "1.0-rc.1", "2026." + "9" * 27])),
        position=present(
            title=draw(lines()),
            grade=draw(maybe(lines())),
            employer_type=draw(st.sampled_from([e.value for e in EmployerType])),
            key_tasks=draw(some(lines(), 10, least=1)),
        ),
        competencies=draw(competencies(known)),
        scale=draw(st.sampled_from([s.value for s in Scale])),
        score_by=draw(st.sampled_from([None, "question", "competency"])),
        aggregation=aggregation,
        panel_size=draw(st.integers(fewest, 15)),
        correction_rule=draw(st.sampled_from([c.value for c in CorrectionRule])),
        marking=draw(maybe(lines(120))),
        owner=draw(maybe(lines())),
        retention=draw(maybe(texts(300))),
        scripts=present(opening=draw(maybe(scripts("{n} {t} {w}"))), closing=draw(maybe(scripts("")))),
        handout=draw(maybe(handouts(known))),
        changes=[{"version": "1.0", "date": "2026-11-01", "note": draw(lines())}],
        sections=parts,
    )
