"""Documents with marks at what a reader finds in them, and how much of it an import finds, misses and invents.

    python tests/support/marked_documents.py [-v] tests/importers/marked/*.txt

Marks: {s title}, {q:5 question}, {a answer}, {a:3 answer to question 3}, {r line or level of a rubric}.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from builder.importers.assembling.bank import assembled
from builder.importers.blocks import Manuscript
from builder.importers.cleaning.cleaning import cleaned
from builder.importers.draft import Draft, Question
from builder.importers.reading.reading import read_manuscript
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.understanding import understand

KINDS = ("section", "question", "answer", "points", "rubric")
_MARK = re.compile(r"\{([sqar])(?::([\d.]+))? (.*?)\}", re.DOTALL)
_NUMBERING = re.compile(r"\d{1,2}[.、)）]|[①-⑨]")
_BAND = re.compile(
    r"^\W*[\w() -]{1,8}[:：]\d+[-~～–]\d+分[,，:：]|[(（][^()（）]*分[)）]|^\W*(?:\d+ points?|[\w() -]{1,16}[:：=])"
)


@dataclass
class Asked:
    """A question as a reader finds it; points are None where the document gives none."""

    stem: str
    points: Decimal | None
    answer: str = ""
    rubric: list[str] = field(default_factory=list)


@dataclass
class Marked:
    """A document without its marks, and what they say."""

    name: str
    text: str
    sections: list[str]
    questions: list[Asked]

    def in_one_line(self) -> Marked:
        """The document as web pages often give it: without a line break."""
        return Marked(self.name, re.sub(r"\s*\n\s*", "", self.text), self.sections, self.questions)


@dataclass
class Score:
    """What an import found, missed and invented of one kind."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)


def marked_documents(file: Path) -> Iterator[Marked]:
    """The documents of a file, parted by lines `=== name`."""
    for part in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, text = part.split("\n", 1)
        yield _read(name.strip(), text.strip("\n"))


def _read(name: str, text: str) -> Marked:
    found = Marked(name, _MARK.sub(lambda m: m[3], text), [], [])
    for kind, value, words in _MARK.findall(text):
        if kind == "s":
            found.sections.append(words)
        elif kind == "q":
            found.questions.append(Asked(words, Decimal(value) if value else None))
        elif kind == "a":
            found.questions[int(value or len(found.questions)) - 1].answer += f"\n{words}"
        else:
            found.questions[-1].rubric.append(words)
    return found


def manuscript_of(document: Marked, folder: Path) -> Manuscript:
    """The document as its reader hands it over, cleaned of what is a site's."""
    file = folder / document.name
    file.write_text(document.text, encoding="utf-8")
    return cleaned(read_manuscript(file))


def scores(document: Marked, manuscript: Manuscript) -> dict[str, Score]:
    """How well the import of the document does, by kind."""
    draft = understand(manuscript)
    points = [
        Decimal(q["points"]) for s in assembled("imported", [draft])[0]["sections"] for q in s["questions"]
    ]
    result = {kind: Score() for kind in KINDS}
    _score_sections(document, draft, result["section"])
    partners = _partners(document, draft)
    for i, asked in enumerate(document.questions):
        _count(result["question"], i in partners.values(), asked.stem)
    for k, (question, worth) in enumerate(zip(draft.questions, points, strict=True)):
        if k not in partners:
            result["question"].invented.append(question.stem)
        asked = document.questions[partners[k]] if k in partners else Asked("", None)
        _score_answer(asked, question, result["answer"])
        _score_points(asked, question, worth, result["points"])
        _score_rubric(asked, question, result["rubric"])
    for i, asked in enumerate(document.questions):
        if i not in partners.values():
            result["answer"].missed += [asked.answer] * bool(asked.answer)
            result["points"].missed += [asked.stem] * (asked.points is not None)
            result["rubric"].missed += asked.rubric
    return result


def _count(score: Score, is_found: bool, words: str) -> None:
    if is_found:
        score.found += 1
    else:
        score.missed.append(words)


