"""A template reads the view and the labels; it opens, changes, imports and runs nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builder.compose.environment import blank, number
from builder.compose.labels import Label

PICKLE = r"""cposix\nsystem\n(S'touch {marker}'\ntR."""


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__",
        "''.__class__.__mro__[1].__subclasses__()",
        "''|attr('__class__')",
        "view['__class__']",
        "labels.__init__.__globals__",
        "prose.__globals__",
        "view.__dict__",
        "'{0.__class__}'.format(view)",
        "'{v.__class__.__init__.__globals__}'.format_map({'v': view})",
        "('{0.__cla' ~ 'ss__}').format(view)",
        "self.__init__",
        "cycler.__init__.__globals__.os",
        "view.parse_file('/etc/hostname')",
        "view.parse_raw('{}')",
        "view.model_validate_json('{}')",
        "view.model_copy(update={'id': 'x'})",
        "view.position.model_construct(title='x')",
        "view.questions[0].model_dump()",
        "document.view.__globals__",
        "view.competencies.append(1)",
        "view.questions.clear()",
        "[1].pop()",
        "{}.update(a=1)",
    ],
)
def test_a_template_cannot_reach_behind_the_data(desk, expression):
    finding = desk().refusal("一\n二\n{{ " + expression + " }}\n")
    assert finding.code == "TEMPLATE-UNSAFE"
    assert finding.place.line == 3


def test_a_pickle_in_a_template_is_not_run(desk, tmp_path):
    marker = tmp_path / "was-here"
    code = PICKLE.format(marker=marker)
    for call in ("view.parse_raw", "view.position.parse_raw", "options.parse_raw"):
        desk().refusal(
            "{{ " + call + '("' + code + '", content_type="application/pickle", allow_pickle=True) }}'
        )
        assert not marker.exists()


@pytest.mark.parametrize(
    "expression",
    [
        "range(100000000)|length",
        "range(0, 10**9)",
        "2 ** 999999999",
        "'x' * 999999999",
        "999999999 * 'x'",
        "['x'] * 999999999",
        "(1, 2) * 999999999",
        "'x'.encode() * 999999999",
        "labels.marking * 999999999",
        "('x' * 100000) * 100000",
    ],
)
def test_a_template_cannot_fill_the_memory_with_a_product_or_a_range(desk, expression):
    finding = desk().refusal("{{ " + expression + " }}")
    assert finding.code == "TEMPLATE-FAILED"
    assert "too" in finding.sentence.in_language("en")


@pytest.mark.parametrize("expression", ["'甲' * 3", "[1, 2] * 2", "3 * 4", "2.5 * 4", "range(40)|length"])
def test_small_products_and_ranges_work(desk, expression):
    assert desk().render("{{ " + expression + " }}") in ("甲甲甲", "[1, 2, 1, 2]", "12", "10.0", "40")


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "../packs.yaml",
        "parts/../../packs.yaml",
        "/etc/passwd",
        "builtin/../../pyproject.toml",
        "builtin//etc/passwd",
        "link.html.j2",
        "linked/secret.txt",
        "parts",
        "",
        "n" * 400,
    ],
)
@pytest.mark.parametrize("tag", ["include", "extends", "import"])
def test_only_templates_inside_the_two_folders_are_found(desk, tmp_path, name, tag):
    project = desk()
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir(exist_ok=True)
    (outside / "secret.txt").write_text("不该读到")
    project.write("x.txt", "")
    (project.workspace.templates / "link.html.j2").symlink_to(outside / "secret.txt")
    (project.workspace.templates / "linked").symlink_to(outside)
    tail = " as m" if tag == "import" else ""
    finding = project.refusal(f'{{% {tag} "{name}"{tail} %}}')
    assert finding.code == "TEMPLATE-MISSING"


def test_a_link_inside_the_templates_folder_is_followed(desk):
    project = desk()
    target = project.write("真的.html.j2", "里面")
    (project.workspace.templates / "link.html.j2").symlink_to(target)
    assert project.render('{% include "link.html.j2" %}') == "里面"


def test_the_projects_template_wins_and_may_override_a_single_block_of_the_built_in_one(desk):
    plain = desk().compose("candidate-handout").html
    ours = desk().render(
        '{% extends "builtin/candidate-handout.html.j2" %}{% block competencies %}<p>另行通知。</p>{% endblock %}',
        "candidate-handout",
    )
    assert "<p>另行通知。</p>" in ours
    assert "怎样把事情交清楚。" in plain
    assert "怎样把事情交清楚。" not in ours
    assert "夜间值守服务台。" in ours


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ('<p title="{{ text }}">', '<p title="&#34; onclick=&#34;x&#34; &lt;b&gt;&#39;&amp;">'),
        ("{{ text }}", "&#34; onclick=&#34;x&#34; &lt;b&gt;&#39;&amp;"),
        ("{{ text|label }}", "&#34; onclick=&#34;x&#34; &lt;b&gt;&#39;&amp;"),
        ("{{ (text ~ '{n}')|label }}", "&#34; onclick=&#34;x&#34; &lt;b&gt;&#39;&amp;{n}"),
        ("{{ ('{n}'|label)(n=text) }}", "&#34; onclick=&#34;x&#34; &lt;b&gt;&#39;&amp;"),
        ("{{ (text|label)() }}", "&#34; onclick=&#34;x&#34; &lt;b&gt;&#39;&amp;"),
        ("{{ line(text) }}", '" onclick="x" &lt;b&gt;\'&amp;'),
    ],
)
def test_text_cannot_leave_its_attribute_or_element(desk, template, shown):
    text = """{% set text = '" onclick="x" <b>' ~ "'&" %}"""
    assert desk().render(text + template) == shown


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("共{n}题", "共2题"),
        ("{n}/{n}", "2/2"),
        ("{n.__class__}", "{n.__class__}"),
        ("{0}", "{0}"),
        ("{n!r:99999999}", "{n!r:99999999}"),
        ("{}{{n}}", "{}{2}"),
        ("%(n)s %s", "%(n)s %s"),
        ("<b>{n}</b>", "&lt;b&gt;2&lt;/b&gt;"),
    ],
)
def test_a_label_fills_plain_gaps_and_looks_nothing_up_in_them(label, shown):
    if "{0}" in label:
        with pytest.raises(KeyError):
            Label(label)(n=2)
    else:
        assert str(Label(label)(n=2)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Decimal("5.0"), "5"), (Decimal("2.50"), "2.5"), (100, "100"), (Decimal("1E+2"), "100"), (0, "0")],
)
def test_numbers_have_no_needless_zeros(value, shown):
    assert number(value) == shown


@pytest.mark.parametrize(("length", "ems"), [(6, 6), (0, 1), (-3, 1), (10**9, 60)])
def test_a_blank_is_never_longer_than_a_line(length, ems):
    assert blank(length).count("\u3000") == ems
