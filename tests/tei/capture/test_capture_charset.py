"""Character sets: found by mark, by UTF-8, by declaration, by the letters; never guessed in silence."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.capture import capture_file
from tei.capture.charset import decode, utf16_without_mark
from tei.capture.guessing import guess_charset
from tei.capture.likelihood import price, strange
from tei.errors import SourceError

PLACES = (
    "Карск",
    "остров Тихий",
    "бухта Ветреная",
    "мыс Долгий",
    "посёлок Сосновый",
    "станция Ледовая",
    "порт Заречный",
)
RUSSIAN = (
    "Барометр упал до семисот двадцати, ветер северный, лёд у мыса {} держится крепко. Просим прислать керосин.",
    "Прошу сообщить, когда выйдет в {} пароход с углём и продуктами для зимовки. Запасов хватит на три недели.",
    "НАЧАЛЬНИКУ ЗИМОВКИ {}. ПОДТВЕРДИТЕ ПОЛУЧЕНИЕ ПРИБОРОВ И ЖДИТЕ РАСПОРЯЖЕНИЙ ИНСТИТУТА.",
    "Ваша телеграмма получена. Ответ будет дан завтра. {}. Сабельников.",
    "Секретно. Институт просит немедленно измерить толщину льда: {}. Результаты радируйте каждое утро до девяти часов.",
    "Собаки здоровы, рация работает. Привет всем зимовщикам: {}!",
)
TELEGRAMS = tuple(form.format(place) for form in RUSSIAN for place in PLACES)
SIMPLIFIED = tuple(
    form.format(place)
    for form in (
        "{}站致研究所：气压下降，北风，请寄来备用灯和煤油。收到请复。",
        "请于本月底前告知轮船从{}出发的日期。同志们身体都很好。",
        "第十七号来电收到，{}的问题明天答复。无线电台工作正常。",
        "我们在{}的冰上测量了三天，结果已经发给北京。请转告部长。",
    )
    for place in ("卡尔斯克", "北岛", "长湾", "大山角", "东港", "西河口", "新村", "白石", "风口", "黑水")
)
TRADITIONAL = tuple(
    form.format(place)
    for form in (
        "{}站致研究所：氣壓下降，北風，請寄來備用的燈與煤油。收到請覆。",
        "請於本月底前告知輪船從{}出發的日期。我們身體都很好。",
        "第十七號來電收到，{}的問題明天答覆。無線電台工作正常。",
        "我們在{}的冰上測量了三天，結果已經發給總統閣下。",
    )
    for place in ("卡爾斯克", "北島", "長灣", "大山角", "東港", "西河口", "新村", "白石", "風口", "黑水")
)
SETS = [
    *((charset, TELEGRAMS) for charset in ("windows-1251", "koi8-r", "cp866", "iso-8859-5", "mac-cyrillic")),
    ("gb18030", SIMPLIFIED),
    ("gb18030", TRADITIONAL),
    ("big5", TRADITIONAL),
]


def written(folder: Path, data: bytes, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("charset", "texts"), SETS, ids=[f"{name}-{texts[0][:4]}" for name, texts in SETS])
def test_the_letters_of_short_telegrams_say_in_which_set_they_are(charset: str, texts: tuple[str, ...]) -> None:
    """Forty and more invented telegrams in each set; each is read right, and surely."""
    assert len(texts) >= 40
    wrong = []
    for text in texts:
        best = guess_charset(text.encode(charset))[0]
        if best.text != text or best.probability < 0.9:
            wrong.append((text, best))
    assert wrong == []


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["To Vetrov, Karsk: send lamps.\n", TELEGRAMS[0], SIMPLIFIED[0] + "\n"])
def test_utf16_without_a_mark_is_known_by_its_letters(tmp_path: Path, charset: str, text: str) -> None:
    capture = capture_file(written(tmp_path, text.encode(charset)))
    assert (capture.text, capture.charset) == (text, charset)
    assert capture.guess.startswith("guessed 0.9")
    assert [finding.rule for finding in capture.findings] == ["CAP104"]


OTHERS = [
    ("windows-1252", "Le baromètre est tombé à 720, prière d’envoyer du pétrole."),
    ("windows-1252", "Größe der Eisschollen übersteigt drei Meter, Grüße aus Karsk"),
    ("windows-1252", "The mast — broken — “fell” on the 3rd."),
    ("windows-1250", "Stacja Karsk: barometr spadł, proszę przysłać naftę i lampy, łódź odpłynęła"),
    ("shift_jis", "カルスク基地より研究所へ。気圧が下がり、北風です。石油を送ってください。"),
    ("euc_jp", "カルスク基地より研究所へ。気圧が下がり、北風です。石油を送ってください。"),
    ("euc_kr", "카르스크 기지에서 연구소로. 기압이 떨어지고 북풍이 불고 있습니다."),
]


@pytest.mark.parametrize(("charset", "text"), OTHERS)
def test_other_scripts_are_read_by_their_letters_too(tmp_path: Path, charset: str, text: str) -> None:
    assert capture_file(written(tmp_path, text.encode(charset))).text == text


def test_a_good_guess_is_told_with_what_was_read(tmp_path: Path) -> None:
    capture = capture_file(written(tmp_path, TELEGRAMS[0].encode("windows-1251")))
    (finding,) = capture.findings
    assert (finding.rule, finding.severity.label, capture.charset) == ("CAP104", "info", "cp1251")
    assert "read as windows-1251" in finding.message
    assert "Барометр" in finding.message
    assert capture.guess == "guessed 0.99"


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r"])
def test_a_doubt_names_the_candidates_and_how_each_reads(tmp_path: Path, charset: str) -> None:
    """Five letters are too few to be sure."""
    with pytest.raises(SourceError) as error:
        capture_file(written(tmp_path, b"To\nKarsk " + "Карск".encode(charset)))
    (finding,) = error.value.findings
    assert (finding.rule, finding.location.line) == ("CAP103", 2)
    assert f"{charset} 'Karsk Карск'" in finding.message
    assert f"--charset {charset}" in finding.hint
    assert charset in dict(dict(finding.data)["candidates"])


def test_bytes_that_are_no_text_in_any_set_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="in no likely set is it a text"):
        capture_file(written(tmp_path, b"\xff\x81\xb5\xa5\x98\xdf\xf7\x9e\xd7\xb6" * 3))


def test_declarations_are_believed_before_letters() -> None:
    """A declaration that cannot be right, or is unknown, is passed over."""
    data = TELEGRAMS[0].encode("koi8-r")
    assert decode(data, "p", None, "koi8-r").guess == "declared"
    assert decode(data, "p", None, " KOI8-R ").charset == "koi8-r"
    assert decode(data, "p", None, "martian").guess.startswith("guessed")
    assert decode(data, "p", None, "utf-8").guess.startswith("guessed")
    assert decode(b"caf\xe9", "p", None, "iso-8859-1").charset == "cp1252"


def test_a_declaration_that_makes_no_text_is_doubted() -> None:
    decoded = decode(TELEGRAMS[0].encode("windows-1251"), "p", None, "windows-1252")
    assert decoded.charset == "cp1252"
    (finding,) = decoded.findings
    assert (finding.rule, finding.severity.label) == ("CAP105", "warning")
    assert "reads like windows-1251" in finding.message


@pytest.mark.parametrize(
    ("charset", "known"), [("gbk", "gbk"), ("x-sjis", "cp932"), ("win-1251", "cp1251"), ("utf-16", "utf-16")]
)
def test_the_users_word_comes_first_in_any_spelling(charset: str, known: str) -> None:
    text = "Karsk"
    decoded = decode(text.encode(known), "p", charset)
    assert (decoded.text, decoded.charset, decoded.guess) == (text, known, "given")


@pytest.mark.parametrize(("data", "charset"), [(b"x", "a\0b"), (b"\xd8\x00\x00", "utf-16-be"), (b"x", "base64")])
def test_what_cannot_be_read_as_the_user_says_is_a_finding(data: bytes, charset: str) -> None:
    with pytest.raises(SourceError) as error:
        decode(data, "p", charset)
    assert error.value.findings[0].rule == "CAP103"


def test_a_long_file_is_judged_by_the_lines_that_say_something() -> None:
    data = b"Plain words.\n" * 2000 + ("\n".join(TELEGRAMS) + "\n").encode("koi8-r") * 3
    assert guess_charset(data)[0].charset == "koi8-r"


def test_likelier_texts_cost_less() -> None:
    assert price("Погода плохая") < price("оНЦНДЮ ОКНУЮЪ") < price("аОПНДЮЪЪЪ цЦц ъЫь")
    assert strange("Погода плохая") < 4.9 < strange("╨Я©╬≈√¤╚")
    assert strange("plain") == 0.0
    assert price("ok") < price("o\x01k")
    assert strange("\ue000\ue001") > 4.9
    assert strange("ł") < strange("ƕ")


def test_what_is_no_utf16_is_not_taken_for_it() -> None:
    assert utf16_without_mark(b"\x89PNG\x00\x00\x01\x02\xff\xfe\x00") is None
    assert utf16_without_mark(b"") is None


@given(st.binary(max_size=120))
def test_any_bytes_become_a_text_or_a_finding(data: bytes) -> None:
    try:
        codes = {finding.rule for finding in decode(data, "p").findings}
    except SourceError as error:
        codes = {f"refused: {finding.rule}" for finding in error.findings}
    assert codes <= {"CAP104", "refused: CAP103"}


def test_the_digest_is_of_the_bytes_in_every_set(tmp_path: Path) -> None:
    data = TELEGRAMS[0].encode("koi8-r")
    assert capture_file(written(tmp_path, data)).sha256 == hashlib.sha256(data).hexdigest()
