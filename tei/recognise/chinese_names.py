"""Names in Chinese as telegrams write them: by surname, by transliteration, by office, and what stands round them.

Nothing parts a name from the words beside it, so a name is known by its first sign, one of the surnames, and by its
length; a foreigner's by signs that only write sounds; a body or an office by its last sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.regexes import regex
from tei.text import words

Span = tuple[int, int]

_SURNAMES: Final = frozenset(
    "王李金张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董"
    "袁潘于蒋蔣蔡余杜叶葉程"
    "苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀"
    "顾顧毛郝龚龔邵万萬"
    "钱錢严嚴覃武戴莫孔向汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭"
    "焦俞左柳甘祝包宁寧"
    "尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳"
    "陽时時穆农農司卓古吉"
    "缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬"
    "师師和仇栾欒隋商刁沙荣"
    "榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺封谈談匡鞠惠荆荊乐樂冀胥南班储儲原栗燕楚鄢劳勞谌諶奚皮粟冼蔺"
    "藺楼樓盘盤满滿闻聞位厉厲伊仝"
    "区區郜海阚闞花权權强強帅帥屠豆朴盖蓋练練廉禹井祖漆巴丰豐支卿国國狄平计計索宣晋晉相初门門云雲容敬来來扈晁芮"
    "都普阙闕浦戈伏鹿薄邸洪郁諸荀赖阎锺钮鈕"
    "雍辜羊阿乌烏母裘亓修邰赫杭况況那宿鲜鮮印逯隆茹诺諾战戰慕危玉银銀亢嵇公哈湛宾賓戎勾茅利於呼居揭干但尉冶斯元"
    "束檀衣信展阴陰昌智幸奉植衡富尧堯习習"
)
_COMPOUND: Final = frozenset(
    words(
        "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 皇甫 东方 東方 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 夏侯 端木 轩辕 独孤 "
        "宇文 长孙 長孫 申屠 澹台 百里 呼延 赫连 赫連"
    )
)
_SOUNDS: Final = frozenset(
    "娃妮莎丽麗琪珊黛蒂薇娅婭琳贡古哥戈季捷切叶耶夫维诺诺夫斯基茹列别杰什切尼察喀阿埃艾爱愛安奥奧巴白柏班邦保鲍"
    "鮑贝貝本比彼毕畢别別宾賓波伯玻勃博布查车車岑茨戴丹当當道德登邓鄧迪第杜多恩尔爾法凡范菲费費芬丰弗夫福盖蓋甘"
    "冈岡高戈哥格葛根贡古谷瓜哈海罕汉漢豪赫黑"
    "亨洪侯胡华華霍基吉季加贾賈嘉杰傑金京卡凯凱坎康考科柯克肯孔库庫夸奎昆拉莱萊赖賴兰蘭郎朗劳勞勒雷累里里理利莉"
    "立连連廉列烈林琳留龙龍隆卢盧鲁魯路伦倫罗羅洛马馬玛瑪迈邁麦麥曼芒毛梅门門蒙孟米密"
    "敏明摩莫墨姆穆拿娜纳納乃南内妮尼涅宁寧牛纽紐努诺諾欧歐帕潘庞龐培佩彭皮平珀坡普奇齐齊契恰乔喬切琴丘曲让讓热"
    "熱日荣榮茹瑞若萨薩塞桑森沙山尚绍邵舍申圣聖施什石史士斯司丝絲松苏蘇索塔泰坦汤湯唐陶特腾滕提"
    "田铁鐵廷通图圖土托瓦万萬汪旺威韦韋维維魏温溫文翁沃乌烏吴吳武西希锡錫夏先香肖谢謝辛欣休许許雪逊遜雅亚亞延扬"
    "揚杨楊耶叶葉伊依易因英尤于约約云扎泽澤曾詹张張哲珍芝智朱祖佐茨兹茲"
)
_RANKS: Final = (
    "同志|先生|女士|小姐|阁下|閣下|兄|弟|吾兄|仁兄|诸兄|諸兄|诸同志|諸同志|等同志|各同志|大人|膝下|足下|"
    "惠鉴|惠鑒|勋鉴|勳鑒|勛鑒|勛鉴|钧鉴|鈞鑒|台鉴|臺鑒|台鑒|大鉴|大鑒|均鉴|均鑒|公鉴|公鑒|委座|钧座|鈞座|鉴|鑒|夫人|公"
)
_OFFICES: Final = (
    "主席|总理|總理|部长|部長|大使|公使|领事|領事|参赞|參贊|武官|代办|代辦|书记|書記|总书记|總書記|委员长|"
    "委員長|委员|委員|司令|司令员|司令員|"
    "总司令|總司令|司令长官|司令長官|长官|長官|参谋长|參謀長|政委|军长|軍長|师长|師長|旅长|团长|團長|站长|站長|所长|所長|局长|局長|处长|"
    "處長|科长|科長|院长|院長|厅长|廳長|"
    "校长|校長|省长|省長|市长|市長|县长|縣長|行长|行長|主任|代表|专员|專員|秘书|秘書|秘书长|秘書長|将军|將軍|"
    "元帅|元帥|总统|總統|首相|[外内內陆陸海藏]相|外长|外長|[抚撫镇鎮藩臬道制提学學][台臺]|[中爵]堂|宫保|宮保|"
    "大臣|都督|督军|督軍|总督|總督|巡抚|巡撫|统制|統制|统领|統領|军门|軍門|总长|總長|议长|議長|镇守使|鎮守使|提督|"
    "总办|總辦|制军|制軍|中丞|亲王|親王|"
    "总指挥|總指揮|总裁|總裁|特使|专使|專使|船长|船長|队长|隊長|台长|臺長|教授|博士|顾问|顧問"
)
_BODY_ENDS: Final = (
    "会馆|會館|分部|支部|当局|當局|中央|政府|军委|軍委|[总總譯译]署|[枢樞]垣|[外內]務部|委员会|委員會|使馆|使館|领馆|領館|公使馆|领事馆|局|部|处|處|所|站|院|会|會|委|厅|廳|"
    "司令部|总部|總部|军区|軍區|办公室|"
    "代表团|代表團|工作组|小组|支部|总社|社|台|臺|公司|学校|大学|银行|前委|总前委|野司|兵团|兵團|纵队|縱隊|"
    "[东東西华華中一二三四]野|军|軍|师|師|组|組|室|队|隊"
)
_RANKED: Final = regex(rf"(?:{_RANKS})$")
_RANK_FIRST: Final = regex(rf"(?:{_RANKS})(?=[、，,]|$|[并並转轉])")
_OFFICE: Final = regex(rf"(?:[副代]?(?:{_OFFICES}))$")
_OFFICE_FIRST: Final = regex(rf"[副代]?(?:{_OFFICES})(?=[:：，,、]|$)")
_OFFICE_BETWEEN: Final = regex(
    rf"(?P<surname>[\u3400-\u9fff]{{1,2}}?)[副代]?(?:{_OFFICES})(?P<given>[\u3400-\u9fff]{{1,2}})"
)
_BODY: Final = regex(rf"(?:{_BODY_ENDS})$")
_OF_BODY: Final = regex(
    r"[\u3400-\u9fff]{1,18}(?:大?[总總][统統理]|都督|督[军軍]|[总總]司令|委[员員][长長]|主席(?![团團])|首相|[大公]使|"
    r"[部院省市军軍師师旅外站所局处處][长長]|[参參][谋謀][长長]|[专專][员員]|[统統][制領领]|"
    r"局|站|所|部|会|會|院|处|處|委|台|社|政府|公司|大学|中央|司令部|使馆|使館)(?P<name>[\u3400-\u9fff]{2,4})"
)
_DEAR: Final = regex(r"^(?:(?:最|十分)?(?:敬爱|敬愛|亲爱|親愛|尊敬)的)")
_LEADS: Final = regex(r"^(?:职|職|弟|愚|晚|后学|卑职|卑職)(?=[\u3400-\u9fff]{2,})")
_SIGNS: Final = regex(r"[\u3400-\u9fff·]+")
_PARTED: Final = regex(
    r"\s*[、；;,，:：。\u3000]\s*|\s*(?:[并並](?:[请請即])?(?:转[告报致]?|轉[告報致]?|告|报|報|抄送|致)?|暨|及|抄送|"
    r"抄报|抄報|[即速请請阅閱]?转[告报致呈]?|[即速请請阅閱]?轉[告報致呈]?)\s*"
)
_JOINED: Final = regex(r"[和与與或]")
MAX_NAME: Final = 24


def bare_name(name: str) -> str:
    """Return a name without the words of respect round it: "敬爱的沈明远同志" is 沈明远."""
    bare = _DEAR.sub("", name.strip())
    bare = _LEADS.sub("", bare)
    bare = bare.removesuffix("等")
    while (match := _RANKED.search(bare)) and match.start() > 0:
        bare = bare[: match.start()]
    return bare


def is_personal(name: str) -> bool:
    """Say whether signs are a person's name: surname and one or two signs, or a foreign name written by its sounds."""
    if not name or not _SIGNS.fullmatch(name):
        return False
    if "·" in name:
        return 3 <= len(name) <= 16
    if name[:2] in _COMPOUND:
        return 3 <= len(name) <= 4
    if name[0] in _SURNAMES and 2 <= len(name) <= 3:
        return True
    if 4 <= len(name) <= 8 and _FOREIGN_END.search(name) and sum(sign not in _SOUNDS for sign in name) == 1:
        return True
    return 3 <= len(name) <= 8 and all(sign in _SOUNDS for sign in name)


