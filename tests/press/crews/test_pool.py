"""Worker processes: the same files as without, and whatever happens to one costs its own document only."""

from __future__ import annotations

import tempfile
from pathlib import Path

import odd_workers
import pytest
from parted import orders_of, parted_project, shelf_of

from builder.errors import MachineError
from builder.press.crews import hand
from builder.press.crews.crew import LostError
from builder.press.crews.here import Here
from builder.press.crews.pool import Pool
from builder.press.crews.setting import Setting
from builder.press.parcel import packed

DOCUMENTS = ("candidate-handout", "question-cards", "score-sheet")
SETTING = Setting(strict=False, language="en", epoch=None)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return parted_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def orders(workspace):
    orders = orders_of(workspace, *DOCUMENTS)
    assert sorted(order.job.kind.id for order in orders) == sorted(DOCUMENTS)
    return orders


@pytest.fixture
def pool_of(orders, monkeypatch, tmp_path):
    """What a pool whose workers have this entry makes, by document; no folder of a worker is left behind."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def outcomes(entry, *, size=2, patience=300.0, parcel=b"parcel"):
        monkeypatch.setattr(hand, "serve", entry)
        begun = []
        try:
            found = dict(Pool(parcel, SETTING, size, patience).work(orders, begun.append))
        finally:
            assert not list(tmp_path.glob("packs-*"))
        assert sorted(begun) == sorted(found) == [0, 1, 2]
        return {orders[i].job.kind.id: outcome for i, outcome in found.items()}

    return outcomes


def stumbled(outcomes):
    """What came of the document that workers stumble over; the others must have been made."""
    for name in set(DOCUMENTS) - {odd_workers.ODD}:
        assert outcomes[name].made == [f"night-desk/{name}"]
    return outcomes[odd_workers.ODD]


def test_the_files_are_those_made_here(pool_of, workspace, orders):
    there = pool_of(hand.serve, parcel=packed(workspace, [orders[0].job.whole]))
    here = dict(Here(workspace, shelf_of(workspace), strict=False).work(orders, lambda i: None))
    for i, order in enumerate(orders):
        made = there[order.job.kind.id].made
        assert [m.data for m in made] == [m.data for m in here[i].made]
        assert [m.entry.inputs for m in made] == [m.entry.inputs for m in here[i].made]
        assert [m.ingredients for m in made] == [m.ingredients for m in here[i].made]


@pytest.mark.parametrize(
    ("entry", "patience", "said"),
    [
        (odd_workers.dying, 300.0, "ended by SIGKILL"),
        (odd_workers.leaving, 300.0, "exit code 3"),
        (odd_workers.hanging, 4.0, "took longer than 4 seconds"),
    ],
)
def test_a_worker_that_is_lost_twice_costs_its_document(pool_of, entry, patience, said):
    lost = stumbled(pool_of(entry, patience=patience)).error
    assert isinstance(lost, LostError)
    sentence = lost.sentence.in_language("en")
    assert sentence.startswith("night-desk/question-cards: ")
    assert said in sentence
    assert "packs build --jobs 1 night-desk" in lost.hint.in_language("zh")


def test_a_worker_that_is_lost_once_costs_nothing(pool_of, monkeypatch, tmp_path):
    monkeypatch.setenv("DIED_ONCE", str(tmp_path / "died"))
    assert stumbled(pool_of(odd_workers.dying_once)).error is None
    assert (tmp_path / "died").exists()


def test_workers_that_cannot_even_begin_end_the_matter(pool_of):
    assert {type(outcome.error) for outcome in pool_of(odd_workers.dying_at_once).values()} == {LostError}


def test_an_error_comes_back_with_all_that_it_says(pool_of):
    refused = stumbled(pool_of(odd_workers.refusing)).error
    assert (str(refused.sentence), str(refused.hint)) == ("no", "ask later")


def test_what_the_machine_lacks_stops_everything(pool_of):
    with pytest.raises(MachineError, match="no fonts"):
        pool_of(odd_workers.unfit)


def test_a_mistake_of_ours_comes_back_with_its_place(pool_of):
    mistake = stumbled(pool_of(odd_workers.mistaken)).error
    assert isinstance(mistake, ZeroDivisionError)
    assert any("odd_workers.py" in note for note in mistake.__notes__)


def test_an_error_that_cannot_be_sent_is_told_in_words(pool_of):
    assert "odd_workers.py" in str(stumbled(pool_of(odd_workers.unsendable)).error)


def test_a_worker_that_has_grown_large_makes_room_for_a_fresh_one(pool_of, monkeypatch, tmp_path):
    (tmp_path / "workers").mkdir()
    monkeypatch.setenv("WORKERS", str(tmp_path / "workers"))
    pool_of(odd_workers.grown, size=1)
    assert len(list((tmp_path / "workers").iterdir())) == 3


def test_leaving_early_leaves_no_process(orders, monkeypatch):
    monkeypatch.setattr(hand, "serve", odd_workers.hanging)
    work = Pool(b"", SETTING, 2, 300.0).work(orders, lambda i: None)
    next(work)
    children = _workers()
    assert children
    work.close()
    assert not _workers() & children


def _workers() -> set[str]:
    """Worker processes that this process has."""
    lists = [(task / "children").read_text().split() for task in Path("/proc/self/task").iterdir()]
    found = {pid for pids in lists for pid in pids}
    return {pid for pid in found if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()}
