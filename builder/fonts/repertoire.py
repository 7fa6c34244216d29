"""The characters of the everyday Han subset."""

from __future__ import annotations

from builder.fonts.coverage import RADICALS

_EXTRA = "☐☑☒✓✔✗✘×÷①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳□■▢○●◯△▲▽▼◇◆☆★→←↑↓↔⇒≤≥≠≈±‰℃℉№㎡㎥•‣–—―…‥·“”‘’「」『』¥￥€£©®™°′″²³¹½¼¾"


def everyday_characters() -> set[int]:
    """Code points of GBK (printed Chinese of every day, old forms included), Latin-1 and common signs."""
    gbk = {point for point in range(0x80, 0x10000) if _in_gbk(point)}
    return (gbk | set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | {ord(c) for c in _EXTRA}) - set(RADICALS)


def _in_gbk(point: int) -> bool:
    return not 0xD800 <= point < 0xF900 and bool(chr(point).encode("gbk", "ignore"))
