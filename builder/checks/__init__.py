"""Rules that a bank must keep: one small function each, with a code; the registry lists them."""
