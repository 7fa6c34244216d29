"""Edits of YAML text: a value changes, everything around it stays as its author wrote it."""

from builder.exchange.editing.rewriting import CannotEditError, rewritten

__all__ = ["CannotEditError", "rewritten"]
