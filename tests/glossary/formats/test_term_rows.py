"""A table with one term a row is read with the status of each term; a table of concepts stays one."""

from __future__ import annotations

import pytest

from vet_terms.errors import InputError
from vet_terms.glossary.reading import concepts_of_file
from vet_terms.glossary.workbooks import table_workbook

ROWS = [
    ["产教融合", "fusion of production and teaching", "deprecated", ""],
    ["产教融合", "integration of industry and education", "preferred", "policy"],
    ["双师型教师", "dual-qualified teacher", "Preferred", ""],
    ["产教融合", "industry-education integration", "admitted", ""],
    ["双师型教师", "double-teacher", "Do not use", ""],
    ["实训基地", "practical training base", "", ""],
]
HEADER = ["zh", "en", "status", "type"]


def as_csv(rows: list[list[str]]) -> bytes:
    return "\n".join(",".join(row) for row in [HEADER, *rows]).encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [("terms.csv", as_csv(ROWS)), ("terms.xlsx", table_workbook("t", tuple(HEADER), ROWS))],
    ids=["csv", "xlsx"],
)
def test_the_rows_of_one_chinese_term_are_one_concept(name: str, data: bytes) -> None:
    integration, teacher, base = concepts_of_file(data, name)
    assert (integration.zh, integration.en) == ("产教融合", "integration of industry and education")
    assert integration.en_variants == ("industry-education integration",)
    assert integration.en_forbidden == ("fusion of production and teaching",)
    assert (integration.type, integration.status) == ("policy", "approved")
    assert (teacher.en, teacher.en_forbidden) == ("dual-qualified teacher", ("double-teacher",))
    assert (base.en, base.status) == ("practical training base", "approved")


def test_a_chinese_term_with_deprecated_english_alone_has_no_english() -> None:
    (one,) = concepts_of_file(as_csv([["顶岗实习", "post practice", "forbidden", ""]]), "terms.csv")
    assert (one.en, one.en_forbidden) == ("", ("post practice",))


def test_a_table_of_concepts_keeps_a_row_a_concept() -> None:
    rows = [["中专", "a", "superseded", ""], ["中专", "b", "approved", ""]]
    assert [one.status for one in concepts_of_file(as_csv(rows), "terms.csv")] == ["superseded", "approved"]


def test_a_status_of_neither_kind_is_refused_with_its_line() -> None:
    rows = [["中专", "a", "preferred", ""], ["中职", "b", "good", ""]]
    with pytest.raises(InputError, match="line 2, column status: 'preferred' is not one of"):
        concepts_of_file(as_csv(rows), "terms.csv")
