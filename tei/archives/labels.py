"""The words that stand before the parts of a shelf mark, in the languages in which footnotes write them.

Labels are written here in their own letters, and compiled for the skeleton of a text, where the look-alikes of the two
alphabets are one. A space in a label stands for a dot, a space, both or neither.
"""

from __future__ import annotations

import re
from typing import Final

from tei.archives.script import pattern
from tei.regexes import regex

WORDS: Final = {
    "fond": (
        "f", "ф", "fond", "fonds", "fondi", "fondo", "fund", "фонд", "фонда", "фонды", "bestand", "collection",
    ),
    "opis": (
        "op", "оп", "o", "о", "opis", "opis'", "opisi", "опись", "описи", "опис", "inv", "inventory", "inventaire",
        "inventario", "inventar", "register", "record", "record series", "verzeichnis", "findbuch", "ap", "apr", "dans",
        "данс",
        "apyrašas", "nimistu", "воп", "вопіс", "vop", "n", "liste", "on", "оn", "oп", "0п", "0p",
    ),
    "papka": ("p", "п", "pap", "пап", "papka", "папка", "папки"),
    "portsiia": (
        "por", "пор", "port", "порц", "порция", "порядковый", "порядковый номер", "portsiia", "portsiya", "portsija",
    ),
    "delo": (
        "d", "д", "del", "dos", "delo", "dela", "дело", "дела", "дд", "dd",
        "ed khr", "ed hr", "ed xp", "ед хр", "е х", "yed khr", "ye khr",
        "edinitsa khraneniia", "edinitsa khraneniya", "единица хранения", "storage unit", "unit", "file", "files",
        "dossier", "dosar", "expediente", "akte", "kh/n", "kh n", "х/н", "spr", "спр", "sprava",
        "справа", "стб", "столб", "столбец", "stb", "асд",
        "од зб", "od zb", "одиниця зберігання", "byla", "b", "dosya", "fascicolo", "item", "case", "№",
    ),
    "ae": ("arkhivna edinitsa", "архивна единица", "a e", "а е", "ae", "ае"),
    "chast": ("ch", "ч", "chast", "chast'", "часть", "part", "pt"),
    "tom": ("t", "т", "tom", "том", "vol", "volume", "bd"),
    "kniga": ("kn", "кн", "kniga", "книга", "book"),
    "tetrad": ("тетр", "тетрадь", "tetr", "tetrad", "tetrad'"),
    "perechen": ("per", "пер", "perechen", "perechen'", "перечень"),
    "protocol": ("prot", "прот", "protokol", "протокол"),
    "document": ("dok", "док", "doc", "dokument", "документ", "document"),
    "karton": ("k", "к", "kart", "карт", "karton", "картон", "кор", "kor", "короб", "korob"),
    "box": ("box", "коробка"),
    "reel": ("rolik", "ролик", "reel", "rol", "рол"),
    "folder": ("folder", "fold"),
    "image": (
        "скан", "скана", "сканы", "ск", "цифровой образ", "образ", "skan", "scan", "scans", "image", "images", "img",
        "кадр", "кадры", "kadr", "frame",
    ),
    "page": (
        "pp", "page", "pages", "стр", "str", "с", "cc", "s", "seite", "seiten", "страница", "страницы", "стор",
        "сторінка", "сторінки", "stor", "sivu",
    ),
    "leaf": (
        "l", "ll", "л", "лл", "л л", "l l",
        "list", "listy", "listi", "lists", "лист", "листы", "листов", "листа", "leaf", "leaves",
        "fol", "fols", "ff", "folio", "folios", "sheet", "sheets", "bl", "blatt", "арк",
        "арк арк", "ark", "арки", "аркуш",
        "feuillet", "feuillets", "feuille", "feuilles", "yaprak", "foglio", "fogli", "khuu", "khuudas", "huu",
        "хуу", "хуудас", "fila", "filele", "ji", "jji", "jl", "li", "lap", "i", "ii",
    ),
}  # fmt: skip
"""Label → type. "On", "0п" for opis and "JI", "LI", "I" for a leaf are misreadings of scans."""

_WIDE: Final = {
    "fond": "全宗[号號]?",
    "opis": "(?:案卷)?目[录錄][号號]?",
    "delo": "(?:案卷|案宗|卷宗|卷)[号號]?",
    "leaf": r"页码?|第(?=\s?\d{1,4}(?:\s?[-~至]\s?\d{1,4})?\s?[页頁张張])",
    "page": "",
}
"""Chinese labels, which no space parts from what stands before them."""

