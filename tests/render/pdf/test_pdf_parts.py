"""A document laid out in parts is the document laid out as a whole, before and after an edit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pdf_pack import PdfPack

from builder.checks.inspect import inspect_files
from builder.compose.documents import BY_ID
from builder.content.project import open_workspace
from builder.content.selection import selected
from builder.fonts import glyph_finder, open_shelf
from builder.model.project import PackSpec, Select
from builder.plan.targets import Job
from builder.press.preparing import Preparation
from builder.render.pdf import render_pdf
from builder.render.pdf.cutting import UnfitError, cut, looks_across
from builder.render.pdf.parts import Parts

LONG = "请再说一个例子，讲清楚时间、地点、你做了什么、结果怎样。" * 50
"""Enough for another page."""


class Pack:
    """The interviewer pack of a shipped bank with its first three questions."""

    def __init__(self, root):
        workspace = open_workspace(root)
        shelf = open_shelf(workspace.theme, workspace.root)
        file = workspace.content / "qa-specialist.yaml"
        banks = inspect_files(workspace, [file], glyph_finder(shelf, workspace.theme)).require()
        bank = banks["qa-specialist"].bank
        names = [question.id for section in bank.sections for question in section.questions][:3]
        self.bank = selected(bank, Select(questions=names), None)
        pack = PackSpec(bank="qa-specialist")
        self.job = Job(pack, self.bank, bank, BY_ID["interviewer-pack"], ("pdf",))
        self.preparation = Preparation(workspace, shelf)

    def arguments(self, more=""):
        """What the renderers want, with something added to the second question."""
        section = next(s for s in self.bank.sections if len(s.questions) > 1)
        first, second, *others = section.questions
        second = second.model_copy(update={"stem": second.stem + more})
        asked = section.model_copy(update={"questions": [first, second, *others]})
        sections = [asked if s is section else s for s in self.bank.sections]
        work = self.preparation.prepared(
            replace(self.job, bank=self.bank.model_copy(update={"sections": sections}))
        )
        return work.document, self.preparation.css, work.theme, self.preparation.shelf


@pytest.fixture(scope="module")
def pack(request):
    return Pack(request.config.rootpath)


@pytest.fixture(scope="module")
def made(pack, tmp_path_factory):
    """Name → the file as a whole, the file in parts, and pieces that were laid out for it."""
    folder, parts, pairs, counted = tmp_path_factory.mktemp("parts"), Parts(), {}, []
    with pytest.MonkeyPatch.context() as patch:
        for name, more in (("first", ""), ("edited", "请再说一个例子。"), ("longer", LONG)):
            arguments = pack.arguments(more)
            whole = render_pdf(*arguments)
            if not pairs:
                from builder.render.pdf import joining  # the engine is there by now

                lay_out = joining.lay_out_piece
                patch.setattr(
                    joining, "lay_out_piece", lambda *a, lay_out=lay_out: counted.append(a) or lay_out(*a)
                )
            counted.clear()
            joined = parts.render(*arguments)
            assert joined.anchors == whole.anchors
            for kind, pdf in (("whole", whole), ("joined", joined)):
                (folder / f"{name}-{kind}.pdf").write_bytes(pdf.data)
            packs = [PdfPack(folder / f"{name}-{kind}.pdf") for kind in ("whole", "joined")]
            pairs[name] = (*packs, len(counted))
    return pairs


@pytest.fixture(params=["edited", "longer"])
def pair(request, made):
    return made[request.param][:2]


def test_the_first_time_every_byte_is_the_same(made):
    whole, joined, laid_out = made["first"]
    assert joined.path.read_bytes() == whole.path.read_bytes()
    assert laid_out >= 12


def test_an_edit_lays_out_the_page_it_is_on_and_those_that_show_the_fingerprint(made):
    assert made["edited"][2] == 3  # cover, question, appendix


def test_an_edit_that_adds_a_page_moves_the_others_and_their_numbers(made):
    before, after = made["edited"][0], made["longer"][1]
    assert after.pages > before.pages
    assert made["longer"][2] <= 8


def test_the_words_of_every_page_are_the_same(pair):
    whole, joined = pair
    assert whole.pages > 12
    assert joined.text_of_pages == whole.text_of_pages


def test_the_pictures_of_every_page_are_the_same(pair):
    whole, joined = pair
    for page in range(1, whole.pages + 1):
        assert np.array_equal(whole.grey(page, 50), joined.grey(page, 50)), page


def test_tags_bookmarks_and_links_are_those_of_the_whole(pair):
    whole, joined = pair

    def roles(pdf):
        return [(piece.page, piece.text, [tag for tag, _ in piece.elements]) for piece in pdf.pieces]

    assert len(whole.pieces) > 400
    assert roles(joined) == roles(whole)
    assert joined.bookmarks == whole.bookmarks
    assert len(joined.bookmarks) > 10
    assert joined.links == whole.links
    assert len(joined.links) > 10
    assert joined.page_of == whole.page_of


@pytest.mark.parametrize("css", ["@page :first { margin: 0 }", "h2 { counter-increment: q }"])
def test_a_style_sheet_that_counts_over_the_whole_document_is_noticed(css):
    assert looks_across(css)


def test_the_built_in_style_sheet_does_not(pack):
    assert not looks_across(pack.preparation.css)


@pytest.mark.parametrize("body", ["", "<p>a</p>", '<p class="running">a</p>' * 3])
def test_a_document_of_another_shape_is_not_cut(body):
    with pytest.raises(UnfitError):
        cut(f"<html><head></head><body>{body}</body></html>")
