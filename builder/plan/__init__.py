"""What must be built: targets, and the manifest of what was."""
