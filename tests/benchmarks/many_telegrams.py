"""Write any number of invented telegrams for measuring: `many_telegrams.py FOLDER --count 10000`.

All of it is invented: the polar station Karsk, its institute, two hundred people, a hundred places, twenty files of an
archive. The same seed and count write the same bytes. Each telegram has some 7 kB, an envelope with copies and times of
handling, an archival reference, an excerpt of the lists, and is tied to its neighbours and to what it answers.
"""

from __future__ import annotations

import argparse
import datetime
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

PERSONS, PLACES, FILES = 200, 100, 20
FIRST_DAY = datetime.date(1930, 1, 1)
DAYS = 3650

FORENAMES = [
    "Anton",
    "Boris",
    "Vera",
    "Galina",
    "Demyan",
    "Efim",
    "Zoya",
    "Ignat",
    "Kira",
    "Lev",
    "Marfa",
    "Nikon",
    "Olga",
    "Pavel",
    "Raisa",
    "Savva",
    "Taras",
    "Ulyana",
    "Foma",
    "Yakov",
]
STEMS = ["Vetr", "Sabel", "Pash", "Moroz", "Zhitk", "Drob", "Ostap", "Tuman", "Lukin", "Drozd"]
ENDINGS = ["ov", "in", "sky", "enko", "uk"]
SYLLABLES = ["kar", "sev", "ol", "mur", "tun", "nar", "gor", "vel", "zim", "rud", "lesk", "bor"]
TAILS = ["sk", "ino", "oye", "grad", "ovka"]
NOUNS = [
    "barometer",
    "coal",
    "flour",
    "lamp",
    "stove",
    "dog",
    "sledge",
    "ship",
    "ice",
    "fog",
    "kite",
    "diary",
    "reading",
    "thermometer",
    "rope",
    "tent",
    "radio",
    "valve",
    "crate",
    "kerosene",
    "tea",
    "boat",
    "anchor",
    "chart",
    "compass",
    "clock",
    "pipe",
    "roof",
    "window",
    "axe",
    "shovel",
    "needle",
    "paper",
    "ink",
    "envelope",
]
VERBS = ["arrived", "broke", "froze", "sank", "vanished", "returned", "waited", "burned", "leaked", "rusted"]
QUALITIES = [
    "last",
    "second",
    "spare",
    "heavy",
    "frozen",
    "old",
    "new",
    "promised",
    "borrowed",
    "missing",
    "painted",
    "wet",
]
ENDS = (
    "before the storm",
    "after the ice went out",
    "in the store behind the bath",
    "on the ninth day",
    "as was agreed in the autumn",
    "though nobody had asked for it",
    "without any word from the institute",
    "and was entered in the journal",
)


@dataclass(frozen=True)
class Person:
    """Somebody who never lived."""

    key: str
    forename: str
    surname: str

    @property
    def element(self) -> str:
        """The entry as the lists have it."""
        return (
            f'<person xml:id="{self.key}"><persName type="preferred"><forename>{self.forename}</forename> '
            f"<surname>{self.surname}</surname></persName>"
            f'<persName type="romanisation">{self.surname.replace("y", "i")}h</persName>'
            f'<floruit from="1930" to="1939">1930–1939</floruit>'
            f"<note>Invented. Worked at the polar station Karsk or for its institute.</note></person>"
        )


@dataclass(frozen=True)
class Place:
    """A place that is on no map."""

    key: str
    name: str

    @property
    def element(self) -> str:
        """The entry as the lists have it."""
        return (
            f'<place xml:id="{self.key}" type="settlement"><placeName type="preferred">{self.name}</placeName>'
            f"<note>Invented. A place on Olgin Strait.</note></place>"
        )


REPOSITORY = (
    '<org xml:id="AKPI"><orgName type="preferred">Archive of the Karsk Polar Institute</orgName>'
    '<orgName type="abbreviation">AKPI</orgName><note>Invented. Keeps the papers of the institute.</note></org>'
)


@dataclass(frozen=True)
class Telegram:
    """One telegram of the plan: who, to whom, when, and what it has to do with others."""

    id: str
    number: int
    day: datetime.date
    sender: Person
    recipient: Person
    answers: str = ""
    neighbours: list[str] = field(default_factory=lambda: ["", ""])


