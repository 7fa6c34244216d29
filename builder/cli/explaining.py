"""What a code means, with the rule's example: `packs check --explain CODE`."""

from __future__ import annotations

import textwrap

from builder.checks.codes import all_codes
from builder.checks.examples import example_of
from builder.checks.registry import ALL_RULES
from builder.errors import RequestError, Severity
from builder.near import nearest
from builder.words import say, words

WEIGHTS = {Severity.ERROR: words("error"), Severity.WARNING: words("warning")}


def explanation(code: str) -> str:
    """Meaning, severity, and what is wrong and right. Raises RequestError for a code that does not exist."""
    meanings = all_codes()
    if code not in meanings:
        raise RequestError(words("there is no code “{code}”", code=code), nearest(code, meanings))
    said = [f"{code}  {meanings[code]}"]
    for rule in ALL_RULES:
        if rule.code == code:
            example = example_of(code)
            said += [say("Weight: {severity}", severity=WEIGHTS[rule.severity])]
            said += [say("Wrong:"), textwrap.indent(example.wrong, "    ")]
            said += [say("Right:"), textwrap.indent(example.right, "    ")]
    return "\n".join(said)
