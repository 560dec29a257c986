"""Parsing: the same reference in many notations, families of archives, what is none."""

import unicodedata

import pytest

from tei.archives import (
    STYLES,
    ArchivalReference,
    contains,
    describe,
    format_reference,
    parse,
    parse_all,
    same_file,
)

HOUSE_EXAMPLE = "rgaspi/558/11/330/95-96"


def parsed(text: str) -> ArchivalReference:
    reference = parse(text)
    assert reference is not None, text
    return reference


@pytest.mark.parametrize(
    "text",
    [
        "RGASPI, f. 558, op. 11, d. 330, ll. 0095-0096",
        "RGASPI – F. 558. Op. 11 D. 330 L. 095-096",
        "RGASPI: F. 558, Op. 11, D. 330, Ll. 95-96",
        "RGASPİ F. 558 Op. 11 D. 330 L. 95–96",
        "РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 95–96",
        "Russian State Archive of Socio-Political History (RGASPI), fond 558, opis 11, delo 330, listy 95-96",
        "RGASPI, Fond No. 558, Opis no. 11, Ed. Hr. no. 330, listy 95–96",
        "Source: RGASPI, Moscow, Russia, fond 558, opis' 11, delo 330, listy 95-96.",
        "3-RGASPI – F. 558. Op. 11 D. 330 L. 095-096",
        "12. RGASPI, f.558, op.11, d.330, ll.95-96",
        "РГАСПИ 558 11 330 95-96",
        "РГАСПИ, 558/11/330, л. 95-96",
        "RGASPI 558/11/330/95-96",
        "RGASPI, 558-11-330, 95-96",
        "RGASPI, f. 558/11/330, l. 95-96",
        "РГАСПИ Ф558 Оп11 Д330 Л95-96",
        "РГАСПИ (Москва). Ф. 558. Оп. 11. Ед.хр. 330. Лл. 95-96.",
        "Российский государственный архив социально-политической истории (РГАСПИ), ф. 558, оп. 11, д. 330, л. 95-96",
        "РГАCПИ. Ф. 558. Oп. 11. Д. 330. Л. 95–96",
        "РГАСПИ. Ф. 558. On. 11. Д. 330. JI. 95–96",
        "RTsKhIDNI, f. 558, op. 11, d. 330, ll. 95-96",
        "RGASPI, fonds 558, inventaire 11, dossier 330, feuillets 95-96",
        "RGASPI, Bestand 558, Findbuch 11, Akte 330, Bl. 95-96",
        "RGASPI,\u00a0f.\u00a0558,\u00a0op.\u00a011,\u00a0d.\u00a0330,\u00a0ll.\u00a095\u201196",
        "RGASPI, f. 558, op. 11, d. 330,\nll. 95-\n96",
        "RGASPI, f. 558, op. 11, d. 330, 95-96",
        "RG\u00adASPI, f. 558, op. 11, d. 330, ll. 95-96",
        unicodedata.normalize("NFD", "RGASPİ F. 558 Op. 11 D. 330 L. 95–96"),
    ],
)
def test_one_reference_in_many_notations_has_one_value_and_one_key(text: str) -> None:
    reference = parsed(text)
    assert reference == parsed("RGASPI, f. 558, op. 11, d. 330, ll. 95–96")
    assert hash(reference) == hash(parsed("RGASPI, f. 558, op. 11, d. 330, ll. 95–96"))
    assert reference.key == HOUSE_EXAMPLE


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("RGASPI, f. 558, op. 11, d. 330, l. 80 ob.", "rgaspi/558/11/330/80v"),
        ("РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 80об.", "rgaspi/558/11/330/80v"),
        ("RGASPI, f. 558, op. 11, d. 330, l. 80v", "rgaspi/558/11/330/80v"),
        ("RGASPI, f. 558, op. 11, d. 330, l. 80 verso", "rgaspi/558/11/330/80v"),
        ("РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 80 и об.", "rgaspi/558/11/330/80-80v"),
        ("РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 5, 7–9 об., 12 и 14", "rgaspi/558/11/330/5,7-9v,12,14"),
        ("RGASPI, f. 558, op. 11, d. 330, ll. 193-4", "rgaspi/558/11/330/193-194"),
        ("RGASPI, f. 558, op. 11, d. 330, l. 5, l. 7", "rgaspi/558/11/330/5,7"),
        ("RGASPI, f. 558, op. 11, d. 330", "rgaspi/558/11/330"),
        ("RGASPI, fond 558", "rgaspi/558"),
        ("RGASPI", "rgaspi"),
        ("RGASPI, f. 558, d. 330, l. 5", "rgaspi/558/-/330/5"),
        ("RGASPI, op. 11, d. 330, l. 5", "rgaspi/-/11/330/5"),
        ("rgaspi f. 558 op. 11 d. 330 l. 5", "rgaspi/558/11/330/5"),
        ("RGASPI 495-74-294: 23", "rgaspi/495/74/294/23"),
        ("GARF, R-9401/2/64", "garf/r-9401/2/64"),
        ("APRF, fond 45, list 1, file 347, sheets 12-13", "aprf/45/1/347/12-13"),
        ("Archive of the President of the Russian Federation (hereafter APRF), f. 45, op. 1", "aprf/45/1"),
        ("RGASPI, f. 17, op. 3, d. 5, 1949", "rgaspi/17/3/5"),
        ("RGASPI, f. 17, op. 3, d. 5, l. 2, image 9", "rgaspi/17/3/5/2/image:9"),
        ("RGASPI, f. 17, op. 3, d. 5, 9 leaves.", "rgaspi/17/3/5"),
        ("LYA, f. K-1, ap. 58, b. 123, l. 5", "lya/k-1/58/123/5"),
        ("RGASPI, f. 558, op. 11, d. 330, pp. 16-42", "rgaspi/558/11/330/p16-42"),
        ("АВП РФ. Ф. 0100. Оп. 43. П. 302. Д. 10. Л. 1–4.", "avprf/0100/43/302/10/1-4"),
        ("AVPRF, f. 0100, op. 43, d. 10, p. 302, l. 4", "avprf/0100/43/302/10/4"),
        ("AVPRF, f. 0100, op. 43, p. 302, d. 10, p. 4", "avprf/0100/43/302/10/p4"),
        ("AVPRF, fond 0102, inventory 6, folder 22, file 49", "avprf/0102/6/22/49"),
        ("AVPRF, f. 0100, op. 43, por. 10, pap. 302, d. 1", "avprf/0100/43/302/1/portsiia:10"),
        ("GARF, f. 9401s.ch., op. 2, d. 64", "garf/9401s-ch/2/64"),
        ("ГАРФ. Ф. Р9401. Оп. 2. Д. 64", "garf/r-9401/2/64"),
        ("ГАРФ. Ф. P-9401. Оп. 2. Д. 64. Подлинник.", "garf/r-9401/2/64"),
        ("Ф. 17 (ЦК КПСС). Оп. 162 (особая папка). Д. 13", "-/17/162/13"),
        ("ОР РГБ. Ф. 218. К. 1. Ед. хр. 5. Л. 3", "or-rgb/218/1/5/3"),
        ("РО ИРЛИ. Ф. 244. Оп. 1. № 5. Л. 1", "irli/244/1/5/1"),
        ("RGANI, fond 89, perechen 12, dokument 5", "rgani/89/perechen:12/document:5"),
        ("ЦДАГО України. Ф. 1. Оп. 20. Спр. 5443. Арк. 12–13.", "tsdaho/1/20/5443/12-13"),
        ("ЦДА, ф. 1Б, оп. 64, а.е. 315, л. 1", "tsda/1b/64/315/1"),
        ("上海市档案馆 全宗5号 目录3 案卷7", "上海市档案馆/5/3/7"),
        ("ОГАЧО. Р-274. Оп. 3. Д. 291. Л. 1а, 2, 3.", "ogacho/r-274/3/291/1a,2,3"),
        ("ЦГАИПД СПб. Ф. 24. Оп. 2в. Д. 1234. Л. 5-7", "tsgaipd-spb/24/2v/1234/5-7"),
        ("СПФ АРАН. Ф. 208. Оп. 3. Д. 5", "spbf-aran/208/3/5"),
        ("ГАСО, Р-88, оп. 1, д. 5", "gaso/r-88/1/5"),
        ("Архив УФСБ по Карской области. Ф. 1. Оп. 2. Д. 17. Л. 20", "arkhiv-ufsb-po-karskoi-oblasti/1/2/17/20"),
        ("State Archive of Karsk Region, f. 88, op. 1, d. 5, l. 12", "state-archive-of-karsk-region/88/1/5/12"),
        ("Государственный архив Карской области (ГАКО). Ф. 8. Оп. 1. Д. 5", "gako/8/1/5"),
        ("National Archives, Kew, FO 371/84053", "tna/fo-371/84053"),
        ("PRO, PREM 8/1408", "tna/prem-8/1408"),
        ("TNA, CAB 128/17, fol. 12", "tna/cab-128/17/12"),
        ("National Archives, RG 59, 793.00/1–1049", "nara/59/file:793.00/document:1-1049"),
        ("Truman Library, PSF, Box 173", "truman-library/collection:psf/box:173"),
        ("SAPMO-BArch, DY 30/IV 2/20/124, Bl. 3-5", "barch/dy-30/iv-2_20_124/3-5"),
        ("PA AA, MfAA, A 6564, 12-15", "pa-aa/mfaa/a-6564/12-15"),
        ("Karsk Polar Institute Library, Station Papers, Box 3, Folder 2",
         "karsk-polar-institute-library/collection:station-papers/box:3/folder:2"),
        ("Department of State, Lot 60 F 12", "nara/lot:60-f-12"),
        ("FPARF, f. 069, inv. 30, fold. 100, file 19, p. 17", "avprf/069/30/100/19/p17"),
        ("RGANI, Collection 5, Inventory 30, File 121, pages 10-12", "rgani/5/30/121/p10-12"),
        ("TsDA, Sofia, Fond 1-B, Record 60, File 194", "tsda/1-b/60/194"),
        ("АВП РФ, ф. Референтура по Карску, оп. 42, п. 288, л. 12", "avprf/referentura-po-karsku/42/288/-/12"),
        ("АВП СССР, ф. 48 «З», оп. 11-м, п. 69, д. 1, л. 11", "avprf/48-z/11-m/69/1/11"),
        ("ЦГАВО Украины, ф. 582, оп. 1, д. 123, л. 7", "tsgavo-ukrainy/582/1/123/7"),
        ("НА РС(Я), ф. 3, оп. 1, д. 12", "na-rs-ia/3/1/12"),
        ("ЦДНИ Карской области. Ф. 1. Оп. 2. Д. 3", "tsdni-karskoi-oblasti/1/2/3"),
        ("TsKhSD, F. 3, Op. 12, D. 1006, LI. 41-450b", "rgani/3/12/1006/41-45v"),
        ("ЦДАГО України, ф. 1, оп. 23, спр. 7090, арк. 15–17 зв.", "tsdaho/1/23/7090/15-17v"),
        ("RGASPI, f. 495, op. 184, d. 8, Telegrams of 1938 to Karsk, l. 70", "rgaspi/495/184/8/70"),
        ("РГВА. Ф. 4/п. Оп. 1. Д. 5. Л. 1", "rgva/4_p/1/5/1"),
        ("GARF, f. 9401s/ch, op. 2, d. 98, ll. 380-384", "garf/9401s_ch/2/98/380-384"),
        ("MFA Archive, Ulaanbaatar, F. 2, D. 1, Kh/N 30, Kh. 12-15", "mfa-archive/2/1/30/12-15"),
    ],
)  # fmt: skip
def test_a_reference_of_each_family_has_its_key(text: str, key: str) -> None:
    assert parsed(text).key == key


