"""Titles in Chinese: 罗致平致沈明远电, 关于修屋顶给沈明远的电报, 致顾若川函, 沈明远来电, with a date before or after.

The signs for "to" (致, 给, 复) also stand in names and in subjects, so every place where a title could be parted is
weighed by what stands on both sides of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from tei.recognise.chinese_names import is_personal, name_spans, weight
from tei.regexes import regex

Kind = Literal["telegram", "letter", "note", "extract"]
Span = tuple[int, int]
Party = tuple[str, Span]

_DIGIT: Final = "0-9０-９〇零○一二三四五六七八九十廿卅元"
_DATE: Final = (
    rf"(?:(?:民国|民國|公元)?[{_DIGIT}]{{1,6}}年)?(?:[{_DIGIT}]{{1,3}}月)(?:[{_DIGIT}]{{1,3}}[日号號]|"
    rf"[上中下]旬|[初底末])?"
    rf"(?:[{_DIGIT}]{{1,3}}[时時][{_DIGIT}]{{0,3}}分?|[子丑寅卯辰巳午未申酉戌亥][时時])?|"
    rf"[{_DIGIT}]{{3,5}}年(?:[{_DIGIT}]{{1,3}}月)?"
)
_ASIDE: Final = r"[（(〔\[【](?P<aside>[^（）()〔〕【】\[\]\n]{1,40})[）)〕\]】]"
_TELEGRAM: Final = (
    r"(?:电报|電報|电文|電文|电稿|電稿|电令|電令|电示|電示|代电|代電|来电|來電|去电|去電|电函|電函|电|電)"
)
_LETTER: Final = r"(?:亲笔信|親筆信|书信|書信|信函|信件|来信|來信|来函|來函|信|函)"
_NOTE: Final = r"(?:照会|照會|备忘录|備忘錄|节略|節略)"
_WORDY: Final = (
    r"(?:指示|命令|训令|訓令|通知|通报|通報|批示|批复|批復|请示|請示|报告|報告|意见|意見|建议|建議|答复|答復|"
    r"声明|聲明|说明|說明)"
)
_QUALITY: Final = (
    r"(?:绝密|絕密|机密|機密|秘密|私人|个人|個人|亲密|親密|加急|特急|十万火急|万万火急|紧急|緊急|急|密|贺|賀|唁|复|復|覆|回|通|联名|"
    r"聯名|公开|公開|慰问|慰問|感谢|感謝|训|訓|第[^\s、]{1,4}次)"
)
_KIND: Final = regex(
    rf"(?:的)?(?:{_QUALITY}){{0,3}}(?:(?P<telegram>(?:{_WORDY})?{_TELEGRAM})|(?P<letter>{_LETTER})|(?P<note>{_NOTE})|"
    rf"(?P<wordy>{_WORDY}))(?P<part>(?:节录|節錄|摘录|摘錄|摘要|节选|節選|选段|片断|片段)?)(?:全文|原文)?"
)
_NUMBER: Final = rf"(?:第?[{_DIGIT}]{{1,6}}[号號])"
_LEAD_DATE: Final = regex(rf"(?:{_DATE})[,，、\s]{{0,2}}")
_COUNT: Final = regex(
    r"(?:[一二三四五六七八九十百〇零]{1,5}|\d{1,4})\s?[、.．]\s?(?=\D)|[（(〔](?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)〕]\s?"
)
"""The count of a title among those of its volume, 「一三、沈明遠致羅致平電」."""
_END: Final = regex(
    rf"(?:\s*(?:{_ASIDE}|[,，]?\s*{_NUMBER}|[,，]?\s*(?:{_DATE})|之[一二三四五]|[一二三四五六七八九十]))*$"
)
_PART: Final = regex(r"节录|節錄|摘录|摘錄|摘要|节选|節選|选段|片断|片段")
_ASIDE_PART: Final = regex(rf"{_ASIDE}")
_TO: Final = regex(r"(?:发给|發給|转发|轉發|写给|寫給|转给|轉給|致|呈|给|給|复|復|複|覆|答)")
_ABOUT: Final = regex(r"(?:[、，,]?(?:关于|關於|就|为|為|因|对|對于))")
_KIN: Final = regex(
    r"(?:家人|父母|父亲|父親|母亲|母親|双亲|妻子?|夫人|丈夫|儿子|女儿|兄长|兄弟|弟弟?|妹妹?|姐姐?|友人|朋友|"
    r"同学|全体|各[站地方界]|诸[位君])"
)
_VIA: Final = regex(r"[（(](?:经|經|由|通过)(?P<via>[^（）()]{1,20}?)(?:转|轉|转交|转达)?[）)]")
_WIRED: Final = regex(
    r"(?P<from>[\u3400-\u9fff、]{2,12}?)(?:[急密復复覆致]{0,2})[電电][令飭饬嘱囑諭谕]?(?P<to>[\u3400-\u9fff、]{2,12}?)"
    r"(?=[即派飭饬速望著希務务應应對对準准查擬拟以並并]|$|報告|报告|請示|请示|呈|稱|称|告|陳|陈|詢|询|請|请|為|为|關於|关于|據|据|謂|谓|轉|转|略|[，,])"
)
_CIRCULARS: Final = ("通电", "通電")
_CIRCULAR: Final = regex(r"(?P<from>[\u3400-\u9fff·、]{3,30}?)(?:等)?(?:[聯联]名)?(?:的)?通[电電]")
"""「沈明遠等通電」: sent to all."""
_TELLING: Final = regex(
    r"[电電](?:告|致|复|復|覆|呈|贺|賀|唁)(?P<to>[\u3400-\u9fff]{2,20}?)(?=[、，]|[转轉暨及并並]|文$)[^\n。]{0,60}?文"
)
"""「電告雲河局方景和局長、沈明遠站長文」, as books head what a head of state wired."""
LEDGER: Final = regex(
    r"[▼▲◎○●\s]*(?P<title>(?:收(?P<from>[^。，,：:；;（）()\s]{2,16}?)[來来]?|[發发](?P<to>[^。，,：:；;（）()\s]{2,16}?))(?P<kind>[電电函])[稿文]?)"
)
"""How a ministry's ledger of wires heads what came in and went out, 「收雲河沈站長電」, 「發雲河沈站長電」."""
_ANNEXED: Final = regex(r"附[录錄件][一二三四五六七八九十\d]{0,3}[\s、.．:：]*")
_COLON: Final = regex(r"[电電信函][:：](?=.)")
_HEADED: Final = regex(
    r"(?:附[录錄件][一二三四五六七八九十\d]{0,3}[\s、.．:：]*)?"
    r"(?P<head>[\u3400-\u9fff·、]{2,20}?[致給给复復覆][\u3400-\u9fff·、]{2,20}?(?:电报|電報|电|電|信|函))"
    r"(?:(?P<colon>\s*[:：—-]{1,2}\s*)|\s*)(?P<rest>[^\s:：]\S{3,50})"
)
_SPEAKS: Final = regex(r"[称稱说說中内內里裡裏后後时時谓謂曰令告示文报報稿的和与與及等以]|已[收悉发發到转轉]")
"""How a sentence goes on behind "wired": it says, it tells, in it."""
MIN_WEIGHT: Final = 2
_STOPS: Final = "。；;：:！!？?"
MAX_TITLE: Final = 90
MAX_PARTY: Final = 40


