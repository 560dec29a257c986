"""Notations of many countries and times, damaged ones among them: each reference has the key that a reader gives it."""

import pytest

from tei.archives import STYLES, find, format_reference, parse

NOTATIONS = {
    # scans, pages and extents
    "ГАКО, ф. 68, оп. 2, д. 136, сканы 7–8": "gako/68/2/136/image:7-8",
    "ф.30 оп.1 д.24 ск.13": "-/30/1/24/image:13",
    "РГАДА. Ф. 81. Оп. 2. Д. 12. Л. 5 об. Цифровой образ 006.": "rgada/81/2/12/5v/image:006",
    "РГАЛИ, ф. 19, оп. 1, ед. хр. 13; 39 л.": "rgali/19/1/13",
    "Державний архів Карської області, фонд 1, опис 7, справа 18, сторінка 34":
        "derzhavnii-arkhiv-karskoi-oblasti/1/7/18/p34",
    "ЦДІАК, Фонд 12, Опис 10, Справа 19-А, 507 арк.": "tsdiak/12/10/19-a",
    # Ukraine, Belarus, the Baltic, Moldova
    "ДАКО ф28 о2 справа 66 аркуш 38": "dako/28/2/66/38",
    "ЦДІАК 104-1-48": "tsdiak/104/1/48",
    "ДАХмО R-10-1-7": "dakhmo/r-10/1/7",
    "НАРБ, ф. 14, воп. 3, спр. 77, арк. 24": "narb/14/3/77/24",
    "ІМФЕ, ф. 14-5, од. зб. 42, арк. 13": "imfe/14-5/-/42/13",
    "LVVA, 257. f., 13. apr., 124. l., 12. lp.": "lvva/257/13/124/12",
    "LVVA, 257. f., 13. apr., 124. l., 3.–4. lp.": "lvva/257/13/124/3-4",
    "ERA, f. 95, n. 14, s. 71, l. 44": "ee-era/95/14/71/44",
    "ERA.95.14.71, l. 44": "ee-era/95/14/71/44",
    "AOSPRM, F. 51, inv. 4, d. 12, f. 33": "aosprm/51/4/12/33",
    # Russian archives as books in Chinese cite them
    "俄罗斯总统档案馆,全宗45,目录1,案卷330,第95~96张": "aprf/45/1/330/95-96",
    "АПРФ,ф.45,оп.1,д.334,л.91~92": "aprf/45/1/334/91-92",
    # numbers without labels
    "RGASPI 55.11.27.129": "rgaspi/55/11/27/129",
    "RGASPI 82.2.15.40–5": "rgaspi/82/2/15/40-45",
    "GARF 75c.14a.2.1–6": "garf/75c/14a/2/1-6",
    # fonds, inventories and files with names, letters and years
    "АВПРИ, ф. 14 «Карский стол», оп. 49, д. 7, л. 8–9": "avpri/14/49/7/8-9",
    "АВПР, ф. Канцелярия, 1877 г., д. 23, л. 7": "avpri/kantseliariia/-/23/7",
    "АВП РФ, фонд секретариата Наркома, оп. 7, п. 37, д. 9, л. 4": "avprf/sekretariata-narkoma/7/37/9/4",
    "АВП РФ, ф. 04 «з», оп. 1«б», п. 9, д. 5, л. 30": "avprf/04-z/1-b/9/5/30",
    "АВП РФ. Ф. 043/IV. Оп. 4. П. 18. Д. 27. Л. 6": "avprf/043_iv/4/18/27/6",
    "АВПРИ. Ф. 13. Оп. 47. 1914 г. Д. 48. Л. 3-3 об.": "avpri/13/47/48/3-3v",
    "ГАРФ. Ф. 102. ДП ОО. 1912. Оп. 24. Д. 20. Ч. 5 Б. Л. 8.": "garf/102/24/20/subfond:dp-oo-1912/chast:5-b/8",
    "ГА РФ, ф. 109, 3 эксп., 1865 г., оп. 15, д. 10, л. 5": "garf/109/15/10/subfond:3-eksp-1865-g/5",
    "ГАРФ. Ф. 109. Оп. 1. 1 эксп. 1826 г. Д. 61. Ч. 48. Л. 9": "garf/109/1/61/chast:48/9",
    "ИРЛИ, Р. I, оп. 19, № 56, л. 4": "irli/r-i/19/56/4",
    "РО ИРЛИ, ф. 15, № 23, л. 4 об.": "irli/15/-/23/4v",
    "РГАСПИ, ф. 14, оп. 2, д. 3, тетр. 13, л. 5": "rgaspi/14/2/3/tetrad:13/5",
    "ЦА ФСБ. АСД Р-401. Т. 2. Л. 14": "tsa-fsb/-/-/r-401/tom:2/14",
    "АВП РФ, фонд 6, опись 3, порядковый № 1, папка 1, лист 5": "avprf/6/3/1/-/portsiia:1/5",
    # archives with a longer name
    "РГИА ДВ. Ф. Р-242. Оп. 1. Д. 14. Л. 3": "rgia-dv/r-242/1/14/3",
    "Научный архив КЛП РАН. Ф.22. Оп.2 Д.7": "nauchnyi-arkhiv-klp-ran/22/2/7",
    "ЦГАЛИ/РГАЛИ, ф.19, оп.1, д.10, л.27": "rgali/19/1/10/27",
    "ЦПА ИМЛ при ЦК КПСС, ф. 17, оп. 2, ед. хр. 35, л. 7": "rgaspi/17/2/35/7",
    "Center for the Keeping of Karsk Documents (TsKhSD), Moscow, Fond 5, Opis 30, Delo 16": "rgani/5/30/16",
    "Центральный архив документов города Карска (далее ЦАДГК СПб). Ф. 24. Оп. 2. Д. 5": "tsadgk-spb/24/2/5",
    "Муниципальный архив г. Карска, ф. 2, оп. 1, д. 5": "munitsipalnyi-arkhiv-g-karska/2/1/5",
    "Карский державний архів СБУ, ф. 13, спр. 37, т. 6, арк. 12": "karskii-derzhavnii-arkhiv-sbu/13/-/37/tom:6/12",
    "ЦДІАУК, КМФ-7, оп. 1, спр. 5": "tsdiak/kmf-7/1/5",
    # backs of leaves
    "ЦАМО, ф. 58, оп. 18, д. 12, л. 12 (с оборотом)": "tsamo/58/18/12/12-12v",
    "РГАНИ. Ф. 3. Оп. 8. Д. 38. Л. 26–27 с об.": "rgani/3/8/38/26-27v",
    "АВП РФ. Ф. 07. Оп. 2. Папка 4. Д. 8. Л. 21—22 (об.)": "avprf/07/2/4/8/21-22v",
    "ГАРФ, фонд 75, опись 10, дело 25, лист 12 (оборот)": "garf/75/10/25/12v",
    "RGASPI, F. 17. Op. 8. D. 46. L. 5-6 rev.": "rgaspi/17/8/46/5-6v",
    "РГАСПИ. Ф. 5, оп. 1, ед. хр. 52, л. 1-а": "rgaspi/5/1/52/1a",
    # the standard's points and dashes
    "ЦДАГО України. – Ф. 1. – Оп. 20. – Спр. 5. – Арк. 6": "tsdaho/1/20/5/6",
    "РГАСПИ.— Ф. 17.— Оп. 3.— Д. 10.— Л. 5": "rgaspi/17/3/10/5",
    "РГАСПИ – Ф. 17 – Оп. 3 – Д. 10 – Л. 5–6": "rgaspi/17/3/10/5-6",
    # damage
    "РГАС-\nПИ. Ф. 55. Оп. 11. Д. 61. Л. 3": "rgaspi/55/11/61/3",
    "РГАСПИ. Ф. 17. 0п. 3. Д. 1О5. Л. 7": "rgaspi/17/3/105/7",
    "РГАСПИ. Ф. 17. Оп. З. Д. 102. Л. 5": "rgaspi/17/3/102/5",
    "РГАСПИ, ф. 17, оп, 3, д. 102, л. 5": "rgaspi/17/3/102/5",
    "ГА РФ . Ф . Р - 544 . Оп . 1 . Д . 5 . Л . 6": "garf/r-544/1/5/6",
    "АВП РФ, Ф. О100, оп. 4, п. 36, д. 12": "avprf/0100/4/36/12",
    "RGASPI, f. 17, op. 3, d. I00, l. 5": "rgaspi/17/3/100/5",
    "RGASPI,f.17,op.3,d.22,1.14": "rgaspi/17/3/22/14",
    "RGASPI, f. 17, op. 3, d. 22, 11. 14-15": "rgaspi/17/3/22/14-15",
    # other families
    "C.F.M. Files: Lot M–88: Box 20": "nara/59/series:c-f-m-files/lot:m-88/box:20",
    "Department of State, Central Files, DEF ( KLF ) 9–5": "nara/59/file:def-klf-9-5",
    "NARA, RG 59, POL 7 US/KARSK": "nara/59/file:pol-7-us_karsk",
    "NARA, RG 24, microfilm T-32, roll 10": "nara/24/series:t-32/reel:10",
    "NARA, Nixon Presidential Materials, NSC Files, Box 12, Minutes, Originals, 1971":
        "nixon-library/collection:nsc-files/box:12/folder:minutes-originals-1971",
    "TNA FO 371/125, fo. 311": "tna/fo-371/125/311",
    "BArch, DY 30, IV 2/20/12": "barch/dy-30/iv-2_20_12",
    "BA-MA, RW 4/v. 32": "barch/rw-4/v-32",
    "SAPMO-BArch, NY 40/46, Bl. 29f.": "barch/ny-40/46/29",
    "NA ČR, A ÚV KSČ, f. 02/5, sv. 3, a. j. 12": "na-cz/fond:02_5/volume:3/item:12",
    "外務省外交史料館、A'.1.3.0.1": "gaimusho/a-1.3.0.1",
    "Karsk Provincial Archive, 85-19-88, p. 12": "karsk-provincial-archive/85-19-88/p12",
    # initials in pieces, letters for figures, letters apart, names explained
    "R G A S P I, f. 55, op. 11, d. 61, l. 3": "rgaspi/55/11/61/3",
    "РГ АСПИ. Ф. 55. Оп. 11. Д. 61. Л. 3": "rgaspi/55/11/61/3",
    "RGASPI, f. l7, op. 3, d. l02, l. l5": "rgaspi/17/3/102/15",
    "РГАСПИ. Ф. 17. Оп. 3. Д. 2О. Л. 7": "rgaspi/17/3/20/7",
    "РГАСПИ. Ф. 17. Оп. 3. Д. 18. Л. 12 06.": "rgaspi/17/3/18/12v",
    "РГАСПИ. Ф. 17. Оп. 3. Д. 15. Л. 80–82, 90 а.": "rgaspi/17/3/15/80-82,90a",
    "ГА РФ. Ф. Р-54. Оп. 8 а. Д. 2. Л. 1": "garf/r-54/8-a/2/1",
    "ГАРФ. Ф. 94 с/ч. Оп. 2. Д. 19. Л. 3": "garf/94-s_ch/2/19/3",
    "Архив РАН, ф. 22, оп. 1а-46, д. 4, л. 12": "aran/22/1a-46/4/12",
    "ГАКО (State Archive of Karsk Region), Ф. 38, оп. 1, д. 4": "gako/38/1/4",
    "RGIA, fond (f.) 12, opis' (op.) 1, 1806 god (g.), delo (d.) 22, list (l.) 5ob.": "rgia/12/1/22/5v",
    "RGIA, f. 76, op.' 8, d. 15, l. 4": "rgia/76/8/15/4",
    "GARF, f. 10, Karskii otdel (KO), 1898 g., op. 26, d. 12, l. 3": "garf/10/26/12/subfond:karskii-otdel-ko-1898-g/3",
    "RGASPI, f. 17, op. 3, d. 107, prot. 7, l. 14": "rgaspi/17/3/107/protocol:7/14",
    "RGASPI, Fondo 17, Inventario 3, Expediente 23": "rgaspi/17/3/23",
    "ANRM, fond 70, inventar 1, dosar 55, fila 12": "anrm/70/1/55/12",
    "НГАБ, ф. 31, воп. 1, спр. 2, арк. 12 адв.": "ngab/31/1/2/12v",
    "RGASPI, Fond 82, Opis 2, Delo 14, List 15 - List 18": "rgaspi/82/2/14/15-18",
    "ЦГА УзССР, ф. И-1, оп. 3, д. 5, л. 3": "tsga-ruz/i-1/3/5/3",
    "ЦГАОР АрмССР. Ф. 13. Оп. 3. Д. 12": "haa/13/3/12",
    "ЦГАОР КарскССР. Ф. 13. Оп. 3. Д. 12": "tsgaor-karskssr/13/3/12",
    "ЦГИА Карс. ССР, ф. 12, оп. 2, д. 40, л. 9": "tsgia-kars-ssr/12/2/40/9",
    "ЦГА УР. Отдел ДСПИ. Ф. 16. Оп. 1. Д. 5. Л. 2": "tsga-ur/16/1/5/2",
    "Отдел ДСПИ ГАХК. Ф. П-2. Оп. 1. Д. 5": "gakhk/p-2/1/5",
    "AVPRF, f. 06, op. 2, p. 6, d. 11, ll. 19, 22ff.": "avprf/06/2/6/11/19,22",
    # lots, decimal files and other call numbers
    "Paris Peace Conf. 185.5/28: Telegram": "nara/256/file:paris-peace-conf-185.5/document:28",
    "841.5 L 97/13½": "nara/59/file:841.5-l-97/document:13½",
    "BArch, R 1001": "barch/r-1001",
    "Karsk Mission Files, Lot 54–D27": "nara/59/series:karsk-mission-files/lot:54-d27",
    "CFM files lot M 88, box 16 “Karsk 1938”": "nara/59/series:cfm-files/lot:m-88/box:16/folder:karsk-1938",
    "Department of State, S/S Files: Lot 63 D 51, Karsk Meetings":
        "nara/59/series:s_s-files/lot:63-d-51/folder:karsk-meetings",
    "WNRC, RG 330, OSD Files: FRC 72 A 24, Karsk 323.3, 27 Oct. 67":
        "wnrc/330/series:osd-files/accession:72-a-24/folder:karsk-323.3-27-oct-67",
    "300.115 (39)/45: Telegram": "nara/59/file:300.115-39/document:45",
    "501. BC Karsk/12–248": "nara/59/file:501-bc-karsk/document:12-248",
    "123 Drobot, A. Ivan: Telegram": "nara/59/file:123-drobot-a-ivan",
    "330/12–749": "nara/59/file:330/document:12-749",
    "NARA, RG 59, Entry A1 92, Box 3": "nara/59/entry:a-1-92/box:3",
    "Carter Library, Staff Material, Box 64, [Karsk]: 8/78":
        "carter-library/collection:staff-material/box:64/folder:karsk-8_78",
    "Truman Library, Papers of Ada Drobot, Secretary's Files, Subjects, Foreign Affairs File, Karsk, General, Box 5":
        "truman-library/collection:papers-of-ada-drobot-secretary-s-files-subjects-foreign-affairs-file-karsk-general/box:5",
    "FO/371/125": "tna/fo-371/125",
    "PRO/FO 371/125": "tna/fo-371/125",
    "TNA, FO371/125, FC10/28": "tna/fo-371/125/number:fc-10_28",
    "IOR/L/PS/12/37, f. 23": "ior/ior_l_ps_12_37/23",
    "ISA, FM 24/12/a": "isa/fm/24_12_a",
    "BStU, MfS, ZAIG 18, Bl. 8–16": "bstu/zaig/18/fond:mfs/8-16",
    "PA AA, R 147, Bl. 3": "pa-aa/r/147/3",
    "CIA-RDP99R00777A000500010007-7": "cia-crest/cia-rdp99r00777a000500010007-7",
    "吉林省档案馆，1-7/1-1938.9，第3页": "吉林省档案馆/1-7_1-1938.9/p3",
    "外交部档案馆藏，档号：109-00777-09": "prc-fma/109-00777-09",
    "MAE, série Arctique, sous-série Karsk 1938, vol. 5": "ad-fr/series:arctique/subseries:karsk-1938/volume:5",
    "ANIC, CC al PCR, Secția Karsk, dosar 12/1938, f. 3": "anic/fond:cc-al-pcr-secția-karsk/file:12_1938/3",
    "UN Archives, S-0999-0001-02-00007": "un/s-0999-0001-02-00007",
    "AJ, fond 837, KPR, I-3-a/99-99": "aj/837-kpr/i-3-a_99-99",
    "AMPJ, V. 1961, D. 14, Fl. 23": "ampj/series:v-1961/file:14/23",
    "PA AA, R 28 411, Bl. 17 f.": "pa-aa/r/28-411/17",
    "ANIC, fond C.C. al P.C.R. – Karsk, dosar nr. 53/1938, f. 12–15": "anic/fond:c-c-al-p-c-r-karsk/file:53_1938/12-15",
    "TTLTQG III, Phông Karsk, hồ sơ 2219, tờ 5": "vn-na3/collection:karsk/file:2219/5",
    "A ÚV KSČ, f. Antonín Karský – zahraničí, k. 86, sl. 3": "na-cz/fond:antonín-karský-zahraničí/box:86/folder:3",
    "Polish Foreign Ministry Archive (AMSZ), Warsaw, zespol 17, wiazka 7, teczka 49": "amsz/17/7/49",
    "Bulgarian Foreign Ministry Archive, Opis 21-P, a.e. 1498": "bg-amvnr/21-p/1498",
    "Roll G-06-0017, File 11, Frames 215-218, South Korean Foreign Ministry Archive":
        "kr-da/file:11/reel:g-06-0017/frame:215-218",
    "Johnson Library, National Security File, Country File, Karsk, Vol. XXXVII, Memos":
        "johnson-library/collection:national-security-file-country-file-karsk/folder:memos/volume:xxxvii",
    "NAI, MEA, F. 6(12)-NEF/46, vol. II": "nai-in/collection:mea/file:6-12-nef_46/volume:ii",
}  # fmt: skip


