"""Dates as TMX has them: ``YYYYMMDDThhmmssZ``, ISO 8601 basic in UTC (TMX 1.4b, section 2.2)."""

from __future__ import annotations

import functools
import re
from datetime import UTC, datetime

_BASIC = re.compile(r"\d{8}T\d{6}Z", re.ASCII)
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?\s?(Z|[+-]\d\d:?\d\d)?",
    re.ASCII | re.IGNORECASE,
)

_MOST_DIGITS = 14
"""Milliseconds with so many digits reach to the year 5138."""


def is_tmx_date(text: str) -> bool:
    """Say whether a text is a date as the standard wants it, and a day and a time that exist."""
    return _BASIC.fullmatch(text) is not None and tmx_date(text) == text


@functools.lru_cache(maxsize=4096)
def tmx_date(text: str) -> str:
    """Return a date as TMX wants it, from any common form of ISO 8601; empty where it is none.

    A date without an offset is taken for UTC, one without a time for midnight.
    """
    moment = _moment(text.strip())
    return moment.strftime("%Y%m%dT%H%M%SZ").rjust(16, "0") if moment else ""


def milliseconds(text: str) -> int | None:
    """Return the milliseconds since 1970 of a date, None where it is none."""
    moment = _moment(text.strip())
    return int(moment.timestamp()) * 1000 if moment else None


def date_of_milliseconds(text: str) -> str:
    """Return the date of milliseconds since 1970 as TMX wants it; empty where they are none."""
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        return ""
    return datetime.fromtimestamp(int(text) // 1000, UTC).strftime("%Y%m%dT%H%M%SZ")


def _moment(text: str) -> datetime | None:
    found = _ISO.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    offset = "+00:00" if zone in {None, "Z", "z"} else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    try:
        return datetime.fromisoformat(
            f"{year}-{month}-{day}T{hour or '00'}:{minute or '00'}:{second or '00'}{offset}"
        ).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
