import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.glossary.evidence import evidence_note, is_evidence, without_evidence

NOTES = [
    ("confidence 0.87: entity, pinyin", ""),
    ("confidence 1.00: compound; ask Qin", "ask Qin"),
    ("ask Qin; confidence 0.87: entity, pinyin", "ask Qin"),
    ("ask Qin; confidence 0.87: entity; and Li", "ask Qin; and Li"),
    ("柳州职业技术大学 since 2024; confidence 0.87: entity", "柳州职业技术大学 since 2024"),
    ("confidence 0.87: entity. Checked.", "Checked."),
    ("no confidence 5: yes", "no confidence 5: yes"),
    ("we have confidence in it", "we have confidence in it"),
    ("", ""),
]


@pytest.mark.parametrize(("note", "rest"), NOTES)
def test_the_persons_part_of_a_note_stays(note: str, rest: str) -> None:
    assert without_evidence(note) == rest


@given(
    st.floats(0, 1),
    st.lists(st.sampled_from(["entity", "pinyin", "quotes"]), min_size=1),
    st.text(max_size=9),
)
def test_what_is_written_is_known_again(score: float, evidence: list[str], rest: str) -> None:
    note = evidence_note(score, evidence)
    assert is_evidence(note)
    assert without_evidence(note) == ""
    assert without_evidence(f"{rest}; {note}") == rest.rstrip(" ;；")
