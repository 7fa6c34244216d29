"""Workbooks filled in by hand and recalculated by a spreadsheet say what builder.scoring says, to the cent."""

from __future__ import annotations

import subprocess
from decimal import Decimal
from fractions import Fraction

import pytest
from panel_books import ABSENT, ROOMS, Candidate, filled, marks_columns, panel, read
from panel_books import Columns as Sheet

from builder.scoring import (
    ScoreError,
    composite,
    consensus,
    mean,
    panel_adjust,
    ranks,
    trim_by_competency,
    trim_total,
)
from builder.scoring.rounding import half_up

pytestmark = pytest.mark.libreoffice

D = Decimal
SHARE = D("62.5")
ROWS = 12
WANTED = "须填理由"
OUTSIDE = (8, 9)
"""Candidates whose agreed mark lies outside what anyone gave."""

PANELS = [
    *(panel("trim-total", n) for n in range(5, 10)),
    *(panel("mean", n) for n in range(3, 10)),
    *(panel("consensus", n) for n in (3, 9)),
    *(panel("trim-by-competency", n) for n in (5, 6, 9)),
    *(panel("panel-adjust", n) for n in (4, 7)),
    *(panel("mean", n, "bars-5") for n in (3, 4, 8)),
    *(panel("trim-by-competency", n, "uk-7") for n in (5, 8)),
    *(panel("trim-total", n, "bars-5") for n in (6, 9)),
    panel("consensus", 4, "strength-4"),
    panel("panel-adjust", 5, "strength-4"),
]
ADDED_UP = [v for v in PANELS if not v.agrees and (not v.by_competency or v.trims_competencies)]
"""Those whose rows of marks are added up one by one."""


def name_of(view):
    return f"{view.aggregation}-{view.scale}-{view.raters}"


def marks(view, number, top, step):
    """One mark a rater: ties at the top, ties at the bottom, all equal, halves, nothing, everything, mixed."""
    low, n = (D(1) if view.rated else D(0)), view.raters
    steps = int((top - low) / step)
    mixed = [low + step * ((number * 37 + i * i * 53 + i * 11) % (steps + 1)) for i in range(n)]
    patterns = [
        [top, top, *mixed[2:]],
        [*mixed[:-2], low, low],
        [mixed[0]] * n,
        [mixed[0], *[mixed[0] + (step if mixed[0] < top else -step)] * (n - 1)],
        [low] * n,
        [top] * n,
        [low, *[top] * (n - 1)],
    ]
    return patterns[number] if number < len(patterns) else mixed


def typed_in(view):
    """Twelve candidates: ten present, one absent with marks already entered, one with a mark missing.

    Where the panel agrees, two of the ten get more or less than anyone gave: the first without a reason.
    """
    tops = [view.most(c) for c in view.competencies] if view.by_competency else [D(100)]
    step = D(1) if view.rated else D("0.5")
    found = []
    for number in range(ROWS):
        given = [marks(view, (number + 3 * row) % 11, top, step) for row, top in enumerate(tops)]
        if number == 11:
            given[-1] = [*given[-1][:-1], None]
        agreed = [
            max(m) if number % 2 else min(m) for m in ([x for x in row if x is not None] for row in given)
        ]
        if number in OUTSIDE:
            agreed[0] = max(given[0]) + step if max(given[0]) < tops[0] else min(given[0]) - step
        found.append(
            Candidate(
                given,
                room=ROOMS[number % 3] if view.adjusts else "",
                remark=ABSENT if number == 10 else "",
                agreed=agreed if view.agrees else (),
                reasons=["考生补充了证据"] if number == OUTSIDE[1] and view.agrees else (),
                written=D("60.05") + D("3.15") * number,
            )
        )
    return found


def result_of(view, candidate):
    """By builder.scoring, or None for the absent and for those whose marks are not all in."""
    if candidate.remark or any(mark is None for row in candidate.marks for mark in row):
        return None
    weights = [c.weight / 100 if view.rated else D(1) for c in view.competencies]
    if view.agrees:
        return agreed_result(candidate, weights if view.rated else [D(1)])
    if view.trims_competencies:
        rows = zip(candidate.marks, weights, strict=True)
        return trim_by_competency({str(i): [m * w for m in row] for i, (row, w) in enumerate(rows)}).result
    totals = candidate.marks[0]
    if view.rated:
        totals = [
            sum(m * w for m, w in zip(own, weights, strict=True))
            for own in zip(*candidate.marks, strict=True)
        ]
    return (trim_total if view.trims_totals else mean)(totals).result


def agreed_result(candidate, weights):
    reason = candidate.reasons[0] if candidate.reasons else ""
    try:
        parts = [
            consensus(given, agreed, reason if row == 0 else "").exact * Fraction(weight)
            for row, (given, agreed, weight) in enumerate(
                zip(candidate.marks, candidate.agreed, weights, strict=True)
            )
        ]
    except ScoreError:
        return None
    return half_up(sum(parts))


