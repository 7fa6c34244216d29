"""Files → what they change in a bank: our own sheets cell by cell, any other document by its new questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder.content.bank import LoadedBank
from builder.errors import RequestError
from builder.exchange.merging.draft_merge import merge_drafts
from builder.exchange.merging.outcome import Outcome, outcome_for
from builder.exchange.merging.sheet_merge import merge_tables
from builder.exchange.returning.markdown import own_markdown
from builder.exchange.returning.recognising import is_ours, returned_tables
from builder.importers.draft import Draft
from builder.importers.importing import Guidance, understood
from builder.importers.own.carried import own_file
from builder.importers.reading.reading import read_manuscript
from builder.words import words


def merge(files: Sequence[Path], loaded: LoadedBank, guidance: Guidance | None = None) -> Outcome:
    """What the files change, nothing written yet. Raises RequestError for a file that cannot be read, or is a Word file of ours."""
    outcome = outcome_for(loaded.source.data)
    drafts: list[Draft] = []
    for file in files:
        if is_ours(file):
            merge_tables(file, returned_tables(file), loaded.source.data, outcome)
        elif own := own_markdown(file):
            merge_tables(file, own.tables, loaded.source.data, outcome)
        elif own_file(file) is not None:
            raise RequestError(
                words("{path} is a Word file of a pack, which is not merged", path=file.as_posix()),
                words(
                    "packs import {path} -o content/again.yaml makes a bank of it, with what was changed in it",
                    path=file.as_posix(),
                ),
            )
        else:
            for manuscript, draft in understood([read_manuscript(file)], guidance):
                outcome.notes += [*manuscript.notes, *draft.remarks]
                drafts.append(draft)
    if drafts:
        merge_drafts(drafts, outcome)
    return outcome
