"""What a person reads who is to correct a review sheet, in English and in Chinese, paragraph by paragraph."""

from __future__ import annotations

_ENGLISH = """
How to correct this sheet

Each row of the first sheet says what belongs together: zh and en both filled are a pair; one side alone
is a text without a partner; an empty row means nothing.

Move, merge or split: cut text from one cell and paste it into another (double-click the cell first, so
that only its text is pasted). Insert rows where you need them.

Correct the text itself where it is wrong. What you write goes into the memory as you write it, with the
status edited and the score 1.

Delete a row, or clear its cells, and its text is left out of the memory for good: it comes back neither
as a pair nor as a text without a partner. To take a pair apart only, put the two texts on rows of their
own.

Rows may be sorted and filtered: the memory keeps the order of the Chinese document. The columns no, score
and place are for your eyes; note is yours.

Leave the header row, the hidden column ids and the hidden sheet as they are: they tell what you changed.
Cells hold text, never formulas.

Then run: vet-terms align DOCUMENT --corrections THIS.xlsx -o OUT.tmx. Or save the file as
tmx/NAME.review.xlsx in a workspace, beside tmx/NAME.tmx: every build applies it.

If the document changes later, rows whose text is no longer in it are dropped, with a warning; text that
is new is aligned by the machine.
"""

_CHINESE = """
怎样修改此表

第一张表的每一行表示哪些文本相互对应：zh 和 en 都有内容即为一对译文；只有一侧有内容即为没有对应译文的文本；
空行没有意义。

移动、合并或拆分：从一个单元格剪切文本，粘贴到另一个单元格（先双击单元格，这样只粘贴文字）。
需要时可插入行。

文本本身有误时可直接改正。您写的内容会原样进入翻译记忆库，状态为 edited，评分为 1。

删除一行或清空其单元格后，该文本不再进入翻译记忆库：既不作为译文对，也不作为没有对应译文的文本。
如果只想拆开一对，请把两段文本分别放在两行。

可以排序和筛选：记忆库按中文文档的顺序排列。no、score 和 place 各列仅供参考；note 列供您填写备注。

请不要改动标题行、隐藏的 ids 列和隐藏的工作表：程序靠它们判断您改了什么。
单元格内容须为文本，不能是公式。

然后运行：vet-terms align 文档 --corrections 本文件.xlsx -o OUT.tmx。
或者把文件存为工作区中的 tmx/NAME.review.xlsx（与 tmx/NAME.tmx 同一文件夹）：以后每次 build 都会采用。

如果文档后来有改动，文本已不在文档中的行会被忽略并给出警告；新增文本由程序对齐。
"""

LEGEND = ("Shades", "底色")
SCORE = (
    "score: from 0 to 1, how probable it is that the row is right as it stands",
    "score：该行无误的可能性，从 0 到 1",
)


def how_to() -> list[tuple[str, str]]:
    """Return the paragraphs in both languages; the first is the title."""
    english = [" ".join(paragraph.splitlines()) for paragraph in _ENGLISH.strip().split("\n\n")]
    chinese = ["".join(paragraph.splitlines()) for paragraph in _CHINESE.strip().split("\n\n")]
    return list(zip(english, chinese, strict=True))
