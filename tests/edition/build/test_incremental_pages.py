"""Building on is building anew with the pages as they are, whatever an editor does: nothing that changed is left out.

The station Karsk and its people are invented.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from edition.build import Job, Report, build
from edition.build.workshop import MARKER
from edition.config import Alias, Config, SiteConfig

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


@dataclass(frozen=True)
class Letter:
    """A letter as its file says it."""

    sender: str = "vetrov"
    recipient: str = "zhitkov"
    date: str = "1937-09-04"
    words: str = "The ice has come to stay."
    title: str = ""
    answers: str = ""
    file: str = "7"
    archive: str = "AKPI"
    names: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    lang: str = "en"
    original: str = ""
    status: str = "draft"
    via: str = ""
    editor: str = ""
    context: bool = False

    def text(self, ident: str) -> str:
        relations = f'<ref type="answers" target="{self.answers}.xml">yours</ref>' if self.answers else ""
        original = f'<relatedItem type="original" target="{self.original}.xml"/>' if self.original else ""
        named = " ".join(f'<persName ref="#{key}">{key.upper()}</persName>' for key in self.names)
        linked = " ".join(f'<ref target="{target}.xml">see there</ref>' for target in self.refs)
        kept = (
            f'<msDesc><msIdentifier><repository ref="#{self.archive}">{self.archive}</repository><idno type="archival">'
            f'<idno type="fond">12</idno><idno type="delo">{self.file}</idno></idno></msIdentifier></msDesc>'
        )
        editor = (
            f'<editor role="translator"><persName ref="#{self.editor}">X</persName></editor>' if self.editor else ""
        )
        via = (
            f'<correspAction type="transmitted" subtype="via"><persName ref="#{self.via}">V</persName></correspAction>'
            if self.via
            else ""
        )
        envelope = (
            f'<correspDesc><correspAction type="sent"><persName ref="#{self.sender}">S.</persName>'
            f'<date when="{self.date}"/></correspAction>{via}<correspAction type="received">'
            f'<persName ref="#{self.recipient}">R.</persName></correspAction>'
            f"<correspContext>{relations}</correspContext></correspDesc>"
        )
        kind = ' type="context"' if self.context else ""
        return (
            f'<TEI {NS} xml:id="{ident}" xml:lang="{self.lang}"><teiHeader><fileDesc><titleStmt>'
            f"<title>{self.title or f'Letter {ident}'}</title>{editor}</titleStmt><publicationStmt>"
            f"<publisher>The Karsk Papers</publisher></publicationStmt><sourceDesc>{kept}<bibl>{original}</bibl>"
            f"</sourceDesc></fileDesc><profileDesc>{'' if self.context else envelope}</profileDesc>"
            f'<revisionDesc><change when="1999-01-0{len(self.status) % 8 + 1}" status="{self.status}">Read.</change>'
            f"</revisionDesc></teiHeader><text{kind}><body>"
            f"<p>{self.words} ({ident}) {named} {linked}</p></body></text></TEI>"
        )


@dataclass
class Papers:
    """A folder with letters and lists, whose site is built on and anew."""

    folder: Path
    letters: dict[str, Letter] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    archive: str = "Archive of the Institute"
    aliases: tuple[tuple[str, str], ...] = ()
    written: dict[str, str] = field(default_factory=dict)

    def write(self) -> None:
        """Bring the files to what is said here; those that are right stay untouched."""
        (self.folder / "tei").mkdir(parents=True, exist_ok=True)
        persons = "".join(f'<person xml:id="{k}"><persName>{n}</persName></person>' for k, n in self.people.items())
        wanted = {f"tei/{ident}.xml": letter.text(ident) for ident, letter in self.letters.items()}
        wanted["lists.xml"] = (
            f"<TEI {NS}><teiHeader/><standOff><listPerson>{persons}</listPerson><listOrg type='repository'>"
            f"<org xml:id='AKPI'><orgName>{self.archive}</orgName></org></listOrg></standOff></TEI>"
        )
        for name in self.written.keys() - wanted.keys():
            (self.folder / name).unlink()
        for name, text in wanted.items():
            if self.written.get(name) != text:
                (self.folder / name).write_text(text, encoding="utf-8")
        self.written = wanted

    def built(self, output: str, index: bool = False) -> Report:
        aliases = tuple(Alias(old, new, 1) for old, new in self.aliases)
        config = Config(title="Karsk", aliases=aliases, site=SiteConfig(url="https://example.org/", search=index))
        lists = (self.folder / "lists.xml",)
        return build(Job(config, (self.folder / "tei",), self.folder / output, lists, index=False))

    def tree(self, output: str) -> dict[str, bytes]:
        root = self.folder / output
        found = (path for path in root.rglob("*") if path.is_file() and path.name != MARKER)
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}

    def anew(self) -> dict[str, bytes]:
        """The site as a build makes it that knows of no other but for the ids that documents once had."""
        for name in ("anew", ".anew.tei"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        known = self.folder / "site" / "aliases.json"
        if known.is_file():
            told, self.aliases = self.aliases, tuple(json.loads(known.read_bytes()).items())
            self.built("anew")
            self.aliases = told
        else:
            self.built("anew")
        return self.tree("anew")


def papers(folder: Path) -> Papers:
    """Seven letters between four people, one of them a translation, and an article."""
    shutil.rmtree(folder, ignore_errors=True)
    return Papers(
        folder,
        {
            "t1": Letter(),
            "t2": Letter("zhitkov", "vetrov", "1937-09-06", answers="t1", names=("ostapov",)),
            "t3": Letter("vetrov", "zhitkov", "1937-10-01", answers="t2", file="8", via="drobin"),
            "t4": Letter("ostapov", "vetrov", "1938-01-09", names=("zhitkov", "drobin"), refs=("t1",), editor="drobin"),
            "t5": Letter("vetrov", "ostapov", "1938-02-09", refs=("c1",), archive="KSA"),
            "t6": Letter("zhitkov", "ostapov", "1938-02-09", status="checked"),
            "t7": Letter("vetrov", "zhitkov", "1937-09-04", lang="ru", original="t1", words="Лед стал."),
            "c1": Letter(context=True, refs=("t1", "t4"), title="On ice", names=("vetrov",)),
        },
        {"vetrov": "Pavel Vetrov", "zhitkov": "Lev Zhitkov", "ostapov": "Nina Ostapova", "drobin": "Ida Drobin"},
    )


Change = Callable[[Papers], None]


def changed(ident: str, **values: object) -> Change:
    """What changes a letter."""

    def change(those: Papers) -> None:
        if ident in those.letters:
            those.letters[ident] = replace(those.letters[ident], **values)  # type: ignore[arg-type]

    return change


def renamed(those: Papers) -> None:
    those.letters = {("t8" if ident == "t3" else ident): letter for ident, letter in those.letters.items()}


def called(key: str, name: str) -> Change:
    return lambda those: those.people.update({key: name})


def without(ident: str) -> Change:
    return lambda those: those.letters.pop(ident, None) and None


def unlisted(key: str) -> Change:
    return lambda those: those.people.pop(key, None) and None


def archived(those: Papers) -> None:
    those.archive = "Archive of the Polar Institute"


def aliased(those: Papers) -> None:
    those.aliases = (("t0", "t1"), ("somebody", "vetrov"))


CHANGES: dict[str, Change] = {
    "words": changed("t2", words="No ice at all."),
    "words of an original": changed("t1", words="The ice has gone."),
    "words of a translation": changed("t7", words="Льда нет."),
    "words of an article": changed("c1", words="It was thin."),
    "a name in the text": changed("t1", names=("drobin",)),
    "a link in the text": changed("t2", refs=("t5",)),
    "a title": changed("t1", title="Ice"),
    "the title of a change": changed("t6", title="What was changed last"),
    "a date into another year": changed("t3", date="1939-05-01"),
    "a date within its day": changed("t2", date="1937-09-06T10:00:00"),
    "an answer": changed("t4", answers="t3"),
    "no answer any more": changed("t2", answers=""),
    "another sender": changed("t6", sender="drobin"),
    "the way": changed("t2", via="ostapov"),
    "a translator": changed("t5", editor="zhitkov"),
    "a file of the archive": changed("t1", file="9"),
    "another archive": changed("t2", archive="KSA"),
    "a status": changed("t1", status="approved"),
    "a language": changed("t6", lang="ru"),
    "an original": changed("t6", original="t5"),
    "an id": renamed,
    "one less": without("t2"),
    "the article gone": without("c1"),
    "the name of a person": called("zhitkov", "Leo Zhitkov"),
    "the name of one who only forwarded": called("drobin", "Ida Drobina"),
    "a person more in the lists": called("somebody", "Some Body"),
    "a person out of the lists": unlisted("ostapov"),
    "the name of the archive": archived,
    "an alias": aliased,
}


NAMES = list(CHANGES)


@pytest.mark.parametrize("names", [NAMES[at::3] for at in range(3)], ids=["first", "second", "third"])
def test_after_each_change_the_site_is_that_of_a_first_build(names: list[str], tmp_path: Path) -> None:
    """One after the other."""
    those = papers(tmp_path / "karsk")
    those.write()
    those.built("site")
    for name in names:
        CHANGES[name](those)
        those.write()
        those.built("site")
        assert those.tree("site") == those.anew(), name


@settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3), min_size=1, max_size=3))
def test_after_any_changes_the_site_is_that_of_a_first_build(tmp_path: Path, rounds: list[list[str]]) -> None:
    """One after the other, some at once."""
    those = papers(tmp_path / "karsk")
    those.write()
    those.built("site")
    for names in rounds:
        for name in names:
            CHANGES[name](those)
        those.write()
        those.built("site")
    assert those.tree("site") == those.anew()


def test_after_a_change_of_words_only_few_pages_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that no other page shows is planned without the others; one that others show is not."""
    from edition.site import kinds

    planned: list[str] = []
    monkeypatch.setattr(kinds, "plan", lambda site, plan=kinds.plan: planned.append("all") or plan(site))
    those = papers(tmp_path / "karsk")
    those.write()
    those.built("site")
    planned.clear()
    those.letters["t2"] = replace(those.letters["t2"], words=f"{'The ice has come to stay. ' * 20}No ice at all.")
    those.write()
    those.built("site")
    assert planned == ["all"]
    planned.clear()
    those.letters["t2"] = replace(those.letters["t2"], words=f"{'The ice has come to stay. ' * 20}None.")
    those.write()
    report = those.built("site")
    assert not planned
    assert "telegrams/t2.html" in report.changed
    assert "telegrams/t3.html" not in report.changed
    assert those.tree("site") == those.anew()
