"""A segment's text changed: where its codes go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tmx.generated import texts, variants

from vet_terms.errors import UsageError
from vet_terms.tmx.editing import with_text
from vet_terms.tmx.model import PLACEABLE, Content, Element, Variant

A, B, C = (Element("ph", (("x", str(number)),)) for number in range(3))
P = PLACEABLE


def hi(*content: str | Element) -> Element:
    return Element("hi", (), content)


EDITS: list[tuple[str, Content, str, Content]] = [
    ("no code", ("old",), "new", ("new",)),
    ("all gone", ("old",), "", ()),
    ("none at first", (), "new", ("new",)),
    ("codes stay between", ("a", A, "b", B, "c"), f"x{P}y{P}z", ("x", A, "y", B, "z")),
    ("before them", ("a", A, "b"), f"new a{P}b", ("new a", A, "b")),
    ("one deleted, in the unchanged end", ("a", A, "b", B, "c"), f"a{P}c", ("a", A, B, "c")),
    ("one deleted in what changed", ("a", A, "b", B, "c"), f"x{P}y", ("x", A, "y", B)),
    ("all deleted", (A, "b", B), "new", ("new", A, B)),
    ("code around text, text changed", (A, "old", B), f"{P}new{P}", (A, "new", B)),
    ("marked text changed", ("a ", hi("old"), " b"), "a new b", ("a ", hi("new"), " b")),
    ("text before marked text", ("a ", hi("b")), "x b", ("x ", hi("b"))),
    ("inserted before marked text", ("a", hi("b")), "axb", ("ax", hi("b"))),
    ("inserted after marked text", (hi("a"), "b"), "axb", (hi("a"), "xb")),
    ("an edge of marked text changed", ("ab", hi("cd"), "ef"), "aXf", ("a", hi("X"), "f")),
    ("two marks in what changed", (hi("ab"), hi("cd")), "aXd", (hi("aX"), hi("d"))),
    ("a code in marked text", ("a", hi("b", A, "c"), "d"), f"a{P}xd", ("a", hi(A, "x"), "d")),
    ("a code in marked text deleted", ("a", hi("b", A, "c"), "d"), "axd", ("a", hi("x", A), "d")),
    ("a literal placeholder", (f"a{P}", A, "b"), f"x{P}{P}b", (f"x{P}", A, "b")),
    ("all before a code gone", ("a", A, hi("b"), B), P, (A, hi(), B)),
    ("marked text emptied", ("a", hi("b"), "c"), "ac", ("a", hi(), "c")),
    ("what is inside codes stays", (Element("ph", (), (Element("sub", (), ("t",)),)), "a"), f"{P}b",
     (Element("ph", (), (Element("sub", (), ("t",)),)), "b")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "text", "expected"), EDITS, ids=[edit[0] for edit in EDITS])
def test_where_codes_go(name: str, content: Content, text: str, expected: Content) -> None:
    assert with_text(Variant("zh", content), text) == Variant("zh", expected)


def test_a_code_too_many_is_refused() -> None:
    with pytest.raises(UsageError, match="has 1 inline codes"):
        with_text(Variant("zh", ("a", A, "b")), f"x{P}y{P}z")


def elements(content: Content) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """All elements inside, in the order in which they begin."""
    return [
        found
        for each in content
        if isinstance(each, Element)
        for found in ((each.name, each.attributes), *elements(each.content))
    ]


@given(variants, st.data())
def test_no_element_is_ever_lost(variant: Variant, data: st.DataObject) -> None:
    assert with_text(variant, variant.text) == variant
    start = data.draw(st.integers(0, len(variant.text)))
    end = data.draw(st.integers(start, len(variant.text)))
    new = data.draw(texts).replace(P, "")
    text = variant.text[:start] + new + variant.text[end:]
    edited = with_text(variant, text)
    assert sorted(elements(edited.content)) == sorted(elements(variant.content))
    assert edited.plain.replace(P, "") == text.replace(P, "")
    assert edited._replace(content=()) == variant._replace(content=())
    assert all(each for each in edited.content)
