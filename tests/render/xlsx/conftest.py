"""LibreOffice Calc, where the machine has it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def calc() -> str:
    """The program; tests that need it are left out, and say so, where it is missing."""
    found = shutil.which("soffice")
    if not found:
        pytest.skip("LibreOffice (soffice) is not installed")
    if sys.platform == "linux" and not (Path(found).resolve().parent / "libsclo.so").exists():
        pytest.skip("LibreOffice is installed without Calc")
    return found
