"""One document: its view, its words, its pictures, and whatever people typed, as semantic HTML."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html
from PIL import Image
from small_bank import BANK, edited

from builder.compose.compose import Composer
from builder.compose.documents import BY_ID, DOCUMENTS, Audience
from builder.compose.labels import Labels, read_labels
from builder.content.images import ImageError
from builder.content.project import built_in_templates
from builder.content.reading import read_source
from builder.errors import BuildError, ContentError
from builder.model.bank import Bank
from builder.model.project import PackSpec

BASIC = ("interviewer-pack", "score-sheet", "candidate-handout", "question-cards")
HOSTILE = """'"><i>{{7*7}}</td>"""


def shape(document):
    """Every element of the page with the names of its attributes."""
    tree = lxml_html.document_fromstring(document.html)
    return [(e.tag, sorted(e.attrib)) for e in tree.iter() if isinstance(e.tag, str)]


def words_of(document):
    return lxml_html.document_fromstring(document.html).text_content()


def poisoned(value, where=""):
    """A bank's data with hostile text at the end of every text that is not a name of something."""
    if isinstance(value, dict):
        return {k: poisoned(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [poisoned(v, where) for v in value]
    names = ("id", "locale", "version", "type", "competency", "competencies", "status", "difficulty", "scale")
    rules = (
        "aggregation",
        "correction_rule",
        "employer_type",
        "draw",
        "date",
        "review_due",
        "level",
        "opening",
    )
    return value + HOSTILE if isinstance(value, str) and where not in (*names, *rules) else value


@pytest.mark.parametrize("kind", BASIC)
def test_whatever_people_type_is_shown_and_never_becomes_markup(desk, kind):
    tame = desk()
    data = poisoned(read_source(tame.workspace.content / "night-desk.yaml").data)
    wild = type(tame)(tame.workspace, Bank.model_validate(data))
    before, after = tame.compose(kind), wild.compose(kind)
    assert shape(after) == shape(before)
    assert words_of(after).count("'\"><i>{{7*7}}</td>") >= 5


@pytest.mark.parametrize("kind", [k.id for k in DOCUMENTS if k.audience is Audience.CANDIDATE])
def test_a_candidates_page_has_no_word_of_the_interviewers_anywhere_in_it(desk, kind):
    project = desk(edited("marking: 密件甲", "marking: 内部资料"))
    assert "密" not in re.sub("保密", "", project.compose(kind).html)
    assert "密：责任人和时间都有" in project.compose("interviewer-pack").html


def test_a_document_names_its_language_title_and_maker(desk):
    document = desk().compose("interviewer-pack")
    page = lxml_html.document_fromstring(document.html)
    assert (document.language, page.get("lang")) == ("zh-CN", "zh-CN")
    assert page.findtext(".//title") == document.title == "夜班服务台专员 考官题本"
    assert page.xpath("//meta[@name='author']/@content") == ["云栈客服中心"]
    (keywords,) = page.xpath("//meta[@name='keywords']/@content")
    assert re.fullmatch(r"night-desk, 1\.0, [0-9a-f]{8}", keywords)


@pytest.mark.parametrize(
    ("packs", "bank", "spec", "marking"),
    [
        ("{}", "", {}, "内部资料·注意保存"),
        ("marking: 项目密级", "", {}, "项目密级"),
        ("marking: 项目密级", "marking: 题库密级", {}, "题库密级"),
        ("marking: 项目密级", "marking: 题库密级", {"marking": "本包密级"}, "本包密级"),
    ],
)
def test_the_nearest_marking_is_printed(desk, packs, bank, spec, marking):
    document = desk(edited("marking: 密件甲", bank), packs + "\n").compose(
        "interviewer-pack", PackSpec(bank="night-desk", **spec)
    )
    page = lxml_html.document_fromstring(document.html)
    assert page.xpath("//p[@class='marking']/text()") == [marking]


def test_questions_stand_in_order_with_everything_the_interviewer_needs(desk):
    said = words_of(desk().compose("interviewer-pack"))
    places = [
        said.rindex(text)
        for text in (
            "请讲一次你交接",
            "密：对方怎样确认收到？",
            "密：我把三件事写在交接单上。",
            "密：责任人和时间都有",
            "两部电话同时响",
            "密：有先后",
            "密：请离场。",
        )
    ]
    assert places == sorted(places)
    assert "密：本次共2题。" in said
    assert "还没有定稿" not in said


def test_a_picture_travels_with_the_document_once_under_a_name_of_its_own(desk):
    text = edited(
        "请讲一次你交接没有办完的工作的经过。", '"看图：![流程 “图”](图/流程.png) ![再看](图/流程.png)"'
    )
    project = desk(text)
    (project.workspace.content / "图").mkdir()
    Image.new("RGB", (300, 100), "#1f4e79").save(project.workspace.content / "图" / "流程.png")
    document = project.compose("question-cards")
    ((name, data),) = document.assets.items()
    assert data == (project.workspace.content / "图" / "流程.png").read_bytes()
    images = lxml_html.document_fromstring(document.html).xpath("//img")
    assert [(i.get("src"), i.get("alt")) for i in images] == [
        (f"asset:{name}", "流程 “图”"),
        (f"asset:{name}", "再看"),
    ]
    assert re.fullmatch(r"width:50\.8mm|width:51mm", images[0].get("style"))


def test_a_picture_outside_the_project_stops_the_document(desk, tmp_path):
    project = desk(edited("请讲一次你交接没有办完的工作的经过。", '"![x](../../../../../../etc/hostname)"'))
    with pytest.raises(ImageError) as caught:
        project.compose("question-cards")
    assert caught.value.code == "IMAGE-OUTSIDE"


def test_the_same_bank_gives_the_same_page(desk):
    assert [desk().compose(kind) for kind in BASIC] == [desk().compose(kind) for kind in BASIC]


class TestLabels:
    def test_a_projects_words_are_laid_over_the_built_in_ones_one_by_one(self, desk):
        project = desk()
        project.write("labels/zh-CN.yaml", "cover: {structured: 半结构化面试}\n")
        said = words_of(project.compose("interviewer-pack"))
        assert "半结构化面试" in said
        assert "考官题本" in said

    def test_words_with_markup_are_shown_as_typed(self, desk):
        project = desk()
        project.write("labels/zh-CN.yaml", "points: '<b>{n}</b> 分 {n.__class__}'\n")
        assert "&lt;b&gt;6&lt;/b&gt; 分 {n.__class__}" in project.compose("interviewer-pack").html

    @pytest.mark.parametrize(
        ("text", "code"), [("- 甲\n", "TYPE-WRONG"), ("甲: [\n", "YAML-SYNTAX"), ("", "YAML-EMPTY")]
    )
    def test_a_labels_file_that_is_none_is_told(self, desk, text, code):
        project = desk()
        project.write("labels/zh-CN.yaml", text)
        with pytest.raises(ContentError) as caught:
            project.compose("interviewer-pack")
        assert [f.code for f in caught.value.findings] == [code]

    def test_a_language_without_words_is_told(self, tmp_path):
        with pytest.raises(BuildError) as caught:
            read_labels("fr", [built_in_templates(), tmp_path])
        assert "fr" in caught.value.sentence.in_language("en")
        assert "templates/labels/fr.yaml" in caught.value.hint.in_language("en")

    def test_both_languages_have_the_same_words(self):
        def names(value, path=""):
            if isinstance(value, dict):
                return [name for key, item in value.items() for name in names(item, f"{path}.{key}")]
            return [f"{path} × {len(value)}"] if isinstance(value, list) else [path]

        chinese, english = (
            set(names(read_labels(locale, [built_in_templates()]))) for locale in ("zh-CN", "en")
        )
        assert len(chinese) > 200
        assert chinese == english

    def test_labels_are_read_by_name_and_say_which_name_is_wrong(self):
        labels = Labels({"cover": {"title": "题本", "rows": ["甲", {"x": "乙{n}"}]}, "count": 3})
        assert labels.cover.title == labels["cover"]["title"] == "题本"
        assert labels.cover.rows[1].x(n=1) == "乙1"
        assert (labels.count, len(labels), list(labels)) == (3, 2, ["cover", "count"])
        with pytest.raises(AttributeError, match=r"labels\.cover\.titel"):
            _ = labels.cover.titel


def test_the_projects_style_sheet_follows_the_built_in_one(desk):
    project = desk()
    assert "/* ours */" not in Composer(project.workspace).stylesheet()
    project.write("print.css", "/* ours */ p { color: red }")
    assert Composer(project.workspace).stylesheet().endswith("/* ours */ p { color: red }")


def test_every_document_has_a_template_a_name_in_both_languages_and_an_audience():
    assert len(DOCUMENTS) >= 4
    for kind in DOCUMENTS:
        assert (built_in_templates() / kind.template).is_file()
        for locale in ("zh-CN", "en"):
            assert read_labels(locale, [built_in_templates()])["documents"][kind.id]
    assert BY_ID["candidate-handout"].audience is Audience.CANDIDATE


def test_a_bank_without_a_handout_gets_no_handout(desk):
    start, end = BANK.index("handout:\n"), BANK.index("sections:\n")
    bare = desk(BANK[:start] + BANK[end:]).bank
    assert [BY_ID[kind].fits(bare) for kind in BASIC] == [True, True, False, True]
