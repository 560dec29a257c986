"""What the Word captures say: paragraphs, tables and notes, in the signs that `tests.golden.word_files` explains.

All of it is invented.
"""

from __future__ import annotations

Block = str | tuple[tuple[str, ...], ...]
Notes = tuple[tuple[str, str], ...]

TEXTS: dict[str, tuple[tuple[Block, ...], Notes]] = {
    "article/seals-and-forms.docx": (
        (
            "Title: Seals and Forms",
            "Viktor Ozerov",
            "The station Karsk was given a rubber stamp in 1937, and with it began the quarrel that this paper is "
            "about.{1} A stamp has to lie somewhere, and whoever sits beside it governs.",
            "Heading2: P. Vetrov to the Northern Routes Desk, Pashin, 21 November 1937",
            "Comrade Pashin!",
            "The stamp has arrived and prints _Karks_.{2} I ask:",
            "ListNumber: whether telegrams with this stamp are valid;",
            "ListNumber: whether, if they are, we are to call ourselves so;",
            "ListNumber: who pays for the old name on the mast.",
            "Signature: Vetrov",
            "The answer took eight days, since the Desk had first to find out where Karks was.{3}",
            "Heading2: Pashin to Vetrov, 29 November 1937",
            "Your telegram of 21 November. *Valid.* Write the letters in the right order by hand. The mast stays.",
            "Signature: A. Pashin",
            "It is the only telegram in which the Desk ever decided three questions at once.{c1}",
        ),
        (
            ("1", "On stamps in general see Gorshenin, A. Letopis’ Karska. Port Severin, 1951. P. 12."),
            ("2", "ANRD, f. 7, op. 2, p. 15, d. 12, l. 3. The stamp is on the leaf itself, twice."),
            ("3", "ANRD, f. 7, op. 2, p. 15, d. 12, l. 5 ob. There is a Karks in the south, with a mill."),
            ("c1", "Check against the register before printing."),
        ),
    ),
    "cipher-form/form-as-table.docx": (
        (
            "*TOP SECRET*",
            "*Making copies is prohibited*",
            (
                ("CIPHER TELEGRAM No.", "3118"),
                ("From", "LENINGRAD"),
                ("To whom", "VETROV"),
                ("Destination", "KARSK"),
                ("Sent", "14 March 1938, 19:20"),
                ("Received", "14 March 1938, 22:05"),
            ),
            "Personally.",
            "1. The inspector who measures everything comes to you with the April aeroplane. He has measured us for "
            "three weeks and is now finished with Leningrad.",
            "2. Give him a bed of exactly two metres.",
            "3. What he measures, measure after him;{1} we suspect the tape.",
            "SEVER [Sabelnikov]",
            (
                ("Deciphered", "14.3.38, 22:40", "Ostapova"),
                ("Copies printed", "2", ""),
                ("Copy No. 1", "Vetrov", ""),
                ("Copy No. 2", "to file", ""),
            ),
            "AKPI, f. 12, op. 4, d. 6, l. 2",
        ),
        (("1", "Underlined twice in pencil."),),
    ),
    "article/dvenadcatoe-imya.docx": (
        (
            "Title: Двенадцатое имя",
            "И. Студёнов",
            "В списке зимовщиков 1938 года одиннадцать человек и двенадцать имён.{1} Историки считали двенадцатого "
            "беглым геологом. Телеграммы, которые печатаются ниже, разрешают загадку.",
            "Heading1: А. Пашин — П. А. Ветрову. 13 марта 1938 г.",
            "Карск, Ветрову.",
            "Кто такой Дружков? В смете его нет, а в бане он [значится].{2} Ответьте сегодня.",
            "Signature: Пашин",
            "Ветров не торопился: «В таких случаях начальство должно остыть», — говорил он Тумановой.{3}",
            "Heading1: П. А. Ветров — А. Пашину. 14 марта 1938 г.",
            "Товарищу Пашину.",
            "На № 301. Дружков — собака. В баню ходит сам. Прошу считать его не зимовщиком, а _оборудованием_.{4}",
            "С приветом",
            "Signature: Ветров",
            "Оборудованием Дружков числился до 1941 года и, по описи, не имел износа.",
        ),
        (
            ("1", "См.: Горшенин А. Летопись Карска. Порт-Северин, 1951. С. 70."),
            ("2", "АОСП. Ф. 7. Оп. 2. П. 16. Д. 4. Л. 8."),
            ("3", "Устное сообщение В. Я. Тумановой."),
            ("4", "Там же. Л. 9–9 об. Слово подчёркнуто красным карандашом."),
        ),
    ),
    "compilation/dipstick.docx": (
        (
            "Title: The Dipstick",
            "Heading1: Papers of the winter 1938, brought together by Helmi Ravn",
            "Heading2: Telegram, A. Lindroos to K. Sabelnikov",
            "Date: Stockholm, 24 January 1938",
            "Dipstick posted today, metric on one side. The other side is in Swedish feet, which I ask you to "
            "overlook.",
            "Signature: Lindroos",
            "_AKPI, f. 12, op. 3, d. 43, l. 11._",
            "Heading2: From the diary of V. Tumanova",
            "Date: 3 March 1938",
            "The stick has come. It is beautiful and too short. P. A. laughed for the first time since the roof.",
            "_In private hands._",
            "Heading2: Telegram, P. Vetrov to A. Lindroos",
            "Date: Karsk, 4 March 1938",
            "*Urgent.* In answer to your telegram of 24 January. Stick received with thanks. It measures our oil down "
            "to the last third, below which we measure our conscience. {c1}Could the other half be sent?",
            "With respect,",
            "Signature: Vetrov",
            "_AKPI, f. 12, op. 3, d. 43, l. 14._",
            "Heading2: Telegram, A. Lindroos to P. Vetrov",
            "Date: Stockholm, 5 March 1938",
            "There’s no other half. It was measured for an honest barrel.",
            "Signature: Lindroos",
            "_Ibid., l. 15._",
        ),
        (("c1", "The draft has “should” for “could”."),),
    ),
    "plain/two-languages.docx": (
        (
            "*Telegram*",
            "PORT SEVERIN, 3 June 1938",
            "*To:* Vetrov, Karsk",
            "Sailing on the fifth [_shestogo_ in the draft: on the sixth].{e1} Prepare quay, crane, patience.",
            "Morozkin",
        ),
        (("e1", "The draft is in the Severin Maritime Museum, box 4, folder 3."),),
    ),
    "record/pasted-from-the-site.docx": (
        (
            "Karsk Papers Online",
            "June 5, 1938",
            "Heading1: Cable, KOMPAS [Pashin] to Vetrov",
            (
                (
                    "Citation",
                    "“Cable, KOMPAS [Pashin] to Vetrov,” June 5, 1938, Karsk Papers Online, ANRD: F. 7, Op. 2, "
                    "P. 16, D. 9, L. 40. Translated by Tobias Renn.",
                ),
                ("Summary", "Pashin tells Vetrov who the passenger is."),
            ),
            "Vetrov",
            "The passenger on board the Polynya is the brother of the inspector. He doesn’t measure. He weighs.",
            "Don’t let him near [one word illegible] the cook.",
            "KOMPAS",
            "Karsk Papers Online is an invented site.",
        ),
        (),
    ),
    "cipher-form/shifrovka-na-blanke.docx": (
        (
            "Heading3: Совершенно секретно",
            "Подлежит возврату в 48 часов",
            (
                ("Шифртелеграмма №", "412"),
                ("Откуда", "Ленинград"),
                ("Куда", "Карск"),
                ("Кому", "Ветрову"),
                ("Отправлена", "6 июня 1938 г. 10 ч. 15 м."),
                ("Получена", "6 июня 1938 г. 14 ч. 40 м."),
            ),
            "На № 88 Морозкина:",
            "1. Пассажира взвесьте прежде, чем он взвесит вас.",
            "2. Пианино в опись не вносить до моего приезда.",
            "СЕВЕР [Сабельников]",
            "Расшифровал: Остапова 6.6.38 15 ч. 10 м.",
            "Отпечатано в 2 экз.: 1 — Ветрову; 2 — в дело.{c1}",
            "АКПИ. Ф. 12. Оп. 4. Д. 7. Л. 5.",
        ),
        (("c1", "Сверить с журналом."),),
    ),
    "plain/minutes-of-the-section.docx": (
        (
            "Title: Minutes of the Observations Section, No. 9",
            "12 October 1938",
            "Present: Zhitkov (chair), Gorshenin, Belyaev.",
            "ListNumber: Zhitkov read out the telegram from Tumanova of 2 October about the aurora. Taken note of.",
            "ListNumber: Gorshenin proposed to answer by telegram. Belyaev pointed out that the sum for telegrams was "
            "spent. Resolved to answer at length, by letter, at Christmas.",
            "ListNumber: Any other business: the door.",
            "Signature: Zhitkov",
            "Signature: Kept by Belyaev",
        ),
        (),
    ),
    "frus/copied-into-word.docx": (
        (
            "Heading1: 673. The Secretary of State to the Embassy in Norway",
            "857.9243/11–2050: _Telegram_",
            "SECRET",
            "WASHINGTON, November 20, 1950—11 a. m.",
            "451. Re Embtel 640 November 17{1} para 2. Department agrees ship may be known as “Polar Front”. It should "
            "be pointed out to Halvorsen that:",
            "(1) name is not to be sent in cipher, being longer than message;",
            "(2) letter remains.",
            "Suggest you thank crew.",
            "ACHESON",
        ),
        (("1", "Not printed."),),
    ),
    "article/radio-line.docx": (
        (
            "Heading1: The Radio Line to Yan’an",
            "Papers of the Communications Service of the ECCI, 1936–1937",
            "The line was opened in the summer of 1936. Its traffic was numbered anew each month. Three messages "
            "are given here in full, in the translation of the editors.",
            "Heading2: Document 5",
            "*ECCI Secretariat to the CC of the CPC*",
            "Moscow, 16 December 1936",
            "Cipher telegram Nos. 411–412. Top secret.",
            "To Luo Zhenting.",
            "In reply to your telegrams we advise to hold the following position:",
            "1) The arrest of the provincial governor can in fact only harm the front.",
            "2) Since it has taken place, you should come out for a peaceful solution.",
            "Confirm receipt.",
            "SECRETARIAT",
            "RGASPI. F. 495. Op. 184. D. 25 (outgoing 1936). L. 44–45. Typescript, copy.",
            "Heading2: Document 6",
            "*Luo Zhenting to the ECCI Secretariat*",
            "Not later than 20 December 1936",
            "Your 411–412 arrived garbled on the 17th, several groups could not be read, and were repeated only "
            "today.{1}",
            "We had taken the same decision ourselves before.",
            "LUO",
            "RGASPI. F. 495. Op. 74. D. 280. L. 12. In pencil at the top: “To Comrade Fonarev.”",
            "Heading2: Document 7",
            "*Note of the cipher clerk Belyakova*",
            "The station was silent from 21 to 23 December.",
        ),
        (("1", "The telegram is stamped as received on 20 December."),),
    ),
    "article/notes-of-governor.docx": (
        (
            "Title: Paper for the Islands: Two Governors and a Cable",
            "Theodora Vance",
            "When the cable was cut in March 1921 the two governors went on writing as though it had not been. "
            "The drafts survive in the letter-book of Sir Basil Orme, who as a rule marked them with a cross when "
            "they could not be sent.{1}",
            "The first reads in full:",
            "Governor Orme to Governor Salgado, 11 March 1921",
            "Cable cut since Tuesday. This goes by schooner. Kindly let me know whether you still hold my forty "
            "reams of paper, and what you want for them.",
            "The second was never sent at all.{2} It is the more interesting, since Orme had by then learned that "
            "the paper had been eaten by ants:",
            "“ORME TO SALGADO 19 MARCH. ANTS. PRAY DISREGARD MINE OF THE ELEVENTH.”",
            "The cable was mended in May.",
        ),
        (
            ("1", "The National Archives, Kew, CO 1069/14, f. 33."),
            ("2", "CO 1069/14, f. 35."),
        ),
    ),
    "compilation/diary-commissar.docx": (
        (
            "Title: From the Diary of Commissar Yevseyev",
            "Heading2: 3 November 1935",
            "Snow. The delegates did not leave the hotel. At noon the operator brought a telegram from Kazakov "
            "(Urumchi):",
            "Quote: Governor consents to the bridge but wants it on the other side of the town. Work cannot begin "
            "before spring. Please say what I am to answer. Kazakov.",
            "I answered in the evening:",
            "Quote: To Kazakov. Answer that the side of the town is a matter of indifference to us, but the date "
            "is not. Yevseyev.",
            "Heading2: 5 November 1935",
            "Nothing from Urumchi. A long talk with the engineer about ice.",
            "Heading2: 9 November 1935",
            "The governor has written himself. His letter of 1 November reached me through the consul today:",
            "Quote: Honoured Commissar! The bridge will stand where the old one stood. My people are used to it. "
            "Accept my respects. Yuan Chi.",
            "I have nothing to add to it.",
        ),
        (),
    ),
    "compilation/letters-bulletin.docx": (
        (
            "Title: New Documents on the Lighthouse Affair",
            "*Document No. 1*",
            "*Cable from the Consul in Aden (Trench) to the Viceroy, Simla*",
            "10 June 1913. 6.30 p.m.",
            "P. Turkish guard has left lighthouse. Keeper with wife and four children asks for protection. Shall "
            "I send the launch?",
            "[Source: British Library, IOR/L/PS/10/362, f. 14.]",
            "*Document No. 2*",
            "*Viceroy to Consul Trench, Aden*",
            "11 June 1913",
            "Clear the line. Secret. Send launch, but do not land more than six men. Report daily.{1}",
            "[Source: British Library, IOR/L/PS/10/362, f. 15.]",
            "*Document No. 3*",
            "*Consul Trench to Viceroy*",
            "12 June 1913",
            "Six men landed at noon. Lamp lit again at dusk. Children well.",
            "[Source: Ibid., f. 17.]",
            "*Document No. 4*",
            "*Minute by Sir A. Holdern, India Office*",
            "This is the first good news from Aden since 1908.",
        ),
        (("1", "The words “Report daily” were added in pencil."),),
    ),
    "compilation/gazette-of-wires.docx": (
        (
            "Title: The Strike on the Canal, 1931: Six Telegrams",
            "Edited by Dorothea Maas",
            "The telegrams are printed after the copies in the company's archive.{1} Punctuation has been supplied.",
            "Heading3: 1. Agent Lindqvist, Port Arn, to Head Office, Gothenburg",
            "_8 July 1931, 7.40 a.m._",
            "Dredgers stopped at midnight. Crew of No. 4 has locked itself in. No violence. Await instructions.",
            "LINDQVIST",
            "Heading3: 2. Head Office to Agent Lindqvist",
            "_8 July 1931, 11.05 a.m._",
            "Your 7.40. Offer two öre. If refused, offer three. Do not offer four.",
            "DIRECTION",
            "Heading3: 3. Agent Lindqvist to Head Office",
            "_9 July 1931_",
            "Offered two, refused. Offered three, refused. They have heard of four. Who sends your telegrams?",
            "LINDQVIST",
            "The answer to this question has not been found.",
        ),
        (("1", "Landsarkivet i Göteborg, Arn Canal Company, F II:3."),),
    ),
    "compilation/seven-days.docx": (
        (
            "Title: Seven Days in Sandvik: The Herring Telegrams",
            "Translated from the Norwegian by Ellen Rask.",
            "Heading2: 1",
            "*Telegram from the Harbour Master, Sandvik, to the Ministry of Fisheries, Oslo*",
            "2 February 1936",
            "Forty boats lie here and cannot go out. Nobody buys at six kroner. Ask the ministry to fix a price.",
            "Harbour Master Aas",
            "[National Archives of Norway, RA/S-1545, box 12]",
            "Heading2: 2",
            "*Telegram from the Ministry of Fisheries to the Harbour Master*",
            "3 February 1936. Urgent",
            "The price is seven. The boats are to go out.",
            "Ministry of Fisheries",
            "[National Archives of Norway, RA/S-1545, box 12]",
            "Heading2: 3",
            "*Telegram from the Harbour Master to the Ministry of Fisheries*",
            "3 February 1936",
            "Boats gone. Herring gone too.",
            "Aas",
        ),
        (),
    ),
}
