"""Findings on a translation: one file per rule family, the runner, one file per report format."""
