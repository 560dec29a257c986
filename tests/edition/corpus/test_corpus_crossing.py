"""How documents hang together: exchanges, threads, answers, neighbours, translations."""

from __future__ import annotations

from collections.abc import Callable

from edition.corpus import Corpus, Kind
from edition.corpus.model import Uses
from tei.findings import Finding

CorpusOf = Callable[..., tuple[Corpus, tuple[Finding, ...]]]
Letter = Callable[..., str]


def envelope(sender: str, recipient: str, day: str = "", context: str = "") -> str:
    """The header of a letter between two keys; several recipients are parted by a space."""
    to = "".join(f"<persName ref='#{one}'>{one}</persName>" for one in recipient.split())
    date = f"<date when='{day}'/>" if day else ""
    return (
        f"<profileDesc><correspDesc><correspAction type='sent'><persName ref='#{sender}'>{sender}</persName>{date}"
        f"</correspAction><correspAction type='received'>{to}</correspAction>"
        f"<correspContext>{context}</correspContext></correspDesc></profileDesc>"
    )


def ref(relation: str, target: str = "", text: str = "") -> str:
    pointer = f" target='{target}'" if target else ""
    return f"<ref type='{relation}'{pointer}>{text}</ref>"


def test_documents_are_in_order_of_time_the_undated_last(corpus_of: CorpusOf, letter: Letter) -> None:
    files = {
        "c.xml": letter(envelope("lind", "orlin", "1937-05-01")),
        "b.xml": letter(envelope("lind", "orlin")),
        "a.xml": letter(envelope("lind", "orlin", "1937-05-02T10:00:00")),
    }
    corpus, _ = corpus_of(files)
    assert [document.id for document in corpus.documents] == ["c", "a", "b"]
    assert corpus.by_id["a"] is corpus.documents[1]


def test_an_exchange_is_what_two_sent_each_other(corpus_of: CorpusOf, letter: Letter) -> None:
    files = {
        "a.xml": letter(envelope("orlin", "lind", "1937-05-01")),
        "b.xml": letter(envelope("lind", "orlin", "1937-05-02", ref("answers", "a.xml"))),
        "c.xml": letter(envelope("lind", "orlin", "1937-05-03")),
        "d.xml": letter(envelope("orlin", "lind", "1937-05-04", ref("answers", "", "yours of the 2nd"))),
        "e.xml": letter(envelope("lind", "lind", "1937-05-05")),
    }
    corpus, _ = corpus_of(files)
    (exchange,) = corpus.exchanges
    assert (exchange.key, exchange.pair, exchange.documents) == ("lind--orlin", ("lind", "orlin"), ("a", "b", "c", "d"))
    assert exchange.kinds == (Kind.PERSON, Kind.PERSON)
    assert exchange.threads == (("a", "b"), ("c",), ("d",))
    assert [(id_, relation.text) for id_, relation in exchange.missing] == [("d", "yours of the 2nd")]
    assert corpus.answers == {"a": ("b",)}
    assert corpus.neighbours == {"a": ("", "b"), "b": ("a", "c"), "c": ("b", "d"), "d": ("c", "")}
    assert corpus.uses[Kind.PERSON, "orlin"] == Uses(("a", "d"), ("b", "c"))


def test_a_body_and_a_person_by_one_name_have_exchanges_of_their_own(corpus_of: CorpusOf, letter: Letter) -> None:
    """Else two pages of the site would have one address."""
    sent = envelope("lind", "ministry", "1937-05-01").replace(" ref='#lind'", "").replace(" ref='#ministry'", "")
    by_body = sent.replace("<persName>ministry</persName>", "<orgName>ministry</orgName>")
    corpus, _ = corpus_of({"a.xml": letter(sent), "b.xml": letter(by_body)})
    assert [(one.key, one.documents) for one in corpus.exchanges] == [
        ("lind--ministry", ("b",)),
        ("lind--ministry-2", ("a",)),
    ]


def test_a_circular_is_in_an_exchange_with_each_and_in_the_first_for_its_neighbours(
    corpus_of: CorpusOf, letter: Letter
) -> None:
    files = {
        "a.xml": letter(envelope("lind", "orlin vetrov", "1937-05-01")),
        "b.xml": letter(envelope("vetrov", "lind", "1937-05-02")),
        "c.xml": letter(envelope("orlin", "lind", "1937-05-03")),
    }
    corpus, _ = corpus_of(files)
    assert [(one.key, one.documents) for one in corpus.exchanges] == [
        ("lind--orlin", ("a", "c")),
        ("lind--vetrov", ("a", "b")),
    ]
    assert corpus.neighbours["a"] == ("", "c")
    assert corpus.neighbours["b"] == ("a", "")


