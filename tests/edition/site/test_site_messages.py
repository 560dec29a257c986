"""The words of the interface: every catalogue has all of them, and dates, numbers, plurals are the language's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2.ext import babel_extract
from lxml import etree

from edition.corpus.model import Moment
from edition.render.wording import translatable
from edition.resources import transforms_dir
from edition.site import dating, messages
from edition.site.filling import environment, json_ld
from edition.site.messages import load_messages, own_name
from tei.errors import SourceError

LANGUAGES = ("ru", "zh")
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true", "silent": "false"}


def said() -> Iterator[tuple[str, str, str]]:
    """Every message: where it stands, its text, its plural or nothing."""
    folder = transforms_dir()
    for path in sorted(path for part in ("site", "book") for path in (folder / "templates" / part).glob("*.j2")):
        with path.open("rb") as stream:
            for _, _, found, _ in babel_extract(stream, ("_", "gettext", "ngettext"), (), OPTIONS):
                texts = [found] if isinstance(found, str) else [text for text in found if text]
                yield path.name, texts[0], texts[1] if len(texts) > 1 else ""
    for path in sorted((folder / "xslt").glob("*.xsl")):
        for element in translatable(etree.parse(path).getroot()):
            yield path.name, element.text or "", ""
    for module in (dating, messages):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "gettext":
                assert isinstance(node.args[0], ast.Constant)
                yield module.__name__, node.args[0].value, ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_lacks_a_translation(lang: str) -> None:
    """Templates, stylesheets and modules say nothing that a catalogue of ours does not hold."""
    words, plurals = load_messages(lang).words, load_messages(lang).plurals
    missing = [(place, text) for place, text, plural in said() if text not in (plurals if plural else words)]
    assert missing == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_catalogue_holds_what_nobody_says(lang: str) -> None:
    """A translation whose message is gone, or was changed, goes."""
    known = {text for _, text, _ in said()}
    assert sorted({*load_messages(lang).words, *load_messages(lang).plurals} - known) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_translations_have_the_placeholders_of_their_messages(lang: str) -> None:
    """What a template puts into a message has a place in every language."""
    found = load_messages(lang)
    pairs = [*found.words.items(), *((text, form) for text, forms in found.plurals.items() for form in forms)]
    wrong = [(text, form) for text, form in pairs if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(form))]
    assert wrong == []


@pytest.mark.parametrize(("lang", "count"), [("ru", 3), ("zh", 1)])
def test_plurals_have_as_many_forms_as_the_language(lang: str, count: int) -> None:
    """Russian has three, Chinese one."""
    assert {len(forms) for forms in load_messages(lang).plurals.values()} == {count}


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, "документов"), (1, "документ"), (2, "документа"), (5, "документов"), (11, "документов"), (21, "документ")],
)
def test_a_number_takes_the_form_that_russian_gives_it(number: int, form: str) -> None:
    """One, few and many by the rules of CLDR."""
    assert load_messages("ru").ngettext("document", "documents", number) == form


def test_what_no_catalogue_holds_is_said_in_english() -> None:
    """A language of the edition's own begins with no words."""
    german = load_messages("de")
    assert (german.gettext("Persons"), german.ngettext("letter", "letters", 1), german.ngettext("a", "b", 2)) == (
        *("Persons", "letter", "b"),
    )
    assert german.language_name("ru") == "Russisch"
    assert load_messages("x-klingon").date("1937-09-04") == "4 September 1937"


