"""The roster of candidates: CSV and XLSX with positions → rows, whoever made the file and however it is encoded."""

from builder.content.roster.reading import read_roster
from builder.content.roster.rows import RosterRow

__all__ = ["RosterRow", "read_roster"]
