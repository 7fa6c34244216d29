from __future__ import annotations

import gc
import hashlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from pdf_looking import fonts, text
from PIL import Image

from builder.errors import BuildError, MachineError
from builder.render import native

SCRIPT = Path(__file__).with_name("pdf_digest.py")


def opened(rendered):
    return pikepdf.open(io.BytesIO(rendered.data))


def a_logo():
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "#1f4e79").save(out, "PNG")
    return out.getvalue()


def refusal(make, *args, **kwargs):
    with pytest.raises(BuildError) as caught:
        make(*args, **kwargs)
    return str(caught.value.sentence)


class TestDocument:
    def test_it_counts_pages_and_finds_elements(self, make):
        body = '<h1 id="open">开场</h1><h1 id="q1" style="break-before: page">第一题</h1>'
        rendered = make(body)
        assert rendered.pages == 2
        assert rendered.anchors == {"open": 1, "q1": 2}

    def test_it_is_tagged_for_accessibility(self, make):
        with opened(make("<h1>开场</h1><p>欢迎参加面试。</p>")) as pdf:
            root = pdf.Root
            assert root.MarkInfo.Marked
            assert root.StructTreeRoot.K
            assert root.Lang == "zh-CN"
            assert root.ViewerPreferences.DisplayDocTitle
            with pdf.open_metadata() as metadata:
                assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"

    def test_it_carries_its_properties(self, make):
        head = '<meta name="author" content="人力资源部"><meta name="subject" content="结构化面试">'
        with opened(make("<p>一</p>", head=head + '<meta name="keywords" content="质检,题库">')) as pdf:
            assert pdf.docinfo["/Title"] == "客服质检专员 考官题本"
            assert pdf.docinfo["/Author"] == "人力资源部"
            assert pdf.docinfo["/Subject"] == "结构化面试"
            assert pdf.docinfo["/Keywords"] == "质检, 题库"

    def test_it_embeds_every_font(self, make):
        found = fonts(make("<p>正文 text<strong>重点</strong></p>").data)
        assert found == {"Packs-Serif-SC": True, "Packs-Sans-SC": True}

    def test_it_uses_real_bold_and_italic_cuts_in_english(self, make):
        data = make("<p>plain <b>bold</b> <i>italic</i></p>", language="en").data
        assert set(fonts(data)) == {"Source-Serif-Pro", "Source-Serif-Pro-Bold", "Source-Serif-Pro-Italic"}

    def test_its_text_has_no_radicals(self, make):
        common = "一二十人入八力又口土士大女子小山工己干弓心户手支文斗方无日月木止比毛气水火父片牙牛犬"
        found = text(make(f"<p>{common}</p>").data)
        assert common in found.replace("\r\n", "")
        assert not [c for c in found if "\u2e80" <= c <= "\u2fdf"]

    def test_its_glyph_codes_are_the_cids_of_the_embedded_font(self, make):
        # Readers that go by the letter of the PDF standard would otherwise show other characters.
        from fontTools.ttLib import TTFont

        with opened(make("<p>考官题本</p>")) as pdf:
            (file,) = [item.FontFile3 for item in pdf.objects if _is_font_descriptor(item)]
            charset = TTFont(io.BytesIO(file.read_bytes()))["CFF "].cff.topDictIndex[0].charset
        assert charset[1:] == [f"cid{i:05d}" for i in range(1, len(charset))]