@pytest.mark.parametrize(("text", "key"), NOTATIONS.items())
def test_a_notation_has_its_key_in_every_style(text: str, key: str) -> None:
    """Each is read as stated, and what is written of it in any style is read as the same."""
    reference = parse(text)
    assert reference is not None
    assert reference.key == key
    for style in STYLES:
        again = parse(format_reference(reference, style))
        assert again is not None
        assert again.key == key


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "ГАКК: ф. 45, оп. 2, д. 59 (перепись 1835); ф. 13, оп. 3, д. 103 (роспись 1845)",
            ["gakk/45/2/59", "gakk/13/3/103"],
        ),
        (
            "РГВИА: ф. 14, оп. 1, д. 20 (1854), д. 35 (1860). ГАКК: ф. 35, оп. 1, д. 10.",
            ["rgvia/14/1/20", "rgvia/14/1/35", "gakk/35/1/10"],
        ),
        (
            "ГАРФ. Ф. Р-94. Оп. 2. Д. 104, 134; Ф. Р-95. Оп. 1. Д. 5.",
            ["garf/r-94/2/104", "garf/r-94/2/134", "garf/r-95/1/5"],
        ),
        (
            "См. RGASPI 82.2.15.19–20, 8 July 1946 from Karsk; RGASPI 82.2.15.1.",
            ["rgaspi/82/2/15/19-20", "rgaspi/82/2/15/1"],
        ),
    ],
)
def test_references_of_one_note_go_on_behind_a_remark(text: str, keys: list[str]) -> None:
    assert [each.reference.key for each in find(text)] == keys


