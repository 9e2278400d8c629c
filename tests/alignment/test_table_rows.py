from __future__ import annotations

import pytest

from vet_terms.alignment.aligner import align_document
from vet_terms.alignment.result import Options
from vet_terms.alignment.table_rows import rows_of
from vet_terms.documents.sheets.delimited import read_delimited
from vet_terms.documents.source import Source
from vet_terms.model import Place, Role, Segment

GLOSSARY = """中文,英文
校企合作,school-enterprise cooperation; university-industry collaboration
实训基地,training base
产教融合,
工匠精神,spirit of craftsmanship
,lifelong learning
双师型教师,dual-qualified teachers; teachers with both skills
"""


def segment(text: str, place: Place, role: Role = "cell") -> Segment:
    return Segment(text, "zh" if text[0] > "z" else "en", role, place)


def test_rows_are_those_of_the_file() -> None:
    places = [Place("a", 1, n, spot=f"table1.r{n}.c{c}") for n, c in ((1, 1), (1, 2), (2, 1))]
    zh, en = rows_of(
        [segment("学校", places[0]), segment("教师", places[2]), segment("正文", Place("a", 1), "body")],
        [segment("school", places[1])],
    )
    assert (zh.numbers.tolist(), zh.bilingual.tolist()) == ([1, 2, 0], [True, False, False])
    assert zh.couple.tolist() == zh.bilingual.tolist()
    assert (en.numbers.tolist(), en.bilingual.tolist()) == ([1], [True])


def test_a_row_of_three_cells_has_no_couple() -> None:
    cells = [Place("a", 1, n, spot=f"table1.r1.c{n}") for n in (1, 2, 3)]
    zh, en = rows_of([segment("编号", cells[0]), segment("中文", cells[1])], [segment("English", cells[2])])
    assert zh.bilingual.all() and en.bilingual.all()
    assert not zh.couple.any() and not en.couple.any()


@pytest.mark.parametrize("vectors", [True, False])
def test_no_pair_leaves_its_row_for_another_that_has_its_own(vectors: bool) -> None:
    document = read_delimited(Source(GLOSSARY.encode(), "terms.csv"))
    found = align_document(document, Options(vectors=vectors))
    assert {(unit.zh, unit.en) for unit in found.units} == {
        ("校企合作", "school-enterprise cooperation; university-industry collaboration"),
        ("实训基地", "training base"),
        ("工匠精神", "spirit of craftsmanship"),
        ("双师型教师", "dual-qualified teachers; teachers with both skills"),
    }
    assert [each.text for each in found.zh_only] == ["产教融合"]
    assert [each.text for each in found.en_only] == ["lifelong learning"]
