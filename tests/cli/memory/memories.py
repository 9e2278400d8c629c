"""A small memory in a folder, for the tests of commands that use one."""

from __future__ import annotations

from vet_terms.memory.memory import open_memory
from vet_terms.memory.unit import MemoryUnit

PAIRS = (
    ("学校成立于柳州，服务当地产业。", "The college was founded in Liuzhou to serve local industry."),
    ("全市共有职业院校29所。", "There are 29 vocational colleges in the city."),
    ("推进校企合作。", "Promote cooperation."),
    ("推进校企合作。", "Advance school-enterprise cooperation."),
)


def make_memory(address: str = "memory.sqlite") -> None:
    """Make a memory of a few units."""
    with open_memory(address, create=True) as memory:
        memory.add(MemoryUnit(zh, en, origin="old.tmx") for zh, en in PAIRS)
