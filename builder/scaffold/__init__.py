"""New projects and banks: small, complete, and building at once."""
