"""HTML of the fixed vocabulary to bytes; nothing here knows what a bank is."""
