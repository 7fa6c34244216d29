"""What an import left for a person to do."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.rule import Slip
from builder.content.bank import LoadedBank
from builder.words import words

PLACEHOLDERS = {"zh-CN": "待定", "en": "To be decided"}
"""What stands, in each language, where the schema wants something that a document did not say."""


def unplaced_text(loaded: LoadedBank) -> Iterator[Slip]:
    """An import leaves no text that nobody has placed: what it did not understand waits under `unparsed`."""
    for i, text in enumerate(loaded.bank.unparsed):
        sentence = words(
            "text of the imported document that belongs nowhere yet: “{text}”", text=_short(text)
        )
        hint = words("move it to where it belongs, or delete it")
        yield Slip(("unparsed", i), sentence, hint)


def placeholder(loaded: LoadedBank) -> Iterator[Slip]:
    """No value is still the placeholder that an import put where the document said nothing."""
    placeholders = set(PLACEHOLDERS.values())
    for path, text in loaded.source.strings():
        if text.strip() in placeholders and path[0] != "unparsed":
            sentence = words("“{text}” still stands where something must be decided", text=text.strip())
            yield Slip(path, sentence, words("write what is meant, or take the entry out"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