@pytest.fixture(scope="session")
def recalculated(calc, tmp_path_factory):
    """Every panel's workbook filled in, and computed by LibreOffice in one go."""
    folder = tmp_path_factory.mktemp("panels")
    (folder / "typed").mkdir()
    for view in PANELS:
        (folder / "typed" / f"{name_of(view)}.xlsx").write_bytes(filled(view, typed_in(view), SHARE))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [calc, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    files = sorted(str(file) for file in (folder / "typed").iterdir())
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=500)
    return {name_of(view): read(folder / "out" / f"{name_of(view)}.xlsx") for view in PANELS}


def number(cell):
    """What stands in a cell, as a reader with two decimals sees it; None where nothing stands."""
    return None if cell.value in (None, "", WANTED) else D(repr(float(cell.value)))


@pytest.fixture(params=PANELS, ids=name_of)
def view(request):
    return request.param


@pytest.fixture
def expected(view):
    return [result_of(view, candidate) for candidate in typed_in(view)]


def final_results(view, expected):
    """Results with rooms evened out, where the rule does that."""
    if not view.adjusts:
        return expected
    rooms = {room: {} for room in ROOMS}
    for i, result in enumerate(expected):
        if result is not None:
            rooms[ROOMS[i % 3]][i] = result
    adjusted = panel_adjust(rooms).results
    return [adjusted.get(i) for i in range(len(expected))]


def test_the_result_of_every_candidate(recalculated, view, expected):
    sheet = marks_columns(recalculated[name_of(view)], view)
    word = "原始得分" if view.adjusts else "最后得分"
    assert [number(sheet.cell(word, i)) for i in range(ROWS)] == expected
    assert sum(result is not None for result in expected) == (9 if view.agrees else 10)


@pytest.mark.parametrize("view", [v for v in PANELS if v.agrees], ids=name_of)
def test_an_agreed_mark_that_nobody_gave_wants_a_reason(recalculated, view):
    sheet = marks_columns(recalculated[name_of(view)], view)
    word = "加权得分" if view.rated else "最后得分"
    assert sheet.cell(word, OUTSIDE[0]).value == WANTED
    assert number(sheet.cell(word, OUTSIDE[1])) is not None


@pytest.mark.parametrize("view", ADDED_UP, ids=name_of)
def test_the_dropped_marks_the_valid_total_and_their_number(recalculated, view):
    sheet = marks_columns(recalculated[name_of(view)], view)
    for i, candidate in enumerate(typed_in(view)[:10]):
        for row, given in enumerate(candidate.marks):
            trimmed = (trim_total if view.trims else mean)(given)
            seen = {w: number(sheet.cell(w, i, row)) for w in ("有效分合计", "有效人数")}
            assert seen == {"有效分合计": trimmed.valid_total, "有效人数": trimmed.valid_count}
            if view.trims:
                dropped = [number(sheet.cell(w, i, row)) for w in ("最高（去）", "最低（去）")]
                assert dropped == [given[trimmed.highest], given[trimmed.lowest]]


def test_ranks_share_ties_and_leave_out_the_absent(recalculated, view, expected):
    sheet = Sheet(recalculated[name_of(view)]["名次"], 3)
    finals = final_results(view, expected)
    word = "修正后得分" if view.adjusts else "最后得分"
    assert [number(sheet.cell(word, i)) for i in range(ROWS)] == finals
    places = ranks({str(i): result for i, result in enumerate(finals)})
    assert [number(sheet.cell("名次", i)) for i in range(ROWS)] == list(places.values())
    assert sheet.cell("备注", 10).value == ABSENT
    assert [sheet.cell("抽签号", i).value or "" for i in range(ROWS + 1)][-2:] == ["12", ""]


def test_the_composite_by_the_named_share(recalculated, view, expected):
    sheet = Sheet(recalculated[name_of(view)]["综合成绩"], 4)
    for i, result in enumerate(final_results(view, expected)):
        written = typed_in(view)[i].written
        if result is None:
            assert number(sheet.cell("综合成绩", i)) is None
            continue
        if view.points != 100:
            result = half_up(Fraction(result) * 100 / Fraction(view.points))
            assert number(sheet.cell("面试（百分制）", i)) == result
        assert number(sheet.cell("综合成绩", i)) == composite(written, result, SHARE)


@pytest.mark.parametrize("view", [v for v in PANELS if v.adjusts], ids=name_of)
def test_the_rooms_averages_and_factors(recalculated, view, expected):
    rooms = {room: {} for room in ROOMS}
    for i, result in enumerate(expected):
        if result is not None:
            rooms[ROOMS[i % 3]][i] = result
    adjusted = panel_adjust(rooms)
    sheet = Sheet(recalculated[name_of(view)]["考场系数"], 3)
    for i, room in enumerate(ROOMS):
        assert (sheet.cell("考场", i).value, sheet.cell("参加人数", i).value) == (room, len(rooms[room]))
        assert sheet.cell("本考场平均分 A", i).value == pytest.approx(
            float(adjusted.averages[room]), abs=0.00501
        )
        assert sheet.cell("系数 R÷A", i).value == pytest.approx(float(adjusted.factors[room]), abs=0.0000501)
    assert [number(sheet.cell("系数 R÷A", i)) for i in (3, 4, 5)] == [None] * 3
