"""Furniture of web pages: menus, buttons, rights notices, viewer messages. Listed by the role it plays on the page.

Roles matter as much as words: "English HTML" says where a transcription begins, "Document Information" where the record
of its source does. An edition adds patterns for its own captures (`[sources] furniture` in edition.toml). Rows are
found by their first word, so that prose costs one look into a dictionary.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from tei.regexes import regex
from tei.text import may_be_cyrillic


class Role(StrEnum):
    """What a piece of furniture says about the page round it."""

    MENU = "menu"
    CITATION = "citation heading"
    TEXT_BEGINS = "text begins"
    RECORD_BEGINS = "record begins"
    RIGHTS = "rights"
    BLOG = "blog"
    BLANK = "blank of a telegraph company"


_LANGUAGES: Final = (
    "English|Russian|Chinese|German|French|Spanish|Portuguese|Bulgarian|Hungarian|Polish|Romanian|Korean|Japanese|"
    "Vietnamese|Czech|Slovak|Albanian|Serbian|Serbo-Croatian|Mongolian|Italian|Arabic|Hebrew|Turkish|Original|Translated"
)
_FORM: Final = r"(?:HTML|PDF|(?:original )?(?:scan|text)|original|transcript(?:ion)?|translation)"
_THING: Final = r"(?:document|page|item|record|file|source|telegram|letter|transcript|text|image|article)"

_ROWS: Final[tuple[tuple[Role, str, str], ...]] = (
    (Role.TEXT_BEGINS, _LANGUAGES.replace("|", " ").replace("Serbo-Croatian", "Serbo"),
     rf"(?:[-•·]\s*)?(?:{_LANGUAGES})(?: language)?\s+(?:HTML|text|transcript(?:ion)?|translation|version|original|"
     r"scan|PDF)\s*:?|"
     rf"(?:[-•·\s]*(?:(?:{_LANGUAGES})\s+(?:transcript(?:ion)?|translation|original|scan)|"
     r"scan of (?:the )?original(?: document)?)){2,4}"),
    (Role.MENU, "scan", r"(?:[-•·]\s*)?scan of (?:the )?original(?: document)?"),
    (Role.TEXT_BEGINS, "view", rf"(?:view|read) (?:the )?document in(?:\s+(?:{_LANGUAGES})\s+{_FORM}){{1,4}}"),
    (Role.TEXT_BEGINS, _LANGUAGES.replace("|", " ").replace("Serbo-Croatian", "Serbo"),
     rf"(?:(?:{_LANGUAGES})\s+{_FORM}\s*){{2,4}}"),
    (Role.CITATION, "citation", r"citation(?:[\s|·•]*(?:share|download|print|e-?mail|save)){1,4}"),
    (Role.MENU, _LANGUAGES.replace("|", " ").replace("Serbo-Croatian", "Serbo"),
     rf"(?:(?:{_LANGUAGES})(?:\s*[|/·,]\s*|\s+|$)){{2,6}}"),
    (Role.RECORD_BEGINS, "知", r"[知][识識]出[处處]"),
    (Role.TEXT_BEGINS, "document transcript transcription full text translation body view read 全 正 内 內 текст",
     r"(?:document )?(?:transcript(?:ion)?|full text|text(?: of (?:the )?(?:document|telegram|letter))?|translation|"
     r"body)(?: of (?:the )?document)?\s*:?|(?:view|read) (?:the )?(?:document|transcript|translation)(?: text)?|"
     r"全文|正文|[内內]容|текст документа\s*:?"),
    (Role.TEXT_BEGINS, "текст перевод подлинник оригинал 中 英 俄 译 原",
     r"(?:текст|перевод|оригинал|подлинник) на \w+ языке\s*:?|"
     r"(?:中文|英文|俄文|译文|原文)(?:正文|文本|全文|译本)?\s*[:：]?"),
    (Role.RECORD_BEGINS, "сведения информация описание о 文 档 关",
     r"(?:сведения|информация) о документе\s*:?|(?:архивное )?описание документа\s*:?|о документе\s*:?|"
     r"(?:文件|文献|档案|文档)(?:信息|资料|说明)\s*[:：]?|关于(?:本|此)(?:文件|档案)"),
    (Role.MENU, "главная поиск карта меню перейти скачать печать версия поделиться назад "
     "首 检 跳 菜 下 分 返 帮 打 國 国 中 臺 台 數 数 檔 档 近 民",
     r"(?:главная|поиск(?: по (?:сайту|документам|архиву|каталогу|разделу|библиотеке)[\w ]{0,16})?|карта сайта|меню|"
     r"перейти к (?:содержанию|"
        r"содержимому|тексту)|скачать(?: .{0,20})?|"
     r"печать|версия для печати|поделиться|назад(?:[\s|]+содержание)?(?:[\s|]+впер[её]д)?)|"
     r"(?:首页|检索|跳至(?:正文|内容)|跳转到.{0,8}|菜单|下载.{0,8}|分享|返回.{0,8}|"
     r"帮助|打印|[\u3400-\u9fff]{2,16}(?:[查檢检][詢询索]系[統统]|資料庫|數據庫|数据库))"),
    (Role.MENU, "上 下 前 后 後 回 返 快 限 只 离 離 专 專",
     r"(?:[上下前后後]一?(?:[页頁章篇节節个個则則]|主[题題])|返?回(?:目[录錄]|首[页頁]|[书書]目|列表))"
     r"(?:[\s|｜·]*(?:[上下前后後]一?(?:[页頁章篇节節个個则則]|主[题題])|返?回(?:目[录錄]|首[页頁]|[书書]目|列表)|目[录錄]|首[页頁]|书签|書籤)){0,6}[\s|｜·]*|"
     r"快速回[复覆復]|限\d+ ?字[节節]|只看[楼樓]主.{0,60}|[离離][线線][a-z]*|[专專][栏欄][:：]?"),
    (Role.MENU, "библиотека предыдущая следующая предыдущий следующий к в оглавление содержание вернуться наверх "
     "выбрать перейти назад хронос страницы",
     r"библиотека|страницы:?|выбрать (?:главу|страницу|раздел)|\[?(?:оглавление|содержание)\]?|"
     r"(?:(?:(?:предыдущ|следующ)\w{2,3}"
     r"(?: (?:страница|документ|глава|раздел|"
     r"часть))?|"
     r"(?:вернуться )?(?:к|в) (?:оглавлению|содержанию|начало|списку)|наверх|оглавление)\s*[|·•/]?\s*){1,5}|"
     r"(?:вернуться|перейти|назад)(?: назад)? (?:в|к|ко|на) [^.!?\n]{3,70}|хронос[: ].{0,200}"),
    (Role.MENU, "более получи получить купить читать читайте слушать скачайте книга страница шрифт интервал "
     "закладка похожие популярные комментарии оставить жалоба реклама loading failed история литрес настройки добавить",
     r"более [\d\s]{3,9} (?:книг|аудиокниг)\b.{0,60}|"
     r"получи(?:ть)? .{0,30}(?:подарок|подписк|доступ|бесплатно|литрес)\w*.{0,80}|"
     r"(?:купить|читать|слушать|скача(?:ть|йте))(?: книгу| аудиокнигу| полностью| онлайн| бесплатно| полную версию"
     r"| без регистрации| далее| в .{1,12})+.{0,60}|(?:шрифт|интервал|закладка)\s*:.{0,20}|"
     r"(?:похожие|популярные|другие) книги.{0,60}|комментари[ийев]+(?:\s*\(\d+\))?|оставить (?:комментарий|отзыв)|"
     r"(?:loading|failed to load)\b.{0,30}|история|литрес\w*.{0,60}|настройки чтения|добавить в .{0,30}"),
    (Role.CITATION, "citation get cite how show suggested preferred",
     r"(?:get |show |preferred |suggested )?citation\s*:?|cite(?: this(?: (?:document|page|item|source))?)?|"
     r"how to cite(?: this \w+)?\s*:?"),
    (Role.RECORD_BEGINS, "document record item source archival about bibliographic catalogue catalog metadata details "
     "provenance",
     r"(?:document|record|item|source|archival|bibliographic|catalogu?e?) (?:information|details|record|metadata|"
     r"data|description)\s*:?|about (?:this|the) (?:document|record|item|source)|(?:metadata|details|provenance)\s*:?"),
    (Role.RIGHTS, "© c copyright all rights terms licence license creative this some these",
     r"(?:©|copyright\b).{0,200}|\(c\)\s*(?:copyright\b|(?:[^\d\n]{0,80}\s)?(?:199|20\d)\d\b|[^\n]{0,120}\brights\b)"
     r".{0,200}|all rights reserved.{0,100}|(?:rights|copyright|terms of use|licen[cs]e)"
     r"(?:\s*:[^\n]{0,120}|\s+(?:statement|information))?|creative commons.{0,120}|"
     r"(?:this|the) (?:item|work|document|text|image)s? (?:is|are) (?:in the public domain|licensed|available under|"
     r"protected).{0,160}|(?:some|these|this|all) (?:documents?|materials?|items?|works?) (?:may|can) be (?:subject to|"
     r"protected by)\b.*"),
    (Role.RIGHTS, "if to", r"(?:if you have (?:any )?questions|to (?:enquire|inquire|ask) about)\b.*"),
    (Role.MENU, "back", r"back to (?:the )?(?:[^\s.]+ ){0,5}(?:archive|library|index|list|contents|collection|"
     r"works|page|search|results)"),
    (Role.MENU, "skip back to top home main menu navigation toggle",
     r"skip to (?:main )?(?:content|navigation)|(?:back )?to (?:the )?top|home|(?:main |toggle )?(?:menu|navigation)"),
    (Role.MENU, "search browse explore advanced refine filter",
     r"(?:search|browse|explore)(?: (?:(?:in|the|this|our|all|by|for)\b.{0,60}|[\w-]{2,20}\.(?:ie|org|net|com|gov)))?"
     r"(?<![.!?])|(?:advanced|refine) search|"
     r"(?:filter|search) results.{0,40}(?<![.!?])"),
    (Role.MENU, "share print email e email tweet like bookmark cite copy",
     r"copy (?:to clipboard|link|text|citation|url)|"
     rf"(?:share|tweet|like|bookmark)(?: (?:this )?{_THING})?|print(?: (?:this )?{_THING})?|e-?mail(?: this)?"
     r"(?: (?:page|to a friend))?|share on .{0,20}(?<![.!?])"),
    (Role.MENU, "download save export open view zoom",
     r"(?:download|save|export|open|view)(?: (?:the |this |as |a |in |original |full )*(?:.{0,30}\s)?(?:PDF|file|"
     r"document|record|page|window|image|scan|original)s?)?(?:\s*\([^)]{0,20}\))?|zoom (?:in|out)|"
     r"(?:open|view|download) the PDF in another window\.?"),
    (Role.MENU, "previous next return log login sign register my forward older newer printer",
     rf"(?:previous|next|older|newer)(?: (?:{_THING}|post|result)s?)?|(?:back|return) to (?:the )?"
     r"(?:[^\s.]+ ){0,5}(?:archive|library|index|list|contents|collection|works|page|search|results)|"
     r"return to .{0,60}(?<![.!?])|log ?in(?: (?:or register )?to [^.!?]{3,40})?|"
     r"printer[- ]friendly(?: version| page)?|sign (?:in|up|out)|register|my account"),
    (Role.MENU, "责 上 下 字 编 編 责任编辑",
     r"[（(【\[]?(?:责任编辑|責任編輯|编辑|編輯|作者单位)[:：].{0,20}[）)】\]]?|[上下][一]?[篇页頁][:：].{0,60}|字[号號体體]大?小?[:：].{0,40}"),
    (Role.MENU, "内 內 关 關 作 回 来 來 热 相 小 排",
     r"[內内]容(?:摘要|提要|提示)[:：]|[关關][键鍵][词詞字][:：].{0,60}|作者(?:[简簡]介|[单單]位)[:：].{0,60}|回目[录錄]\S{0,20}|"
     r"(?:\d{1,2}小[时時])?(?:排行榜?|[热熱][点點门門]\S{0,6})|相[关關](?:[链鏈]接|[阅閱][读讀]|新[闻聞])[:：]?"),
    (Role.MENU, "форум контакты гостевая ссылки случайная впер вперед вперёд ответить цитировать регистрация вход "
     "войти дата просмотров просмотры powered только полезное rambler электронную vizualizări distribuie articole",
     r"форум|контакты|гостевая(?: книга)?|ссылки|случайная (?:страница|статья)|впер[её]д|регистрация|войти|вход|"
     r"\[?(?:ответить|цитировать)\]?(?:[\s|·]*\[?(?:ответить|цитировать|новая тема|поиск|пожаловаться)\]?){0,4}|"
     r"дата (?:добавления|публикации|размещения)\s*:\s*[\d.,: -]{6,20}(?:[;,|·]?\s*просмотр\w*\s*:\s*\d+)?[^\n]{0,20}|"
     r"просмотр(?:ов|ы)\s*:\s*\d+|powered by [\w .]{3,40}|только зарегистрированные пользователи\b.{0,60}!?|полезное:?|"
     r"rambler['’]s top\s?100|электронн(?:ую|ая) версию? (?:документа|текста|книги) .{3,80}|"
     r"distribuie pe \w+|articole (?:similare|recente|asemănătoare)"),
    (Role.MENU, "вы double сейчас предыдущая предыдущий",
     r"вы здесь\s*:?|double arrow|сейчас читают про\s*:?|"
     r"предыдущ(?:ая|ий)\s?(?:глава|раздел|страница)\s?(?:содержание|оглавление)\s?следующ(?:ая|ий)\s?(?:глава|раздел|страница)"),
    (Role.RIGHTS, "版 本", r"版权所有.{0,80}|版權所有.{0,80}|本[网站文].{0,30}(?:版权|转载).{0,60}"),
    (Role.MENU, "continue this you read click other tei mail connect",
     r"other formats|tei xml file(?:\s+epub ebook file)?|mail icon.{0,60}|connect|"
     r"read more(?: (?:at|on|about|here|from|of) .{0,40})?\s*[.…»>→]{0,4}|click here (?:for|to) .{0,80}|"
     r"\[?continue (?:with|to) (?:the )?(?:next|following) .{0,40}|you are (?:here|in)\s*:.{0,400}|"
     r"this (?:web ?)?site (?:is|was) (?:managed|maintained|operated|hosted|produced|created|run)\b.*"),
    (Role.MENU, "it your please this",
     r"it appears (?:that )?your (?:web )?browser\b.*|your browser does not\b.*|please enable java ?script.*|"
     r"this (?:file|document|page) (?:can|could) not be (?:displayed|found).*|"
     r"this page has (?:not )?been (?:validated|proofread)\.?|"
     r"this page was (?:last )?(?:printed|modified|updated|generated).{0,80}|"
     r"this (?:web)?site uses cookies.{0,200}"),
    (Role.MENU, "page imágenes blocks merged",
     r"page images?|imágenes de páginas|\[(?:blocks in formation|merged small)[^\[\]\n]{0,40}\]"),
    (Role.MENU, "pdf pdfs", r"PDFs? (?:files? )?(?:cannot|can ?not|can)\b.{0,200}"),
    (Role.MENU, "we cookies cookie accept decline reject manage privacy",
     r"we use cookies.{0,300}|cookies? (?:on this site|policy|settings|notice|preferences).{0,40}|(?:accept|reject|"
     r"decline|manage)(?: all)?(?: optional)? cookies.{0,30}|privacy (?:policy|notice|settings)"),
    (Role.MENU, "facebook twitter x linkedin linked pinterest tumblr instagram youtube follow subscribe newsletter",
     r"facebook|twitter|linked ?in|pinterest|tumblr|instagram|youtube|follow us(?: on)?.{0,40}|subscribe"
     r"(?: to .{0,50})?(?<![.!?])|newsletter|subscribe to:.{0,40}|"
     r"(?:(?:facebook|twitter|linked ?in|pinterest|reddit|email|tumblr) share button[\s|·]*){1,9}"
     r"(?:share on \w+(?:\s\w+)?)?|"
     r"(?:(?:facebook|twitter|linked ?in|pinterest|tumblr|instagram|youtube|reddit|whatsapp|e-?mail|print|x)\b"
     r"\s*[|·,]?\s*){2,9}"),
    (Role.MENU, "original uploaded date record upload last published",
     r"(?:original )?uploaded(?: date)?\s*:?.{0,20}|(?:date|last) (?:added|uploaded|modified|updated)\s*:?.{0,20}|"
     r"record (?:id|number)\s*:?.{0,20}|original archive\s*:?"),
    (Role.MENU, "collection collections subject subjects geographic keywords tags people places type languages "
     "language creator format identifier identifiers contributor contributors donor donors related attachment "
     "attachments associated expand collapse show read load see contact about help index news blog events faq donate",
     r"(?:collections?|subjects?(?: discussed)?|geographic subjects|keywords|tags|people|places|type|languages?|"
     r"creator|format|identifiers?|contributors?|donors?|related (?:documents?|items?|content|articles?)|attachments?|"
     r"associated (?:people|places).{0,30}|expand|collapse|(?:show|read|load|see) (?:more|less|all|also)|"
     r"contact(?: us)?|about(?: us)?|help|news|blog|events|faqs?|donate)\s*:?"),
    (Role.MENU, "history", r"history and public policy program"),
    (Role.MENU, "purchase ebooks free international website site web footer header design",
     r"purchase (?:the )?(?:volumes?|books?|copy|copies)(?: online)?|ebooks?|free downloads?|"
     r"international counterparts|(?:footer|header) (?:image|logo|menu)|"
     r"(?:web)?\s?(?:site )?design(?:ed)?(?: and develop(?:ed|ment))? by .{2,60}"),
    (Role.MENU, "the", r"the [^\n]{5,80} series has published an? ebook\b.{0,200}"),
    (Role.MENU, "home main start documents document archive library collections collection browse главная 首",
     r"(?:home(?: ?page)?|main(?: page)?|start|documents?(?: library)?|archive|library|collections?|browse|"
     r"главная(?: страница)?|首页)\s*(?:/|>|»|›|→|::)\s*[^\n]{2,220}"),
    (Role.BLANK, "the class symbols send dl full this",
     r"the company will appreciate suggestions .{0,120}|class of service(?: desired)?|symbols\s+.{0,80}=.{0,80}|"
     r"this is a full[- ]rate (?:telegram|message|cablegram)\b.{0,200}|"
     r"the filing time shown in the date line\b.{0,200}|"
     r"send the following (?:message|telegram),? subject to the terms .{0,120}|"
     r"(?:dl|full rate|day letter)\s?=?.{0,20}night letter.{0,60}"),
    (Role.MENU, "jump from revision retrieved go return nuremberg world avalon",
     r"jump to\s?:?\s(?:navigation|search|content)\b.{0,40}|"
     r"from (?:the )?(?:wikisource|wikipedia|world war i document archive)\b.{0,60}|"
     r"(?:latest )?revision as of \d.{0,300}|retrieved from .{3,200}|"
     r"(?:return to index|go to (?:document )?numbers? [\d-]+(?:\s*\|\s*go to (?:document )?numbers? [\d-]+)*)|"
     r"(?:(?:nuremberg war crimes trial|20th century page|world war i{1,2} page|avalon home|document "
     r"collections)\s*)+"),
    (Role.MENU, "previous prev next",
     r"(?:previous|prev|next):?\s\d{1,4}\.?\s[^\n!?]{2,200}(?<!\.)|prev(?:ious)?\s?[|·/«»<>–-]{1,3}\s?next"),
    (Role.MENU, "previous contents wwi about disclaimers",
     r"about world war i document archive|disclaimers|"
     r"(?:previous document|contents|next document)(?:\s+(?:previous document|contents|next document))+|"
     r"WWI document archive\s*>.{0,200}"),
    (Role.MENU, "网 網 pdf epub create turn you yumpu",
     r"網頁圖片|网页图片|e-?pub(?: 版)?|pdf(?:,? [\d.,]+ ?[km]b)?(?: [-–] [^\n]{4,90})?|"
     r"create successful epaper yourself|"
     r"turn your pdf publications into .{0,90}|you (?:also )?want an epaper\b.{0,80}|yumpu .{0,90}|"
     r"you might also like"),
    (Role.MENU, "add", r"add (?:to favou?rites|(?:this |all )?pages?(?:\(s\))? of this \w+ to activity|"
     r"to (?:my )?(?:list|cart|collection|bookmarks?))\s*:?"),
    (Role.MENU, "text view return",
     r"text version|(?:(?:view (?:original|image|previous page|next page)|return to (?:folder|box|file) index)\s*)+"),
    (Role.MENU, "维 維 跳 本 姊 姐 материал перейти навигация персональные категории категория эта источник",
     r"(?:维基文库|維基文庫)[，,].{0,20}|跳[转轉]到[内內]容|[姊姐]妹[计計][划劃].{0,30}|материал из викитеки.{0,40}|"
     r"перейти к (?:навигации|поиску|содержанию)|навигация|персональные инструменты|категори[ия]:\s.{0,200}|"
     r"эта страница (?:в последний раз была отредактирована|последний раз редактировалась).{0,60}|"
     r"источник\s?[–—-]\s?«?https?://\S+|本[页頁]面最后.{0,60}"),
    (Role.MENU, "edit править 编辑 編輯",
     r"\[\s?(?:edit(?: source)?|править[^\]\n]{0,24}|编辑|編輯)\s?\]"),
    (Role.BLOG, "posted labels filed tagged categories fill wordpress you twitter google connecting notify newer older "
     "permalink this privacy blog reading share like related leave your previous next published uncategorized loading "
     "email click if view post",
     r"posted (?:by|in|on|at)\b(?:[^.!?]|\b\w\.){0,80}|labels:(?:[^.!?]|\b\w\.){0,120}|"
     r"(?:filed under|tagged(?: with| as)?|categories)\s*:[^\n]{0,160}|"
     r"fill in your details below or click an icon to log in:?|wordpress\.com logo|"
     r"you are commenting using your \S{3,20} account\.[^\n]{0,40}|(?:twitter|google\+?|facebook) (?:picture|photo)|"
     r"connecting to %s|notify me of new (?:comments|posts) via email\.?|"
     r"(?:newer|older) posts?(?:\s+older posts?)?(?:\s+home)?|permalink|"
     r"reading time:? [^.!?]{1,40}|share this:[^.!?]{0,60}|like this:[^.!?]{0,40}|related posts|"
     r"this page was last edited on [^\n]{6,80}|privacy policy\s+about \w+\s+disclaimers[^\n]{0,120}|blog archive|"
     r"leave a (?:comment|reply)|your email address will not be published\b[^\n]{0,80}|"
     r"this site uses akismet\b[^\n]{0,100}|email this entry to:?|click here for [^.!?]{3,60}|"
     r"if you (?:liked|enjoyed) this post\b[^\n]{0,160}|"
     r"published by \w+(?:\s\w+)?|uncategori[sz]ed|(?:like )?loading\.{2,3}|"
     r"(?:previous|next) post(?:: |(?=[A-Z]))[^\n]{1,90}|view all posts by [^.!?\n]{2,40}|post navigation|"
     r"published (?:on )?[A-Z][a-z]{2,8} \d{1,2}, 20\d\d|blog at wordpress\.com\.?"),
    (Role.MENU, "примечания примечание красным жирным зеркало центр библиотека оглавление",
     r"примечани[ея] (?:редакции )?\d{1,3}(?:\s?[–—-]\s?\d{1,3})?: (?:там же|указ).{0,60}|"
     r"(?:красным|жирным|синим) шрифтом .{0,20}скобках обозначается .{10,160}|"
     r"зеркало библиотеки .{3,60}|центр гуманитарных наук .{0,20}"),
    (Role.MENU, "page http https www", r"page \d+ of \d+|page:[^\n]{3,90}\.(?:djvu|pdf)/\d+|page \d+: [A-Z][^\n.!?]{3,90}|(?:https?://|www\.)\S+"),
)  # fmt: skip
_BESIDE: Final = r"[^\n。.]{0,60}[|｜丨·][^\n。.]{0,20}"
_ANYWHERE: Final = (
    (
        "源",
        Role.MENU,
        r"[12]\d{3}[年-]\d{1,2}[月-]\d{1,2}日?\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?\s*[来來]源[:：][^\n作]{0,40}(?:作者[:：]\s*)?(?:字[号號体體].{0,20})?",
    ),
    ("copyright (c)", Role.RIGHTS, r"[^\n]{0,40}\bcopyright \(c\).*"),
    ("返回顶部", Role.MENU, rf"{_BESIDE}返回顶部"),
    ("回到顶部", Role.MENU, rf"{_BESIDE}回到顶部"),
    ("back to top", Role.MENU, rf"{_BESIDE}back to top"),
    ("наверх", Role.MENU, rf"{_BESIDE}(?:вернуться )?наверх"),
    ("онлайн", Role.MENU, r".{3,240}?\b(?:читать|читайте|слушать)\b.{0,20}\bонлайн\b.{0,120}"),
    ("онлайн", Role.MENU, r"(?:читать|читайте)\s[«\"].{3,200}[»\"]\s*(?:онлайн)\b.{0,60}"),
    ("use of ", Role.RIGHTS, r"[^\n]{0,160}\b(?:welcomes|encourages|permits|allows) (?:the )?(?:re)?-?use of\b.*"),
    ("wall street, new haven", Role.MENU, r"(?:yale law school.{0,40})?127 wall street, new haven.{0,30}"),
    (".com", Role.MENU, r"[\u3400-\u9fff]{2,10}\s?[(（][\w.-]+\.com[)）]"),
    ("←", Role.MENU, r"←\s(?:[^\n.!?]|(?<=\b\w)\.){2,90}|←\s[^\n]{2,300}\s→"),
    ("→", Role.MENU, r"(?:[^\n.!?]|(?<=\b\w)\.){2,90}\s→"),
    (" vizualiz", Role.MENU, r"\d{1,6} vizualizări"),
    (" views", Role.MENU, r"\d{1,2}\.\d{1,2}\.\d{4} views"),
    ("click here", Role.MENU, r".{0,80}\bclick here\b.{0,160}"),
    ("international history declassified", Role.MENU, r"[^\n]{0,180}\binternational history declassified"),
)
"""Notices known by words in their middle; the words in small letters come first, to be looked for quickly."""

MORE: Final = regex(
    r"(?:read|show|see|view|load) (?:more|less|all)|сейчас читают про\s*:?|articole similare|"
    r"related (?:documents?|items?|content|articles?)\s*:?",
    re.IGNORECASE,
)
"""What stands under a text and never in it: the rest of it, or other documents."""

_LANGUAGE_NAMES: Final = frozenset((*_LANGUAGES.lower().split("|"), "русский", "中文"))

MAX_FURNITURE: Final = 900
"""Characters of the longest notice that a page repeats under every document; a longer paragraph is somebody's text."""

