"""What `check` is given: any kind of file to units, and what is said of its reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.alignment.test_soundness import NURSING_COURSE, TRAINING_HALL
from tests.documents.bilingual.bilingual_files import po, tmx, xliff_1, xliff_2
from tests.documents.examples import EXAMPLES, PAIRS, TITLE
from tests.documents.mutations import mutants
from tests.documents.sheets.xlsx_files import workbook

from vet_terms.checking.inputs import Inputs, approved_memory, read_inputs, unchanged_pairs
from vet_terms.errors import InputError
from vet_terms.memory.entry_units import REVERSED
from vet_terms.memory.importing import memory_unit
from vet_terms.memory.sides import SWAPPED, SWAPPED_CODES
from vet_terms.memory.store.opening import open_store
from vet_terms.model import Concept, TranslationUnit

BOTH = [TITLE, *PAIRS]
TURNED = [(en, zh) for zh, en in BOTH]
TABLE = "zh\ten\n" + "".join(f"{zh}\t{en}\n" for zh, en in BOTH)
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(600)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str | bytes) -> str:
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def texts(inputs: Inputs) -> list[tuple[str, str]]:
    return [(unit.zh, unit.en) for unit in inputs.units]


def packed(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, data)
        archive.writestr("skeleton.xml", "<a/>")
    return stream.getvalue()


BILINGUAL: list[tuple[str, str | bytes]] = [
    ("a.tsv", TABLE),
    ("a.txt", TABLE),
    ("terms.list", TABLE),
    ("a.csv", TABLE.replace("\t", ";")),
    ("a.xlsx", workbook([["中文", "英文"], *BOTH])),
    ("a.xlf", xliff_1(BOTH)),
    ("a.xliff", xliff_2(BOTH)),
    ("a.sdlxliff", xliff_1(BOTH)),
    ("a.mqxlz", packed("document.mqxliff", xliff_1(BOTH))),
    ("a.xlz", packed("content.xlf", xliff_1(BOTH))),
    ("a.po", po(BOTH)),
    ("a.tmx", tmx(BOTH)),
    ("export", xliff_1(BOTH)),
    ("export.bak", tmx(BOTH)),
]


@pytest.mark.parametrize(("name", "content"), BILINGUAL, ids=[name for name, _ in BILINGUAL])
def test_bilingual_files_are_read_as_they_are(name: str, content: str | bytes) -> None:
    inputs = read_inputs([write(name, content)])
    [file] = inputs.files
    assert texts(inputs) == BOTH
    assert (file.name, file.is_aligned, file.remarks) == (name, False, ())
    assert [unit.places[0].block for unit in file.units] == [1, 2, 3, 4]
    assert {unit.places[0].document for unit in file.units} == {name}
    lines = [unit.places[0].line for unit in file.units]
    assert all(lines) and lines == sorted(lines)


ALIGNED = [".txt", ".md", ".html", ".docx", ".pptx", ".pdf", ".srt"]


@pytest.mark.parametrize("ending", ALIGNED)
def test_a_bilingual_document_is_aligned_first(ending: str) -> None:
    name = write(f"a{ending}", EXAMPLES[ending]())
    [file] = read_inputs([name]).files
    assert set(texts(Inputs((file,)))) >= set(PAIRS)
    assert file.is_aligned and "aligned first" in file.remarks[-1]
    assert {unit.places[0].document for unit in file.units} == {name}
    assert [unit.id for unit in file.units] == [str(number) for number in range(1, len(file.units) + 1)]


LEFT_OUT = "柳州市政府三年拨款一千二百万元建设国际工匠学院。"


@pytest.mark.parametrize("order", [("zh.txt", "en.txt"), ("en.txt", "zh.txt")])
def test_a_chinese_and_an_english_document_are_aligned_with_each_other(order: tuple[str, str]) -> None:
    zh, en = [zh for zh, _ in PAIRS], [en for _, en in PAIRS]
    write("zh.txt", "\n\n".join([*zh[:2], LEFT_OUT, *zh[2:]]))
    write("en.txt", "\n\n".join(en))
    [file] = read_inputs(order).files
    assert file.name == " and ".join(order) and file.is_aligned
    assert texts(Inputs((file,))) == [*PAIRS[:2], (LEFT_OUT, ""), *PAIRS[2:]]
    assert [unit.places[0].document for unit in file.units] == ["en.txt", "en.txt", "zh.txt", "en.txt"]
    assert file.remarks[-1].startswith("aligned first (two files): 3 pairs; 1 Chinese and 0 English texts")


@pytest.mark.parametrize("names", [("deck.pptx",), ("zh.txt", "en.txt")])
@pytest.mark.parametrize("vectors", [True, False])
def test_the_aligner_is_told_whether_to_use_vectors(
    monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], vectors: bool
) -> None:
    from vet_terms.checking import aligned

    told = []
    for function in ("align_document", "align_documents"):
        original = getattr(aligned, function)

        def recorded(*given: Any, original: Callable[..., Any] = original) -> Any:
            told.append(given[-2].vectors)
            return original(*given)

        monkeypatch.setattr(aligned, function, recorded)
    write("deck.pptx", EXAMPLES[".pptx"]())
    write("zh.txt", "\n\n".join(zh for zh, _ in BOTH))
    write("en.txt", "\n\n".join(en for _, en in BOTH))
    read_inputs(names, vectors=vectors)
    assert told == [vectors]


def test_what_is_paired_on_another_page_is_not_left_out() -> None:
    head = "柳州职业教育国际化"
    zh = [head, PAIRS[0][0], head, PAIRS[1][0], head, PAIRS[2][0]]
    en = ["Internationalisation of Vocational Education in Liuzhou", *(en for _, en in PAIRS)]
    write("zh.txt", "\n\n".join(zh)), write("en.txt", "\n\n".join(en))
    assert all(unit.zh and unit.en for unit in read_inputs(["zh.txt", "en.txt"]).units)


def test_files_keep_their_order_beside_each_other() -> None:
    write("zh.txt", "\n\n".join(zh for zh, _ in PAIRS)), write("en.txt", "\n\n".join(en for _, en in PAIRS))
    write("a.tsv", TABLE), write("b.po", po(BOTH))
    inputs = read_inputs(["b.po", "zh.txt", "a.tsv", "en.txt"])
    assert [file.name for file in inputs.files] == ["b.po", "zh.txt and en.txt", "a.tsv"]
    assert len(inputs.units) == 4 + 3 + 4


def test_the_glossary_speaks_for_pairs() -> None:
    name = write("a.txt", EXAMPLES[".txt"]())
    concepts = [Concept("1", "柳州职业教育", TITLE[1], status="approved")]
    assert set(texts(read_inputs([name], concepts=concepts))) >= set(PAIRS)


PIPED: list[str | bytes] = [
    TABLE,
    TABLE.replace("\t", ","),
    TABLE.encode("utf-16"),
    xliff_1(BOTH),
    xliff_2(BOTH),
    tmx(BOTH),
    po(BOTH),
    workbook([["zh", "en"], *BOTH]),
]


@pytest.mark.parametrize("content", PIPED)
def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    inputs = read_inputs(["-"])
    assert texts(inputs) == BOTH
    assert inputs.units[0].places[0].document == "standard input"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (EXAMPLES[".docx"](), "is a Word document; give it as a file"),
        (EXAMPLES[".pdf"](), "is a PDF; give it as a file"),
        ("学校\n".encode(), "has no usable header"),
        (b"", "is empty"),
    ],
)
def test_what_cannot_be_piped_is_said(monkeypatch: pytest.MonkeyPatch, data: bytes, said: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    with pytest.raises(InputError, match=said):
        read_inputs(["-"])


SAID: list[tuple[str, str | bytes, str]] = [
    ("a.xlf", xliff_1(TURNED), SWAPPED_CODES),
    ("b.xlf", xliff_2(TURNED), SWAPPED_CODES),
    ("a.tmx", tmx(TURNED), SWAPPED_CODES),
    ("d.xlf", xliff_1(BOTH, "en", "zh"), SWAPPED_CODES),
    ("b.tmx", tmx(BOTH), ""),
    ("c.tmx", tmx(TURNED, "en", "zh"), ""),
    ("a.tsv", "zh\ten\n" + "".join(f"{en}\t{zh}\n" for zh, en in BOTH), SWAPPED),
    ("b.tsv", "source\ttarget\n" + "".join(f"{en}\t{zh}\n" for zh, en in BOTH), REVERSED),
    ("c.xlf", xliff_1(TURNED, "en-GB", "zh-CN"), REVERSED),
    ("a.po", po(TURNED), REVERSED),
]


@pytest.mark.parametrize(("name", "content", "note"), SAID)
def test_the_direction_of_a_file_is_said_once(name: str, content: str | bytes, note: str) -> None:
    inputs = read_inputs([write(name, content)])
    assert texts(inputs) == BOTH
    assert inputs.files[0].remarks == ((note,) if note else ())


def test_codes_go_with_their_sides_where_the_codes_of_languages_are_wrong() -> None:
    units = "".join(
        f'<unit id="{n}"><segment><source><pc id="1">{en}</pc></source><target>{zh}<ph id="2"/></target>'
        "</segment></unit>"
        for n, (zh, en) in enumerate(PAIRS)
    )
    file = f'<xliff version="2.0" srcLang="zh" trgLang="en"><file id="f">{units}</file></xliff>'
    for unit in read_inputs([write("a.xlf", file)]).units:
        found = [(code.side, code.at, code.name) for code in unit.codes]
        assert found == [("source", len(unit.zh), "x2"), ("target", 0, "g1"), ("target", len(unit.en), "/g1")]


def untranslated(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(zh, "") for zh, _ in pairs]


@pytest.mark.parametrize("make", [xliff_1, xliff_2, po])
def test_a_file_that_nobody_has_translated_yet(make: Callable[[list[tuple[str, str]]], bytes]) -> None:
    ending = ".po" if make is po else ".xlf"
    one, many = make(untranslated(BOTH[:1])), make(untranslated(BOTH))
    inputs = read_inputs([write(f"a{ending}", many), write(f"b{ending}", one)])
    assert inputs.files[0].remarks == ("none of its 4 units is translated yet: the English side is empty",)
    assert inputs.files[1].remarks == ("its only unit is not translated yet: the English side is empty",)
    assert len(inputs.units) == 5


BAD: list[tuple[str, str | bytes, str]] = [
    ("a.xlf", b"<xliff version='1.2'><file", "not well-formed XML"),
    ("a.xlf", xliff_1(BOTH, "zh-CN", "fr-FR"), "goes from zh-CN to fr-FR"),
    ("a.xlf", xliff_1([("un", "one"), ("deux", "two"), ("trois", "three")]), "no Chinese"),
    ("a.xlf", xliff_1([(zh, zh + "了") for zh, _ in BOTH] + [("甲", "乙")]), "both sides are Chinese"),
    ("a.xlf", xliff_1([]), "no translation units"),
    ("a.tsv", "学校\tschool\n", "no usable header"),
    ("a.tsv", "zh\ten\n" + "".join(f"学校{n}\t學校{n}\n" for n in range(6)), "both sides are Chinese"),
    ("a.tsv", "", "is empty"),
    ("a.tmx", tmx([]), "no unit|without a unit"),
    ("a.tmx", tmx(BOTH, "de", "fr"), "languages in it: de, fr"),
    ("a.po", "", "has no entries"),
    ("a.json", "{}", ".json files cannot be read"),
    ("a.doc", LOCKED, "save it as .docx"),
    ("a.docx", LOCKED, "locked with a password"),
    ("a.xlsx", LOCKED, "locked with a password"),
    ("a.pptx", LOCKED, "locked with a password"),
    ("a.mqxlz", LOCKED, "no readable archive"),
    ("a.mqxlz", packed("notes.txt", b"x"), "with no file of the endings"),
    ("a.txt", "只有中文。\n\n没有别的。\n", "give its English translation together with it"),
    ("a.txt", "Only English.\n\nNothing else.\n", "give its Chinese translation together with it"),
    ("a.txt", "1 2 3\n", "has no text in Chinese or English"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "said"), BAD)
def test_bad_input_is_one_sentence(name: str, content: str | bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_inputs([write(name, content)])
    assert name in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "content"), BILINGUAL, ids=[name for name, _ in BILINGUAL])
def test_damaged_files_are_read_or_refused(name: str, content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    for damaged in mutants(data, 25):
        try:
            units = read_inputs([write(f"damaged-{name}", damaged)]).units
        except InputError as error:
            assert "\n" not in str(error)
            continue
        for unit in units:
            sides = {"source": len(unit.zh), "target": len(unit.en)}
            assert all(0 <= code.at <= sides[code.side] for code in unit.codes)
            "".join((unit.zh, unit.en, *unit.remarks)).encode()


def test_a_folder_and_a_missing_file() -> None:
    Path("folder").mkdir()
    for name, said in (
        ("folder", "is a folder"),
        ("none.tsv", "no such file"),
        ("none.pptx", "no such file"),
    ):
        with pytest.raises(InputError, match=said):
            read_inputs([name])


def test_two_documents_in_one_language_are_refused() -> None:
    write("a.txt", "甲校很好。"), write("b.txt", "乙校也好。")
    with pytest.raises(InputError, match=r"a\.txt and b\.txt: are each in one language"):
        read_inputs(["a.txt", "b.txt"])


def test_texts_that_are_no_translations_are_refused_without_a_way_that_is_none() -> None:
    write("zh.txt", TRAINING_HALL)
    write("en.txt", NURSING_COURSE)
    with pytest.raises(InputError, match="do not look like translations") as caught:
        read_inputs(["zh.txt", "en.txt"])
    assert "--force" not in str(caught.value)


def test_the_pairs_of_an_earlier_version() -> None:
    assert unchanged_pairs(write("a.xlf", xliff_1(BOTH))) == frozenset(BOTH)
    assert unchanged_pairs(write("a.txt", EXAMPLES[".txt"]())) >= frozenset(PAIRS)


UNITS = [
    TranslationUnit("学校", "school", status="approved"),
    TranslationUnit("學校", "college", status="edited"),
    TranslationUnit("学校", "school", status="approved"),
    TranslationUnit("学校", "machine", status="machine"),
    TranslationUnit("老师", "teacher", status="machine"),
]


def test_the_approved_texts_of_a_memory(tmp_path: Path) -> None:
    from vet_terms.memory.workspace_tmx import write_tmx

    write_tmx("m.tmx", UNITS, "vet-terms:test")
    with open_store("m.sqlite", create=True) as store:
        store.add(memory_unit(unit, "m.tmx") for unit in UNITS)
    for address in ("m.tmx", "m.sqlite"):
        assert dict(approved_memory(address)) == {"学校": ("school", "college")}


def test_a_memory_of_machines_alone_has_approved_nothing() -> None:
    from vet_terms.memory.workspace_tmx import write_tmx

    write_tmx("m.tmx", UNITS[3:], "vet-terms:test")
    assert dict(approved_memory("m.tmx")) == {}


@pytest.mark.parametrize(("name", "content"), BILINGUAL[:-2], ids=[name for name, _ in BILINGUAL[:-2]])
def test_a_file_without_approvals_counts_whole(name: str, content: str | bytes) -> None:
    assert list(approved_memory(write(name, content)).values()) == [(en,) for _, en in BOTH]


def test_inline_codes_are_no_text_of_a_memory() -> None:
    write("m.tmx", tmx([("点<x/>击", "click")]).replace(b"&lt;x/&gt;", b"<ph x='1'/>"))
    assert dict(approved_memory("m.tmx")) == {"点击": ("click",)}


@pytest.mark.parametrize("address", ["none.tmx", "none.sqlite", "folder"])
def test_a_memory_that_is_not_there(address: str) -> None:
    Path("folder").mkdir()
    with pytest.raises(InputError, match=r"no such file|is a folder"):
        approved_memory(address)
