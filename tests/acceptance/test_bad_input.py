"""What people get wrong: a sentence that says where and what to do, and what was built before stays as it was."""

from __future__ import annotations

import pytest
from PIL import Image

BANK = "content/sample-bank.yaml"


def refused(project, *arguments, code=1, says=(), **variables):
    """Runs a build that must fail, say these things on stderr, and leave the output folder byte for byte."""
    before = project.output()
    assert len(before) > 8
    ran = project.packs(*(arguments or ("build",)), **variables)
    assert ran.code == code, ran.err
    assert ran.out == ""
    for expected in says:
        assert expected in ran.err
    assert "→ " in ran.err, "no word on what to do"
    assert project.output() == before
    return ran.err


def bomb(levels=9):
    """A few lines that unfold to a thousand million values."""
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(rows)


class TestBankFiles:
    def test_a_pack_whose_bank_is_missing(self, sample):
        sample.write("packs.yaml", "packs:\n  - bank: sample-bnak\n")
        refused(sample, says=["packs.yaml:2:11", "PACK-BANK", "sample-bnak", "did you mean “sample-bank”?"])

    def test_a_file_that_is_missing(self, sample):
        ran = sample.packs("check", "content/night-shift.yaml")
        assert ran.code == 1
        assert "content/night-shift.yaml:1:1  FILE-MISSING" in ran.out

    def test_a_content_folder_that_is_missing(self, sample):
        (sample.root / "content").rename(sample.root / "题库")
        refused(
            sample, code=2, says=["the content folder content does not exist", "“content:” in packs.yaml"]
        )

    @pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n"])
    def test_an_empty_file(self, sample, text):
        sample.write(BANK, text)
        refused(sample, says=[f"{BANK}:1:1", "YAML-EMPTY", "packs new bank ID"])

    def test_a_file_that_is_not_yaml(self, sample):
        sample.write(BANK, "id: sample-bank\ntitle: [没有写完\nlocale: zh-CN\n")
        refused(sample, says=[f"{BANK}:3:", "YAML-SYNTAX", "check indentation, quotes and colons"])

    def test_a_file_that_is_not_utf8(self, sample):
        sample.write(BANK, sample.read(BANK).encode("gb18030"))
        refused(sample, says=[BANK, "FILE-ENCODING", "save it as UTF-8"])

    def test_a_yaml_bomb(self, sample):
        sample.write(BANK, bomb())
        refused(sample, says=[BANK, "YAML-SIZE", "write repeated parts out"])

    def test_nesting_without_end(self, sample):
        sample.write(BANK, "a: " + "[" * 3000)
        refused(sample, says=[f"{BANK}:1:", "YAML-DEPTH", "check the brackets"])

    def test_a_value_of_the_wrong_type(self, sample):
        line = sample.replace("panel_size: 3", "panel_size: 三名")
        refused(
            sample, says=[f"{BANK}:{line}:13", "TYPE-WRONG", "panel_size", "“三名”", "write a whole number"]
        )

    def test_an_unknown_key(self, sample):
        line = sample.replace("panel_size: 3", "panel_sise: 3")
        refused(sample, says=[f"{BANK}:{line}:1", "KEY-UNKNOWN", "did you mean “panel_size”?"])

    def test_a_key_that_stands_twice(self, sample):
        line = sample.replace("panel_size: 3", "panel_size: 3\npanel_size: 5")
        refused(
            sample, says=[f"{BANK}:{line + 1}:1", "YAML-DUPLICATE-KEY", f"first in line {line}", "keep one"]
        )

    def test_a_competency_that_the_bank_does_not_have(self, sample):
        line = sample.replace(
            "competencies: [problem-solving, composure]", "competencies: [problem-solvin, composure]"
        )
        refused(sample, says=[f"{BANK}:{line}:", "COMPETENCY-UNKNOWN", "did you mean “problem-solving”?"])

    def test_a_character_that_no_font_draws(self, sample):
        line = sample.replace("panel_size: 3", "panel_size: 3\nmarking: 内部\U0001f600")
        refused(sample, says=[f"{BANK}:{line + 1}:", "GLYPH-MISSING", "U+1F600"])

    def test_every_mistake_is_said_at_once(self, sample):
        sample.replace("panel_size: 3", "panel_sise: 3")
        sample.replace("weight: 60", "weight: 六十")
        said = refused(sample)
        assert said.count("KEY-UNKNOWN") == said.count("TYPE-WRONG") == 1


