"""The page of a telegram: all that an edition knows of it, in any language of the interface, without a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from edition.corpus import load_corpus
from edition.render.plaintext import plain_text
from edition.site import kinds, telegrams
from edition.site.plan import File, Planned, Settings, Site
from tei.findings import Finding
from tei.xmlfile import parse_file

ROOT = Path(__file__).resolve().parents[3]

TEMPLATE = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="{lang}"><teiHeader><fileDesc><titleStmt>
<title type="main">{title}</title><editor role="translator"><persName>Ida Lind</persName></editor></titleStmt>
<publicationStmt><publisher>Karsk Institute</publisher></publicationStmt><sourceDesc><msDesc><msIdentifier>
<settlement>Leningrad</settlement><repository>Archive of the Karsk Institute</repository><idno type="archival">
<idno type="fond">7</idno><idno type="opis">2</idno><idno type="delo">15</idno><idno type="listy">{leaf}</idno></idno>
</msIdentifier></msDesc></sourceDesc></fileDesc><profileDesc><abstract><p>On the goat.</p></abstract><correspDesc>
<correspAction type="sent"><persName ref="#vetrov">Pavel Vetrov</persName><placeName ref="#karsk">Karsk</placeName>
<date when="{day}T18:20:00+03:00">that evening</date></correspAction>
<correspAction type="transmitted" subtype="deciphered"><persName>Drozdova</persName>
<date when="{day}T22:05:00+03:00"/></correspAction>
<correspAction type="received"><persName ref="#zhitkov" type="pseudonym">TULIP</persName></correspAction>
<correspAction type="forwarded" subtype="copy"><persName ref="#kashin">Kashin</persName></correspAction>
{context}</correspDesc></profileDesc>
<revisionDesc><change when="2026-01-02" status="checked">Compared.</change></revisionDesc></teiHeader>
<standOff><listPerson><person xml:id="vetrov"><persName>Pavel Vetrov</persName></person>
<person xml:id="zhitkov"><persName>Lev Zhitkov</persName></person>
<person xml:id="kashin"><persName>Fyodor Kashin</persName></person>
</listPerson><listPlace><place xml:id="karsk"><placeName>Karsk</placeName></place></listPlace></standOff>
<text><body>{body}</body></text></TEI>"""

