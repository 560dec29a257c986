"""Datatypes: the quick ways judge as `xmlschema` and `elementpath` do, and what they leave out is left to these."""

from __future__ import annotations

import re
from functools import cache

import pytest
import xmlschema
from elementpath.regex import translate_pattern
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tei.names import XSD_DATATYPES_NS
from tei.relaxng.datatypes import DatatypeError, check, judge_of, normalised, same_as
from tei.relaxng.lexical import JUDGES
from tei.relaxng.machines import Machine, TooLargeError, is_risky
from tei.relaxng.regexes import Expression, PatternError, _Translator

BUILTIN = xmlschema.XMLSchema.builtin_types()
COMPARED = sorted(set(JUDGES) & set(BUILTIN) - {"anyURI", "IDREFS", "NMTOKENS"})
SEEDS = {
    "date": ("1937-10-20", "-0044-03-15", "2000-02-29Z", "1900-02-29", "1937-10-20+02:00", "12345-01-01", "0000-01-01"),
    "dateTime": ("1937-10-20T10:00:00", "1937-10-20T24:00:00", "1937-10-20T24:00:01", "1937-10-20T10:00:00.5Z"),
    "time": ("10:00:00", "24:00:00", "10:00:00-14:00", "10:00:60", "10:00"),
    "duration": ("P1D", "PT1H", "P1Y2M3DT4H5M6.7S", "-P1D", "P", "PT", "P1H"),
    "gYear": ("1937", "-0001", "0000", "12345", "37", "1937Z"),
    "gYearMonth": ("1937-10", "1937-13", "1937"),
    "gMonth": ("--10", "--13", "--10--"),
    "gDay": ("---31", "---32", "---00"),
    "gMonthDay": ("--02-29", "--02-30", "--04-31"),
    "double": ("1", "1e5", "INF", "-INF", "+INF", "NaN", ".5", "1.", "1e", "."),
    "language": ("en", "en-US", "x-klingon", "en-", "abcdefghi"),
    "boolean": ("true", "false", "0", "1", "TRUE", "yes"),
    "hexBinary": ("0a", "0", "", "0g"),
    "base64Binary": ("AAA=", "AAAA", "A", "é"),
}
NUMBERS = ("0", "-0", "+1", "007", "127", "128", "-128", "-129", "255", "256", "32767", "-32769", "65536", "2147483648")
LARGE = ("4294967296", "9223372036854775808", "18446744073709551616", "9" * 30, "1.0", ".5", "1.", ".", "+", "", " 7 ")
NAMES = ("a", "a:b", "_a", "é", "ดี", "х1", "а-б", "1a", "-a", ".a", "a b", "a·b", "a\u00a0b", "")
ALPHABET = st.sampled_from(list("abzAZ019-+:.#?/%[] _T,éZ"))


def odd(text: str) -> bool:
    """Tell whether `xmlschema` judges by what Python reads as a number, or by white space that XML does not know."""
    return "_" in text or "\u00a0" in text or re.search(r"\d [\d ]*\d|- \d", text) is not None


def by_xmlschema(name: str, text: str) -> bool:
    try:
        return bool(BUILTIN[name].is_valid(text))
    except OverflowError:  # a year of ten digits
        return False


@pytest.mark.parametrize("name", COMPARED)
def test_quick_ways_judge_as_xmlschema_does(name: str) -> None:
    """For values that are right, values nearly right, and values of other types."""
    judge = judge_of(XSD_DATATYPES_NS, name)
    texts = {text for group in (*SEEDS.values(), NUMBERS, LARGE, NAMES) for text in group}
    wrong = {text for text in texts if not odd(text) and judge(text, {}) != by_xmlschema(name, text)}
    assert wrong == set()


@given(name=st.sampled_from(COMPARED), text=st.text(ALPHABET, max_size=12))
@settings(max_examples=400, deadline=None)
def test_quick_ways_judge_drawn_values_as_xmlschema_does(name: str, text: str) -> None:
    """Whatever the value, both say the same."""
    if not odd(text):
        assert judge_of(XSD_DATATYPES_NS, name)(text, {}) == by_xmlschema(name, text)


@given(name=st.sampled_from(sorted(SEEDS)), data=st.data())
@settings(max_examples=400, deadline=None)
def test_quick_ways_judge_values_with_a_slip_as_xmlschema_does(name: str, data: st.DataObject) -> None:
    """A right value with one character changed, put in or taken out."""
    seed = data.draw(st.sampled_from(SEEDS[name]))
    at = data.draw(st.integers(0, len(seed)))
    text = (
        seed[:at]
        + data.draw(st.sampled_from(["", "0", "9", "-", ":", "Z", "1", "+"]))
        + seed[at + data.draw(st.integers(0, 1)) :]
    )
    if not odd(text):
        assert judge_of(XSD_DATATYPES_NS, name)(text, {}) == by_xmlschema(name, text)