def test_what_a_file_says_of_its_neighbours_goes_before_the_order_of_time(corpus_of: CorpusOf, letter: Letter) -> None:
    """And is told from either side."""
    files = {
        "a.xml": letter(envelope("lind", "orlin", "1937-05-01", ref("next", "c.xml"))),
        "b.xml": letter(envelope("lind", "orlin", "1937-05-02", ref("prev", "b.xml"))),
        "c.xml": letter(envelope("lind", "orlin", "1937-05-03")),
        "d.xml": letter(envelope("vetrov", "", "1937-05-03", ref("prev", "#a"))),
    }
    corpus, _ = corpus_of(files)
    assert corpus.neighbours["a"] == ("", "c")
    assert corpus.neighbours["c"] == ("a", "")
    assert corpus.neighbours["b"] == ("a", "c")
    assert corpus.neighbours["d"] == ("a", "")


def test_a_reply_is_an_answer_told_from_the_other_side(corpus_of: CorpusOf, letter: Letter) -> None:
    """Both saying so is one answer; a document that answers itself is none."""
    files = {
        "a.xml": letter(envelope("lind", "orlin", "1937-05-01", ref("reply", "b.xml") + ref("answers", "a.xml"))),
        "b.xml": letter(envelope("orlin", "lind", "1937-05-02", ref("answers", "a.xml"))),
        "c.xml": letter(
            envelope("orlin", "lind", "1937-05-03", ref("answers", "../tei/a.xml") + ref("answers", "gone.xml"))
        ),
    }
    corpus, _ = corpus_of(files)
    assert corpus.answers == {"a": ("b", "c")}
    missing = corpus.exchanges[0].missing
    assert [(id_, one.relation, one.target) for id_, one in missing] == [("c", "answers", "")]


TARGETS = (
    "one.xml",
    "../tei/one.xml",
    "./one.xml",
    "sub/../one.xml",
    "t1",
    "#t1",
    "letters.xml#t1",
    "https://example.org/letters/1",
    "https://example.org/view/t1",
    "https://example.org/view/one.xml",
    "elsewhere/one.xml",
)


def test_a_target_is_found_however_it_is_written(corpus_of: CorpusOf, letter: Letter) -> None:
    """By file, id, number, address, or the name at the end of an address."""
    idnos = "<idno type='url'>https://example.org/letters/1</idno><idno>K 7/1</idno>"
    one = letter(envelope("lind", "orlin", "1937-05-01"), attributes="xml:id='t1'").replace(
        "<p>Unpublished.</p>", idnos
    )
    files = {"one.xml": one}
    for number, target in enumerate(TARGETS):
        files[f"x{number}.xml"] = letter(envelope("orlin", "lind", "1937-05-02", ref("answers", target)))
    corpus, _ = corpus_of(files)
    assert set(corpus.answers["t1"]) == {f"x{number}" for number in range(len(TARGETS))}


def test_a_file_of_the_same_folder_goes_before_one_of_the_same_name(corpus_of: CorpusOf, letter: Letter) -> None:
    files = {
        "a/one.xml": letter(envelope("lind", "orlin", "1937-05-01"), attributes="xml:id='a1'"),
        "b/one.xml": letter(envelope("lind", "orlin", "1937-05-01"), attributes="xml:id='b1'"),
        "b/two.xml": letter(envelope("orlin", "lind", "1937-05-02", ref("answers", "one.xml"))),
    }
    assert corpus_of(files)[0].answers == {"b1": ("two",)}


def test_an_envelope_inside_another_makes_an_exchange_too(corpus_of: CorpusOf, letter: Letter) -> None:
    """A telegram that hands on another is found under the parties of both."""
    inner = envelope("mikulin", "orlin", "1937-04-30").replace("<correspDesc>", "<correspDesc corresp='#message'>")
    header = envelope("lind", "orlin", "1937-05-01").replace("</profileDesc>", "") + inner.replace("<profileDesc>", "")
    corpus, _ = corpus_of({"a.xml": letter(header)})
    assert [exchange.key for exchange in corpus.exchanges] == ["lind--orlin", "mikulin--orlin"]
    assert corpus.documents[0].envelopes[1].part == "message"
    assert corpus.documents[0].date.when == "1937-05-01"
    assert corpus.uses[Kind.PERSON, "mikulin"].sent == ("a",)