_PAGER: Final = regex(
    r"(?=.*[^\W\d_])(?:[«»‹›←→<>|…\s]|\d{1,4}(?!\d)|(?:первая|предыдущая|следующая|последняя|назад|впер[её]д|"
    r"first|previous|next|last|backward|forward)(?!\w))+",
    re.IGNORECASE,
)
"""Links to the other pages of a list: «« первая ‹ предыдущая … 23 24 25 … следующая › последняя »»."""
_NAVIGATION: Final = regex(
    r"(?:\W*(?:previous|prev|next)\s+(?:document|page|item|record|chapter|section)\b[^\n.]{0,60}){2,}", re.IGNORECASE
)

_LEAD: Final = regex(r"[^\w©]{0,3}([\u3400-\u9fff]|[^\W\d_]+|©)")


def _compiled(role: Role, pattern: str) -> re.Pattern[str]:
    """Return a row's pattern; a notice may end in a full stop, a menu entry may not: "Open the window." is a text."""
    return regex(rf"(?:{pattern}){'' if role in (Role.MENU, Role.BLOG, Role.BLANK) else '[.!]?'}", re.IGNORECASE)


def _by_lead() -> dict[str, tuple[tuple[Role, re.Pattern[str]], ...]]:
    table: dict[str, list[tuple[Role, re.Pattern[str]]]] = defaultdict(list)
    for role, leads, pattern in _ROWS:
        compiled = _compiled(role, pattern)
        for lead in dict.fromkeys(leads.lower().split()):
            table[lead].append((role, compiled))
    return {lead: tuple(rows) for lead, rows in table.items()}


