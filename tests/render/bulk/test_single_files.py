"""One PDF file a copy: tagged, whole, and what it would be if it had been rendered alone."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from pdf_pack import Heading, PdfPack
from slotted import DAY, opened, picture, slot, texts

import builder.render.bulk.bulk as bulk_module


@pytest.fixture(scope="module")
def files(sheets):
    return list(sheets.pdfs(DAY))


def test_each_file_reads_and_looks_as_if_it_had_been_rendered_alone(files, alone):
    assert len(files) == len(DAY)
    for number, data in alone.items():
        assert texts(files[number]) == texts(data)
        assert np.abs(picture(files[number]) - picture(data)).max() <= 8


def test_each_file_says_the_same_to_a_screen_reader(files, alone, tmp_path):
    for number, data in alone.items():
        ours, theirs = tmp_path / f"{number}.pdf", tmp_path / f"{number}-alone.pdf"
        ours.write_bytes(files[number])
        theirs.write_bytes(data)
        assert PdfPack(ours).words == PdfPack(theirs).words
        assert DAY[number]["draw_number"] in PdfPack(ours).words


def test_each_file_is_sound_and_has_an_identifier_of_its_own(files):
    opened_files = [opened(data) for data in files]
    assert len({bytes(pdf.trailer.ID[0]) for pdf in opened_files}) == 4
    assert all("/StructTreeRoot" in pdf.Root and str(pdf.Root.Lang) == "zh-CN" for pdf in opened_files)


def test_files_are_no_larger_than_rendered_alone(files, alone):
    assert len(files[0]) < len(alone[0]) * 1.1


def test_the_same_copies_give_the_same_bytes(files, sheets):
    again = [hashlib.sha256(data).digest() for data in sheets.pdfs(iter(DAY))]
    assert again == [hashlib.sha256(data).digest() for data in files]


def test_a_file_holds_only_what_its_run_needs(sheets, monkeypatch):
    """Files are made in runs: the last file's font is not that of the first run."""
    monkeypatch.setattr(bulk_module, "_RUN", 2)
    copies = [{**DAY[0], "room": room} for room in ("东厅", "西厅", "南苑", "北苑")]
    assert [
        copy["room"] in texts(data)[0] for copy, data in zip(copies, sheets.pdfs(copies), strict=True)
    ] == [True] * 4


def test_a_pack_keeps_its_bookmarks_and_links(bulk, page, tmp_path):
    document = page(
        f'<p>{slot("room", "第10考场")} <a href="#end">结束语</a></p><h1 class="break-page">题目</h1>'
        '<h2 id="end" class="break-page">结束语</h2>'
    )
    for number, data in enumerate(bulk(document).pdfs([{"room": "第1考场"}, {"room": "第2考场"}]), 1):
        opened(data)
        (tmp_path / "copy.pdf").write_bytes(data)
        pack = PdfPack(tmp_path / "copy.pdf")
        assert pack.words == f"第{number}考场结束语题目结束语"
        assert pack.bookmarks == pack.headings == [Heading(1, "题目", 2), Heading(2, "结束语", 3)]
        assert [(start, end) for start, _, end in pack.links] == [(1, 3)]
