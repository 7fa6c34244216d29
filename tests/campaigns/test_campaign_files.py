"""What `packs build --campaign` writes: complete, anonymous, ready for the printer."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from campaign_projects import CAMPAIGN, NAMES, ROSTER, build, campaign_project
from packs_command import packs

from builder.compose.imprint import fingerprint
from builder.content.bank import load_banks
from builder.content.project import bank_files, open_workspace
from builder.content.views.scorer import scorer_view
from builder.errors import BuildError
from builder.press.campaign.records import Line, list_text
from builder.verify.leaks.folding import folded
from builder.verify.leaks.strings import sources_of
from builder.verify.ooxml.audit import _is_accepted, _problems
from builder.verify.opened import reopened

FEW = CAMPAIGN + "documents: [door-list, score-sheet]\nformats: [pdf]\n"


def pages_of(data):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def text_of(data):
    return "".join("".join(pages_of(data)).split())


def says(name, data, words):
    """Which of some words any string of the file holds."""
    strings = [s for source in sources_of(reopened(Path(name), data)) for s in source.strings]
    assert strings, name
    return {word for word in words if any(folded(word) in string for string in strings)}


class TestTheFiles:
    def test_everything_of_the_day_is_there_in_both_formats(self, built):
        names = {n for n in built.files if n.startswith("room-2/")}
        singles = {"timetable", "door-list", "table-signs", "panel-summary"}
        singles |= {f"interviewer-packs/{n + 3}-考官{n}" for n in (1, 2, 3)}
        singles |= {f"score-sheets/{d}-考官{n}" for d in ("02", "04") for n in (1, 2, 3)}
        singles |= {f"candidate-handouts/{d}" for d in ("02", "04")}
        assert names == {f"room-2/{s}.{form}" for s in singles for form in ("pdf", "docx")} | {
            "room-2/print.pdf"
        }
        assert {n for n in built.files if "/" not in n or n.startswith("org")} == {
            "manifest.csv", "organisers/sealed-key.pdf", "organisers/sealed-key.docx",
        }  # fmt: skip

    def test_the_list_names_every_file_with_its_hash_and_no_person(self, built):
        listed = {line["file"]: line for line in built.lines}
        assert set(listed) == set(built.files) - {"manifest.csv"}
        for name, data in built.files.items():
            if name != "manifest.csv":
                assert listed[name]["sha256"] == hashlib.sha256(data).hexdigest()
                if name.endswith(".pdf"):
                    assert int(listed[name]["pages"]) == len(pypdfium2.PdfDocument(data)), name
        sheet = listed["room-1/score-sheets/03-考官2.pdf"]
        assert (sheet["kind"], sheet["room"], sheet["draw_number"], sheet["rater"]) == (
            "score-sheet",
            "第一考场",
            "03",
            "考官2",
        )
        assert listed["room-2/interviewer-packs/5-考官2.pdf"]["copy"] == "5"
        assert not any(name in (built.folder / "manifest.csv").read_text("utf-8") for name in NAMES)

    def test_word_files_are_valid(self, built):
        for name in ("table-signs", "timetable", "score-sheets/01-考官1", "candidate-handouts/01"):
            file = reopened(Path(f"{name}.docx"), built.files[f"room-1/{name}.docx"])
            assert [p for p in _problems(file) if not _is_accepted(p)] == []


class TestNames:
    def test_no_name_is_in_any_file_but_the_sealed_key(self, built):
        looked = 0
        for name, data in built.files.items():
            if name != "manifest.csv":
                looked += 1
                assert says(name, data, NAMES) == (set(NAMES) if "sealed-key" in name else set()), name
        assert looked > 40

    def test_a_campaign_that_is_not_anonymous_names_people_but_not_to_raters(self, tmp_path):
        text = FEW.replace("door-list", "timetable, door-list, candidate-handout") + "anonymous: false\n"
        files = build(campaign_project(tmp_path, campaign=text)).files
        first = set(NAMES[0::2])
        for name in ("timetable", "door-list"):
            assert says(f"{name}.pdf", files[f"room-1/{name}.pdf"], NAMES) == first
        assert says("x.pdf", files["room-1/candidate-handouts/03.pdf"], NAMES) == {NAMES[2]}
        assert says("x.pdf", files["room-1/score-sheets/03-考官1.pdf"], NAMES) == set()

    def test_the_key_says_who_is_who(self, built):
        text = text_of(built.files["organisers/sealed-key.pdf"])
        assert "03张示范BM-100309:30" in text
        assert all(name in text for name in NAMES)


class TestWhatIsFilledIn:
    def test_a_score_sheet_knows_room_number_rater_and_day(self, built):
        for form in ("pdf", "docx"):
            data = built.files[f"room-2/score-sheets/04-考官3.{form}"]
            assert says(f"x.{form}", data, ["第二考场", "04", "考官3", "2030-06-01", "夜班服务台专员"]) == {
                "第二考场", "04", "考官3", "2030-06-01", "夜班服务台专员",
            }  # fmt: skip
        assert "考场第二考场抽签号04" in text_of(built.files["room-2/score-sheets/04-考官3.pdf"])

    def test_packs_are_numbered_through_all_rooms(self, built):
        cover = "".join(pages_of(built.files["room-2/interviewer-packs/6-考官3.pdf"])[0].split())
        assert "第6份/共6份" in cover
        assert "第二考场·2030年6月1日" in cover
        assert "领用人考官3" in cover

    def test_all_copies_print_the_fingerprint_of_the_pack(self, built):
        workspace = built.workspace
        [bank] = load_banks(bank_files(workspace), workspace.shown).values()
        mark = fingerprint(scorer_view(bank.bank))
        assert mark in text_of(built.files["room-1/score-sheets/01-考官1.pdf"])
        assert mark in text_of(built.files["room-2/score-sheets/02-考官3.pdf"])

    def test_a_handout_says_when_and_where(self, built):
        text = text_of(built.files["room-1/candidate-handouts/03.pdf"])
        assert "抽签号03日期2030年6月1日报到时间09:00面试时间09:30" in text
        assert "地点培训楼301室" in text

    def test_the_panel_summary_lists_the_rooms_numbers_in_order_of_time(self, built):
        text = text_of(built.files["room-1/panel-summary.pdf"])
        assert "101203305" in text
        assert "考场第一考场" in text
        assert "密封对照" not in text

    def test_more_candidates_than_a_sheet_has_rows_take_another(self, tmp_path):
        roster = "抽签号,姓名\n" + "".join(f"N{n:02d},甲{n}\n" for n in range(1, 31))
        text = CAMPAIGN.replace("  - {name: 第二考场, place: 302室}\n", "").replace(
            "slot_minutes: 30", "slot_minutes: 15"
        )
        text = text.replace('"11:00"', '"19:00"') + "documents: [panel-summary]\nformats: [pdf]\n"
        pages = pages_of(build(campaign_project(tmp_path, roster, text)).files["room-1/panel-summary.pdf"])
        assert ["N01" in page for page in pages].count(True) >= 1
        assert all(any(f"N{n:02d}" in page for page in pages) for n in range(1, 31))

    def test_the_door_and_the_signs(self, built):
        assert "09:30–10:0003" in text_of(built.files["room-1/door-list.pdf"])
        signs = ["".join(page.split()) for page in pages_of(built.files["room-1/table-signs.pdf"])]
        found = [
            sign
            for sign in ("考官1", "考官2", "考官3", "主考官", "记分员", "计时员", "监督员", "考生席")
            if any(p.startswith(sign) for p in signs)
        ]
        assert len(found) == 8


class TestThePrinterFile:
    def test_every_copy_begins_on_a_right_hand_page_in_printing_order(self, built):
        with pikepdf.open(io.BytesIO(built.files["room-1/print.pdf"])) as pdf, pdf.open_outline() as outline:
            assert len(outline.root) == 4 + 3 + 3 * 3 + 3
        document = pypdfium2.PdfDocument(built.files["room-1/print.pdf"])
        top = [(t.get_title(), t.get_dest().get_index()) for t in document.get_toc(max_depth=1)]
        assert all(page % 2 == 0 for _, page in top)
        titles = [title for title, _ in top]
        assert titles[:3] == ["考场时间表", "考场门口名单", "桌签"]
        assert titles[3:6] == [f"考官题本 {n}/6 考官{n}" for n in (1, 2, 3)]
        assert titles[6:9] == ["01 考官1", "03 考官1", "05 考官1"]
        assert titles[-4:] == [
            "面试成绩汇总表",
            "候选人准备手册 01",
            "候选人准备手册 03",
            "候选人准备手册 05",
        ]

    def test_each_sign_has_a_sheet_of_its_own(self, built):
        pages = pages_of(built.files["room-1/table-signs.pdf"])
        assert [bool(page.strip()) for page in pages] == [True, False] * 7 + [True]

    def test_the_key_is_not_in_it(self, built):
        assert "密封对照表" not in text_of(built.files["room-1/print.pdf"])


class TestManyOrFewFiles:
    def test_many_sheets_come_together_and_single_ones_when_asked_for(self, tmp_path):
        workspace = campaign_project(tmp_path, campaign=FEW + "files: bundled\n")
        files = build(workspace).files
        sheets = {name for name in files if "score-sheets" in name}
        assert sheets == {f"room-{r}/score-sheets/考官{n}.pdf" for r in (1, 2) for n in (1, 2, 3)}
        bundle = pages_of(files["room-1/score-sheets/考官2.pdf"])
        assert [
            next(n for n in ("01", "03", "05") if n in "".join(p.split())[:40]) for p in bundle if p.strip()
        ] == ["01", "03", "05"]
        files = build(workspace, single_files=True).files
        assert "room-1/score-sheets/03-考官2.pdf" in files
        assert "room-1/score-sheets/考官2.pdf" not in files

    def test_names_of_files_in_the_words_of_the_language(self, tmp_path):
        workspace = campaign_project(tmp_path, campaign=CAMPAIGN)
        (tmp_path / "theme.yaml").write_text("file_names: localised\n", encoding="utf-8")
        ran = packs("build", "--campaign", "spring", "--dry-run", cwd=workspace.root)
        names = {
            "第一考场/面试评分表/03-考官2.pdf",
            "第一考场/打印.pdf",
            "组织方/密封对照表.docx",
            "第二考场/桌签.pdf",
        }
        assert names <= set(ran.out.splitlines())


class TestBuildingAgain:
    def test_the_same_inputs_make_the_same_bytes_and_only_what_changed_is_made_again(self, tmp_path):
        workspace = campaign_project(tmp_path / "a", campaign=FEW)
        made = build(workspace)
        first, folder = made.files, made.folder
        times = {name: (folder / name).stat().st_mtime_ns for name in first}
        (tmp_path / "a/campaigns/spring.yaml").write_text(FEW + "# a comment\n", encoding="utf-8")
        build(workspace)
        assert {name: (folder / name).stat().st_mtime_ns for name in first} == times
        (folder / "room-1/door-list.pdf").write_bytes(b"changed")
        (folder / "room-2/print.pdf").unlink()
        assert build(workspace).files == first
        assert build(campaign_project(tmp_path / "b", campaign=FEW)).files == first

    def test_files_of_candidates_who_are_gone_go_too(self, tmp_path):
        workspace = campaign_project(tmp_path, campaign=FEW.replace("raters: 3", "raters: 2"))
        folder = build(workspace).folder
        (folder / "room-1/score-sheets/05-考官1.pdf").write_bytes(b"with notes by hand")
        (folder / "mine.txt").write_text("mine")
        (tmp_path / "campaigns/spring.csv").write_text(
            "".join(ROSTER.splitlines(keepends=True)[:5]), encoding="utf-8"
        )
        files = build(workspace).files
        left = {name for name in files if "/05-" in name}
        assert left == {"room-1/score-sheets/05-考官1.pdf"}
        assert "mine.txt" in files


class TestTheCommand:
    def test_a_campaign_is_built_only_when_asked_for(self, tmp_path):
        workspace = campaign_project(tmp_path, campaign=FEW)
        ran = packs("build", "--dry-run", cwd=workspace.root)
        assert ran.code == 0
        assert "spring" not in ran.out
        ran = packs("build", "--campaign", "spring", "--dry-run", cwd=workspace.root)
        assert (ran.code, "room-1/score-sheets/01-考官1.pdf" in ran.out.splitlines()) == (0, True)
        assert not (workspace.output / "campaigns").exists()

    def test_json_lists_the_files(self, tmp_path):
        workspace = campaign_project(tmp_path, campaign=FEW.replace(", score-sheet", ""))
        ran = packs("build", "--campaign", "spring", "--json", cwd=workspace.root)
        assert ran.code == 0, ran.err
        assert {f["kind"] for f in ran.json["files"]} == {"door-list", "print"}

    def test_a_name_that_is_none_and_options_that_do_not_go_together(self, tmp_path):
        workspace = campaign_project(tmp_path)
        ran = packs("build", "--campaign", "sprng", cwd=workspace.root)
        assert (ran.code, "spring" in ran.err) == (2, True)
        assert packs("build", "night-desk", "--campaign", "spring", cwd=workspace.root).code == 2

    def test_check_looks_at_campaigns_too(self, tmp_path):
        workspace = campaign_project(tmp_path, ROSTER.replace("02,", "01,"))
        for arguments in (["check"], ["check", "campaigns/spring.yaml"]):
            ran = packs(*arguments, cwd=workspace.root)
            assert ran.code == 1
            assert "campaigns/spring.csv:3:1  ROSTER-DUPLICATE" in ran.out

    def test_a_new_campaign_builds_as_it_is(self, tmp_path):
        workspace = campaign_project(tmp_path)
        ran = packs("new", "campaign", "autumn", cwd=workspace.root)
        assert (ran.code, ran.out.split()) == (0, ["campaigns/autumn.yaml", "campaigns/autumn.csv"])
        assert (tmp_path / "campaigns/campaign.schema.json").is_file()
        assert packs("check", "campaigns/autumn.yaml", "--strict", cwd=workspace.root).code == 0
        assert packs("build", "--campaign", "autumn", "--dry-run", cwd=workspace.root).code == 0
        assert packs("new", "campaign", "autumn", cwd=workspace.root).code == 2


def test_nothing_in_the_list_begins_like_a_formula():
    text = list_text([Line("=cmd|x", "+1", "-2", "@3", "\t4")]).decode("utf-8-sig").splitlines()[1]
    assert [cell[:1] for cell in text.replace('"', "").split(",")[:5]] == ["'"] * 5


@pytest.mark.parametrize("name", ["con", "考场."])
def test_a_room_that_no_folder_can_be_called(tmp_path, name):
    workspace = campaign_project(tmp_path, campaign=FEW.replace("第一考场", name))
    (tmp_path / "theme.yaml").write_text("file_names: localised\n", encoding="utf-8")
    with pytest.raises(BuildError):
        build(open_workspace(workspace.root), dry_run=True)
