from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from builder.errors import ContentError, MachineError
from builder.fonts import open_shelf, prepare, shelf, sources
from builder.fonts.coverage import Coverage
from builder.fonts.sources import WheelFont, read_wheel_font
from builder.model.theme import FontFile

SMALL = (next(font for font in sources.WHEEL_FONTS if font.name == "SourceSerifPro-It.otf"),)
KANGXI_ONE = "\u2f00"  # ⼀, which looks like 一


def with_faces(theme, body, files=()):
    face = theme.fonts["zh-CN"].body.model_copy(update={"pdf": body})
    kind = theme.fonts["zh-CN"].model_copy(update={"body": face})
    return theme.model_copy(update={"fonts": {**theme.fonts, "zh-CN": kind}, "font_files": list(files)})


def a_font_file(folder, name="own.otf"):
    (folder / name).write_bytes(read_wheel_font(SMALL[0]))
    return name


@pytest.fixture
def small_wheel(monkeypatch):
    """Preparation with one small font, so that it can run twice in a test."""
    monkeypatch.setattr(prepare, "WHEEL_FONTS", SMALL)
    return SMALL


class TestShelf:
    def test_it_offers_two_chinese_and_two_latin_families(self, shelf):
        assert shelf.families == ("Noto Sans SC", "Noto Serif SC", "Source Sans Pro", "Source Serif Pro")

    def test_it_tries_the_everyday_subset_first_and_symbols_last(self, shelf):
        assert shelf.stack("Noto Serif SC") == '"Packs Serif SC", "Noto Serif SC", "Source Sans Pro"'
        assert shelf.chain("Source Serif Pro")[0] == "Source Serif Pro"

    def test_it_draws_rare_names_and_boxes_but_no_emoji(self, shelf):
        text = "䶮 𬍛 喆 镕 □ ☐ ☑ ① ⑳ ✓ × → 😀\n\u200b"
        assert shelf.missing(text, ["Noto Serif SC"]) == {"😀"}
        assert shelf.missing("□ ☐ ✓ →", ["Source Serif Pro"]) == set()

    def test_it_reports_radicals_that_pass_for_characters(self, shelf):
        assert shelf.missing(f"一{KANGXI_ONE}", ["Noto Serif SC"]) == {KANGXI_ONE}

    def test_it_asks_for_coverage_without_loading_font_tools(self, shelf):
        script = (
            "import sys; from pathlib import Path; from ruamel.yaml import YAML\n"
            "from builder.model.theme import Theme; from builder.fonts import open_shelf\n"
            "theme = Theme.model_validate(YAML(typ='safe').load(Path('templates/theme.yaml').read_text('utf-8')))\n"
            "assert open_shelf(theme, None).missing('一😀', ['Noto Serif SC']) == {'😀'}\n"
            "heavy = {'fontTools', 'uharfbuzz', 'weasyprint'} & set(sys.modules)\n"
            "assert not heavy, heavy\n"
        )
        subprocess.run([sys.executable, "-c", script], check=True, timeout=120)


class TestPreparedHanFont:
    @pytest.fixture
    def font(self, shelf):
        return TTFont(shelf.folder / "PacksSerifSC.otf")

    def test_it_holds_gbk_without_radicals(self, font):
        points = set(font.getBestCmap())
        assert {ord(c) for c in "一镕喆，。“”（）—…①⑳×→√AZ09"} <= points
        assert not points & set(range(0x2E80, 0x2FE0))
        assert len(points) > 21_000

    def test_it_tightens_punctuation_and_knows_the_gap(self, font):
        features = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
        assert {"chws", "halt", "palt", "kern", "GAPA"} <= features

    def test_it_has_a_family_name_of_its_own_and_keeps_the_licence(self, font):
        assert font["name"].getDebugName(1) == "Packs Serif SC"
        assert "Open Font License" in str(font["name"].getDebugName(13))


