from __future__ import annotations

from vet_terms.documents.text.lines import pages


def test_slides_are_told_apart_by_the_longer_blank_runs() -> None:
    text = "甲甲\n\n乙乙\n\n\n\n丙丙\n丁丁\n"
    assert [[line.text for line in page] for page in pages(text)] == [["甲甲", "乙乙"], ["丙丙", "丁丁"]]


def test_two_blank_lines_part_slides_where_none_are_longer() -> None:
    text = "甲甲\n乙乙\n\n\n丙丙\n丁丁\n\n\n戊戊\n"
    assert len(pages(text)) == 3


def test_form_feeds_part_pages_and_lines_keep_their_numbers() -> None:
    found = pages("甲甲\n\f乙乙\n丙丙\n")
    assert [[(line.number, line.text) for line in page] for page in found] == [
        [(1, "甲甲")],
        [(2, "乙乙"), (3, "丙丙")],
    ]


def test_a_name_that_begins_the_english_below_is_given_back() -> None:
    ((first, second),) = pages(
        "“柳工-柳职院”体验中心落地Liugong \n\n- LVTC Experience Center was established\n"
    )
    assert first.text == "“柳工-柳职院”体验中心落地"
    assert second.text == "Liugong - LVTC Experience Center was established"


def test_an_acronym_at_the_end_of_chinese_stays() -> None:
    ((first, _),) = pages("德国工商大会上海代表处AHK\n- a new office in China\n")
    assert first.text.endswith("AHK")


def test_figures_at_the_end_of_a_table_row_stand_apart() -> None:
    ((name, figures),) = pages("省级教学成果奖      5     12.5%\n")
    assert (name.text, figures.text, figures.language) == ("省级教学成果奖", "5     12.5%", None)


def test_a_menu_is_one_line_though_it_holds_both_languages() -> None:
    ((menu,),) = pages("设为首页 | 加入收藏 | 联系我们 | English\n")
    assert menu.text.endswith("English")
