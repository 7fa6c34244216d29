"""Whether PDF and Word say what was composed: every word, in order."""
