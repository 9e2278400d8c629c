"""Words with one letter wrong."""

from __future__ import annotations

import pytest

from vet_terms.language.slips import is_slip


@pytest.mark.parametrize(
    ("written", "right", "slip"),
    [
        ("zhenghia", "zhenghai", True),
        ("zhengha", "zhenghai", True),
        ("zhengthai", "zhenghai", True),
        ("zhenghei", "zhenghai", True),
        ("zhenghai", "zhenghai", False),
        ("zhonghui", "zhenghai", False),
        ("lina", "lian", False),
    ],
)
def test_a_slip_is_one_letter(written: str, right: str, slip: bool) -> None:
    assert is_slip(written, right, 5) is slip
