"""What is kept between builds: read back as it was written; what cannot be understood is as good as nothing."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from packs_command import environment

from builder.compose.documents import DOCUMENTS as KINDS
from builder.plan.quick import NAME as QUICK
from builder.plan.quick import Granted, Quick, read_quick
from builder.plan.record import NAME, Checked, Outline, Record, Target, line_of, read_record
from builder.plan.stamps import Stamps
from builder.plan.wish import DOCUMENTS, Wish

TARGET = Target("p/题.pdf", "p", "d", "pdf", "ab", False, {"view/id": "1"})
OUTLINE = Outline("p", "source", "zh-CN", None, {"d": {"id": "1"}})
CHECKED = Checked("b", "source", None, ["图.png"], True)


class TestRecord:
    def test_it_is_read_back_as_it_was_written(self, tmp_path):
        (tmp_path / NAME).write_text(Record([CHECKED, TARGET, OUTLINE]).text(), encoding="utf-8")
        record = read_record(tmp_path)
        assert record.target("p", "d", "pdf") == TARGET
        assert record.outline("p") == OUTLINE
        assert record.checked("b") == CHECKED
        assert record.text() == Record([OUTLINE, TARGET, CHECKED]).text()

    def test_a_later_line_wins_and_half_a_line_is_nothing(self, tmp_path):
        later = Target("p/题.pdf", "p", "d", "pdf", "cd", False, {})
        text = line_of(TARGET) + line_of(OUTLINE)[:20] + "\n" + line_of(later)
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        record = read_record(tmp_path)
        assert (record.target("p", "d", "pdf"), record.outline("p")) == (later, None)

    @pytest.mark.parametrize(
        "text",
        ["", "\n", "null\n", "[]\n", "7\n", '{"version": 0}\n', "[" * 5000, '{"version": 1, "kind": "x"}'],
    )
    def test_one_that_cannot_be_understood_is_empty(self, tmp_path, text):
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        assert list(read_record(tmp_path)) == []

    def test_files_can_be_forgotten(self):
        record = Record([TARGET, OUTLINE])
        record.drop(["p/题.pdf"])
        assert list(record) == [OUTLINE]


class TestQuick:
    def test_it_is_read_back_as_it_was_written(self, tmp_path):
        kept = Quick("state", "content", "output", ["a"], {"f": [1, 2, "ab"]}, {"w": Granted(["f"], False)})
        (tmp_path / QUICK).write_text(kept.text(), encoding="utf-8")
        assert read_quick(tmp_path) == kept

    @pytest.mark.parametrize(
        "text", [None, "", "7", "[]", '{"version": 1}', '{"version": 1, "wishes": {"a": 7}}']
    )
    def test_one_that_cannot_be_understood_is_none(self, tmp_path, text):
        if text is not None:
            (tmp_path / QUICK).write_text(text, encoding="utf-8")
        assert read_quick(tmp_path) is None

    def test_a_wish_in_another_order_is_the_same(self):
        assert Wish(["a", "b"], ["c"]).name == Wish(["b", "a"], ["c"]).name
        assert len({Wish(["a"]).name, Wish((), ["a"]).name, Wish((), (), ["a"]).name, Wish().name}) == 4


class TestStamps:
    def test_a_file_is_read_only_where_size_or_time_are_not_as_known(self, tmp_path):
        (tmp_path / "f").write_text("x", encoding="utf-8")
        told = (tmp_path / "f").stat()
        assert Stamps(tmp_path, {"f": [told.st_size, told.st_mtime_ns, "known"]}).sha256("f") == "known"
        assert Stamps(tmp_path, {"f": [told.st_size, 1, "known"]}).sha256("f").startswith("2d711642b7")
        assert Stamps(tmp_path, {}).sha256("gone") == ""


def test_the_documents_that_help_lists_are_those_there_are():
    assert tuple(kind.id for kind in KINDS) == DOCUMENTS


def test_finding_out_that_nothing_changed_loads_nothing_heavy(tmp_path):
    heavy = ("pydantic", "jinja2", "ruamel.yaml", "weasyprint", "rich", "lxml", "docx", "PIL")
    code = (
        "import sys\nfrom pathlib import Path\nimport builder.cli.build_command\n"
        "from builder.plan.quick import up_to_date\nfrom builder.plan.wish import Wish\n"
        "from builder.plan.programs import surroundings\nsurroundings()\n"
        "assert up_to_date(Path('.'), None, Wish(), strict=False) is None\n"
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_record_is_lines_of_json(tmp_path):
    assert [json.loads(line)["kind"] for line in Record([TARGET, CHECKED]).text().splitlines()] == [
        "checked",
        "target",
    ]