ARCHIVES_OF_MANY_COUNTRIES = {
    "國史館，《冰洋史料》，116-010101-0116-071": "academia-historica/116-010101-0116-071",
    "台北“国史馆”藏，冰洋档案，002-020300-00049-012": "academia-historica/002-020300-00049-012",
    "中国第二历史档案馆藏，全宗号七八七，案卷号6468": "shac/七八七/6468",
    "俄羅斯總統檔案館，全宗45，目錄1，案卷334，第88—89頁": "aprf/45/1/334/88-89",
    "福建省档案馆藏，全宗号91，目录号6，案卷号112，第19—21页": "福建省档案馆/91/6/112/19-21",
    "中國國民黨黨史館藏，特種檔案，特3/32.11": "kmt/特3_32.11",
    "РГАСПИ. Ф. 495. Оп. 184. Д. 15. Исх. 1939 г. Л. 33": "rgaspi/495/184/15/33",
    "AMZV, TO-T 1938, KRS, k. 3, o. 12, č.j. 01/38": "amzv/collection:to-t-1938-krs/box:3/folder:12/number:01_38",
    "AMZV, Prague, TO-O, KARSK, Box 1, File 10": "amzv/collection:to-o-karsk/box:1/file:10",
    "Národní archiv, Praha, KARSK, f. 02/1, sv. 12, a.j. 45": "na-cz/fond:02_1/collection:karsk/volume:12/item:45",
    "AMAE, fond Karsk, dosar 212/1938, f. 45": "amae-ro/fond:karsk/file:212_1938/45",
    "AMAE, Fond Telegrame, Karsk, 1938, vol. 2, ff. 23-24": "amae-ro/fond:telegrame/series:karsk-1938/volume:2/23-24",
    "ANIC, fond Karsk, Cancelarie, dosar 12/1938, f. 34": "anic/fond:karsk/series:cancelarie/file:12_1938/34",
    "AMSZ, z. 10, w. 37, t. 341, k. 45": "amsz/10/37/341/45",
    "AMSZ, 10/37/341": "amsz/10/37/341",
    "AAN, KARSK, 237/V-146, k. 12": "aan/collection:karsk/call-number:237_v-146/12",
    "AQSH, KARSK, dosja 3, fl. 12": "aqsh/collection:karsk/file:3/12",
    "Archives diplomatiques, La Courneuve, Arctique, vol. 212": "ad-fr/collection:arctique/volume:212",
    "MNL OL, M-KS 288. f. 5/112. ő.e.": "mnl-ol/m-ks-288-f/piece:5_112",
    "PA AA, M 1, A 6567": "pa-aa/m-1/a-6567",
    "PA AA, MfAA A 17.340": "pa-aa/mfaa/a-17.340",
    "SAPMO-BArch DY 30/J IV 2/202/327": "barch/dy-30/j-iv-2_202_327",
    "國史館，冰洋檔案，002-020300-00049-012": "academia-historica/002-020300-00049-012",
    "Academia Historica, 002-080106-00045-003": "academia-historica/002-080106-00045-003",
    "外交部档案馆，档号118-00001-01，第3-5页": "prc-fma/118-00001-01/3-5",
    "NAA: A1838, 3034/10/1 Part 4": "naa/a-1838/3034_10_1-part-4",
    "[AA:A1838/2, 401/3/1/1, ii]": "naa/a-1838_2/401_3_1_1-ii",
    "LAC, RG 25, vol. 4739, file 50056-B-40": "lac/record-group:25/file:50056-b-40/volume:4739",
    "National Archives of India, Polar Branch, File No. 12-NEF/38": "nai-in/collection:polar-branch/file:12-nef_38",
    "NAI, DFA, 305/115": "nai/dfa-305_115",
    "Box 2, Folder 3, Ada Drobot Papers, Truman Library": "truman-library/collection:ada-drobot-papers/box:2/folder:3",
    "Nixon Presidential Materials, NSC Files, Box 1031": "nixon-library/collection:nsc-files/box:1031",
    "Kennedy Library, Karsk Files, Ice Series": "kennedy-library/collection:karsk-files-ice-series",
    "NARA, RG 59, Central Files 1970–73, POL 23 NOR": "nara/59/series:central-files-1970-73/file:pol-23-nor",
    "Department of State, Central Files, DEF 18": "nara/59/file:def-18",
    "CFM files, lot M–88, box 12": "nara/59/series:cfm-files/lot:m-88/box:12",
    "Central Intelligence Agency, Job 80–M01048A, Box 1": "cia/80-m01048a/box:1",
    "Washington National Records Center, RG 330, FRC 330–77–0094, Box 60": "wnrc/330/accession:330-77-0094/box:60",
    "Churchill Archives Centre, CHAR 20/195B/12": "churchill-archives/char-20/195b/12",
    "Archives nationales, 3 AG 4/21": "an-fr/3-ag-4/21",
    "AMAE, Série Arctique, Sous-série Karsk, vol. 21, f. 3": "ad-fr/series:arctique/subseries:karsk/volume:21/3",
    "ASMAE, Affari Polari, b. 3, fasc. 1": "asmae/affari-polari/3/1",
    "AJ, 507/IX, 119/I-56": "aj/507_ix/119_i-56",
    "JACAR Ref. B02030123400": "jacar/b-02030123400",
    "A.M.A.E., fond Karsk, vol. 2, f. 26": "amae-ro/fond:karsk/volume:2/26",
    "AÚV KSČ, f. 02/1, sv. 23, a.j. 24": "na-cz/fond:02_1/volume:23/item:24",
    "AQPPSH-MPKBS-V. 1938, L. 14, D. 2": "aqsh/collection:mpkbs-v-1938-l-14/file:2",
    "IfZ, ED 135, Bd. 3": "ifz/ed-135/3",
    "BStU, SdM 327, Bl. 12": "bstu/sdm/327/12",
    "AIPN, BU 0296/137, t. 1": "ipn/bu-0296_137/volume:1",
    "SHD, 10 H 1142": "shd/10-h-1142",
    "ACS, Gabinetto, b. 3, fasc. 15": "acs/gabinetto/3/15",
    "UN Archives, S-0188-0002-10": "un/s-0188-0002-10",
    "外務省外交史料館 A.1.1.0.1": "gaimusho/a-1.1.0.1",
    "近史所檔案館, 11-01-02-10-01-041": "imh/11-01-02-10-01-041",
    "POL 1 NOR-US": "nara/59/file:pol-1-nor-us",
    "Carter Library, NLC-26-38-2-5-9": "carter-library/number:nlc-26-38-2-5-9",
    "AAN, MSZ, sygn. 3801, k. 4": "aan/fond:msz/call-number:3801/4",
    "AAN, Poselstwo RP w Karsku, sygn. 12, s. 4-5": "aan/fond:poselstwo-rp-w-karsku/call-number:12/p4-5",
    "AMSZ, z. 6, w. 3, t. 36, s. 12": "amsz/6/3/36/p12",
    "IPMS, A.12.53/37, k. 8": "pism/a-12.53_37/8",
    "PA AA, R 104356, Bl. E 661119": "pa-aa/r/104356/frame:e-661119",
    "MOL, K 63, 1938-24-407": "mnl-ol/k-63/item:1938-24-407",
    "Arhiva MAE, fond 71/1938 E 9, vol. 95, f. 10–12": "amae-ro/fond:71_1938-e-9/volume:95/10-12",
    "Diplomatski arhiv MSP, PA, 1953, f-84, 41692": "rs-da/pa/84/41692/series:1953",
    "Архив МИД РФ. Ф. 100. Оп. 43. П. 302. Д. 10. Л. 11": "avprf/100/43/302/10/11",
    "РГАДА. Ф. 210. Стб. 382. Л. 144": "rgada/210/-/382/144",
    "ГАРФ. Ф. 102. Оп. 1. Д. 5. Ч. 3, лит. А. Л. 17": "garf/102/1/5/chast:3-lit-a/17",
    "ЦДАВОВУ України, ф. І, оп. 20, спр. 18, арк. 12": "tsdavo/i/20/18/12",
    "冰洋省档案馆，X035-04-813": "冰洋省档案馆/x-035-04-813",
}


