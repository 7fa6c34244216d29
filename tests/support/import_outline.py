"""What a file was made into, in a few lines that a person can hold against the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.content.bank import load_bank
from builder.importers.importing import Guidance, imported
from builder.importers.reading.reading import read_manuscript


def bank_of(file: Path, folder: Path, to: str | None = None) -> tuple[Any, str]:
    """The data of the bank that a file is imported as, and its text; the bank must be one that the schema takes."""
    text = imported("imported", [read_manuscript(file)], Guidance(to=to)).text
    path = folder / "imported.yaml"
    path.write_text(text, encoding="utf-8")
    loaded, findings = load_bank(path, Path("imported.yaml"))
    assert [(f.code, f.place.line, str(f.sentence)) for f in findings] == []
    assert loaded is not None
    return loaded.source.data, text


def outline_of(data: Any) -> str:
    """Sections with their points, and of every question what there is of it."""
    return "\n".join(_lines(data)) + "\n"


def _lines(data: Any) -> Iterator[str]:
    total = f" [{data['points']}]" if "points" in data else ""
    yield f"{data['title']}{total} | {data['position']['title']}"
    named = [c["name"] for c in data["competencies"]]
    if notes := data.get("handout", {}).get("notes"):
        yield f"notes {len(notes)}"
    yield f"competencies {' '.join(named)}"
    for section in data["sections"]:
        yield f"## {section['title']} [{section['points']}]"
        for question in section["questions"]:
            yield f"{question['points']} | {question.get('title', '')} | {_beginning(question['stem'])} | {' '.join(_parts(question))}"
    yield f"unparsed {len(data.get('unparsed', []))}"


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 24 else f"{line[:12]}…{line[-11:]}"


def _parts(question: Any) -> Iterator[str]:
    guide = question.get("guide", {})
    yield from (key for key in ("scenario", "task") if key in question)
    yield from (name for key, name in (("model_answer", "answer"), ("analysis", "analysis")) if key in guide)
    for key in ("key_points", "common_errors", "red_flags"):
        if key in guide:
            worth = [
                point.get("points") for point in guide[key] if isinstance(point, dict) and "points" in point
            ]
            yield f"{key}={len(guide[key])}" + (f"({'+'.join(map(str, worth))})" if worth else "")
    for criterion in question.get("rubric", []):
        bands = " ".join(f"{v['label']}:{v['min']}-{v['max']}" for v in criterion["levels"])
        yield f"criterion={criterion['points']}({bands})"
    if "probes" in question:
        yield f"probes={len(question['probes'])}"
    yield from (f"{key}={question[key]}" for key in ("think_minutes", "tags") if key in question)
    if question["answer_minutes"] != 3:
        yield f"minutes={question['answer_minutes']}"
