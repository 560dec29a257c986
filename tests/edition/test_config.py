"""edition.toml: each key is read as what it is; what is wrong is a finding with its line and the nearest mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.config import Config, SiteConfig, is_charset, load_config
from tei.errors import SourceError

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def call(text: str | bytes) -> Path:
        path = tmp_path / "edition.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return call


def test_every_key_is_read(write: Write, tmp_path: Path) -> None:
    for name in ("pages", "persons.xml"):
        (tmp_path / name).mkdir()
    config, findings = load_config(
        write(
            """
            [edition]
            id = "karsk"
            title = "Karsk"
            publisher = "The Institute"
            place = "Leningrad"
            date = 1961
            licence = { name = "CC BY 4.0", url = "https://example.org/by" }
            language = "en"
            [sources]
            captures = ["pages"]
            charset = "koi8-r"
            furniture = ["Skip to .*"]
            [authority]
            files = ["persons.xml"]
            builtin = false
            [output]
            tei = "made"
            """
        )
    )
    assert findings == ()
    assert (config.id, config.title, config.publisher, config.place) == ("karsk", "Karsk", "The Institute", "Leningrad")
    assert (config.date, config.licence, config.licence_url) == ("1961", "CC BY 4.0", "https://example.org/by")
    assert (config.captures, config.authority) == ((tmp_path / "pages",), (tmp_path / "persons.xml",))
    assert (config.charset, config.builtin_authority, config.output) == ("koi8-r", False, tmp_path / "made")
    assert config.furniture[0].fullmatch("SKIP TO content")


def test_an_empty_file_gives_the_defaults(write: Write, tmp_path: Path) -> None:
    config, findings = load_config(write(""))
    assert findings == ()
    site = SiteConfig(output=tmp_path / "site")
    imports = tmp_path / "import"
    assert config == Config(path=tmp_path / "edition.toml", imports=imports, output=tmp_path / "tei", site=site)


@pytest.mark.parametrize(
    ("value", "date"),
    [("1961", "1961"), ('"1961-05"', "1961-05"), ("1961-05-03", "1961-05-03"), ("1961-05-03T10:00:00", "1961-05-03")],
)
def test_a_date_may_be_a_number_a_text_or_a_date(value: str, date: str, write: Write) -> None:
    assert load_config(write(f"[edition]\ndate = {value}"))[0].date == date


@pytest.mark.parametrize(
    ("value", "licence"),
    [
        ('"CC0"', ("CC0", "")),
        ('"https://example.org/by"', ("https://example.org/by", "https://example.org/by")),
        ('{ name = "CC0" }', ("CC0", "")),
        ('{ url = "https://example.org/by" }', ("", "https://example.org/by")),
    ],
)
def test_a_licence_is_a_name_an_address_or_both(value: str, licence: tuple[str, str], write: Write) -> None:
    config, _ = load_config(write(f"[edition]\nlicence = {value}"))
    assert (config.licence, config.licence_url) == licence


@pytest.mark.parametrize(
    "line",
    [
        "edition.id = 'two words'",
        "edition.id = 3",
        "edition.title = 3",
        "edition.date = true",
        "edition.date = 'last year'",
        "edition.licence = {}",
        "edition.licence = { text = 'x' }",
        "edition.licence = { name = 3 }",
        "sources.captures = [3]",
        "sources.charset = 'martian'",
        "sources.furniture = ['(']",
        "authority.builtin = 0",
        "output = 'tei'",
    ],
)
def test_a_value_of_the_wrong_kind_is_a_finding_that_says_what_is_wanted(line: str, write: Write) -> None:
    _, (finding,) = load_config(write(f"# an edition\n{line}\n"))
    assert finding.rule == "CFG103"
    assert finding.location.line in (1, 2)
    assert "wanted" in finding.message or "is a table" in finding.message


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("[edition]\ntitel = 'x'", 2, "did you mean edition.title?"),
        ("[sources]\n\n\nfurnitur = []", 4, "did you mean sources.furniture?"),
        ("[autority]\nfiles = []", 1, "did you mean authority?"),
        ("colour = 'red'", 1, "known here: edition, sources, authority, output, site, aliases"),
    ],
)
def test_an_unknown_key_gets_the_nearest_one(text: str, line: int, hint: str, write: Write) -> None:
    _, (finding,) = load_config(write(text))
    assert (finding.rule, finding.location.line, finding.hint) == ("CFG102", line, hint)


def test_all_that_is_wrong_is_said_at_once(write: Write) -> None:
    _, findings = load_config(write("[edition]\ntitel = 'x'\ndate = 'x'\n[sources]\ncaptures = ['nowhere']\n"))
    assert [(finding.rule, finding.location.line) for finding in findings] == [
        ("CFG102", 2),
        ("CFG103", 3),
        ("CFG104", 5),
    ]


@pytest.mark.parametrize("text", ["title = Karsk", b"title = '\xff'", "a = 1\na = 2", "x = " + "[" * 20000])
def test_what_is_not_toml_is_refused(text: str, write: Write) -> None:
    with pytest.raises(SourceError) as caught:
        load_config(write(text))
    (finding,) = caught.value.findings
    assert finding.rule == "CFG101"
    assert finding.location.line


def test_line_ends_of_windows_and_a_byte_order_mark_do_no_harm(write: Write) -> None:
    config, findings = load_config(write("\ufeff[edition]\r\ntitle = 'Karsk'\r\n"))
    assert (config.title, findings) == ("Karsk", ())


@pytest.mark.parametrize(
    ("name", "known"),
    [("utf-8", True), ("windows-1251", True), ("utf-32", True), ("x", False), ("hex", False), ("idna", False)],
)
def test_a_charset_is_one_that_turns_bytes_into_text(name: str, known: bool) -> None:
    assert is_charset(name) is known


def test_what_can_be_done_with_tracked_changes_is_what_the_capture_knows() -> None:
    from edition.config import CHANGES
    from tei.capture import CHANGES as KNOWN

    assert CHANGES == KNOWN
