"""Word-processor files: paragraphs, tables, notes and boxes in the order of the text."""