ADDRESSES = {
    True: (
        *("", "#a", "a/b", "a b", "é.xml", "http://a.b/c?d#e", "mailto:x@y", "urn:a:b", "//h:80/p", "http://[::1]/"),
        *("%41", "..", "?q", "file:///x", "psn:orlin", "https://karsk.example/17", "a?b?c", "{x}", "./a:b", "#a/b"),
    ),
    False: ("#a#b", "%zz", "%4", "http://[::1", "1:b", ":b", "http://h:port/", "a[b]", "//a@b@c/"),
}


@pytest.mark.parametrize(("text", "right"), [(text, right) for right, texts in ADDRESSES.items() for text in texts])
def test_addresses_are_those_of_rfc_3986_once_escaped(text: str, right: bool) -> None:
    """`xmlschema` takes everything for an address; Jing and libxml2 do not, and an editor wants the slip found."""
    assert judge_of(XSD_DATATYPES_NS, "anyURI")(text, {}) == right


def test_lists_of_names_hold_at_least_one() -> None:
    """IDREFS, NMTOKENS: names with spaces between."""
    for name in ("IDREFS", "NMTOKENS"):
        judge = judge_of(XSD_DATATYPES_NS, name)
        assert [judge(text, {}) for text in ("a b", " a ", "", "a %")] == [True, True, False, False]


def test_entities_cannot_be() -> None:
    """They would have to be declared in a document type declaration, which is refused."""
    assert not judge_of(XSD_DATATYPES_NS, "ENTITY")("a", {})


def test_qualified_names_need_their_prefix_declared() -> None:
    """A name without a prefix is always one; two are the same if their namespaces are."""
    judge = judge_of(XSD_DATATYPES_NS, "QName", (("maxLength", "1000"), ("pattern", ".+")))
    assert [judge(text, {"x": "u:x"}) for text in ("a", "x:a", "y:a", "x:1", ":a", "")] == [True, True, *[False] * 4]
    same = same_as(XSD_DATATYPES_NS, "QName", "x:a", {"x": "u:x"})
    assert [same(text, {"y": "u:x", "": "u:z"}) for text in ("y:a", "y:b", "a", "z:a")] == [True, False, False, False]


EXPRESSIONS = (
    *(
        r"[^\p{C}\p{Z}]+",
        r"(\-?[\d]+/\-?[\d]+)",
        r"[0-9.,DHMPRSTWYZ/:+\-]+",
        r"[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}",
    ),
    *(
        r"(19[789][0-9]|[2-9][0-9]{3}).*",
        r"(\p{L}|\p{N}|\p{P}|\p{S})+",
        r"\i\c*",
        r"[\i-[:]][\c-[:]]*",
        r"[a-z-[aeiou]]+",
    ),
    *(
        r"a{2,3}|b{2}|c{1,}",
        r"\p{Lu}\p{Ll}*",
        r"\P{L}+",
        r"\D\.\\",
        r"",
        r"(a|)b?",
        r".",
        r"[\^a-c\-]",
        r"[a\-z]",
        r"$^",
    ),
    *(r"\p{IsCyrillic}+", r"[^\s]+", r"[-a]", r"[a-]"),
)
TEXTS = (
    "",
    "a",
    "é",
    "7",
    "a b",
    "1/2",
    "-1/2",
    "1937",
    "2026a",
    "Ice",
    "aa",
    "cc",
    "b",
    "Лёд",
    "x.y",
    "a:b",
    "-",
    "]",
    "$^",
)


@pytest.mark.parametrize("source", EXPRESSIONS)
def test_expressions_match_what_elementpath_says(source: str) -> None:
    """Over values with and without letters beyond ASCII."""
    wanted = re.compile(translate_pattern(source, back_references=False, lazy_quantifiers=False, anchors=False))
    expression = Expression(source)
    assert [expression.matches(text) for text in TEXTS] == [wanted.fullmatch(text) is not None for text in TEXTS]


def test_white_space_is_that_of_xml() -> None:
    r"""A no-break space is no white space: `\S` takes it, and it does not part tokens. Python thinks otherwise."""
    assert Expression(r"\S+").matches("a\u00a0b")
    assert not Expression(r"\S+").matches("a b")
    assert normalised("token", " a\n\t b\u00a0 ") == "a b\u00a0"
    assert normalised("normalizedString", "a\tb") == "a b"
    assert normalised("string", " a ") == " a "


@pytest.mark.parametrize(
    "source",
    [
        "(",
        "a)",
        "a**",
        "*a",
        "[",
        "[z-a]",
        "[]",
        "\\y",
        "a{3,2}",
        "}",
        "a]",
        "[a",
        "[a-[b]",
        r"[a-\d]",
        "(a{200}){90}*",
    ],
)
def test_what_is_no_expression_is_refused(source: str) -> None:
    """With the reason."""
    with pytest.raises((PatternError, DatatypeError)) as caught:
        Expression(source)
    assert str(caught.value)


