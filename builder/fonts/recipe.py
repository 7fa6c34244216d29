"""How a font file is made ready: subset, tightened punctuation, gap feature, family name.

fontTools and HarfBuzz are imported only here, and only when something must be prepared. The same bytes come out
on every machine: both are pinned wheels, and no step reads the clock.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uharfbuzz as hb  # type: ignore[import-untyped]
from east_asian_spacing import Builder, Config  # type: ignore[import-untyped]
from fontTools.otlLib.builder import buildLookup, buildSinglePosSubtable, buildValue
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from fontTools.varLib.featureVars import sortFeatureList
from fontTools.varLib.instancer import instantiateVariableFont

from builder.fonts.coverage import RADICALS

GAP_FEATURE = "GAPA"
"""Feature that widens a glyph by an eighth of an em; the engine switches it on between Han and Latin."""

_GAP_PER_EM = 0.125
_HAN_FEATURES = ("halt", "palt", "fwid", "hwid", "pwid")
_VERTICAL_TABLES = ("vhea", "vmtx", "VORG")
_LICENCE_NAMES = (0, 13, 14)


def subset(data: bytes, characters: set[int]) -> bytes:
    """The font with these characters only, layout features kept, vertical metrics dropped."""
    choice = hb.SubsetInput()
    # Identity charset: a PDF names glyphs of a CID-keyed font by CID, the engine writes glyph ids; let them agree.
    choice.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    )
    choice.unicode_set.update(characters)
    choice.layout_feature_tag_set.update(_tag(feature) for feature in _HAN_FEATURES)
    choice.drop_table_tag_set.update(_tag(table) for table in _VERTICAL_TABLES)
    choice.name_id_set.update(_LICENCE_NAMES)
    result: bytes = hb.subset(hb.Face(hb.Blob(data)), choice).blob.data
    return result


def characters_of(data: bytes) -> set[int]:
    """Code points that a font draws, without the radicals that pass for everyday characters."""
    return set(TTFont(io.BytesIO(data), lazy=True).getBestCmap()) - set(RADICALS)


def finish(data: bytes, family: str | None, work: Path, han: bool = False) -> bytes:
    """Adds `chws` (Han fonts) and the gap feature; gives the font a new family name where one is asked for.

    `work` is a scratch file: the chws tool reads its font from disk.
    """
    work.write_bytes(data)
    font = _with_tight_punctuation(work) if han else TTFont(work)
    font.recalcTimestamp = False  # keep head.modified: no clock in any output
    font.recalcBBoxes = False  # outlines do not change; measuring them again takes a minute and a half
    if "fvar" in font:
        instantiateVariableFont(
            font, {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}, inplace=True
        )
    _add_gap_feature(font)
    if family:
        _rename(font, family)
    _keep_outlines(font)
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _with_tight_punctuation(path: Path) -> Any:
    # Simplified Chinese is stated: ink bounds misjudge “？” and “！”, which are set to the left of their square.
    builder = Builder(path, Config.default.with_language("ZHS"))
    with _quiet():
        asyncio.run(builder.build())
    return builder.font.ttfont


@contextmanager
def _quiet() -> Iterator[None]:
    """The chws tool reports what it skips through loggers nobody set up; Python would print them."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _keep_outlines(font: Any) -> None:
    """Glyph names were read out of the outline table; write that table back as it came, not recompiled."""
    if "CFF " in font and font.reader is not None:
        table = DefaultTable("CFF ")
        table.data = font.reader["CFF "]
        font.tables["CFF "] = table


def _add_gap_feature(font: Any) -> None:
    if "GPOS" not in font:
        font["GPOS"] = newTable("GPOS")
        font["GPOS"].table = _empty_gpos()
    gpos = font["GPOS"].table
    value = buildValue({"XAdvance": round(font["head"].unitsPerEm * _GAP_PER_EM)})
    mapping = dict.fromkeys(font.getGlyphOrder(), value)
    gpos.LookupList.Lookup.append(buildLookup([buildSinglePosSubtable(mapping, font.getReverseGlyphMap())]))
    gpos.LookupList.LookupCount = len(gpos.LookupList.Lookup)
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = GAP_FEATURE, otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [gpos.LookupList.LookupCount - 1]
    gpos.FeatureList.FeatureRecord.append(record)
    _offer_everywhere(gpos, len(gpos.FeatureList.FeatureRecord) - 1)
    sortFeatureList(gpos)


def _offer_everywhere(gpos: Any, feature: int) -> None:
    for record in gpos.ScriptList.ScriptRecord:
        systems = [lang.LangSys for lang in record.Script.LangSysRecord]
        if record.Script.DefaultLangSys:
            systems.append(record.Script.DefaultLangSys)
        for system in {id(system): system for system in systems}.values():
            system.FeatureIndex = [*system.FeatureIndex, feature]


def _empty_gpos() -> Any:
    table = otTables.GPOS()
    table.Version = 0x00010000
    script = otTables.ScriptRecord()
    script.ScriptTag, script.Script = "DFLT", otTables.Script()
    script.Script.LangSysRecord = []
    script.Script.DefaultLangSys = otTables.DefaultLangSys()
    script.Script.DefaultLangSys.ReqFeatureIndex = 0xFFFF
    script.Script.DefaultLangSys.FeatureIndex = []
    table.ScriptList, table.FeatureList, table.LookupList = (
        otTables.ScriptList(),
        otTables.FeatureList(),
        otTables.LookupList(),
    )
    table.ScriptList.ScriptRecord, table.FeatureList.FeatureRecord, table.LookupList.Lookup = [script], [], []
    return table


def _rename(font: Any, family: str) -> None:
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in _LICENCE_NAMES]
    postscript = "".join(c for c in family if c.isascii() and c.isalnum()) or "ProjectFont"
    for number, text in ((1, family), (2, "Regular"), (3, family), (4, family), (6, f"{postscript}-Regular")):
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 0b1000000  # one family, one upright face: whatever cut the file holds
    font["head"].macStyle = 0
