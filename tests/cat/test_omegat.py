"""OmegaT as a client: our export opens, fills, cuts where we cut, and its glossary readers find our terms."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cat.omegat import glossary_entries, needs_omegat, segments, translated
from tests.tmx.conformance import needs_public_files, public_files

from vet_terms.cli import program
from vet_terms.documents.readers import read_document
from vet_terms.errors import InputError
from vet_terms.glossary.termbase import read_concepts, write_concepts
from vet_terms.language.segmentation import segments as segments_of
from vet_terms.memory.project.omegat import MEMORY, write_glossary
from vet_terms.model import Concept, Document
from vet_terms.tmx.model import TmxHeader, TmxUnit, Variant
from vet_terms.tmx.pairs import pairs
from vet_terms.tmx.reading import open_tmx
from vet_terms.tmx.writing import TmxWriter

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
DECK = ROOT / "seeds" / "004_b56f01a47149504a.txt"


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(program, list(map(str, arguments)))
    assert result.exit_code == 0, (result.output, result.exception)
    return result


def chinese_blocks(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.language == "zh"]


def write_source(project: Path, name: str, paragraphs: list[str]) -> None:
    (project / "source" / name).write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project exported from the repository's own memory and glossary."""
    folder = tmp_path / "project"
    memory = sorted((ROOT / "tmx").glob("*.tmx"))
    run("export", *memory, "--to", "omegat", "-o", folder, "--glossary", ROOT / "glossary" / "terms.csv")
    return folder


@needs_omegat
def test_every_chinese_segment_of_the_deck_that_has_a_unit_comes_out_in_english(project: Path) -> None:
    deck = read_document(DECK)
    write_source(project, "deck.txt", chinese_blocks(deck))
    said = translated(project)
    assert "TF_TM_LOAD_ERROR" not in said
    target = (project / "target" / "deck.txt").read_text(encoding="utf-8")

    with open_tmx(project / MEMORY) as reader:
        english = {pair.zh.text: pair.en.text for unit in reader for pair in pairs(unit)}
    chinese = list(
        dict.fromkeys(each.mark + each.text for each in segments_of(deck) if each.language == "zh")
    )
    with_unit = [text for text in chinese if text in english]
    assert set(with_unit) == set(english)
    assert [text for text in with_unit if english[text] not in target] == []
    # What has no unit stays Chinese, and stands in the table of what stayed alone.
    without_unit = [text for text in chinese if text not in english]
    alone = (ROOT / "tmx" / f"{DECK.stem}.unpaired.tsv").read_text(encoding="utf-8")
    assert [text for text in without_unit if text not in target or text not in alone] == []


@needs_omegat
def test_omegat_cuts_the_chinese_of_all_seeds_where_we_do(project: Path) -> None:
    ours: list[str] = []
    for path in SEEDS:
        document = read_document(path)
        write_source(project, path.name, chinese_blocks(document))
        ours += [each.mark + each.text for each in segments_of(document) if each.language == "zh"]
    assert sorted(segments(project)) == sorted(set(ours))


@needs_omegat
def test_without_our_rules_omegat_cuts_elsewhere(project: Path) -> None:
    for name in ("segmentation.conf", "segmentation.srx"):
        (project / "omegat" / name).unlink()
    write_source(project, "a.txt", ["第一步完成；第二步开始。"])
    assert segments(project) == ["第一步完成；第二步开始。"]


@needs_omegat
def test_of_several_targets_omegat_fills_in_the_best(tmp_path: Path) -> None:
    memory = tmp_path / "memory.tmx"
    memory.write_text(
        '<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" '
        'adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>'
        + "".join(
            f'<tu><prop type="x-status">{status}</prop><prop type="file">b.txt</prop>'
            '<tuv xml:lang="zh_CN"><seg>请提交报告。</seg></tuv>'
            f'<tuv xml:lang="en_US"><seg>{text}</seg></tuv></tu>'
            for status, text in (("approved", "The best."), ("machine", "Not this."), ("edited", "Nor this."))
        )
        + "</body></tmx>",
        encoding="utf-8",
    )
    project = tmp_path / "project"
    run("export", memory, "--to", "omegat", "-o", project)
    write_source(project, "a.txt", ["请提交报告。"])
    translated(project)
    assert (project / "target" / "a.txt").read_text(encoding="utf-8").strip() == "The best."