@pytest.mark.parametrize(
    ("moment", "english", "russian", "chinese"),
    [
        (Moment(when="1937-09-04"), "4 September 1937", "4 сентября 1937 г.", "1937年9月4日"),
        (Moment(when="1937-09"), "September 1937", "сентябрь 1937 г.", "1937年9月"),
        (Moment(when="1937"), "1937", "1937 г.", "1937年"),
        (
            Moment(when="1937-09-04T23:05:00+03:00"),
            *("4 September 1937, 23:05 (UTC+3)", "4 сентября 1937 г., 23:05 (UTC+3)", "1937年9月4日 23:05 (UTC+3)"),
        ),
        (
            Moment(when="1937-09-04T23:05:00Z"),
            *("4 September 1937, 23:05 (UTC)",),
            "4 сентября 1937 г., 23:05 (UTC)",
            "",
        ),
        (Moment(when="1937-09-04T06:00:00-03:30"), "4 September 1937, 06:00 (UTC−3:30)", "", ""),
        (Moment(when="23:05:00"), "23:05", "23:05", "23:05"),
        (
            Moment(not_before="1937-09", not_after="1938-02"),
            "between September 1937 and February 1938",
            *("не ранее сентября 1937 г. и не позднее февраля 1938 г.", "1937年9月至1938年2月之间"),
        ),
        (Moment(not_before="1937-09-04", not_after="1937-09-04"), "4 September 1937", "", ""),
        (
            Moment(not_before="1937-09-04"),
            "not before 4 September 1937",
            "не ранее 4 сентября 1937 г.",
            "不早于1937年9月4日",
        ),
        (Moment(not_after="1937"), "not after 1937", "не позднее 1937 г.", "不晚于1937年"),
        (Moment(when="1937", certainty="medium"), "probably 1937", "вероятно, 1937 г.", "可能为1937年"),
        (Moment(when="1937", certainty="low"), "perhaps 1937", "возможно, 1937 г.", "或为1937年"),
        (Moment(when="1937", evidence="conjecture"), "presumably 1937", "предположительно 1937 г.", "推定为1937年"),
        (Moment(text="in the spring"), "in the spring", "in the spring", "in the spring"),
        (Moment(when="1937-02-31"), "1937-02-31", "", ""),
        (Moment(when="0000-01-01"), "0000-01-01", "", ""),
        (Moment(when="-0044-03-15"), "-0044-03-15", "", ""),
    ],
)
def test_dates_are_said_in_each_language(moment: Moment, english: str, russian: str, chinese: str) -> None:
    """Of any precision, with bounds, clock and doubt; what is no ISO 8601 stands as it is written."""
    for lang, words in (("en", english), ("ru", russian), ("zh", chinese)):
        assert not words or load_messages(lang).date(moment).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("iso", "english", "russian"),
    [("1937-09-04", "4 September", "4 сентября"), ("1937-09", "September", "сентябрь"), ("1937", "1937", "1937")],
)
def test_a_day_can_stand_without_its_year(iso: str, english: str, russian: str) -> None:
    """In a list of one year."""
    assert (load_messages("en").day_month(iso), load_messages("ru").day_month(iso)) == (english, russian)
    assert load_messages("en").day_month("1937-02-31") == "1937-02-31"


def test_numbers_and_languages_have_their_names_in_each_language() -> None:
    """Thousands are parted, languages named; a switch of languages names each in itself."""
    english, russian = load_messages("en"), load_messages("ru")
    assert (english.number(12345), russian.number(12345)) == ("12,345", "12\u00a0345")
    assert (english.language_name("zh"), russian.language_name("zh"), english.language_name("qqq")) == (
        *("Chinese", "китайский", "qqq"),
    )
    assert [own_name(code) for code in ("en", "ru", "zh")] == ["English", "Русский", "中文"]


def test_messages_of_the_edition_win_over_ours(tmp_path: Path) -> None:
    """own/messages/LANG.po holds only what is to be different; fuzzy and empty entries are none."""
    folder = tmp_path / "messages"
    folder.mkdir()
    (folder / "ru.po").write_text(
        'msgid "Persons"\nmsgstr "Люди"\n\nmsgid "Places"\nmsgstr ""\n\n#, fuzzy\nmsgid "Archives"\nmsgstr "Склады"\n',
        encoding="utf-8",
    )
    found = load_messages("ru", tmp_path)
    assert [found.gettext(word) for word in ("Persons", "Places", "Archives")] == ["Люди", "Места", "Архивы"]
    shown = (
        environment("ru", tmp_path).from_string('{{ _("Persons") }} {{ _("No. %(number)s", number="<1>") }}').render()
    )
    assert shown == "Люди № &lt;1&gt;"


def test_a_broken_catalogue_is_a_finding(tmp_path: Path) -> None:
    """It names the file."""
    folder = tmp_path / "messages"
    folder.mkdir()
    (folder / "ru.po").write_text("msgid without quotation marks\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load_messages("ru", tmp_path)
    assert [finding.rule for finding in caught.value.findings] == ["CFG130"]


def test_data_in_a_page_cannot_end_its_element() -> None:
    """JSON-LD holds no `<`."""
    assert json_ld({"name": "</script><b>"}) == '{"name":"\\u003c/script>\\u003cb>"}'