class TestPreparation:
    def test_it_says_what_it_does_and_gives_the_same_bytes_each_time(self, tmp_path, small_wheel):
        said: list[str] = []
        for name in ("first", "second"):
            prepare.prepare(tmp_path / name, [], said.append)
        assert said == ["SourceSerifPro-It.otf"] * 2
        files = sorted(path.name for path in (tmp_path / "first").iterdir())
        assert files == ["SourceSerifPro-It.otf", "catalogue.json"]
        for file in files:
            assert (tmp_path / "first" / file).read_bytes() == (tmp_path / "second" / file).read_bytes()

    def test_it_leaves_nothing_behind_when_it_fails(self, tmp_path, small_wheel):
        def fail(name):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            prepare.prepare(tmp_path / "shelf", [], fail)
        assert list(tmp_path.iterdir()) == []

    def test_it_accepts_the_shelf_of_a_faster_process(self, tmp_path, small_wheel):
        target = tmp_path / "shelf"

        def be_overtaken(name):
            prepare.prepare(target, [], lambda _: None)

        prepare.prepare(target, [], be_overtaken)
        assert prepare.is_whole(target)
        assert [path.name for path in tmp_path.iterdir()] == ["shelf"]

    def test_it_mends_a_shelf_with_a_cut_off_file(self, tmp_path, small_wheel):
        target = tmp_path / "shelf"
        prepare.prepare(target, [], lambda _: None)
        (target / "SourceSerifPro-It.otf").write_bytes(b"OTTO")
        assert not prepare.is_whole(target)
        prepare.prepare(target, [], lambda _: None)
        assert prepare.is_whole(target)

    def test_it_says_how_to_install_a_missing_wheel(self):
        font = WheelFont("Nowhere", "no_such_fonts", "a.otf", "0" * 64)
        with pytest.raises(MachineError) as caught:
            read_wheel_font(font)
        assert "no-such-fonts" in str(caught.value.sentence)
        assert "pip install" in str(caught.value.hint)

    def test_it_refuses_a_wheel_whose_file_was_altered(self):
        font = WheelFont(
            SMALL[0].family, SMALL[0].package, SMALL[0].file, hashlib.sha256(b"else").hexdigest()
        )
        with pytest.raises(MachineError) as caught:
            read_wheel_font(font)
        assert "SourceSerifPro-It.otf" in str(caught.value.sentence)

    def test_it_names_a_cache_folder_that_cannot_be_written(self, theme, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(MachineError) as caught:
            open_shelf(theme, None, tmp_path / "file")
        assert "PACKS_CACHE" in str(caught.value.hint)


class TestProjectFonts:
    def test_it_puts_a_font_of_the_project_on_the_shelf_under_the_given_name(
        self, theme, tmp_path, small_wheel
    ):
        own = FontFile(family="单位 黑体", path=a_font_file(tmp_path))
        opened = open_shelf(with_faces(theme, "单位 黑体", [own]), tmp_path, tmp_path / "cache")
        assert "单位 黑体" in opened.families
        ready = TTFont(io.BytesIO((opened.folder / "project-1.otf").read_bytes()))
        assert ready["name"].getDebugName(1) == "单位 黑体"
        assert opened.fingerprint != open_shelf(theme, None, tmp_path / "cache").fingerprint

    def test_it_names_an_unknown_family_its_line_and_the_closest_one(self, theme, tmp_path):
        (tmp_path / "theme.yaml").write_text("fonts:\n  zh-CN:\n    body: {pdf: Noto Serf SC}\n", "utf-8")
        with pytest.raises(ContentError) as caught:
            open_shelf(with_faces(theme, "Noto Serf SC"), tmp_path)
        (finding,) = caught.value.findings
        assert (finding.code, finding.place.file, finding.place.line) == (
            "FONT-MISSING",
            Path("theme.yaml"),
            3,
        )
        assert "Noto Serif SC" in str(finding.hint)

    @pytest.mark.parametrize(
        ("family", "path"),
        [
            ("Own", "../outside.otf"),
            ("Own", "link.otf"),
            ("Own", "absent.otf"),
            ("Own", "note.otf"),
            ("Noto Serif SC", "own.otf"),
            ('Own", serif', "own.otf"),
        ],
    )
    def test_it_refuses_what_is_outside_missing_no_font_or_badly_named(self, theme, tmp_path, family, path):
        root = tmp_path / "project"
        root.mkdir()
        a_font_file(root)
        outside = tmp_path / a_font_file(tmp_path, "outside.otf")
        (root / "link.otf").symlink_to(outside)
        (root / "note.otf").write_text("not a font")
        with pytest.raises(ContentError) as caught:
            open_shelf(with_faces(theme, "Noto Serif SC", [FontFile(family=family, path=path)]), root)
        assert [finding.code for finding in caught.value.findings] == ["FONT-FILE"]


class TestCoverage:
    def test_it_knows_the_ends_of_its_ranges(self):
        coverage = Coverage.of([ord(c) for c in "abcx"])
        assert [c for c in "`abcdwxy" if c in coverage] == ["a", "b", "c", "x"]
        assert coverage.starts == (97, 120)


def test_cache_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("PACKS_CACHE", str(tmp_path))
    assert shelf._cache_folder() == tmp_path
