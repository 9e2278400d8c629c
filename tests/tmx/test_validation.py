"""Each rule on a file that breaks it and nothing else; the public files, which by hand are right or wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tmx.conformance import FOLDER, needs_public_files, public_files

from vet_terms.errors import InputError
from vet_terms.tmx.findings import MOST_LISTED
from vet_terms.tmx.rules import RULES
from vet_terms.tmx.validation import checked

HEADER = (
    '<header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en" '
    'srclang="zh-CN" datatype="plaintext"/>'
)
ZH = '<tuv xml:lang="zh-CN"><seg>甲。</seg></tuv>'
EN = '<tuv xml:lang="en-US"><seg>A.</seg></tuv>'


def tmx(body: str, header: str = HEADER, root: str = 'tmx version="1.4"') -> str:
    return f"<{root}>\n{header}\n<body>\n{body}\n</body></tmx>"


def in_chinese(segment: str) -> str:
    return tmx(f'<tu><tuv xml:lang="zh-CN"><seg>{segment}</seg></tuv>{EN}</tu>')


def rules_of(folder: Path, text: str, *profiles: str, name: str = "a.tmx") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    findings, _ = checked([folder / name], profiles)
    return [each.rule for each in findings.listed]


BROKEN = {
    "xml": tmx(f"<tu>{ZH}{EN}</tu>")[:-3],
    "entities": f'<!DOCTYPE tmx [<!ENTITY a "b">]>{tmx(f"<tu>{ZH}{EN}</tu>")}',
    "root": "<martif/>",
    "version": tmx(f"<tu>{ZH}{EN}</tu>", root='tmx version="2.0"'),
    "namespace": tmx(f"<tu>{ZH}{EN}</tu>", root='tmx version="1.4" xmlns="urn:a"'),
    "header": tmx(f"<tu>{ZH}{EN}</tu>", header=HEADER * 2),
    "header-attribute": tmx(f"<tu>{ZH}{EN}</tu>", header=HEADER.replace('o-tmf="a"', "")),
    "element": tmx(f"<tu><context>a</context>{ZH}{EN}</tu>"),
    "place": tmx(f"<tu>stray{ZH}{EN}</tu>"),
    "order": tmx(f"<tu>{ZH}{EN}<note>a</note></tu>"),
    "attribute": tmx(f'<tu quality="9">{ZH}{EN}</tu>'),
    "value": tmx(f'<tu segtype="verse">{ZH}{EN}</tu>'),
    "date": tmx(f'<tu changedate="20260230T000000Z">{ZH}{EN}</tu>'),
    "count": tmx(f'<tu usagecount="often">{ZH}{EN}</tu>'),
    "language": tmx(f"<tu>{ZH}<tuv><seg>A.</seg></tuv></tu>"),
    "language-attribute": tmx(f'<tu>{ZH}<tuv lang="en"><seg>A.</seg></tuv></tu>'),
    "language-code": tmx(f'<tu>{ZH}<tuv xml:lang="english-language-of-usa"><seg>A.</seg></tuv></tu>'),
    "source-language": tmx(f'<tu>{EN}<tuv xml:lang="en-GB"><seg>A.</seg></tuv></tu>'),
    "segment": tmx(f'<tu>{ZH}<tuv xml:lang="en"><seg>A.</seg><seg>B.</seg></tuv></tu>'),
    "empty": in_chinese(" "),
    "alone": tmx(f"<tu>{ZH}</tu>"),
    "twice": tmx(f"<tu>{ZH}{EN}{EN}</tu>"),
    "codes-paired": in_chinese('甲<ept i="1"/>'),
    "codes-matched": in_chinese('甲<ph x="1"/>'),
    "generic/all": tmx(f"<tu>{ZH}{EN}</tu>", header=HEADER.replace('"zh-CN"', '"*all*"')),
    "generic/srclang": tmx(f'<tu srclang="en-US">{ZH}{EN}</tu>'),
    "omegat/alternative": tmx(f'<tu><prop type="file">a</prop>{ZH}{EN}</tu>'),
    "omegat/underscore": tmx(f'<tu>{ZH}<tuv xml:lang="en_US"><seg>A.</seg></tuv></tu>'),
    "omegat/creationtool": tmx(f"<tu>{ZH}{EN}</tu>", header=HEADER.replace('"a" c', '"OmegaT" c')),
    "omegat/schema": tmx(f'<tu quality="9">{ZH}{EN}</tu>'),
    "trados/multilingual": tmx(f'<tu>{ZH}{EN}<tuv xml:lang="fr"><seg>A.</seg></tuv></tu>'),
    "trados/long": in_chinese("长" * 2001),
    "trados/property": tmx(f'<tu><prop type="domain">a</prop>{ZH}{EN}</tu>'),
    "phrase/people": tmx(f'<tu creationid="a">{ZH}{EN}</tu>'),
    "weblate/code": tmx(f'<tu>{ZH}<tuv xml:lang="en-x-old"><seg>A.</seg></tuv></tu>'),
    "weblate/codes": in_chinese("甲<ph/>"),
}
BY_ANOTHER_TEST = {"omegat/extension", "weblate/extension", "trados/size", "phrase/size"}


def test_every_rule_has_an_example() -> None:
    assert BROKEN.keys() | BY_ANOTHER_TEST == RULES.keys()


def test_the_page_has_every_rule() -> None:
    page = (Path(__file__).parents[2] / "docs" / "tmx.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert rows[-len(RULES) :] == [
        f"| `{each.id}` | {each.severity} | {each.what} |" for each in RULES.values()
    ]


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_finds_what_breaks_it_and_nothing_else(rule: str, tmp_path: Path) -> None:
    profile = RULES[rule].profile
    found = rules_of(tmp_path, BROKEN[rule], profile or "memoq")
    of_the_standard = {"language-code", "attribute"} if profile in {"omegat"} else set()
    assert set(found) - of_the_standard == {rule}


def test_a_right_file_has_no_findings(tmp_path: Path) -> None:
    right = tmx(
        '<tu tuid="1" creationdate="20260131T120000Z" usagecount="3"><note>n</note>'
        '<prop type="x-domain">a</prop><tuv xml:lang="zh-CN"><seg>点<bpt i="1" x="1">&lt;b></bpt>这里'
        '<ept i="1"/></seg></tuv><tuv xml:lang="en-US"><seg><bpt i="1" x="1"/>Here<ept i="1"/></seg>'
        "</tuv></tu>"
    )
    assert rules_of(tmp_path, right, "omegat", "trados", "memoq", "xtm", "generic") == []


def test_a_finding_says_where_and_how_grave_it_is_for_whom(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(
        tmx(f"<tu>{ZH}{EN}</tu>\n<tu>\n<prop type='file'>a</prop>{ZH}{EN}</tu>"), encoding="utf-8"
    )
    for profiles, severity in (((), "warning"), (("omegat",), "error")):
        (finding,) = (
            each for each in checked([path], profiles)[0].listed if each.rule == "omegat/alternative"
        )
        assert (finding.line, finding.severity, finding.tool) == (6, severity, "OmegaT")
    assert checked([path], ("trados",))[0].counts.keys() == {("trados/property", "warning")}


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("a.TMX", ["omegat/extension", "weblate/extension"]),
        ("a.tmx.gz", ["weblate/extension"]),
        ("a.tmx", []),
    ],
)
def test_the_name_of_a_file_matters_to_tools(name: str, rules: list[str], tmp_path: Path) -> None:
    assert rules_of(tmp_path, tmx(f"<tu>{ZH}{EN}</tu>"), name=name) == rules


def test_a_file_over_a_gigabyte_is_too_large_for_two_tools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vet_terms.tmx.validation.ONE_GIGABYTE", 100)
    assert rules_of(tmp_path, tmx(f"<tu>{ZH}{EN}</tu>")) == ["trados/size", "phrase/size"]


def test_findings_are_bounded_and_counted(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text(tmx(f"<tu>{EN}</tu>" * 1500), encoding="utf-8")
    findings, units = checked([tmp_path / "a.tmx"], ["memoq"])
    assert units == 1500
    assert len(findings.listed) == MOST_LISTED
    assert findings.number("error") == 1500  # source-language
    assert findings.number("warning") == 1500  # alone


def test_older_files_are_held_to_what_their_version_had(tmp_path: Path) -> None:
    old = tmx(
        '<tu><tuv lang="zh-CN"><seg>甲<bpt>a</bpt></seg></tuv><tuv lang="en"><seg>A.</seg></tuv></tu>',
        root='tmx version="1.1"',
    )
    assert rules_of(tmp_path, old, "memoq") == []


def test_a_missing_file_is_no_finding(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        checked([tmp_path / "none.tmx"])


# By hand: what is wrong with the public files by TMX itself; all others are right.
WRONG = {
    "invalid.tmx": {"codes-paired"},
    "test-level1.tmx": {"source-language"},
    "test-missingSource.tmx": {"source-language"},
    "test-omegat-invalid.tmx": {"source-language"},
}
"""``invalid``: each ept before its bpt; the others: English that is en-GB or missing, under srclang en."""
DOUBTFUL = {
    "ImportTest2A-0index.tmx": {"codes-matched"},
    "test-save-tmx14.tmx": {"codes-matched"},
    "test-multiple-tuv.tmx": {"twice"},
    "test-multiple-tuv14.tmx": {"twice"},
    "test-missingSource.tmx": {"alone"},
    "test-omegat-invalid.tmx": {"language-attribute"},
    "invalid.tmx": {"empty"},
}
"""Warnings: codes of the source without their like, two texts in one language, xml:lang in TMX 1.1 …"""


@needs_public_files
def test_the_public_files_are_right_or_wrong_as_by_hand() -> None:
    assert len(public_files()) >= 39
    for path in public_files():
        findings, _ = checked([path])
        for severity, expected in (("error", WRONG), ("warning", DOUBTFUL)):
            found = {
                rule for (rule, each), _ in findings.counts.items() if each == severity and "/" not in rule
            }
            assert found == expected.get(path.name, set()), (path.relative_to(FOLDER), severity)