_BY_LEAD: Final = _by_lead()
_BY_WORDS: Final = tuple((words, role, _compiled(role, pattern)) for words, role, pattern in _ANYWHERE)


def is_navigation(text: str) -> bool:
    """Say whether a line leads to the pages before and behind this one, or is what a copyist left of its markup."""
    if text[:1] not in "PpNn[<«‹←" or len(text) > 160:
        return False
    if text[0] in "«‹←<" and _PAGER.fullmatch(text):
        return True
    return _NAVIGATION.fullmatch(text) is not None or _MARKUP.fullmatch(text) is not None


_MARKUP: Final = regex(r"(?:</?(?:br|p|div|span|strong|em|b|i|u)\s?/?>\s*)+")
"""Tags that stand as words on a page, "<br />"."""


def is_language_name(text: str) -> bool:
    """Say whether a line is the name of a language alone: the tab of a page over the text in that language."""
    return len(text) <= 16 and text.lower().rstrip(" :") in _LANGUAGE_NAMES


_GLUED: Final = regex(r"[А-ЯЁа-яё:]{40,}")
"""The links of a menu that a copyist ran together, each in its capitals."""
MIN_GLUED: Final = 40


_LEGEND: Final = (
    "thisisafullratetelegramorcablegramunlessitsdeferredcharacterisindicatedbyasuitablesymbolaboveorprecedingtheaddress"
    "thisisafastmessageunlessitsdeferredcharacterisindicatedbythepropersymbolcheckortime"
)
"""What a company's blank says of its services, in a narrow column: a copy breaks it anywhere."""
_LEGEND_LEADS: Final = frozenset(
    ("this", "telegram", "gram", "cable", "unless", "ferred", "character", "acter", "dicated", "symbol", "above")
)
MIN_LEGEND: Final = 12