@dataclass(frozen=True, slots=True)
class ChineseTitle:
    """What a title in Chinese says; `sure` is the weight of the names that it was parted by."""

    kind: Kind | None = None
    parties: tuple[Party, ...] = ()
    sure: int = 0
    extract: bool = False


NOTHING: Final = ChineseTitle()


@lru_cache(maxsize=256)
def read_chinese_title(text: str) -> ChineseTitle:
    """Read a title; kind and parties are empty where the words are none."""
    if len(text) > MAX_TITLE or "\n" in text:
        return NOTHING
    if text[-1] in ")）》" and "》" in text and (quoted := _QUOTED.fullmatch(text)):
        title, at = read_chinese_title(quoted["title"]), quoted.start("title")
        return replace(title, parties=tuple((role, (a + at, b + at)) for role, (a, b) in title.parties))
    if any(stop in text for stop in _STOPS):
        return _followed(text) if _COLON.search(text) else NOTHING
    if text[0] in "电電" and (told := _TELLING.fullmatch(text)) and weight(told["to"]) >= MIN_WEIGHT:
        return ChineseTitle("telegram", (("to", told.span("to")),), MIN_WEIGHT)
    if text[-2:] in _CIRCULARS and (circular := _CIRCULAR.fullmatch(text)) and _weight(circular["from"]) >= MIN_WEIGHT:
        return ChineseTitle("telegram", (("from", circular.span("from")),), MIN_WEIGHT)
    if text[0] in "收發发" and (ledger := _of_ledger(text)):
        return ledger
    end = _stripped_end(text)
    lead = _ANNEXED.match(text) or _LEAD_DATE.match(text) or _COUNT.match(text)
    start = lead.end() if lead and lead.end() < end else 0
    kinds = [match for match in _KIND.finditer(text, start, end) if match.end() == end]
    if not kinds:
        return found if (found := _followed(text)).parties else _bare(text) or _summarised(text, start)
    kind = kinds[0]
    parties, sure = _parties(text, start, _kind_begins(text, start, kind.start()))
    named = (
        kind.lastgroup
        if kind.lastgroup != "part"
        else next(n for n in ("telegram", "letter", "note", "wordy") if kind[n])
    )
    extract = bool(kind["part"]) or _PART.search(text, end) is not None
    if not parties or (named == "wordy" and (parties[0][0] != "from" or sure < 4)):
        return found if (found := _followed(text)).parties else _summarised(text, start)
    return ChineseTitle(_kind_of(named or ""), parties, sure, extract)


