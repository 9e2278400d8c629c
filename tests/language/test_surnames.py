"""How surnames are spelt."""

from __future__ import annotations

from vet_terms.language.surnames import is_likely_surname, is_surname, surname_spellings


def test_surnames_have_readings_of_their_own() -> None:
    assert surname_spellings("单") == {"shan"}
    assert surname_spellings("覃") == {"qin", "tan"}
    assert {"lyu", "lv", "lu"} <= surname_spellings("吕")
    assert is_surname("Ouyang") and is_surname("Lü") and not is_surname("Jack")
    assert is_likely_surname("Dan", "单") and not is_likely_surname("Shan", "单")
