"""Personal data of real people in a bank: banks are copied, printed and handed on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from builder.checks.rule import Slip
from builder.content.bank import LoadedBank
from builder.content.source import Path_
from builder.words import Words, words

Test = Callable[[str, re.Match[str]], bool]
"""Text and match → whether it is somebody's."""

NEAR = 15
"""Characters before a number in which a word says what it is."""

_DIGITS = r"(?<![\dA-Za-z.]){}(?![\dA-Za-z])"
_ID_18 = re.compile(_DIGITS.format(r"[1-9]\d{16}[\dXx]"))
_ID_15 = re.compile(_DIGITS.format(r"[1-8]\d{14}"))
_MOBILE = re.compile(r"(?<![\dA-Za-z.+-])(?:\+?86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?![\dA-Za-z])")
_ABROAD = re.compile(r"(?<!\w)\+(?!86)[1-9]\d{0,2}(?:[ -]?\(?\d{2,5}\)?){2,4}(?!\d)")
_LANDLINE = re.compile(r"(?<![\d-])0\d{2,3}-?[2-8]\d{6,7}(?!\d)")
_CARD = re.compile(_DIGITS.format(r"(?:\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|3[47]\d{13})"))
_PASSPORT = re.compile(_DIGITS.format(r"(?:[EGDSP]\d{8}|E[A-HJ-NP-Z]\d{7}|\d{9})"))
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")

_MAY_HOLD = re.compile(r"@|\d(?:[ ()-]*\d){6}")
"""A quick look: less than seven digits are nobody's number."""

_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_NUMBERED = re.compile(
    r"单号|订单|编号|工单|流水号|运单|货号|序列号|order|ticket|serial|tracking|reference", re.IGNORECASE
)
_NAMED = re.compile(r"先生|女士|小姐|老师|经理|主任|联系人|姓名|本人|\b(?:Mr|Mrs|Ms|Dr)\b")
_PASSPORT_SAID = re.compile(r"护照|passport", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:hr|jobs?|talent|recruit\w*|careers?|hiring|people|info|support|service|contact|privacy|dpo|legal|help\w*|office|"
    r"admin|no-?reply|hello|team|press|sales|zhaopin|kefu|rlzy|bangong\w*|interviews?|adjustments?|access\w*|exams?)"
    r"(?:[._-].*)?",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"(?:.*\.)?(?:example\.(?:com|org|net|cn)|[\w-]+\.(?:example|test|invalid))", re.IGNORECASE
)
_TRIAL_CARDS = frozenset({"4111111111111111", "4242424242424242", "5555555555554444", "378282246310005"})
_CARD_BEGINS = re.compile(r"62|4|5[1-5]|3[47]|35|60")
_FICTIONAL = re.compile(r"1\d{3}55501\d\d|447700900\d{3}")


def personal_data(loaded: LoadedBank) -> Iterator[Slip]:
    """No field holds an identity, passport or bank card number, a person's phone number or e-mail address
    (Personal Information Protection Law arts. 6 and 28). An office's line and mailbox, and placeholders
    such as example.com, are no slip.
    """
    for path, text in loaded.source.strings():
        if not _MAY_HOLD.search(text):
            continue
        for kind, found in sorted(_found(path, text), key=lambda hit: text.index(hit[1])):
            yield Slip(path, words("{kind} stands here", kind=kind), _HINT, found)


_HINT = words("remove it, mask it as 138****0000, or give an office’s line or mailbox (hr@…)")


def _found(path: Path_, text: str) -> Iterator[tuple[Words, str]]:
    """Kind and text of every piece of personal data, each place once, the surest kind first."""
    taken: list[tuple[int, int]] = []
    for name, pattern, is_somebodys in _KINDS:
        for match in pattern.finditer(text):
            free = all(match.end() <= start or match.start() >= end for start, end in taken)
            if free and is_somebodys(text, match):
                taken.append(match.span())
                yield name, match[0]


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - NEAR) : match.start()]


def _bare(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


def _is_date(digits: str) -> bool:
    try:
        datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return "1900" <= digits[:4] <= "2099"


def _is_id_18(_text: str, match: re.Match[str]) -> bool:
    """Province, date of birth and check character (GB 11643) are right."""
    number = match[0].upper()
    weighed = sum(int(digit) * (2 ** (17 - i) % 11) for i, digit in enumerate(number[:17]))
    return (
        bool(_PROVINCE.match(number)) and _is_date(number[6:14]) and "10X98765432"[weighed % 11] == number[17]
    )


def _is_id_15(text: str, match: re.Match[str]) -> bool:
    number = match[0]
    return bool(_PROVINCE.match(number)) and _is_date("19" + number[6:12]) and not _is_numbered(text, match)


def _is_numbered(text: str, match: re.Match[str]) -> bool:
    return bool(_NUMBERED.search(_before(text, match)))


def _is_mobile(text: str, match: re.Match[str]) -> bool:
    number = _bare(match)[-11:]
    return len(set(number[3:])) > 1 and not _is_numbered(text, match)


def _is_abroad(_text: str, match: re.Match[str]) -> bool:
    number = _bare(match)
    return 9 <= len(number) <= 15 and not _FICTIONAL.fullmatch(number)


def _is_someones_landline(text: str, match: re.Match[str]) -> bool:
    return bool(_NAMED.search(_before(text, match)))


def _is_card(text: str, match: re.Match[str]) -> bool:
    number = _bare(match)
    doubled = [int(digit) * (1 + i % 2) for i, digit in enumerate(reversed(number))]
    holds = sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
    known = bool(_CARD_BEGINS.match(number)) and number not in _TRIAL_CARDS
    return holds and known and not _is_numbered(text, match)


def _is_passport(text: str, match: re.Match[str]) -> bool:
    return bool(_PASSPORT_SAID.search(_before(text, match)))


def _is_persons_mail(_text: str, match: re.Match[str]) -> bool:
    local, _, domain = match[0].partition("@")
    return not _OFFICE.fullmatch(local) and not _PLACEHOLDER.fullmatch(domain)


_KINDS: tuple[tuple[Words, re.Pattern[str], Test], ...] = (
    (words("an e-mail address of a person"), _EMAIL, _is_persons_mail),
    (words("an identity card number"), _ID_18, _is_id_18),
    (words("a bank card number"), _CARD, _is_card),
    (words("an identity card number"), _ID_15, _is_id_15),
    (words("a passport number"), _PASSPORT, _is_passport),
    (words("a mobile phone number"), _MOBILE, _is_mobile),
    (words("a phone number"), _ABROAD, _is_abroad),
    (words("a person's phone number"), _LANDLINE, _is_someones_landline),
)
