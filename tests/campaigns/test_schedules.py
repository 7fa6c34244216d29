"""Who is seen where and when."""

from __future__ import annotations

import random

from campaign_projects import CAMPAIGN, campaign_project, inspected

from builder.content.campaigns.schedule import draw_order, schedule_of, slot_starts
from builder.model.clock import clock_of


def seen(tmp_path, roster, campaign=CAMPAIGN):
    """Room number, time and draw number of every booking."""
    schedule = inspected(campaign_project(tmp_path, roster, campaign)).schedule
    return [(b.room + 1, clock_of(b.start), b.row.draw_number) for b in schedule.bookings]


def test_draw_numbers_fill_the_day_slot_by_slot_over_all_rooms(tmp_path):
    roster = "抽签号,姓名\n10,癸\n2,乙\n1,甲\n9,壬\n"
    assert seen(tmp_path, roster) == [
        (1, "09:00", "1"), (1, "09:30", "9"), (2, "09:00", "2"), (2, "09:30", "10"),
    ]  # fmt: skip


def test_what_the_roster_fixes_stays_and_the_others_go_around_it(tmp_path):
    roster = "抽签号,姓名,考场,时间\n1,甲,,\n2,乙,第二考场,09:00\n3,丙,,09:30\n4,丁,2,\n5,戊,,\n"
    assert seen(tmp_path, roster) == [
        (1, "09:00", "1"), (1, "09:30", "3"), (1, "10:00", "5"), (2, "09:00", "2"), (2, "09:30", "4"),
    ]  # fmt: skip


def test_the_order_of_the_roster_changes_nothing(tmp_path):
    inspection = inspected(campaign_project(tmp_path))
    campaign, rows = inspection.loaded.campaign, list(inspection.loaded.rows)
    expected = schedule_of(campaign, rows)
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert schedule_of(campaign, rows) == expected


def test_slots_keep_out_of_breaks_and_end_with_their_session(tmp_path):
    text = CAMPAIGN.replace('["09:00"]', '["09:00", "13:00"]').replace('"11:00"', '"14:10"')
    text += 'breaks: [{start: "09:20", minutes: 20}, {start: "12:10", minutes: 20}]\n'
    campaign = inspected(campaign_project(tmp_path, campaign=text)).loaded.campaign
    assert [clock_of(t) for t in slot_starts(campaign)] == [
        "09:40", "10:10", "10:40", "11:10", "11:40", "12:30", "13:00", "13:30",
    ]  # fmt: skip


def test_draw_numbers_are_sorted_as_people_count(tmp_path):
    roster = "抽签号,姓名\n" + "".join(f"{n},{n}号\n" for n in ("A-10", "A-9", "10", "9"))
    rows = inspected(campaign_project(tmp_path, roster)).loaded.rows
    assert [r.draw_number for r in sorted(rows, key=draw_order)] == ["9", "10", "A-9", "A-10"]
