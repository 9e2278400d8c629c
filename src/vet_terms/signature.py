"""The signature: one line that says what made a result, so that it can be made again.

It names the version and the settings that change the outcome. It never holds a clock, a host
name or a path.
"""

from __future__ import annotations

from vet_terms import __version__


def signature(**settings: object) -> str:
    """Return ``vet-terms:0.1.0|key:value|…`` with the settings in the order of their names."""
    parts = [f"vet-terms:{__version__}"]
    parts += [f"{name}:{value}" for name, value in sorted(settings.items())]
    return "|".join(parts)


def extended(line: str, **settings: object) -> str:
    """Return a signature with further settings, in the order of their names with those it has."""
    tool, *present = line.split("|")
    return "|".join([tool, *sorted([*present, *(f"{name}:{value}" for name, value in settings.items())])])
