"""Characters that Word writes as a place in a font of signs, to the characters that they look like."""

from __future__ import annotations

_SYMBOL_LETTERS = dict(
    zip(
        range(0x41, 0x5B),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
) | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL = _SYMBOL_LETTERS | dict(
    zip(
        [
            *(0xA2, 0xA3, 0xA5, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB6, 0xB7),
            *(0xB8, 0xB9, 0xBA, 0xBB, 0xBC, 0xC5, 0xC6, 0xC7, 0xC8, 0xCE, 0xD0, 0xD6, 0xD7, 0xDE),
        ],
        "′≤∞↔←↑→↓°±″≥×∂•÷≠≡≈…⊕∅∩∪∈∠√⋅⇒",
        strict=True,
    )
)
_WINGDINGS = dict(
    zip(
        [
            *(0x28, 0x2A, 0x46, 0x6C, 0x6E, 0x6F, 0x71, 0x72, 0x75, 0x76, 0x77, 0x9F, 0xA1, 0xA7, 0xA8),
            *(0xAB, 0xB2, 0xD8, 0xDF, 0xE0, 0xE1, 0xE2, 0xF0, 0xFB, 0xFC, 0xFD, 0xFE),
        ],
        "☎✉☞●■□❑❒◆❖⬥•○▪◻★✧➢←→↑↓⇨✗✓☒☑",
        strict=True,
    )
)
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = 0xF000
"""Where the characters of fonts of signs stand; their places in the font are the last two digits."""


def symbol(code: str, font: str) -> str:
    """Return the character at a place (in hexadecimal digits) of a font.

    One that is not known stays in the private area, so that it is seen to stand there; no number, no text.
    """
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if not 0x20 <= place <= 0xFFFF or 0xD800 <= place <= 0xDFFF:
        return ""
    inside = place - _PRIVATE if _PRIVATE <= place < _PRIVATE + 0x100 else place
    return _FONTS.get(font.strip().lower(), {}).get(inside) or chr(place)
