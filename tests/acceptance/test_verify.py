"""`packs verify` on really built files: right as they come, and found out when somebody has changed them."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from pack_projects import ProjectFolder


def rewritten(path: Path, member: str, old: bytes, new: bytes) -> None:
    """The Word file with one passage of one part replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[member]
    parts[member] = parts[member].replace(old, new, 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def codes(ran) -> set[tuple[str, str]]:
    return {(Path(fault["file"]).name, fault["code"]) for fault in ran.json["faults"]}


class TestShippedBanks:
    def test_every_built_file_of_two_banks_is_right(self, real):
        ran = real.packs("verify", "--strict", "--format", "json")
        assert ran.json["faults"] == []
        assert (ran.code, ran.err) == (0, "")
        built = [f for f in (real.root / "output").glob("*/*") if f.suffix in (".pdf", ".docx", ".html")]
        assert ran.json["files"] == len(built) > 30

    def test_what_candidates_get_is_right_in_the_others_too(self, real, tmp_path):
        built = {folder.name for folder in (real.root / "output").iterdir()}
        others = {file.stem for file in (real.root / "content").glob("*.yaml")} - built
        assert len(others) == 4
        target = ("--output", tmp_path / "papers")
        papers = ("--document", "candidate-handout", "--document", "question-cards")
        assert real.packs("build", "-q", *sorted(others), *papers, *target).err == ""
        ran = real.packs("verify", "--strict", "--format", "json", *target)
        assert (ran.json["faults"], ran.json["files"]) == ([], 4 * 2 * 2)


@pytest.fixture
def handout(sample: ProjectFolder) -> Path:
    return sample.root / "output/sample-bank/candidate-handout.docx"


class TestFilesThatWereChanged:
    def test_a_word_file_somebody_typed_into_is_said_to_be_and_checked(self, sample, handout):
        rewritten(
            handout,
            "word/document.xml",
            b"</w:body>",
            "<w:p><w:r><w:t>我加的话</w:t></w:r></w:p></w:body>".encode(),
        )
        ran = sample.packs("verify", "--format", "json")
        assert ran.code == 1
        assert {
            ("candidate-handout.docx", "VERIFY-EDITED"),
            ("candidate-handout.docx", "VERIFY-WORDS"),
        } <= codes(ran)
        assert {name for name, _ in codes(ran)} == {"candidate-handout.docx"}

    def test_a_key_point_in_its_properties_is_a_leak(self, sample, handout):
        point = re.search(
            r"key_points:\s*\n\s*- \{?\s*text: ([^,}\n]+)", sample.read("content/sample-bank.yaml")
        )[1]
        rewritten(
            handout,
            "docProps/core.xml",
            b"</cp:coreProperties>",
            f"<cp:category>{point}</cp:category></cp:coreProperties>".encode(),
        )
        ran = sample.packs("verify", handout)
        assert ran.code == 1
        assert "VERIFY-LEAK" in ran.out
        assert "docProps/core.xml" in ran.out
        assert point not in ran.out

    def test_a_file_that_is_out_of_date_is_not_called_wrong(self, sample):
        sample.replace("title: ", "title: 新", "content/sample-bank.yaml")
        ran = sample.packs("verify", "--format", "json")
        assert ran.code == 0
        assert {code for _, code in codes(ran)} == {"VERIFY-STALE"}
        assert sample.packs("verify", "-q", "--strict").code == 1

    def test_a_file_that_is_gone_is_missed(self, sample, handout):
        handout.unlink()
        ran = sample.packs("verify", "--format", "json")
        assert codes(ran) == {("candidate-handout.docx", "VERIFY-GONE")}
        assert ran.code == 1

    def test_a_broken_file_is_said_to_be_unreadable(self, sample, handout):
        handout.write_bytes(handout.read_bytes()[:2000])
        ran = sample.packs("verify", handout)
        assert "VERIFY-UNREADABLE" in ran.out
        assert ran.code == 1


class TestFilesOfOthers:
    def test_a_copy_of_the_handout_holds_nothing(self, sample, handout):
        copy = shutil.copy(handout, sample.root / "for-printing.docx")
        ran = sample.packs("verify", "--format", "json", copy)
        assert (codes(ran), ran.code) == ({("for-printing.docx", "VERIFY-FOREIGN")}, 0)

    def test_a_copy_of_the_interviewers_pack_does(self, sample):
        copy = shutil.copy(
            sample.root / "output/sample-bank/interviewer-pack.pdf", sample.root / "harmless.pdf"
        )
        ran = sample.packs("verify", "--format", "json", copy)
        assert ("harmless.pdf", "VERIFY-LEAK") in codes(ran)
        assert ran.code == 1

    def test_a_file_that_is_none_of_ours_is_unreadable(self, sample):
        ran = sample.packs("verify", sample.write("notes.txt", "…"))
        assert (ran.code, "VERIFY-UNREADABLE" in ran.out) == (1, True)

    def test_a_name_that_does_not_exist_is_a_usage_error(self, sample):
        ran = sample.packs("verify", "nowhere.pdf")
        assert ran.code == 2
        assert "nowhere.pdf" in ran.err

    def test_before_anything_was_built_there_is_nothing_to_verify(self, unbuilt):
        ran = unbuilt.packs("verify")
        assert ran.code == 2
        assert "packs build" in ran.err


class TestBuild:
    def test_a_document_whose_template_leaks_is_never_put_into_place(self, sample):
        before = sample.output()
        answer = re.search(r"model_answer: \|\n\s+(.+)", sample.read("content/sample-bank.yaml"))[1]
        base = '{% extends "base.html.j2" %}{% block body %}<p>' + answer + "</p>{% endblock %}"
        sample.write("templates/question-cards.html.j2", base)
        ran = sample.packs("build", "--document", "question-cards")
        assert ran.code == 1
        assert "VERIFY-LEAK" in ran.err
        assert "question-cards.pdf:1" in ran.err
        assert answer not in ran.err
        assert sample.output() == before