def write_telegrams(folder: Path, count: int, seed: int = 1938) -> Path:
    """Write `count` telegrams into `folder`/tei and the lists that they are of; return the file of the lists."""
    chance = random.Random(seed)
    persons, places = people(), settlements()
    (folder / "tei").mkdir(parents=True, exist_ok=True)
    for telegram in planned(count, chance, persons):
        text = document(telegram, random.Random(f"{seed} {telegram.id}"), persons, places)
        (folder / "tei" / f"{telegram.id}.xml").write_text(text, encoding="utf-8")
    lists = folder / "authority.xml"
    lists.write_text(authority(persons, places), encoding="utf-8")
    return lists


def people() -> tuple[Person, ...]:
    """Return two hundred people; no two have one key."""
    surnames = [stem + ending for stem in STEMS for ending in ENDINGS]
    made = []
    for number in range(PERSONS):
        forename, surname = FORENAMES[number * 7 % len(FORENAMES)], surnames[number % len(surnames)]
        round_ = number // len(surnames)
        made.append(Person(surname.lower() + (f"-{'abcd'[round_]}" if round_ else ""), forename, surname))
    return tuple(made)


def settlements() -> tuple[Place, ...]:
    """Return a hundred places."""
    names = [(first + second + tail).capitalize() for tail in TAILS for first in SYLLABLES for second in SYLLABLES]
    return tuple(Place(name.lower(), name) for name in names[:: len(names) // PLACES][:PLACES])


def planned(count: int, chance: random.Random, persons: Sequence[Person]) -> list[Telegram]:
    """Return the telegrams in order of time, each tied to those before and after it in its exchange."""
    pairs = [tuple(chance.sample(range(len(persons)), 2)) for _ in range(max(1, min(count // 20, 300)))]
    days = sorted(chance.randrange(DAYS) for _ in range(count))
    made: list[Telegram] = []
    last: dict[tuple[int, ...], Telegram] = {}
    used: dict[str, int] = {}
    for number, offset in enumerate(days, 1):
        pair = chance.choice(pairs)
        one, other = pair if chance.random() < 0.5 else pair[::-1]
        sender, recipient, day = persons[one], persons[other], FIRST_DAY + datetime.timedelta(offset)
        id_ = f"t{day}-{sender.key}-{recipient.key}"
        used[id_] = used.get(id_, 0) + 1
        id_ += f"-{used[id_]}" if used[id_] > 1 else ""
        before = last.get(pair)
        answers = before.id if before and before.recipient is sender and chance.random() < 0.7 else ""
        telegram = Telegram(id_, number, day, sender, recipient, answers)
        if before:
            before.neighbours[1], telegram.neighbours[0] = id_, before.id
        last[pair] = telegram
        made.append(telegram)
    return made


def document(telegram: Telegram, chance: random.Random, persons: Sequence[Person], places: Sequence[Place]) -> str:
    """Return the TEI of a telegram."""
    named = chance.sample(persons, 2)
    located = chance.sample(places, 2)
    copies = chance.sample(persons, 2)
    pieces = (header(telegram, chance, copies), stand_off(telegram, named, located, copies))
    return f"{HEAD.format(id=telegram.id)}{''.join(pieces)}{body(telegram, chance, named, located, copies)}</TEI>\n"


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en">\n'


def header(telegram: Telegram, chance: random.Random, copies: Sequence[Person]) -> str:
    """Return the header: title, archival reference, envelope with its times."""
    leaf = 1 + telegram.number % 400
    file = 1 + telegram.number % FILES
    sender, recipient = telegram.sender, telegram.recipient
    hour = chance.randrange(24)
    long_day = f"{telegram.day.day} {telegram.day:%B %Y}"
    copied = "".join(f'<persName ref="#{one.key}">Cde. {one.surname}</persName>' for one in copies)
    context = "".join(
        f'<ref type="{type_}" target="{target}.xml">{words}</ref>'
        for type_, target, words in (
            ("answers", telegram.answers, "your telegram"),
            ("prev", telegram.neighbours[0], "the telegram before"),
            ("next", telegram.neighbours[1], "the telegram after"),
        )
        if target
    )
    title = (
        f"Telegram No. {telegram.number}, {sender.forename} {sender.surname} to "
        f"{recipient.forename} {recipient.surname}, {long_day}"
    )
    return f"""<teiHeader>
  <fileDesc>
    <titleStmt>
      <title type="main">{title}</title>
      <author><persName ref="#{sender.key}">{sender.forename} {sender.surname}</persName></author>
      <editor role="translator"><persName>Ida Fairweather</persName></editor>
    </titleStmt>
    <publicationStmt>
      <publisher>The tei-edition example editors</publisher>
      <date when="2026">2026</date>
      <availability status="free">
        <licence target="https://creativecommons.org/publicdomain/zero/1.0/">CC0 1.0</licence>
      </availability>
      <idno type="local">{telegram.id}</idno>
    </publicationStmt>
    <sourceDesc>
      <msDesc>
        <msIdentifier>
          <country key="RU">Russia</country>
          <settlement>Leningrad</settlement>
          <repository ref="#AKPI">Archive of the Karsk Polar Institute</repository>
          <idno type="archival">
            <idno type="fond">12</idno>
            <idno type="opis">{1 + file % 3}</idno>
            <idno type="delo">{file}</idno>
            <idno type="listy">{leaf}–{leaf + 1}</idno>
          </idno>
        </msIdentifier>
        <msContents>
          <msItem>
            <locus from="{leaf}" to="{leaf + 1}">ll. {leaf}-{leaf + 1}</locus>
            <textLang mainLang="ru">Russian</textLang>
          </msItem>
        </msContents>
      </msDesc>
      <bibl type="capture">
        <title>Volume {telegram.number % 12 + 1} of the invented papers</title>
        <note type="citation">AKPI, f. 12, op. {1 + file % 3}, d. {file}, ll. {leaf}-{leaf + 1}.</note>
        <idno type="sha256">{chance.getrandbits(256):064x}</idno>
      </bibl>
    </sourceDesc>
  </fileDesc>
  <encodingDesc>
    <editorialDecl>
      <correction><p>The text is that of the captured page, word for word.</p></correction>
      <interpretation><p>Names, dates and the archival reference were recognised by rule.</p></interpretation>
    </editorialDecl>
    <classDecl>
      <taxonomy xml:id="document-kinds">
        <category xml:id="telegram"><catDesc>Telegram</catDesc></category>
      </taxonomy>
    </classDecl>
    <appInfo>
      <application ident="tei-edition" version="0.1.0"><label>tei-edition</label></application>
    </appInfo>
  </encodingDesc>
  <profileDesc>
    <abstract><p>{sentence(chance)} {sentence(chance)}</p></abstract>
    <langUsage>
      <language ident="en">English</language>
      <language ident="ru">Russian</language>
    </langUsage>
    <textClass><catRef target="#telegram"/></textClass>
    <correspDesc xml:id="telegram-envelope" corresp="#telegram-text">
      <correspAction type="sent">
        <persName ref="#{sender.key}" cert="high" evidence="internal">{sender.surname.upper()}</persName>
        <date when="{telegram.day}T{hour:02}:10:00" cert="high" evidence="internal">{hour:02}10 {long_day}</date>
      </correspAction>
      <correspAction type="received">
        <persName ref="#{recipient.key}" cert="high" evidence="internal">{recipient.surname.upper()}</persName>
        <date when="{telegram.day}T{hour:02}:50:00" cert="high" evidence="internal">{hour:02}50 {long_day}</date>
      </correspAction>
      <correspAction type="forwarded" subtype="copy">{copied}</correspAction>
      <correspAction type="transmitted" subtype="deciphered">
        <persName ref="#{copies[0].key}">{copies[0].surname}</persName>
        <date when="{telegram.day}T{hour:02}:55:00" cert="medium">{hour:02}55 {long_day}</date>
      </correspAction>
      <correspContext>{context or '<ref type="answers">a telegram that is lost</ref>'}</correspContext>
    </correspDesc>
  </profileDesc>
  <revisionDesc><change when="2026-11-22" status="draft">Written for measuring.</change></revisionDesc>
</teiHeader>
"""


def stand_off(telegram: Telegram, named: Sequence[Person], located: Sequence[Place], copies: Sequence[Person]) -> str:
    """Return the excerpt of the lists that the telegram points at."""
    everybody = {one.key: one for one in (telegram.sender, telegram.recipient, *named, *copies)}
    people_ = "\n".join(everybody[key].element for key in sorted(everybody))
    places = "\n".join(one.element for one in sorted(located, key=lambda one: one.key))
    return (
        f"<standOff>\n<listPerson>\n{people_}\n</listPerson>\n<listPlace>\n{places}\n</listPlace>\n"
        f'<listOrg type="repository">{REPOSITORY}</listOrg>\n</standOff>\n'
    )


def body(
    telegram: Telegram,
    chance: random.Random,
    named: Sequence[Person],
    located: Sequence[Place],
    copies: Sequence[Person],
) -> str:
    """Return the text: service matter, the message in points, the docket."""
    items = "".join(
        f'<item n="{n}">Copy Nº {n} to <persName ref="#{one.key}">Cde. {one.surname}</persName></item>'
        for n, one in enumerate(copies, 1)
    )
    points = "\n".join(f'<p n="{n}">{text}</p>' for n, text in enumerate(paragraphs(chance, named, located), 1))
    sender, recipient = telegram.sender, telegram.recipient
    return f"""<text xml:id="telegram-text" type="telegram">
  <body>
    <div type="preamble">
      <ab type="number">CABLE Nº <num type="telegram" value="{telegram.number}">{telegram.number}</num></ab>
      <list type="distribution">{items}</list>
      <ab type="marking">TOP SECRET</ab>
    </div>
    <div type="message">
      <opener><salute>to <persName ref="#{recipient.key}">{recipient.surname.upper()}</persName></salute></opener>
      {points}
      <closer><signed><persName ref="#{sender.key}">{sender.surname.upper()}</persName></signed></closer>
    </div>
    <div type="docket">
      <ab type="deciphered">Deciphered by <persName ref="#{copies[0].key}">{copies[0].surname}</persName></ab>
      <ab type="copies">Two copies made</ab>
    </div>
  </body>
</text>
"""


def paragraphs(chance: random.Random, named: Sequence[Person], located: Sequence[Place]) -> Iterator[str]:
    """Yield the points of a message, with names, notes and editorial brackets in them."""
    for number, person in enumerate(named):
        place, said = located[number % len(located)], sentence(chance)
        note = (
            f'<note type="footnote" n="{number + 1}" place="foot" xml:id="note-{number + 1}">{sentence(chance)}</note>'
        )
        yield (
            f'{sentence(chance)} <persName ref="#{person.key}">{person.surname.upper()}</persName> of '
            f'<placeName ref="#{place.key}">{place.name.upper()}</placeName> says that '
            f"{said[0].lower()}{said[1:]} "
            f'It has <supplied reason="sense">not</supplied> been seen since.{note} {sentence(chance)}'
        )


def sentence(chance: random.Random) -> str:
    """Return a sentence that means nothing in particular."""
    quality, noun, verb, end = (chance.choice(each) for each in (QUALITIES, NOUNS, VERBS, ENDS))
    return escape(f"The {quality} {noun} {verb} {end}.")


def authority(persons: Sequence[Person], places: Sequence[Place]) -> str:
    """Return the lists of all people and places as a TEI file."""
    people_, settlements_ = ("\n".join(one.element for one in each) for each in (persons, places))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="lists">
<teiHeader>
  <fileDesc>
    <titleStmt><title>People and places, all invented</title></titleStmt>
    <publicationStmt><publisher>The tei-edition example editors</publisher></publicationStmt>
    <sourceDesc><p>Invented.</p></sourceDesc>
  </fileDesc>
</teiHeader>
<standOff>
<listPerson>
{people_}
</listPerson>
<listPlace>
{settlements_}
</listPlace>
<listOrg type="repository">{REPOSITORY}</listOrg>
</standOff>
</TEI>
"""


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description="Write invented telegrams for measuring.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1938)
    arguments = parser.parse_args()
    write_telegrams(arguments.folder, arguments.count, arguments.seed)


if __name__ == "__main__":
    main()
