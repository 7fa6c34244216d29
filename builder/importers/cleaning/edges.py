"""What a site put before and behind a document, line by line."""

from __future__ import annotations

from builder.importers.cleaning.lines import LONG, Line
from builder.importers.cleaning.rules import is_notice, may_be_notice, rule_of
from builder.importers.understanding.cues import ends_well

LONGEST_NOTICE = 400


def leave_out_edges(lines: list[Line]) -> None:
    """Gives a reason to every line that is certainly the site's."""
    for line in lines:
        if not line.row and (rule := rule_of(line.view, "anywhere")):
            line.reason = rule.reason
    first, last = _document(lines)
    head, tail = lines[:first], lines[last + 1 :]
    for line in (*head, *tail):
        _judge(line)
    _open_site(tail)
    for edge in (head, tail):
        _beside(edge)


def _document(lines: list[Line]) -> tuple[int, int]:
    """The first and the last line that are surely the document's; a line that only asks is where no other is."""
    opening = next((i for i, line in enumerate(lines) if rule_of(line.view, "opens")), len(lines))
    for sure in (
        [i for i, line in enumerate(lines) if line.is_documents],
        [i for i, line in enumerate(lines[:opening]) if line.view.endswith("?")],
    ):
        if own := [i for i in sure if not lines[i].is_out and not _is_sites(lines[i])]:
            return own[0], own[-1]
    return len(lines), len(lines)


def _could_be_sites(line: Line) -> bool:
    """A whole document in one line may hold a notice, and is none."""
    return len(line.view) <= LONGEST_NOTICE and not line.is_labelled


def _is_sites(line: Line) -> bool:
    if not _could_be_sites(line):
        return False
    return is_notice(line.view) or rule_of(line.view, "around", "opens") is not None


def _judge(line: Line) -> None:
    if line.is_out or line.row or not _could_be_sites(line):
        return
    if rule := rule_of(line.view, "around"):
        line.reason = rule.reason
    elif is_notice(line.view):
        line.reason = "notice"


def _open_site(tail: list[Line]) -> None:
    """Behind the line that opens the site's own part, all goes but long sentences that nothing tells from answers."""
    reason, counted = "", False  # a number of comments: what follows is what users say, sentences too
    for line in tail:
        if not line.item and (rule := rule_of(line.view, "opens")):
            reason = line.reason = rule.reason
            counted = counted or (reason == "comments" and any(map(str.isdigit, line.view)))
        elif (
            reason and not line.is_out and len(line.view) <= LONG and (counted or not _is_sentence(line.view))
        ):
            line.reason = reason


def _is_sentence(view: str) -> bool:
    """It ends as a sentence does that tells something; titles of articles may ask."""
    return ends_well(view) and not view.endswith("?")


def _beside(edge: list[Line]) -> None:
    """Lines of common words next to one that is left out, and next to these."""
    for order in (edge, edge[::-1]):
        before = False
        for line in order:
            if before and not line.is_out and not line.row and _could_be_sites(line):
                rule = rule_of(line.view, "beside")
                line.reason = rule.reason if rule else "notice" if may_be_notice(line.view) else ""
            before = line.is_out
