"""The workbook of the panel summary: marks and results, rooms, ranks, composite, and the rule in words."""

from __future__ import annotations

from builder.compose.labels import Labels
from builder.compose.workbook.competencies import competencies_sheet
from builder.compose.workbook.desk import Desk
from builder.compose.workbook.results import composite_names, composite_sheet, ranks_sheet, rooms_sheet
from builder.compose.workbook.totals import totals_sheet
from builder.content.views.panel import PanelView
from builder.model.workbook import Cell, Sheet, Workbook


def panel_workbook(view: PanelView, labels: Labels) -> Workbook:
    """The sheets that compute what the printed summary is filled in with, by the rules of builder.scoring."""
    desk = Desk(view, labels["panel"])
    marks, marked = (competencies_sheet if view.by_competency else totals_sheet)(desk)
    ranks, ranked = ranks_sheet(desk, marked)
    rooms = (rooms_sheet(desk, marked),) if view.adjusts else ()
    signers = "　　".join(f"{signer} ______________" for signer in desk.labels["signers"])
    return Workbook(
        title=f"{view.position} {labels['documents']['panel-summary']}",
        language=view.locale,
        foot=signers,
        problem_title=desk.say("workbook.bad_title"),
        sheets=(marks, *rooms, ranks, composite_sheet(desk, ranks, ranked), _rule_sheet(desk)),
        names=composite_names(desk),
    )


def _rule_sheet(desk: Desk) -> Sheet:
    view = desk.view
    gaps = {
        "raters": view.raters,
        "valid": view.valid,
        "points": f"{view.points.normalize():f}",
        "result": desk.result,
    }
    lines = [desk.say(f"rules.{name}", **gaps) for name in view.rules]
    if view.adjusts:
        lines += [str(rule) for rule in desk.labels["adjust_rules"]]
    lines.append(desk.say("rank_rule", result=desk.say("adjusted" if view.adjusts else "result")))
    if view.points != 100:
        lines.append(desk.say("hundred_rule", points=gaps["points"]))
    lines += [desk.say("composite_rule"), desk.say("composite_ranks")]
    return Sheet(
        name=desk.name("rules"),
        widths=(110.0,),
        rows=(desk.heading("rules"), *((Cell("note", line),) for line in lines)),
        head=1,
    )
