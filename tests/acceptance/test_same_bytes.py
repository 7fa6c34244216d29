"""The same project gives the same files, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import re

from lxml import html
from pack_projects import real_project
from packs_command import files_of


def test_another_folder_time_zone_language_and_umask_change_no_byte(real, tmp_path_factory):
    elsewhere = real_project(tmp_path_factory.mktemp("elsewhere") / "另一处", real.root)
    differently = {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"}
    forms = ("--format", "pdf", "--format", "docx", "--format", "html")
    short = ("score-sheet", "candidate-handout", "question-cards", "panel-summary")
    some = ("qa-specialist", *(word for name in short for word in ("--document", name)))
    for wish in (("support-lead-en",), some):
        ran = elsewhere.packs("build", "-q", *wish, *forms, umask=0o077, **differently)
        assert (ran.code, ran.out) == (0, ""), ran.err
    here, there = (
        {name: data for name, data in files_of(project.root / "output").items() if name.count("/")}
        for project in (real, elsewhere)
    )
    assert len(there) >= 24
    assert set(there) <= set(here)
    assert [name for name in there if here[name] != there[name]] == []


def test_what_is_built_can_be_read_by_others_whatever_the_umask(sample):
    assert sample.packs("build", "-q", "--document", "score-sheet", umask=0o077).code == 0
    built = sample.root / "output/sample-bank/score-sheet.pdf"
    assert built.stat().st_mode & 0o777 == 0o644


def test_a_date_from_outside_is_the_only_date(sample):
    epoch = {"SOURCE_DATE_EPOCH": "1735689600"}
    command = ("build", "-q", "--document", "score-sheet", "--format", "pdf")
    pages = sample.root / "output/sample-bank/score-sheet.pdf"
    assert b"CreateDate" not in pages.read_bytes()
    assert sample.packs(*command, **epoch).code == 0
    dated = pages.read_bytes()
    assert sample.packs(*command, **epoch, TZ="America/New_York").code == 0
    assert pages.read_bytes() == dated


def test_the_html_opens_alone(real):
    files = sorted((real.root / "output").glob("*/*.html"))
    assert len(files) >= 8
    for file in files:
        text = file.read_text(encoding="utf-8")
        root = html.document_fromstring(text)
        links = [link for _, _, link, _ in root.iterlinks()]
        assert [link for link in links if not link.startswith(("#", "data:"))] == [], file.name
        assert root.xpath("//script | //iframe | //link | //object") == []
        assert not re.search(r"@import|url\(\s*['\"]?(?!data:)", text), file.name
        assert root.xpath("//style")
