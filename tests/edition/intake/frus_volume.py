"""Volumes in the markup of Foreign Relations, with invented telegrams between Norland and Washington.

Places, people and events are invented; the markup is that of the series from 1861 to 1976.
"""

from __future__ import annotations

from typing import Final

HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"
    xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="{id}">
    <teiHeader>
        <fileDesc>
            <titleStmt>
                <title type="complete">Foreign Relations of the United States, 1937–1958, Norland,
                    Volume II</title>
                <title type="series">Foreign Relations of the United States</title>
                <title type="sub-series">1937–1958</title>
                <title type="volume-number">Volume II</title>
                <title type="volume">Norland</title>
                <editor role="general">Ada Invented</editor>
                <editor role="primary">Bert Invented</editor>
            </titleStmt>
            <publicationStmt>
                <publisher>United States Government Printing Office</publisher>
                <pubPlace>Washington</pubPlace>
                <date type="publication-date" calendar="gregorian">1986</date>
                <idno type="isbn-13"/>
                <idno type="frus">{id}</idno>
                <date type="content-date" notBefore="1937-01-01T00:00:00-05:00">1937 to 1958</date>
            </publicationStmt>
            <sourceDesc><p>Released in 1986 as printed book</p></sourceDesc>
        </fileDesc>
        <encodingDesc><classDecl><xi:include href="../shared/frus-dates.xml"
            xpointer="frus-dates"/></classDecl></encodingDesc>
        <revisionDesc><change>2009-06-10 XX: Created the shell</change></revisionDesc>
    </teiHeader>
    <text>
        <front>
            <titlePage type="main"><pb n="[I]" xml:id="pg_I" facs="0005"/><docTitle><titlePart>Foreign Relations of the
                United States</titlePart></docTitle></titlePage>
            <pb n="III" xml:id="pg_III" facs="0007"/>
            <div type="section" xml:id="preface" subtype="preface"><head>Preface</head><p>This volume is
                invented.</p></div>
            <div type="section" xml:id="terms" subtype="terms">
                <head>List of Abbreviations</head>
                <list type="terms">
                    <item><hi rend="strong"><term xml:id="t_NIC1">NIC</term>,</hi> Norland Ice Commission</item>
                    <item><hi rend="strong"><term xml:id="t_Niact1">Niact</term>,</hi> night action, telegram
                        indicator</item>
                    <pb n="XV" xml:id="pg_XV"/>
                    <item><hi rend="strong"><term xml:id="t_Deptel1">Deptel</term>,</hi> Department of State
                        telegram</item>
                </list>
            </div>
            <div type="section" xml:id="persons" subtype="persons">
                <head>List of Persons</head>
                <list type="names">
                    <item><hi rend="strong"><persName xml:id="p_DA1">Drobot, Anton, Jr.</persName>,</hi> Minister in
                        Norland
                        to February 1957</item>
                    <item><hi rend="strong"><persName xml:id="p_HC1">Hale, Clara W.</persName>,</hi> Secretary of
                        State from
                        1955</item>
                    <item><persName xml:id="p_OK1">Ole King of Norland</persName></item>
                </list>
            </div>
        </front>
        <body>
            <div type="compilation" xml:id="comp1">
                <head>Norland<note n="1" xml:id="comp1fn1">For earlier papers, see <ref
                    target="frus1936v02#pg_12">1936</ref>.</note></head>
                <pb n="1" xml:id="pg_1" facs="0031"/>
"""
TAIL: Final = """            </div>
        </body>
        <back><div type="section" subtype="index" xml:id="index"><head>Index</head><list><item>Ice, <ref
            target="#pg_1">1</ref></item></list></div></back>
    </text>
</TEI>
"""
OLD: Final = """<div type="document" xml:id="d1" n="1" subtype="historical-document"
    frus:doc-dateTime-min="1937-10-24T17:00:00-05:00" frus:doc-dateTime-max="1937-10-24T17:00:00-05:00">
    <note rend="inline" type="source">859.91/3: Telegram</note>
    <head><hi rend="italic">The Minister in Norland</hi> (<persName type="from"><hi rend="italic"
        >Drobot</hi></persName>) <hi rend="italic">to the <gloss type="to">Secretary of
        State</gloss></hi><note n="36" xml:id="d1fn36">The same, October 24, 6 p.m., to the Minister in Osterland as
            telegram No. 5.</note></head>
    <opener>
        <seg rendition="#left"><hi rend="smallcaps">confidential</hi></seg>
        <seg rendition="#left"><hi rend="smallcaps">us urgent</hi></seg>
        <dateline rendition="#right"><placeName><hi rend="smallcaps">Port
            Severin</hi></placeName>, <date when="1937-10-24T17:00:00" calendar="gregorian">October 24,
            1937—5 p.m.</date><lb/>[Received October 25—7:15 a.m.]</dateline>
    </opener>
    <p>59. Please instruct me on the ice<note n="37" xml:id="d1fn37">Not printed. See <ref target="#d2">infra</ref>
        and <ref
        target="#pg_1">p. 1</ref>.</note> and on the [<hi rend="italic">harbor</hi>], for the office here
        <pb n="2" xml:id="pg_2" facs="0032"/>has none. [<hi rend="italic">1½ lines not declassified</hi>]</p>
    <list>
        <label>1.</label><item>The first ship is in.</item>
        <label>2.</label><item><p>The second is not.</p><p>It may be.</p></item>
    </list>
    <closer><signed><hi rend="smallcaps">Drobot</hi></signed></closer>