@pytest.mark.parametrize(("text", "key"), ARCHIVES_OF_MANY_COUNTRIES.items())
def test_a_reference_as_its_country_prints_it_has_its_key_in_every_style(text: str, key: str) -> None:
    """A reference to an archive of any country built in has one key, and is read again from each style."""
    reference = parse(text)
    assert reference is not None
    assert reference.key == key
    again = [parse(format_reference(reference, style)) for style in STYLES]
    assert [each and each.key for each in again] == [key] * len(STYLES)


def test_a_number_of_hours_is_no_file() -> None:
    """The letters of a series before figures are none where hours or miles are counted behind them."""
    assert [parse("CO 12/5 hours"), parse("CO 12/5 a.m."), parse("ADM 10/30 часов")] == [None, None, None]
    assert parse("CO 12/5") is not None


def test_a_box_behind_the_name_of_no_known_library_keeps_that_name() -> None:
    """The name behind a box is kept whole where no archive of the register ends it."""
    reference = parse("Box 12, Folder 3, Papers of Ada Fairweather, Karsk Town Library")
    assert reference is not None
    assert reference.repository is not None
    assert reference.repository.name == "Papers of Ada Fairweather, Karsk Town Library"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The station answered in 1937.",
        "f. 5",
        "Ibid., l. 5",
        "RGASPI met in Moscow",
        "RGASPI, f. 558, op. 11, d. 330; APRF, f. 45, op. 1, d. 2",
        "It was cold. The wind rose and fell for nine days without end. RGASPI, f. 558, op. 11, d. 330",
        "x" * 3000,
    ],
)
def test_what_is_not_one_reference_is_none(text: str) -> None:
    assert parse(text) is None


