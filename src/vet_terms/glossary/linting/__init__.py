"""A term base held to rules as code is: ``rules`` is the table of them, ``subject`` what they look at.

A rule says what is wrong and where; it mends nothing. Whether the English is a good translation of the
Chinese is not known here.
"""
