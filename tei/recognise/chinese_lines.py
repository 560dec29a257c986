"""Lines of telegrams in Chinese that name somebody: whom they address, who signs, on which day by its signs.

"沈并告顾、欧阳：", "青岛转白石沈明远同志：", "敬爱的维特罗夫同志：" address; "罗致平　灰申印" and
"职沈明远叩。歌。" sign and date.
"""

from __future__ import annotations

from typing import Final

from tei.dates.telegraph import TELEGRAPH_DATE, TelegraphDate, read_telegraph_date
from tei.recognise.chinese_names import (
    Span,
    bare_name,
    is_body,
    is_chinese,
    is_office,
    is_personal,
    is_respectful,
    is_surname,
    name_spans,
    unmarked,
    weight,
)
from tei.recognise.chinese_openings import HANDS_ON, passes_on
from tei.recognise.counting import is_sign
from tei.recognise.known import Known, nobody
from tei.regexes import regex
from tei.text import words

_ADDRESS: Final = regex(
    r"(?:限?即刻到[。,，\s]*)?(?:[\u3400-\u9fff]{2,4}?(?=致[^\n]{2,24}同志[:：]?$))?"
    r"(?P<to>致|复|覆|转|轉)?\s*(?P<name>[\u3400-\u9fff·、，,；;（）()\s]{1,80}?)\s*(?P<end>["
    r":：，,！!]+)?\s*"
    r"(?:(?:极|極|绝|絕)?密[。.]?)?"
)
_INLINE: Final = regex(
    r"(?:(?:限?即刻到|[\u3400-\u9fff]{1,5}(?=。))[。,，\s]*){0,3}致?(?P<name>[\u3400-\u9fff·、，,①-⑳]{2,160}?)\s*(?:(?:[台臺均大钧鈞勋勳勛惠]|(?<!王)公)?[鉴鑒][:：]?|[:：])(?:\s*(?:极|極|绝|"
    r"絕|[○〇△×□]{1,2})?密[。.])?\s*(?=[\u3400-\u9fff“「（(○〇△×□])"
)
_SIGNED: Final = regex(
    rf"(?:(?:签名|簽名|署名|签字|簽字|签署)[:：]?\s*)?(?P<name>[\u3400-\u9fff·、\u3000 ]{{1,30}}?)(?:(?:谨|敬|"
    rf"謹|拜|手|亲|百)?[叩启啟上呈拜书書肃肅]|顿首|頓首|签字|印)?"
    r"(?:\s*[［\[（(〔][\u3400-\u9fff·]{1,8}[］\]）)〕])?"
    rf"(?:[\s,，。.]+(?P<code>{TELEGRAPH_DATE})[。.]?\s*印?|(?<=[叩印。])(?P<code2>[^\s。]{{1,4}}?)印?)?[。.]?"
)
_DATED: Final = regex(
    r"(?P<name>[\u3400-\u9fff·、]{1,24}?)(?:[\s,，\u3000]+|(?=\d))(?P<date>[^\s].*[日號号時时分](?:\s*[于於在][\u3400-\u9f"
    r"ff]{1,8})?)"
)
_SPACED_NAME: Final = regex(r"(?P<name>[\u3400-\u9fff](?:[ \u3000]{1,4}[\u3400-\u9fff]){1,3})[。.]?")
"""A signature as books set it, its signs apart: 「沈 明 远」, the last of which may be a day's sign too."""
_FILED: Final = (
    "[侍参參秘祕机機办辦令战戰府院部处處会會政军軍务務电電川渝蓉京汉漢昌桂赣贛筑沪滬一二三四五六七八九十]{0,3}"
)
"""Signs of the office, the place or the clerk behind the day, 「佳未侍参」."""
_HUMBLE: Final = "(?:职|職|弟|愚|舊?屬|旧?属|晚|侄|姪|[门門]生)"
"""How one calls oneself before the name."""
_CLOSED: Final = regex(
    rf"(?<=[。！!？?；;])\s*(?P<signed>{_HUMBLE}?(?P<name>[\u3400-\u9fff]{{1,14}}?)(?:[同公谨謹敬]?[叩呈启啟肃肅]|谨[上启叩]|"
    rf"敬上)[。.\s]*"
    rf"(?:(?P<code>{TELEGRAPH_DATE})[。.]?\s*印?[。.]?)?(?:[（(][^（）()\n]{{1,10}}[）)])?)$"
)
_CODED: Final = regex(
    rf"(?<=[。！!？；;])\s*(?P<signed>(?:职|職|弟|愚)?(?P<name>[\u3400-\u9fff·]{{2,12}}?)(?:等)?(?:[叩呈启啟]|谨[上启叩])?[。,，\s]+"
    rf"{TELEGRAPH_DATE}[。]?{_FILED}[。.]?(?:[（(][^（）()\n]{{1,8}}[）)])?[。.]?\s*[印叩]?[。.]?)$"
)
"""A name and a day in signs behind the last sentence: 「…謹聞。沈明遠。東印。」"""
_LAST_NAME: Final = regex(
    rf"(?<=[。！？])\s*(?P<name>[\u3400-\u9fff·]{{2,12}}?)[。.]?(?:[。,，\s]*{TELEGRAPH_DATE}印?[。]?)?"
    r"(?:[\s。，]*(?P<date>[〇零○一二三四五六七八九十廿卅\d年月]{2,16}日(?:[一二三四五六七八九十\d]{1,3}[时時])?)[。]?)?"
    r"(?:[〔［\[（(]\d{1,3}[〕］\]）)]|[①-⑳])?[。.]?$"
)
_TOGETHER: Final = regex(
    rf"(?<=[。！!？?；;])\s*(?P<name>[\u3400-\u9fff]{{2,4}}(?:、[\u3400-\u9fff]{{2,4}}?){{1,8}}?)(?:等)?(?:[同公]?[叩启啟肃肅]|谨启|謹啟)"
    rf"[。，\s]*(?:{TELEGRAPH_DATE})?[。]?印?[。]?$"
)
"""Several who sign by their given names, 「德全、寿潜叩。真。」"""
_GLUED: Final = regex(rf"(?<=[。！？；])\s*(?P<name>[\u3400-\u9fff]{{2,3}}?){TELEGRAPH_DATE}印[。]?$")
"""Name and day without a stop between them, 「…謹聞。明遠微印。」"""
_KIN: Final = regex(
    r"(?:(?:亲爱|親愛|敬爱)的)?(?:父亲|父親|母亲|母親|爸爸?|妈妈?|媽媽?|双亲|雙親|兄长|哥哥?|姐姐?|弟弟?|妹妹?|"
    r"吾?妻|吾?儿|吾?兒|女儿|女兒)(?:[、和]?母亲|[、和]?母親)?(?:大人)?"
)
_DEAREST: Final = regex(r"(?:最|我)?(?:亲爱|親愛)的[\u3400-\u9fff·]{1,8}")
_OF_PARENTS: Final = regex(
    r"(?P<name>(?:你的?)?(?:爸[\s\u3000]?[爸妈]|妈[\s\u3000]?妈|媽[\s\u3000]?媽|父[亲親]?|母[亲親]?))(?:字|示|[谕諭]|草)?"
)
"""How parents sign, 「爸爸」, 「父字」."""
_OF_KIN: Final = regex(
    r"(?:女儿|女兒|儿子?|兒子?|男|弟|妹|兄|姐|妻|夫|父|母|孙)[\s\u3000]?(?P<name>[\u3400-\u9fff]{1,2})(?:[叩上"
    r"启啟敬]{0,2})"
)
_COMRADES: Final = regex(r"(?:[\u3400-\u9fff]{1,4}[、，,]){1,9}[\u3400-\u9fff]{1,4}?[各诸諸]?(?:位)?同志[们們]?")
"""Comrades called by what their parents named them: 「若东、明远、若川各同志：」."""
_EACH: Final = regex(r"[各全][\u3400-\u9fff、]{1,14}(?:[站局所台处部会省市县區区厅院校]|同志|同仁|同人|负责人)")
_ALL: Final = frozenset(("同志们", "同志們", "各同志", "诸同志", "各位同志", "各站", "各局", "各地", "诸位", "各位"))
_NOUNS: Final = frozenset(
    words(
        "方法 时间 時間 任务 任務 计划 計劃 温度 溫度 方针 方針 时局 時局 路线 路線 高度 经过 經過 经费 經費 关于 "
        "關於 安排 金额 金額 严重 嚴重 项目 項目 单位 單位 文件 "
        "文字 平均 全文 全体 全體 解决 解決 结论 谈话 談話 向导 通知 强度 強度 商量 支出 顺序 万一 马上 馬上 平安 "
        "包括 方案 单独 任何 如何 花费 时机 党内 党委 查明 查照 "
        "查收 明日 相同 商定 余详 余詳 余后 余容 余言 安全 常务 万急 严密 和平 容后 明白 时候 应即 應即 向你 于是 "
        "花名 内容 附件 电文 全权 注意 甘苦 成绩 成功 文件如下 "
        "房屋 钱款 车辆 石头 林木 水位 温差 云量 雷雨 平静 白天 时刻 江面 海面 风向 常用 易燃 计算 经常 单据 项下 "
        "路程 路费 包装 关键词 關鍵詞 作者简介 作者簡介 内容摘要 內容摘要 责任编辑 責任編輯"
    )
)
_SPACED: Final = regex(r"(?<=[\u3400-\u9fff])[ \u3000](?=[\u3400-\u9fff](?:[ \u3000]|$|、))")
_RING: Final = regex("[①-⑳]")
_MARKED_NAME: Final = regex(r"(?<=[\u3400-\u9fff]) {3,4}(?=(?:同志|先生|兄|并|並))")
"""Where the marker of a note stood between a name and its rank, 「德怀〔1〕同志」."""
_RINGS: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HANDED_ON: Final = "致转轉"
"""With these signs an address begins: “to”, “hand on to”."""
MAX_SIGNED: Final = 30


