"""Web pages: HTML → blocks. Nothing that a page names is fetched."""
