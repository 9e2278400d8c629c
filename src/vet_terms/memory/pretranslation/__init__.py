"""A new document as XLIFF, with what the memory and the glossary have for each segment.

`numbers` writes other numbers into a translation (`numerals`, `written_english`, `written_chinese`), `terms`
finds glossary terms, `units` decides what is filled in and what is only offered, and `xliff12` and `xliff21`
write the file. Nothing here asks a memory how it searches, and nothing merges a translation back into its
document.
"""