_QUOTED: Final = regex(
    r"(?:[一二三四五六七八九十\d]{1,3}[、.．]\s?|[（(][一二三四五六七八九十\d]{1,3}[)）]\s?)?"
    r"《(?P<title>[^《》\n]{4,40}[电電函])》"
    r"\s?(?:[（(][^（）()\n]{4,24}[）)])?"
)
"""A title in the marks of titles, count and day round it: 「一、《沈明远致罗致平电》（1938年3月5日）」."""


def _of_ledger(text: str) -> ChineseTitle | None:
    match = LEDGER.fullmatch(text)
    role = "from" if match and match["from"] else "to"
    if match is None or weight(match[role]) < MIN_WEIGHT:
        return None
    return ChineseTitle("letter" if match["kind"] == "函" else "telegram", ((role, match.span(role)),), MIN_WEIGHT)


def _kind_begins(text: str, start: int, at: int) -> int:
    """Return where the kind of document begins: nobody sends "a telegram that came", so 來 ends the name 周恩來."""
    come = text[at : at + 1] in ("来", "來") and any(sign in text[start:at] for sign in "致給给")
    to = max((text.rfind(sign, start, at) for sign in "致給给"), default=-1)
    return at + 1 if come and is_personal(text[to + 1 : at + 1]) and is_personal(text[to + 1 : at]) else at


