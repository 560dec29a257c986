"""What can be wrong with a table or with the mapping that says what its columns are."""

from __future__ import annotations

from typing import Final

from tei.findings import Rule, Severity

GUESSED_COLUMNS: Final = Rule(
    "IMP140",
    "columns-guessed",
    Severity.INFO,
    "No mapping was given, and the names of the columns say what is in them. They were taken so; the mapping lies in "
    "mapping.toml in the folder of the import. Look through it: correct it, lay it beside the table under the table's "
    "name (letters.toml for letters.csv) or name it with --mapping, and import again.",
)
UNDECIDED: Final = Rule(
    "IMP141",
    "columns-undecided",
    Severity.ERROR,
    "No mapping was given, and the names of the columns do not say enough: nothing was imported. A mapping that needs "
    "only to be filled in lies in mapping.toml in the folder of the import.",
    good='[columns]\nfrom = "Absender"\nto = "Empfänger"\ndate = "Datum"\ntext = "Text"',
)
WRONG_MAPPING: Final = Rule(
    "IMP142",
    "mapping-wrong",
    Severity.ERROR,
    "The mapping says something that has no meaning here, or names a column that the table does not have. Nothing was "
    "imported, since a column that is passed over in silence is missed later.",
    bad='[columns]\nsender = "Absender"',
    good='[columns]\nfrom = "Absender"',
)
RAGGED: Final = Rule(
    "IMP143",
    "row-ragged",
    Severity.WARNING,
    "A row has fewer cells than the table has columns. The cells that are missing are taken as empty; look whether a "
    "line end in a cell that has no quotation marks cut the row in two.",
)
DOUBTFUL_DATE: Final = Rule(
    "IMP144",
    "date-doubtful",
    Severity.WARNING,
    "A date can be read in two ways, is not in the form that the mapping declares, or cannot be read. Nothing is "
    "claimed that the table does not say: two readings give the bounds of the date, and what cannot be read stands in "
    "words.",
    bad='date = "Date"',
    good='date = { column = "Date", dates = "mm/dd/yyyy" }',
)
DOUBTFUL_VALUE: Final = Rule(
    "IMP145",
    "value-doubtful",
    Severity.WARNING,
    "A value is not one that its field takes: a language without a code, a shelf mark that cannot be read. It is kept "
    "as it is written. Give what is meant under [values.FIELD] of the mapping, or correct the table.",
    good='[values.language]\n"рус." = "ru"',
)
SAME_NAME: Final = Rule(
    "IMP146",
    "columns-of-one-name",
    Severity.WARNING,
    "Several columns have the same name. A field that may have several values takes them all in their order; any other "
    "takes the first that is not empty. Number them to tell them apart: “Name[2]” is the second.",
    good='to = ["To", "To[2]"]',
)
REPLACED: Final = Rule(
    "IMP147",
    "character-replaced",
    Severity.WARNING,
    "A cell holds control characters, which XML cannot hold. Each became the replacement character � (U+FFFD), so that "
    "it can be found; everything else is kept as it is.",
)
SEVERAL_PEOPLE: Final = Rule(
    "IMP148",
    "name-of-several",
    Severity.WARNING,
    "The authority lists have several entries that a name may mean, so it leads to none of them. Add the form to the "
    "right entry, or give the id of the entry in a column of its own (from_id, to_id).",
)
NOT_TAKEN: Final = Rule(
    "IMP149",
    "columns-not-taken",
    Severity.INFO,
    "The mapping does not mention some columns of the table, so that nothing of them is in the documents. They stay in "
    "the original that is kept.",
)
NOT_RECOGNISED: Final = Rule(
    "IMP151",
    "text-not-recognised",
    Severity.INFO,
    "The mapping asks for the text to be recognised, and the recogniser would leave out a part of it, or finds several "
    "telegrams in one cell. The text is in the document word for word, as plain paragraphs.",
)
ALIKE: Final = Rule(
    "IMP152",
    "names-alike",
    Severity.INFO,
    "The table has a surname alone, and somebody with this surname and more. They may be one person or two: each has "
    "an entry of its own. Where they are one, write the name in one way, or give both the same id (from_id, to_id).",
)
BROKEN_TABLE: Final = Rule(
    "IMP150",
    "table-broken",
    Severity.ERROR,
    "The table cannot be read to its end: a quotation mark is never closed, or the JSON breaks off or is not well "
    "formed. Nothing of it was imported, since half a table looks like a whole one.",
)
RULES: Final = (
    *(GUESSED_COLUMNS, UNDECIDED, WRONG_MAPPING, RAGGED, DOUBTFUL_DATE, DOUBTFUL_VALUE, SAME_NAME, REPLACED),
    *(SEVERAL_PEOPLE, NOT_TAKEN, BROKEN_TABLE, NOT_RECOGNISED, ALIKE),
)
