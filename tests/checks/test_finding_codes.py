"""Every code of a finding is explained, and every explained code can be found."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import builder
from builder.checks.codes import all_codes
from builder.checks.registry import RULES

PACKAGE = Path(builder.__file__).parent
CODE = re.compile(r"[A-Z]+(-[A-Z]+)+")
NOT_CODES: set[str] = set()


def codes_in_the_program():
    """Every string constant of the program that has the form of a code, but for the list of them."""
    for file in PACKAGE.rglob("*.py"):
        if file != PACKAGE / "checks" / "codes.py":
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and CODE.fullmatch(node.value)
                ):
                    yield node.value


def test_every_code_in_the_program_is_listed_and_every_listed_one_is_used():
    used = set(codes_in_the_program()) - NOT_CODES
    assert len(used) > 40
    assert used == set(all_codes())


def test_every_code_says_what_it_means_in_a_sentence():
    codes = all_codes()
    assert {rule.code for rule in RULES} <= set(codes)
    for code, meaning in codes.items():
        assert re.fullmatch(r"[A-Z].{15,}\.", meaning.in_language("en")), code
        assert re.fullmatch(r".{4,}。", meaning.in_language("zh")), code
