"""Packs that this program printed as PDF: what stands in them for the panel is told from the questions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.content.reading import read_source
from builder.importers.blocks import Kind
from builder.importers.reading.pdf.pack import AREAS, PARTS
from builder.importers.reading.reading import read_manuscript

LABELS = Path(__file__).parents[2] / "templates" / "labels"


@pytest.fixture(scope="module")
def manuscript(sample_source):
    (pack,) = (sample_source / "output").glob("*/interviewer-pack.pdf")
    return read_manuscript(pack)


def test_every_question_of_a_pack_is_there_once_under_its_section(manuscript, sample_source):
    (bank,) = (sample_source / "content").glob("*.yaml")
    sections = read_source(bank).data["sections"]
    wanted = [q["title"] for section in sections for q in section["questions"] if not q.get("practice")]
    headings = [block.text for block in manuscript.blocks if block.kind is Kind.HEADING]
    found = [re.sub(r"^第 *\d+ *题\s*", "", text) for text in headings if re.match(r"第 *\d+ *题", text)]
    assert found == wanted
    assert list(manuscript.uncovered()) == []


def test_what_is_printed_for_the_panel_is_left_out_with_the_reason(manuscript):
    reasons = {piece.reason.in_language("zh") for piece in manuscript.left_out}
    for title in ("考官须知", "双向细目表", "导入语", "考场情况记录"):
        assert f"题本中供考官使用的部分：“{title}”" in reasons
    kept = "".join(block.text for block in manuscript.blocks)
    assert "不得询问" not in kept
    assert "追问" in kept


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_the_parts_are_called_as_the_labels_call_them(locale):
    text = (LABELS / f"{locale}.yaml").read_text(encoding="utf-8")
    titles = re.findall(r"^  title: \"?(.*?)\"?$", text, re.MULTILINE)
    assert len(titles) >= 8
    assert {"".join(title.split()).lower() for title in titles[:8]} <= PARTS
    notes = re.search(r"^  notes: (.*)$", text, re.MULTILINE)
    assert notes is not None
    assert "".join(notes[1].split()).lower() in AREAS
