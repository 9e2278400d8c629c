"""The form that tools take: what a unit of any make becomes, and that nothing of it is lost."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.tmx.conformance import needs_public_files, public_files

from vet_terms.errors import InputError
from vet_terms.tmx.model import Element, TmxUnit, Variant
from vet_terms.tmx.pairs import Pair, pairs
from vet_terms.tmx.profiles import PROFILES
from vet_terms.tmx.reading import open_tmx
from vet_terms.tmx.shaping import Change, Direction, header, shaped, usual_code
from vet_terms.tmx.validation import checked
from vet_terms.tmx.writing import TmxWriter, unit_of_xml, unit_xml

TO_AMERICAN = Direction("zh-CN", "en-US")


def shape(
    xml: str, profile: str = "generic", variety: str = "zh-CN", number: int = 0
) -> tuple[str, set[Change]]:
    """Return a unit as written in its new form, one line, and what was done to it."""
    result = shaped(pairs(unit_of_xml(xml))[number], PROFILES[profile], TO_AMERICAN, variety)
    return "".join(line.strip() for line in unit_xml(result.unit).splitlines()), set(result.changes)


ZH = '<tuv xml:lang="zh-CN"><seg>甲</seg></tuv>'
EN = '<tuv xml:lang="en-US"><seg>A</seg></tuv>'


BEFORE_AND_AFTER: tuple[tuple[str, str, set[Change]], ...] = (
    (f'<tu tuid="1">{EN}{ZH}</tu>', f'<tu tuid="1">{ZH}{EN}</tu>', set()),
    (
        '<tu tuid="1"><tuv lang="ZH"><seg>甲</seg></tuv><tuv xml:lang="EN_us"><seg>A</seg></tuv></tu>',
        f'<tu tuid="1">{ZH}{EN}</tu>',
        {Change.CODES},
    ),
    (
        f'<tu tuid="1"><prop type="file">a</prop><note>n</note><prop type="x-id">2</prop>{ZH}{EN}</tu>',
        f'<tu tuid="1"><note>n</note><prop type="x-file">a</prop><prop type="x-id">2</prop>{ZH}{EN}</tu>',
        {Change.RENAMED},
    ),
    (
        f'<tu tuid="1" creationdate="2026-01-31T12:00:00+08:00">{ZH}{EN}</tu>',
        f'<tu tuid="1" creationdate="20260131T040000Z">{ZH}{EN}</tu>',
        {Change.DATES},
    ),
    (
        f'<tu tuid="1" changedate="soon">{ZH}{EN}</tu>',
        f'<tu tuid="1"><prop type="x-changedate">soon</prop>{ZH}{EN}</tu>',
        {Change.MADE_PROPERTIES},
    ),
    (
        f'<tu tuid="1" quality="9" usagecount="often">{ZH}{EN}</tu>',
        f'<tu tuid="1"><prop type="x-quality">9</prop><prop type="x-usagecount">often</prop>{ZH}{EN}</tu>',
        {Change.MADE_PROPERTIES},
    ),
    (
        f'<tu tuid="1"><context kind="k">c</context>{ZH}{EN}</tu>',
        f'<tu tuid="1"><prop type="x-context-kind">k</prop><prop type="x-context">c</prop>{ZH}{EN}</tu>',
        {Change.MADE_PROPERTIES},
    ),
    (
        f'<tu tuid="1"><tuv xml:lang="zh-CN"><seg><ph id="1" x="1"/><mrk>甲</mrk></seg></tuv>{EN}</tu>',
        f'<tu tuid="1"><tuv xml:lang="zh-CN"><seg><ph x="1"/><hi type="x-mrk">甲</hi></seg></tuv>{EN}</tu>',
        {Change.INLINE, Change.LEFT_OFF},
    ),
    (
        f'<tu tuid="1"><tuv xml:lang="zh-CN"><prop type="id">7</prop><seg>甲</seg></tuv>{EN}</tu>',
        f'<tu tuid="1"><tuv xml:lang="zh-CN"><prop type="x-id">7</prop><seg>甲</seg></tuv>{EN}</tu>',
        {Change.RENAMED},
    ),
    (
        f'<tu tuid="1" srclang="en-US">{ZH}<tuv xml:lang="en-GB"><seg>A</seg></tuv></tu>',
        f'<tu tuid="1">{ZH}<tuv xml:lang="en-GB"><seg>A</seg></tuv></tu>',
        set(),
    ),
)


@pytest.mark.parametrize(("before", "after", "changes"), BEFORE_AND_AFTER)
def test_a_unit_takes_the_form_that_all_tools_take(before: str, after: str, changes: set[Change]) -> None:
    assert shape(before) == (after, changes)


def test_a_unit_without_an_id_gets_one_of_its_texts() -> None:
    first, _ = shape(f"<tu>{ZH}{EN}</tu>")
    assert first == shape(f"<tu>{ZH}{EN}</tu>")[0]
    assert first.startswith('<tu tuid="') and first.endswith(f'">{ZH}{EN}</tu>')


def test_the_second_pair_of_a_unit_has_an_id_of_its_own() -> None:
    several = f'<tu tuid="u">{ZH}{EN}<tuv xml:lang="en-GB"><seg>B</seg></tuv></tu>'
    assert shape(several, number=0)[0].startswith('<tu tuid="u">')
    assert shape(several, number=1)[0].startswith('<tu tuid="u-2">')


def test_another_chinese_says_so_where_it_stays() -> None:
    assert shape(f'<tu tuid="1">{ZH}{EN}</tu>', variety="zh-TW")[0].startswith(
        '<tu tuid="1" srclang="zh-TW">'
    )


def test_a_tool_with_one_direction_gets_one_english() -> None:
    british = f'<tu tuid="1">{ZH}<tuv xml:lang="en-GB"><seg>A</seg></tuv></tu>'
    xml, changes = shape(british, "trados")
    assert '<tuv xml:lang="en-US"><prop type="x-language">en-GB</prop><seg>A</seg></tuv>' in xml
    assert Change.ENGLISH in changes


def test_phrase_is_told_who_and_when_on_the_target() -> None:
    dated = (
        f'<tu tuid="1" creationid="li" creationdate="19700101T000002Z">{ZH}'
        '<tuv xml:lang="en-US" changeid="wu"><seg>A</seg></tuv></tu>'
    )
    assert (
        '<prop type="created_at">2000</prop><prop type="created_by">li</prop>'
        '<prop type="modified_by">wu</prop><seg>A' in shape(dated, "phrase")[0]
    )


def test_what_phrase_wrote_itself_stays_and_stands_once() -> None:
    people = (
        '<prop type="created_at">2345</prop><prop type="created_by">li</prop>'
        '<prop type="modified_by">wu</prop><seg>A'
    )
    written = f'<tu tuid="1">{ZH}<tuv xml:lang="en-US">{people}</seg></tuv></tu>'
    dated = written.replace('tuid="1"', 'tuid="1" creationid="li" creationdate="19700101T000002Z"')
    by_others = dated.replace('type="', 'type="x-')
    for known in (written, dated, by_others):
        xml, changes = shape(known, "phrase")
        assert f'<tuv xml:lang="en-US">{people}' in xml
        assert changes == set()


def test_a_file_of_xtm_is_not_told_the_neighbours_twice() -> None:
    known = f'<tu tuid="1"><prop type="x-context-pre">前</prop>{ZH}{EN}</tu>'
    once = shape(known, "xtm")[0]
    assert shape(once, "xtm")[0] == once


def test_xtm_is_told_the_neighbours_on_the_source() -> None:
    known = f'<tu tuid="1"><prop type="x-context-pre">前</prop>{ZH}{EN}</tu>'
    assert '<prop type="x-previous-source-text">前</prop><seg>甲' in shape(known, "xtm")[0]


@pytest.mark.parametrize(
    ("code", "usual"),
    [
        ("EN_us", "en-US"),
        ("zh_hant_tw", "zh-Hant-TW"),
        ("ZH", "zh"),
        ("en-x-old", "en-x-old"),
        (" en ", "en"),
    ],
)
def test_codes_are_written_the_usual_way(code: str, usual: str) -> None:
    assert usual_code(code) == usual


def test_a_header_keeps_what_the_files_said_but_not_what_was_true_of_them_alone() -> None:
    remarks = [
        Element("prop", (("type", "client"),), ("X",)),
        Element("prop", (("type", "x-digest"),), ("0",)),
        Element("prop", (("type", "client"),), ("X",)),
        Element("note", (), ("n",)),
    ]
    made = header(TO_AMERICAN, "sig", remarks)
    assert [(each.name, each.attribute("type"), each.text) for each in made.remarks] == [
        ("note", "", "n"),
        ("prop", "x-client", "X"),
        ("prop", "x-signature", "sig"),
    ]


@needs_public_files
@pytest.mark.parametrize("profile", PROFILES)
def test_any_public_file_in_its_new_form_breaks_no_rule(profile: str, tmp_path: Path) -> None:
    stream = io.BytesIO()
    writer = TmxWriter(stream, header(TO_AMERICAN, "sig"))
    for path in public_files():
        if path.name == "invalid.tmx":  # an ept before its bpt: no form can mend that
            continue
        try:
            with open_tmx(path) as reader:
                for unit in reader:
                    if len(unit.variants) > 1:
                        writer.write(shaped(_as_pair(unit), PROFILES[profile], TO_AMERICAN, "zh-CN").unit)
        except InputError:
            continue
    writer.close()
    (tmp_path / "a.tmx").write_bytes(stream.getvalue())
    findings, units = checked([tmp_path / "a.tmx"], [profile])
    assert units > 100
    assert {rule for rule, _ in findings.counts} <= {"codes-matched", "empty", "weblate/codes"}


def _as_pair(unit: TmxUnit) -> Pair:
    """Return the first two texts of a unit as if they were Chinese and English."""
    zh, en = (
        Variant(code, each.content, each.attributes, each.remarks, each.segment_attributes)
        for code, each in zip(("zh-CN", "en-US"), unit.variants[:2], strict=True)
    )
    return Pair(unit, zh, en)
