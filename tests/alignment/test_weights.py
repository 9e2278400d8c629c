"""The table of weights and the features it weighs name the same things."""

from __future__ import annotations

import numpy as np
import pytest

from vet_terms.alignment.evidence import stretches_of, windows_of
from vet_terms.alignment.features import best_single, features_of_lone, features_of_pairs
from vet_terms.alignment.groups import Group
from vet_terms.alignment.model import _weighed, calibrated
from vet_terms.alignment.weights import TIERS, Tier, weights_of
from vet_terms.model import Language, Place, Segment


def side(texts: list[str], language: Language) -> tuple[Segment, ...]:
    return tuple(Segment(text, language, "body", Place(language, block=1)) for text in texts)


@pytest.mark.parametrize("tier", TIERS)
def test_each_feature_has_its_weights_and_each_weight_its_feature(tier: Tier) -> None:
    group = Group(
        side(["学校有三百人。", "他们来自柳州。"], "zh"), side(["300 people.", "From Liuzhou."], "en")
    )
    (stretch,) = stretches_of([group], tier)
    (piece,) = stretch.pieces
    window, is_open, _ = next(iter(windows_of(piece)))
    best = best_single(stretch.sources, [(window, is_open)])
    names = {*features_of_lone(stretch.sources, window, best), *features_of_pairs(stretch.sources, window)}
    weights = weights_of(tier)
    assert names == set(weights.first) == set(weights.usual) == set(weights.by_omissions)


def test_features_are_summed_by_their_weights_whatever_their_shape() -> None:
    features = {
        "a number a shape": np.array([1, 2], np.float32)[:, None, None],
        "one for all shapes": np.arange(12, dtype=np.float32).reshape(1, 3, 4),
        "by rows": np.arange(3, dtype=np.float32)[None, :, None],
        "each its own": np.arange(24, dtype=np.float32).reshape(2, 3, 4),
    }
    readings = [{name: number + 1.0 for number, name in enumerate(features)}, {"by rows": 0.5}, {}]
    for found, weights in zip(_weighed(features, readings, 2, (3, 4)), readings, strict=True):
        wanted = np.zeros((2, 3, 4))
        for name, weight in weights.items():
            wanted = wanted + weight * features[name]
        assert found.tolist() == wanted.tolist()


@pytest.mark.parametrize("tier", TIERS)
def test_a_likelier_bead_is_called_likelier(tier: Tier) -> None:
    chances = [0.0, 0.01, 0.2, 0.5, 0.8, 0.99, 1.0]
    said = [calibrated(chance, weights_of(tier)) for chance in chances]
    assert said == sorted(said)
    assert said[0] < 0.1
    assert said[-1] > 0.9
