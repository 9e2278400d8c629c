"""SRT and WebVTT read as documents: cues in order, sentences whole, nothing lost."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.mutations import mutants

from vet_terms.alignment.aligner import align_documents
from vet_terms.documents.source import Source
from vet_terms.documents.subtitles.subtitles import read_subtitles
from vet_terms.errors import InputError
from vet_terms.model import Document


def read(text: str | bytes, name: str = "a.srt", encoding: str = "") -> Document:
    return read_subtitles(Source(text if isinstance(text, bytes) else text.encode(), name, encoding))


def srt(*cues: str, pause: float = 1.0) -> str:
    """Return cues of two seconds each, with a pause between."""
    return "\n".join(
        f"{number}\n{stamp((2 + pause) * number)} --> {stamp((2 + pause) * number + 2)}\n{text}\n"
        for number, text in enumerate(cues, start=1)
    )


def stamp(seconds: float) -> str:
    return f"00:{int(seconds) // 60:02}:{int(seconds) % 60:02},{round(seconds % 1 * 1000):03}"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(each.text, each.reason) for each in document.dropped]


SRT = """\
    1
    00:00:01,000 --> 00:00:03,000
    {\\an8}<i>职业教育是</i>
    <i>Vocational education is</i>

    2
    00:00:03,100 --> 00:00:05,000  X1:10 X2:20 Y1:1 Y2:2
    国家发展的基础。
    the base of the country's growth.

    3
    00:00:06,000 -> 00:00:08,000
    - 你好，老师。
    - 你好！
    - Hello, sir.
    - Hello!

    4
    00:00:09.000 --> 00:00:10.000
    2024

    5
    00:00:11,000 --> 00:00:12,000

    6
    00:00:13,000 --> 00:00:14,000
    He earned <b>5 < 6</b> &amp; <unk> <font color="red">left</font> in
    2019
    """
WEB = """\
    WEBVTT - a lecture
    Kind: captions

    NOTE made by hand
    in two lines

    STYLE
    ::cue { color: red }

    REGION
    id:fred

    opening
    00:01.000 --> 00:03.000 align:start position:0%
    <v.loud Mary Li>Tom &amp; Ann&nbsp;<00:00:02.000><c.yellow>went</c>
    to the&lrm; school

    2
    00:03.100 --> 01:00:05.000
    where they <ruby>met<rt>mèt</rt></ruby> him &lt;once&gt;.

    stray text

    NOTE
    --
    xx:05.000 --> 00:07.000
    The end.
    """


def test_a_subrip_file() -> None:
    document = read(dedent(SRT))
    assert [
        (block.language, block.text, block.place.spot, block.place.line) for block in document.blocks
    ] == [
        ("zh", "职业教育是国家发展的基础。", "cue1", 3),
        ("en", "Vocational education is the base of the country's growth.", "cue1", 3),
        ("zh", "- 你好，老师。", "cue3", 13),
        ("zh", "- 你好！", "cue3", 13),
        ("en", "- Hello, sir.", "cue3", 13),
        ("en", "- Hello!", "cue3", 13),
        ("en", "He earned 5 < 6 &amp; <unk> left in 2019", "cue6", 27),
    ]
    assert {block.role for block in document.blocks} == {"body"}
    assert str(document.blocks[-1].place) == "a.srt:b7:cue6"
    assert left_out(document) == [("00:00:06,000 -> 00:00:08,000", "damaged time"), ("2024", "no words")]
    assert document.notes == ("cue after line 12 has no readable time", "1 cue has no text")
    assert (document.encoding, document.script) == ("utf-8", "Hans")


def test_a_webvtt_file() -> None:
    document = read(dedent(WEB), "a.vtt")
    assert [(block.text, block.place.spot, block.place.line) for block in document.blocks] == [
        ("Tom & Ann went to the school where they met him <once>.", "cue1", 15),
        ("The end.", "cue3", 27),
    ]
    assert left_out(document) == [
        ("- a lecture\nKind: captions", "header"),
        ("NOTE made by hand\nin two lines", "note"),
        ("STYLE\n::cue { color: red }", "style"),
        ("REGION\nid:fred", "style"),
        ("opening", "cue identifier"),
        ("stray text", "outside any cue"),
        ("NOTE\n--", "note"),
        ("xx:05.000 --> 00:07.000", "damaged time"),
        ("Mary Li", "speaker"),
        ("mèt", "ruby"),
    ]
    assert document.notes == ("cue after line 26 has no readable time",)


ONE_CUE = [
    ("1\n00:00:01,000 --> 00:00:02,000\n你好\n", "你好"),
    ("00:00:01,000 --> 00:00:02,000\n你好", "你好"),
    ("\n\n1\n\n00:00:01.000-->00:00:02.000\n你好\n", "你好"),
    ("1\n0:0:1,0 --> 0:0:2,0\n你好\n", "你好"),
    ("1\n00:01 --> 00:02\n你好\n", "你好"),
    ("1\n00:00:01:000 --> 00:00:02:000\n你好\n", "你好"),
    ("1\n00: 00: 01, 000 ---> 00: 00: 02, 000\n你好\n", "你好"),
    ("1\n00:00:01,000 --> 00:00:02,000 你好\n", "你好"),
    ("1\n00:00:01,000 --> 00:00:02,000\n\n你好\n", "你好"),
    ("1\n00:00:01,000 00:00:02,000\n你好\n", "你好"),
    ("1\n--> 00:00:02,000\n你好\n", "你好"),
    ("1\n00:00:01,000 --> 00:00:02,000\n你好 --> 再见\n", "你好 --> 再见"),
    ("1\n00:00:01,000 --> 00:00:02,000\nfrom 10:30 --> 11:00\n", "from 10:30 --> 11:00"),
    ("1\n00:00:01,000 --> 00:00:02,000\n<font\ncolor='red'>你好</font>\n", "你好"),
    ("1\n00:00:01,000 --> 00:00:02,000\na <br/>b\n", "a b"),
    ("1\n00:00:01,000 --> 00:00:02,000\n\u202b\u200f你好\u202c\n", "你好"),
    ("WEBVTT\n\n00:01.000 --> 00:02.000\n&#20320;好&rlm;\n", "你好"),
]


@pytest.mark.parametrize(("text", "seen"), ONE_CUE)
def test_one_cue_in_every_dress(text: str, seen: str) -> None:
    [block] = read(text).blocks
    assert (block.text, block.place.spot) == (seen, "cue1")


def test_numbers_between_cues_without_blank_lines() -> None:
    tight = srt("one", "in the year\n1999", "three").replace("\n\n", "\n")
    assert texts(read(tight)) == ["one", "in the year 1999", "three"]
    numberless = re.sub(r"(?m)^\d\n", "", srt("the year\n1999", "two"))
    assert texts(read(numberless)) == ["the year 1999", "two"]
    assert texts(read(numberless.replace("\n\n", "\n"))) == ["the year 1999", "two"]


JOINED = [
    ("He went to the", "school.", ["He went to the school."]),
    ("He went to the school", "Then he left.", ["He went to the school", "Then he left."]),
    ("He went.", "and left.", ["He went.", "and left."]),
    ("He went...", "and left.", ["He went...", "and left."]),
    ("He said:", "go", ["He said:", "go"]),
    ("He went to the", "- school.", ["He went to the", "- school."]),
    ("我们的学校，", "有一百名老师。", ["我们的学校，有一百名老师。"]),
    ("我们的职业教", "育很好", ["我们的职业教育很好"]),
    ("我们的老师和", "学生", ["我们的老师和学生"]),
    ("我们走了", "你来吗", ["我们走了", "你来吗"]),
    ("He went to", "学校", ["He went to", "学校"]),
    ("他们去了\nThey went to", "学校。\nthe school.", ["他们去了学校。", "They went to the school."]),
    (
        "他们去了。\nThey went to",
        "学校。\nthe school.",
        ["他们去了。", "They went to", "学校。", "the school."],
    ),
]


@pytest.mark.parametrize(("first", "second", "seen"), JOINED)
def test_a_sentence_over_two_cues(first: str, second: str, seen: list[str]) -> None:
    cased = "Nobody was there."
    assert texts(read(srt(first, second, cased, pause=0.1))) == [*seen, cased]
    apart = texts(read(srt(first, second, pause=1.0)))
    assert len(apart) == len(f"{first}\n{second}".split("\n"))


def test_captions_without_capitals_and_marks_stay_apart() -> None:
    words = [f"and so we went on to number {number}" for number in range(30)]
    assert texts(read(srt(*words, pause=0.0))) == words


def test_one_sentence_does_not_swallow_the_film() -> None:
    apart = ["He left."] * 5
    found = texts(read(srt(*apart, "He said", *["and so on"] * 20, pause=0.0)))
    assert found == [
        *apart,
        "He said" + " and so on" * 7,
        " ".join(["and so on"] * 8),
        " ".join(["and so on"] * 5),
    ]


SCROLLING = """\
    WEBVTT

    00:00:00.000 --> 00:00:02.000
    hello<00:00:00.500><c> world</c>

    00:00:02.000 --> 00:00:02.010
    hello world

    00:00:02.010 --> 00:00:04.000
    hello world
    how<00:00:03.000><c> are you</c>

    00:00:04.000 --> 00:00:06.000
    No.

    00:00:06.000 --> 00:00:08.000
    No.
    """


def test_scrolling_captions_count_once() -> None:
    document = read(dedent(SCROLLING), "a.vtt")
    assert texts(document) == ["hello world", "how are you", "No.", "No."]
    assert left_out(document) == [("hello world", "shown again")] * 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, line_end: str) -> None:
    text = srt("我们的学校在这里。", "The school has teachers.").replace("\n", line_end)
    document = read(text.encode(encoding))
    assert texts(document) == ["我们的学校在这里。", "The school has teachers."]
    assert [block.place.line for block in document.blocks] == [3, 7]
    assert document.encoding == encoding
    assert texts(read(text.encode(encoding), encoding=encoding)) == texts(document)


def test_big5() -> None:
    document = read(srt("我們的學校在這裡，老師說這是國家的。", "這是我們的老師").encode("big5"))
    assert texts(document)[1] == "這是我們的老師"
    assert (document.encoding, document.notes, document.script) == ("big5", ("read as big5",), "Hant")


def test_two_files_pair() -> None:
    zh = read(
        srt(
            "大家好，欢迎来到柳州职业学校。",
            "我们学校建于1958年，",
            "现有教师350名。",
            "去年有2000名学生毕业。",
            "谢谢大家！",
            pause=0.1,
        ),
        "zh.srt",
    )
    en = read(
        srt(
            "Hello and welcome to Liuzhou Vocational School.",
            "Our school was built in 1958",
            "and now has 350 teachers.",
            "Last year 2,000 students graduated.",
            "Thank you all!",
            pause=0.1,
        ),
        "en.srt",
    )
    alignment = align_documents(zh, en)
    assert [(unit.zh, unit.en) for unit in alignment.units] == [
        ("大家好，欢迎来到柳州职业学校。", "Hello and welcome to Liuzhou Vocational School."),
        (
            "我们学校建于1958年，现有教师350名。",
            "Our school was built in 1958 and now has 350 teachers.",
        ),
        ("去年有2000名学生毕业。", "Last year 2,000 students graduated."),
        ("谢谢大家！", "Thank you all!"),
    ]


BAD: list[tuple[str | bytes, str]] = [
    ("", "is empty"),
    ("just some text\n", "has no subtitles"),
    ("[Script Info]\nTitle: x\nDialogue: 0,0:00:01.00,0:00:02.00,x\n", "has no subtitles"),
    ("WEBVTT\n", "has no subtitles"),
    (b"\x1f\x8b\x08rest", "is a gzip archive"),
    (b"\0\1\2\3" * 100, "binary"),
    (b"word " * 10_000_000, "has no subtitles"),
]


@pytest.mark.parametrize(
    ("data", "said"), BAD, ids=[said + str(index) for index, (_, said) in enumerate(BAD)]
)
def test_what_cannot_be_read_is_said(data: str | bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(data)
    assert str(caught.value).startswith("a.srt: ")


def test_half_characters_and_nul_bytes() -> None:
    half = b"1\n00:00:01,000 --> 00:00:02,000\n" + "学校的老师在这里很好".encode() + b"\xed\xa0\x80\n"
    assert texts(read(half))[0].startswith("学校的老师在这里很好\ufffd")
    assert texts(read(srt("&#xD800;学校").replace("1\n", "WEBVTT\n\n", 1)))[0] == "\ufffd学校"


HEAD = "1\n00:00:01,000 --> 00:00:02,000\n"
HUGE = {
    "words": "word ",
    "characters": "我们",
    "tags": "<i",
    "speakers": "<v ",
    "overrides": "{\\",
    "entities": "&",
    "lines": "a\n",
    "times": "1:\n",
    "spaces": " ",
}


@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_cue(kind: str) -> None:
    read(HEAD + "a" + HUGE[kind] * (300_000 // len(HUGE[kind])) + "b")


def test_a_cue_of_megabytes_on_one_line() -> None:
    document = read(HEAD + "word " * 1_000_000)
    assert sum(len(text.split()) for text in texts(document)) == 1_000_000


def test_empty_cues_without_end() -> None:
    document = read("00:00:01,000 --> 00:00:02,000\n\n" * 200_000)
    assert (document.blocks, document.notes) == ((), ("200000 cues have no text",))


SIGNS = st.sampled_from(
    [
        "你好",
        "hello",
        "World.",
        "12",
        ":",
        "<i>",
        "</i>",
        "-->",
        "- ",
        "00:00:01,000",
        "NOTE",
        "&amp;",
        " ",
        "\n",
        "{\\b}",
    ]
)


@given(st.lists(SIGNS, max_size=40).map("".join), st.booleans())
def test_no_word_is_lost(text: str, web: bool) -> None:
    document = read(("WEBVTT\n\n" if web else "") + HEAD + text)
    kept = "\n".join([*texts(document), *(each.text for each in document.dropped)])
    for word in ("你好", "hello", "World"):
        assert kept.count(word) == text.count(word)


@pytest.mark.parametrize(("text", "name"), [(dedent(SRT), "a.srt"), (dedent(WEB), "a.vtt")])
def test_a_damaged_file_is_read_or_refused(text: str, name: str) -> None:
    for mutant in mutants(text.encode(), 150):
        try:
            read(mutant, name)
        except InputError as error:
            assert str(error).startswith(name)


def test_the_line_breaks_of_ass() -> None:
    assert texts(read(srt(r"{\an8}大家好\NHello everyone"))) == ["大家好", "Hello everyone"]


def test_a_number_alone_goes_with_the_line_below() -> None:
    assert texts(read(srt("2024\n年度报告\nAnnual report"))) == ["2024年度报告", "Annual report"]


SPACED = [
    ("\n \nHello there\n\n", ["Hello there"]),
    ("\nHello there\n \nmy friend.\n\n", ["Hello there my friend."]),
    # Editors take the spaces off lines; what then stands below the times is shown all the same.
    ("\n\nHello there\n\n", ["Hello there"]),
    ("\n\nNOTE Hello there\n\n", []),
    ("\n \nNOTE Hello there\n\n", []),
]


@pytest.mark.parametrize(("text", "seen"), SPACED, ids=[repr(text) for text, _ in SPACED])
def test_a_line_of_spaces_does_not_end_a_webvtt_cue(text: str, seen: list[str]) -> None:
    times = ["00:00:01.000 --> 00:00:03.000", "00:00:09.000 --> 00:00:12.000"]
    document = read(f"WEBVTT\n\n{times[0]}{text}{times[1]}\nGoodbye.\n", "a.vtt")
    assert texts(document) == [*seen, "Goodbye."]
    assert not any(reason == "outside any cue" for _, reason in left_out(document))