def addressee(text: str, known: Known) -> Span | None:
    """Return the span of the names when a line in Chinese addresses somebody, None otherwise."""
    text = unmarked(text)
    text = text.replace("先生。", "先生、") if "先生。" in text[:-2] and text[-1:] in ":：" else text
    text = text[:-1] + "，" if text[:1] == "致" and text[-1:] == "。" and len(text) <= MAX_HUMBLE else text
    match = _ADDRESS.fullmatch(text)
    if match is None and text[-2:-1] in "鉴鑒" and text[-1:] in ":：" and (circular := _CIRCULAR.fullmatch(text)):
        return circular.span("name")
    if match is None and text[-1:] in ":：" and (several := _SEVERAL.fullmatch(text)):
        sure = all(map(_surely, several.group("one", "two")))
        return (several.start("one"), several.end("two")) if sure else None
    if match is None or not (match["end"] or match["to"] or passes_on(text)):
        return None
    if match["to"] and weight(text[: match.start("to")]) > 1:
        return None
    name = match["name"].strip()
    if not match["end"] and text[match.end("name") :].strip():
        return None
    if not _addresses(name, known, colon=bool(match["end"] and match["end"][0] in ":：")):
        return None
    end = match.start("name") + len(match["name"].rstrip())
    hand = HANDS_ON.search(text, match.start("name"), end)
    passed = hand is not None and is_personal(bare_name(text[match.start("name") : hand.start()]))
    return (hand.end() if hand and passed and _surely(text[hand.end() : end]) else match.start("name")), end


