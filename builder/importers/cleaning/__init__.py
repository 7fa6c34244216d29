"""Cleaning: a manuscript as it came off the web → the document that its author wrote, and what was left out of it."""
