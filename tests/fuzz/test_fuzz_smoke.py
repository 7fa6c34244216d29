"""A few hundred inputs of each fuzz target; `tests/fuzz/run.py` runs as many as one has time for."""

from __future__ import annotations

import fuzz_markdown
import pytest
from run import nth, run_chunk

from builder.compose.prose import prose


@pytest.mark.parametrize("target", ["bank", "markdown"])
def test_a_few_hundred_inputs_break_nothing(target):
    tally, broken = run_chunk((target, 7, 0, 200))
    assert [trace for _, _, trace in broken if not trace.startswith("slow")] == []
    outcomes = {key.split()[1]: count for key, count in tally.items() if "slow" not in key}
    assert sum(outcomes.values()) == 200
    assert len(outcomes) == 2, "some are taken and some are refused, or the inputs are all alike"


def test_an_input_is_the_same_every_time():
    assert nth("bank", 1, 5) == nth("bank", 1, 5) != nth("bank", 1, 6)
    assert nth("markdown", 1, 5) == nth("markdown", 1, 5) != nth("markdown", 2, 5)


def test_a_lost_letter_and_broken_markup_are_found(tmp_path, monkeypatch):
    target = fuzz_markdown.MarkdownTarget(tmp_path)
    assert target.check("前**粗**后", 0) == "written"
    for spoiled in (lambda t, i: str(prose(t, i)).replace("粗", ""), lambda t, i: "<p>前粗后"):
        monkeypatch.setattr(fuzz_markdown, "prose", spoiled)
        with pytest.raises((AssertionError, SyntaxError)):
            target.check("前**粗**后", 0)
