"""A view and a template → one document of semantic HTML (docs/vocabulary.md)."""
