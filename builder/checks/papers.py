"""What a bank says of itself as a paper: how it is scored, marked, kept and reviewed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from builder.checks.rule import Slip
from builder.content.bank import LoadedBank
from builder.model.bank import Aggregation, Bank
from builder.scoring import FEWEST_FOR_TRIMMING
from builder.words import Words, words

TRIMMING = (Aggregation.TRIM_TOTAL, Aggregation.TRIM_BY_COMPETENCY)
_STATE_SECRET = re.compile(r"绝密|(?<!商业)机密|(?<!商业|工作)秘密")
"""商业秘密, 商业机密 and 工作秘密 are no state secrets; 核心商密 and 普通商密 do not hold the words."""
SECRET_HINT = words("use 内部资料 or 核心商密; where the marking is lawful, set “state_secret: true”")
TRIM_HINT = words("name five raters or more in “panel_size”, or use mean or consensus")


def trims_too_few(bank: Bank, aggregation: Aggregation) -> bool:
    """Whether `aggregation` drops marks of a panel that has too few."""
    return aggregation in TRIMMING and bank.panel_size < FEWEST_FOR_TRIMMING


def trim_sentence(bank: Bank, aggregation: Aggregation) -> Words:
    """What is wrong where `trims_too_few`."""
    return words(
        "{rule} drops the highest and the lowest of {raters} marks; too few are left to average",
        rule=aggregation,
        raters=bank.panel_size,
    )


def few_raters(loaded: LoadedBank) -> Iterator[Slip]:
    """Where the highest and the lowest mark are dropped, the panel has five raters or more."""
    bank = loaded.bank
    if trims_too_few(bank, bank.aggregation):
        key = "panel_size" if ("panel_size",) in loaded.source.values else "aggregation"
        yield Slip((key,), trim_sentence(bank, bank.aggregation), TRIM_HINT)


def state_secret_in(marking: str | None) -> str:
    """The words of a marking that are kept for state secrets; empty where it has none."""
    found = _STATE_SECRET.search(marking or "")
    return found[0] if found else ""


def secret_sentence(term: str) -> Words:
    """What is wrong with a marking that holds `term`."""
    return words("“{term}” is a state-secret marking", term=term)


def state_secret(loaded: LoadedBank) -> Iterator[Slip]:
    """A marking with 绝密, 机密 or 秘密 stands only in a bank with `state_secret: true`."""
    term = state_secret_in(loaded.bank.marking)
    if term and not loaded.bank.state_secret:
        yield Slip(("marking",), secret_sentence(term), SECRET_HINT, term)


def no_retention(loaded: LoadedBank) -> Iterator[Slip]:
    """The bank says how long its papers are kept, and who destroys them."""
    if not (loaded.bank.retention or "").strip():
        sentence = words("nothing says how long the papers are kept")
        hint = words("fill in “retention”: until when, and who destroys them")
        yield Slip(("retention",), sentence, hint)


def no_privacy_notice(loaded: LoadedBank) -> Iterator[Slip]:
    """The candidates' handout has a privacy notice."""
    handout = loaded.bank.handout
    if handout and not (handout.privacy or "").strip():
        sentence = words("the handout does not tell candidates what becomes of their data")
        hint = words("fill in “privacy”: purpose, how long it is kept, their rights")
        yield Slip(("handout", "privacy"), sentence, hint)


def no_review_date(loaded: LoadedBank) -> Iterator[Slip]:
    """The bank says when it is next reviewed."""
    if loaded.bank.review_due is None:
        sentence = words("nothing says when this bank is reviewed")
        yield Slip(("review_due",), sentence, words("fill in “review_due”; once a year is usual"))


def review_overdue(loaded: LoadedBank, as_of: datetime.date) -> Iterator[Slip]:
    """The bank's next review does not lie in the past.

    The date it is compared with is that of `packs check --as-of`; a build never looks at the clock.
    """
    due = loaded.bank.review_due
    if due is not None and due < as_of:
        sentence = words("the review was due {days} days ago", days=(as_of - due).days)
        hint = words("review the bank, note it in “changes”, and set the next date")
        yield Slip(("review_due",), sentence, hint)
