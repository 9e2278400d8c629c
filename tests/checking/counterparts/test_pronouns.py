"""She and he: only where nobody is named or quoted."""

import pytest

from vet_terms.checking.counterparts.pronouns import other_sex


@pytest.mark.parametrize(
    ("zh", "en", "there"),
    [
        ("她的徒弟中已有8人成为技师。", "Eight of his apprentices are technicians.", "his"),
        ("他每天提前半小时到岗。", "Every day she arrives half an hour early.", "she"),
    ],
)
def test_the_other_sex_is_found(zh: str, en: str, there: str) -> None:
    found = other_sex(zh, en)
    assert found is not None
    assert found[1].group() == there


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("她感谢了师傅。", "He was thanked."),
        ("她说：“我爱这行。”", "He heard it."),
        ("她见到了王伟。", "It was then that Wang Wei saw what he had."),
        ("他们一起训练。", "She trained with them."),
        ("其他学生已到。", "She came, and so did the rest."),
    ],
)
def test_what_may_be_another_person_is_left_alone(zh: str, en: str) -> None:
    assert other_sex(zh, en) is None
