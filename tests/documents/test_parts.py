from __future__ import annotations

import pytest

from vet_terms.documents.parts import Part, document_of_parts
from vet_terms.model import Document, Place, Role


def _blocks(text: str, role: Role | None) -> list[tuple[str, str]]:
    part = Part(text, Place("a.docx"), role)
    return [(block.role, block.text) for block in document_of_parts([part], Document("a.docx", ())).blocks]


PAIRED: list[tuple[str, Role | None, list[tuple[str, str]]]] = [
    ("实训车间（Training workshop）", "heading", [("heading", "实训车间"), ("heading", "Training workshop")]),
    ("Training workshop / 实训车间", "heading", [("heading", "Training workshop"), ("heading", "实训车间")]),
    ("海泉职业技术学院（HVC）", "heading", [("heading", "海泉职业技术学院（HVC）")]),
    ("The college (founded in 1956)", "heading", [("heading", "The college (founded in 1956)")]),
    ("实训车间（Training workshop）", "cell", [("cell", "实训车间（Training workshop）")]),
]


@pytest.mark.parametrize(("text", "role", "blocks"), PAIRED)
def test_one_heading_alone_may_say_the_same_twice(
    text: str, role: Role | None, blocks: list[tuple[str, str]]
) -> None:
    assert _blocks(text, role) == blocks


def test_a_caption_that_the_format_names_is_no_heading() -> None:
    assert _blocks("学生在车间", "caption") == [("caption", "学生在车间")]
    assert _blocks("学生在车间", None) == [("heading", "学生在车间")]


@pytest.mark.parametrize(
    ("heading", "texts"),
    [
        ("学院简介 About the College", ["学院简介", "About the College"]),
        ("教学计划 Teaching Plan", ["教学计划", "Teaching Plan"]),
        ("走进 Siemens Xcelerator", ["走进 Siemens Xcelerator"]),
        ("关于 SGMW 的合作", ["关于 SGMW 的合作"]),
    ],
)
def test_a_heading_that_says_the_same_twice_is_two(heading: str, texts: list[str]) -> None:
    document = document_of_parts([Part(heading, Place("a"), "heading")], Document("a", ()))
    assert [block.text for block in document.blocks] == texts
