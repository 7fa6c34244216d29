"""Values that cannot be printed are refused, each with the copy and the slot it is in."""

from __future__ import annotations

import numpy as np
import pytest
from slotted import picture, slot, texts

from builder.errors import BuildError
from builder.render.bulk import SlotError
from builder.words import Words


@pytest.fixture(scope="module")
def badge(bulk, page):
    return bulk(page(f"<p>{slot('name', '司马相如')}</p><p>{slot('time', '00:00')}</p>"))


def english(error: SlotError) -> list[tuple[int, str, str]]:
    assert all(isinstance(misfit.sentence, Words) for misfit in error.misfits)
    return [(m.copy, m.slot, m.sentence.in_language("en")) for m in error.misfits]


def test_a_character_that_no_font_has_is_told_with_every_copy_it_is_in(badge):
    copies = [
        {"name": name, "time": "09:00"} for name in ("王小明", "李𬍛", "张\U00030000", "赵䶮", "张\U00030000")
    ]
    with pytest.raises(SlotError) as caught:
        badge.pdf(copies, list("abcde"))
    told = [(n, "name", "no font has a glyph for \U00030000 (U+30000)") for n in (2, 4)]
    assert english(caught.value) == told


def test_rare_characters_that_a_font_has_are_printed(badge):
    assert "李𬍛" in texts(badge.pdf([{"name": "李𬍛", "time": ""}], ["a"]).data)[0]


def test_the_message_counts_copies_from_one(badge):
    with pytest.raises(SlotError) as caught:
        badge.pdf([{"name": "王", "time": "09:00"}, {"name": "\U00030000", "time": "09:00"}], ["a", "b"])
    assert (
        caught.value.sentence.in_language("en")
        == "copy 2, “name”: no font has a glyph for \U00030000 (U+30000)"
    )


def test_files_count_copies_through_all_runs(badge, monkeypatch):
    monkeypatch.setattr("builder.render.bulk.bulk._RUN", 2)
    copies = [{"name": name, "time": "09:00"} for name in ("甲", "乙", "丙", "\U00030000")]
    with pytest.raises(SlotError) as caught:
        list(badge.pdfs(copies))
    assert [misfit.copy for misfit in caught.value.misfits] == [3]


@pytest.mark.parametrize("make", ["pdf", "pdfs", "docx"])
@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "the copy has no value for it"),
        ("王\n明", "the value holds a line break or a control character"),
        ("王\x07", "the value holds a line break or a control character"),
        ("王\u2028明", "the value holds a line break or a control character"),
        ("王" * 501, "a slot holds 500 characters at most"),
    ],
)
def test_what_is_no_line_of_text_is_refused_in_every_format(badge, make, value, reason):
    good = {"name": "王小明", "time": "09:00"}
    bad = {"time": "09:00"} if value is None else {**good, "name": value}
    with pytest.raises(SlotError) as caught:
        list(getattr(badge, make)([good, bad], *([["a", "b"]] if make == "pdf" else [])) or ())
    assert english(caught.value) == [(1, "name", reason)]


def test_a_long_value_is_made_smaller_until_it_fits(badge):
    name = "欧阳上官慕容"
    bound = badge.pdf(
        [{"name": "司马相如", "time": ""}, {"name": name, "time": ""}], ["a", "b"], duplex=False
    )
    fits, shrunk = (np.argwhere(picture(bound.data, n, dpi=288) < 160) for n in (0, 1))
    assert name in texts(bound.data)[1]
    assert abs(int(shrunk[:, 1].max()) - int(fits[:, 1].max())) <= 6
    assert 0.55 < np.ptp(shrunk[:, 0]) / np.ptp(fits[:, 0]) < 0.8
    assert abs(int(shrunk[:, 0].max()) - int(fits[:, 0].max())) <= 6


def test_a_value_too_long_to_be_read_when_it_fits_is_refused(badge):
    with pytest.raises(SlotError) as caught:
        badge.pdf([{"name": "很" * 12, "time": ""}], ["a"])
    assert english(caught.value) == [
        (0, "name", f"“{'很' * 12}” is too long for its place, even in type of 6 pt")
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        '<p><span class="slot" data-slot="name"></span></p>',
        '<p><span class="slot" data-slot="Name 1">王</span></p>',
        '<p><span class="slot" data-slot="name"><strong>王</strong></span></p>',
    ],
)
def test_a_slot_without_name_or_sample_is_a_fault_of_the_template(bulk, page, wrong):
    with pytest.raises(BuildError, match="slot"):
        bulk(page(wrong))


def test_a_slot_that_is_never_printed_is_a_fault_of_the_template(bulk, page):
    hidden = bulk(page(f'<p>一</p><p style="display:none">{slot("name", "王")}</p>'))
    with pytest.raises(BuildError, match="name"):
        hidden.pdf([{"name": "王"}], ["a"])


def test_other_documents_values_are_passed_over(badge):
    assert "王小明" in texts(badge.pdf([{"name": "王小明", "time": "", "room": "\n"}], ["a"]).data)[0]
