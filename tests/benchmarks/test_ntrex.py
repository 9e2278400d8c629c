from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from benchmarks.ntrex import (
    DEVELOPMENT_DOCUMENTS,
    DEVELOPMENT_SEEDS,
    FEWEST_LINES,
    NewsLine,
    connected_beads,
    joined_stories,
    noisy_documents,
    read_news,
    with_noise,
)
from benchmarks.scoring import DATA
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.errors import InputError

CONNECTED = [
    ("line by line", [[0], [1]], [[0], [1]], [((0,), (0,)), ((1,), (1,))]),
    ("nothing on one side", [[0], [1]], [], [((0,), ()), ((1,), ())]),
    ("deleted on either side", [[0], [2]], [[1], [2]], [((0,), ()), ((), (0,)), ((1,), (1,))]),
    ("merged on one side", [[0, 1]], [[0], [1]], [((0,), (0, 1))]),
    ("merged, a part deleted on the other", [[0, 1], [2]], [[1], [2]], [((0,), (0,)), ((1,), (1,))]),
    ("a chain of mergers", [[0, 1], [2, 3]], [[0], [1, 2], [3, 4]], [((0, 1), (0, 1, 2))]),
    ("apart, although neighbours", [[0, 1]], [[2, 3]], [((0,), ()), ((), (0,))]),
]


@pytest.mark.parametrize(
    ("zh", "en", "beads"), [case[1:] for case in CONNECTED], ids=[c[0] for c in CONNECTED]
)
def test_connected_beads(zh: list[list[int]], en: list[list[int]], beads: list[object]) -> None:
    assert list(connected_beads(zh, en)) == beads


def news(count: int, per_story: int = 7) -> list[NewsLine]:
    return [NewsLine(f"story{i // per_story}", f"第{i}行。", f"Line {i}.") for i in range(count)]


@given(st.integers(0, 60), st.integers(0, 2**32))
def test_beads_join_exactly_the_sentences_that_share_a_line(count: int, seed: int) -> None:
    text = with_noise(news(count), seed)
    zh = [set(sentence.replace("第", "").split("行。")) - {""} for sentence in text.zh]
    en = [set(sentence.replace("Line ", "").replace(".", "").split()) for sentence in text.en]
    bead_of = {("zh", i): n for n, bead in enumerate(text.beads) for i in bead[0]}
    bead_of |= {("en", j): n for n, bead in enumerate(text.beads) for j in bead[1]}
    assert len(bead_of) == len(zh) + len(en) == sum(len(a) + len(b) for a, b in text.beads)
    for i, lines in enumerate(zh):
        for j, others in enumerate(en):
            if lines & others:
                assert bead_of["zh", i] == bead_of["en", j]
    for zh_side, en_side in text.beads:  # and no more than those: a bead is connected
        reached, fringe = set(zh_side[:1]), set(zh_side[:1])
        while fringe:
            ens = {j for j in en_side if any(en[j] & zh[i] for i in fringe)}
            fringe = {i for i in zh_side if any(zh[i] & en[j] for j in ens)} - reached
            reached |= fringe
        assert reached == set(zh_side)
        assert len(en_side) == 1 or all(any(en[j] & zh[i] for i in zh_side) for j in en_side)


def test_the_noise_is_that_of_the_published_figures() -> None:
    """What another program drew for these 16 lines: the figures of others hold for these very texts."""
    text = with_noise([NewsLine("story", f"{i},", str(i)) for i in range(16)], 1003)
    assert text.zh == ("0,", "1,", "2,3,", "4,", "6,", "7,", "8,", "10,11,", "12,", "13,14,")
    assert text.en == ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9 10", "11 12", "13", "14", "15")
    assert {bead for bead in text.beads if len(bead[0] + bead[1]) != 2} == {
        ((2,), (2, 3)),
        ((7, 8), (9, 10)),
        ((9,), (11, 12)),
        ((), (5,)),
        ((), (13,)),
    }


def test_documents_end_with_a_story() -> None:
    documents = joined_stories(news(1000))
    assert [line for document in documents for line in document] == news(1000)
    assert all(len(document) >= FEWEST_LINES for document in documents[:-1])
    for before, after in itertools.pairwise(documents):
        assert before[-1].story != after[0].story
        assert len([line for line in before if line.story != before[-1].story]) < FEWEST_LINES


def test_sides_of_unlike_length_are_refused(tmp_path: Path) -> None:
    for name, text in (("zho-CN.txt", "一\n"), ("eng.txt", "One\nTwo\n"), ("document_ids.tsv", "a\na\n")):
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"zho-CN\.txt has 1 lines, eng\.txt 2"):
        read_news(tmp_path, "zho-CN")
    with pytest.raises(InputError, match=r"zho-TW\.txt"):
        read_news(tmp_path, "zho-TW")


@pytest.mark.skipif(not (DATA / "ntrex").is_dir(), reason="the NTREX test data is not here")
@pytest.mark.parametrize("chinese", ["zho-CN", "zho-TW"])
def test_the_development_documents(chinese: str) -> None:
    folder = DATA / "ntrex"
    documents = joined_stories(read_news(folder, chinese))
    assert [len(document) >= FEWEST_LINES for document in documents] == [True] * 10 + [False]
    texts = noisy_documents(folder, chinese, DEVELOPMENT_DOCUMENTS, DEVELOPMENT_SEEDS)
    assert [(len(text.zh), len(text.en), len(text.beads)) for text in texts] == [
        (171, 158, 170), (155, 167, 168), (164, 176, 169), (161, 162, 168), (164, 171, 172),
    ]  # fmt: skip
    with pytest.raises(InputError, match="documents 0 to 10"):
        noisy_documents(folder, chinese, [11], [1])
