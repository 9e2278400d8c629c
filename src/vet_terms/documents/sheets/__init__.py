"""Workbooks and delimited tables: which columns are the two languages."""