SLIPS: Final = frozenset(pattern("on оn 0п 0p ji jji jl li i ii").split())
"""Labels in their skeleton that only a misreading makes."""

DOTTED: Final = frozenset(pattern("o b i ii li n s с k к t т on оn 0п 0p ск item unit").split())
"""Labels that are common words or letters too, and labels only with a dot behind them."""

PLURALS: Final = frozenset(pattern("dd дд dela дела files").split())
"""Labels of several files, so that a number behind the first is another file and not a leaf."""

_APART: Final = frozenset({r"l\.? ?l"})
"""Labels that end with a dot or a space: in "l. l5" the second letter is a misread one."""

NUMBER_SIGN: Final = r"(?:(?:№|no|nr|nº|n°|num|number|#)(?![^\W\d_])\.? {0,2})?"


def expression(part: str) -> str:
    """Return the alternatives of one part as a regular expression for skeletons, the longest first."""
    words = sorted(WORDS[part], key=len, reverse=True)
    found = (pattern(re.escape(word).replace(r"\ ", r"\.? ?")) for word in words)
    return "|".join(dict.fromkeys(each + r"(?=[. ])" if each in _APART else each for each in found))


def _labelled(part: str) -> str:
    """Return the group of one type: a label as a whole word, and the sign for number that may follow it."""
    wide = f"|{_WIDE[part]}" if _WIDE.get(part) else ""
    return rf"(?P<{part}>(?<![^\W\d_])(?:{expression(part)})(?![^\W\d_]|-){wide})"


LABEL: Final = regex(
    rf"(?:{'|'.join(_labelled(part) for part in WORDS)})(?: \([^\W\d_]{{1,3}}\.?\))?"
    rf"(?: \.|,(?= ?\d)|\.{{0,2}}'?) ?:? {{0,2}}\n?{NUMBER_SIGN}"
)
"""A label at a place of a skeleton, with what stands between it and its value; the group names the type."""

EXTENT: Final = regex(
    pattern(
        r"(?:(?:на|na|auf|in|on) )?\d{1,5} ?"
        r"(?:л{1,2}|листов|листах|листа|лист|l{1,2}|leaves|leaf|folios|sheets|listov|listakh|listah|арк|аркушів|с|стр|pp|pages|blatt|bl)"
        r"(?![^\W\d_])\.?(?! ?\d)"
    )
)
"""A count of leaves: "9 л." is nine leaves, "л. 9" is the ninth."""

VALUE: Final = regex(
    r"(?:(?![ЛДФLDF]\.)[^\W\d_a-zа-я]{1,3}(?: ?- ?| |\. ?)?|[^\W\d_]{1,2}-)?(?:\d|l(?=\d))(?:[OoОоlI](?=\d)|\d){0,7}"
    r"(?:[-/](?:\d{1,6}(?!\w)|\d{1,4}[a-zа-я](?!\w)|(?![ЛлДдФфПпОоКкТтСсLlFfDdOoPpKkTt]\.)[^\W\d_](?!\w)"
    r"|[IVX]{1,4}(?!\w)|п(?=\.? {0,2}[Оо]п))){0,4}"
    r"(?: ?[сs]/(?:ч|ch)\.?|[а-яa-z]-\d{1,4}(?!\w)|"
    r"[сs]\.? ?(?:/ ?ch|ch|[ч/])\.?(?:ч\b)?|-?(?!об|ob|[号页])[^\W\d_]{1,3}(?!\w|\. ?\d))?"
    r"|[〇○零一二三四五六七八九十百]{1,7}(?![\u4e00-\u9fff])(?: ?\(\d{1,2}\))?"
    r"|[IVXLCІХ]{1,7}(?!\w)|З(?=[.,] )|[ПP](?=\. ?[ДD]\. ?\d)|б/н|b/n|без номера"
)
"""The value of a part in `plain`: 558, 059а, Р-9478, R. 9401, 8131сч, 12/3, 4-а, III."""

SMALL: Final = regex(r"(?:[^\W\d_]{1,3}-)?\d{1,7}[^\W\d_]{0,2}(?!\w)")
"""The value of a part that has no label."""
