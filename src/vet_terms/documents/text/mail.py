"""Letters sent by mail, as text: quotation marks at the head of lines, and lines that only the post needs.

Only what a mail program sets is recognised, and only in company: a single line ``To: …`` is a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_QUOTED = re.compile(r"^\s?(?:>\s?)+")
_LEAST_QUOTED = 2

_CORRESPONDENTS = "From|To|Cc|Bcc|Reply-To|Sender|发件人|寄件人|寄件者|收件人|收件者|抄送|副本|密送|回复至"
_FIELD = re.compile(
    rf"^(?:(?P<who>{_CORRESPONDENTS})"
    r"|Sent|Date|Received|Return-Path|Message-ID|In-Reply-To|References|MIME-Version|Content-[\w-]+|X-[\w-]+"
    r"|Importance|Attachments?|发送时间|寄件日期|日期|时间|附件|重要性)\s?[：:](?:\s|$|\S)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:Subject|主题|主旨|標題|标题)\s?[：:]", re.IGNORECASE)
_FORWARDED = re.compile(
    r"^[-—_]{3,}\s?(?:Original Message|Forwarded message|原始邮件|原始信件|转发的?邮件)\s?[-—_]{3,}$",
    re.IGNORECASE,
)
_WROTE = re.compile(r"^(?:On .{6,120} wrote|.{4,120}[写寫]道)\s?[：:]$")
_SIGNATURE = re.compile(r"^-- ?$")

_POST = "mail header"


def unquoted(rows: Sequence[str]) -> list[str]:
    """Return the rows without the marks of quoted mail, where at least two rows have them."""
    quoted = [bool(_QUOTED.match(row)) for row in rows]
    if sum(quoted) < _LEAST_QUOTED:
        return list(rows)
    return [_QUOTED.sub("", row) if marked else row for row, marked in zip(rows, quoted, strict=True)]


def post_lines(rows: Sequence[str]) -> Mapping[int, str]:
    """Return the numbers, from 1, of the rows that only the post needs, each with what it is.

    Of a header, the subject stays: it is a text.
    """
    found: dict[int, str] = {}
    run: list[int] = []
    for index, row in enumerate([*rows, ""]):
        text = row.strip()
        if _FIELD.match(text) or _SUBJECT.match(text):
            run.append(index)
            continue
        if len(run) > 1 and sum(_names_somebody(rows[each]) for each in run) >= 1:
            found |= {each + 1: _POST for each in run if not _SUBJECT.match(rows[each].strip())}
        run = []
        if _FORWARDED.match(text) or _WROTE.match(text):
            found[index + 1] = _POST
        elif index and _SIGNATURE.match(row):
            found[index + 1] = "signature mark"
    return found


def _names_somebody(row: str) -> bool:
    field = _FIELD.match(row.strip())
    return bool(field and field["who"])
