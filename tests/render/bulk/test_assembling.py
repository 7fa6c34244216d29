"""What a room prints, in one file: in order, every copy on a right-hand page."""

from __future__ import annotations

import pytest
from slotted import DAY, opened, slot, texts
from slotted import sheets as sheets_of

from builder.render.bulk import Part, assemble


@pytest.fixture(scope="module")
def pack(bulk, page):
    """Three pages, with a link from the first to the last."""
    return bulk(
        page(
            f'<p>第{slot("copy", "00")}份 <a href="#end">到末页</a></p><h1 class="break-page">题目</h1>'
            '<h2 id="end" class="break-page">末页</h2>'
        )
    )


@pytest.fixture(scope="module")
def plain(rendered, page):
    return rendered(
        page('<h1>考场须知</h1><p><a href="#x">见下</a></p><h1 id="x" class="break-page">附件</h1>')
    )


@pytest.fixture(scope="module")
def parts(pack, sheets, plain):
    packs = pack.pdf([{"copy": "1"}, {"copy": "2"}], ["题本1", "题本2"], duplex=False)
    marks = sheets.pdf(DAY, [f"{c['draw_number']} {c['rater']}" for c in DAY], duplex=False)
    return [packs, Part(plain, "须知"), marks]


@pytest.fixture(scope="module")
def room(parts):
    return assemble(parts, "第1考场", "zh-CN")


def test_every_copy_starts_on_a_right_hand_page_in_printing_order(room):
    assert [(entry.title, entry.page) for entry in room.entries] == [
        ("题本1", 1),
        ("题本2", 5),
        ("须知", 9),
        ("0001 考官1", 11),
        ("0001 考官2", 13),
        ("0002 考官1", 15),
        ("0002 考官2", 17),
    ]
    words = ["".join(text.split()) for text in texts(room.data)]
    assert room.pages == len(words) == 17
    assert [n for n, text in enumerate(words, 1) if not text] == [4, 8, 12, 14, 16]
    assert words[4].startswith("第2份")
    assert "0002" in words[14]


def test_links_and_outline_lead_where_they_did(room):
    pdf = opened(room.data)
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    links = [(n, pages[a.Dest[0].objgen]) for n, p in enumerate(pdf.pages, 1) for a in p.get("/Annots", [])]
    assert links == [(1, 3), (5, 7), (9, 10)]
    with pdf.open_outline() as outline:
        found = {
            item.title: [(child.title, pages[child.destination[0].objgen]) for child in item.children]
            for item in outline.root
        }
    assert list(found) == [entry.title for entry in room.entries]
    assert found["题本2"] == [("题目", 6)]
    assert found["须知"] == [("考场须知", 9), ("附件", 10)]


def test_the_file_is_called_what_it_is(room):
    pdf = opened(room.data)
    assert (str(pdf.docinfo.Title), str(pdf.Root.Lang)) == ("第1考场", "zh-CN")


def test_sheets_share_what_they_have_in_common(room, sheets):
    one = sheets.pdf(DAY[:1], ["-"])
    whole = sheets.pdf(list(sheets_of(200)), ["-"] * 200)
    joined = assemble([whole, whole], "两遍", "zh-CN")
    assert joined.pages == 799
    assert len(joined.data) < 2 * len(one.data) + 400 * 120


def test_the_same_parts_give_the_same_bytes(parts, room):
    assert assemble(parts, "第1考场", "zh-CN").data == room.data


def test_a_room_without_candidates_adds_nothing(sheets, plain):
    joined = assemble([sheets.pdf([], []), Part(plain, "须知")], "空场", "zh-CN")
    assert ([entry.title for entry in joined.entries], joined.pages) == (["须知"], 2)
