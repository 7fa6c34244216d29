"""Readers: a file of some format → a manuscript of blocks."""
