"""Interviews written down as they were spoken: 面试官：… 考生：…, Interviewer: … Candidate: …"""

from __future__ import annotations

import re

from builder.importers.understanding.flow import Flow, Span

_BEFORE = r"(?:^|(?<=[\n。?!.;\"”])) *\**[\[(]?"
_BEHIND = r"(?: *\d{1,2})?[\])]?\** *:\** *(?=[^\s_])"
_ASKING = re.compile(
    rf"{_BEFORE}(?:主?面试官|主?考官|招聘经理|招聘官|提问者|hr|interviewer|recruiter|hiring manager){_BEHIND}",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    rf"{_BEFORE}(?:考生|应聘者|求职者|候选人|面试者|应试者|被面试者|candidate|interviewee|applicant){_BEHIND}",
    re.IGNORECASE,
)
FEWEST = 2
"""Turns of each speaker; fewer are fields of a form."""


def turns(flow: Flow) -> tuple[list[Span], list[Span]]:
    """Where speakers who ask are named, and where those who answer are; empty where the text is no dialogue."""
    asking, answering = (
        [match.span() for match in pattern.finditer(flow.skeleton)] for pattern in (_ASKING, _ANSWERING)
    )
    return (asking, answering) if min(len(asking), len(answering)) >= FEWEST else ([], [])
