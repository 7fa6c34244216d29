"""Questions of a sheet → sections of the draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.importers.blocks import Block
from builder.importers.draft import Draft, Section
from builder.importers.sheets.cells import points_in
from builder.importers.sheets.columns import cell
from builder.importers.sheets.filling import Filling
from builder.importers.sheets.prose import as_lines, read_preface
from builder.importers.sheets.signs import is_sum, labelled_part
from builder.importers.sheets.tables import lone
from builder.importers.sheets.together import headings_left, said_of_each, section_values
from builder.importers.sheets.walking import Asked, Walked
from builder.importers.understanding.answer_key import merge_answer
from builder.importers.understanding.flow import UNACCOUNTED, Flow
from builder.importers.understanding.head import settle_stem
from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.mark import Mark, Style
from builder.importers.understanding.preamble import LONGEST_NOTE
from builder.importers.understanding.section import read_heading

_GENERIC = re.compile(
    r"(?:结构化)?(?:招聘)?(?:面试|考试|测评)?(?:(?:评分|打分|评价|评估)(?=表)|题目?|试题|题库|题本|问题)(?:库|表|清单|汇总|导出|模板)?\d*|(?:interview )?(?:questions?|question bank|question list|bank|items)(?: export| list)?"
)
GENERIC = frozenset({"data", "数据", "导出", "export", "模板", "template", "主表"})
"""Names of sheets that name no section."""


class Filing:
    """Puts the questions of sheet after sheet into the draft's sections."""

    def __init__(self, draft: Draft, *, several: bool) -> None:
        self.draft = draft
        self.several = several
        """More than one sheet holds questions."""

    def file(self, name: str, walk: Walked, rows: Sequence[Block], remarks: Sequence[Block]) -> None:
        """Adds the sections and questions of a sheet, and what found no place in them."""
        title = read_preface(self.draft, as_lines("", walk.preface))
        headed = [self._headed(lines) for lines in walk.sections]
        values = section_values(walk)
        sheet = self._naming(name, title, nearer=bool(walk.sections) or any(values))
        self._position(walk)
        sections: dict[tuple[int, str], Section] = {}
        named: set[str] = set()
        asides: list[list[str]] = [[] for _ in range(len(walk.questions) + 1)]
        for i, (asked, value) in enumerate(zip(walk.questions, values, strict=True)):
            key = asked.section, value
            if key not in sections:
                sections[key] = self._section(
                    sheet, headed[asked.section] if asked.section >= 0 else None, value
                )
                self.draft.sections.append(sections[key])
            filling = Filling(asked, rows, self.draft.position)
            question = filling.filled()
            settle_stem(question)
            sections[key].questions.append(question)
            self._section_points(asked, filling, sections[key])
            if not sections[key].amounts:
                question.amounts.fill(said_of_each(asked))
            places = {row.place for row in asked.rows}
            filling.strays += [(b.marker, b.text) for b in remarks if b.place in places]
            asides[i + 1].append(filling.words_of_strays())
            named |= {heading for heading, _ in filling.strays}
        self._sums(walk, sections)
        asides[0] += headings_left(walk, named)
        for above, row in walk.loose:
            said = lone(row)
            if labelled_part(said) == "notes" and len(said) <= LONGEST_NOTE:
                self.draft.notes.append(re.split("[:：]", said, maxsplit=1)[1].strip())
            else:
                asides[above].append(" | ".join(text for text in row.cells if text.strip()))
        known = {row.place for asked in walk.questions for row in asked.rows}
        asides[0] += [f"{b.marker}: {b.text}" for b in remarks if b.place not in known]
        self.draft.unparsed += [text for texts in asides for text in texts if text]

    def file_key(self, name: str, walk: Walked, rows: Sequence[Block]) -> None:
        """Brings answers of a sheet of their own to the questions of their numbers; others are kept."""
        numbers = [question.number for question in self.draft.questions]
        by_number = {q.number: q for q in self.draft.questions if numbers.count(q.number) == 1}
        lines = [
            *walk.preface,
            *(row for lines in walk.sections for row in lines),
            *(row for _, row in walk.loose),
        ]
        for asked in walk.questions:
            filling = Filling(asked, rows)
            answer = filling.filled()
            question = by_number.get(answer.number)
            if question is not None and answer.number is not None:
                merge_answer(question, answer)
                self.draft.unparsed += filter(None, [filling.words_of_strays()])
            else:
                lines += asked.rows
        texts = [" | ".join(text for text in row.cells if text.strip()) for row in lines]
        self.draft.unparsed += [f"{name}: {text}" if name else text for text in texts]

    def _naming(self, name: str, title: str, *, nearer: bool) -> str:
        """What the sheet's sections are called by, or begin with; a name that is not needed for that is kept.

        `nearer`: its sections have names of their own.
        """
        generic = name.strip().lower() in GENERIC or _GENERIC.fullmatch(name.strip().lower())
        name = "" if generic else name.strip()
        other = title if title not in ("", self.draft.title, name) else ""
        if other and name:
            self.draft.unparsed.append(other)
        name = name or other
        if self.several or not nearer:
            return name
        if name and not self.draft.title:
            self.draft.title = name
        elif name not in ("", self.draft.title, self.draft.position):
            self.draft.unparsed.append(name)
        return ""

    def _position(self, walk: Walked) -> None:
        """The position, where a column names one and the same in every row."""
        named = {
            cell(asked.rows[0], column.index).strip()
            for asked in walk.questions
            for column in asked.columns
            if column.field == "position"
        }
        if len(named) == 1 and not self.draft.position:
            self.draft.position = named.pop()

    def _headed(self, lines: Sequence[Block]) -> Section:
        texts = [" ".join(t for t in row.cells if t.strip()) for row in lines]
        flow = Flow([Block(text) for text in texts])
        land = Landscape(flow)
        marks = [s.mark for s in land.sights if s.mark.start == 0 and s.mark.number is not None]
        section = read_heading(land, marks[0] if marks else Mark(0, 0, Style.TITLE, None, True), len(flow))
        self.draft.unparsed += [flow.text[a:b] for a, b in flow.spans_of(UNACCOUNTED)]
        return section

    def _section(self, sheet: str, headed: Section | None, value: str) -> Section:
        """A section called by its sheet, the line above its rows and its column, as far as there are any."""
        column = self._headed([Block(value, cells=(value,))]) if value else Section()
        known = [column, headed] if headed else [column]
        section = Section(" · ".join(dict.fromkeys(filter(None, [sheet, *(s.title for s in known[::-1])]))))
        for other in known:
            section.amounts.fill(other.amounts)
        return section

    def _section_points(self, asked: Asked, filling: Filling, section: Section) -> None:
        """What a column of its own says that the whole section is worth."""
        for column in asked.columns:
            text = cell(asked.rows[0], column.index) if column.field == "section_points" else ""
            value = points_in(text)
            if value is not None and section.amounts.total in (None, value):
                section.amounts.total = value
            elif text.strip():
                filling.strays.append((column.name, text))

    def _sums(self, walk: Walked, sections: dict[tuple[int, str], Section]) -> None:
        """Sums below a section are its points; the last one of all is the bank's."""
        for i, (at, row) in enumerate(walk.sums):
            others = [t for t in row.cells if t.strip() and not is_sum(t) and points_in(t) is None]
            self.draft.unparsed += [" | ".join(others)] if others else []
            values = [value for text in row.cells if text.strip() and (value := points_in(text)) is not None]
            if not values:
                continue
            within = [section for (heading, _), section in sections.items() if heading == at]
            last = i == len(walk.sums) - 1 and not self.several
            if last and (len(walk.sums) > 1 or len(sections) > 1 or at < 0):
                self.draft.amounts.total = self.draft.amounts.total or max(values)
            elif len(within) == 1:
                within[0].amounts.total = within[0].amounts.total or max(values)
