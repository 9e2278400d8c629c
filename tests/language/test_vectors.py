from __future__ import annotations

import numpy as np
import pytest

from vet_terms.language import vectors


def test_vectors_are_unit_rows_and_do_not_depend_on_company() -> None:
    texts = ["职业教育", "vocational education", "The weather is fine today."]
    rows = vectors.embed(texts)
    assert rows.shape == (3, vectors.DIMENSIONS)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    vectors._known().clear()
    assert np.allclose(vectors.embed(texts[1:2])[0], rows[1], atol=1e-5)


def test_what_means_the_same_is_nearer_than_what_does_not() -> None:
    chinese, same, other = vectors.embed(
        ["职业教育国际化", "internationalization of vocational education", "fried rice"]
    )
    assert float(chinese @ same) > 0.6 > float(chinese @ other) + 0.2


def test_no_texts_give_no_rows() -> None:
    assert vectors.embed([]).shape == (0, vectors.DIMENSIONS)


def test_a_missing_encoder_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "PACKAGE", "no-such-package")
    assert vectors.encoder_name() == "none"
    assert not vectors.is_available()
    assert not vectors.embed(["学校"]).any()


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_MOST_KNOWN", 1)
    vectors.embed(["one", "two", "three"])
    vectors.embed(["four"])
    assert set(vectors._known()) == {"four"}
