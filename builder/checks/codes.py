"""What every code of a finding means; the registry's rules say it in their own docstrings."""

from __future__ import annotations

import inspect

from builder.checks.registry import ALL_RULES
from builder.words import Words

READING = {
    "FILE-MISSING": "A file that is named does not exist.",
    "FILE-ENCODING": "The file is not UTF-8 text.",
    "FILE-UNREADABLE": "The file exists but cannot be read.",
    "YAML-SYNTAX": "The file is not valid YAML.",
    "YAML-EMPTY": "The file holds nothing.",
    "YAML-DUPLICATE-KEY": "A key stands twice in one mapping; YAML readers would silently keep the last.",
    "YAML-KEY": "A key is a list or a mapping instead of a word.",
    "YAML-ALIAS": "An alias refers to itself or to nothing.",
    "YAML-TAG": "A value carries a YAML tag; banks need none.",
    "YAML-DEPTH": "Values are nested deeper than a bank can be.",
    "YAML-SIZE": "The file, or what its aliases unfold to, is larger than a bank can be.",
    "YAML-DOCUMENTS": "The file holds more than one YAML document.",
    "TYPE-WRONG": "A value is of another type than its key takes.",
    "KEY-UNKNOWN": "A key that the schema does not know.",
    "KEY-MISSING": "A key that must be given is not.",
    "VALUE-UNKNOWN": "A value that is not among those the key takes.",
    "VALUE-RANGE": "A number or a text is outside its limits.",
    "VALUE-FORM": "An id, colour or version is not written in the form it needs.",
    "VALUE-EMPTY": "A value or a list is empty.",
    "VALUE-WRONG": "A value cannot be used here.",
}
PROJECT = {
    "PATH-OUTSIDE": "A folder or file named in packs.yaml or theme.yaml lies outside the project.",
    "PACK-BANK": "A pack names a bank that does not exist.",
    "PACK-DOCUMENT": "A pack names a document that does not exist.",
    "PACK-SELECT": "A pack selects sections, questions or tags that its bank does not have.",
    "PACK-NAME": "Two packs have one name.",
    "FONT-MISSING": "The theme names a font family that nobody provides.",
    "FONT-FILE": "A font file of the project cannot be used: missing, outside the project, not a font, or a name that is taken.",
}
IGNORING = {
    "IGNORE-UNKNOWN": "An `ignore:` entry names a rule that does not exist.",
    "IGNORE-FIRM": "An `ignore:` entry names a rule that cannot be ignored.",
    "IGNORE-UNUSED": "An `ignore:` entry hides nothing (any more).",
}
PRINTING = {
    "GLYPH-MISSING": "No font of the theme has a character; it would be printed as an empty box.",
    "IMAGE-MISSING": "An image that a text shows does not exist.",
    "IMAGE-OUTSIDE": "An image lies outside the project, directly or through a link.",
    "IMAGE-REMOTE": "An image is named by an address, or refers to one; nothing is fetched from the network.",
    "IMAGE-KIND": "An image is not a PNG, JPEG or SVG picture.",
    "IMAGE-SIZE": "An image is larger than any page needs.",
    "TEMPLATE-SYNTAX": "A template is not valid Jinja.",
    "TEMPLATE-UNDEFINED": "A template uses a name that its view or the labels do not have.",
    "TEMPLATE-MISSING": "A template that another one names does not exist.",
    "TEMPLATE-UNSAFE": "A template tries something that the sandbox forbids.",
    "TEMPLATE-FAILED": "An expression in a template fails.",
}


def all_codes() -> dict[str, Words]:
    """Code → meaning, for every finding there can be."""
    rules = {rule.code: inspect.getdoc(rule.slips) or "" for rule in ALL_RULES}
    meanings = {**READING, **PROJECT, **rules, **IGNORING, **PRINTING}
    return {code: _as_words(meaning) for code, meaning in meanings.items()}


def _as_words(meaning: str) -> Words:
    """On one line, braces doubled: a meaning has no gaps to fill in."""
    return Words(" ".join(meaning.split()).replace("{", "{{").replace("}", "}}"))
