"""TMX as a format: read streaming, written the same way, checked against the standard; no memory in it."""
