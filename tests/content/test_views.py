"""What each audience's view holds, and what it cannot hold."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import get_args

import pytest
from pydantic import BaseModel
from small_bank import BANK, edited, loaded

from builder.compose.documents import BY_ID, DOCUMENTS, Audience
from builder.compose.imprint import fingerprint
from builder.content.views.candidate import CardsView, HandoutView, cards_view, handout_view
from builder.content.views.interviewer import interviewer_view
from builder.content.views.scorer import question_bands, scorer_view
from builder.model.bank import Bank, Guide

SECRET = "密"
CONFIDENTIAL_NAMES = {
    *Guide.model_fields,
    *("guide", "guides", "probes", "rubric", "criteria", "levels", "bands", "descriptor", "points"),
    *("weight", "weight_rationale", "indicators", "anchors", "must_have", "scripts", "changes", "retention"),
    *(
        "owner",
        "marking",
        "bank",
        "calibration",
        "source",
        "draft",
        "status",
        "tags",
        "notes_lines",
        "parallel_group",
    ),
}
SHOWING_IT = ("interviewer-pack", "score-sheet", "candidate-handout", "question-cards")
CANDIDATE = [kind for kind in DOCUMENTS if kind.audience is Audience.CANDIDATE]


@pytest.fixture
def bank(tmp_path):
    """The model of a bank's text."""
    return lambda text=BANK: loaded(tmp_path, text).bank


def strings_in(value):
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings_in(item)