PARTS = st.recursive(
    st.sampled_from(["a", "b", "[ab]", ".", r"\d", "[^a]"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{0,2}", "{1,}", "{0}", "{1,3}"])).map(
            lambda two: f"({two[0]}){two[1]}"
        ),
    ),
    max_leaves=6,
)


@given(source=PARTS, text=st.text(st.sampled_from("ab1\n"), max_size=6))
@settings(max_examples=400, deadline=None)
@example(source="((a|b)*){2}", text="abab")
def test_following_all_ways_at_once_finds_what_trying_them_finds(source: str, text: str) -> None:
    """The machine and the library agree on every expression and value."""
    wanted = re.compile(source.replace(".", r"[^\n\r]")).fullmatch(text) is not None
    assert Machine(tuple(_Translator(source).run())).matches(text) == wanted


def test_an_expression_made_to_be_slow_is_not() -> None:
    """What the library would try for longer than anyone lives is followed in one pass."""
    assert not Expression("(a+)+b").matches("a" * 100_000)
    assert not Expression(".*.*.*x").matches("a" * 100_000)
    assert Expression("(a|aa)*").matches("a" * 50_001)


def test_only_repetitions_of_repetitions_are_risky() -> None:
    """Everything else goes the quicker way."""
    risky = [
        source
        for source in ("(a+)+", "(a|b)*", "(ab)+", "a+b*", "(a?){3}")
        if is_risky(tuple(_Translator(source).run()))
    ]
    assert risky == ["(a+)+", "(a|b)*", "(a?){3}"]
    with pytest.raises(TooLargeError):
        Machine(tuple(_Translator("(a{900}){90}").run()))


FACETS = [
    ("token", (("minLength", "2"), ("maxLength", "3")), {"a": False, "ab": True, "abc": True, "abcd": False}),
    ("string", (("length", "2"),), {"ab": True, "a": False}),
    ("integer", (("minInclusive", "1"), ("maxExclusive", "5")), {"0": False, "1": True, "4": True, "5": False}),
    ("decimal", (("minExclusive", "0.5"), ("maxInclusive", "1")), {"0.5": False, "1.0": True, "1.01": False}),
    ("double", (("minInclusive", "0"), ("maxInclusive", "1")), {"0": True, "1e0": True, "NaN": False, "2": False}),
    ("date", (("minInclusive", "1937-01-01"),), {"1936-12-31": False, "1937-01-01": True}),
    ("decimal", (("totalDigits", "3"), ("fractionDigits", "1")), {"12.3": True, "12.34": False}),
    ("hexBinary", (("length", "2"),), {"0a0b": True, "0a": False}),
    ("anyURI", (("pattern", r"\S+"), ("pattern", "#.*")), {"#a": True, "a": False, "# a": False}),
]


@pytest.mark.parametrize(("name", "params", "texts"), FACETS)
def test_parameters_narrow_a_type(name: str, params: tuple[tuple[str, str], ...], texts: dict[str, bool]) -> None:
    """Lengths and bounds, quick where they can be and by `xmlschema` where not."""
    judge = judge_of(XSD_DATATYPES_NS, name, params)
    assert {text: judge(text, {}) for text in texts} == texts


SAME = [
    ("integer", "7", {"07": True, "+7": True, "8": False, "x": False}),
    ("decimal", "1.0", {"1": True, "1.5": False}),
    ("boolean", "true", {"1": True, "false": False}),
    ("date", "1937-10-20Z", {"1937-10-20+00:00": True, "1937-10-21Z": False}),
    ("double", "1", {"1e0": True, "2": False}),
    ("token", "a  b", {" a b ": True, "ab": False}),
    ("string", "a b", {"a b": True, " a b": False}),
]


@pytest.mark.parametrize(("name", "wanted", "texts"), SAME)
def test_a_value_is_the_same_however_it_is_written(name: str, wanted: str, texts: dict[str, bool]) -> None:
    """RELAX NG compares values, not their spelling."""
    same = same_as(XSD_DATATYPES_NS, name, wanted, {})
    assert {text: same(text, {}) for text in texts} == texts


def test_a_value_that_is_none_of_its_type_is_refused() -> None:
    """A schema that demands the date "soon" can never be met."""
    with pytest.raises(DatatypeError, match="no value of the datatype"):
        same_as(XSD_DATATYPES_NS, "date", "soon", {})


def test_a_type_forgotten_its_library_is_told_so() -> None:
    """The most frequent slip in a schema written by hand."""
    with pytest.raises(DatatypeError, match="is @datatypeLibrary missing"):
        check("", "date")


@cache
def words() -> tuple[str, ...]:
    return tuple(JUDGES)


def test_every_type_of_xml_schema_is_known() -> None:
    """All 44 but ENTITY and ENTITIES, QName and NOTATION, which are judged apart."""
    assert {"anyURI", "base64Binary", "gMonthDay", "unsignedByte", "normalizedString"} <= set(words())
