"""Language codes as files and tools write them."""

from __future__ import annotations

from vet_terms.model import Language


def language_of_code(code: str) -> Language | None:
    """Return the language of a code as tools write it: zh-CN, ZH, zh_Hans, cmn; EN-US, en_GB."""
    primary = code.replace("_", "-").partition("-")[0].casefold()
    if primary in {"zh", "zho", "chi", "cmn"}:
        return "zh"
    return "en" if primary in {"en", "eng"} else None
