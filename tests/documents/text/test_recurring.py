from __future__ import annotations

from vet_terms.documents.text.lines import pages
from vet_terms.documents.text.recurring import page_counts, with_recurring_marked


def deck(foot: str, count: int = 4) -> str:
    names = ["学校概况", "专业建设", "国际合作", "社会服务"]
    return "\n\f".join(f"发展报告\n{names[index]}\n{foot.format(index + 1)}" for index in range(count))


def test_heads_and_feet_that_recur_are_marked() -> None:
    marked = with_recurring_marked(pages(deck("青禾学院 {}")))
    assert [[line.recurring for line in page] for page in marked] == [[True, False, True]] * 4


def test_two_pages_make_no_running_head() -> None:
    marked = with_recurring_marked(pages(deck("青禾学院 {}", count=2)))
    assert not any(line.recurring for page in marked for line in page)


def test_a_foot_whose_number_rises_with_the_pages_counts_them() -> None:
    marked = with_recurring_marked(pages(deck("青禾学院 {}")))
    assert page_counts(marked) == {f"青禾学院 {number}" for number in range(1, 5)}


def test_a_foot_that_stays_the_same_counts_nothing() -> None:
    assert page_counts(with_recurring_marked(pages(deck("创办于1958年")))) == set()


def test_numbers_that_do_not_rise_evenly_count_nothing() -> None:
    text = "\n\f".join(f"概况\n{['甲', '乙', '丙'][i]}班\n招生{n}人" for i, n in enumerate([36, 48, 72]))
    assert page_counts(with_recurring_marked(pages(text))) == set()
