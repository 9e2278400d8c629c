"""The index of a memory: made from the texts of a store, kept in files, opened at once, complete."""