_FOREIGN_END: Final = regex(r"(?:斯基|茨基|维奇|維奇|[诺洛科尔爾耶]夫|[诺洛]娃)$")
"""How many Russian names end, which one sign of another sound does not make Chinese: 维经斯基."""


def is_surname(name: str) -> bool:
    """Say whether signs are a surname and nothing else, as telegrams call people who know each other."""
    return (len(name) == 1 and name in _SURNAMES) or name in _COMPOUND


def is_office(name: str) -> bool:
    """Say whether a name is or ends in that of an office: 站长, 罗所长."""
    return _OFFICE.search(name) is not None and len(name) <= MAX_NAME


def is_body(name: str) -> bool:
    """Say whether a name is that of a body: 中央, 极光研究所."""
    return _BODY.search(name) is not None and 2 <= len(name) <= MAX_NAME


def of_a_body(name: str) -> str:
    """Return the person behind the body that he is of, 方景和 in 云河水利局方景和; empty without one."""
    match = _OF_BODY.fullmatch(name)
    return match["name"] if match and is_personal(match["name"]) else ""


def is_respectful(name: str) -> bool:
    """Say whether words of respect stand round a name: 同志, 兄, 敬爱的."""
    return _DEAR.match(name) is not None or (_RANKED.search(name) is not None and len(bare_name(name)) > 0)


