"""The tables of words that suggestions are made of: one subject a file, no code."""
