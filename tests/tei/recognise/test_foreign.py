"""Words of the original told from English ones."""

from __future__ import annotations

import pytest

from tei.recognise.foreign import foreign_language
from tei.recognise.syllables import in_syllables
from tei.text import words
from tests.timing import seconds

RUSSIAN = words(
    """
    vystuplenie khoziain nastuplenie soveshchanie zamechanie sotrudnichestvo rukovodstvo pravitel'stvo
    deistvitel'nost' obstanovka podgotovka razvedka svodka otvetstvennost' predlozhenie polozhenie voprosy zadachi
    tovarishchi tovarishcham mezhdunarodnyi sovetskii sovetskogo kitaiskaia partiinaia bol'shinstvo vozmozhnost'
    neobkhodimo rabotat' otpravit' poluchit' soobshchit' prosim soglasen soglasie oborona nachal'nik pomoshch'
    druzhba granitsa stantsiia kaiuta ledokol zimovshchik zimovka barometr pechka sobaka ugol' khleb ezhednevno
    srochno lichno sekretno shifrovka donesenie spravka dokladnaia prikaz ukaz vozhd' narodnyi samokritika uklon
    oblast' kulaki kolkhoz voennyi glavnaia napravlenie ukazanie
    """
)
PINYIN = words(
    """
    wenti huiyi renmin gongchandang zhongyang wenjian minzhu zhuyi tongzhi zhanzheng hetan jundui zhengfu dianbao
    laidian taidu fangzhen zhengce youyi guanxi daibiao daibiaotuan weiyuanhui zhuxi zongli buzhang lingdao
    qunzhong nongmin gongren xuanchuan zuzhi jianshe jingji gongye nongye maoyi tielu qixiangzhan tianqi bingshan
    xuexi huzhu gongchu fandong zichan jieji douzheng zhidao yijian wanquan tongyi shangliang wèntí rénmín xiǎozǔ
    fēngxiāng zhǔxí zhèngfǔ gémìng huǒchē shuoming xuyao zhunbei chuxi tuixiu xiangxin
    """
)
ENGLISH = words(
    """
    almost foremost compost outpost frost ghost boost canoe genie beanie brownie papaya logo embargo cargo bikini
    taxi alumni nuclei will not or and missing sent received station harbour weather ice winter ship coal stove
    dog sledge barometer zeal zone khaki sheikh sputnik beatnik polynya tsar vodka troika glasnost media criteria
    malaria play money journey convoy employee realism prism only again possible impossible question answer
    yesterday tomorrow morning evening political military economic cultural personal secret urgent decision
    conference committee delegation ambassador embassy cable telegram message letter reply request proposal change
    machine province range begin human women home same make
    """
)


@pytest.mark.parametrize("word", RUSSIAN)
def test_transliterated_russian_is_foreign(word: str) -> None:
    assert foreign_language(word) == "ru-Latn"


@pytest.mark.parametrize("word", PINYIN)
def test_pinyin_is_foreign_where_the_original_is_chinese(word: str) -> None:
    assert foreign_language(word, assume="zh") == "zh-Latn"


@pytest.mark.parametrize("word", ENGLISH)
def test_an_english_word_is_not_foreign_whatever_the_original(word: str) -> None:
    assert [foreign_language(word, assume=original) for original in ("ru", "zh", "bg")] == ["", "", ""]


PHRASES = [
    ("glavnyi khoziain", "ru", "ru-Latn"),
    ("kaiuta kapitana", "ru", "ru-Latn"),
    ("v obshchem i tselom", "ru", "ru-Latn"),
    ("the course of events", "ru", ""),
    ("the vystuplenie", "ru", ""),
    ("Karsk Vetrov", "ru", ""),
    ("or not", "ru", ""),
    ("каюта", "ru", "ru"),
    ("каюта", "bg", "bg"),
    ("каюта", "zh", "ru"),
    ("气象站", "ru", "zh"),
    ("ステーション", "ru", "ja"),
    ("기지", "ru", "ko"),
    ("für alle", "de", "de"),
    ("dépêche", "fr", "fr"),
    ("rukovodstvo", "bg", "bg-Latn"),
    ("pak", "ru", "ru-Latn"),
    ("znak", "ru", "ru-Latn"),
    ("svoim supom", "ru", "ru-Latn"),
    ("vek", "de", ""),
    ("trek", "ru", ""),
    ("week", "ru", ""),
    ("neue fabrik", "de", ""),
    ("a long walk to the znak", "ru", ""),
    ("", "ru", ""),
    ("1938", "ru", ""),
    ("?", "ru", ""),
]


@pytest.mark.parametrize(("text", "original", "language"), PHRASES)
def test_a_phrase_is_foreign_as_a_whole_or_not_at_all(text: str, original: str, language: str) -> None:
    assert foreign_language(text, assume=original) == language


@pytest.mark.parametrize(
    ("word", "count"),
    [("qixiangzhan", 3), ("xi'an", 2), ("zhōngyāng", 2), ("ship", 0), ("", 0), ("x" * 60, 0), ("lü", 1)],
)
def test_a_word_is_read_in_the_fewest_syllables(word: str, count: int) -> None:
    assert in_syllables(word) == count


@pytest.mark.parametrize("text", ["anan" * 500, "a'" * 1000, "zh" * 1000, "st " * 1000, "nenie" * 400])
def test_no_word_takes_long(text: str) -> None:
    assert seconds(lambda: [foreign_language(text, assume=original) for original in ("ru", "zh")]) < 0.2
