"""Government offices: a field and a kind (教育|厅), which English mostly puts the other way round."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from vet_terms.glossary.suggesting.rows import rows

_KINDS = ("部", "厅", "局", "委员会", "委")
_OF_FIELD = {"部": "Ministry", "厅": "Department"}
_FIELDS = """
教育 = Education
财政 = Finance
商务 = Commerce
外交 = Foreign Affairs
民政 = Civil Affairs
司法 = Justice
公安 = Public Security
科技 = Science and Technology
科学技术 = Science and Technology
工业和信息化 = Industry and Information Technology
人力资源和社会保障 = Human Resources and Social Security
农业农村 = Agriculture and Rural Affairs
交通运输 = Transport
文化和旅游 = Culture and Tourism
住房和城乡建设 = Housing and Urban-Rural Development
生态环境 = Ecology and Environment
自然资源 = Natural Resources
水利 = Water Resources
国家发展改革 = National Development and Reform
国家发展和改革 = National Development and Reform
发展改革 = Development and Reform
发展和改革 = Development and Reform
国家卫生健康 = National Health
卫生健康 = Health
统计 = Statistics
体育 = Sports
林业 = Forestry
"""


@dataclass(frozen=True, slots=True)
class Office:
    """A government office: its field in English and its kind, the last part of its Chinese."""

    field: str
    kind: str

    def __str__(self) -> str:
        """Return the name of the office without its place: Ministry of Education, Finance Bureau."""
        if self.kind in _OF_FIELD:
            return f"{_OF_FIELD[self.kind]} of {self.field}"
        return f"{self.field} {'Bureau' if self.kind == '局' else 'Commission'}"


@functools.cache
def offices() -> Mapping[str, Office]:
    """Return the names of government offices without their place: 教育厅, 财政局."""
    return {f"{zh}{kind}": Office(en, kind) for zh, en in rows(_FIELDS) for kind in _KINDS}