def without_office(name: str) -> str:
    """Return what stands before an office: 罗 of 罗所长; empty where nothing does."""
    bare = bare_name(name)
    match = _OFFICE.search(bare)
    return bare[: match.start()] if match else bare


def is_chinese(name: str) -> bool:
    """Say whether a name consists of Chinese signs."""
    return _SIGNS.fullmatch(name) is not None


def contracted(name: str) -> str:
    """Return surname and forename with the office taken out from between them: 沈站長明遠兄 is 沈明遠; else empty."""
    bare = bare_name(name)
    match = _OFFICE_BETWEEN.fullmatch(bare)
    if match and is_surname(match["surname"]):
        return match["surname"] + match["given"]
    before = without_office(bare).removesuffix("副")
    return of_a_body(bare) or of_a_body(before) or before or bare


def weight(name: str) -> int:
    """Say how surely signs are a name: 3 a person or body, 2 an office or respectful address, 1 a surname, else 0."""
    bare = bare_name(name)
    if not 0 < len(bare) <= MAX_NAME or not _SIGNS.fullmatch(bare):
        return 0
    if is_personal(bare):
        return 3
    if SEVERAL <= len(bare) <= 2 * SEVERAL and _SURNAMES.issuperset(bare):
        return 2  # those who command an army together, 彭邓朴洪
    if is_respectful(name) and len(bare) <= 12:
        return 2
    if len(bare) > 4 and (of_a_body(bare) or _OFFICE_BETWEEN.fullmatch(bare)):
        return 3
    if is_office(bare):
        return 2 if len(bare) <= 16 else 1
    if is_body(bare) or (is_surname(bare[-1:]) and is_body(bare[:-1])):
        return 2
    return int(is_surname(bare))


def unmarked(text: str, filler: str = " ") -> str:
    """Return words in equal length without the markers of notes behind the names, 「沈〔1〕，並告顧〔2〕」."""
    return _NOTE_MARKER.sub(lambda match: filler * len(match.group()), text) if _MARKS.search(text) else text


