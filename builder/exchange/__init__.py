"""Banks on their way to colleagues without YAML and back: spreadsheets and Markdown out, changed cells and new questions in."""
