"""What is to be built: packs, documents and formats; and the manifest of what was."""

from __future__ import annotations

import json

import pytest
from small_bank import BANK, edited, loaded

from builder.errors import RequestError
from builder.model.project import PackSpec, Project
from builder.plan.manifest import NAME, VERSION, Entry, manifest_text, read_manifest
from builder.plan.targets import chosen_packs, plan_jobs
from builder.plan.wish import Wish

BASIC = ["interviewer-pack", "score-sheet", "candidate-handout", "question-cards"]


@pytest.fixture
def banks(tmp_path):
    return {"night-desk": loaded(tmp_path)}


def targets(jobs):
    """File of each job and format, as `pack/document.format`; of the documents that every bank gets."""
    return [
        job.file(form, job.kind.id).as_posix() for job in jobs for form in job.formats if job.kind.id in BASIC
    ]


class TestPacks:
    def test_without_packs_every_bank_is_one(self):
        assert [p.id for p in chosen_packs(Project(), ["a", "b"], Wish())] == ["a", "b"]

    def test_packs_of_the_project_are_the_only_ones(self):
        project = Project(packs=[PackSpec(bank="a", name="form-b"), PackSpec(bank="a")])
        assert [p.id for p in chosen_packs(project, ["a", "b"], Wish())] == ["form-b", "a"]
        assert [p.id for p in chosen_packs(project, ["a", "b"], Wish(packs=["form-b"]))] == ["form-b"]

    @pytest.mark.parametrize(
        ("wish", "said", "hint"),
        [
            (Wish(packs=["nigth"]), "there is no pack “nigth”", "did you mean “night”?"),
            (
                Wish(documents=["handout"]),
                "there is no document “handout”",
                "did you mean “candidate-handout”?",
            ),
        ],
    )
    def test_a_wish_for_what_is_not_there_is_told(self, wish, said, hint):
        with pytest.raises(RequestError) as caught:
            chosen_packs(Project(), ["night"], wish)
        assert caught.value.exit_code == 2
        assert caught.value.sentence.in_language("en") == said
        assert caught.value.hint.in_language("en") == hint


