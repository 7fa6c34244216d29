"""Interview packs: structured question banks (YAML) to printable DOCX and PDF."""

__version__ = "0.1.0"
