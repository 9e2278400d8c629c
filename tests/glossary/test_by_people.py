from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.errors import InputError
from vet_terms.glossary.by_people import english_forms, forms_by_people
from vet_terms.glossary.merge import MACHINE_FILE
from vet_terms.glossary.termbase import read_concepts, write_concepts
from vet_terms.model import Concept

MACHINE = [
    Concept("c1", "柳工", "Liugong"),
    Concept("c2", "双元制", "Dual System"),
    Concept("c3", "学校", "school"),
    Concept("c4", "学院", "college"),
]


def test_every_form_of_a_row_speaks_for_every_other() -> None:
    concepts = [
        Concept("a", "柳工", "Liugong", zh_variants=("柳工集团",), en_variants=("LiuGong Group",)),
        Concept("b", "柳工", "LG", status="superseded"),
        Concept("c", "学校", "school", status="rejected"),
        Concept("d", "学院", ""),
    ]
    assert english_forms(concepts) == {
        "柳工": ("Liugong", "LiuGong Group", "LG"),
        "柳工集团": ("Liugong", "LiuGong Group"),
    }


def test_what_only_the_machine_says_is_no_evidence(tmp_path: Path) -> None:
    terms = tmp_path / "terms.csv"
    assert forms_by_people(terms) == {}
    write_concepts(tmp_path / MACHINE_FILE, MACHINE)
    write_concepts(terms, MACHINE)
    assert forms_by_people(terms) == {}
    text = terms.read_text("utf-8")
    text = text.replace("Liugong", "LiuGong Group")
    text = text.replace("Dual System,,,term,proposed", "Dual System,,,term,approved")
    text = text.replace("school,,,term,proposed", "school,,,term,rejected")
    terms.write_text(text + ",产教融合,,industry-education integration,,,,,,,,,,,\n", encoding="utf-8")
    assert forms_by_people(terms) == {
        "柳工": ("LiuGong Group",),
        "双元制": ("Dual System",),
        "产教融合": ("industry-education integration",),
    }
    assert len(read_concepts(terms)) == 5


def test_without_the_machines_copy_proposed_rows_are_a_persons(tmp_path: Path) -> None:
    write_concepts(tmp_path / "terms.csv", MACHINE[:1])
    assert forms_by_people(tmp_path / "terms.csv") == {"柳工": ("Liugong",)}


def test_a_damaged_term_base_is_said(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("id,zh,en,status\nc1,学校,school,perhaps\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2, column status"):
        forms_by_people(tmp_path / "terms.csv")
