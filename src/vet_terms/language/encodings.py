"""The encodings that Chinese text came in before UTF-8, and which of them some bytes are in."""

from __future__ import annotations

from vet_terms.language.scripts import count_han

LEGACY_ENCODINGS = ("gb18030", "big5", "utf-16-le", "utf-16-be")

# The characters that make up about a third of running Chinese, in both scripts.
FREQUENT_CHARACTERS = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体"
    "制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内"
    "這為個國時來們對發動過說種麼後學經進著裡現實體機當點從業應開還與關各線內數"
)

NO_ENCODINGS_OF_TEXT = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})
"""Codecs that Python has for other ends; one of them takes quadratic time."""

_PLAUSIBLE_SHARE = 0.05


def most_plausible(data: bytes) -> tuple[str, str] | None:
    """Return bytes as text and the encoding of Chinese that it reads best in; None where it reads in none."""
    scored: list[tuple[float, str, str]] = []
    for encoding in LEGACY_ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        scored.append((plausibility(text), text, encoding))
    if not scored:
        return None
    # On a tie the order of LEGACY_ENCODINGS decides, since max keeps the first.
    score, text, encoding = max(scored, key=lambda item: item[0])
    return (text, encoding) if score >= _PLAUSIBLE_SHARE else None


def plausibility(text: str) -> float:
    """Return from 0 to 1 how much a decoded text looks like Chinese or English writing.

    The share of letters and of the most frequent Chinese characters among all characters that
    are not spaces, less four times the share of control and unassigned ones.
    """
    visible = [char for char in text if not char.isspace()]
    if not visible:
        return 0.0
    written = [char for char in visible if char.isascii() and char.isprintable()]
    frequent = sum(char in FREQUENT_CHARACTERS for char in visible)
    strange = sum(not char.isprintable() for char in visible)
    if not count_han(text):
        # Without a Chinese character only ASCII speaks for a double-byte encoding.
        return (len(written) - 4 * strange) / len(visible) - 0.5
    return (frequent + 0.1 * len(written) - 4 * strange) / len(visible)
