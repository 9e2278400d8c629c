"""TMX made up for the tests: any unit and header that the standard, or a tool, could write."""

from __future__ import annotations

from hypothesis import strategies as st

from vet_terms.tmx.model import Attributes, Content, Element, TmxHeader, TmxUnit, Variant

UNIT = (
    '<tu tuid="{0}"><tuv xml:lang="zh-CN"><seg>第{0}所学校</seg></tuv>'
    '<tuv xml:lang="en-US"><seg>school {0}</seg></tuv></tu>\n'
)


def tmx_text(units: str, before: str = "") -> str:
    """Return a TMX around units, with something before its root."""
    return f'{before}<tmx version="1.4"><header srclang="zh-CN"/><body>\n{units}</body></tmx>\n'


def some_units(count: int) -> str:
    return "".join(UNIT.format(number) for number in range(1, count + 1))


texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("学校 a<>&\"'\t\n\r]\ufffc\u3000\x85\u2028🎓"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    ),
    max_size=20,
)
_names = st.sampled_from(["i", "x", "type", "xml:lang", "lang", "o-encoding", "ext:own", "tuid", "xml:id"])
attributes: st.SearchStrategy[Attributes] = st.lists(
    st.tuples(_names, texts), max_size=3, unique_by=lambda each: each[0]
).map(tuple)


def _joined(parts: list[str | Element]) -> Content:
    joined: list[str | Element] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part:
            joined.append(part)
    return tuple(joined)


contents: st.SearchStrategy[Content] = st.recursive(
    texts.map(lambda text: _joined([text])),
    lambda inner: st.lists(
        st.one_of(
            texts,
            st.builds(
                Element,
                st.sampled_from(["bpt", "ept", "ph", "it", "ut", "hi", "sub", "own"]),
                attributes,
                inner,
            ),
        ),
        max_size=5,
    ).map(_joined),
    max_leaves=8,
)
_remarks = st.lists(
    st.builds(Element, st.sampled_from(["note", "prop", "ext:more"]), attributes, contents), max_size=2
).map(tuple)


@st.composite
def _variants(draw: st.DrawFn) -> Variant:
    own = draw(attributes)
    values = dict(own)
    language = values.get("xml:lang") or values.get("lang") or ""
    return Variant(language, draw(contents), own, draw(_remarks), draw(attributes))


variants = _variants()
units = st.builds(TmxUnit, st.lists(variants, max_size=3).map(tuple), attributes, _remarks)
headers = st.builds(
    TmxHeader,
    attributes,
    _remarks,
    st.sampled_from(["tmx", "t:tmx"]),
    st.sampled_from(
        [
            (("version", "1.4"), ("xmlns:t", "urn:t"), ("xmlns:ext", "urn:e")),
            (("version", "1.1"), ("xmlns:ext", "urn:e"), ("xmlns:t", "urn:t"), ("ext:made", "by & <hand>")),
        ]
    ),
)
