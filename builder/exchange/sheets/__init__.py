"""What the sheets of a bank hold: columns, the notation of lists in a cell, which cell is which value."""
