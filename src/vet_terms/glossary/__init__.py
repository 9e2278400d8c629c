"""The glossary: extraction, the term base that people edit, lookup, exchange formats."""
