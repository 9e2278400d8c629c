from __future__ import annotations

import pytest

from vet_terms.documents.encoding import decode
from vet_terms.errors import InputError

ENGLISH = "There are 29 vocational colleges in Liuzhou.\n"
SIMPLIFIED = "目前，柳州市共有职业院校29所，其中高职院校4所，在校生共11万余人。\n" + ENGLISH
TRADITIONAL = "目前，柳州市共有職業院校29所，其中高職院校4所，在校生共11萬餘人。\n" + ENGLISH


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
def test_simplified_is_read_in_any_encoding(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding), "deck.txt")[0] == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "gb18030"])
def test_traditional_is_read_in_any_encoding(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "deck.txt")[0] == TRADITIONAL


def test_the_encoding_is_named() -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), "deck.txt")[1] == "gb18030"
    assert decode(TRADITIONAL.encode("big5"), "deck.txt")[1] == "big5"


def test_a_given_encoding_is_obeyed() -> None:
    assert decode("你好".encode("big5"), "a.txt", "big5") == ("你好", "big5")


def test_line_ends_and_the_byte_order_mark_go() -> None:
    assert decode("\ufeff一\r\n二\r三\n".encode(), "a.txt")[0] == "一\n二\n三\n"


def test_western_quotes_in_an_english_file() -> None:
    assert decode(b"He said \x93yes\x94 and left. " * 5, "a.txt")[1] == "cp1252"


def test_a_few_broken_bytes_do_not_spoil_a_file() -> None:
    text, encoding = decode((SIMPLIFIED * 20).encode()[:-2] + b"\xff\n", "a.txt")
    assert encoding == "utf-8 (damaged)"
    assert text.startswith("目前")


BAD = [
    (b"", "", "is empty"),
    (b" \n\t\n", "", "is empty"),
    ("\ufeff\n".encode(), "", "is empty"),
    (bytes(range(256)) * 20, "", "binary"),
    (b"\x7fELF" + bytes(2000), "", "binary"),
    (b"PK\x03\x04" + b"x" * 50, "", "zip archive or an Office file"),
    (b"%PDF-1.7\n", "", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "", "old Office file"),
    (SIMPLIFIED.encode("gb18030"), "utf-8", "is not utf-8"),
    (b"abc", "klingon", "no known encoding"),
    (b"abc", "punycode", "no known encoding"),
    (b"abc", "undefined", "no known encoding"),
    (b"abc", "zip", "no known encoding"),
    (b"abc", "a\0b", "no known encoding"),
]


@pytest.mark.parametrize(("data", "encoding", "message"), BAD)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, encoding: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        decode(data, "bad.txt", encoding)
    assert str(caught.value).startswith("bad.txt: ")
    assert "\n" not in str(caught.value)
