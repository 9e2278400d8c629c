"""What the public dialects of TBX version 3 allow: data categories, where they stand, which values they take.

TBX-Core has no data categories of its own and takes any; TBX-Min and TBX-Basic take those of their modules
and no others. From the Schematron rules of the dialects as their keepers publish them, with one line that
their test files add: a source at the level of a concept or a language stands in a group, with what it is the
source of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CORE_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
NAMESPACES: Mapping[str, str] = {
    "min": "http://www.tbxinfo.net/ns/min",
    "basic": "http://www.tbxinfo.net/ns/basic",
}
"""Of the style DCT: a module's namespace; its name is also the usual prefix."""

META_ELEMENTS = frozenset(
    {
        "admin",
        "adminNote",
        "descrip",
        "descripNote",
        "ref",
        "termNote",
        "transac",
        "transacNote",
        "xref",
    }
)
"""The elements that a data category is the type of; in the style DCT the category is itself the element."""

CONCEPT, LANGUAGE, TERM = "conceptEntry", "langSec", "termSec"


@dataclass(frozen=True, slots=True)
class Category:
    """A data category: its element, its module, the levels that it may stand at, the values it may have.

    ``levels`` are those at which it stands alone, ``grouped`` those at which it stands in a group.
    """

    name: str
    element: str
    module: str
    levels: frozenset[str]
    grouped: frozenset[str]
    values: tuple[str, ...] = ()


def _category(
    module: str, element: str, name: str, *levels: str, grouped: bool = True, values: str = ""
) -> Category:
    both = frozenset(levels)
    return Category(name, element, module, both, both if grouped else frozenset(), tuple(values.split()))


_MIN = (
    _category("min", "admin", "customerSubset", CONCEPT, TERM),
    _category("min", "descrip", "subjectField", CONCEPT),
    _category(
        "min",
        "termNote",
        "administrativeStatus",
        TERM,
        values="admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts preferredTerm-admn-sts",
    ),
    _category("min", "termNote", "partOfSpeech", TERM, values="adjective noun other verb adverb"),
    _category("min", "xref", "externalCrossReference", CONCEPT, LANGUAGE, TERM, grouped=False),
)
_BASIC = (
    _category("basic", "admin", "projectSubset", CONCEPT, TERM),
    Category("source", "admin", "basic", frozenset({TERM}), frozenset({CONCEPT, LANGUAGE, TERM})),
    _category("basic", "descrip", "context", TERM),
    _category("basic", "descrip", "definition", CONCEPT, LANGUAGE),
    _category("basic", "ref", "crossReference", CONCEPT, TERM),
    _category("basic", "termNote", "geographicalUsage", TERM),
    _category("basic", "termNote", "grammaticalGender", TERM, values="masculine feminine neuter other"),
    _category(
        "basic",
        "termNote",
        "termLocation",
        TERM,
        values="checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage "
        "menuItem progressBar pushButton radioButton slider spinBox tab tableText textBox toolTip "
        "user-definedType",
    ),
    _category(
        "basic", "termNote", "termType", TERM, values="fullForm acronym abbreviation shortForm variant phrase"
    ),
    _category(
        "basic", "transac", "transactionType", CONCEPT, LANGUAGE, TERM, values="origination modification"
    ),
    _category("basic", "transacNote", "responsibility", CONCEPT, LANGUAGE, TERM),
    _category("basic", "xref", "xGraphic", CONCEPT, LANGUAGE, grouped=False),
)

DIALECTS: Mapping[str, Mapping[str, Category]] = {
    "TBX-Core": {},
    "TBX-Min": {each.name: each for each in _MIN},
    "TBX-Basic": {each.name: each for each in (*_MIN, *_BASIC)},
}
"""The categories of each public dialect by their names; that of TBX-Core are not said by it."""