_CIRCULAR: Final = regex(r"(?P<name>[\u3400-\u9fff·、，,；;。（）() ]{40,1600}?)[钧鈞勋勳勛台臺均公大惠]?[鉴鑒][:：]")
"""The address of a circular telegram, however many it names: 「…各省督軍、各報館均鑒：」."""
_SEVERAL: Final = regex(r"(?P<one>[\u3400-\u9fff·]{3,24})[:：]\s*(?P<two>[\u3400-\u9fff·]{3,24})[:：]")
"""Two who are addressed in one line, 「云河水利局方局长：水利部沈部长：」."""


def _surely(names: str) -> bool:
    """Say whether each of several names is more than a word that may be one."""
    return all(weight(names[slice(*span)]) > 1 for span in name_spans(names))


def is_wire(text: str) -> bool:
    """Say whether a paragraph is a telegram whole, from address to a signature with the day in signs."""
    if "鉴" not in text and "鑒" not in text:
        return False
    opened = inline_addressee(text, nobody) is not None
    bare = _DAY_TOLD.sub("", text)
    tail = max(0, len(bare) - 40)
    if not opened:
        return False
    coded, closed = _CODED.search(bare, tail), _CLOSED.search(bare, tail)
    if any(found and _weight(found["name"], nobody) > 1 for found in (coded, closed)):
        return True
    return closed is not None and bool(closed["code"])


