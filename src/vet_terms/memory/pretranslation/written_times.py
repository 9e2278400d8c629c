"""A new time of day in an English text, written as the old one: 14:30, 2:30 p.m., 9 a.m.

The trap is the half of the day: 8:00 and 14:00 are hours of the twenty-four, “8 a.m.” and “2 a.m.” are not.
A time behind which the half stands is replaced only within that half, and never at noon or midnight, which
people write in several ways.
"""

from __future__ import annotations

import re

from vet_terms.memory.pretranslation.numerals import Replacement

_CHINESE = re.compile(r"(?P<before>\D*)(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?P<behind>\D*)", re.ASCII)
_ENGLISH = re.compile(r"(?P<hour>\d{1,2})(?:(?P<mark>[:.])(?P<minute>\d\d))?(?P<behind>\D*)", re.ASCII)
_HALF_OF_THE_DAY = re.compile(
    r"\d\s?[ap]\.?\s?m\b|\b(?:noon|midnight)\b|o[’']clock", re.IGNORECASE | re.ASCII
)


def time_in_english(text: str, start: int, end: int, old: str, new: str) -> Replacement | None:
    """Return what stands instead of a time of an English text where ``old`` became ``new`` in the Chinese.

    None where the half of the day could be another one, or a time is written in a way that is not known.
    """
    was, now = _CHINESE.fullmatch(old), _CHINESE.fullmatch(new)
    there = _ENGLISH.fullmatch(text, start, end)
    if not (was and now and there):
        return None
    is_alike = was["before"] == now["before"] and was["behind"] == now["behind"]
    if not is_alike or (was["minute"] is None) != (now["minute"] is None):
        return None
    if int(was["minute"] or 0) != int(there["minute"] or 0):
        return None
    old_hour, new_hour = int(was["hour"]), int(now["hour"])
    if _HALF_OF_THE_DAY.search(text) or int(there["hour"]) != old_hour:
        same_half = (old_hour > 12) == (new_hour > 12) and not {old_hour, new_hour} & {0, 12, 24}
        if not same_half or int(there["hour"]) != old_hour % 12:
            return None
        hour = str(new_hour % 12)
    else:
        hour = now["hour"]
    minute = now["minute"] or "00"
    has_minutes = there["minute"] is not None or minute != "00"
    minutes = f"{there['mark'] or ':'}{minute}" if has_minutes else ""
    return Replacement(start, end, hour + minutes + there["behind"])
