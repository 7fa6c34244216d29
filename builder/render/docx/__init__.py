"""The Word room: semantic HTML in, a Word file of named styles out."""

from __future__ import annotations

from builder.render.docx.document import render_docx

__all__ = ["render_docx"]