def _score_sections(document: Marked, draft: Draft, score: Score) -> None:
    left = [section.title for section in draft.sections if section.title]
    for title in document.sections:
        hit = next((x for x in left if _likeness(x, title) >= 0.6 or _holds(x, title)), None)
        _count(score, hit is not None, title)
        if hit is not None:
            left.remove(hit)
    score.invented += left


def _partners(document: Marked, draft: Draft) -> dict[int, int]:
    """Question of the draft → question of the document."""
    known: dict[int, int] = {}
    for i, asked in enumerate(document.questions):
        best, at = max(
            (
                (max(_likeness(asked.stem, text) for text in _texts(question)), k)
                for k, question in enumerate(draft.questions)
                if k not in known
            ),
            default=(0.0, 0),
        )
        if best >= 0.7:
            known[at] = i
    return known


def _texts(question: Question) -> tuple[str, ...]:
    said = question.scenario + question.stem + question.task
    return question.title + said, said, question.stem, question.title


def _score_answer(asked: Asked, question: Question, score: Score) -> None:
    said = "\n".join([question.answer, *(p.text for p in question.key_points if p.points is None)])
    explained = "\n".join(question.analysis)
    if asked.answer:
        wanted = _NUMBERING.sub("", asked.answer)
        likest = max(
            _likeness(wanted, _NUMBERING.sub("", text)) for text in (said, said + explained, explained)
        )
        _count(score, likest >= 0.75, asked.answer)
    elif _letters(said):
        score.invented.append(said)


def _score_points(asked: Asked, question: Question, worth: Decimal, score: Score) -> None:
    if asked.points is not None:
        _count(score, worth == asked.points, asked.stem)
        score.invented += [asked.stem] * (worth not in (0, asked.points))
    elif question.amounts.points is not None and not asked.rubric:
        score.invented.append(asked.stem)


def _score_rubric(asked: Asked, question: Question, score: Score) -> None:
    left = list(_units(question))
    for line in asked.rubric:
        shapes = (line, _BAND.sub("", line))
        likest = max(
            ((max(_likeness(x, y) for x in unit for y in shapes), n) for n, unit in enumerate(left)),
            default=(0.0, 0),
        )
        _count(score, likest[0] >= 0.6, line)
        if likest[0] >= 0.6:
            left.pop(likest[1])
    score.invented += [unit[0] for unit in left]


def _units(question: Question) -> Iterator[tuple[str, ...]]:
    """The lines and levels of the rubric, each in the ways it may be read."""
    yield from ((point.text,) for point in question.key_points if point.points is not None)
    for criterion in question.rubric:
        if criterion.levels:
            yield from ((level.descriptor, level.label + level.descriptor) for level in criterion.levels)
        else:
            yield criterion.title + criterion.detail, criterion.title, criterion.detail


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", skeleton_of(text)).lower()


def _holds(one: str, other: str) -> bool:
    a, b = sorted((_letters(one), _letters(other)), key=len)
    return len(a) > 1 and a in b


def _likeness(one: str, other: str) -> float:
    """1 where the texts have the same pairs of letters, 0 where they share none."""
    a, b = _letters(one), _letters(other)
    if a == b:
        return 1.0
    x, y = (Counter(t[i : i + 2] for i in range(max(len(t) - 1, 1))) for t in (a, b))
    return 2 * (x & y).total() / (x.total() + y.total())


def main(arguments: list[str]) -> None:
    """Prints the totals by file and kind; with -v what was missed and invented."""
    for file in (Path(a) for a in arguments if a != "-v"):
        totals = {kind: Score() for kind in KINDS}
        with tempfile.TemporaryDirectory() as folder:
            for document in marked_documents(file):
                for kind, score in scores(document, manuscript_of(document, Path(folder))).items():
                    totals[kind].found += score.found
                    totals[kind].missed += [f"{document.name}: {words}" for words in score.missed]
                    totals[kind].invented += [f"{document.name}: {words}" for words in score.invented]
        print(
            file.stem,
            *(f"{k} {s.found}/{s.found + len(s.missed)} +{len(s.invented)}" for k, s in totals.items()),
        )
        for kind, score in totals.items() if "-v" in arguments else ():
            print(*(f"  {kind} missed    {words!r}" for words in score.missed), sep="\n")
            print(*(f"  {kind} invented  {words!r}" for words in score.invented), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
