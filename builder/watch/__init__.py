"""Watching a project: what was edited is printed again at once, the rest after it."""
