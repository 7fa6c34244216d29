"""The JSON Schemas that editors use: fresh in the repository, and of one mind with the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from small_bank import edited

from builder.content.bank import load_bank
from builder.content.reading import read_source
from builder.content.schema import SCHEMAS, schema_text, write_schemas
from builder.scaffold.project import SAMPLE, project_files

ROOT = Path(__file__).resolve().parents[2]
BANKS = sorted((ROOT / "content").glob("*.yaml"))


def validator(name):
    schema = json.loads(schema_text(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def data_of(folder, text):
    file = folder / "night-desk.yaml"
    file.write_text(text, encoding="utf-8")
    return read_source(file).data


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_in_the_repository_is_what_the_program_writes(name):
    _, relative = SCHEMAS[name]
    assert (ROOT / relative).read_text(encoding="utf-8") == schema_text(name), "run: packs schema --write"


def test_all_schemas_are_written_where_the_modelines_look_for_them(tmp_path):
    (tmp_path / "campaigns").mkdir()
    assert [p.relative_to(tmp_path).as_posix() for p in write_schemas(tmp_path)] == [
        "content/bank.schema.json",
        "packs.schema.json",
        "theme.schema.json",
        "campaigns/campaign.schema.json",
    ]
    for name, (_, relative) in SCHEMAS.items():
        assert (tmp_path / relative).read_text(encoding="utf-8") == schema_text(name)


def test_both_shipped_banks_are_there():
    assert len(BANKS) >= 2


@pytest.mark.parametrize("file", BANKS, ids=lambda file: file.stem)
def test_a_shipped_bank_is_valid_and_names_its_schema(file):
    assert list(validator("bank").iter_errors(read_source(file).data)) == []
    assert file.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=bank.schema.json\n")


def test_the_shipped_project_file_is_valid_and_names_its_schema():
    file = ROOT / "packs.yaml"
    assert list(validator("packs").iter_errors(read_source(file).data)) == []
    assert file.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=packs.schema.json\n")


def test_the_shipped_campaign_is_valid_and_names_its_schema():
    files = sorted((ROOT / "campaigns").glob("*.yaml"))
    assert files
    for file in files:
        assert list(validator("campaign").iter_errors(read_source(file).data)) == []
        assert file.read_text(encoding="utf-8").startswith(
            "# yaml-language-server: $schema=campaign.schema.json\n"
        )


def test_the_built_in_theme_is_valid():
    assert list(validator("theme").iter_errors(read_source(ROOT / "templates" / "theme.yaml").data)) == []


def test_a_theme_that_names_one_value_is_valid():
    assert list(validator("theme").iter_errors({"sizes": {"body": 11}})) == []


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_a_new_projects_files_are_valid(tmp_path, locale):
    files = project_files(locale)
    assert list(validator("bank").iter_errors(data_of(tmp_path, files[f"content/{SAMPLE}.yaml"]))) == []
    assert list(validator("packs").iter_errors(data_of(tmp_path, files["packs.yaml"]))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 夜班服务台结构化面试", "titel: 夜班\ntitle: 夜班"),
        ("    title: 经历\n", ""),
        ("type: behavioural", "type: behavioral"),
        ("points: 10", 'points: "10"'),
        ("points: 10", "points: 9.7"),
        ("points: 10", "points: -1"),
        ("weight: 60", "weight: 160"),
        ("minutes: 12", "minutes: 12\n    draw: 0"),
        ("minutes: 12", "minutes: 12\n    draw: some"),
        ("practice: true", "practice: yes"),
        ("id: q-calm", "id: 第二题"),
        ("[密：先做要紧的]", "[]"),
        ("[密：先接哪一部？]", "['']"),
        ("competency_notes: {handover:", "competency_notes: {Hand Over:"),
        ('version: "1.0"\nposition', "version: 1.0\nposition"),
    ],
)
def test_the_editor_refuses_what_the_program_refuses(tmp_path, old, new):
    data = data_of(tmp_path, edited(old, new))
    assert list(validator("bank").iter_errors(data))
    assert load_bank(tmp_path / "night-desk.yaml", Path("night-desk.yaml"))[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("points: 10", "points: 9.5"),
        ("minutes: 12", "minutes: 12\n    draw: 2"),
        ("id: p-hello", "id: p-hello"),
    ],
)
def test_the_editor_takes_what_the_program_takes(tmp_path, old, new):
    data = data_of(tmp_path, edited(old, new))
    assert list(validator("bank").iter_errors(data)) == []
    assert load_bank(tmp_path / "night-desk.yaml", Path("night-desk.yaml"))[1] == []


def test_every_field_of_a_bank_that_needs_words_has_them_in_the_schema():
    described = json.loads(schema_text("bank"))["$defs"]["Question"]["properties"]
    assert "verbatim" in described["stem"]["description"]
    assert "追问" in described["probes"]["description"]
