"""A bank → the bytes of a spreadsheet or of a Markdown document."""
