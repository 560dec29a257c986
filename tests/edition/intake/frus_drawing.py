"""Hypothesis strategies for documents as the volumes have them, and as no volume should have them.

Words are numbered as they are drawn, so that a word that is lost, doubled or moved is seen.
"""

from __future__ import annotations

from hypothesis import strategies as st

INLINE = (
    '<hi rend="italic">{}</hi>',
    '<hi rend="smallcaps strong">{}</hi>',
    '<persName corresp="#p_DA1">{}</persName>',
    "<persName>{}</persName>",
    '<gloss target="#t_NIC1">{}</gloss>',
    '<gloss target="#t_Niact1">{}</gloss>',
    '<gloss target="#t_none">{}</gloss>',
    "<placeName>{}</placeName>",
    '<date when="1955-08-22">{}</date>',
    '<date when="1955-13-45">{}</date>',
    '<ref target="#d2">{}</ref>',
    '<ref target="#pg_1">{}</ref>',
    '<ref target="frus1936v02#pg_12">{}</ref>',
    '<ref target="https://example.org/a b">{}</ref>',
    "<ref>{}</ref>",
    "<seg>{}</seg>",
    '<foreign xml:lang="fr">{}</foreign>',
    "<q>{}</q>",
    '[<hi rend="italic">{}</hi>]',
    '[<hi rend="italic">2 lines not declassified</hi>] {}',
    "<title>{}</title>",
    "<del>{}</del>",
    "<strange>{}</strange>",
    "<signed>{}</signed>",
    "<salute>{}</salute>",
    "<term>{}</term>",
    "<num>{}</num>",
)
EMPTY = ("<lb/>", '<pb n="7" facs="0007"/>', "<pb/>", "<!-- a comment -->", "<?pi?>", "<hi/>", "<persName/>", "<note/>")
BLOCKS = (
    "<p>{}</p>",
    '<p rend="center">{}</p>',
    "<p>3. {}</p>",
    '<quote rend="blockquote">{}</quote>',
    "<quote><p>{}</p></quote>",
    "<list><item>{}</item></list>",
    "<list><label>1.</label><item>{}</item><label>2.</label><item><p>{}</p></item></list>",
    "<list><label>(<hi>a</hi>)</label><item>{}</item></list>",
    "<list><label>first</label><item>{}</item></list>",
    "<list><label>{}</label></list>",
    "<list><item>{}</item><label>2.</label><item>{}</item></list>",
    '<list type="participants"><head>{}</head><item>{}</item></list>',
    '<list><pb n="8"/><item>{}</item><p>{}</p></list>',
    "<table><head>{}</head><row><cell>{}</cell><cell/></row></table>",
    '<table><row role="label"><cell cols="2">{}</cell></row><pb n="9"/><row/></table>',
    "<table/>",
    "<lg><l>{}</l><l>{}</l></lg>",
    '<figure><head>{}</head><graphic url="figure_0001"/></figure>',
    '<figure><graphic url="figure_0002"/><p>{}</p></figure>',
    "<ab>{}</ab>",
    "<div><head>{}</head><p>{}</p></div>",
    "<frus:attachment><head>{}</head><p>{}</p><closer>{}</closer></frus:attachment>",
    "<frus:attachment>{}</frus:attachment>",
    "<postscript><p>{}</p></postscript>",
    "<postscript>{}</postscript>",
    "<closer>{}</closer>",
    "<closer><signed>{}</signed><dateline>{}</dateline></closer>",
    "<opener><seg>{}</seg></opener>",
    "<opener>{}<dateline>{}</dateline></opener>",
    '<opener><dateline><placeName>Oslo</placeName>, <date when="1955-08-22">{}</date><lb/>[Received 9 p.m.]</dateline>'
    "</opener>",
    "<dateline>{}</dateline>",
    "<signed>{}</signed>",
    "<head>{}</head>",
    "<trailer>{}</trailer>",
    "<salute>{}</salute>",
)
NOTES = (
    '<note n="2" xml:id="d9fn2">{}</note>',
    '<note n="*">{}</note>',
    "<note>{}</note>",
    '<note n="3"><p>{}</p><p>{}</p></note>',
    '<note n="4"><quote><p>{}</p></quote></note>',
)


def _words() -> st.SearchStrategy[str]:
    return st.sampled_from(
        (
            "ice ",
            " ship",
            "\n      harbor ",
            "59. ",
            "No. 11.] ",
            "(a) ",
            "secret",
            " top secret ",
            "[",
            "]",
            "Received",
            " “x”",
            "&amp;",
            "",
        )
    )


def inline(depth: int = 2) -> st.SearchStrategy[str]:
    """Draw running text."""
    if depth == 0:
        return _words()
    nested = st.tuples(st.sampled_from((*INLINE, *NOTES)), st.deferred(lambda: inline(depth - 1))).map(
        lambda pair: pair[0].format(*([pair[1]] + ["more "] * 3)[: pair[0].count("{}")])
    )
    piece = st.one_of(_words(), st.sampled_from(EMPTY), nested)
    return st.lists(piece, max_size=4).map("".join)


def blocks(depth: int = 2) -> st.SearchStrategy[str]:
    """Draw blocks, some with blocks in them."""
    content = inline(2) if depth == 0 else st.one_of(inline(2), st.deferred(lambda: blocks(depth - 1)))
    block = st.tuples(st.sampled_from((*BLOCKS, *NOTES)), st.lists(content, min_size=3, max_size=3)).map(
        lambda pair: pair[0].format(*pair[1][: pair[0].count("{}")])
    )
    return st.lists(st.one_of(block, st.sampled_from(EMPTY)), max_size=4).map("\n    ".join)


def numbered(document: str) -> str:
    """Give each word "ice" a number."""
    first, *pieces = document.split("ice ")
    return first + "".join(f"ice{count} {piece}" for count, piece in enumerate(pieces, 1))
