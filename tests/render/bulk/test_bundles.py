"""Many copies in one PDF: each is what it would be alone, and the file stays small."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest
from slotted import DAY, filled, opened, picture, slot, texts
from slotted import sheets as sheets_of

import builder.render.bulk.bulk as bulk_module

TITLES = [f"{copy['draw_number']} {copy['rater']}" for copy in DAY]


@pytest.fixture(scope="module")
def bundle(sheets):
    return sheets.pdf(DAY, TITLES)


def test_every_sheet_reads_as_if_it_had_been_composed_alone(bundle, alone):
    pages = texts(bundle.data)[::2]
    assert [pages[n] for n in alone] == [texts(data)[0] for data in alone.values()]
    assert len(pages) == len(DAY)
    for text, copy in zip(pages, DAY, strict=True):
        assert all(value in text.replace(" ", "") for value in copy.values())


def test_every_sheet_looks_as_if_it_had_been_composed_alone(bundle, alone):
    for number, data in alone.items():
        assert np.abs(picture(data) - picture(bundle.data, 2 * number)).max() <= 8


def test_every_copy_starts_on_a_right_hand_page(bundle):
    assert [entry.page for entry in bundle.entries] == [1, 3, 5, 7]
    assert bundle.pages == 7
    assert set(texts(bundle.data)[1::2]) == {""}


def test_without_duplex_there_are_no_blank_pages(sheets):
    bundle = sheets.pdf(DAY, TITLES, duplex=False)
    assert [entry.page for entry in bundle.entries] == [1, 2, 3, 4]
    assert all(texts(bundle.data))


def test_the_outline_leads_to_every_copy(bundle):
    pdf = opened(bundle.data)
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as outline:
        found = [(item.title, numbers[item.destination[0].objgen]) for item in outline.root]
    assert found == list(zip(TITLES, [1, 3, 5, 7], strict=True))


def test_the_file_has_title_and_language_and_claims_no_tags(bundle, sheet):
    pdf = opened(bundle.data)
    assert (str(pdf.docinfo.Title), str(pdf.Root.Lang)) == (sheet.title, "zh-CN")
    assert not {"/StructTreeRoot", "/MarkInfo", "/Metadata"} & set(pdf.Root.keys())


def test_the_same_copies_give_the_same_bytes(bundle, bulk, sheet, sheets):
    assert sheets.pdf(DAY, TITLES).data == bundle.data
    assert bulk(sheet).pdf(DAY, TITLES).data == bundle.data


def test_five_hundred_sheets_are_hardly_larger_than_one(sheets):
    many = list(sheets_of(500))
    one, all_of_them = (sheets.pdf(copies, ["-"] * len(copies)) for copies in (many[:1], many))
    assert all_of_them.pages == 999
    assert len(all_of_them.data) - len(one.data) < 500 * 120


def test_a_blank_value_leaves_the_place_to_be_filled_in_by_hand(sheets, sheet, rendered):
    blank = {**DAY[0], "date": ""}
    bound = sheets.pdf([DAY[0], blank], ["a", "b"], duplex=False)
    assert "2026" in texts(bound.data)[0]
    assert "2026" not in texts(bound.data)[1]
    changed = np.argwhere(np.abs(picture(bound.data, 0) - picture(bound.data, 1)) > 8)
    height, width = np.ptp(changed, axis=0) * 25.4 / 60
    assert height < 5
    assert 5 < width < 25


@pytest.mark.parametrize("place", ["", "center", "right"])
def test_values_stand_as_the_text_around_them_does(bulk, page, rendered, place):
    document = page(
        '<table class="form"><colgroup><col style="width:50%"><col style="width:50%"></colgroup><tbody><tr>'
        f'<td class="{place}">{slot("time", "2026-12-31 10:30–10:50")}</td><td></td></tr></tbody></table>'
    )
    bound = bulk(document).pdf([{"time": "09:30–09:50"}], ["-"])
    alone = rendered(filled(document, {"time": "09:30–09:50"}))
    assert np.allclose(boxes(bound.data, "09:30–09:50"), boxes(alone, "09:30–09:50"), atol=0.01)


def boxes(data: bytes, text: str) -> list[tuple[float, ...]]:
    """Where each character of a text stands on the first page, in pt."""
    with pypdfium2.PdfDocument(data) as pdf:
        layer = pdf[0].get_textpage()
        start = layer.get_text_range().index(text)
        return [layer.get_charbox(start + i, loose=True) for i in range(len(text))]


def test_running_lines_have_their_values_on_every_page(bulk, page):
    header = f'<header class="running"><p><span class="left">题本</span><span class="right">第 {slot("copy", "00")} 份</span></p></header>'
    document = page(f'{header}<p>一</p><p class="break-page">二</p><p class="break-page">三</p>', "portrait")
    copies = bulk(document)
    bound = copies.pdf([{"copy": "7"}, {"copy": "12"}], ["a", "b"])
    assert copies.pages == 3
    assert [entry.page for entry in bound.entries] == [1, 5]
    read = ["".join(text.split()) for text in texts(bound.data)]
    assert read == [*(f"{n}题本第7份" for n in "一二三"), "", *(f"{n}题本第12份" for n in "一二三")]


def test_links_and_bookmarks_lead_to_the_pages_of_their_own_copy(bulk, page):
    document = page(
        f'<p>{slot("copy", "00")} <a href="#end">结束语</a></p><h1 class="break-page">题目</h1><h2 id="end" class="break-page">结束语</h2>'
    )
    pdf = opened(bulk(document).pdf([{"copy": "1"}, {"copy": "2"}], ["第1份", "第2份"]).data)
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    links = [(n, pages[a.Dest[0].objgen]) for n, p in enumerate(pdf.pages, 1) for a in p.get("/Annots", [])]
    assert links == [(1, 3), (5, 7)]
    with pdf.open_outline() as outline:
        assert [_line(item, pages) for item in outline.root] == [
            ("第1份", 1, [("题目", 2, [("结束语", 3, [])])]),
            ("第2份", 5, [("题目", 6, [("结束语", 7, [])])]),
        ]


def _line(item, pages):
    return item.title, pages[item.destination[0].objgen], [_line(child, pages) for child in item.children]


def test_copies_of_a_header_cut_short_are_cut_short_once(bulk, page, monkeypatch):
    """The engine keeps the ellipsis that it drew: pages are drawn anew for every run of files."""
    header = f'<header class="running"><p><span class="left">{"a very long header " * 40}</span></p></header>'
    monkeypatch.setattr(bulk_module, "_RUN", 1)
    document = page(f"{header}<p>{slot('copy', '00')}</p>")
    files = bulk(document).pdfs([{"copy": "1"}, {"copy": "2"}])
    first, second = (texts(data)[0] for data in files)
    assert first.count("…") == 1
    assert second == first.replace("1", "2")


def test_words_around_a_slot_do_not_move(bulk, page):
    document = page(f"<p>第{slot('copy', '00')}份，共{slot('copies', '00')}份</p>")
    bound = bulk(document).pdf(
        [{"copy": "1", "copies": "9"}, {"copy": "11", "copies": "19"}], ["a", "b"], duplex=False
    )
    first, second = (picture(bound.data, n, dpi=144) for n in (0, 1))
    ends = [np.flatnonzero((each < 160).any(axis=0))[-1] for each in (first, second)]
    assert ends[0] == ends[1]
