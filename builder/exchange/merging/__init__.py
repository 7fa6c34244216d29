"""What came back → a bank's text: changed cells and new questions, and nothing else."""
