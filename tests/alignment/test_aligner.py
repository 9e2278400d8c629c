from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vet_terms.alignment import aligner
from vet_terms.alignment.aligner import align_document, align_documents, alignment_signature, is_bilingual
from vet_terms.alignment.groups import Group
from vet_terms.alignment.result import Alignment, Options
from vet_terms.documents.text.plain_text import document_of_text
from vet_terms.errors import UsageError
from vet_terms.model import Document, Language, Place, Segment

CHINESE = [
    "目前，全市共有职业院校29所。",
    "学校与德国合作开展学徒制培训。",
    "今年招收留学生269名。",
    "图书馆每天开放到晚上十点。",
]
ENGLISH = [
    "There are 29 vocational colleges in the city.",
    "The college runs apprenticeship training with Germany.",
    "It enrolled 269 overseas students this year.",
    "The library is open until ten o'clock every night.",
]


def document(*lines: str) -> Document:
    return document_of_text("\n\n".join(lines), "a.txt")


def pairs(alignment: Alignment) -> set[tuple[str, str]]:
    return {(unit.zh, unit.en) for unit in alignment.units}


LAYOUTS = {
    "line by line": [text for pair in zip(CHINESE, ENGLISH, strict=True) for text in pair],
    "English first": [text for pair in zip(ENGLISH, CHINESE, strict=True) for text in pair],
    "block and block": [*CHINESE, *ENGLISH],
    "two and two": [*CHINESE[:2], *ENGLISH[:2], *CHINESE[2:], *ENGLISH[2:]],
    "on one line": [f"{zh}  {en}" for zh, en in zip(CHINESE, ENGLISH, strict=True)],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pairs_are_found_whatever_the_layout(layout: str) -> None:
    assert pairs(align_document(document(*LAYOUTS[layout]))) == set(zip(CHINESE, ENGLISH, strict=True))


def test_what_only_one_language_has_stays_alone() -> None:
    alignment = align_document(
        document(CHINESE[0], ENGLISH[0], ENGLISH[3], CHINESE[1], ENGLISH[1], CHINESE[2])
    )
    assert pairs(alignment) == {(CHINESE[0], ENGLISH[0]), (CHINESE[1], ENGLISH[1])}
    assert [each.text for each in alignment.zh_only] == [CHINESE[2]]
    assert [each.text for each in alignment.en_only] == [ENGLISH[3]]


def test_a_text_out_of_turn_still_finds_its_partner() -> None:
    alignment = align_document(
        document(CHINESE[0], CHINESE[1], CHINESE[2], ENGLISH[1], ENGLISH[2], ENGLISH[0])
    )
    assert pairs(alignment) == set(zip(CHINESE[:3], ENGLISH[:3], strict=True))
    assert [unit.zh for unit in alignment.units] == CHINESE[:3]


def test_two_files_in_either_order() -> None:
    zh, en = document(*CHINESE), document(*ENGLISH)
    assert (
        pairs(align_documents(zh, en))
        == pairs(align_documents(en, zh))
        == set(zip(CHINESE, ENGLISH, strict=True))
    )


def test_one_language_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match=r"a\.txt: has only Chinese text.*give a bilingual file"):
        align_document(document(*CHINESE))
    with pytest.raises(UsageError, match="one must be Chinese and the other English; both look English"):
        align_documents(document(*ENGLISH), document(*ENGLISH))


def test_without_the_encoder_it_still_works_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aligner, "is_available", lambda: False)
    monkeypatch.setattr(aligner, "encoder_name", lambda: "none")
    alignment = align_document(document(*LAYOUTS["line by line"]))
    assert pairs(alignment) == set(zip(CHINESE, ENGLISH, strict=True))
    assert "encoder:none" in alignment.signature


def test_is_bilingual() -> None:
    assert is_bilingual(document(*CHINESE, *ENGLISH))
    assert not is_bilingual(document(*CHINESE))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(CHINESE), max_size=5), st.lists(st.sampled_from(ENGLISH), max_size=5))
def test_every_text_appears_exactly_once(zh: list[str], en: list[str]) -> None:
    def side(texts: list[str], language: Language) -> tuple[Segment, ...]:
        return tuple(Segment(text, language, "body", Place("a", block=i)) for i, text in enumerate(texts))

    beads = aligner.beads_of(Group(side(zh, "zh"), side(en, "en")))
    assert sorted(i for bead in beads for i in range(bead.zh_start, bead.zh_start + bead.zh_count)) == list(
        range(len(zh))
    )
    assert sorted(j for bead in beads for j in range(bead.en_start, bead.en_start + bead.en_count)) == list(
        range(len(en))
    )


def test_the_signature_names_what_a_person_decided() -> None:
    plain = alignment_signature(Options(vectors=False))
    assert plain.endswith(f"|aligner:{aligner.ALIGNER}|encoder:none")
    glossary = {"学院": ("college",), "大学": ("university",)}
    with_both = alignment_signature(Options(vectors=False, layout="lines", glossary=glossary))
    turned = alignment_signature(
        Options(vectors=False, layout="lines", glossary=dict(reversed(glossary.items())))
    )
    assert "|glossary:2-" in with_both
    assert with_both.endswith("|layout:lines")
    assert with_both == turned != alignment_signature(Options(vectors=False, layout="lines"))


def test_two_files_of_one_name_are_two_files() -> None:
    def beads(*names: str) -> list[tuple[str, ...]]:
        zh, en = (
            document_of_text("\n\n".join(lines), name)
            for lines, name in zip((CHINESE, [ENGLISH[2], *ENGLISH]), names, strict=True)
        )
        rows = align_documents(zh, en, Options(vectors=False)).rows
        return [tuple(each.text for each in (*row.zh, *row.en)) for row in rows]

    assert beads("a.txt", "a.txt") == beads("a.txt", "b.txt")


def test_a_layout_is_of_one_file() -> None:
    with pytest.raises(UsageError, match="is for one bilingual file, and these are two"):
        align_documents(document(*CHINESE), document(*ENGLISH), Options(layout="lines"))
