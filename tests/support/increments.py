"""A project of two small banks, built once, to change one thing in and see what is out of date."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from small_bank import edited

from builder.cli.building import Building, Manner
from builder.cli.progress import Progress
from builder.content.project import open_workspace
from builder.plan.agenda import Due, Planner
from builder.plan.quick import read_quick, up_to_date
from builder.plan.record import read_record
from builder.plan.stamps import Stamps
from builder.plan.wish import Wish

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
NIGHT = edited("夜间值守服务台。", "夜间值守服务台。![值班表](roster.svg)")
DAY = edited("id: night-desk", "id: day-desk", edited("夜班服务台专员", "白班服务台专员"))
PACKS = """\
organisation: 夜航客服
logo: brand/logo.svg
packs:
  - {bank: night-desk, formats: [html, xlsx]}
  - {bank: day-desk, formats: [html]}
  - {bank: day-desk, name: paper, documents: [question-cards], formats: [pdf, docx]}
"""
DOCUMENTS = (
    "interviewer-pack",
    "score-sheet",
    "candidate-handout",
    "question-cards",
    "panel-summary",
    "answer-key",
    "calibration-sheet",
)
PAPER = {"paper/question-cards.pdf", "paper/question-cards.docx"}
BOOK = {"night-desk/panel-summary.xlsx"}


def pages(pack: str, *documents: str) -> set[str]:
    """The HTML files of some documents of a pack, or of all."""
    return {f"{pack}/{document}.html" for document in documents or DOCUMENTS}


EVERYTHING = pages("night-desk") | pages("day-desk") | BOOK | PAPER


@dataclass
class Shop:
    """A project folder and what building it takes."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, name: str, text: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def replace(self, name: str, old: str, new: str) -> None:
        self.write(name, edited(old, new, (self.root / name).read_text("utf-8")))

    def building(self, *packs: str, documents=(), formats=(), **manner) -> Building:
        workspace = open_workspace(self.root)
        wish = Wish(packs, documents, formats)
        return Building(workspace, wish, self.output, Manner(jobs=1, **manner), Progress(quiet=True))

    def build(self, *packs: str, **more) -> set[str]:
        """Builds; the files that were made."""
        return {printed.entry.file for printed in self.building(*packs, **more).run()}

    def due(self, *packs: str, strict=False, force=False, **wish) -> list[Due]:
        """What a build would look at, in the order of the plan."""
        kept = read_quick(self.output)
        stamps = Stamps(self.output, kept.stamps if kept else {})
        planner = Planner(open_workspace(self.root), self.output, read_record(self.output), stamps)
        inspect = self.building()._inspect
        return planner.agenda(Wish(packs, **wish), inspect, strict=strict, force=force).files

    def stale(self, *packs: str, **more) -> dict[str, list[str]]:
        """File → why it is out of date, in English."""
        due = self.due(*packs, **more)
        return {d.file: [reason.in_language("en") for reason in d.reasons] for d in due if d.reasons}

    def nothing_changed(self, *packs: str, strict=False, **wish) -> bool:
        """What the quick way says."""
        return up_to_date(self.root, None, Wish(packs, **wish), strict=strict) is not None


def new_shop(root: Path) -> Shop:
    """The project, not built yet."""
    shop = Shop(root)
    shop.write("packs.yaml", PACKS)
    shop.write("content/night-desk.yaml", NIGHT)
    shop.write("content/day-desk.yaml", DAY)
    shop.write("content/roster.svg", PICTURE)
    shop.write("brand/logo.svg", PICTURE)
    return shop
