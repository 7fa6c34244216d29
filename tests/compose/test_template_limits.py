"""A template comes to an end and makes no more than a document holds, counted without a clock."""

from __future__ import annotations

import pytest

from builder.compose.allowance import MAX_STEPS, MAX_TEMPLATE_BYTES
from builder.model.project import PackSpec

NESTED = "{% set ns = namespace(s=[1], t=[1]) %}{% for i in range(60) %}{% set ns.s = [ns.s, ns.s] %}{% set ns.t = [ns.t, ns.t] %}{% endfor %}"
DOUBLED = "{% set ns = namespace(s='xx') %}{% for i in range(60) %}"


@pytest.mark.parametrize(
    "expression",
    [
        '"%999999999d"|format(1)',
        '"%.999999999f"|format(1)',
        '"%*d"|format(999999999, 1)',
        '"%999999999d" % 1',
        '"{:999999999}".format(1)',
        '"{:{}}".format(1, 999999999)',
        '"{a:999999999}".format_map({"a": 1})',
        '"x"|center(1000000000)',
        '"x".center(1000000000)',
        '"x".ljust(1000000000)',
        '"1".zfill(1000000000)',
        '"\\t".expandtabs(1000000000)',
        '(1).to_bytes(1000000000, "big")',
        '"a\nb"|indent(1000000000)',
        '("a " * 5000)|wordwrap(1, True, "x" * 100000)',
        "[1]|batch(1000000000, 0)|list",
        "[1]|slice(1000000000)|list",
        "[[1]]|tojson(indent=1000000000)",
        '1|round(100000000, "ceil")',
        '("x" * 100000)|replace("x", "y" * 100000)',
        '("x" * 100000).replace("x", "y" * 100000)',
        'range(100000)|join("y" * 100000)',
        'range(100000)|map("string")|join("y" * 100000)',
        '("y" * 100000).join(["a"] * 100000)',
        '("a" * 100000).translate({97: "b" * 100000})',
        "[view] * 100000",
        "([view] * 100000)|join",
        "([range(1000)|list] * 100000)|sum(start=[])",
    ],
)
def test_little_cannot_be_made_into_much(desk, expression):
    finding = desk().refusal("一\n{{ " + expression + " }}")
    assert finding.code == "TEMPLATE-TOO-LARGE"
    assert finding.place.line in (2, 3)


@pytest.mark.parametrize(
    "template",
    [
        DOUBLED + "{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
        DOUBLED + "{% set ns.s = ns.s + ns.s %}{% endfor %}",
        DOUBLED + "{% set ns.s %}{{ ns.s }}{{ ns.s }}{% endset %}{% endfor %}",
        "{% set ns = namespace(s=[1]) %}{% for i in range(60) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
        NESTED + "{{ ns.s }}",
        NESTED + '{{ "" ~ ns.s }}',
        NESTED + "{{ ns.s|join }}",
        NESTED + "{{ ns.s == ns.t }}",
        NESTED + "{{ ns.s is eq(ns.t) }}",
        '{% set s = "x" * 100000 %}{% for i in range(100000) %}{{ s }}{% endfor %}',
        "{% for i in range(100000) %}" + "字" * 1000 + "{% endfor %}",
        "{% macro m() %}" + "字" * 100_000 + "{% endmacro %}{% for i in range(1000) %}{{ m() }}{% endfor %}",
        "x" * (MAX_TEMPLATE_BYTES + 1),
    ],
)
def test_text_does_not_grow_without_end(desk, template):
    assert desk().refusal(template).code == "TEMPLATE-TOO-LARGE"


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{% for a in range(100000) %}{% for b in range(100000) if false %}{% endfor %}{% endfor %}",
        "{% for a in range(100000) %}{% set x = range(100000)|list %}{% endfor %}",
    ],
)
def test_loops_that_print_nothing_end_too(desk, template):
    finding = desk().refusal("一\n" + template)
    assert finding.code == "TEMPLATE-ENDLESS"
    assert finding.place.line == 2
    assert str(MAX_STEPS) in finding.sentence.in_language("en")
    assert str(MAX_STEPS) in finding.sentence.in_language("zh")


@pytest.fixture
def few_steps(monkeypatch):
    """As many steps as a test can wait for: calls of macros take longer than rounds of loops."""
    monkeypatch.setattr("builder.compose.allowance.MAX_STEPS", 20_000)


@pytest.mark.parametrize(
    "template",
    [
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% for a in range(60) recursive %}{% if loop.depth < 60 %}{{ loop([1, 1]) }}{% endif %}{% endfor %}",
        "{% for a in range(60) %}{% set x = range(1000)|map('int')|sum %}{% endfor %}",
        "{% for a in range(60) %}{% if a in range(1000)|list %}{% endif %}{% endfor %}",
        "{% for a in range(60) %}{% set x = (range(1000)|list)[1:] %}{% endfor %}",
    ],
)
@pytest.mark.usefixtures("few_steps")
def test_calls_that_call_themselves_and_what_is_made_on_the_way_are_steps(desk, template):
    assert desk().refusal(template).code == "TEMPLATE-ENDLESS"


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "TEMPLATE-FAILED"),
        ('{% include "interviewer-pack.html.j2" %}', "TEMPLATE-FAILED"),
        ("{% for a in [1] %}" * 30 + "{% endfor %}" * 30, "TEMPLATE-FAILED"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "TEMPLATE-FAILED"),
        ('{{ "1E+999999999"|number }}', "TEMPLATE-FAILED"),
        ("{{ lipsum(9) }}", "TEMPLATE-UNDEFINED"),
        ("{{ [1, 2]|random }}", "TEMPLATE-SYNTAX"),
        ('{{ 9|attr("tick") }}', "TEMPLATE-UNDEFINED"),
        ("{{ -9|metering tick }}", "TEMPLATE-SYNTAX"),
    ],
)
def test_other_ways_to_go_wrong_are_told_too(desk, template, code):
    assert desk().refusal(template).code == code


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ('"%05.1f"|format(2.5)', "002.5"),
        ('"2026年%d月"|format(11)', "2026年11月"),
        ('"{:>4}".format(7)', "   7"),
        ('"a\nb"|indent(2)', "a\n  b"),
        ("[1, 2, 3]|batch(2)|list", "[[1, 2], [3]]"),
        ('["甲", "乙"]|join("、")', "甲、乙"),
        ('"甲乙" ~ 1 ~ [2]', "甲乙1[2]"),
        ("(1, 2) == (1, 2)", "True"),
        ('"abc"[1:]', "bc"),
        ("range(5)|select('odd')|sum", "4"),
    ],
)
def test_everyday_expressions_work_as_ever(desk, expression, shown):
    assert desk().render("{{ " + expression + " }}") == shown


def test_every_document_begins_with_a_full_allowance(desk):
    project = desk()
    rounds = MAX_STEPS * 2 // 3
    loops = (
        "{% for a in range(1000) %}{% for b in range(" + str(rounds // 1000) + ") %}{% endfor %}{% endfor %}"
    )
    project.write("score-sheet.html.j2", loops)
    from builder.compose.compose import Composer
    from builder.compose.documents import BY_ID

    composer = Composer(project.workspace)
    for _ in range(2):
        assert composer.compose(BY_ID["score-sheet"], project.bank, PackSpec(bank="night-desk")).html == ""