_MARKS: Final = regex(r"[〔［\[①-⑳]")
_NOTE_MARKER: Final = regex(r"(?<=[\u3400-\u9fff])(?:[〔［\[]\d{1,3}[〕］\]]|[①-⑳])")


def name_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of the names that words list: 沈并告顾、欧阳 are three, 青岛转白石沈明远 two.

    What parts them may also stand inside a name (罗致平, 韩复渠): it parts only where names stand on both sides.
    """
    cuts = [(0, 0), *sorted(_cuts(text)), (len(text), len(text))]
    spans = ((before[1], after[0]) for before, after in pairwise(cuts))
    return tuple(span for start, end in spans if text[start:end].strip() for span in _two(text, start, end))


def _two(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the spans of two full names written together, 沈明远罗致平, which are no one's name or office.

    Where one of them has two signs only one place may part them: 陈赓谢富治.
    """
    whole = text[start:end]
    if not SEVERAL <= end - start <= 2 * FULL_NAME or whole[:2] in _COMPOUND or weight(whole) or not is_chinese(whole):
        return ((start, end),)
    cuts = [
        at for at in (2, 3) if 2 <= len(whole) - at <= FULL_NAME and whole[0] in _SURNAMES and whole[at] in _SURNAMES
    ]
    cuts = cuts if len(cuts) == 1 else [at for at in cuts if whole[at] in _COMMON]
    if len(cuts) != 1:
        return ((start, end),)
    return ((start, start + cuts[0]), (start + cuts[0], end))


_COMMON: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧曹彭萧蕭董袁"
)
"""Surnames of which nobody doubts that they are: 谢 in 陈赓谢富治, where 富 is one too."""
SEVERAL: Final = 4
"""So many surnames written together are nobody's name."""
FULL_NAME: Final = 3
"""Signs of most names, a surname and two of the forename."""


def _cuts(text: str) -> Iterator[Span]:
    for match in _PARTED.finditer(text):
        if match.group().strip() in "、；;,，:：。" or (_names(text[: match.start()]) and _names(text[match.end() :])):
            yield match.span()
    for match in _JOINED.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _RANK_FIRST.match(after) or (_OFFICE_FIRST.match(after) and not _OFFICE.search(before)):
            continue  # 和 ends the name 李協和 before a word of respect, and before his office
        if weight(_PARTED.split(before)[-1]) > 1 and weight(_PARTED.split(after)[0]) > 1:
            yield match.span()


def _names(text: str) -> bool:
    """Say whether what stands on one side of a joint can be a name: anything of two signs or more, or a surname."""
    return len(text) > 1 or is_surname(text)


def surnames_in(text: str, full_names: Sequence[str]) -> tuple[Span, ...]:
    """Return the spans of surnames written together, 沈顾, where full names that begin with them are known."""
    spans: list[Span] = []
    at = 0
    heads = [name[:2] if name[:2] in _COMPOUND else name[:1] for name in full_names]
    while at < len(text):
        head = next((head for head in heads if head and text.startswith(head, at)), "")
        if not head:
            return ()
        spans.append((at, at + len(head)))
        at += len(head)
    return tuple(spans) if len(spans) > 1 else ()


def is_given_name(name: str, full: str) -> bool:
    """Say whether a name is what stands behind the surname of another: 明远 in 沈明远."""
    return 0 < len(name) == len(full) - 1 < FULL_NAME and full.endswith(name) and is_personal(full)


def called_by(short: str, full: str) -> bool:
    """Say whether a short form can call someone of a full name: 沈, 沈站长, 明远同志, 沈站長明遠兄 all call 沈明远."""
    surname = full[:2] if full[:2] in _COMPOUND else full[:1]
    given = full[len(surname) :]
    bare = bare_name(short)
    before = without_office(short)
    return bool(bare) and (
        bare == given
        or before in (surname, full)
        or (bare.startswith(surname) and bare.endswith(given))
        or (before != bare and before.endswith(surname) and MIN_SEAT <= len(before) - len(surname) <= MAX_SEAT)
    )


MIN_SEAT: Final = 2
MAX_SEAT: Final = 3
"""Signs of a town before surname and office, 武昌黎都督."""
