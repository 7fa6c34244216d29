"""What is wrong with a spreadsheet that cannot be read."""

from __future__ import annotations

from builder.words import Words


class TableError(Exception):
    """The file is no table, is damaged, or is too large; `sentence` names sheet, cell or line where there is one."""

    def __init__(self, sentence: Words, hint: Words) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.hint = hint
