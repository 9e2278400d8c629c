"""PDFs as a person sees them: what is on the page, in the order in which it is read."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest
from benchmarks.scoring import DECK, pairs_of, read_key, strict
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from tests.documents.pdf.pdf_files import (
    CATALOG,
    CHINESE,
    CID_FONT,
    EN,
    ENGLISH,
    FONT,
    PAGE,
    ZH,
    Draw,
    deck_in_columns,
    deck_stacked,
    frames,
    objects,
    one_page,
    pdf,
    read,
    stream,
    texts,
    unicode_page,
)

from vet_terms.alignment.aligner import align_document
from vet_terms.documents.pdf.pdf import read_pdf
from vet_terms.documents.readers import read_document
from vet_terms.documents.source import Source
from vet_terms.errors import InputError
from vet_terms.model import Document

CHINESE_TEXT = (
    "学校与当地企业一起建立了培训中心，每年为近三百名技术人员开设课程。中心的教师来自生产一线，"
    "他们熟悉设备，也了解学员的困难。"
)
ENGLISH_TEXT = (
    "The college has set up a training centre together with local companies, and every year it offers "
    "courses to nearly three hundred technicians. Its teachers come from the shop floor."
)


TIGHT = ParagraphStyle("tight", parent=ZH, spaceAfter=0)


def texts_of(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def gone(document: Document) -> set[tuple[str, str]]:
    return {(each.text, each.reason) for each in document.dropped}


@pytest.mark.parametrize("deck", [deck_in_columns, deck_stacked], ids=["columns", "stacked"])
def test_the_deck_as_pdf_gives_the_pairs_of_the_text(deck: Callable[[], bytes]) -> None:
    key, document = read_key(), read(deck())

    found = pairs_of(align_document(document).units)

    assert strict(key.pairs, found).f1 >= 0.97
    assert strict(pairs_of(align_document(read_document(DECK)).units), found).f1 >= 0.97
    reasons = {each.reason.partition(" on ")[0] for each in document.dropped}
    assert reasons == {"page number", "repeated"}
    assert not any("年度报告" in text or "共 19 页" in text for text in texts_of(document))


def test_columns_are_read_one_after_the_other_below_a_title_across_them() -> None:
    title = ParagraphStyle("title", parent=EN, fontSize=11, alignment=0)
    page = frames(
        ((60, 740, 480, 40), [("A Report on the Training of Technicians in the Cities of the South", title)]),
        ((60, 400, 230, 320), [(ENGLISH_TEXT, EN), ("The second paragraph stands by itself here.", EN)]),
        ((310, 400, 230, 320), [(ENGLISH_TEXT.replace("college", "school"), EN)]),
    )

    assert texts_of(read(pdf(page))) == [
        "A Report on the Training of Technicians in the Cities of the South",
        ENGLISH_TEXT,
        "The second paragraph stands by itself here.",
        ENGLISH_TEXT.replace("college", "school"),
    ]


def test_three_columns() -> None:
    columns = [(ENGLISH_TEXT.replace("college", word), EN) for word in ("college", "school", "institute")]
    page = frames(*(((50 + 170 * n, 400, 150, 320), [column]) for n, column in enumerate(columns)))

    assert texts_of(read(pdf(page))) == [text for text, _ in columns]


def test_chinese_on_the_left_and_english_on_the_right() -> None:
    page = frames(((60, 400, 230, 320), [(CHINESE_TEXT, ZH)]), ((310, 400, 230, 320), [(ENGLISH_TEXT, EN)]))

    assert texts_of(read(pdf(page))) == [CHINESE_TEXT, ENGLISH_TEXT]


def test_a_sentence_that_a_page_break_cuts_in_each_of_two_columns_is_whole() -> None:
    zh, en = CHINESE_TEXT * 3, f"{ENGLISH_TEXT} " * 3
    first = frames(((60, 400, 230, 320), [(zh[:115], ZH)]), ((310, 400, 230, 320), [(en[:145], EN)]))
    second = frames(((60, 400, 230, 320), [(zh[115:], ZH)]), ((310, 400, 230, 320), [(en[145:], EN)]))

    assert texts_of(read(pdf(first, second))) == [zh, en.strip()]


@pytest.mark.parametrize(
    "titles",
    [
        [["Integration of Industry and", "Education"], ["A Report of the College"]],
        [
            ["江城市关于推进现代职业教育高质量", "发展的实施意见"],
            ["Opinions of the City on", "Vocational Education"],
        ],
        [["面向先进制造业的", "现代学徒制人才培养模式研究"]],
    ],
    ids=["English", "both", "the lower line the longer"],
)
def test_a_centred_title_of_several_lines_is_one_text(titles: list[list[str]]) -> None:
    def draw(canvas: Canvas) -> None:
        y = 760.0
        for title in titles:
            for row in title:
                canvas.setFont(ENGLISH if row.isascii() else CHINESE, 22)
                canvas.drawCentredString(297, y, row)
                y -= 28
            y -= 30
        frames(((60, 200, 470, 400), [(CHINESE_TEXT, ZH), (ENGLISH_TEXT, EN)]))(canvas)

    expected = [("" if title[0][0] > "z" else " ").join(title) for title in titles]
    assert texts_of(read(pdf(draw))) == [*expected, CHINESE_TEXT, ENGLISH_TEXT]


ROWS = [
    ("项目", "Item"),
    ("培训中心", "Training centre"),
    ("合作企业", "Partner company"),
    ("毕业生", "Graduates"),
]


@pytest.mark.parametrize("ruled", [False, True])
def test_a_table_is_read_row_by_row(ruled: bool) -> None:
    def draw(canvas: Canvas) -> None:
        texts(
            *(
                (x, 700 - 20 * n, cell)
                for n, row in enumerate(ROWS)
                for x, cell in zip((72, 200), row, strict=True)
            )
        )(canvas)
        for n in range(5 if ruled else 0):
            canvas.line(70, 714 - 20 * n, 330, 714 - 20 * n)
        for x in (70, 195, 330) if ruled else ():
            canvas.line(x, 714, x, 634)

    assert texts_of(read(pdf(draw))) == [cell for row in ROWS for cell in row]


def test_cells_of_several_lines_stay_in_their_rows() -> None:
    def draw(canvas: Canvas) -> None:
        for n, word in enumerate(("college", "school", "institute")):
            frames(
                ((60, 600 - 160 * n, 230, 140), [(CHINESE_TEXT, ZH)]),
                ((310, 600 - 160 * n, 230, 140), [(ENGLISH_TEXT.replace("college", word), EN)]),
            )(canvas)

    expected = [
        [CHINESE_TEXT, ENGLISH_TEXT.replace("college", word)] for word in ("college", "school", "institute")
    ]
    assert texts_of(read(pdf(draw))) == [text for row in expected for text in row]


def grid(xs: Sequence[float], top: float, leading: float, rows: Sequence[Sequence[str]]) -> Draw:
    """Return what draws rows of cells; the columns begin at some places."""
    cells = [
        (x, top - leading * n, cell) for n, row in enumerate(rows) for x, cell in zip(xs, row, strict=True)
    ]
    return texts(*((x, y, cell) for x, y, cell in cells if cell))


COLLEGES = [
    ("学校", "合作企业"),
    ("江城职业技术学院", "华远智能装备"),
    ("南山工程职业学院", "海川物流集团"),
    ("北岭商贸职业学院", "新天地商贸"),
]


@pytest.mark.parametrize("tables", [1, 2])
def test_a_table_with_rules_only_around_its_head_and_its_foot_is_read_row_by_row(tables: int) -> None:
    def draw(canvas: Canvas) -> None:
        for top in [700.0, 600.0][:tables]:
            grid((80, 280), top, 14, COLLEGES)(canvas)
            for y in (top + 11, top - 3, top - 46):
                canvas.line(70, y, 400, y)

    assert texts_of(read(pdf(draw))) == [cell for row in COLLEGES for cell in row] * tables


def test_lines_of_cells_between_rules_stay_in_their_cells() -> None:
    rows = [
        ("建设产业学院，", "The college opens"),
        ("共建实训基地，", "a training centre"),
        ("并且聘请师傅。", "with local firms."),
    ]

    def draw(canvas: Canvas) -> None:
        for top in (700.0, 650.0, 600.0):
            grid((80, 200), top, 14, rows)(canvas)
            canvas.line(70, top + 12, 320, top + 12)

    cells = [
        "建设产业学院，共建实训基地，并且聘请师傅。",
        "The college opens a training centre with local firms.",
    ]
    assert texts_of(read(pdf(draw))) == cells * 3


def test_captions_side_by_side_are_read_one_after_the_other() -> None:
    rows = [
        ("图1 实训中心", "图2 新能源汽车", "图3 企业实习"),
        ("Fig. 1 A smart factory in", "Fig. 2 A workshop for", "Fig. 3 Students in a"),
        ("a training centre", "electric cars", "company"),
    ]
    assert texts_of(read(pdf(grid((72, 240, 400), 700, 14, rows)))) == [
        "图1实训中心",
        "Fig. 1 A smart factory in a training centre",
        "图2新能源汽车",
        "Fig. 2 A workshop for electric cars",
        "图3企业实习",
        "Fig. 3 Students in a company",
    ]


def test_a_cell_that_nearly_touches_the_next_is_a_cell() -> None:
    long = "Logistics of the modern kind"
    end = 72 + pdfmetrics.stringWidth(long, ENGLISH, 11) + 8
    rows = [("Course", "课程"), (long, "物流"), ("Nursing", "护理"), ("Cooking", "烹饪")]

    assert texts_of(read(pdf(grid((72, end), 700, 20, rows)))) == [cell for row in rows for cell in row]


LEFT = [
    "学校与企业一起建立了培训中心，每年开设",
    "很多的课程，教师都来自生产一线，也了解学员",
    "的困难，学员很喜欢他们，常常在课后请教他们",
    "问题。",
]
RIGHT = [
    "技能大赛昨天在我们这里的新校区开幕，共",
    "有一百人参赛，比赛设置了十五个项目，有焊接",
    "护理和烹饪。",
]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (LEFT, [RIGHT[0], "有一百人参赛。"]),
        (
            [*LEFT[:1], "很多的课程，教师们都来自生产的一线，都了解。", "问题。"],
            [*RIGHT[:1], *[RIGHT[1]] * 2, RIGHT[2]],
        ),
    ],
    ids=["a column of an indented line and another", "a mark hangs out over the edge"],
)
def test_columns_whose_first_lines_are_indented(left: list[str], right: list[str]) -> None:
    rows = [
        (start + (22 if n == 0 else 0), 700 - 14.0 * n, row)
        for start, column in ((50.0, left), (299.0, right))
        for n, row in enumerate(column)
    ]
    found = texts_of(read(pdf(texts(*rows))))

    assert "".join(found) == "".join([*left, *right])
    assert "".join(right) in found


def test_columns_below_text_of_the_full_width_have_their_own_edge() -> None:
    last = "其中校企共同开设的“订单班”所占的份额已经达到37.5%。"
    page = frames(
        ((60, 600, 480, 160), [(CHINESE_TEXT * 4, ZH)]),
        ((60, 400, 126, 180), [(CHINESE_TEXT + last[:-6], TIGHT), ("37.5%。", TIGHT)]),
        ((310, 400, 126, 180), [(CHINESE_TEXT, ZH)]),
    )

    assert texts_of(read(pdf(page))) == [CHINESE_TEXT * 4, CHINESE_TEXT + last, CHINESE_TEXT]


def test_a_line_that_runs_over_the_edge_of_the_sheet_is_read() -> None:
    document = read(
        pdf(texts((-60, 700, "This title is too long for its page."), (-300, 600, "Nobody sees.")))
    )

    assert texts_of(document) == ["This title is too long for its page."]
    assert gone(document) == {("Nobody sees.", "outside the page")}


def test_short_paragraphs_in_a_column_of_known_width_stay_apart() -> None:
    short = ["甲方：江城职业技术学院", "法定代表人：李明", "乙方：华远智能装备有限公司"]
    page = frames(((60, 400, 230, 320), [(CHINESE_TEXT * 2, ZH), *((line, TIGHT) for line in short)]))

    assert texts_of(read(pdf(page))) == [CHINESE_TEXT * 2, *short]


@pytest.mark.parametrize("number", ["第 {} 页 共 5 页", "- {} -", "{} / 5", "{}", "Page {} of 5", "第{}页"])
def test_page_numbers_and_running_heads_go(number: str) -> None:
    bodies = [
        "春天来了，花开得很好。",
        "工厂今天开工。",
        "学员写下了他们的想法。",
        "会议开到很晚。",
        "书还在桌上。",
    ]
    pages = [
        texts((72, 800, "年度报告"), (72, 700, body), (290, 30, number.format(n)))
        for n, body in enumerate(bodies, 1)
    ]
    document = read(pdf(*pages))

    assert texts_of(document) == bodies
    assert ("年度报告", "repeated on 5 pages") in gone(document)
    assert {text for text, _ in gone(document)} == {"年度报告", *(number.format(n) for n in range(1, 6))}


def test_a_title_that_slides_repeat_above_their_text_stays() -> None:
    slides = [texts((72, 780, "培训项目介绍"), (72, 762, f"第{n}期培训已经顺利结束。")) for n in "一二三四"]

    assert texts_of(read(pdf(*slides))).count("培训项目介绍") == 4


def test_a_hyphenated_word_and_ligatures() -> None:
    narrow = texts(
        (72, 700, "The teachers have all been on the inter-"), (72, 686, "national course."), size=11
    )
    assert texts_of(read(pdf(narrow))) == ["The teachers have all been on the international course."]

    font = FONT.replace(b">>", b"/Encoding<</Differences[65/f_i/fi/ff]>>>>")
    page = one_page(b"BT /F 12 Tf 72 700 Td (sigBcant o\\103er) Tj ET".replace(b"sig", b"Signi"), font=font)
    assert texts_of(read(page)) == ["Significant offer"]


def test_words_that_only_places_part_have_spaces_and_spread_characters_none() -> None:
    def draw(canvas: Canvas) -> None:
        for x, word in ((72, "training"), (112, "centre"), (145, "opened")):
            canvas.setFont(ENGLISH, 11)
            canvas.drawString(x, 700, word)
        canvas.setFont(CHINESE, 12)
        for n, char in enumerate("这一行字分布得很开"):
            canvas.drawString(72 + 15 * n, 600, char)

    assert texts_of(read(pdf(draw))) == ["training centre opened", "这一行字分布得很开"]


def test_a_letter_drawn_twice_to_look_bold_is_one() -> None:
    page = texts(
        (72, 700, "加粗的标题"), (72.4, 700, "加粗的标题"), (72, 680, "All books"), (72.3, 680, "All books")
    )
    assert texts_of(read(pdf(page))) == ["加粗的标题", "All books"]


def test_a_raised_figure_stays_on_its_line() -> None:
    def draw(canvas: Canvas) -> None:
        end = 72 + pdfmetrics.stringWidth("The hall is 40 m", ENGLISH, 11)
        texts((72, 700, "The hall is 40 m"), (end + 6, 700, "wide."))(canvas)
        texts((end, 705, "2"), size=6)(canvas)

    assert texts_of(read(pdf(draw))) == ["The hall is 40 m2 wide."]


def test_texts_that_lie_over_each_other_are_not_mixed() -> None:
    page = texts((72, 700, "The first text is here."), (74, 701, "Another one lies over it."))
    found = " ".join(texts_of(read(pdf(page))))
    assert "The first text is here." in found and "Another one lies over it." in found


def test_turned_text_goes_and_a_turned_page_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        texts((72, 700, "这一页有一个水印。"))(canvas)
        canvas.rotate(45)
        canvas.drawString(400, 100, "DRAFT")

    document = read(pdf(draw, draw, draw))
    assert texts_of(document) == ["这一页有一个水印。"] * 3
    assert gone(document) == {("DRAFT", "watermark")}

    def turned(canvas: Canvas) -> None:
        canvas.rotate(90)
        texts((100, -100, "The first line stands on its side."), (100, -200, "So does the second one."))(
            canvas
        )

    assert texts_of(read(pdf(turned))) == ["The first line stands on its side.", "So does the second one."]


def test_text_from_the_top_down_is_read_column_by_column_from_the_right() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE, isVertical=True))

    def draw(canvas: Canvas) -> None:
        canvas.setFont(CHINESE, 12)
        canvas.drawString(300, 700, "这是从上往下写的第一行，")
        canvas.drawString(280, 700, "后面还有一行。")

    try:
        found = texts_of(read(pdf(draw)))
    finally:
        pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
    assert "".join(found) == "这是从上往下写的第一行，后面还有一行。"


def test_characters_that_only_look_like_themselves_are_repaired_and_said() -> None:
    document = read(unicode_page("这份⽂件介绍了职業教育的情况，由学校负责。"))

    assert texts_of(document) == ["这份文件介绍了职业教育的情况，由学校负责。"]
    assert [note.partition(":")[0] for note in document.notes] == [
        "radicals and compatibility forms read as the ordinary characters",
        "Traditional characters among Simplified ones read as Simplified",
    ]


@pytest.mark.parametrize(
    "text",
    ["臺灣的職業教育與產業發展有密切的關係。", "作者写过《職業教育與產業發展》这本书，还译过别的书。"],
    ids=["document", "quotation"],
)
def test_real_traditional_text_stays(text: str) -> None:
    document = read(unicode_page(text))
    assert texts_of(document) == [text]
    assert document.notes == ()


def test_a_page_of_a_scan_among_pages_of_text_is_said() -> None:
    def picture(canvas: Canvas) -> None:
        canvas.drawInlineImage(_white(), 72, 100, 300, 300)

    document = read(pdf(texts((72, 700, "第一页有文字。")), picture))
    assert texts_of(document) == ["第一页有文字。"]
    assert document.notes == ("only a picture, without text: page 2; text recognition (OCR) would read it",)
    with pytest.raises(
        InputError, match=r"^a\.pdf: has only pictures of text; run it through text recognition"
    ):
        read(pdf(picture, picture))


def _white() -> Any:
    from PIL import Image

    return Image.new("L", (20, 20), 255)


def test_locked_for_reading_and_locked_for_printing() -> None:
    page = texts((72, 700, "Nobody may print this."))
    unprintable = pdf(page, encrypt=StandardEncryption("", "owner", canPrint=0))
    assert texts_of(read(unprintable)) == ["Nobody may print this."]
    with pytest.raises(InputError, match=r"^a\.pdf: is locked with a password; save it without one$"):
        read(pdf(page, encrypt=StandardEncryption("secret", "owner")))


def test_glyphs_without_characters_are_left_out_and_said() -> None:
    page = PAGE.replace(b"/F 5 0 R", b"/F 5 0 R/G 6 0 R")
    content = (
        b"BT /F 12 Tf 72 700 Td (This line can be read by everyone.) Tj 0 -40 Td /G 12 Tf <00010002> Tj ET"
    )
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    document = read(objects([CATALOG, pages, page, stream(b"", content), FONT, CID_FONT]))
    assert texts_of(document) == ["This line can be read by everyone."]
    assert gone(document) == {("\ufffd\ufffd", "characters that cannot be read")}
    assert "2 characters cannot be read" in document.notes[0]

    with pytest.raises(InputError, match="do not say which characters they show"):
        read(one_page(b"BT /F 12 Tf 72 700 Td <0001000200030004> Tj ET", font=CID_FONT))


def test_places_count_pages_blocks_and_lines() -> None:
    page = texts((72, 700, "第一段写完了。"), (72, 650, "第二段也写完了。"))
    places = [(b.place.page, b.place.block, b.place.line) for b in read(pdf(page, page)).blocks]
    assert places == [(1, 1, 1), (1, 2, 2), (2, 1, 1), (2, 2, 2)]


def laughs(depth: int) -> bytes:
    """Return a page with a form that draws a form ten times, and so on."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [stream(form % (7 + n), b"/X Do " * 10) for n in range(depth)]
    return one_page(b"/X Do", *forms, stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 0 m"))


BOMB = zlib.compress(bytes(200_000_000))
HOSTILE = {
    "empty": b"",
    "no PDF": b"PK\x03\x04 not a PDF",
    "garbage": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "zeros": b"%PDF-1.7\n" + bytes(100_000),
    "no pages": objects([CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"]),
    "page tree in a circle": objects([CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"]),
    "deep page tree": objects(
        [CATALOG, *(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(3000))]
    ),
    "an object that is itself": objects([b"1 0 R"]),
    "objects in a circle": objects([b"2 0 R", b"1 0 R"]),
    "deep arrays": objects([CATALOG, b"[" * 100_000 + b"]" * 100_000]),
    "many objects claimed": objects([CATALOG, b"<</Type/Pages/Kids[]/Count 999999999>>"]).replace(
        b"xref\n0 3", b"xref\n0 999999999"
    ),
    "bomb": one_page(BOMB, attributes=b"/Filter/FlateDecode"),
    "bomb in a bomb": one_page(zlib.compress(BOMB), attributes=b"/Filter[/FlateDecode/FlateDecode]"),
    "bomb of run lengths": one_page(b"\x81a" * 5_000_000, attributes=b"/Filter/RunLengthDecode"),
    "a form in a form": laughs(9),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_are_refused_in_little_time(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.pdf: [^\n]+$"):
        read(data)


def test_what_is_left_of_a_truncated_file_is_read_and_said() -> None:
    whole = pdf(*(texts((72, 700, f"The {n} page says this.")) for n in ("first", "second", "third")))
    document = read(whole[: whole.rindex(b"xref", 0, whole.rindex(b"startxref"))])
    assert texts_of(document) == [f"The {n} page says this." for n in ("first", "second", "third")]
    assert document.notes == ("the file is damaged: pages or texts may be missing",)


def test_mutants_are_read_or_refused() -> None:
    whole = pdf(
        frames(((60, 400, 230, 320), [(CHINESE_TEXT, ZH)]), ((310, 400, 230, 320), [(ENGLISH_TEXT, EN)])),
        encrypt=None,
    )
    chance = random.Random(4)
    for _ in range(120):
        mutant = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30))):
            start = chance.randrange(len(mutant))
            kind = chance.randrange(3)
            if kind == 0:
                mutant[start] = chance.randrange(256)
            elif kind == 1:
                del mutant[start : start + chance.randrange(40)]
            else:
                mutant[start:start] = mutant[chance.randrange(len(mutant)) :][: chance.randrange(40)]
        try:
            read(bytes(mutant))
        except InputError as error:
            assert str(error).startswith("a.pdf: ")


def test_progress_passes_every_page() -> None:
    seen: list[tuple[int, str]] = []

    def progress(items: Sequence[Any], label: str) -> Iterable[Any]:
        seen.append((len(items), label))
        return items

    read_pdf(Source(pdf(*[texts((72, 700, "一页。"))] * 3), "a.pdf", progress=progress))
    assert seen == [(3, "Reading pages")]


def test_form_fields_and_comments_are_listed() -> None:
    def with_annotations(canvas: Canvas) -> None:
        texts((60, 780, "学校名称："))(canvas)
        canvas.acroForm.textfield(name="school", value="Liuzhou City Vocational College", x=160, y=770)
        canvas.textAnnotation("Please check the name.", Rect=(300, 700, 320, 720))

    document = read(pdf(with_annotations))
    assert texts_of(document) == ["学校名称："]
    assert gone(document) == {
        ("Liuzhou City Vocational College", "form field"),
        ("Please check the name.", "comment"),
    }
