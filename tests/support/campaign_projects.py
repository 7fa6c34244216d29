"""Small projects with a campaign: the bank of `small_bank`, a roster, two rooms."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from packs_command import files_of
from small_bank import BANK, project, unmarked

from builder.checks.campaigns import CampaignInspection, inspect_campaign
from builder.cli.campaign_building import CampaignWish, build_campaign
from builder.cli.progress import Progress
from builder.content.bank import LoadedBank, load_banks
from builder.content.project import Workspace, bank_files
from builder.errors import Finding

CAMPAIGN = """\
id: spring
pack: night-desk
date: 2030-06-01
place: 培训楼
rooms:
  - {name: 第一考场, place: 301室}
  - {name: 第二考场, place: 302室}
raters: 3
slot_minutes: 30
starts: ["09:00"]
ends: "11:00"
roster: campaigns/spring.csv
"""
NAMES = ("王虚构", "李样例", "张示范", "赵假设", "欧阳拟名")
ROSTER = "抽签号,姓名,报名序号,考场,时间\n" + "".join(
    f"{number:02d},{name},BM-{1000 + number},,\n" for number, name in enumerate(NAMES, 1)
)


def campaign_project(
    root: Path,
    roster: str | bytes = ROSTER,
    campaign: str = CAMPAIGN,
    name: str = "spring.csv",
    packs: str = "{}\n",
) -> Workspace:
    """A project folder with one campaign; the roster is called `name`."""
    workspace = project(root, packs, night_desk=BANK)
    folder = root / "campaigns"
    folder.mkdir(exist_ok=True)
    (folder / "spring.yaml").write_text(campaign.replace("spring.csv", name), encoding="utf-8")
    (folder / name).write_bytes(roster.encode() if isinstance(roster, str) else roster)
    return workspace


def inspected(workspace: Workspace, no_glyph: str = "") -> CampaignInspection:
    """The campaign, checked; characters of `no_glyph` are in no font."""
    banks: dict[str, LoadedBank] = load_banks(bank_files(workspace), workspace.shown)
    file = workspace.root / "campaigns" / "spring.yaml"
    return inspect_campaign(workspace, file, lambda locale, text: set(no_glyph) & set(text), banks)


def told(findings: list[Finding]) -> list[tuple[str, str, int, int]]:
    """Code, file, line and column of each finding."""
    return [(f.code, f.place.file.name, f.place.line, f.place.column) for f in findings]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks (‸), and where each stood."""
    return unmarked(text)


@dataclass(frozen=True)
class BuiltCampaign:
    """A campaign's folder after a build."""

    workspace: Workspace
    folder: Path

    @property
    def files(self) -> dict[str, bytes]:
        """Every file but the program's own record."""
        return {name: data for name, data in files_of(self.folder).items() if name != "campaign.json"}

    @property
    def lines(self) -> list[dict[str, str]]:
        """manifest.csv, row by row."""
        text = (self.folder / "manifest.csv").read_bytes().decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))


def build(workspace: Workspace, **wish: object) -> BuiltCampaign:
    """Builds the campaign; `wish` are fields of CampaignWish."""
    build_campaign(workspace, CampaignWish("spring", **wish), Progress(quiet=True))
    return BuiltCampaign(workspace, Path(str(wish.get("output") or workspace.output)) / "campaigns/spring")
