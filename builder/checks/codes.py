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
    "TRANSLATION-UNKNOWN": "A bank is said to translate one that does not exist.",
    "FONT-MISSING": "The theme names a font family that nobody provides.",
    "FONT-FILE": "A font file of the project cannot be used: missing, outside the project, not a font, or a name that is taken.",
}
CAMPAIGNS = {
    "CAMPAIGN-ID": "A campaign's id is not its file's name.",
    "CAMPAIGN-PACK": "A campaign names neither a pack nor a bank of the project.",
    "CAMPAIGN-FORM": "A campaign's form or selection leaves no question.",
    "CAMPAIGN-DOCUMENT": "A campaign lists a document that its bank does not have.",
    "CAMPAIGN-ROOM": "Two rooms of a campaign have one name or id, a name is too long, or nobody is seen in a room.",
    "CAMPAIGN-RATERS": "A campaign's raters are too few for the bank's rule of scoring.",
    "CAMPAIGN-HOURS": "A campaign's hours, breaks and slots do not fit together.",
    "CAMPAIGN-SLOT": "A slot is shorter than the interview.",
    "SHEET-CELL": "A cell of a spreadsheet that is merged into a bank says what its column cannot hold.",
    "SHEET-ROW": "A row of a spreadsheet that is merged into a bank cannot be placed.",
    "ROSTER-ENCODING": "A roster's text is neither UTF-8 nor GB18030.",
    "ROSTER-FORMAT": "A roster is no CSV or XLSX file, is damaged, or is too large.",
    "ROSTER-EMPTY": "A roster holds no candidates.",
    "ROSTER-COLUMN": "A roster lacks a column, or has one twice.",
    "ROSTER-FORMULA": "A roster's cell holds a formula.",
    "ROSTER-VALUE": "A roster's cell is empty, too long, or holds what cannot be seen.",
    "ROSTER-DRAW": "A draw number cannot be printed as one, or be part of a file's name.",
    "ROSTER-DUPLICATE": "Two candidates have one draw number.",
    "ROSTER-PERSON": "A candidate stands on the roster twice.",
    "ROSTER-ROOM": "A roster names a room that the campaign does not have.",
    "ROSTER-TIME": "A roster's time cannot be read, or is on another day.",
    "ROSTER-DAY": "A candidate's time lies outside the day, or in a break.",
    "ROSTER-CLASH": "Two candidates of a room come too close after each other.",
    "ROSTER-CAPACITY": "There are more candidates than slots.",
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
    "TEMPLATE-ENDLESS": "A template takes more steps than any document needs.",
    "TEMPLATE-TOO-LARGE": "A template, or what it makes, is larger than any document.",
    "TEMPLATE-FAILED": "An expression in a template fails.",
}
PAGES = {
    "PAGE-GLYPH": "A character is printed as the empty box of its font.",
    "PAGE-EDGE": "Text runs off the sheet, or so near to its edge that printers cut it off.",
    "PAGE-CELL": "Text runs out of its table cell.",
    "PAGE-OVERLAP": "Text is printed over other text.",
    "PAGE-HEADING": "A heading stands alone at the foot of a page.",
    "PAGE-SIGNATURE": "A line for signatures stands alone at the top of a page.",
    "PAGE-ROW": "A row of a table, such as a rubric's level, is split between two pages.",
    "PAGE-EMPTY": "A page is empty that nobody asked for.",
    "PDF-FONT": "A font is not in the PDF file.",
    "PDF-DAMAGED": "A PDF file is damaged.",
    "PDF-ENCRYPTED": "A PDF file is encrypted.",
    "PDF-ACTION": "A PDF file holds a script, a program to start, or an address to open.",
    "PDF-ATTACHMENT": "Another file is attached to a PDF file.",
}
PACKAGES = {
    "OOXML-PART": "A Word file or workbook lacks a part, a content type or a relationship, or has one twice.",
    "OOXML-ACTIVE": "A Word file or workbook holds macros, embedded objects, fields that load something, or links outside.",
    "OOXML-SCHEMA": "A Word file or workbook is not valid Office Open XML.",
    "WORD-ID": "An id or name that must be unique in a Word file is not.",
    "WORD-REFERENCE": "A style, list or bookmark that a Word file refers to is not there.",
    "WORD-FONT": "A run of text in a Word file names a font that is not the theme's.",
    "WORD-GLYPH": "A character of a Word file is in no font of the theme, or is a control character.",
    "WORD-TABLE": "A table of a Word file is broader than the text, or a row does not fit its columns.",
    "WORD-ROW": "A row of a table in a Word file may be split between two pages.",
    "WORD-KEEP": "A heading may end a page in Word, or a line for signatures begin one.",
    "EXCEL-OPEN": "A workbook does not open.",
    "EXCEL-ERROR": "A cell of a workbook holds an error, or a formula that looks into another workbook.",
}

VERIFYING = {
    "VERIFY-WORDS": "A built file lacks words of its document, has others, or has them in another order.",
    "VERIFY-PARITY": "The PDF and the Word file of one document differ in their words.",
    "VERIFY-LEAK": "A candidate's file holds something of the bank that candidates must not see.",
    "VERIFY-NAME": "A file of an anonymous campaign, or one for raters, holds a candidate's name.",
    "VERIFY-SLOT": "A copy of a campaign's document lacks something of its own, such as its draw number.",
    "VERIFY-UNREADABLE": "A built file cannot be opened, or is not what its name says.",
    "VERIFY-EDITED": "A built file was changed by hand after the build.",
    "VERIFY-STALE": "A built file is out of date: what it was made from has changed.",
    "VERIFY-GONE": "A file that was built is not in the output folder any more.",
    "VERIFY-FOREIGN": "A file that no build of the project made.",
}


def all_codes() -> dict[str, Words]:
    """Code → meaning, for every finding there can be."""
    rules = {rule.code: inspect.getdoc(rule.slips) or "" for rule in ALL_RULES}
    meanings = {
        **READING,
        **PROJECT,
        **CAMPAIGNS,
        **rules,
        **IGNORING,
        **PRINTING,
        **PAGES,
        **PACKAGES,
        **VERIFYING,
    }
    return {code: _as_words(meaning) for code, meaning in meanings.items()}


def _as_words(meaning: str) -> Words:
    """On one line, braces doubled: a meaning has no gaps to fill in."""
    return Words(" ".join(meaning.split()).replace("{", "{{").replace("}", "}}"))