def _followed(text: str) -> ChineseTitle:
    """Read a title that goes on with its subject, 沈明遠致羅致平電：關於煤油, in print on a line of its own.

    Scanners run the lines together; then both parties must be persons or bodies, and no word of speech may follow.
    """
    match = _HEADED.match(text) if any(sign in text for sign in "电電信函") else None
    if match is None or (not match["colon"] and _SPEAKS.match(match["rest"])):
        return NOTHING
    if any(stop in match["rest"] for stop in _STOPS + "，,"):
        return NOTHING
    title = read_chinese_title(match["head"])
    roles = [role for role, _ in title.parties]
    if roles != ["from", "to"] or title.sure < 2 * MIN_WEIGHT + (not match["colon"]):
        return NOTHING
    at = match.start("head")
    parties = tuple((role, (first + at, end + at)) for role, (first, end) in title.parties)
    return ChineseTitle(title.kind, parties, title.sure, title.extract)


def _bare(text: str) -> ChineseTitle | None:
    """Read a heading that names two persons and no kind, 沈明遠致羅致平, as volumes of a correspondence have it."""
    match = _BARE.fullmatch(text) if "致" in text or "供" in text else None
    if match is None or not (is_personal(match["from"]) and is_personal(match["to"])):
        return None
    parties = (("from", match.span("from")), ("to", match.span("to")))
    return ChineseTitle("telegram", parties, 2 * MIN_WEIGHT)


_BARE: Final = regex(
    r"(?P<from>[\u3400-\u9fff·]{2,8}?)(?:致|供(?=[^\n]{2,8}[参參]考的))(?P<to>[\u3400-\u9fff·]{2,8}?)"
    r"(?:先生|同志|总理|總理|总统|總統|元帅|元帥|首相)?(?:[参參]考的(?:情报|情報|消息|材料|通报|通報))?"
)


def _summarised(text: str, start: int) -> ChineseTitle:
    """Read a title that an archive made of the text, 沈明遠電羅致平報告煤油用罄: who wired whom, then what."""
    match = _WIRED.match(text, start) if "電" in text or "电" in text else None
    if match is None or min(_weight(match["from"]), _weight(match["to"])) < MIN_WEIGHT:
        return NOTHING
    return ChineseTitle("telegram", (("from", match.span("from")), ("to", match.span("to"))), 2 * MIN_WEIGHT)


def _kind_of(named: str) -> Kind:
    return {"letter": "letter", "note": "note"}.get(named, "telegram")  # type: ignore[return-value] # the two others


def _stripped_end(text: str) -> int:
    """Return where a title ends before its date, number and asides."""
    best = len(text)
    for match in _END.finditer(text):
        best = min(best, match.start())
        break
    return best


def _parties(text: str, start: int, end: int) -> tuple[tuple[Party, ...], int]:
    """Return the parties by the best place to part the words at, and how sure the names there are."""
    best: tuple[int, tuple[Party, ...]] = (0, ())
    via = _VIA.search(text, start, end)
    for match in _TO.finditer(text, start, end):
        to = (match.end(), via.start() if via and via.start() >= match.end() else end)
        sender = _sender(text, start, match.start())
        if sender is None or not 0 < to[1] - to[0] <= MAX_PARTY:
            continue
        recipients = _weight(text[slice(*to)]) or _someone(text[slice(*to)])
        own = _weight(text[slice(*sender)]) if sender[0] < sender[1] else 1
        if not recipients and own >= MIN_WEIGHT and (cut := _before_subject(text[slice(*to)])):
            to = (to[0], to[0] + cut)
            recipients = MIN_WEIGHT
        if not recipients or not own or (recipients == 1 and own < 3 and _KIN.search(text[slice(*to)]) is None):
            continue
        total = own + recipients
        if total > best[0]:
            parties = (*((("from", sender),) if sender[0] < sender[1] else ()), ("to", to))
            best = (total, (*parties, ("via", via.span("via"))) if via else parties)
    if not best[1]:
        come = re.compile(r"(?:[发發][来來出]?)?(?:的)?$").search(text, start, end)
        sender = (start, come.start() if come else end)
        if (
            text[end : end + 2] in ("来电", "來電", "来函", "來函", "来信", "來信")
            and _weight(text[slice(*sender)]) > 2
        ):
            return (("from", sender),), 3
    return best[1], best[0]


