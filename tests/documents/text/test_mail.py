from __future__ import annotations

import pytest

from vet_terms.documents.text.mail import post_lines, unquoted
from vet_terms.documents.text.plain_text import document_of_text

LETTER = """发件人: 王敏 <wangmin@example.edu.cn>
发送时间: 2024年5月8日 9:12
收件人: Peter Smith <peter@example.org>
主题: 暑期师资培训的安排

史密斯先生：

您好！我校拟于今年7月15日至8月2日在柳州举办职业教育师资培训班，
共三周，学员四十人左右。食宿由我校承担。

Our college plans to hold a training course for vocational teachers in
Liuzhou from 15 July.
--
国际处

On 6 May 2024, Peter Smith wrote:
> Could you please tell us the dates of the course, and how many people
> you expect?
>> 请问培训班什么时候开班？
"""


def test_a_letter_is_read_without_what_only_the_post_needs() -> None:
    document = document_of_text(LETTER, "letter.txt")
    assert [block.text for block in document.blocks] == [
        "主题: 暑期师资培训的安排",
        "史密斯先生：",
        "您好！我校拟于今年7月15日至8月2日在柳州举办职业教育师资培训班，共三周，学员四十人左右。食宿由我校承担。",
        "Our college plans to hold a training course for vocational teachers in Liuzhou from 15 July.",
        "国际处",
        "Could you please tell us the dates of the course, and how many people you expect?",
        "请问培训班什么时候开班？",
    ]
    assert [(each.place.line, each.reason) for each in document.dropped] == [
        (1, "mail header"),
        (2, "mail header"),
        (3, "mail header"),
        (13, "signature mark"),
        (16, "mail header"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "To: all teachers of the school",  # one line alone is a text
        "Date: 2024-05-08\nSubject: Notice",  # names nobody
        "时间：2024年5月8日\n地点：柳州",
        "写道：他说得对。",
        "a\n--- \nb",
    ],
)
def test_what_is_no_header(text: str) -> None:
    assert not post_lines(text.split("\n"))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["> one", "> two"], ["one", "two"]),
        (["> > one", ">> two", "three"], ["one", "two", "three"]),
        (["> 5 is more than 4", "other"], ["> 5 is more than 4", "other"]),
    ],
)
def test_marks_of_quoted_mail_go_where_there_are_several(rows: list[str], found: list[str]) -> None:
    assert unquoted(rows) == found
