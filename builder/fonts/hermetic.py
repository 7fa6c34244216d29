"""The fontconfig file that shows the engine our shelf and nothing else of the machine."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

# Hinting is off because it rounds advance widths to pixels: lines would no longer end flush.
_TEMPLATE = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <config><rescan><int>0</int></rescan></config>
  <match target="pattern">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
  </match>
</fontconfig>
"""


def write_fontconfig(fonts: Path, cache: Path, target: Path) -> None:
    """Writes `target` unless it says the same already; `fonts` is scanned, `cache` holds the scan's result."""
    text = _TEMPLATE.format(fonts=escape(str(fonts)), cache=escape(str(cache)))
    if target.is_file() and target.read_text("utf-8") == text:
        return
    cache.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(aside).replace(target)