_TO_MANY: Final = regex(
    r"[“「『]?(?P<many>(?:[^。！？“”\n、，,]{2,14}[、，,]){2,24}[^。！？“”\n、，,]{2,14}?)[钧鈞勋勳勛台臺均公大惠][鉴鑒][:：]"
)
"""How a circular telegram is addressed, 「各站、雙岩沈站長、各報館鈞鑒：」: those whom nobody can list."""
_FORMAL: Final = regex(
    r"(?:[\u3400-\u9fff]{1,5}。)?(?P<name>[\u3400-\u9fff·、]{1,24}?)(?:[台臺均大公钧鈞勋勳勛惠](?=.[:：]))?"
    r"(?<![之借殷可为為史龟龜])[鉴鑒][:：]\s*(?=[\u3400-\u9fff“「（(])"
)
"""An address by the formula alone, 「雲河站長沈鑒：」: whoever he is, nothing else stands so."""
MAX_FORMAL: Final = 36
_DAY_TOLD: Final = regex(r"(?:[（(][^（）()\n]{1,8}[）)])?[”」』]?[。.]?$")


def _coded_date(text: str) -> TelegraphDate | None:
    return read_telegraph_date(text.strip(" 。.,，等叩呈启啟谨上印"))


def _addresses(name: str, known: Known, *, colon: bool) -> bool:
    name = "".join(_RING.sub("", name).split()) if _MARKED_NAME.search(name) else _RING.sub("", name)
    if (
        name in _ALL
        or (colon and _DEAREST.fullmatch(name))
        or _KIN.fullmatch(name)
        or _EACH.fullmatch(name)
        or (colon and _COMRADES.fullmatch(name))
    ):
        return True
    pieces = [name[slice(*span)] for span in name_spans(name)]
    weights = [_weight(piece, known) for piece in pieces]
    passed_on = "转" in name or "轉" in name
    if not pieces or not all(w or (passed_on and len(p) <= 4) for w, p in zip(weights, pieces, strict=True)):
        return False
    return max(weights) > 1 or (colon and any(map(is_surname, pieces)))


def _weight(piece: str, known: Known) -> int:
    if piece in _NOUNS:
        return 0
    behind_place = (piece[at:] for at in range(2, min(5, len(piece) - 1)))
    if not weight(piece) and len(piece) <= 8 and any(known(name) and weight(name) > 2 for name in behind_place):
        return 3
    if len(piece) > MIN_HOLDER and is_respectful(piece) and any(weight(piece[at:]) > 2 for at in (2, 3)):
        return 3
    held = _HOLDER.search(piece) if len(piece) > MIN_HOLDER and not weight(piece) else None
    if held and held["name"] not in _NOUNS:
        sure = known(held["name"]) or (held["respect"] and weight(held["name"]) > 1) or is_personal(held["name"])
        return 3 if sure else 0
    return 3 if known(bare_name(piece)) else weight(piece)


_HOLDER: Final = regex(
    r"(?:首相|主席|[总總]理|部[长長]|大使|司令[员員]|[书書][记記]|[总總][统統])(?P<name>[\u3400-\u9fff·]{2,6}?)(?P<respect>同志|先生|[閣阁]下)?$"
)
"""An office with its state and his name, 「某某人民共和國內閣首相方景和同志」."""
MIN_HOLDER: Final = 6


def inline_addressee(text: str, known: Known) -> tuple[int, Span] | None:
    """Return where an address ends that opens a paragraph, and the span of its names: "罗所长：密。本站煤油将尽。".

    Another may follow it, 「云河方局长钧鉴：水利部沈部长勋鉴：…」.
    """
    found = _inline(text := unmarked(text, "①"), known)
    if found is None or not any(colon in text[found[0] : found[0] + MAX_FORMAL] for colon in ":："):
        return found
    also = _inline(text[found[0] :], known)
    if also is None or not (_HAILS.search(text, found[0] - 2, found[0]) or _surely(text[found[0] :][slice(*also[1])])):
        return found
    return found[0] + also[0], (found[1][0], found[0] + also[1][1])


