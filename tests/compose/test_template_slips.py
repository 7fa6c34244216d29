"""A template that does not work is told with its name, its line and what it was showing."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("template", "code", "said"),
    [
        ("一\n二 {% if %}", "TEMPLATE-SYNTAX", "Expected an expression"),
        ("一\n{{ view.titel }}", "TEMPLATE-UNDEFINED", "InterviewerView has no attribute 'titel'"),
        ("一\n{{ nobody }}", "TEMPLATE-UNDEFINED", "'nobody' is undefined"),
        ("一\n{{ labels.cover.nothing }}", "TEMPLATE-UNDEFINED", "nothing"),
        ("一\n{{ labels.points() }}", "TEMPLATE-UNDEFINED", "{n}"),
        ("一\n{{ labels['cover'] ~ labels['no'] }}", "TEMPLATE-UNDEFINED", "no"),
        ('一\n{% include "nowhere.html.j2" %}', "TEMPLATE-MISSING", "nowhere.html.j2"),
        ("一\n{{ 1 / 0 }}", "TEMPLATE-FAILED", "division by zero"),
        ("一\n{{ 'x' + 1 }}", "TEMPLATE-FAILED", "str"),
        ("一\n{{ 'x'|number }}", "TEMPLATE-FAILED", ""),
        ('一\n{{ "{0}".format() }}', "TEMPLATE-FAILED", ""),
        ("一\n{{ 'x'|nofilter }}", "TEMPLATE-SYNTAX", "nofilter"),
        ('一\n{% include "interviewer-pack.html.j2" %}', "TEMPLATE-FAILED", "recursion"),
    ],
)
def test_the_file_the_line_and_its_text_are_told(desk, template, code, said):
    finding = desk().refusal(template)
    assert finding.code == code
    assert finding.place.file.as_posix() == "templates/interviewer-pack.html.j2"
    assert (finding.place.line, finding.place.excerpt) == (2, template.split("\n")[1])
    assert said in finding.sentence.in_language("en")
    assert finding.hint


def test_a_slip_in_a_part_is_told_where_the_part_has_it(desk):
    project = desk()
    project.write("parts/mine.html.j2", "一\n二\n{{ view.titel }}\n")
    finding = project.refusal('{% include "parts/mine.html.j2" %}')
    assert (finding.place.file.as_posix(), finding.place.line) == ("templates/parts/mine.html.j2", 3)


def test_a_slip_in_an_overriding_block_is_told_in_the_overriding_file(desk):
    finding = desk().refusal(
        '{% extends "builtin/interviewer-pack.html.j2" %}\n{% block cover %}\n{{ view.titel }}\n{% endblock %}'
    )
    assert (finding.place.file.name, finding.place.line) == ("interviewer-pack.html.j2", 3)


@pytest.mark.parametrize(
    ("template", "kind", "item"),
    [
        (
            "{% for q in view.questions %}{% if q.id == 'q-calm' %}{{ q.nope }}{% endif %}{% endfor %}",
            "interviewer-pack",
            "q-calm",
        ),
        (
            "{% macro show(q) %}{{ q.nope }}{% endmacro %}{% for s in view.sections %}{% for q in s.questions %}{{ show(q) }}{% endfor %}{% endfor %}",
            "interviewer-pack",
            "q-handover",
        ),
        ("{% for q in view.questions %}{{ q.guide }}{% endfor %}", "question-cards", "1"),
    ],
)
def test_the_question_that_was_being_shown_is_named(desk, template, kind, item):
    finding = desk().refusal(template, kind)
    assert f"(while showing {item})" in finding.sentence.in_language("en")
    assert f"正在处理 {item}" in finding.sentence.in_language("zh")


@pytest.mark.parametrize("secret", ["guide", "rubric", "probes", "calibration"])
def test_a_candidates_template_that_asks_for_a_secret_gets_none(desk, secret):
    template = "{% for q in view." + "{}" + " %}{{ q." + secret + " }}{% endfor %}"
    for kind, questions in (("candidate-handout", "practice"), ("question-cards", "questions")):
        assert desk().refusal(template.replace("{}", questions), kind).code == "TEMPLATE-UNDEFINED"
    assert desk().refusal("{{ view.sections[0].questions[0]." + secret + " }}", "candidate-handout")