class TestSameBytes:
    def digest(self, **environment):
        env = {**os.environ, **environment}
        root = Path(__file__).parents[3]
        command = [sys.executable, str(SCRIPT)]
        return subprocess.run(command, env=env, cwd=root, check=True, capture_output=True, timeout=120).stdout

    def test_it_is_the_same_for_every_hash_seed(self):
        first = self.digest(PYTHONHASHSEED="1")
        assert len(first) > 60
        assert first == self.digest(PYTHONHASHSEED="2", TZ="Asia/Shanghai", LC_ALL="C")

    def test_it_is_the_same_after_other_documents(self, make):
        first = make("<p>第一份</p>").data
        make("<p>第二份</p>", "p { color: red }")
        assert hashlib.sha256(make("<p>第一份</p>").data).digest() == hashlib.sha256(first).digest()

    def test_it_has_no_dates_unless_told(self, make, monkeypatch):
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        with opened(make("<p>一</p>")) as pdf:
            assert "/CreationDate" not in pdf.docinfo
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        with opened(make("<p>一</p>")) as pdf:
            assert pdf.docinfo["/CreationDate"] == "D:20231114221320Z"
            assert pdf.docinfo["/ModDate"] == "D:20231114221320Z"


class TestRefusals:
    def test_it_names_characters_no_font_draws(self, make):
        sentence = refusal(make, "<p>好😀的\ue000</p>")
        assert "U+1F600" in sentence
        assert "U+E000" in sentence

    @pytest.mark.parametrize(
        "url",
        ["http://localhost:9/a.png", "file:///etc/hostname", "data:image/png;base64,AAAA", "ftp://x/y.png"],
    )
    def test_it_loads_nothing_but_assets(self, make, url):
        assert url in refusal(make, f'<p><img src="{url}" alt="x"></p>')

    @pytest.mark.parametrize(
        "css",
        [
            'p { background: url("file:///etc/hostname") }',
            '@import url("http://localhost:9/a.css");',
            '@font-face { font-family: X; src: url("http://localhost:9/a.otf") }',
        ],
    )
    def test_it_loads_nothing_for_a_stylesheet_either(self, make, css):
        assert re.search("refused|@import rule", refusal(make, "<p>一</p>", css))

    def test_it_names_an_image_that_is_not_there(self, make):
        assert "徽标.png" in refusal(make, '<p><img src="asset:徽标.png" alt="徽标"></p>')

    def test_it_names_a_link_to_nowhere(self, make):
        assert "nowhere" in refusal(make, '<p><a href="#nowhere">见</a></p>')

    def test_it_names_css_it_does_not_understand(self, make):
        assert "text-autospace" in refusal(make, "<p>一</p>", "p { text-autospace: normal }")

    def test_it_names_an_image_it_cannot_read(self, make):
        assert "asset:a.png" in refusal(
            make, '<p><img src="asset:a.png" alt=""></p>', assets={"a.png": b"no"}
        )

    def test_it_goes_on_working_after_a_refusal(self, make):
        refusal(make, "<p>😀</p>")
        assert make("<p>好</p>").pages == 1

    def test_a_svg_may_not_load_anything_either(self, make):
        svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hostname"/></svg>'
        assert "file:///etc/hostname" in refusal(
            make, '<img src="asset:a.svg" alt="x">', assets={"a.svg": svg}
        )


def test_an_asset_is_drawn(make):
    rendered = make(
        '<p><img src="asset:徽标.png" alt="徽标" style="width: 40mm"></p>', assets={"徽标.png": a_logo()}
    )
    with opened(rendered) as pdf:
        assert pdf.pages[0].get_images()


def test_the_garbage_collector_is_left_as_it_was(make):
    before = gc.get_threshold(), gc.get_freeze_count()
    make("<p>一</p>")
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


class TestNativeLibraries:
    def test_this_machine_has_them_all(self):
        assert native.missing_libraries() == []

    def test_what_is_missing_comes_with_the_line_that_installs_it(self, monkeypatch):
        gone = {"libharfbuzz-subset", "libpango"}
        monkeypatch.setattr(native, "_loads", lambda library: library.name not in gone)
        assert {library.name for library in native.missing_libraries()} == gone
        with pytest.raises(MachineError) as caught:
            native.require_libraries()
        assert "apt-get install libpango-1.0-0 libharfbuzz-subset0" in str(caught.value.hint)
        assert "brew install pango harfbuzz" in str(caught.value.hint)


def _is_font_descriptor(item):
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
