"""Rounds of a watch: an edit makes what it went into, mistakes are said and waited for."""

from __future__ import annotations

import pytest
from listening import rounds_in, times_of, written
from small_bank import BANK, edited, project

from builder.plan.wish import Wish
from builder.verify.fault import Fault, FaultyError
from builder.words import words

HTML = Wish((), ("interviewer-pack", "candidate-handout"), ("html",))
OTHER = edited("id: night-desk", "id: day-desk", edited("夜班服务台结构化面试", "日班服务台结构化面试"))
PROBE = "密：对方怎样确认收到？"


@pytest.fixture
def root(tmp_path):
    project(tmp_path / "p", night_desk=BANK, day_desk=OTHER)
    return (tmp_path / "p").resolve()


class Desk:
    """A project with a watch in it."""

    def __init__(self, root, wish=HTML, pending=lambda: False):
        self.root, self.output = root, root / "output"
        self.rounds, self.voice = rounds_in(root, wish, pending)

    def save(self, name, text):
        """Saves a file, and lets the watch know; returns what was written."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")
        before = times_of(self.output)
        self.voice.forget()
        self.rounds.after({file})
        return written(before, times_of(self.output))


@pytest.fixture
def desk(root):
    desk = Desk(root)
    desk.rounds.begin()
    return desk


def test_the_first_round_makes_what_is_stale_and_a_second_watch_finds_nothing_to_do(desk):
    made = times_of(desk.output)
    assert sorted(made) == [
        f"{bank}/{document}.html"
        for bank in ("day-desk", "night-desk")
        for document in ("candidate-handout", "interviewer-pack")
    ]
    again = Desk(desk.root)
    again.rounds.begin()
    assert times_of(desk.output) == made
    assert again.voice.lines == ["at the start: nothing to make"]


def test_an_edited_probe_makes_the_interviewers_file_and_no_other(desk):
    assert desk.save("content/night-desk.yaml", edited(PROBE, "密：几点收到？")) == [
        "night-desk/interviewer-pack.html"
    ]
    (line,) = desk.voice.lines
    assert line.startswith("night-desk.yaml: night-desk/interviewer-pack.html made in ")


def test_a_shared_part_that_the_project_overrides_makes_what_it_is_in(desk):
    part = "{% set words = labels.question %}<p>换了的评分表</p>"
    assert desk.save("templates/parts/rubric.html.j2", part) == [
        "day-desk/interviewer-pack.html",
        "night-desk/interviewer-pack.html",
    ]
    assert "换了的评分表" in (desk.output / "night-desk" / "interviewer-pack.html").read_text(
        encoding="utf-8"
    )


def test_a_slip_in_a_template_is_said_once_and_its_correction_picked_up(desk):
    assert desk.save("templates/parts/rubric.html.j2", "{% if %}") == []
    assert len(desk.voice.codes) == 1  # though two packs stumble over it
    assert desk.save("templates/parts/rubric.html.j2", "<p>好了</p>") != []
    assert desk.voice.codes == []


def test_broken_yaml_is_said_in_place_and_the_other_banks_go_on(desk):
    assert desk.save("content/night-desk.yaml", BANK + "\n  [oops") == []
    assert desk.voice.codes
    assert all(code.startswith("YAML") for code in desk.voice.codes)
    changed = OTHER.replace(PROBE, "密：几点？")
    assert desk.save("content/day-desk.yaml", changed) == ["day-desk/interviewer-pack.html"]
    mended = edited(PROBE, "密：现在呢？")
    assert desk.save("content/night-desk.yaml", mended) == ["night-desk/interviewer-pack.html"]


def test_a_finding_that_stops_a_build_stops_that_bank_alone(desk):
    wrong = edited("    points: 10\n    minutes: 12", "    points: 11\n    minutes: 12")
    assert desk.save("content/night-desk.yaml", wrong) == []
    assert desk.voice.codes
    assert desk.voice.lines == []


def test_a_new_bank_is_built_and_a_deleted_one_let_go(desk):
    third = OTHER.replace("id: day-desk", "id: late-desk")
    assert desk.save("content/late-desk.yaml", third) == [
        "late-desk/candidate-handout.html",
        "late-desk/interviewer-pack.html",
    ]
    assert desk.save("content/late-desk.yaml", None) == []
    assert desk.voice.problems == []
    assert {job.pack.bank for job in desk.rounds.standing.jobs} == {"day-desk", "night-desk"}


def test_settings_that_cannot_be_read_are_waited_for(desk):
    assert desk.save("packs.yaml", "locale: [") == []
    assert desk.voice.codes
    made = desk.save("packs.yaml", "locale: zh-CN\norganisation: 云栈\n")
    assert [name.partition("/")[0] for name in made].count("day-desk") == 2


def test_an_edit_that_comes_meanwhile_ends_the_round_and_what_is_left_is_made_later(root):
    waiting = [False]
    desk = Desk(root, pending=lambda: waiting[0])
    waiting[0] = True
    desk.rounds.begin()
    assert times_of(desk.output) == {}
    assert desk.rounds.unsettled
    waiting[0] = False
    desk.rounds.settle()
    assert len(times_of(desk.output)) == 4


class TestProofs:
    """The PDF that an author looks at is there at once; the file of a build takes its place when it is quiet."""

    @pytest.fixture
    def pdf(self, root):
        (root / "content" / "day-desk.yaml").unlink()
        desk = Desk(root, Wish((), ("question-cards",), ("pdf",)))
        desk.rounds.begin()
        return desk

    def test_a_proof_is_replaced_by_the_file_of_a_build(self, pdf):
        file = pdf.output / "night-desk" / "question-cards.pdf"
        built = file.read_bytes()
        changed = edited("两部电话同时响", "三部电话同时响")
        assert pdf.save("content/night-desk.yaml", changed) == ["night-desk/question-cards.pdf"]
        assert pdf.voice.lines[0].startswith("night-desk.yaml (question ")
        assert file.read_bytes() != built
        pdf.rounds.settle()
        settled = file.read_bytes()
        again = Desk(pdf.root, Wish((), ("question-cards",), ("pdf",)))
        file.unlink()
        again.rounds.begin()
        assert file.read_bytes() == settled

    @pytest.mark.parametrize("ending", ["fault", "close"])
    def test_a_proof_that_was_never_found_right_is_taken_back(self, pdf, monkeypatch, ending):
        file = pdf.output / "night-desk" / "question-cards.pdf"
        built = file.read_bytes()
        pdf.save("content/night-desk.yaml", edited("两部电话同时响", "三部电话同时响"))
        assert file.read_bytes() != built
        if ending == "fault":
            fault = Fault("VERIFY-LEAK", words("leaked"), file)

            def leaking(job):
                raise FaultyError([fault])

            monkeypatch.setattr(pdf.rounds.standing.workshop, "make", leaking)
            pdf.rounds.settle()
            assert pdf.voice.problems
        else:
            pdf.rounds.close()
        assert file.read_bytes() == built
