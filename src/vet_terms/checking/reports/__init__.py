"""Findings handed over: one file per form, all of them in the table of `reports`.

A report says what a check found and changes nothing of it. It tells no time and no machine, so that the same
findings give the same bytes, and lets no text of a document act: not on a terminal, in a page or in a sheet.
"""