@needs_omegat
@needs_public_files
def test_the_public_files_load_after_an_export(tmp_path: Path) -> None:
    # None of them is Chinese: their first two texts are given out as Chinese and English.
    given: list[Path] = []
    for path in public_files():
        try:
            with open_tmx(path) as reader:
                units = [_as_chinese_and_english(unit) for unit in reader if len(unit.variants) > 1]
        except InputError:
            continue
        if units:
            given.append(tmp_path / f"{len(given)}.tmx")
            with given[-1].open("wb") as stream:
                writer = TmxWriter(stream, TmxHeader(root_attributes=(("version", "1.4"),)))
                for unit in units:
                    writer.write(unit)
                writer.close()
    assert len(given) > 30
    project = tmp_path / "project"
    run("export", *given, "--to", "omegat", "-o", project)
    write_source(project, "a.txt", ["First entry in US English", "太平寺中的文笔塔"])
    said = translated(project)
    assert "TF_TM_LOAD_ERROR" not in said
    target = (project / "target" / "a.txt").read_text(encoding="utf-8")
    assert target.split("\n\n")[0] == "First entry in UK English"
    assert target.split("\n\n")[1].strip() == "太平寺の中心的なペン塔"


def _as_chinese_and_english(unit: TmxUnit) -> TmxUnit:
    first, second = unit.variants[:2]
    return unit._replace(variants=(_in(first, "zh-CN"), _in(second, "en-US")))


def _in(variant: Variant, code: str) -> Variant:
    others = tuple(each for each in variant.attributes if each[0] not in {"lang", "xml:lang"})
    return variant._replace(language=code, attributes=(("xml:lang", code), *others))


@needs_omegat
def test_omegats_readers_find_every_term_of_the_glossary(project: Path, tmp_path: Path) -> None:
    concepts = [each for each in read_concepts(ROOT / "glossary" / "terms.csv") if each.en]
    plain, tbx = (project / "glossary" / name for name in ("vet-terms.utf8", "vet-terms.tbx"))
    for path in (plain, tbx):
        found = {(source, target) for source, target, _ in glossary_entries(tmp_path, [path])}
        wanted = {(each.zh, each.en) for each in concepts if each.status != "rejected"}
        assert wanted - found == set(), path.name


@needs_omegat
def test_omegat_is_offered_no_forbidden_term(tmp_path: Path) -> None:
    concept = Concept(
        id="c1", zh="双元制", en="dual system", en_variants=("dual VET",), en_forbidden=("binary system",)
    )
    write_concepts(tmp_path / "terms.csv", [concept])
    (tmp_path / "glossary").mkdir()
    write_glossary(tmp_path, [concept])
    plain = glossary_entries(tmp_path, [tmp_path / "glossary" / "vet-terms.utf8"])
    tbx = glossary_entries(tmp_path, [tmp_path / "glossary" / "vet-terms.tbx"])
    assert [(source, target) for source, target, _ in plain] == [("双元制", "dual system")]
    assert "do not use: binary system" in plain[0][2]
    assert [(source, target) for source, target, _ in tbx] == [
        ("双元制", "dual system"),
        ("双元制", "dual VET"),
    ]


@needs_omegat
@pytest.mark.parametrize("source", ["zh", "en"])
def test_omegat_reads_a_glossary_of_either_direction(tmp_path: Path, source: str) -> None:
    concept = Concept(
        id="c1", zh="双元制", en="dual system", zh_variants=("#二元制",), en_variants=("dual VET",)
    )
    write_concepts(tmp_path / "terms.csv", [concept])
    path = tmp_path / "given.utf8"
    run("glossary", "convert", tmp_path / "terms.csv", "--to", "omegat", "-o", path, "--source", source)
    found = [(one, other) for one, other, _ in glossary_entries(tmp_path, [path])]
    if source == "zh":
        assert found == [("双元制", "dual system"), ("＃二元制", "dual system")]
    else:
        assert found == [("dual system", "双元制"), ("dual VET", "双元制")]
