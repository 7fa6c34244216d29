"""What candidates are given holds nothing of the interviewer's, in any corner of either file."""

from __future__ import annotations

import functools
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdf_pack import squeezed

from builder.compose.documents import DOCUMENTS, Audience

CANDIDATES = [kind.id for kind in DOCUMENTS if kind.audience is Audience.CANDIDATE]
assert set(CANDIDATES) >= {"candidate-handout", "question-cards"}
SHORTEST = {"zh-CN": 9, "en": 24}


def confidential(question: dict[str, Any]) -> Iterator[str]:
    """Guide, key points, probes, descriptors and red flags of one question."""
    guide = question["guide"]
    yield from (guide["intent"], guide["model_answer"], guide.get("analysis", ""))
    yield from (point["text"] for point in guide["key_points"])
    yield from guide.get("common_errors", [])
    for flag in guide.get("red_flags", []):
        yield from (flag["behaviour"], flag["effect"])
    yield from question["probes"]
    for criterion in question["rubric"]:
        yield from (level["descriptor"] for level in criterion["levels"])


def phrases(texts: list[str], locale: str) -> set[str]:
    """The clauses of some texts, without marks and white space, long enough to be nobody else's."""
    clauses = re.split(r"[，。；：？！、,.;:?!|“”\"\n（）()]+", "\n".join(texts))
    plain = {squeezed(re.sub(r"[*`]|^\s*(?:-|\d+\.)\s", "", clause)) for clause in clauses}
    return {phrase for phrase in plain if len(phrase) >= SHORTEST[locale]}


def public(bank: dict[str, Any]) -> str:
    """What candidates may read: handout, duties, competencies, sections, and the questions as they are asked."""
    questions = [q for section in bank["sections"] for q in section["questions"]]
    asked = [str(q.get(key, "")) for q in questions for key in ("stem", "scenario", "task")]
    return squeezed(str(bank["handout"]) + str(bank["position"]) + "".join(asked)).replace("*", "")


@functools.cache
def secrets_of(built) -> set[str]:
    texts = [text for question in built.questions for text in confidential(question)]
    open_text = public(built.bank)
    return {phrase for phrase in phrases(texts, built.bank["locale"]) if phrase not in open_text}


def everything_in(path: Path) -> str:
    """Every word and string in a file's parts: text, metadata, bookmarks, descriptions, comments, names."""
    return squeezed(
        "\n".join({".pdf": _pdf_strings, ".docx": _zip_strings, ".html": _text_strings}[path.suffix](path))
    )


def _zip_strings(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8", errors="ignore")
            yield from (name, text, _without_tags(text))


def _text_strings(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    yield from (text, _without_tags(text))


def _without_tags(text: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", text))


def _pdf_strings(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        for item in [pdf.trailer, *pdf.objects]:
            yield from _strings(item)


def _strings(item: Any) -> Iterator[str]:
    if isinstance(item, pikepdf.Stream):
        yield item.read_bytes().decode("utf-8", errors="ignore")
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for child in item:
            yield from _strings(child) if not child_is_shared(child) else ()
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in item.items():
            yield str(key)
            yield from _strings(value) if not child_is_shared(value) else ()


def child_is_shared(value: Any) -> bool:
    """Whether a value is an object of its own: those are all visited once."""
    return isinstance(value, pikepdf.Object) and value.is_indirect


@functools.cache
def searched(built, document: str, form: str) -> str:
    path = built.folder / f"{document}.{form}"
    read = {"pdf": lambda: built.pdf(document).words + squeezed("".join(built.pdf(document).text_of_pages))}
    read |= {"docx": lambda: built.docx(document).words, "html": lambda: ""}
    return everything_in(path) + read[form]()


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
class TestConfidential:
    def test_the_search_does_find_it_in_the_interviewers_pack(self, built, form):
        secrets = secrets_of(built)
        assert len(secrets) > 15 * len(built.questions)
        found = searched(built, "interviewer-pack", form)
        assert [phrase for phrase in sorted(secrets) if phrase not in found] == []

    @pytest.mark.parametrize("document", CANDIDATES)
    def test_candidates_hold_none_of_it(self, built, document, form):
        found = searched(built, document, form)
        assert len(found) > 5000
        assert [phrase for phrase in sorted(secrets_of(built)) if phrase in found] == []

    def test_the_handout_holds_no_live_question(self, built, form):
        found = searched(built, "candidate-handout", form)
        asked = {
            q["id"]: squeezed(q["stem"].replace("*", ""))[: 3 * SHORTEST[built.bank["locale"]]]
            for q in built.questions
        }
        assert [name for name, start in asked.items() if start in found or name in found] == []

    def test_the_handout_does_hold_the_practice_questions(self, built, form):
        every = [q for section in built.bank["sections"] for q in section["questions"]]
        starts = [squeezed(q["stem"])[:12] for q in every if q.get("practice")]
        assert starts
        found = searched(built, "candidate-handout", form)
        assert [start for start in starts if start not in found] == []

    def test_candidates_see_no_internal_names(self, built, form):
        for document in CANDIDATES:
            found = searched(built, document, form)
            assert [q["id"] for q in built.questions if q["id"] in found] == []
            assert [tag for q in built.questions for tag in q.get("tags", []) if f'"{tag}"' in found] == []
