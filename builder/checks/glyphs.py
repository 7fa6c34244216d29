"""Every character of a bank can be printed: nothing turns into an empty box on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from builder.content.bank import LoadedBank
from builder.errors import Finding
from builder.words import words

Missing = Callable[[str, str], set[str]]
"""Language and text → the characters that no font of the theme can draw."""


def glyph_findings(loaded: LoadedBank, missing: Missing) -> Iterator[Finding]:
    """A finding for every character without a glyph, once for each text that holds it."""
    texts = list(loaded.source.strings())
    # A bank repeats few characters many times: asking once for all of them keeps large projects quick.
    lacking = missing(loaded.bank.locale, "".join(sorted(set().union(*(text for _, text in texts)))))
    for path, text in texts if lacking else ():
        for character in sorted(lacking.intersection(text)):
            name = unicodedata.name(character, "")
            sentence = words(
                "no font has the character “{character}” (U+{code} {name})",
                character=character if character.isprintable() else "?",
                code=f"{ord(character):04X}",
                name=name,
            )
            hint = words("replace it, or name a font that has it in theme.yaml")
            yield Finding("GLYPH-MISSING", sentence, loaded.source.place_of_text(path, character), hint)