FIRST = (
    '<div type="preamble"><ab type="number">TELEGRAM Nº <num type="telegram" value="211">211</num></ab></div>'
    '<div type="message"><pb n="44"/><p>To <persName ref="#zhitkov" type="pseudonym">TULIP</persName>: the goat '
    '<supplied reason="sense">is</supplied> well'
    '<note type="footnote" n="1" xml:id="n1" place="foot">So the cook.</note>, '
    "and Com<expan>r<ex>ade</ex></expan> <sic>tiem</sic> <script>alert(1)</script></p><p>The ice holds.</p></div>"
    '<div type="docket"><ab type="deciphered">Deciphered by Drozdova</ab></div>'
)
GOAT = {
    "en": ("Letter on the goat", "<p>The goat is well.</p><p>The ice holds.</p>"),
    "ru": ("Письмо о козе", "<p>Коза здорова.</p><p>Лёд держит.</p>"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two telegrams, the second an answer, and a letter in two languages; an interface in three."""
    folder = tmp_path_factory.mktemp("tei")

    def write(
        ident: str, day: str, body: str, lang: str = "en", title: str = "", leaf: str = "", context: str = ""
    ) -> None:
        text = TEMPLATE.format(
            id=ident,
            day=day,
            body=body,
            lang=lang,
            title=title or ident,
            leaf=leaf or ident[-1],
            context=f'<correspContext><ref type="answers" target="#{context}"/></correspContext>' if context else "",
        )
        (folder / f"{ident}.xml").write_text(text, encoding="utf-8")

    write("t1", "1938-02-11", FIRST, title="Telegram &lt;No.&gt; 211", leaf="44")
    write("t2", "1938-02-12", "<p>Good.</p>", context="t1")
    for lang, (title, body) in GOAT.items():
        write(f"goat-{lang}", "1938-03-11", f'<div type="message">{body}</div>', lang, title, "51")
    corpus, _ = load_corpus([folder])
    settings = Settings(
        "Karsk & co", url="https://karsk.example/", languages=("en", "ru", "zh"), publisher="Karsk Institute"
    )
    return Site(corpus, settings)


def made(site: Site, ident: str, lang: str = "en") -> dict[str, File]:
    address = site.address("telegram", ident, lang)
    planned = next(one for one in telegrams.plan(site) if one.path == address)
    return {one.path: one for one in telegrams.make(site, planned) if isinstance(one, File)}


def page(site: Site, ident: str, lang: str = "en") -> html.HtmlElement:
    return html.document_fromstring(made(site, ident, lang)[site.address("telegram", ident, lang)].data.decode())


def words(tree: html.HtmlElement, path: str) -> list[str]:
    return [re.sub(r"\s+", " ", str(each.xpath("string()"))).strip() for each in tree.xpath(path)]


def test_the_envelope_is_a_way_with_stations(site: Site) -> None:
    """Who, where, when, in order; how long each step took; copies branch off."""
    tree = page(site, "t1")
    assert words(tree, "//ol[@class='stations']/li") == [
        "Sent Pavel Vetrov Karsk 11 February 1938, 18:20 (UTC+3) 3 h 45 min later",
        "Deciphered Drozdova 11 February 1938, 22:05 (UTC+3)",
        "Received Lev Zhitkov (as TULIP)",
    ]
    assert words(tree, "//p[@class='branch']") == ["Copies to Fyodor Kashin"]
    assert tree.xpath("//li[contains(@class, 'station')]//a/@href")[0] == "../persons/vetrov.html"
    assert tree.xpath("//time/@title")[0] == "In the source: that evening"


def test_the_archival_reference_leads_to_its_place_in_the_archives(site: Site) -> None:
    """With the id of the file on that page."""
    link = page(site, "t1").xpath("//dl[@class='facts']//a")[0]
    assert "7" in link.text
    target, _, anchor = link.get("href").partition("#")
    assert target.startswith("../archives/")
    address = target.removeprefix("../")
    planned = next(one for one in kinds.plan(site) if one.path == address)
    [archive] = kinds.make(site, planned)
    assert f'id="{anchor}"' in archive.data.decode()


def test_the_text_has_its_form_its_notes_and_both_views(site: Site) -> None:
    """Preamble and docket apart; a marker and its note lead to each other; a switch that needs no script."""
    tree = page(site, "t1")
    assert tree.xpath("//section/@class[starts-with(., 'form')]") == ["form preamble", "form docket"]
    assert tree.xpath("//a[@role='doc-noteref']/@href") == ["#n1"]
    assert tree.xpath("//li[@id='n1']/a/@href") == ["#" + tree.xpath("//a[@role='doc-noteref']/@id")[0]]
    assert tree.xpath("//input[@name='view']/@value") == ["reading", "marks"]
    assert words(tree, "//span[@class='expan']//span[@class='mark']") == ["[", "]"]
    assert tree.xpath("//*[@role='separator']/@data-n") == ["44"]


def test_names_lead_to_their_pages_and_a_pseudonym_says_who_it_is(site: Site) -> None:
    """In the text as in the list of those named."""
    [name] = page(site, "t1").xpath("//p//a[contains(@class, 'pseudonym')]")
    assert (name.get("href"), name.get("title"), name.text) == ("../persons/zhitkov.html", "Lev Zhitkov", "TULIP")
    assert words(page(site, "t1"), "//section[contains(@class, 'mentions')]//li") == ["Lev Zhitkov"]


def test_values_of_the_tei_never_become_markup(site: Site) -> None:
    """Neither those of the header nor those of the text; no script, no style in the page."""
    data = made(site, "t1")["telegrams/t1.html"].data.decode()
    assert "Telegram &lt;No.&gt; 211" in data
    assert "<script>" not in data
    assert not re.search(r"\sstyle=|\son\w+=", data)
    tree = page(site, "t1")
    assert {script.get("type") for script in tree.xpath("//script")} == {"module", "application/ld+json"}


def test_neighbours_and_answers_are_linked(site: Site) -> None:
    """Before and after in time and in the exchange; what is answered, and by what."""
    tree = page(site, "t2")
    assert words(tree, "//dl[@class='related']//a") == ["Telegram <No.> 211"]
    assert words(page(site, "t1"), "//dl[@class='related']/div/*") == ["Answered by", "t2"]
    assert tree.xpath("//nav[contains(@class, 'neighbours')]/div[last()]/a/@rel") == ["prev", "next"]


def test_the_other_forms_lie_beside_the_page_once_for_all_languages(site: Site) -> None:
    """The bytes of the file, its plain text, and three files for reference managers."""
    files = made(site, "t1")
    assert sorted(files) == [
        f"telegrams/t1{suffix}" for suffix in (".bib", ".csl.json", ".html", ".ris", ".txt", ".xml")
    ]
    source = site.corpus.by_id["t1"].path
    assert files["telegrams/t1.xml"].data == source.read_bytes()
    assert files["telegrams/t1.txt"].data.decode() == plain_text(parse_file(source))
    assert list(made(site, "t1", "ru")) == ["ru/telegrams/t1.html"]
    hrefs = page(site, "t1", "ru").xpath("//dd[@class='downloads']/a/@href")
    assert hrefs[0] == "../../telegrams/t1.xml"


def test_a_citation_has_the_reference_the_address_and_the_version(site: Site) -> None:
    """In three styles, and the digest of the file under them."""
    tree = page(site, "t1")
    assert len(tree.xpath("//div[@class='cited']")) == 3
    assert "https://karsk.example/telegrams/t1.html" in words(tree, "//p[@id='page--cite-chicago']")[0]
    assert site.corpus.by_id["t1"].digest[:12] in words(tree, "//section[contains(@class, 'versions')]")[0]


def test_the_page_speaks_the_language_of_the_interface(site: Site) -> None:
    """Also in what the stylesheets add; the text keeps its own language."""
    russian, chinese = page(site, "t1", "ru"), page(site, "t1", "zh")
    assert (russian.get("lang"), russian.xpath("//div[@class='reading-text']/@lang")) == ("ru", ["en"])
    assert words(russian, "//li[contains(@class, 'station')]")[0].replace("\xa0", " ") == (
        "Отправлено Pavel Vetrov Karsk 11 февраля 1938 г., 18:20 (UTC+3) через 3 ч 45 мин"
    )
    assert russian.xpath("//a[@role='doc-noteref']/@aria-label") == ["примечание 1"]
    assert chinese.xpath("//section[@class='form preamble']/@aria-label") == ["电文前的公务栏"]
    assert russian.xpath("//link[@rel='alternate'][@hreflang]/@href") == [
        *("../../telegrams/t1.html", "t1.html", "../../zh/telegrams/t1.html"),
    ]


def test_original_and_translation_stand_side_by_side(site: Site) -> None:
    """Paragraph beside paragraph, each in its language; a choice of the same switch."""
    tree = page(site, "goat-en")
    assert tree.xpath("//input[@name='view']/@value") == ["reading", "marks", "beside-1"]
    pairs = tree.xpath("//div[@class='pair']")
    assert [words(pair, "./*") for pair in pairs] == [
        ["The goat is well.", "Коза здорова."],
        ["The ice holds.", "Лёд держит."],
    ]
    assert [each.get("lang") for each in tree.xpath("//div[contains(@class, 'beside-1')]")] == ["ru", "ru"]


def test_the_digest_of_a_page_changes_with_what_it_shows(site: Site) -> None:
    """And with nothing else."""
    before = {one.subject: one.digest for one in telegrams.plan(site)}
    assert len(set(before.values())) == len(before)
    assert before == {one.subject: one.digest for one in telegrams.plan(site)}


def test_what_the_stylesheets_report_comes_with_the_page_once(site: Site) -> None:
    """For the first language, not for each."""
    for lang, rules in (("en", ["REN101"]), ("ru", [])):
        planned = next(one for one in telegrams.plan(site) if one.path == site.address("telegram", "t1", lang))
        assert [one.rule for one in telegrams.make(site, planned) if isinstance(one, Finding)] == rules


@pytest.fixture
def stub(tmp_path: Path) -> Site:
    """An index of letters (CMIF): envelopes without texts."""
    body = (
        '<correspDesc ref="https://letters.example/7"><correspAction type="sent"><persName ref="https://viaf.org/viaf/7">Lind'
        '</persName><date when="1938-05-01"/></correspAction></correspDesc>'
    )
    header = f"<teiHeader><profileDesc>{body}{body.replace('/7', '/8')}</profileDesc></teiHeader>"
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}</TEI>'
    (tmp_path / "index.xml").write_text(source, encoding="utf-8")
    return Site(load_corpus([tmp_path])[0], Settings("Index"))


def test_a_letter_that_is_an_envelope_alone_says_where_it_can_be_read(stub: Site) -> None:
    """It offers no text and no TEI, for it has none."""
    ident = stub.corpus.documents[0].id
    files = made(stub, ident)
    assert {path.partition(".")[2] for path in files} == {"bib", "csl.json", "html", "ris"}
    assert "https://letters.example/" in page(stub, ident).xpath("//p[@class='without-text']/a/@href")[0]


def test_a_template_of_the_edition_comes_before_ours(site: Site, tmp_path: Path) -> None:
    """It may extend ours and change a block."""
    folder = tmp_path / "templates" / "site"
    folder.mkdir(parents=True)
    (folder / "text.html.j2").write_text("{% macro reading(page, document, title) %}own {{ title }}{% endmacro %}")
    mine = Site(site.corpus, Settings("Mine", own=tmp_path))
    assert "own Text" in words(page(mine, "t1"), "//main")[0]


def test_a_page_of_seven_kilobytes_stays_below_sixty(tmp_path: Path) -> None:
    """Its text is not repeated."""
    body = "".join(f"<p>{'The ice on the strait holds, and the goat is well. ' * 8}</p>" for _ in range(13))
    source = TEMPLATE.format(id="t9", lang="en", title="Long", leaf="9", day="1938-01-01", body=body, context="")
    assert len(source) > 7000
    (tmp_path / "t9.xml").write_text(source, encoding="utf-8")
    long = Site(
        load_corpus([tmp_path])[0], Settings("Long", url="https://karsk.example/", languages=("en", "ru", "zh"))
    )
    assert len(made(long, "t9")["telegrams/t9.html"].data) < 60_000


def test_an_article_lists_what_was_taken_out_of_it(tmp_path: Path) -> None:
    """And is listed among the articles; the telegram leads back to it."""
    for path in sorted((ROOT / "tests" / "golden" / "tei" / "blog-of-the-goat").glob("*.xml")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    blog = Site(load_corpus([tmp_path])[0], Settings("Blog"))
    pages: dict[str, Planned] = {one.path: one for one in kinds.plan(blog)}

    def make(path: str) -> str:
        return next(one.data.decode() for one in kinds.make(blog, pages[path]) if isinstance(one, File))

    [article] = [one.id for one in blog.corpus.context]
    shown = html.document_fromstring(make(f"sources/{article}.html"))
    assert shown.xpath("//ol[contains(@class, 'documents')]//a/@href")[0].startswith("../telegrams/")
    assert f"{article}.html" in make("sources/index.html")
    assert f"../sources/{article}.html" in make(f"telegrams/{blog.corpus.documents[0].id}.html")
