"""Word files and workbooks as packages: parts, ids, tables, what keeps lines together, validity."""
