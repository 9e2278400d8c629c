"""vet-terms: Chinese–English translation memory and terminology from bilingual documents, offline.

The package reads documents, pairs what their two languages say, keeps the pairs as a translation
memory and a glossary, and checks new translations against both. It never sends text anywhere.
ARCHITECTURE.md draws the rooms; every command of the command line is a thin skin over them.
"""

__version__ = "0.1.0"