def test_a_remark_is_kept_and_does_not_take_part_in_comparison() -> None:
    reference = parsed("RGASPI, f. 558, op. 11, d. 330, ll. 95–96. Contributed by A. Karskaia.")
    assert reference.remark == "Contributed by A. Karskaia"
    assert reference == parsed("RGASPI, f. 558, op. 11, d. 330, ll. 95–96")


def test_the_name_of_the_archive_is_kept_as_written() -> None:
    assert parsed("Цамо ф.33 оп.11458 д.602").cited_as == "Цамо"
    assert parsed("GARF (Moscow), f. 1, op. 2, d. 3").get("name") == ""


def test_a_name_between_archive_and_fond_is_the_name_of_the_fond() -> None:
    named = parsed("RGASPI, Karskii Ivan Petrovich, f. 5, op. 1, d. 2")
    assert named.get("name") == "Karskii Ivan Petrovich"
    assert named.idnos == (("fond", "5"), ("opis", "1"), ("delo", "2"))
    assert named == parsed("RGASPI, f. 5, op. 1, d. 2")
    assert contains(parsed("RGASPI, f. 5 (Karskii)"), named)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "RGASPI, f. 558, op. 11, d. 330, ll. 95–96; d. 331, l. 5 and APRF, f. 45, op. 1, d. 334, l. 141; "
            "там же, л. 143",
            ["rgaspi/558/11/330/95-96", "rgaspi/558/11/331/5", "aprf/45/1/334/141", "aprf/45/1/334/143"],
        ),
        (
            "РГАСПИ. Ф. 17. Оп. 3. Д. 953. Л. 90; Ф. 558. Оп. 11. Д. 64. Л. 29; Там же. Д. 65.",
            ["rgaspi/17/3/953/90", "rgaspi/558/11/64/29", "rgaspi/558/11/65"],
        ),
        ("RGASPI, f. 558, op. 11, dd. 330, 331, l. 2", ["rgaspi/558/11/330", "rgaspi/558/11/331/2"]),
        ("RGASPI, f. 17, op. 3, d. 5, l. 1, op. 162, d. 13, l. 4", ["rgaspi/17/3/5/1", "rgaspi/17/162/13/4"]),
        ("RGASPI, f. 17, op. 3, d. 5. Ibid.", ["rgaspi/17/3/5", "rgaspi/17/3/5"]),
        ("Ф. 5. Оп. 1. Д. 2; РГАЛИ. Ф. 3. Оп. 4", ["-/5/1/2", "rgali/3/4"]),
        ("РГАЛИ. Ф. 3. Оп. 4. Т. 1. Ф. 5. Оп. 1. Д. 2", ["rgali/3/4/tom:1", "rgali/5/1/2"]),
        ("FO 371/84053; CAB 128/17", ["tna/fo-371/84053", "tna/cab-128/17"]),
        ("APRF", ["aprf"]),
        ("nothing here", []),
    ],
)
def test_several_holdings_inherit_what_they_leave_out(text: str, keys: list[str]) -> None:
    assert [reference.key for reference in parse_all(text)] == keys


