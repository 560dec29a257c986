"""Dates of Chinese telegrams in signs: a rhyme for the day (蒸, the 10th), a branch for the month and for the hour.

From 1871 telegrams were charged by the sign, so that one sign had to say the day: a rhyme of the rhyme books for each
day, one of the twelve branches for the month (子 January … 亥 December) and for the double hour. 卯佳 is 9 April, 艳亥
the 29th between nine and eleven in the evening, 歌 the 5th. Behind the month the day may also be a numeral: 卯十二.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tei.dates.chinese import number_in
from tei.regexes import regex

_DAYS: Final = (
    *("东東先董送屋", "冬萧蕭肿腫宋沃", "江肴讲講绛絳觉覺", "支豪纸紙寘置质質"),
    *("微歌尾未物", "鱼魚麻语語御月", "虞阳陽麌遇曷", "齐齊庚荠薺霁霽黠"),
    *("佳青蟹泰屑", "灰蒸贿賄卦药藥", "真尤轸軫队隊陌", "文侵吻震锡錫"),
    *("元覃阮问問职職", "寒盐鹽旱愿願缉緝", "删刪咸潸翰合", "铣銑谏諫叶葉"),
    *("筱霰洽", "巧啸嘯", "皓效", "哿号號"),
    *("马馬个箇", "养養祃禡", "梗漾", "迥敬"),
    *("有径徑", "寝寢宥", "感沁", "俭儉勘"),
    *("豏艳豔艷", "陷卅", "世引"),
)
"""The rhymes of each day from the 1st, simplified and traditional."""
_DAY: Final = {sign: day for day, signs in enumerate(_DAYS, 1) for sign in signs}
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_SIGNS: Final = "".join(_DAYS)
_FIGURES: Final = "(?:[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十一?|卅一?|[一二三四五六七八九])"
TELEGRAPH_DATE: Final = (
    rf"(?:(?P<month>[{_BRANCHES}])?(?P<day>[{_SIGNS}])|(?P<branch>[{_BRANCHES}])(?P<figure>{_FIGURES}))(?:日)?"
    rf"(?P<hour>[{_BRANCHES}])?(?:时|時)?"
)
_WHOLE: Final = regex(rf"{TELEGRAPH_DATE}[一二三四五]?(?:印|叩)?")
"""Behind the day may stand which of its wires it is: 漾二."""


@dataclass(frozen=True, slots=True)
class TelegraphDate:
    """A day of the month with its month (0 where no sign tells) and its double hour as first hour (-1 for none)."""

    day: int
    month: int = 0
    hour: int = -1

    def when(self, year: int | None, month: int | None) -> str:
        """Return the day in ISO 8601, `--04-09` or `---09` where year or month are not known."""
        known = self.month or month
        if not known:
            return f"---{self.day:02}"
        return f"{year:04}-{known:02}-{self.day:02}" if year else f"--{known:02}-{self.day:02}"


def read_telegraph_date(text: str) -> TelegraphDate | None:
    """Return the date that one to four signs give, None where they give none.

    >>> read_telegraph_date("卯佳")
    TelegraphDate(day=9, month=4, hour=-1)
    >>> read_telegraph_date("艳亥印")
    TelegraphDate(day=29, month=0, hour=21)
    >>> read_telegraph_date("寅三十申")
    TelegraphDate(day=30, month=3, hour=15)
    """
    match = _WHOLE.fullmatch(text)
    if match is None:
        return None
    branch = match["month"] or match["branch"]
    month = _BRANCHES.index(branch) + 1 if branch else 0
    day = _DAY[match["day"]] if match["day"] else number_in(match["figure"])
    return TelegraphDate(day or 0, month, branch_hour(match["hour"]) if match["hour"] else -1) if day else None


def branch_hour(branch: str) -> int:
    """Return the hour at which a double hour begins: 亥 is nine in the evening, 子 eleven the night before.

    >>> branch_hour("亥"), branch_hour("子"), branch_hour("午")
    (21, 23, 11)
    """
    return (2 * _BRANCHES.index(branch) - 1) % 24
