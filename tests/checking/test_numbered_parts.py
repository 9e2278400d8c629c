"""Tables, figures, chapters, articles and annexes that keep their number and become another part."""

from __future__ import annotations

import pytest

from vet_terms.checking.numbered_parts import other_part

OTHER = [
    ("表3　满意度调查结果", "Figure 3 Results of the satisfaction survey"),
    ("如图2所示，满意度逐年提高。", "As shown in Table 2, satisfaction has risen year by year."),
    ("第五章规定了违约责任。", "Article 5 provides for liability for breach."),
    ("见附件1。", "See Table 1."),
]

SAME = [
    ("表3　满意度调查结果", "Table 3. Results of the satisfaction survey"),
    ("如图2、表2所示", "As shown in Figure 2 and Table 2"),
    ("如图2所示", "As the diagram shows"),
    ("第五条规定了违约责任。", "Section 5 provides for liability for breach."),
    ("各校代表3人参加会议。", "Three delegates of each school attended; see Figure 3."),
    ("第三章第五条", "Chapter III, Article 5"),
]


@pytest.mark.parametrize(("zh", "en"), OTHER)
def test_another_part_with_the_number_is_told(zh: str, en: str) -> None:
    assert other_part(zh, en) is not None


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_the_part_itself_and_what_is_none_is_left_alone(zh: str, en: str) -> None:
    assert other_part(zh, en) is None