def models_in(annotation):
    """Every model that a view can hold, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_in(field.annotation)
    for inner in get_args(annotation):
        yield from models_in(inner)


@pytest.mark.parametrize("kind", CANDIDATE, ids=lambda kind: kind.id)
def test_a_candidates_view_holds_no_word_of_the_interviewers(bank, kind):
    secrets = {s for s in strings_in(bank().model_dump(mode="json")) if SECRET in s}
    assert len(secrets) > 40
    guide = bank().sections[0].questions[0].guide
    assert all(getattr(guide, name) for name in Guide.model_fields)
    view = json.loads(kind.view(bank()).model_dump_json())
    said = list(strings_in(view))
    assert len(said) >= 7
    assert [s for s in said if SECRET in s or s in secrets] == []


@pytest.mark.parametrize("view", [HandoutView, CardsView])
def test_a_candidates_view_has_no_place_for_a_guide_probe_or_rubric(view):
    models = set(models_in(view))
    assert len(models) >= 2
    for model in models:
        assert not CONFIDENTIAL_NAMES & set(model.model_fields), model
        assert not issubclass(model, Bank)
        assert model.model_config["extra"] == "forbid"


def test_every_candidates_document_is_made_from_one_of_these_views(bank):
    assert {type(kind.view(bank())) for kind in CANDIDATE} == {HandoutView, CardsView}
    assert len(CANDIDATE) >= 2


def test_the_handout_holds_no_live_question_only_practice(bank):
    view = handout_view(bank())
    assert [q.stem for q in view.practice] == ["请用一分钟介绍你的上一个夜班。"]
    said = view.model_dump_json()
    for stem in ("交接没有办完的工作", "两部电话", "凌晨两点", "q-handover"):
        assert stem not in said
    assert (view.question_count, view.minutes) == (2, Decimal(12))


def test_a_competency_is_told_in_plain_words_or_by_its_definition(bank):
    notes = {c.name: c.note for c in handout_view(bank()).competencies}
    assert notes == {"交接": "怎样把事情交清楚。", "沉着": "慌乱时步骤不乱。"}


def test_the_cards_hold_live_questions_in_order(bank):
    cards = cards_view(bank()).questions
    assert [(q.number, q.stem) for q in cards] == [
        (1, "请讲一次你交接没有办完的工作的经过。"),
        (2, "两部电话同时响，你怎么办？"),
    ]


def test_the_interviewer_sees_every_live_question_with_all_its_secrets_and_no_other(bank):
    view = interviewer_view(bank())
    assert [(q.number, q.id) for q in view.questions] == [(1, "q-handover"), (2, "q-calm")]
    assert view.questions[0].guide.red_flags[0].effect == "密：记下原话"
    assert (view.points, view.minutes) == (10, 12)
    assert [q.id for q in view.asked_about("calm")] == ["q-handover", "q-calm"]
    assert view.handout is None
    said = view.model_dump_json()
    assert "练习题的思路" not in said
    assert "还没有定稿" not in said


def test_a_section_without_live_questions_is_not_announced(bank):
    drafts = edited(
        "sections:\n",
        "sections:\n  - {id: later, title: 以后, points: 0, minutes: 5, questions: [{id: d-1, type: open, competencies: [calm], points: 0, answer_minutes: 1, stem: 稿, status: draft}]}\n",
    )
    assert [(s.number, s.id) for s in interviewer_view(bank(drafts)).sections] == [(1, "past")]
    assert [s.title for s in handout_view(bank(drafts)).sections] == ["经历"]


def test_the_scorer_sees_criteria_and_bands_but_no_answers(bank):
    view = scorer_view(bank())
    assert [(q.number, q.title, q.criteria) for q in view.questions] == [
        (1, "密题名：交接", ["密项：交清楚 6"]),
        (2, "密题名：沉着", ["密项：先后 4"]),
    ]
    said = view.model_dump_json()
    for secret in ("追问", "对方怎样确认", "我把三件事写在交接单上", "密：区分", "责任人和时间都有"):
        assert secret not in said
    assert view.band_labels == []  # the two questions have different levels


def test_the_bands_of_a_question_join_without_gap_from_its_points_to_nought(bank):
    rubric = bank().sections[0].questions[0].rubric
    bands = [(b.label, b.min, b.max) for b in question_bands(rubric, Decimal(6))]
    assert bands == [("密好", Decimal("4.5"), 6), ("密中", 2, 4), ("密差", 0, Decimal("1.5"))]
    twice = [(b.min, b.max) for b in question_bands([*rubric, *rubric], Decimal(12))]
    assert twice == [(9, 12), (4, Decimal("8.5")), (0, Decimal("3.5"))]
    assert question_bands([], Decimal(6)) == []


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("密：对方怎样确认收到？", "密：对方签收了吗？", {"interviewer-pack"}),
        ("密：责任人和时间都有", "密：两样都有", {"interviewer-pack"}),
        ("密：练习题的追问", "密：又一个追问", set()),
        ("密：还没有定稿的题。", "密：仍没有定稿。", set()),
        ("密项：先后", "密项：顺序", {"interviewer-pack", "score-sheet"}),
        ("请用一分钟介绍", "请用两分钟介绍", {"candidate-handout"}),
        ("怎样把事情交清楚。", "怎样交清楚。", {"candidate-handout"}),
        ("请讲一次你交接", "请再讲一次你交接", {"interviewer-pack", "question-cards"}),
        ("值守夜间服务台, ", "看守服务台, ", {"interviewer-pack", "score-sheet", "candidate-handout"}),
        ('version: "1.0"\nposition', 'version: "1.1"\nposition', set(SHOWING_IT)),
    ],
)
def test_an_edit_changes_the_fingerprint_of_the_documents_that_show_it_and_of_no_other(
    bank, old, new, changed
):
    before, after = bank(), bank(edited(old, new))
    kinds = [BY_ID[name] for name in SHOWING_IT]
    assert {k.id for k in kinds if fingerprint(k.view(before)) != fingerprint(k.view(after))} == changed


def test_a_view_leaves_the_bank_as_it_was(bank):
    held = bank()
    before = held.model_dump_json()
    for kind in filter(lambda kind: kind.fits(held), DOCUMENTS):
        kind.view(held)
    assert held.model_dump_json() == before
