"""Campaign files: read with their rosters, and every candidate given a room and a time."""
