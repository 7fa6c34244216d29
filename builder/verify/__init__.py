"""Reopens what was written, with other libraries than wrote it: words, parity, leaks, pages, packaging."""