_HAILS: Final = regex("[鉴鑒][:：]$")


def _inline(text: str, known: Known) -> tuple[int, Span] | None:
    """Return what opens a paragraph as one address, its end and the span of its names."""
    match = _INLINE.match(text)
    if match is None or not _addresses(match["name"], known, colon=True):
        formal = _FORMAL.match(text) if "鉴" in text[:MAX_FORMAL] or "鑒" in text[:MAX_FORMAL] else None
        if formal and "、" not in formal["name"]:
            return formal.end(), formal.span("name")
        many = _TO_MANY.match(text) if text[:240].count("、") > 1 else None
        return (many.end(), many.span("many")) if many else None
    return match.end(), match.span("name")


def signature(text: str, known: Known) -> Span | None:
    """Return the span of the names when a line in Chinese is a signature, None otherwise."""
    text = text.rstrip(_RINGS) or text
    if text.count("、") > MIN_MANY and len(text) <= MAX_MANY and (many := _MANY.fullmatch(text)):
        return many.span("names") if all(map(is_personal, many["names"].split("、"))) else None
    if len(text) <= MAX_OFFICE and (held := _OFFICE_HELD.fullmatch(text)) and is_personal(held["name"]):
        return held.span("name") if is_office(held["office"][-MAX_SIGNED // 2 :]) else None
    if len(text) > MAX_SIGNED or not is_sign(text[0]) or text[0] in _HANDED_ON or passes_on(text):
        return None
    if len(text) <= MAX_HUMBLE and (homely := _OF_PARENTS.fullmatch(text) or _HUMBLY.fullmatch(text)):
        return homely.span("name")
    match = _SIGNED.fullmatch(text)
    if match is None:
        return None
    if (spaced := _SPACED_NAME.fullmatch(text)) and _signs("".join(spaced["name"].split()), known):
        return spaced.span("name")
    if (kin := _OF_KIN.fullmatch(text)) and any(space in text for space in " \u3000"):
        return kin.span()
    name = match["name"].strip()
    bare = _SPACED.sub("", name)
    pieces = [bare[slice(*span)].strip() for span in name_spans(bare)]
    if not pieces or bare in _NOUNS or not all(_signs(piece, known) for piece in pieces):
        return None
    if text.endswith("。") and not (match["code"] or match["code2"] or known(bare)):
        return None
    start = match.start("name") + len(match["name"]) - len(match["name"].lstrip())
    return start, start + len(name)


_HUMBLY: Final = regex(
    r"(?P<name>[\u3400-\u9fff]{1,4}?)[\s\u3000]*(?:[谨謹敬拜][上启啟叩呈肃肅具白]|手[书書启啟]|[顿頓]首|百拜)[。.]?"
)
"""Who signs a letter as courtesy has it, by whatever name: 「明远谨上」."""
MAX_HUMBLE: Final = 9


def given_name(text: str) -> Span | None:
    """Return the span of a line of two signs that can be a given name, as colleagues sign: 「明远」."""
    name = text.rstrip(" 。")
    if len(name) != GIVEN or not is_chinese(name) or name in _NOUNS or _FORMULA.intersection(name):
        return None
    return (0, GIVEN)


GIVEN: Final = 2
_FORMULA: Final = frozenset(
    "达達闻聞复復覆电電示请請盼祈此特谨謹专專候即行办辦知照悉报報陈陳启啟询詢商洽为為荷敬礼禮安祝颂頌全文完毕畢注註释釋附录錄件说說"
    "上下页頁密急级級首目正返回打印分享字体體大小中止等来來函信书書抄送本月年日一二三四五六七八九十"
)
"""Signs of the formulas that end a telegram, 「盼复」, 「特达」, of the words of pages, and of days."""
_MANY: Final = regex(
    rf"(?P<names>[\u3400-\u9fff、]{{8,190}}?)(?:等)?(?:[公同]?[叩启啟]|谨启)?[。.,，\s]*(?:{TELEGRAPH_DATE})?印?[。.]?"
)
"""All who sign a circular telegram, one behind the other."""
MIN_MANY: Final = 2
MAX_MANY: Final = 200
_OFFICE_HELD: Final = regex(
    r"(?P<office>[\u3400-\u9fff、]{4,40}[席理长長使令员員记記统統任表相臣])[ \u3000]{1,4}"
    r"(?P<name>[\u3400-\u9fff·]{2,12})"
)
"""The office, then the name behind a blank: 「云河水利局局长　方景和」."""
MAX_OFFICE: Final = 56


def _signs(piece: str, known: Known) -> bool:
    return _weight(piece, known) > 0 and len(piece) <= 16


def is_broken_signature(above: str, below: str) -> bool:
    """Say whether a body that signs has its name in two lines, 「云河水利局各站代表庆祝水渠通」 and 「水大会」."""
    if not (above and below and is_sign(above[0]) and is_chinese(above) and is_chinese(below) and is_body(below)):
        return False
    return len(above) >= max(MIN_BROKEN, len(below) - 2) and not weight(above)


MIN_BROKEN: Final = 8


def signed_and_dated(text: str, known: Known) -> int | None:
    """Return where the date begins in a line that holds signature and date: "顾若川　三月九日"."""
    match = _DATED.fullmatch(text) if len(text) <= 60 else None
    if match is None or signature(match["name"], known) is None:
        return None
    return match.start("date")


def signed_inline(text: str, known: Known) -> tuple[int, Span] | None:
    """Return where the signature begins that ends a paragraph, and its name's span: "…十桶。职沈明远叩。歌。".

    Without a word such as 叩 behind it only a known name signs: "…现以竹竿续测。沈明远".
    """
    match = _CLOSED.search(text, max(0, len(text) - 40))
    if match and (_weight(match["name"], known) or match["code"]):
        return match.start("signed"), match.span("name")
    together = _TOGETHER.search(text, max(0, len(text) - 60)) if "、" in text[-40:] else None
    if together:
        return together.start("name"), together.span("name")
    coded = _CODED.search(text, max(0, len(text) - 40))
    if coded and (
        _weight(coded["name"], known) > 1
        or given_name(coded["name"])
        or (coded["hour"] and len(coded["name"]) == GIVEN)
    ):
        return coded.start("signed"), coded.span("name")
    glued = _GLUED.search(text, max(0, len(text) - 12)) if text[-2:].rstrip("。")[-1:] == "印" else None
    if glued and (known(glued["name"]) or is_personal(glued["name"])):
        return glued.start("name"), glued.span("name")
    if one := _ONE_SIGN.search(text, max(0, len(text) - 5)):
        return one.span("name")[0], one.span("name")
    bare = _LAST_NAME.search(text, max(0, len(text) - 36))
    if bare and bare.start() > 0 and known(bare["name"]) and weight(bare["name"]):
        return bare.start("name"), bare.span("name")
    return None


_ONE_SIGN: Final = regex(
    r"(?<=[^。！？][。！？])(?P<name>[鴻鸿凱凯坤傑杰洞銘铭煥焕之頤颐賢贤宣芳棻邨藩棠翰楨桢彬震龍龙瑞驤骧勳勋垚桓模權权爽靖澤泽炘燾焘])。$"
)
"""The last sign of his name, as governors of the empire signed: 「…已飭速修。鴻。」; days and formulas are none."""


def is_whole_telegram(text: str) -> bool:
    """Say whether a paragraph is a telegram from address to signature: "双雁站长鉴：米已装船。沈明远。五月二十日。"."""
    opened = inline_addressee(text, nobody)
    closed = _LAST_NAME.search(text, max(0, len(text) - 36)) if opened else None
    return opened is not None and closed is not None and closed.start() > opened[0] and weight(closed["name"]) > 2


def telegraph_date(text: str) -> TelegraphDate | None:
    """Return the day that stands in signs behind a signature or on a line of its own: "罗致平　灰申印", "卯佳"."""
    if len(text) > MAX_SIGNED:
        return None
    whole = read_telegraph_date(text.strip(" \u3000。."))
    if whole is not None:
        return whole
    match = _SIGNED.fullmatch(text) or _CLOSED.search(text)
    if match is None and (coded := _CODED.search(f"。{text}")):
        return _coded_date(coded.group("signed")[len(coded["name"]) :])
    return read_telegraph_date(match["code"]) if match and match["code"] else None
