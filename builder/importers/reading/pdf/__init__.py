"""PDF with a text layer → blocks: where the characters stand says what is a line, a paragraph, a heading, a table."""