def _before_subject(words: str) -> int:
    """Return where the addressee ends whose subject follows, 「雲河站長沈明遠指示修尺」; 0 without one."""
    cuts = (match.start() for match in _SUBJECT.finditer(words, 2))
    return next((cut for cut in cuts if _weight(words[:cut]) >= MIN_WEIGHT), 0)


def _someone(words: str) -> int:
    """Weigh a recipient who is no name: kin, and others that a letter goes to."""
    return int(0 < len(words) <= 8 and _KIN.search(words) is not None)


def _sender(text: str, start: int, end: int) -> Span | None:
    """Return the sender before the sign for "to", his subject cut off: an empty span where only a subject stands."""
    about = _ABOUT.search(text, start, end)
    while about is not None:
        if about.start() == start:
            return (start, start)
        if _weight(text[start : about.start()]) > 1:
            return (start, about.start())
        about = _ABOUT.search(text, about.end(), end)
    return (start, end)


def _weight(words: str) -> int:
    """Weigh the names of a party; 0 as soon as one of them is none."""
    words = _ASIDE_PART.sub("", words)
    weights = [weight(words[slice(*span)].strip()) for span in name_spans(words)]
    return min(weights, default=0) if all(weights) else 0


def looks_chinese_title(text: str) -> bool:
    """Say whether a line is a title in Chinese: a kind of document, and at least to whom or from whom."""
    return len(text) > 3 and read_chinese_title(text).sure > 1


def names_subject(text: str) -> bool:
    """Say whether a line is a title that names its subject, 《关于不要拆除旧水尺的复电》, over a date."""
    return 6 < len(text) <= MAX_TITLE and _OF_SUBJECT.fullmatch(text) is not None


_OF_SUBJECT: Final = regex(
    rf"[^。；;：:！!？?\n]{{0,16}}?(?:关于|關於|对|對|就)[^。；;：:！!？?\n]{{2,70}}?的?(?:{_QUALITY}){{0,2}}(?:{_TELEGRAM}|{_LETTER})"
    r"(?:[①-⑳⑴-⒇*＊]|[〔［\[（(](?:[注註]?\d{1,2}|[一二三四五六七八九十]{1,2})[〕］\]）)])?"
)


_SUBJECT: Final = regex(
    r"[告請请促談谈述囑嘱論论詢询商賀贺謝谢慰勉勗寄索因為为就並并問问祝辭辞約约邀派介托託報报陳陈示允答盼催指說说索允勸劝"
    r"闢辟表祈詳详悼唁解更改重再轉转覆復复言及贊赞斥責责不送勿以擬拟通另"
    r"]"
)
"""Signs with which the subject of a telegram begins behind its addressee, 致沈明遠告煤油用罄電: tells, asks, thanks."""


def recipient_before_subject(text: str) -> int:
    """Return where the addressee ends in 「沈明遠告煤油用罄」, before the subject; 0 where nobody is named.

    >>> recipient_before_subject("沈明遠告煤油用罄"), recipient_before_subject("沈明遠")
    (3, 3)
    """
    ends = [match.start() for match in _SUBJECT.finditer(text, 2)]
    person = next((end for end in ends if is_personal(text[:end])), 0)
    if person or _weight(text) >= MIN_WEIGHT or _someone(text):
        return person or len(text)
    found = next((end for end in ends if _is_recipient(text[:end])), 0)
    return found or (len(text) if not ends and len(text) <= MAX_STRANGER else 0)


MAX_STRANGER: Final = 6
"""Signs of the longest name of which nothing else is known than that no subject follows."""


def _is_recipient(words: str) -> bool:
    """Say whether words name persons or bodies, a town before them perhaps: 青島沈明遠."""
    if _weight(words) >= MIN_WEIGHT or _someone(words):
        return True
    return any(is_personal(words[at:]) for at in (2, 3) if 2 <= len(words) - at <= 3)