def test_who_handles_or_is_mentioned_is_told_apart(corpus_of: CorpusOf, letter: Letter) -> None:
    """A party is not mentioned in its own letter; whoever got a copy handled it."""
    header = envelope("lind", "orlin", "1937-05-01").replace(
        "<correspContext>",
        "<correspAction type='forwarded' subtype='copy'><persName ref='#vetrov'/></correspAction><correspContext>",
    )
    text = "<p><persName ref='#orlin'>O</persName><persName ref='#vetrov'>V</persName></p>"
    corpus, _ = corpus_of({"a.xml": letter(header, text)})
    assert corpus.uses[Kind.PERSON, "vetrov"] == Uses((), (), ("a",), ("a",))
    assert corpus.uses[Kind.PERSON, "orlin"].mentioned == ()
    assert corpus.uses[Kind.PERSON, "vetrov"].all == ("a",)


def test_an_article_leads_to_the_telegrams_that_were_taken_from_it(corpus_of: CorpusOf, letter: Letter) -> None:
    article = letter(
        text="<p>Taken from <ref type='telegram' target='a.xml'/><ref target='#x'/><ref target='mailto:a@b.c'/></p>"
    )
    files = {"a.xml": letter(), "c-page.xml": article.replace("<text>", "<text type='context'>")}
    corpus, _ = corpus_of(files)
    assert [one.id for one in corpus.context] == ["c-page"]
    assert corpus.context[0].references == ("a",)
    assert corpus.referred == {"a": ("c-page",)}
    assert [one.id for one in corpus.documents] == ["a"]


def kept(sender: str, day: str, leaves: str = "5") -> Callable[[str, Letter], str]:
    def write(lang: str, letter: Letter) -> str:
        source = (
            "<msDesc><msIdentifier><repository>AKPI</repository><idno type='fond'>1</idno>"
            f"<idno type='listy'>{leaves}</idno></msIdentifier></msDesc>"
        )
        return letter(envelope(sender, "orlin", day), attributes=f"xml:lang='{lang}'").replace(
            "<p>Invented.</p>", source
        )

    return write


def test_the_same_leaves_day_and_sender_in_another_language_are_a_translation(
    corpus_of: CorpusOf, letter: Letter
) -> None:
    same = kept("lind", "1937-05-01")
    files = {
        "en.xml": same("en", letter),
        "ru.xml": same("ru", letter),
        "zh.xml": same("zh-Hans", letter),
        "other.xml": kept("vetrov", "1937-05-01")("de", letter),
        "later.xml": kept("lind", "1937-05-02")("de", letter),
        "none.xml": kept("lind", "1937-05-01", "")("de", letter),
    }
    assert corpus_of(files)[0].translations == {"en": ("ru", "zh"), "ru": ("en", "zh"), "zh": ("en", "ru")}


def test_two_documents_of_one_language_on_one_leaf_are_no_translations(corpus_of: CorpusOf, letter: Letter) -> None:
    same = kept("lind", "1937-05-01")
    files = {"a.xml": same("en", letter), "b.xml": same("en-GB", letter), "c.xml": letter(attributes="xml:lang='de'")}
    assert corpus_of(files)[0].translations == {}


def test_a_translation_that_a_file_names_is_one_for_both(corpus_of: CorpusOf, letter: Letter) -> None:
    """relatedItem, bibl, and @corresp of a document in another language; not @corresp in the same."""
    related = "<bibl><relatedItem type='original' target='ru.xml'/></bibl>"
    files = {
        "en.xml": letter(attributes="xml:lang='en'").replace("<p>Invented.</p>", related),
        "ru.xml": letter(attributes="xml:lang='ru'"),
        "sv.xml": letter(attributes="xml:lang='sv' corresp='ru.xml'"),
        "sv2.xml": letter(attributes="xml:lang='sv' corresp='sv.xml sv2.xml lost.xml'"),
    }
    assert corpus_of(files)[0].translations == {"en": ("ru", "sv"), "ru": ("en", "sv"), "sv": ("en", "ru")}
