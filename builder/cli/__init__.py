"""The command `packs`: one file a command; parse options, call a room, show the result."""
