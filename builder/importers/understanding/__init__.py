"""A manuscript → a draft: marks and labels, an outline of them, and every part of a question in its place."""
