"""What the readers of translators' own files share: one entry of such a file, and its languages.

XLIFF, PO and TMX say themselves which text translates which; their readers hand over entries, which become
blocks of a document or units of a memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from vet_terms.documents.encoding import MAGIC_NUMBERS
from vet_terms.errors import InputError
from vet_terms.language.codes import language_of_code
from vet_terms.language.scripts import language_of
from vet_terms.model import Language


class Code(NamedTuple):
    """An inline code, which stands before the character ``at`` of a text.

    The same code has the same name on both sides: ``g1`` opens, ``/g1`` closes, ``x1`` stands alone.
    ``shown`` is what a translator sees of it, empty where the file does not say.
    """

    at: int
    name: str
    shown: str = ""


Codes = tuple[Code, ...]
"""The inline codes of a text in their order."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment of a file with its translation, as the file has them; either may be empty.

    ``language`` is that of the source, the target is in the other one. ``status`` is ``machine`` or
    ``approved``. ``left_out`` says why it is no text to translate (``translate="no"``), and is else
    empty. ``further`` are pairs of the same entry that stand behind the first: forms of a plural.
    ``beside`` are other texts in it, each with what it is. ``remarks`` are what people wrote of it: notes,
    comments. ``line`` is where it begins in the file, 0 where that is not known. ``locked`` says that its
    tool lets nobody change the translation.
    """

    source: str
    target: str
    language: Language
    identifier: str = ""
    status: str = "machine"
    left_out: str = ""
    further: tuple[tuple[str, str], ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    source_codes: Codes = ()
    target_codes: Codes = ()
    remarks: tuple[str, ...] = ()
    line: int = 0
    locked: bool = False


def source_language(source: str | None, target: str | None, name: str) -> Language:
    """Return which of the two languages the source is, by the codes of both sides.

    A missing target code is the other one of the two. Raises InputError for any other pair than
    Chinese with English.
    """
    languages = tuple(language_of_code((code or "").strip()) for code in (source, target))
    if languages[0] and (languages in {("zh", "en"), ("en", "zh")} or not target):
        return languages[0]
    raise InputError(
        f"{name}: goes from {source or 'an unnamed language'} to {target or 'an unnamed language'}; "
        "only Chinese with English can be read"
    )


def source_language_by_texts(pairs: list[tuple[str, str]], name: str) -> Language:
    """Return which of the two languages the sources are in, told by the texts of both sides.

    Raises InputError where both sides seem to be in one language.
    """
    sources = [language_of(source) for source, _ in pairs]
    targets = [language_of(target) for _, target in pairs if target]
    chinese_source = sources.count("zh") > sources.count("en")
    chinese_target = targets.count("zh") > targets.count("en")
    if chinese_source == chinese_target and targets:
        both = "Chinese" if chinese_source else "without Chinese"
        raise InputError(f"{name}: both sides are {both}; one must be Chinese and the other English")
    return "zh" if chinese_source else "en"


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Refuse bytes that begin as another kind of file does: an archive, a PDF, a picture, or nothing.

    Raises InputError, which names the file.
    """
    if not data.strip():
        raise InputError(f"{name}: is empty; there is nothing to read in it")
    for magic, kind in MAGIC_NUMBERS:
        if data.startswith(magic):
            raise InputError(f"{name}: is {kind} under another name; unpack it or name it as what it is")
