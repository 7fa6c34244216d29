"""Build and import: the same bank, field by field; from any of its files, resaved or not, as far as they hold it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from own_packs import HOLDING, changed_fields, imported_again, with_part, word_files
from small_bank import BANK, loaded, project

from builder.compose.carrying import made_from
from builder.compose.compose import Composer
from builder.compose.documents import BY_ID, DocumentKind
from builder.content.bank import load_bank
from builder.content.project import open_workspace
from builder.errors import RequestError
from builder.importers.own.carried import own_file
from builder.importers.own.importing import own_bank, own_banks
from builder.model.project import PackSpec
from builder.render.docx.oxml.carried import CARRIED

ROOT = Path(__file__).parents[3]
BANKS = sorted(file.stem for file in (ROOT / "content").glob("*.yaml"))
ITEM = "customXml/item1.xml"


def test_there_are_banks():
    assert len(BANKS) >= 6


@pytest.mark.parametrize("name", BANKS)
def test_a_shipped_bank_comes_back(name, tmp_path):
    bank = load_bank(ROOT / f"content/{name}.yaml", Path(name))[0].bank
    files = word_files(open_workspace(ROOT), bank, tmp_path)
    assert len(files) == 3
    again, made = imported_again(files[::-1], name, tmp_path)
    assert changed_fields(bank, again.bank) == {}
    assert (made.edits.changed, made.notes, again.bank.unparsed) == ({}, [], [])
    assert "# check:" not in made.text
    assert made.text.startswith("# yaml-language-server: $schema=bank.schema.json\n")


def test_a_bank_with_everything_comes_back_but_for_its_drafts(papers):
    again, made = papers.again()
    assert {path for path in changed_fields(papers.bank, again) if "/d-later/" not in path} == set()
    assert again.points is None
    practice = next(q for q in again.sections[0].questions if q.practice)
    assert (practice.id, practice.guide.intent) == ("p-hello", "密：练习题的思路")
    assert made.edits.changed == {}


def test_the_same_bank_gives_the_same_bytes(papers, tmp_path):
    workspace = project(tmp_path / "again", "organisation: 云栈客服中心\n")
    for file in word_files(workspace, papers.bank, tmp_path):
        assert file.read_bytes() == papers.file(file.stem).read_bytes()


def test_a_pack_alone_gives_the_bank_without_what_the_other_files_hold(papers):
    for document in HOLDING[1:]:
        papers.file(document).unlink()
    again, made = papers.again()
    assert again.handout is None
    assert [q.id for q in again.sections[0].questions] == ["q-handover", "q-calm"]
    assert "1 practice questions are left out" in str([note.in_language("en") for note in made.notes])


def test_files_without_the_pack_give_what_they_hold_with_a_placeholder_for_the_rest(papers):
    papers.file("interviewer-pack").unlink()
    again, made = papers.again()
    assert again.handout.role == papers.bank.handout.role
    assert "# check: 所给文件里没有考官题本" in made.text
    questions = {q.stem: q for section in again.sections for q in section.questions}
    asked = papers.bank.sections[0].questions[0]
    assert questions[asked.stem].calibration == asked.calibration
    assert questions[asked.stem].rubric == asked.rubric


@pytest.mark.parametrize("document", HOLDING)
def test_a_file_that_libreoffice_saved_holds_the_same(document, papers, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    for other in HOLDING:
        if other != document and document != "interviewer-pack":
            continue
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        kind = "docx:MS Word 2007 XML"
        command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
        subprocess.run([*command, str(papers.file(other))], check=True, capture_output=True, timeout=120)
        shutil.move(tmp_path / f"{other}.docx", papers.file(other))
    again, made = papers.again()
    assert {path for path in changed_fields(papers.bank, again) if "/d-later/" not in path} == set()
    assert (made.edits.changed, again.unparsed) == ({}, [])


class TestNotOurs:
    """What is not whole is no file of ours: the ordinary reader has it."""

    def test_a_file_without_the_part(self, papers):
        def stripped(parts):
            for name in [name for name in parts if name.startswith("customXml/")]:
                del parts[name]

        file = with_part(papers.file("interviewer-pack"), stripped)
        assert own_file(file) is None
        assert own_banks([file], None, papers.folder) == ([], [file])

    @pytest.mark.parametrize(
        "damage",
        [
            lambda part: part[: len(part) // 2],
            lambda part: part.replace(b'"@view":', b'"@views":'),
            lambda part: part.replace(b"q-handover", b"Q HANDOVER"),
            lambda part: part.replace(CARRIED.encode(), b"urn:another"),
            lambda part: b"",
        ],
    )
    def test_a_file_whose_part_is_damaged(self, damage, papers):
        file = papers.file("interviewer-pack")
        with_part(file, lambda parts: parts.update({ITEM: damage(parts[ITEM])}))
        assert own_file(file) is None

    def test_a_file_that_unfolds_to_a_flood(self, papers):
        file = papers.file("candidate-handout")
        with_part(file, lambda parts: parts.update({ITEM: parts[ITEM] + b" " * 40_000_000}))
        assert own_file(file) is None

    def test_something_else_by_that_name(self, tmp_path):
        file = tmp_path / "interviewer-pack.docx"
        file.write_bytes(b"not a zip")
        assert own_file(file) is None


class TestTogether:
    def test_other_documents_may_be_named_too(self, papers, tmp_path):
        workspace = project(tmp_path / "more", "organisation: 云栈客服中心\n")
        word_files(workspace, papers.bank, papers.folder, ("score-sheet", "question-cards", "answer-key"))
        again, made = papers.again()
        assert {path for path in changed_fields(papers.bank, again) if "/d-later/" not in path} == set()
        assert sum("not read" in note.in_language("en") for note in made.notes) == 2

    def test_files_of_two_banks_become_two_banks_or_none(self, papers, tmp_path):
        workspace = project(tmp_path / "other")
        other = loaded(workspace.content, BANK.replace("id: night-desk", "id: day-desk"), "day-desk").bank
        (tmp_path / "day").mkdir()
        files = [*papers.files, *word_files(workspace, other, tmp_path / "day")]
        made, rest = own_banks(files, None, tmp_path / "content")
        assert [path.name for path, _ in made] == ["night-desk.yaml", "day-desk.yaml"]
        assert rest == []
        with pytest.raises(RequestError, match="different banks"):
            own_banks(files, tmp_path / "one.yaml", tmp_path)

    def test_a_document_of_somebody_else_is_not_mixed_in(self, papers, tmp_path):
        note = tmp_path / "note.txt"
        note.write_text("一、你好吗？", encoding="utf-8")
        with pytest.raises(RequestError, match="no file of a pack"):
            own_banks([*papers.files, note], tmp_path / "one.yaml", tmp_path)
        made, rest = own_banks([*papers.files, note], None, tmp_path)
        assert (len(made), rest) == (1, [note])


class TestSecrecy:
    def test_a_candidates_file_carries_only_what_is_printed_in_it(self, papers):
        names: set[str] = set()

        def noted(parts):
            names.update(name for name in parts if name.startswith("customXml/item1"))
            carried = parts[ITEM].decode()
            for secret in ("密", "handover", "q-calm", "p-hello", "三级", "past"):
                assert secret not in carried
            assert "请用一分钟介绍你的上一个夜班" in carried

        with_part(papers.file("candidate-handout"), noted)
        assert names == {ITEM}

    def test_cards_and_score_sheets_carry_no_view(self, papers):
        for document in ("question-cards", "score-sheet", "panel-summary", "answer-key"):
            kind = BY_ID[document]
            held = json.loads(made_from(kind, papers.bank, kind.view(papers.bank)))
            assert held == {"@document": document, "@bank": "night-desk"}

    def test_copies_of_a_campaign_carry_nothing(self, papers, tmp_path):
        pack = BY_ID["interviewer-pack"]
        copies = DocumentKind(pack.id, pack.audience, pack.view)
        composer = Composer(project(tmp_path / "campaign"))
        assert composer.compose(pack, papers.bank, PackSpec(bank="night-desk")).carried is not None
        assert composer.compose(copies, papers.bank, PackSpec(bank="night-desk")).carried is None


def test_what_the_page_shows_wins_over_what_is_hidden(papers):
    def forged(parts):
        carried = parts[ITEM].decode().replace("密：我把三件事写在交接单上。", "密：什么也没有做。")
        carried = carried.replace("两部电话同时响，你怎么办？", "三部电话同时响，你怎么办？")
        parts[ITEM] = carried.encode()

    with_part(papers.file("interviewer-pack"), forged)
    again, made = papers.again()
    assert {path for path in changed_fields(papers.bank, again) if "/d-later/" not in path} == set()
    assert set(made.edits.changed) == {"questions/q-handover/guide/model_answer", "questions/q-calm/stem"}


def test_files_of_two_versions_are_told(papers, tmp_path):
    workspace = project(tmp_path / "newer")
    newer = loaded(
        workspace.content, BANK.replace('version: "1.0"\nposition', 'version: "1.1"\nposition')
    ).bank
    word_files(workspace, newer, papers.folder, ("interviewer-pack",))
    opened = [own_file(file) for file in papers.files]
    made = own_bank("night-desk", [file for file in opened if file is not None])
    assert 'version: "1.1"' in made.text
    assert "different versions" in str([note.in_language("en") for note in made.notes])
