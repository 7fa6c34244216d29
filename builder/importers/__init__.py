"""Other people's documents → content YAML: read into blocks, understood, written as a bank for a person to finish."""
