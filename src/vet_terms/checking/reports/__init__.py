"""Findings shown: one file per form."""
