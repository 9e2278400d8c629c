"""The table of all reports. A new one is a file and a line here."""

from __future__ import annotations

from vet_terms.checking.reports import as_json, html, junit, sarif, text, tsv, xliff, xlsx
from vet_terms.checking.reports.report import Report

REPORTS: tuple[Report, ...] = (
    Report("text", "for a person at the terminal", text.render),
    Report("json", "for programs: the surface of --json", as_json.render),
    Report("sarif", "for code hosts and editors: SARIF 2.1.0", sarif.render),
    Report("junit", "for CI servers that show test results", junit.render),
    Report("html", "one page to read, filter and print", html.render),
    Report("xlsx", "a list for reviewers, with a column for their answer", xlsx.render, text=False),
    Report("tsv", "a row a finding, for scripts and spreadsheets", tsv.render),
    Report("xliff", "the XLIFF itself with the findings as notes", xliff.render),
)


def report_named(name: str) -> Report:
    """Return the report of that name. Raises KeyError, since the command line offers no other."""
    return {report.name: report for report in REPORTS}[name]
