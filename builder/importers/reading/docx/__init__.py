"""Word files: the package and its parts → blocks of plain text. Raw XML stays in here."""
