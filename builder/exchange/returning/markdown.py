"""A Markdown document that `packs export` made → the same tables that a spreadsheet gives."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.content.roster.table import Cell
from builder.errors import Place, RequestError
from builder.exchange.returning.markdown_fields import field_text
from builder.exchange.returning.recognising import ReturnedRow, ReturnedTable
from builder.exchange.sheets.columns import Column, Sheet, sheet_of
from builder.words import words

MOST_BYTES = 4_000_000
MARK = re.compile(r"# (?P<title>.*?)\s*<!-- packs/1 (?P<id>[a-z0-9-]+) (?P<locale>zh-CN|en) -->\s*")
_HEADING = re.compile(
    r"(?P<level>#{2,3}) (?P<text>.*?)\s*(?:<!-- (?P<kind>[a-z]+)(?: (?P<id>[a-z0-9-]+))? -->)?\s*"
)
_BLOCK = re.compile(r"\*\*(?P<name>[^*\n]+?)[：:]?\*\*[：:]?\s*")
_LINE = re.compile(r"[-*+] (?P<name>[^：:]+)[：:]\s*(?P<text>.*)")
_BRACKET = re.compile(r"(?P<title>.*?)\s*[（(](?P<amounts>[^（）()]*)[）)]")
_ORDINAL = re.compile(
    r"(?:[一二三四五六七八九十百]+、|第?[一二三四五六七八九十百\d]+(?:部分|题)\s*|题目\s*\d+\s*[：:]?|(?:Part|Question) \d+:?)\s*"
)
_AMOUNTS = (
    ("points", r"(\d+(?:\.\d+)?)\s*(?:分(?!钟)|points?)"),
    ("minutes", r"(\d+(?:\.\d+)?)\s*(?:分钟|minutes?)"),
    ("draw", r"(?:抽|draw\s*)(\d+)"),
    ("weight", r"(\d+(?:\.\d+)?)\s*%"),
)
_SHEETS = {"section": "sections", "question": "questions", "competency": "competencies"}


@dataclass
class Part:
    """A heading and the fields below it; lines in no field are `loose`."""

    kind: str
    id: str
    heading: str
    line: int
    fields: dict[str, list[str]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class OwnMarkdown:
    """A bank as a document told it."""

    id: str
    title: str
    locale: str
    tables: list[ReturnedTable]
    loose: list[str]
    """Text that is in no field."""


def own_markdown(file: Path) -> OwnMarkdown | None:
    """What a Markdown file of ours tells; None for any other file."""
    if file.suffix.lower() not in (".md", ".markdown") or not file.is_file():
        return None
    with file.open("rb") as stream:
        if MARK.fullmatch(stream.readline(MOST_BYTES).decode("utf-8-sig", "replace").strip()) is None:
            return None
    if file.stat().st_size > MOST_BYTES:
        raise RequestError(
            words("{path} is larger than {limit} MB", path=file, limit=MOST_BYTES // 1_000_000),
            words("split the file"),
        )
    return read_own(file, file.read_bytes().decode("utf-8-sig", "replace"))


def read_own(file: Path, text: str) -> OwnMarkdown | None:
    """The tables of a document of ours; None for any other."""
    lines = text.replace("\r\n", "\n").split("\n")
    mark = MARK.fullmatch(lines[0].removeprefix("\ufeff")) if lines else None
    if mark is None:
        return None
    parts = list(_parts(lines))
    zh = mark["locale"] == "zh-CN"
    tables = [_settings(file, parts, zh)]
    tables += [_table(file, kind, parts, zh) for kind in ("section", "competency", "question")]
    tables = [dataclasses.replace(table, bank_id=mark["id"]) for table in tables]
    loose = [text for part in parts for text in _loose(part, zh)]
    return OwnMarkdown(mark["id"], mark["title"], mark["locale"], tables, loose)


def _parts(lines: list[str]) -> Iterator[Part]:
    """The headings in their order; one without a comment is of the kind its level has there."""
    part = Part("title", "", lines[0], 1)
    among = "section"
    name = ""
    for number, line in enumerate(lines[1:], 2):
        if heading := _HEADING.fullmatch(line):
            yield part
            kind = heading["kind"] or ("section" if heading["level"] == "##" else among)
            among = {"settings": "question", "competencies": "competency", "section": "question"}.get(
                kind, among
            )
            part, name = Part(kind, heading["id"] or "", heading["text"], number), ""
        elif block := _BLOCK.fullmatch(line):
            name = block["name"]
            part.fields[name] = []
        elif not name and (entry := _LINE.fullmatch(line)):
            quoted = entry["text"].startswith(">")
            part.fields[entry["name"]] = [f"> {entry['text']}" if quoted else entry["text"]]
        elif name:
            part.fields[name].append(line)
        elif line.strip() and part.kind != "title":
            part.loose.append(line)
    yield part


def _columns(part: Part) -> Mapping[str, Column]:
    """Fields of a part by what they are called, in either language."""
    if part.kind == "settings":
        known: tuple[Column, ...] = sheet_of("settings").settings
    elif part.kind in _SHEETS:
        known = sheet_of(_SHEETS[part.kind]).columns
    else:
        known = ()
    return {name: column for column in known for name in (column.zh, column.en)}


def _loose(part: Part, zh: bool) -> Iterator[str]:
    known = _columns(part)
    if part.loose:
        yield "\n".join(part.loose)
    for name, lines in part.fields.items():
        if name not in known and "\n".join(lines).strip():
            yield f"{name}{'：' if zh else ': '}" + "\n".join(lines).strip()


def _settings(file: Path, parts: list[Part], zh: bool) -> ReturnedTable:
    sheet = sheet_of("settings")
    rows = []
    for part in parts:
        known = _columns(part) if part.kind == "settings" else {}
        for name, lines in part.fields.items():
            if column := known.get(name):
                texts = {"key": column.id, "value": field_text(column.kind, lines, zh)}
                rows.append(_row(file, part, texts))
    return ReturnedTable(sheet, None, _shown(sheet, ["key", "value"]), rows)


def _table(file: Path, kind: str, parts: list[Part], zh: bool) -> ReturnedTable:
    sheet = sheet_of(_SHEETS[kind])
    rows, section = [], ""
    for part in parts:
        section = _title(part.heading)[0] if part.kind == "section" else section
        section = part.id or section if part.kind == "section" else section
        if part.kind == kind:
            texts = _texts(part, zh)
            if kind == "question":
                texts = {"section": section, **texts}
            rows.append(_row(file, part, texts))
    names = list(dict.fromkeys(name for row in rows for name in row.cells))
    filled = [ReturnedRow({n: row.cells.get(n, Cell("", row.place.place)) for n in names}) for row in rows]
    return ReturnedTable(sheet, None, _shown(sheet, names), filled)


def _shown(sheet: Sheet, names: list[str]) -> dict[str, Column]:
    return {column.id: column for column in sheet.columns if column.id in names}


def _texts(part: Part, zh: bool) -> dict[str, str]:
    """The texts of a part's cells: what its heading says and its fields."""
    title, amounts = _title(part.heading)
    texts = {"status": "live"} if part.kind == "question" and part.id else {}
    texts |= {"id": part.id, "name" if part.kind == "competency" else "title": title}
    wanted = {"section": ("points", "minutes", "draw"), "question": ("points",), "competency": ("weight",)}
    for name, pattern in _AMOUNTS:
        if name in wanted[part.kind] and (found := re.search(pattern, amounts)):
            texts[name] = found[1]
    for name, lines in part.fields.items():
        if column := _columns(part).get(name):
            texts[column.id] = field_text(column.kind, lines, zh)
    return texts


def _title(heading: str) -> tuple[str, str]:
    """What a heading names, without its number, and what the brackets at its end say."""
    bracket = _BRACKET.fullmatch(heading)
    text, amounts = (bracket["title"], bracket["amounts"]) if bracket else (heading, "")
    return _ORDINAL.sub("", text, count=1) if _ORDINAL.match(text) else text, amounts


def _row(file: Path, part: Part, texts: Mapping[str, str]) -> ReturnedRow:
    place = Place(file, part.line)
    return ReturnedRow({name: Cell(text, place) for name, text in texts.items()})
