"""Running text: lines of a dump or a page back to paragraphs, and plain text files."""
