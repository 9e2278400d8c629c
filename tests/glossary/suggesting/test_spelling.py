"""American and British spelling of suggestions."""

from __future__ import annotations

import pytest

from vet_terms.glossary.suggesting.spelling import in_british, is_british


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("Training Center", "Training Centre"),
        ("internationalization of vocational education", "internationalisation of vocational education"),
        ("labor market program", "labour market programme"),
        ("size of the prize", "size of the prize"),
        ("Shanghai Cooperation Organization", "Shanghai Cooperation Organisation"),
    ],
)
def test_american_to_british(american: str, british: str) -> None:
    assert in_british(american) == british


def test_the_more_frequent_spelling_counts() -> None:
    assert is_british(["training centre", "organisation", "program"])
    assert not is_british(["training centre", "center", "program"])
    assert not is_british([])