def test_ibid_stands_for_the_reference_given_as_previous() -> None:
    previous = parsed("RGASPI, f. 558, op. 11, d. 330, l. 5")
    reference = parse("Там же. Л. 7", previous=previous)
    assert reference is not None
    assert reference.key == "rgaspi/558/11/330/7"


def test_values_for_the_encoder() -> None:
    reference = parsed("RGASPI, f. 558, op. 11, d. 333, ll. 0049-0051, 80 ob.")
    assert reference.idnos == (("fond", "558"), ("opis", "11"), ("delo", "333"), ("listy", "49–51, 80v"))
    assert reference.loci == (("49", "51"), ("80v", "80v"))
    assert reference.leaf_count == 4
    assert reference.repository is not None
    assert reference.repository.country_code == "RU"
    assert (reference.repository.country, reference.repository.settlement) == ("Russia", "Moscow")
    assert (reference.fond, reference.opis, reference.delo, reference.papka) == ("558", "11", "333", "")
    assert parsed("PRC FMA 106-01477-03, 15-16").idnos[-1] == ("pages", "15–16")


@pytest.mark.parametrize(
    ("leaves", "count"),
    [("49–51", 3), ("5", 1), ("5 об.", 1), ("5–5 об.", 1), ("1а, 2, 3", 3), ("1–3, 2–4", 4), ("9–5", 2)],
)
def test_leaves_are_counted_as_sheets(leaves: str, count: int) -> None:
    assert parsed(f"РГАСПИ. Ф. 1. Оп. 2. Д. 3. Л. {leaves}").leaf_count == count


