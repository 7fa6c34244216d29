"""A small project that has something of every kind a worker must be handed, and its jobs."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from small_bank import BANK, edited, project

from builder.content.bank import load_banks
from builder.content.project import Workspace, bank_files
from builder.fonts import FontShelf, open_shelf
from builder.plan.targets import Job, chosen_packs, plan_jobs
from builder.plan.wish import Wish
from builder.press.crews.crew import Order

PACKS = """\
organisation: 云栈客服中心
logo: brand/logo.svg
theme: looks/theme.yaml
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
CARDS = """\
{% extends "builtin/question-cards.html.j2" %}
{% block body %}{{ prose("![章](../stamps/seal.png)") }}{{ super() }}{% endblock %}
"""


def parted_project(root: Path) -> Workspace:
    """Written to `root`: pictures in three places, a template, a style sheet and a theme of its own."""
    for folder in ("content/图", "brand", "stamps", "looks", "templates"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "content/图/值班表.png").write_bytes(_picture("red"))
    (root / "stamps/seal.png").write_bytes(_picture("blue"))
    (root / "stamps/not-asked-for.png").write_bytes(_picture("green"))
    (root / "stamps/plan").write_bytes(_picture("black"))
    (root / "brand/logo.svg").write_text(LOGO)
    (root / "looks/theme.yaml").write_text('colours: {accent: "#0a6b5a"}\n')
    (root / "templates/question-cards.html.j2").write_text(CARDS, encoding="utf-8")
    (root / "templates/print.css").write_text("p.stem { color: #102030 }\n")
    shown = "凌晨两点还有三件事没有办完。![表](图/值班表.png)![图](../stamps/plan)"
    return project(root, PACKS, night_desk=edited("凌晨两点还有三件事没有办完。", f"'{shown}'"))


def _picture(colour: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(stream, "PNG")
    return stream.getvalue()


def jobs_of(workspace: Workspace, wish: Wish) -> list[Job]:
    banks = load_banks(bank_files(workspace), workspace.shown)
    return plan_jobs(chosen_packs(workspace.project, banks, wish), banks, wish)


def orders_of(workspace: Workspace, *documents: str, formats: tuple[str, ...] = ("html",)) -> list[Order]:
    """Orders of some documents, the first the longest."""
    jobs = jobs_of(workspace, Wish(documents=documents, formats=formats))
    return [Order(job, len(jobs) - i) for i, job in enumerate(jobs)]


def shelf_of(workspace: Workspace) -> FontShelf:
    return open_shelf(workspace.theme, workspace.root)


__all__ = ["BANK", "PACKS", "jobs_of", "orders_of", "parted_project", "shelf_of"]