</div>
"""
NEW: Final = """<div type="document" xml:id="d2" n="2" subtype="historical-document"
    frus:doc-dateTime-min="1955-08-22T15:52:00-05:00" frus:doc-dateTime-max="1955-08-22T15:52:00-05:00">
    <head>2. Telegram From the <gloss type="from">Secretary of State</gloss> to Minister <persName type="to"
        corresp="#p_DA1">Anton Drobot</persName>, at Port Severin<note n="1" xml:id="d2fn1" type="source">Source:
        Department of State, Central Files, 859.91/8–2255. Secret; <gloss target="#t_Niact1">Niact</gloss>. Drafted by
        <persName corresp="#p_HC1">Hale</persName> and <persName>Smith</persName>; approved for transmission by
        <persName corresp="#p_HC1">Hale</persName>. Repeated to London and Oslo.</note></head>
    <opener><dateline rendition="#right"><placeName><hi rend="italic">Washington</hi></placeName>, <date
        when="1955-08-22T15:52:00-05:00" calendar="gregorian"><hi rend="italic">August 22, 1955—3:52
        p.m.</hi></date></dateline></opener>
    <p>602. Your 59.<note n="2" xml:id="d2fn2"><p><ref target="#d1"><hi rend="italic">Supra</hi></ref>.</p><p>“It was
        long.”</p></note></p>
    <list>
        <label>(<hi rend="italic">a</hi>)</label><item><gloss target="#t_Deptel1">Deptel</gloss> 599 on <gloss
            target="#t_NIC1">NIC</gloss> stands.</item>
        <label>(<hi rend="italic">b</hi>)</label><item>See <ref target="#d3">Document 3</ref>.</item>
    </list>
    <quote rend="blockquote"><p>“The ice is thin.”</p></quote>
    <table><row><cell>Ships</cell><cell>Two</cell></row></table>
    <closer><signed><persName corresp="#p_HC1"><hi rend="strong">Hale</hi></persName></signed></closer>
    <frus:attachment>
        <head>Enclosure</head>
        <opener><seg rendition="#center">[Letter]</seg></opener>
        <p>What was sent along.</p>
        <closer><signed>Nobody</signed></closer>
    </frus:attachment>
</div>
"""
EDITORIAL: Final = """<pb n="3" xml:id="pg_3" facs="0033"/>
<div type="document" xml:id="d3" n="3" subtype="editorial-note"><head><hi rend="italic">Editorial Note</hi></head>
    <p>On that day nothing happened.</p></div>
"""
LETTER: Final = """<div type="document" xml:id="d4" n="4" subtype="historical-document"
    frus:doc-dateTime-min="1861-06-22T00:00:00-05:00" frus:doc-dateTime-max="1861-06-22T23:59:59-05:00">
    <head><hi rend="italic">Mr. <persName type="from">Hale</persName> to Mr. <persName
        type="to">Drobot</persName></hi>.</head>
    <note rend="inline" type="source">[Extract.]</note>
    <opener><dateline rendition="#right"><hi rend="smallcaps">Department of State</hi>,<lb/><placeName><hi
        rend="italic">Washington</hi>,</placeName> <date when="1861-06-22" calendar="gregorian"><hi rend="italic"
        >June</hi> 22, 1861</date>. (Received July 5.)</dateline>
        <seg rendition="#left">No. 11.]</seg></opener>
    <p><hi rend="smallcaps">Sir</hi>: Your despatch, (No. 8,) has been received.</p>
    <p rend="center">* * * * *</p>
    <p>I am, sir, your obedient servant,</p>
    <closer><signed>CLARA W. HALE.</signed></closer>
    <postscript><p><hi rend="smallcaps">A. Drobot</hi>, Esq., <hi rend="italic">&amp;c., Port
        Severin</hi>.</p></postscript>
</div>
"""


def volume(*documents: str, id_: str = "frus1937-58v02") -> str:
    """Return a volume with these documents."""
    return HEAD.replace("{id}", id_) + "".join(documents) + TAIL


WHOLE: Final = volume(OLD, NEW, EDITORIAL, LETTER)