class TestJobs:
    def test_a_pack_has_every_document_that_fits_as_pdf_and_docx(self, banks):
        jobs = plan_jobs([PackSpec(bank="night-desk")], banks, Wish())
        assert targets(jobs) == [f"night-desk/{kind}.{form}" for kind in BASIC for form in ("pdf", "docx")]

    def test_a_bank_without_handout_gets_none(self, tmp_path):
        start, end = BANK.index("handout:\n"), BANK.index("sections:\n")
        bare = {"night-desk": loaded(tmp_path, BANK[:start] + BANK[end:])}
        jobs = plan_jobs([PackSpec(bank="night-desk")], bare, Wish(formats=["pdf"]))
        assert "night-desk/candidate-handout.pdf" not in targets(jobs)
        assert len(targets(jobs)) == 3

    @pytest.mark.parametrize(
        ("spec", "wish", "expected"),
        [
            ({"documents": ["score-sheet"]}, Wish(), ["f/score-sheet.pdf", "f/score-sheet.docx"]),
            ({"documents": ["score-sheet"], "formats": ["docx"]}, Wish(), ["f/score-sheet.docx"]),
            (
                {"documents": ["score-sheet"], "formats": ["docx"]},
                Wish(formats=["html"]),
                ["f/score-sheet.html"],
            ),
            (
                {"formats": ["docx", "pdf"]},
                Wish(documents=["question-cards"]),
                ["f/question-cards.pdf", "f/question-cards.docx"],
            ),
        ],
    )
    def test_what_is_asked_for_now_goes_before_what_the_pack_says(self, banks, spec, wish, expected):
        assert targets(plan_jobs([PackSpec(bank="night-desk", name="f", **spec)], banks, wish)) == expected

    @pytest.mark.parametrize(
        ("spec", "wish", "expected"),
        [
            ({}, Wish(documents=["panel-summary"]), ("pdf", "docx", "xlsx")),
            ({"formats": ["pdf"]}, Wish(documents=["panel-summary"]), ("pdf",)),
            ({}, Wish(formats=["xlsx"]), ("xlsx",)),
            ({}, Wish(documents=["panel-summary"], formats=["html"]), ("html",)),
        ],
    )
    def test_a_summary_comes_with_its_workbook_unless_formats_are_named(self, banks, spec, wish, expected):
        jobs = plan_jobs([PackSpec(bank="night-desk", **spec)], banks, wish)
        assert [(job.kind.id, job.formats) for job in jobs] == [("panel-summary", expected)]

    def test_a_document_without_a_workbook_alone_makes_nothing_to_build(self, banks):
        with pytest.raises(RequestError) as caught:
            plan_jobs([PackSpec(bank="night-desk")], banks, Wish(documents=["score-sheet"], formats=["xlsx"]))
        assert "nothing to build" in caught.value.sentence.in_language("en")

    def test_a_wish_that_no_pack_can_grant_is_told(self, banks):
        pack = PackSpec(bank="night-desk", documents=["score-sheet"])
        with pytest.raises(RequestError) as caught:
            plan_jobs([pack], banks, Wish(documents=["question-cards"]))
        assert "nothing to build" in caught.value.sentence.in_language("en")

    def test_a_packs_own_scale_and_selection_replace_the_banks(self, banks):
        pack = PackSpec.model_validate(
            {
                "bank": "night-desk",
                "scale": "bars-5",
                "aggregation": "trim-total",
                "select": {"questions": ["q-calm"]},
            }
        )
        bank = plan_jobs([pack], banks, Wish())[0].bank
        assert (bank.scale, bank.aggregation) == ("bars-5", "trim-total")
        assert bank.sections[0].points == 4
        assert banks["night-desk"].bank.scale == "points"

    def test_two_banks_do_not_mix(self, tmp_path, banks):
        day = edited("id: night-desk", "id: day-desk", edited("夜班服务台专员", "白班服务台专员"))
        both = {**banks, "day-desk": loaded(tmp_path, day, "day-desk")}
        jobs = plan_jobs([PackSpec(bank="day-desk"), PackSpec(bank="night-desk")], both, Wish())
        titles = {job.pack.id: job.bank.position.title for job in jobs}
        assert titles == {"day-desk": "白班服务台专员", "night-desk": "夜班服务台专员"}


class TestManifest:
    def entry(self, file, **changes):
        values = {"pack": "p", "document": "d", "format": "pdf", "sha256": "ab", "inputs": "cd"}
        return Entry(**{"file": file, **values, "pages": 3, "size": 9, "seconds": 0.5, **changes})

    def test_it_is_read_back_as_it_was_written_in_order_of_files(self, tmp_path):
        entries = [self.entry("乙/考官题本.pdf"), self.entry("a/b.docx", format="docx")]
        text = manifest_text(entries)
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        assert read_manifest(tmp_path) == {e.file: e for e in entries}
        assert [f["file"] for f in json.loads(text)["files"]] == ["a/b.docx", "乙/考官题本.pdf"]
        assert manifest_text(reversed(entries)) == text
        assert "考官题本" in text

    @pytest.mark.parametrize(
        "text",
        [
            None,
            "",
            "不是 JSON",
            "[]",
            "null",
            '{"version": 0, "files": []}',
            f'{{"version": {VERSION}}}',
            f'{{"version": {VERSION}, "files": [{{"file": "x"}}]}}',
            f'{{"version": {VERSION}, "files": [7]}}',
            f'{{"version": {VERSION}, "files": 7}}',
        ],
    )
    def test_one_that_cannot_be_understood_is_as_good_as_none(self, tmp_path, text):
        if text is not None:
            (tmp_path / NAME).write_text(text, encoding="utf-8")
        assert read_manifest(tmp_path) == {}

    def test_bytes_that_are_no_text_are_as_good_as_none(self, tmp_path):
        (tmp_path / NAME).write_bytes(b"\xff\xfe\x00")
        assert read_manifest(tmp_path) == {}
