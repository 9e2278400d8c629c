"""What leaves the house, whatever the format, and the table of formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.glossary.concepts import concept, concepts

from vet_terms.glossary.formats import FORMATS, export, exportable
from vet_terms.model import Concept

ROWS = [
    concept("双元制", "Dual System", status="approved", en_forbidden=("Double Element System",)),
    concept("吃饭", "eat", status="rejected"),
    concept("市域产教联合体", ""),
    concept("柳州职业技术学院", "LVTC", type="organisation", status="superseded"),
]


def test_rejected_and_untranslated_concepts_stay_at_home() -> None:
    assert [row.zh for row in exportable(ROWS)] == ["柳州职业技术学院", "双元制"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_the_same_bytes_whatever_the_order(tmp_path: Path, name: str) -> None:
    path = tmp_path / FORMATS[name].file_name
    export(ROWS, name, path)
    first = path.read_bytes()
    export(reversed(ROWS), name, path)
    assert path.read_bytes() == first
    assert "双元制".encode() in first
    assert "吃饭".encode() not in first


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_empty(name: str) -> None:
    assert isinstance(FORMATS[name].write([]), bytes)


@given(st.lists(concepts(), max_size=3))
def test_no_text_breaks_a_format(rows: list[Concept]) -> None:
    body = etree.fromstring(FORMATS["tbx2"].write(exportable(rows))).find("text/body")
    assert body is not None
    assert len(body) == len(exportable(rows))
    for line in FORMATS["omegat"].write(exportable(rows)).decode("utf-8").split("\n")[:-1]:
        assert line.count("\t") == 2
        assert not line.startswith("#")
