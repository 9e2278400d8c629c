"""PDF: glyphs with places back to lines, columns and pages."""
