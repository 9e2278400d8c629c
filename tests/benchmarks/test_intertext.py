from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.intertext import read_folder
from benchmarks.scoring import DATA, bead_score

from vet_terms.errors import InputError

ZH = """<?xml version='1.0' encoding='utf-8'?>
<text><p id="1"><s id="1:1">第一句。</s>
<s id="1:2"> 第二\n  句。</s></p><!-- a remark --><p id="2"><s id="2:1">第<hi>三</hi>句。</s></p></text>"""
EN = """<text><p id="1"><s id="1:1">First &amp; second.</s></p>
<p id="2"><s id="2:1">Third.</s><s id="2:2">More.</s></p></text>"""
LINKS = """<linkGrp toDoc='a.001_en.xml' fromDoc='a.001_zh.xml'>
<link type='1-2' xtargets='1:1;1:1 1:2' status='man'/>
<link type='1-1' xtargets='2:1;2:1' status='man'/>
<link type='1-0' xtargets='2:2;' status='man'/>
</linkGrp>"""
BEADS = (((0, 1), (0,)), ((2,), (1,)), ((), (2,)))


def written(folder: Path, zh: str = ZH, en: str = EN, links: str = LINKS) -> Path:
    for name, text in (("zh", zh), ("en", en), ("zh.001_en", links)):
        (folder / f"a.001_{name}.xml").write_text(text, "utf-8")
    return folder


def test_sentences_paragraphs_and_links_are_read(tmp_path: Path) -> None:
    (text,) = read_folder(written(tmp_path))
    assert text.name == "a.001"
    assert text.zh == ("第一句。", "第二 句。", "第三句。")
    assert text.en == ("First & second.", "Third.", "More.")
    assert (text.zh_paragraphs, text.en_paragraphs) == ((1, 1, 2), (1, 2, 2))
    assert text.beads == BEADS


def test_the_other_direction_says_the_same(tmp_path: Path) -> None:
    turned = """<linkGrp toDoc='a.001_zh.xml' fromDoc='a.001_en.xml'>
<link xtargets='1:1 1:2;1:1'/><link xtargets='2:1;2:1'/><link xtargets=';2:2'/></linkGrp>"""
    (text,) = read_folder(written(tmp_path, links=turned))
    assert text.beads == BEADS


DAMAGED = [
    ("no links", {"links": "<linkGrp/>"}, "toDoc and fromDoc"),
    (
        "an id that is not there",
        {"links": LINKS.replace("2:2;", "9:9;")},
        r"link 3: no sentence has the id 9:9",
    ),
    (
        "a sentence linked twice",
        {"links": LINKS.replace("2:2;", "2:1;")},
        "link 3: a sentence is linked twice",
    ),
    ("no semicolon", {"links": LINKS.replace("2:1;2:1", "2:1")}, "link 2: xtargets"),
    ("two sentences of one id", {"zh": ZH.replace("1:2", "1:1")}, "has no id of its own"),
    ("not XML", {"en": "First."}, "not well-formed"),
    ("entities", {"en": '<!DOCTYPE t [<!ENTITY e "x">]>' + EN.replace("More", "&e;")}, "entities"),
]


@pytest.mark.parametrize(("files", "message"), [case[1:] for case in DAMAGED], ids=[c[0] for c in DAMAGED])
def test_a_damaged_text_is_named(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_folder(written(tmp_path, **files))


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no links"):
        read_folder(tmp_path)
    written(tmp_path)
    (tmp_path / "a.001_en.xml").unlink()
    with pytest.raises(InputError, match=r"a\.001_en\.xml"):
        read_folder(tmp_path)


def test_links_never_lead_out_of_the_folder(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    written(inner, links=LINKS.replace("'a.001_en.xml", "'../a.001_en.xml"))
    (tmp_path / "a.001_en.xml").write_text("<text/>", "utf-8")
    assert read_folder(inner)[0].beads == BEADS


@pytest.mark.skipif(not (DATA / "mac-dev").is_dir(), reason="the MAC development texts are not here")
def test_the_development_texts_of_mac() -> None:
    texts = read_folder(DATA / "mac-dev")
    assert [(len(text.zh), len(text.en)) for text in texts] == [
        (293, 314), (253, 419), (262, 385), (232, 245), (228, 312), (176, 272),
    ]  # fmt: skip
    assert sum(len(text.beads) for text in texts) == 1329
    for text in texts:
        for side, sentences in ((0, text.zh), (1, text.en)):
            assert sorted(index for bead in text.beads for index in bead[side]) == list(range(len(sentences)))
    keys = [text.beads for text in texts]
    assert bead_score(keys, keys).strict.f1 == 1
