"""Pages as they are printed: glyphs, edges, cells, and what was parted by the end of a page."""