class TestImages:
    def shown(self, project, target):
        """A stem that shows an image; returns the line it stands in."""
        return project.replace("请讲一件客户自己", f"![流程图]({target})请讲一件客户自己")

    def test_one_outside_the_project(self, sample):
        Image.new("RGB", (20, 20)).save(sample.root.parent / "secret.png")
        line = self.shown(sample, "../../secret.png")
        refused(sample, says=[f"{BANK}:{line}:", "IMAGE-OUTSIDE", "copy it into the project"])

    def test_a_link_that_leads_outside(self, sample):
        Image.new("RGB", (20, 20)).save(sample.root.parent / "secret.png")
        (sample.root / "content/flow.png").symlink_to(sample.root.parent / "secret.png")
        line = self.shown(sample, "flow.png")
        refused(sample, says=[f"{BANK}:{line}:", "IMAGE-OUTSIDE"])

    def test_one_on_the_network(self, sample):
        line = self.shown(sample, "https://example.com/flow.png")
        refused(sample, says=[f"{BANK}:{line}:", "IMAGE-REMOTE", "nothing is fetched"])

    def test_one_that_is_missing(self, sample):
        line = self.shown(sample, "flow.png")
        refused(sample, says=[f"{BANK}:{line}:", "IMAGE-MISSING"])

    def test_one_that_is_no_picture(self, sample):
        sample.write("content/flow.png", "<svg/>")
        line = self.shown(sample, "flow.png")
        refused(sample, says=[f"{BANK}:{line}:", "IMAGE-KIND", "save it as PNG or JPEG"])

    def test_one_that_is_right_is_printed(self, sample):
        Image.new("RGB", (200, 100), "#1f4e79").save(sample.root / "content/flow.png")
        self.shown(sample, "flow.png")
        before = sample.output()
        assert sample.packs("build", "-q", "--document", "question-cards").code == 0
        changed = {name for name, data in sample.output().items() if before[name] != data}
        assert {f"sample-bank/question-cards.{form}" for form in ("pdf", "docx")} < changed


class TestTemplates:
    GUIDE = "templates/parts/answer-guide.html.j2"

    def test_a_syntax_error_names_template_line_and_question(self, sample):
        sample.write(self.GUIDE, "<h3>参考</h3>\n<p>{% if %}</p>\n")
        refused(sample, says=[f"{self.GUIDE}:2:", "TEMPLATE-SYNTAX", "while showing q-01", "<p>{% if %}</p>"])

    def test_an_undefined_variable_names_template_line_and_question(self, sample):
        sample.write(self.GUIDE, "<h3>参考</h3>\n\n<p>{{ question.nonsense }}</p>\n")
        said = refused(
            sample, says=[f"{self.GUIDE}:3:", "TEMPLATE-UNDEFINED", "nonsense", "while showing q-01"]
        )
        assert "builder." not in said

    def test_the_question_named_is_the_one_being_shown(self, sample):
        sample.write(self.GUIDE, "{% if question.id == 'q-02' %}{{ question.nonsense }}{% endif %}")
        refused(sample, says=[f"{self.GUIDE}:1:", "while showing q-02"])

    def test_a_candidates_template_cannot_reach_the_guide(self, sample):
        own = "templates/question-cards.html.j2"
        sample.write(own, "{% for question in view.questions %}{{ question.guide.model_answer }}{% endfor %}")
        refused(
            sample, "build", "--document", "question-cards", says=[f"{own}:1:", "TEMPLATE-UNDEFINED", "guide"]
        )

    def test_a_template_that_does_not_exist(self, sample):
        sample.write(self.GUIDE, '{% include "parts/answers.html.j2" %}')
        refused(sample, says=[self.GUIDE, "TEMPLATE-MISSING", "parts/answers.html.j2"])

    def test_a_template_cannot_run_code(self, sample):
        sample.write(self.GUIDE, "{{ ''.__class__.__mro__[1].__subclasses__() }}")
        refused(sample, says=[f"{self.GUIDE}:1:", "TEMPLATE-UNSAFE"])

    @pytest.mark.parametrize("form", ["pdf", "docx", "html"])
    def test_a_remote_image_in_a_template(self, sample, form):
        sample.write(self.GUIDE, '<p><img src="http://example.com/logo.png" alt="标志"></p>')
        said = ["sample-bank/interviewer-pack", "http://example.com/logo.png", "nothing else is loaded"]
        refused(sample, "build", "--document", "interviewer-pack", "--format", form, says=said)

    @pytest.mark.parametrize(
        ("form", "css"),
        [
            ("pdf", ".stem { background: url(http://example.com/paper.png) }"),
            ("html", ".stem { background: url(http://example.com/paper.png) }"),
            ("pdf", ".stem { background: url('file:///etc/hostname') }"),
            ("pdf", "@font-face { font-family: Far; src: url(https://example.com/far.otf) }"),
            ("html", '@import "http://example.com/more.css";'),
        ],
    )
    def test_an_address_in_the_projects_print_css(self, sample, form, css):
        sample.write("templates/print.css", css)
        command = ("build", "--document", "question-cards", "--format", form)
        said = refused(sample, *command, says=["sample-bank/question-cards", "nothing else is loaded"])
        assert "example.com" in said or "/etc/hostname" in said

    def test_a_mistake_in_the_projects_print_css(self, sample):
        sample.write("templates/print.css", ".stem { colour: red }")
        refused(sample, says=["sample-bank/interviewer-pack", "colour: red", "print.css"])


