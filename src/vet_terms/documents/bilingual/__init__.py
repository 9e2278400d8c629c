"""Files that hold source and target already: XLIFF, PO, TMX."""
