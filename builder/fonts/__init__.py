"""The fonts of this program and of the project, prepared once and used by check, doctor and both renderers."""

from builder.fonts.finder import glyph_finder
from builder.fonts.shelf import FontShelf, open_shelf, shelf_fingerprint

__all__ = ["FontShelf", "glyph_finder", "open_shelf", "shelf_fingerprint"]