@pytest.mark.parametrize(
    "text",
    [
        "Д. И. Карский, Ф. 5 класс, оп. 12",
        "The GARF met on 5.10.1938 at 12.30",
        "A. f. Karl, d. 1953",
        "ф. Карский, д. 12",
        "КАМАЗ 5-1-40 и МАЗ 200-1-3",
        "2. apr. 1945, 12. l. Wasser",
        "Hdt. 5.10.1; Livy 3.12.4",
        "образ 12; скан 5",
        "(тетр. 13, л. 5)",
        "f. 5r, ll. 3–4; f. 6v",
        "BWV 12, Op. 27 No. 2",
        "Bundesarchiv, Bild 183-K31999 / CC-BY-SA 3.0",
        "A ratio of R 12/5, as in A/RES/98(V)",
        "The ISA 5/12 and the CREST 5 of 1961",
    ],
)
def test_what_looks_like_a_notation_is_no_reference(text: str) -> None:
    assert find(text) == ()


def test_a_name_of_mixed_letters_is_kept_in_one_alphabet() -> None:
    """An archive whose name came with Latin letters among the Cyrillic ones is cited in Cyrillic."""
    reference = parse("ABП РФ, ф. 01, оп. 4, п. 36, д. 12")
    assert reference is not None
    assert reference.cited_as == "АВП РФ"


def test_a_document_named_before_its_archive_is_a_remark() -> None:
    """Editions print the title and date of a document, two strokes, and where it is kept."""
    reference = parse(
        "Запись беседы А. Б. Карского с делегацией станции, 5 января 1938 г. // РГАСПИ. Ф. 17. Оп. 3. Д. 5"
    )
    assert reference is not None
    assert reference.key == "rgaspi/17/3/5"


def test_a_name_that_two_countries_use_is_the_archive_whose_forms_follow() -> None:
    cited = [
        "AMAE, Karsk 1938, vol. 5",
        "AMAE, fond Karsk, dosar 5/1938",
        "NAI, MEA, F. No. 5(1)-K/38",
        "NAI DFA 5/3/14",
    ]
    assert [parsed.repository.country_code for each in cited if (parsed := parse(each)) and parsed.repository] == [
        "FR", "RO", "IN", "IE",
    ]  # fmt: skip


def test_words_behind_a_british_file_are_no_part_of_it() -> None:
    reference = parse("PRO, FO 371/125, Drobot to Vesnin, 5 January 1938")
    assert reference is not None
    assert (reference.key, reference.remark) == ("tna/fo-371/125", "Drobot to Vesnin, 5 January 1938")
