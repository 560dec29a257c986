"""TEL260: a language tag that is no tag of BCP 47, or not the one that everybody uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.findings import Finding, Rule, Severity
from tei.names import XML_LANG
from tei.validate.rules.facts import Facts, name

RULE: Final = Rule(
    "TEL260",
    "language-tag",
    Severity.WARNING,
    "Languages are named by tags of BCP 47: the shortest code of the language, then script and region where they "
    "matter (ru, zh-Hant, en-GB). Browsers choose fonts and quotation marks by them, search engines the language.",
    bad='<p xml:lang="rus">Дверь закрыта.</p>',
    good='<p xml:lang="ru">Дверь закрыта.</p>',
)
SAME: Final = frozenset({"VAL105"})
_TAG: Final = re.compile(
    r"""(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})   # language
    (?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?                     # script, region
    (?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*                        # variants
    (?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*                          # extensions
    (?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-[a-z]+""",
    re.VERBOSE | re.IGNORECASE,
)
_PAIRS: Final = """
    alb=sq sqi=sq ara=ar arm=hy hye=hy aze=az bel=be ben=bn bul=bg cat=ca ces=cs cze=cs chi=zh zho=zh dan=da deu=de
    ger=de dut=nl nld=nl ell=el gre=el eng=en epo=eo est=et eus=eu baq=eu fas=fa per=fa fin=fi fra=fr fre=fr geo=ka
    kat=ka gle=ga heb=he hin=hi hrv=hr hun=hu ice=is isl=is ind=id ita=it jpn=ja kaz=kk khm=km kir=ky kor=ko lat=la
    lav=lv lit=lt mac=mk mkd=mk may=ms msa=ms mon=mn nob=nb nno=nn nor=no pol=pl por=pt rum=ro ron=ro rus=ru san=sa
    slk=sk slo=sk slv=sl spa=es srp=sr swa=sw swe=sv tam=ta tgk=tg tha=th tib=bo bod=bo tuk=tk tur=tr uig=ug ukr=uk
    urd=ur uzb=uz vie=vi wel=cy cym=cy yid=yi
"""
_SHORT: Final = dict(pair.split("=") for pair in _PAIRS.split())
"""Codes of three letters for which BCP 47 has one of two."""

_OLD: Final = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "sh": "sr",
    "mo": "ro",
    "cz": "cs",
    "jp": "ja",
    "cn": "zh",
    "gr": "el",
    "ua": "uk",
}
_WORDS: Final = """
    arabic=ar bulgarian=bg chinese=zh croatian=hr czech=cs danish=da deutsch=de dutch=nl english=en finnish=fi french=fr
    francais=fr german=de greek=el hebrew=he hungarian=hu irish=ga italian=it italiano=it japanese=ja korean=ko latin=la
    latvian=lv norsk=no norwegian=no polish=pl polski=pl russian=ru serbian=sr slovak=sk spanish=es espanol=es
    swedish=sv turkish=tr welsh=cy yiddish=yi
"""
_NAMES: Final = dict(pair.split("=") for pair in _WORDS.split())
"""Names of languages, which have the form of a tag; none of five letters or more has ever been registered."""

_REGIONS: Final = {"uk": "GB", "en": "GB"}
"""Regions that are written so and have another code, or none: English is spoken in no country called EN."""

_ATTRIBUTES: Final = (XML_LANG, "mainLang", "ident")


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the tags of xml:lang, textLang and language that are malformed, or longer or older than need be."""
    for element in facts.elements:
        for attribute in _ATTRIBUTES:
            tag = element.get(attribute)
            if not tag or (attribute == "ident" and name(element) != "language"):
                continue
            better = advice(tag)
            if better:
                shown = "xml:lang" if attribute == XML_LANG else attribute
                message = f'@{shown} of <{name(element)}> is "{tag}", which is not the tag of BCP 47 for a language'
                yield facts.found(RULE, element, message, better, attribute)


def advice(tag: str) -> str:
    """Return what to write for a tag, empty where nothing is wrong with it."""
    if not _TAG.fullmatch(tag):
        mended = tag.strip().replace("_", "-")
        return (
            f'write "{mended}"' if mended != tag and _TAG.fullmatch(mended) else 'write one such as "ru" or "zh-Hant"'
        )
    language, dash, rest = tag.partition("-")
    low = language.lower()
    short = _SHORT.get(low) or _OLD.get(low) or _NAMES.get(low)
    region = _REGIONS.get(rest.lower(), "") if (short or low) == "en" else ""
    if short or region:
        return f'write "{short or language}{dash}{region or rest}"'
    return 'write one such as "ru" or "zh-Hant"' if len(low) > 3 else ""
