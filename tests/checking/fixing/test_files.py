"""Fixes written into files: the contract on every format, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.checking.fixing.fixable_files import MAKERS, Pairs

from vet_terms.checking.fixing.files import (
    WRITERS,
    FixedFile,
    fixed_files,
    keeping_codes,
    with_fixes,
    without_fixed,
)
from vet_terms.checking.fixing.texts import fixed_text
from vet_terms.checking.inputs import Inputs, read_inputs
from vet_terms.checking.runner import CheckResult, check
from vet_terms.errors import UsageError
from vet_terms.model import Finding, Severity, Span

PAIRS = (
    ("学院有两所分校。", "The college has  two campuses ，one in the city."),
    ("专业共建。", "Build programmes & majors  together."),
    ("“双师型”教师", 'A "dual-qualified"  teacher'),
)


def found(inputs: Inputs, what: str = "  ", replacement: str | None = " ") -> CheckResult:
    """A check that finds one thing wherever it stands in the English."""
    findings, positions = [], []
    for position, unit in enumerate(inputs.units):
        at = unit.en.find(what)
        while at >= 0:
            span = Span("target", at, at + len(what))
            findings.append(_finding(unit.en, span, replacement, unit.zh))
            positions.append(position)
            at = unit.en.find(what, at + len(what))
    return CheckResult("s", tuple(findings), len(inputs.units), 0, tuple(positions))


def _finding(
    text: str, span: Span | None, replacement: str | None, zh: str = "", severity: Severity = "warning"
) -> Finding:
    return Finding("1", "x/y", severity, "m", zh, text, span, replacement=replacement)


def write(folder: Path, name: str, pairs: Pairs) -> Path:
    path = folder / name
    path.write_bytes(MAKERS[name](pairs))
    return path


def fix(path: Path, result: CheckResult | None = None) -> tuple[FixedFile, ...]:
    inputs = read_inputs([str(path)])
    return fixed_files(inputs, result or found(inputs))


def test_every_ending_has_a_maker() -> None:
    made = {Path(name).suffix for name in MAKERS} | {".mqxliff", ".mxliff", ".pot", ".tab", ".txt"}
    assert set(WRITERS) <= made


@pytest.mark.parametrize("name", MAKERS)
def test_a_fixed_file_is_read_with_the_fixed_texts(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, PAIRS)
    before = read_inputs([str(path)]).units
    assert [unit.en for unit in before] == [en for _, en in PAIRS]
    (file,) = fix(path)
    assert file.fixes == 3
    path.write_bytes(file.content)
    after = read_inputs([str(path)]).units
    assert [unit.en for unit in after] == [en.replace("  ", " ") for _, en in PAIRS]
    assert [unit.zh for unit in after] == [unit.zh for unit in before]
    assert [[code.name for code in unit.codes] for unit in after] == [
        [code.name for code in unit.codes] for unit in before
    ]
    assert fix(path) == ()


@pytest.mark.parametrize("name", MAKERS)
def test_nothing_but_the_fixed_characters_changes(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, PAIRS)
    (file,) = fix(path)
    without = [(zh, en.replace("  ", " ")) for zh, en in PAIRS]
    # Line breaks and codes of the maker stand elsewhere in a shorter text, so characters are counted.
    assert sorted(file.content) == sorted(MAKERS[name](without)) or name in {"plain.xlf", "two.xliff"}
    assert len(path.read_bytes()) - len(file.content) == 3 * (2 if name == "two.xliff" else 1)


# No Chinese characters: with some of them the English side would be told as Chinese.
LETTERS = st.text(st.sampled_from("ab  ,，.&<>\"\\='é😀"), max_size=25)


@pytest.mark.parametrize("name", MAKERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(LETTERS, min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 25), st.integers(0, 3), LETTERS), max_size=6),
)
def test_any_fix_is_read_back(
    tmp_path: Path, name: str, texts: list[str], spots: list[tuple[int, int, int, str]]
) -> None:
    pairs = [("学院第一届技能竞赛，", f"The {text}end of it") for text in texts]
    path = write(tmp_path, name, pairs)
    inputs = read_inputs([str(path)])
    findings, positions = [], []
    for unit, start, length, text in spots:
        if unit < len(pairs) and start <= len(pairs[unit][1]):
            end = min(start + length, len(pairs[unit][1]))
            findings.append(_finding(pairs[unit][1], Span("target", start, end), text))
            positions.append(unit)
    assert [unit.en for unit in inputs.units] == [en for _, en in pairs]
    result = CheckResult("s", tuple(findings), len(pairs), 0, tuple(positions))
    expected = [
        fixed_text(
            unit.en,
            keeping_codes(
                unit, [each for each, at in zip(findings, positions, strict=True) if at == position]
            ),
        )
        for position, unit in enumerate(inputs.units)
    ]
    for file in fixed_files(inputs, result):
        path.write_bytes(file.content)
    after = read_inputs([str(path)]).units
    assert [unit.en for unit in after] == expected
    assert [unit.zh for unit in after] == [zh for zh, _ in pairs]


PO_HEAD = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
TMX_HEAD = (
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><t:tmx xmlns:t="x" version="1.4"><t:header srclang="*all*"/>'
    "<t:body><t:tu><t:tuv lang='ZH'><t:seg>学</t:seg></t:tuv><t:tuv lang='EN'>"
).encode()

EXACT = {
    "a.tsv": (b"zh\ten\r\n\xe5\xad\xa6\ta  b\r\n", b"zh\ten\r\n\xe5\xad\xa6\ta b\r\n"),
    "sep.csv": ("sep=;\nzh;en\n学;a  b\n".encode(), "sep=;\nzh;en\n学;a b\n".encode()),
    "quoted.csv": ('zh,en\n"学,院","a  ""b"""\n'.encode(), 'zh,en\n"学,院","a ""b"""\n'.encode()),
    "guarded.csv": ("zh,en\n学院,'=a  b\n".encode(), "zh,en\n学院,'=a b\n".encode()),
    "lines.csv": ('zh,en\r\n学院,"a  b\r\nc"\r\n'.encode(), 'zh,en\r\n学院,"a b\r\nc"\r\n'.encode()),
    "gbk.tsv": (
        "zh\ten\n我们的学院有两所分校\ta  b\n".encode("gbk"),
        "zh\ten\n我们的学院有两所分校\ta b\n".encode("gbk"),
    ),
    "wide.tsv": ("zh\ten\n学院\ta  b\n".encode("utf-16"), "zh\ten\n学院\ta b\n".encode("utf-16")),
    "plural.po": (
        PO_HEAD
        + '#| msgid "old  one"\nmsgid "学院"\nmsgid_plural "学院们"\nmsgstr[0] ""\r\n"a  "\r\n"b\\n"\r\n'
        'msgstr[1] "c  d"\n\n#, fuzzy\nmsgid "专业"\nmsgstr " \\"a  b\\" "\n'.encode(),
        PO_HEAD
        + '#| msgid "old  one"\nmsgid "学院"\nmsgid_plural "学院们"\nmsgstr[0] ""\r\n"a "\r\n"b\\n"\r\n'
        'msgstr[1] "c  d"\n\n#, fuzzy\nmsgid "专业"\nmsgstr " \\"a b\\" "\n'.encode(),
    ),
    "references.tmx": (
        TMX_HEAD
        + b"<t:seg>&lt;a&#x20;<!-- a  b -->&#32;<t:hi>b</t:hi><t:ph>a  b<t:sub>a  b</t:sub></t:ph></t:seg>"
        b"</t:tuv></t:tu></t:body></t:tmx>",
        TMX_HEAD
        + b"<t:seg>&lt;a <!-- a  b --><t:hi>b</t:hi><t:ph>a  b<t:sub>a  b</t:sub></t:ph></t:seg>"
        b"</t:tuv></t:tu></t:body></t:tmx>",
    ),
    "cdata.xlf": (
        '<xliff version="1.2"><file source-language="zh" target-language="en"><body><trans-unit id="1">'
        "<source>学</source><target><![CDATA[a  b]]>&#32;&#x20;&amp;</target></trans-unit></body></file>"
        "</xliff>".encode(),
        '<xliff version="1.2"><file source-language="zh" target-language="en"><body><trans-unit id="1">'
        "<source>学</source><target><![CDATA[a b]]> &amp;</target></trans-unit></body></file>"
        "</xliff>".encode(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EXACT)
def test_other_bytes_stay(tmp_path: Path, name: str) -> None:
    before, after = EXACT[name]
    path = tmp_path / name
    path.write_bytes(before)
    (file,) = fix(path)
    assert file.content == after


def test_a_cell_gets_quotes_where_the_fix_needs_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("zh,en\n学院，专业,a，b\n专业,c\n".encode())
    inputs = read_inputs([str(path)])
    (file,) = fixed_files(inputs, found(inputs, "，", ", "))
    assert file.content == 'zh,en\n学院，专业,"a, b"\n专业,c\n'.encode()


def test_a_cell_that_becomes_a_formula_is_guarded(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes("zh\ten\n学院\t  =1\n".encode())
    inputs = read_inputs([str(path)])
    (file,) = fixed_files(inputs, found(inputs, "  ", ""))
    assert file.content == "zh\ten\n学院\t'=1\n".encode()


REVERSED_FILES = {
    "a.po": 'msgid "Two  colleges"\nmsgstr "两所学院"\n\nmsgid "A  teacher"\nmsgstr "一名教师"\n',
    "a.xlf": '<xliff version="1.2"><file source-language="en" target-language="zh"><body><trans-unit id="1">'
    "<source>Two  colleges</source><target>两所学院</target></trans-unit></body></file></xliff>",
    "a.tmx": '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Two  colleges</seg>'
    '</tuv><tuv xml:lang="zh"><seg>两所学院</seg></tuv></tu></body></tmx>',
    "a.tsv": "source\ttarget\nTwo  colleges\t两所学院\n",
}


@pytest.mark.parametrize("name", REVERSED_FILES)
def test_english_that_is_the_source_is_never_touched(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(REVERSED_FILES[name], encoding="utf-8")
    inputs = read_inputs([str(path)])
    assert "  " in inputs.units[0].en
    assert fixed_files(inputs, found(inputs)) == ()


def test_columns_that_are_called_the_wrong_way_round_are_fixed_where_the_english_is(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("zh\ten\nTwo  colleges\t两所学院\n", encoding="utf-8")
    (file,) = fix(path)
    assert file.content.decode() == "zh\ten\nTwo colleges\t两所学院\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("aligned.txt", "学院有两所分校。\nThe college has two campuses.\n".encode()),
        ("packed.tmx", b"\x1f\x8b"),
    ],
)
def test_what_cannot_be_written_back_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    from vet_terms.checking.inputs import InputFile

    path = tmp_path / name
    path.write_bytes(data)
    inputs = Inputs((InputFile(str(path), (), is_aligned=name.startswith("aligned")),))
    with pytest.raises(UsageError, match="XLIFF, PO, TMX, TSV and CSV files can be fixed"):
        fixed_files(inputs, CheckResult("s", (), 0, 0))


def test_standard_input_is_refused() -> None:
    from vet_terms.checking.inputs import InputFile

    with pytest.raises(UsageError, match="save it in a file"):
        fixed_files(Inputs((InputFile("-", ()),)), CheckResult("s", (), 0, 0))


def test_a_file_that_changed_meanwhile_keeps_what_is_not_as_it_was_read(tmp_path: Path) -> None:
    path = write(tmp_path, "table.tsv", PAIRS)
    inputs = read_inputs([str(path)])
    path.write_bytes(MAKERS["table.tsv"]([("新", "a  new text"), *PAIRS[1:]]))
    (file,) = fixed_files(inputs, found(inputs))
    assert b"a  new text" in file.content and file.fixes == 2


def test_the_diff_shows_units_as_unified_diffs_show_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("id\tzh\ten\nu1\t学院\tThe  college\u202e\nu2\t专业\tA major\n", encoding="utf-8")
    (file,) = fix(path)
    assert file.diff == f"--- {path}\n+++ {path}\n@@ line 2, unit u1 @@\n-The  college \n+The college \n"


def test_what_is_left_is_about_the_new_text(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("zh\ten\n学院\tThe  college，and\n", encoding="utf-8")
    inputs = read_inputs([str(path)])
    text = inputs.units[0].en
    findings = (
        _finding(text, Span("target", 3, 5), " "),
        _finding(text, Span("target", 4, 6), "x"),
        _finding(text, Span("target", 12, 13), None, severity="error"),
        _finding(text, None, None),
    )
    result = CheckResult("s", findings, 1, 0, (0,) * 4)
    files = fixed_files(inputs, result)
    left = without_fixed(result, files)
    assert [each.target for each in left.findings] == ["The college，and"] * 3
    overlapping, apart, whole = left.findings
    assert overlapping.replacement is None and whole.span is None
    assert apart.span == Span("target", 11, 12) and apart.target[11:12] == "，"
    assert left.positions == (0, 0, 0)


def test_words_are_not_moved_out_of_their_codes(tmp_path: Path) -> None:
    path = tmp_path / "codes.xlf"
    path.write_bytes(
        b'<xliff version="1.2"><file source-language="zh-CN" target-language="en"><body><trans-unit id="1">'
        + "<source><g id='1'>９８％</g>的学生，就业。</source>".encode()
        + "<target><g id='1'>９８％</g> of the  students found jobs .</target>".encode()
        + b"</trans-unit></body></file></xliff>"
    )
    (file,) = fix(path, check(read_inputs([str(path)]).units))
    assert "<g id='1'>９８％</g> of the students found jobs.</target>".encode() in file.content


@pytest.mark.parametrize(("what", "replacement"), [("  ", " "), ("to", "to the"), (" t", ""), ("er", "ers")])
@pytest.mark.parametrize("name", MAKERS)
def test_the_units_after_the_fixes_are_those_that_the_file_has(
    tmp_path: Path, name: str, what: str, replacement: str
) -> None:
    path = write(tmp_path, name, PAIRS)
    inputs = read_inputs([str(path)])
    files = fixed_files(inputs, found(inputs, what, replacement))
    after = with_fixes(inputs, files)
    path.write_bytes(files[0].content)
    again = read_inputs([str(path)])
    assert [unit.en for unit in after.units] == [unit.en for unit in again.units]
    assert [unit.codes for unit in after.units] == [unit.codes for unit in again.units]