def _is_legend(text: str) -> bool:
    """Say whether the first cell of a row is a piece of the legend of a blank."""
    words = "".join(filter(str.isalpha, text.split("  ", 1)[0].split("\n", 1)[0].lower()))
    return len(words) >= MIN_LEGEND and words in _LEGEND


def furniture_role(text: str, extra: Sequence[re.Pattern[str]] = ()) -> Role | None:
    """Return what a line is as furniture, None where it is none; `extra` are the edition's own patterns.

    A line with wide or broken spaces between its words, as scans and exports have it, is read with single ones too.
    """
    role = _role(text, extra)
    if role is None and len(text) <= MAX_FURNITURE and ("  " in text or "\n" in text):
        return _role(" ".join(text.split()), extra)
    return role


def _role(text: str, extra: Sequence[re.Pattern[str]]) -> Role | None:
    if extra and any(pattern.fullmatch(text) for pattern in extra):
        return Role.MENU
    if len(text) > MAX_FURNITURE:
        return None
    lead = _LEAD.match(text)
    for role, pattern in _BY_LEAD.get(lead[1].lower(), ()) if lead else ():
        if pattern.fullmatch(text):
            return role
    if lead and lead[1].lower() in _LEGEND_LEADS and _is_legend(text):
        return Role.BLANK
    return _by_looks(text)


def _by_looks(text: str) -> Role | None:
    """Return what a line is by what it holds, not by its first word."""
    if len(text) < 10:
        return Role.MENU if text[:1] == "<" and is_navigation(text) else None
    if len(text) > MIN_GLUED and (may_be_cyrillic(text) or "::" in text) and _GLUED.search(text):
        return Role.MENU
    if is_navigation(text):
        return Role.MENU
    low = text.lower()
    for words, role, pattern in _BY_WORDS:
        if words in low and pattern.fullmatch(text):
            return role
    return None