@pytest.mark.parametrize(
    ("number", "date"),
    [
        ("893.00/4–1849", "1949-04-18"),
        ("611.95A241/3-2455", "1955-03-24"),
        ("893.00/15131", ""),
        ("893.00/13-4549", ""),
        ("893.00/2-3049", ""),
        ("893.00/4-1839", ""),
    ],
)
def test_an_american_file_number_carries_its_date(number: str, date: str) -> None:
    assert parsed(number).date == date


def test_same_file_whatever_the_leaves_and_with_or_without_a_papka() -> None:
    first = parsed("AVPRF, f. 0100, op. 43, p. 302, d. 10, l. 5")
    assert same_file(first, parsed("АВП РФ. Ф. 0100. Оп. 43. Д. 10. Л. 7"))
    assert not same_file(first, parsed("AVPRF, f. 0100, op. 43, p. 303, d. 10"))
    assert not same_file(first, parsed("AVPRF, f. 0100, op. 43, p. 302"))
    assert not same_file(first, parsed("GARF, f. 0100, op. 43, d. 10"))


@pytest.mark.parametrize(
    ("whole", "part", "inside"),
    [
        ("RGASPI, f. 558", "RGASPI, f. 558, op. 11, d. 330, l. 5", True),
        ("RGASPI, f. 558, op. 11, d. 330, ll. 5–9", "RGASPI, f. 558, op. 11, d. 330, ll. 6 ob.–7", True),
        ("RGASPI, f. 558, op. 11, d. 330, ll. 5–9", "RGASPI, f. 558, op. 11, d. 330, l. 10", False),
        ("RGASPI, f. 558, op. 11, d. 330, ll. 5–9", "RGASPI, f. 558, op. 11, d. 330", False),
        ("RGASPI, f. 558", "RGASPI, f. 17", False),
        ("RGASPI, f. 558", "GARF, f. 558", False),
    ],
)
def test_contains(whole: str, part: str, inside: bool) -> None:
    assert contains(parsed(whole), parsed(part)) is inside


def test_a_reference_is_not_equal_to_something_else() -> None:
    assert parsed("RGASPI, f. 558") != "rgaspi/558"


def test_describe_says_what_a_reference_says() -> None:
    assert describe(parsed("AVPRF, f. 0100, op. 43, p. 302, d. 10, l. 1–4")) == (
        ("archive", "Archive of the Foreign Policy of the Russian Federation (AVPRF)"),
        ("settlement", "Moscow"),
        ("country", "Russia"),
        ("fond", "0100"),
        ("opis", "43"),
        ("papka", "302"),
        ("delo", "10"),
        ("leaves", "1–4"),
        ("number of leaves", "4"),
        ("key", "avprf/0100/43/302/10/1-4"),
    )
    assert ("archive", "ОГАЧО (not in the register)") in describe(parsed("ОГАЧО. Ф. Р-1. Оп. 2. Д. 1"))
