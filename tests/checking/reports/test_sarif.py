"""SARIF 2.1.0: what the standard asks of each object that is written, and what the log says.

The tables are typed from the text of the standard (OASIS, 27 March 2020, section 3), as far as this report
uses it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.checking.reports.results import INPUTS, NOTHING, RESULT

from vet_terms.checking.reports.sarif import FINGERPRINT, render, uri_of

Property = tuple[bool, Callable[[Any], bool]]
LEVELS = {"none", "note", "warning", "error"}
URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")


def is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def is_line(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def is_object(value: Any) -> bool:
    return isinstance(value, dict)


def is_message(value: Any) -> bool:
    return isinstance(value, dict) and set(value) <= {"text", "markdown"} and is_text(value.get("text"))


# Property: whether it must be there, and what its value may be (3.13 to 3.52).
LOG: Mapping[str, Property] = {
    "$schema": (False, is_text),
    "version": (True, lambda value: value == "2.1.0"),
    "runs": (True, lambda value: isinstance(value, list)),
}
RUN: Mapping[str, Property] = {
    "tool": (True, lambda value: set(value) == {"driver"}),
    "columnKind": (False, lambda value: value in {"utf16CodeUnits", "unicodeCodePoints"}),
    "properties": (False, is_object),
    "results": (False, lambda value: isinstance(value, list)),
}
DRIVER: Mapping[str, Property] = {
    "name": (True, is_text),
    "version": (False, is_text),
    "shortDescription": (False, is_message),
    "rules": (False, lambda value: len({rule["id"] for rule in value}) == len(value)),
}
RULE: Mapping[str, Property] = {
    "id": (True, is_text),
    "shortDescription": (False, is_message),
    "fullDescription": (False, is_message),
    "help": (False, is_message),
    "defaultConfiguration": (
        False,
        lambda value: set(value) <= {"level", "enabled", "rank", "parameters"} and value["level"] in LEVELS,
    ),
    "properties": (False, lambda value: all(map(is_text, value["tags"]))),
}
RESULT_OBJECT: Mapping[str, Property] = {
    "ruleId": (False, is_text),
    "ruleIndex": (False, lambda value: isinstance(value, int) and value >= 0),
    "level": (False, lambda value: value in LEVELS),
    "message": (True, is_message),
    "locations": (False, lambda value: isinstance(value, list)),
    "partialFingerprints": (False, lambda value: all(map(is_text, value.values()))),
    "properties": (False, is_object),
}
LOCATION: Mapping[str, Property] = {
    "message": (False, is_message),
    "physicalLocation": (False, is_object),
    "logicalLocations": (
        False,
        lambda value: all(set(each) <= {"name", "fullyQualifiedName", "kind"} for each in value),
    ),
}
PHYSICAL: Mapping[str, Property] = {
    "artifactLocation": (
        False,
        lambda value: set(value) <= {"uri", "uriBaseId", "index"} and bool(URI.fullmatch(value["uri"])),
    ),
    "region": (False, lambda value: set(value) == {"startLine"} and is_line(value["startLine"])),
}


def keeps(value: Mapping[str, Any], properties: Mapping[str, Property]) -> None:
    """Fail for a property that the standard does not know, that lacks, or whose value it does not allow."""
    assert set(value) <= set(properties), set(value) - set(properties)
    for name, (must, allowed) in properties.items():
        assert not must or name in value, name
        assert name not in value or allowed(value[name]), (name, value[name])


@pytest.mark.parametrize("result", [RESULT, NOTHING])
def test_the_log_is_as_the_standard_asks(result: Any) -> None:
    log = json.loads(render(result, INPUTS))
    keeps(log, LOG)
    (run,) = log["runs"]
    keeps(run, RUN)
    driver = run["tool"]["driver"]
    keeps(driver, DRIVER)
    for rule in driver["rules"]:
        keeps(rule, RULE)
    for each in run["results"]:
        keeps(each, RESULT_OBJECT)
        if "ruleIndex" in each:
            assert driver["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
        for location in each["locations"]:
            keeps(location, LOCATION)
            if "physicalLocation" in location:
                keeps(location["physicalLocation"], PHYSICAL)


def results() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render(RESULT, INPUTS))["runs"][0]["results"]
    return found


def test_a_finding_is_a_result_at_its_line() -> None:
    first = results()[0]
    assert (first["ruleId"], first["level"], first["message"]["text"]) == (
        "numbers/value", "error", "29 is missing",
    )  # fmt: skip
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "deck%201/%E6%89%B9%20%E6%AC%A1.xlf"},
        "region": {"startLine": 4},
    }
    assert location["logicalLocations"][0]["name"] == "u1"


def test_what_has_no_line_has_no_region_and_what_has_no_file_no_place_in_one() -> None:
    *_, without_line, without_file = results()
    assert "region" not in without_line["locations"][0]["physicalLocation"]
    assert "physicalLocation" not in without_file["locations"][0]


def test_an_info_is_a_note() -> None:
    assert [each["level"] for each in results()] == [
        "error", "error", "warning", "warning", "error", "note", "warning", "warning",
    ]  # fmt: skip


def test_fingerprints_tell_findings_apart_and_not_their_places() -> None:
    from dataclasses import replace

    before = [each["partialFingerprints"][FINGERPRINT] for each in results()]
    assert len(set(before)) == len(before)
    moved = replace(
        RESULT, findings=tuple(replace(each, place=None, message="other") for each in RESULT.findings)
    )
    after = json.loads(render(moved, INPUTS))["runs"][0]["results"]
    assert [each["partialFingerprints"][FINGERPRINT] for each in after] == before


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a.xlf", "a.xlf"),
        ("./dir/a b.xlf", "dir/a%20b.xlf"),
        ("../a#1?.tmx", "../a%231%3F.tmx"),
        ("c:a.tsv", "c%3Aa.tsv"),
        ("100%.tsv", "100%25.tsv"),
    ],
)
def test_a_name_as_a_uri(name: str, uri: str) -> None:
    assert uri_of(name) == uri


def test_an_absolute_name_is_a_file_uri(tmp_path: Path) -> None:
    assert uri_of(str(tmp_path / "a b.xlf")).startswith("file:///") and uri_of(str(tmp_path)).count(" ") == 0
