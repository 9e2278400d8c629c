"""OmegaT's glossary, read back by a parser that follows OmegaT's rules, and by translate-toolkit."""

from __future__ import annotations

from tests.glossary.concepts import concept
from translate.storage.omegat import OmegaTFile

from vet_terms.glossary.formats import omegat


def as_omegat_reads(data: bytes) -> list[tuple[str, str, str]]:
    """Return the entries of a ``.utf8`` file: lines of tabs, ``#`` comments, no quoting, no header."""
    entries = []
    for line in data.decode("utf-8").removeprefix("\ufeff").splitlines():
        fields = [field.strip() for field in line.split("\t")]
        if not line.startswith("#") and len(fields) >= 2 and fields[0]:
            entries.append((fields[0], fields[1], fields[2] if len(fields) > 2 else ""))
    return entries


COLLEGE = concept(
    "柳州职业技术学院",
    "Liuzhou Vocational & Technical College",
    zh_variants=("柳职院",),
    en_variants=("LVTC",),
    en_forbidden=("Liuzhou Polytechnic",),
    type="organisation",
    status="superseded",
    definition='A "college"\nin\tLiuzhou',
    note="now 柳州职业技术大学",
)


def test_each_chinese_form_has_the_preferred_english() -> None:
    comment = (
        'organisation; superseded; A "college" in Liuzhou; also: LVTC; '
        "do not use: Liuzhou Polytechnic; now 柳州职业技术大学"
    )
    assert as_omegat_reads(omegat.write([COLLEGE])) == [
        ("柳州职业技术学院", "Liuzhou Vocational & Technical College", comment),
        ("柳职院", "Liuzhou Vocational & Technical College", comment),
    ]


def test_no_forbidden_form_is_offered_as_a_target() -> None:
    assert "Liuzhou Polytechnic" not in {target for _, target, _ in as_omegat_reads(omegat.write([COLLEGE]))}


def test_signs_that_the_format_uses_itself() -> None:
    hard = concept("#一\t号\n", "No.\t1", zh_variants=("＃一 号",), status="approved", type="term")
    assert as_omegat_reads(omegat.write([hard])) == [("＃一 号", "No. 1", "term")]


def test_a_line_separator_of_unicode_does_not_break_a_row() -> None:
    assert as_omegat_reads(omegat.write([concept("双\u2028元", "dual\x85system")])) == [
        ("双 元", "dual system", "term; proposed")
    ]


def test_translate_toolkit_reads_the_same_rows() -> None:
    store = OmegaTFile.parsestring(omegat.write([COLLEGE]))  # type: ignore[no-untyped-call]
    rows = [(unit.source, unit.target) for unit in store.units if unit.source]
    assert rows == [(source, target) for source, target, _ in as_omegat_reads(omegat.write([COLLEGE]))]
