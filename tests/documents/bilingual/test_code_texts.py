"""What a translator sees of inline codes, in the ways in which formats and tools say it."""

from __future__ import annotations

import pytest
from lxml import etree

from vet_terms.documents.bilingual.code_texts import closing_of, original_data, shown_of_native, trados_tags
from vet_terms.documents.bilingual.inline_markup import text_and_codes

SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"
SHOWN = [
    # Native code between the elements
    ("<bpt id='1'>&lt;b&gt;</bpt>甲<ept id='1'>&lt;/b&gt;</ept>", ["<b>", "</b>"]),
    ("<ph id='1'>&lt;br/&gt;</ph><it id='2' pos='open'>[u]</it>", ["<br/>", "[u]"]),
    ("<ph id='3'>&lt;img alt='<sub>图</sub>'&gt;</ph>", ["<img alt=''>"]),
    # A text for display, a type, a reference
    ("<x id='1' equiv-text='{count}'/><x id='2' ctype='lb'/>", ["{count}", "<br/>"]),
    ("<g id='1' ctype='bold'>甲</g><g id='2' ctype='x-html-span'/>", ["<b>", "</b>", "<span>", "</span>"]),
    ("<ph id='1' disp='{0}' equiv='X'/><pc id='2' type='fmt' subType='xlf:i'/>", ["{0}", "<i>", "</i>"]),
    ("<pc id='1' dataRefStart='d1' dataRefEnd='d2'/><ph id='2' dataRef='d3'/>", ["<u>", "</u>", "<br/>"]),
    ("<g id='7'>甲</g>", ["<cf bold=True>", "</cf>"]),
    # memoQ keeps what it shows inside the native code, and writes {} where there is nothing
    ("<ph id='1'>&lt;mq:rxt displaytext=\"{link}\" val=\"{x}\" /&gt;</ph>", ["{link}"]),
    ("<bpt id='1' rid='1'>&lt;mq:rxt displaytext=\"&amp;lt;b&amp;gt;\" val=\"b\"&gt;</bpt>", ["<b>"]),
    ("<ph id='1'>&lt;mq:rxt displaytext=\"br\" val=\"&amp;lt;br/&amp;gt;\" /&gt;</ph>", ["<br>"]),
    ("<ph id='1'>&lt;mq:ch val=\"\n\" /&gt;</ph>", ["↵"]),
    ("<bpt id='1' ctype='bold'>{}</bpt>甲<ept id='1'>{}</ept>", ["<b>", "</b>"]),
    # Nothing is said
    ("<g id='1'>甲</g><x id='2'/><ph id='3' type='fmt'/>", ["", "", "", ""]),
]  # fmt: skip
NATIVE = {"d1": "<u>", "d2": "</u>", "d3": "<br/>", "7": "<cf bold=True>", "/7": "</cf>"}


@pytest.mark.parametrize(("inside", "shown"), SHOWN)
def test_what_is_shown(inside: str, shown: list[str]) -> None:
    _, codes = text_and_codes(etree.fromstring(f"<source>{inside}</source>"), NATIVE)
    assert [code.shown for code in codes] == shown


def test_text_inside_a_code_is_no_code() -> None:
    _, codes = text_and_codes(etree.fromstring("<source><g id='1'>产教融合</g></source>"))
    assert not any("产" in code.shown for code in codes)


@pytest.mark.parametrize(("native", "shown"), [("", ""), (" a\n b ", "<a b>"), ("%s", "%s"), ("{}", "")])
def test_native_code_as_it_is_shown(native: str, shown: str) -> None:
    assert shown_of_native(native) == shown


@pytest.mark.parametrize(
    ("opened", "closed"), [("<b>", "</b>"), ("<a href='x'>", "</a>"), ("{1", ""), ("", "")]
)
def test_the_closing_of_a_tag(opened: str, closed: str) -> None:
    assert closing_of(opened) == closed


def test_codes_that_stand_apart() -> None:
    header = etree.fromstring(
        f'<header><tag-defs xmlns="{SDL}"><tag id="0"><bpt name="cf">&lt;cf size="12"&gt;</bpt>'
        '<ept name="cf">&lt;/cf&gt;</ept></tag><tag id="1"><ph name="field">&lt;field/&gt;</ph></tag>'
        '<tag id="2"><st name="p">&lt;p&gt;</st></tag></tag-defs></header>'
    )
    assert trados_tags(header) == {"0": '<cf size="12">', "/0": "</cf>", "1": "<field/>"}
    unit = etree.fromstring('<unit><originalData><data id="d">&lt;b&gt;</data></originalData></unit>')
    assert original_data(unit) == {"d": "<b>"}
