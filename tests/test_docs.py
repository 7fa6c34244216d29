"""Documentation that cannot rot: generated pages are fresh, links lead somewhere, the README's example works."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from builder.checks.codes import all_codes
from builder.checks.registry import rule_findings
from builder.compose.documents import DOCUMENTS
from builder.content.bank import load_bank
from builder.scaffold.bank import bank_text

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def test_the_generated_reference_is_fresh():
    stale = subprocess.run(
        [sys.executable, "scripts/reference.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (stale.stdout.split(), stale.stderr, stale.returncode) == ([], "", 0), "run: make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_to_a_file(page):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_pages_were_found():
    assert {"README.md", "README.zh-CN.md", "CONTRIBUTING.md", "architecture.md"} <= {p.name for p in PAGES}


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_document(readme):
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [kind.id for kind in DOCUMENTS if f"`{kind.id}`" not in text] == []


def test_every_code_is_in_the_reference():
    text = (ROOT / "docs/reference/codes.md").read_text(encoding="utf-8")
    assert all_codes()
    assert [code for code in all_codes() if f"`{code}`" not in text] == []


@pytest.mark.parametrize(("readme", "locale"), [("README.md", "en"), ("README.zh-CN.md", "zh-CN")])
def test_the_readmes_question_fits_into_a_new_bank(readme, locale, tmp_path):
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.S)
    block = next(block for block in blocks if "rubric:" in block)
    question = re.sub(r"(?m)^ {3}", "", block)
    bank = bank_text("sample-bank", locale, None).replace("points: 10\n", "points: 12\n")
    indented = "".join(f"      {line}\n" for line in question.rstrip().splitlines())
    (tmp_path / "sample-bank.yaml").write_text(bank + indented, encoding="utf-8")
    loaded, findings = load_bank(tmp_path / "sample-bank.yaml", Path("sample-bank.yaml"))
    assert findings == []
    assert list(rule_findings(loaded)) == []
    assert "q-03" in [q.id for q in loaded.bank.sections[0].questions]


def test_every_address_in_the_banks_is_plainly_invented():
    addresses = set()
    for file in (ROOT / "content").glob("*.yaml"):
        addresses |= set(re.findall(r"[\w.]+@([A-Za-z0-9.]+[A-Za-z])", file.read_text(encoding="utf-8")))
    assert addresses == {"example.com"}