class TestFonts:
    def test_a_family_that_nobody_provides(self, sample):
        sample.write("theme.yaml", "fonts:\n  zh-CN:\n    body: {pdf: Noto Serif CS}\n")
        refused(sample, says=["theme.yaml:3:17", "FONT-MISSING", "did you mean “Noto Serif SC”?"])

    @pytest.mark.parametrize("data", [b"not a font", b"OTTO and then nothing", b"\0\1\0\0" + bytes(400)])
    def test_a_file_that_is_no_font(self, sample, data):
        sample.write("fonts/own.otf", data)
        sample.write("theme.yaml", "font_files:\n  - {family: 自家黑体, path: fonts/own.otf}\n")
        said = refused(sample, says=["theme.yaml:2:", "FONT-FILE", "own.otf"])
        assert "NotoSerif" not in said, "preparing all other fonts first keeps people waiting"

    def test_a_file_that_is_missing(self, sample):
        sample.write("theme.yaml", "font_files:\n  - {family: 自家黑体, path: fonts/own.otf}\n")
        refused(sample, says=["theme.yaml:2:", "FONT-FILE", "fonts/own.otf does not exist"])


class TestProjectFile:
    def test_no_project_at_all(self, tmp_path, sample):
        (sample.root / "packs.yaml").unlink()
        refused(sample, code=2, says=["no packs.yaml in", "packs init my-packs"])

    @pytest.mark.parametrize("text", ["", "# locale: zh-CN\n"])
    def test_one_that_says_nothing_leaves_the_defaults(self, sample, text):
        sample.write("packs.yaml", text)
        sample.write("theme.yaml", text)
        ran = sample.packs("build", "-q", "--document", "score-sheet")
        assert (ran.code, ran.err) == (0, "")

    def test_an_output_folder_outside_the_project(self, sample):
        sample.write("packs.yaml", "locale: zh-CN\noutput: ../elsewhere\n")
        refused(sample, says=["packs.yaml:2:9", "PATH-OUTSIDE", "name a folder inside the project"])
        assert not (sample.root.parent / "elsewhere").exists()

    def test_a_theme_that_does_not_exist(self, sample):
        sample.write("packs.yaml", "theme: looks/winter.yaml\n")
        refused(sample, says=["packs.yaml:1", "looks/winter.yaml", "correct “theme:”"])

    def test_a_colour_that_is_none(self, sample):
        sample.write("theme.yaml", "colours: {accent: red}\n")
        refused(sample, says=["theme.yaml:1:19", "VALUE-FORM", "#rrggbb"])


class TestOutput:
    # Permissions do not hold for root, so a file stands where a folder is needed.
    def test_a_folder_that_cannot_be_made(self, sample):
        sample.write("packs.yaml", "output: 打印件\n")
        sample.write("打印件", "a file\n")
        refused(sample, code=3, says=["打印件 cannot be written", "use --output"])
        assert sample.read("打印件") == "a file\n"

    def test_a_packs_folder_that_cannot_be_made(self, sample):
        before = sample.output()
        (sample.root / "output/sample-bank").rename(sample.root / "kept")
        sample.write("output/sample-bank", "a file\n")
        ran = sample.packs("build")
        assert ran.code == 3
        assert "output/sample-bank" in ran.err
        assert "cannot be written" in ran.err
        assert sample.read("output/sample-bank") == "a file\n"
        assert sample.read("output/manifest.json").encode() == before["manifest.json"]

    def test_an_output_option_that_names_a_file(self, sample):
        before = sample.output()
        ran = sample.packs("build", "--output", "packs.yaml")
        assert ran.code == 2
        assert "packs.yaml" in ran.err
        assert sample.output() == before
