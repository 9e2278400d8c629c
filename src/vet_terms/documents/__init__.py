"""From a file to a Document: one reader per format, and nothing about pairs."""
