"""Campaign files and rosters that do not hold together: everything at once, each with its place and a hint."""

from __future__ import annotations

import pytest
from campaign_projects import CAMPAIGN, ROSTER, campaign_project, inspected, marked, told

from builder.checks.codes import CAMPAIGNS


def test_a_sound_campaign_has_nothing_to_mend(tmp_path):
    assert inspected(campaign_project(tmp_path)).findings == []


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("CAMPAIGN-ID", "id: spring", "id: ‸summer"),
        ("CAMPAIGN-PACK", "pack: night-desk", "pack: ‸night-dsk"),
        ("CAMPAIGN-FORM", "pack: night-desk", "pack: night-desk\nselect: ‸{questions: [nothing]}"),
        ("CAMPAIGN-ROOM", "name: 第二考场", "name: ‸第一考场"),
        ("CAMPAIGN-ROOM", "{name: 第二考场,", "{name: ‸一个名字太长放不下的考场,"),
        ("CAMPAIGN-HOURS", '"09:00"', '"09:00", ‸"08:00"'),
        ("CAMPAIGN-HOURS", 'ends: "', 'breaks: [‸{start: "07:00", minutes: 5}]\nends: "'),
        ("CAMPAIGN-SLOT", "slot_minutes: 30", "slot_minutes: ‸11"),
        ("VALUE-FORM", 'ends: "11:00"', 'ends: ‸"25:00"'),
        ("KEY-UNKNOWN", "place: 培训楼", "plase: 培训楼"),
        ("FILE-MISSING", "spring.csv", "elsewhere.csv"),
        ("PATH-OUTSIDE", "campaigns/spring.csv", "../spring.csv"),
    ],
)
def test_what_is_wrong_with_the_campaign_file(tmp_path, code, old, new):
    text, places = marked(CAMPAIGN.replace(old, new))
    workspace = campaign_project(tmp_path)
    (tmp_path / "campaigns/spring.yaml").write_text(text, encoding="utf-8")
    found = inspected(workspace).findings
    codes = {f.code for f in found}
    assert code in codes or (code == "VALUE-FORM" and "TYPE-WRONG" in codes), told(found)
    assert all(f.hint for f in found)
    for line, column in places:
        assert any((f.place.line, f.place.column) == (line, column) for f in found), told(found)


@pytest.mark.parametrize(
    ("code", "roster"),
    [
        ("ROSTER-DUPLICATE", "抽签号,姓名\n01,王虚构\n‸1,李样例\n"),
        ("ROSTER-PERSON", "抽签号,姓名,报名序号\n01,王虚构,BM-1\n02,李样例,‸bm-1\n"),
        ("ROSTER-PERSON", "抽签号,姓名\n01,王虚构\n02,‸王虚构\n"),
        ("ROSTER-ROOM", "抽签号,姓名,考场\n01,王虚构,2\n02,李样例,‸第三考场\n03,张示范,第一考场\n"),
        ("ROSTER-TIME", "抽签号,姓名,时间\n01,王虚构,‸2030-06-02 09:00\n02,李样例,\n"),
        ("ROSTER-DAY", "抽签号,姓名,时间\n01,王虚构,‸08:30\n02,李样例,\n"),
        ("ROSTER-DAY", "抽签号,姓名,时间\n01,王虚构,‸10:40\n02,李样例,\n"),
        ("ROSTER-CLASH", "抽签号,姓名,考场,时间\n01,王虚构,1,09:00\n02,李样例,1,‸09:00\n03,张示范,2,09:00\n"),
        ("ROSTER-CLASH", "抽签号,姓名,考场,时间\n01,王虚构,1,09:00\n02,李样例,1,‸09:29\n03,张示范,2,09:00\n"),
        (
            "ROSTER-CAPACITY",
            "抽签号,姓名\n" + "".join(f"{n},甲{n}\n" for n in range(1, 9)) + "‸9,甲9\n10,甲10\n",
        ),
    ],
)
def test_what_is_wrong_with_the_roster(tmp_path, code, roster):
    text, [(line, column)] = marked(roster)
    found = inspected(campaign_project(tmp_path, text)).findings
    assert told(found) == [(code, "spring.csv", line, column)]
    assert found[0].hint


def test_a_room_in_which_nobody_is_seen_is_told(tmp_path):
    found = inspected(campaign_project(tmp_path, "抽签号,姓名\n01,王虚构\n")).findings
    assert told(found) == [("CAMPAIGN-ROOM", "spring.yaml", 7, 5)]


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    roster = "抽签号,姓名,时间\n01,王虚构,08:00\n01,李样例,\n"
    campaign = CAMPAIGN.replace("id: spring", "id: autumn").replace("pack: night-desk", "pack: nobody")
    found = inspected(campaign_project(tmp_path, roster, campaign)).findings
    assert {f.code for f in found} == {"CAMPAIGN-ID", "CAMPAIGN-PACK", "ROSTER-DAY", "ROSTER-DUPLICATE"}


def test_namesakes_with_application_numbers_are_two_people(tmp_path):
    roster = "抽签号,姓名,报名序号\n01,王虚构,BM-1\n02,王虚构,BM-2\n"
    assert inspected(campaign_project(tmp_path, roster)).findings == []


def test_a_rare_character_of_a_name_is_told_where_it_stands(tmp_path):
    roster = ROSTER.replace("李样例", "李样䶮")
    found = inspected(campaign_project(tmp_path, roster), no_glyph="䶮").findings
    assert told(found) == [("GLYPH-MISSING", "spring.csv", 3, 6)]


def test_a_roster_that_a_link_leads_out_of_the_project_is_refused(tmp_path):
    workspace = campaign_project(tmp_path / "project")
    roster = tmp_path / "project/campaigns/spring.csv"
    roster.rename(tmp_path / "outside.csv")
    roster.symlink_to(tmp_path / "outside.csv")
    assert [f.code for f in inspected(workspace).findings] == ["PATH-OUTSIDE"]


def test_too_few_raters_for_the_rule_of_scoring(tmp_path):
    workspace = campaign_project(tmp_path)
    bank = tmp_path / "content/night-desk.yaml"
    bank.write_text(bank.read_text("utf-8") + "aggregation: trim-total\npanel_size: 5\n", "utf-8")
    assert told(inspected(workspace).findings) == [("CAMPAIGN-RATERS", "spring.yaml", 8, 9)]


def test_every_code_is_known(tmp_path):
    assert len(CAMPAIGNS) > 20
