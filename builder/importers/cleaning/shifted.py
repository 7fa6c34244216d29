"""GBK text that a byte was lost from: the characters behind the gap are made of the halves of two others.

`?!被蛘摺斑@個` was `。”或者“這個`. Read one byte further on, the run makes sense again up to the next byte of ASCII. It is
put right where what comes out are common characters only and what stood there was not. The character that lost its
other half is looked up in the document's own words; a guess is told to the reader.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from builder.importers.cleaning.double_bytes import as_bytes, read_as, with_lead, with_trail
from builder.importers.cleaning.evidence import Evidence, uncommon
from builder.importers.cleaning.halves import LATIN, Repair, Run, read_on, run_at
from builder.importers.cleaning.han import HAN
from builder.importers.cleaning.joined import UNKNOWN
from builder.importers.cleaning.passages import Doubt, Draught
from builder.words import words

_SITE = re.compile(
    rf"[^\x00-\x7f](?:[(（][{LATIN}]{{1,7}}[)）])?(?P<lost>[?\ufffd])(?P<reading>[{LATIN}]{{1,7}})[)）]"
    rf"|[?？\ufffd](?P<sign>[!！?？,，:：;；])(?=[^\x00-\x7f]|[@-~](?:\(|[{HAN}])|[?\ufffd])"
    rf"|[?？\ufffd](?=[^\x00-\x7f，、：；])"
    rf"|(?<=[{HAN}])(?P<odd>\?(?=[,，、:：;；])|\ufffd)"
    rf"|(?<![^\x00-\x7f])(?P<plain>)(?=[^\x00-\x7f]{{6}})"
)
MOST_EFFORT = 3_000_000
"""Comparisons that one document is worth."""
_SIGNS = "!?,:;"
CLEARLY = 0.4
"""By how much more of it must stand together than before."""
_OF_AUTHORS, _KANA = re.compile("[、。，]"), re.compile("[\u3041-\u30fe]")
GARBLED = 0.3
"""Share of characters that are not common in what is no Chinese text."""
FEWEST = 3
"""Characters of a run that nothing but a question mark announces."""
_NEAR = re.compile(r"([^\x00-\x7f]{1,30})([@-~])?")
"""Characters behind a question mark among which one must be odd."""
BEFORE_ODD = 8
"""Shifted characters that may look common before the first that does not."""
FEWEST_PLAIN = 6
"""Characters of one that nothing announces."""


def put_right(draught: Draught) -> None:
    """Repairs every run of shifted characters that is certain to be one, and tells of those that may be."""
    evidence = Evidence(draught.text())
    repaired = 0
    for i, passage in enumerate(draught.passages):
        repairs = _repairs(passage.words.text, evidence)
        repaired += sum(bool(repair.text) for repair in repairs)
        _tell(draught, i, repairs)
        passage.edit([(r.start, r.end, r.text) for r in repairs if r.text])
    if evidence.effort > MOST_EFFORT:
        draught.notes.append(
            words("the text is garbled in so many places that not all of them were looked at")
        )
    if repaired:
        draught.notes.append(
            words("{count} runs of characters that a lost byte had garbled were put right", count=repaired)
        )


def _tell(draught: Draught, i: int, repairs: list[Repair]) -> None:
    origins = draught.passages[i].words.origins
    for repair in repairs:
        if repair.text and not repair.guess:
            continue
        if not repair.text:
            sentence = words("characters are garbled here, and it is not certain what they were")
        elif UNKNOWN in repair.guess:
            sentence = words("a character was lost where “{sign}” stands", sign=UNKNOWN)
        else:
            sentence = words("a byte was lost here: “{guess}” is a guess", guess=repair.guess)
        draught.doubts.append(Doubt(i, origins[repair.start], sentence))


def _repairs(text: str, evidence: Evidence) -> list[Repair]:
    repairs: list[Repair] = []
    for site in () if text.isascii() else _SITE.finditer(text):
        if evidence.effort > MOST_EFFORT:
            break
        if repairs and site.start() < repairs[-1].end:
            continue
        if site["plain"] is not None:
            repair = _unannounced(text, site.start(), evidence)
        elif site["odd"]:
            repair = Repair(site.start(), site.end(), "")
        elif site["reading"]:
            repair = _with_reading(text, site, evidence)
        else:
            repair = _announced(text, site, evidence)
        if repair is not None:
            repairs.append(repair)
    return repairs


def _with_reading(text: str, site: re.Match[str], evidence: Evidence) -> Repair | None:
    """In the halves of 試 and 理 the machine saw 嚴, and wrote its reading between them: `試?yán)斫`."""
    run = run_at(text, site.start("lost"), site.end())
    before = as_bytes(text[site.start()])
    seen = read_as(with_lead(before[1]), site["reading"]) if before else []
    leads = sorted({as_bytes(char)[1] for char in seen})
    found = [read_on(text, run, bytes([lead]) + run.halves, None, evidence) for lead in leads]
    repairs = {repair.text: repair for repair in found if repair}
    if len(repairs) == 1:
        return next(iter(repairs.values()))
    weighed = sorted(repairs, key=lambda made: evidence.sense(text[site.start()] + made))
    if not weighed:
        return Repair(run.start, run.end, "")
    best, other = repairs[weighed[-1]], weighed[-2]
    differing = "".join(a for a, b in itertools.zip_longest(best.text, other) if a and a != b)
    return replace(best, guess=best.guess + differing)


def _announced(text: str, site: re.Match[str], evidence: Evidence) -> Repair | None:
    """A question mark stands for the lost byte; a sign behind it was seen in the halves of two characters."""
    if not site["sign"] and not _looks_odd(text, site.end()):
        return None
    run = run_at(text, site.start(), site.end())
    if sign := site["sign"]:
        plain = sign if sign in _SIGNS else chr(ord(sign) - 0xFEE0)
        stream = bytes([ord(plain) + 0x80]) + run.halves
        repair = read_on(text, run, stream, with_trail(0xA3), evidence)
        sure = repair and (repair.told or repair.text[:2] in ("。”", "。“"))
        return repair if repair and (sure or _makes_sense(run, repair, evidence)) else None
    if len(run.shown) < FEWEST:
        return None
    first = run.halves[0]
    repair = read_on(text, run, run.halves[1:], [*with_trail(first), *with_lead(first)], evidence)
    if repair and _makes_sense(run, repair, evidence):
        return repair
    return Repair(run.start, run.end, "") if _is_garbled(run, FEWEST_PLAIN) else None


def _unannounced(text: str, start: int, evidence: Evidence) -> Repair | None:
    """The lost byte left nothing behind: the run begins at one of the last characters before the first odd one."""
    whole = run_at(text, start, start)
    odd = [i for i, char in enumerate(whole.shown) if uncommon(char)]
    if len(odd) < (1 if text[whole.end : whole.end + 1] in ("?", "\ufffd") else 2):
        return None
    found: list[tuple[float, Repair]] = []
    for i in range(max(odd[0] - BEFORE_ODD, 0), odd[0] + 1):
        run = run_at(text, start + i, start + i)
        if len(run.shown) < FEWEST_PLAIN:
            continue
        first = run.halves[0]
        options = ["", *with_trail(first), *with_lead(first)]
        repair = read_on(text, run, run.halves[1:], options, evidence)
        if repair and _makes_sense(run, repair, evidence):
            found.append((evidence.sense(text[start : run.start] + repair.text), repair))
    if found:
        return max(found, key=lambda pair: pair[0])[1]
    rest = run_at(text, start + odd[0], start + odd[0])
    return Repair(rest.start, rest.end, "") if _is_garbled(rest, FEWEST_PLAIN) else None


def _makes_sense(run: Run, repair: Repair, evidence: Evidence) -> bool:
    """The characters stand together as in other texts, and what was there did not."""
    return evidence.sense(repair.text) >= evidence.sense(run.shown) + CLEARLY


def _looks_odd(text: str, position: int) -> bool:
    """One of the characters there is odd, or a letter of ASCII stands right behind them."""
    near = _NEAR.match(text, position)
    return near is not None and (near[2] is not None or uncommon(near[1]) > 0)


def _is_garbled(run: Run, fewest: int) -> bool:
    """What stands there is no Chinese text, whatever it may have been: no list of rare words, no other language."""
    if len(run.shown) < fewest or uncommon(run.shown) < GARBLED * len(run.shown):
        return False
    return not _OF_AUTHORS.search(run.shown) and len(_KANA.findall(run.shown)) * 4 < len(run.shown)
