from __future__ import annotations

from vet_terms.signature import extended, signature


def test_settings_stand_in_the_order_of_their_names() -> None:
    assert signature(b=2, a=1).split("|")[1:] == ["a:1", "b:2"]
    assert extended(signature(b=2, d=4), c=3, a=1) == signature(a=1, b=2, c=3, d=4)
