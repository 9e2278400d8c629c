"""Who acts and who is acted on: exchanged, or said in another way."""

from __future__ import annotations

import re

import pytest

from vet_terms.checking.counterparts.answers import chinese_words
from vet_terms.checking.counterparts.roles import exchanged_roles, verbs

EXCHANGED = [
    ("学校为企业员工提供培训。", "The employees of companies provide training for the school."),
    ("公司受学院委托开发软件。", "The company entrusted the college with developing software."),
    ("学院聘请企业工程师担任兼职教师。", "Company engineers hired the college as part-time teachers."),
    ("师傅向徒弟传授技艺。", "Apprentices teach masters the craft."),
    ("学生被企业录用。", "Students hired the company."),
    ("市政府向学校移交了土地。", "The school transferred the land to the municipal government."),
    ("家长向学校支付餐费。", "The school pays parents for meals."),
    ("女生人数多于男生。", "There are more boys than girls."),
    ("学生对教师进行评价。", "Teachers evaluate the students."),
]
IN_PLACE = [
    ("学校为企业员工提供培训。", "The school trains employees of companies and provides them with meals."),
    ("公司受学院委托开发软件。", "The college commissioned the company to develop software."),
    ("师傅向徒弟传授技艺。", "Apprentices learn the craft from masters."),
    ("学生被企业录用。", "Students were hired by the company."),
    ("家长向学校支付餐费。", "The school receives payment for meals from parents."),
    ("家长向学校支付餐费。", "The school is paid for meals by the parents."),
    ("家长向学校支付餐费。", "Meals at school are paid for by parents."),
    ("女生人数多于男生。", "There are fewer boys than girls."),
    ("女生人数多于男生。", "Boys are outnumbered by girls."),
    ("学生对教师进行评价。", "Teachers are evaluated by the students."),
    ("学生对教师进行评价。", "The teachers that students evaluate are praised."),
    ("师傅向徒弟传授技艺，徒弟向师傅请教。", "Apprentices consult masters, who teach them the craft."),
]


def _verb(zh: str, en: str) -> re.Match[str] | None:
    return exchanged_roles(zh, en, lambda: chinese_words(zh))


@pytest.mark.parametrize(("zh", "en"), EXCHANGED)
def test_exchanged_roles_are_found_at_the_verb(zh: str, en: str) -> None:
    verb = _verb(zh, en)
    assert verb is not None
    assert verb.group() in en


@pytest.mark.parametrize(("zh", "en"), IN_PLACE)
def test_another_turn_of_phrase_exchanges_nothing(zh: str, en: str) -> None:
    assert _verb(zh, en) is None


def test_the_table_names_each_verb_once_and_its_english_in_all_forms() -> None:
    assert len(verbs()) > 100
    forms = verbs()["支付"].english
    for said in ("pay", "pays", "paid", "remitted"):
        assert forms.fullmatch(said)
    assert verbs()["高于"].english.search("a higher graduation rate than")
    assert not verbs()["提供"].english.search("the provision of")
