"""Markup of volumes in places where TEI has it and where it has not: form, order and words. All of it is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edition.intake import frus_volume as volumes
from tests.edition.intake.frus_reading import faults, take, texts

HEAD = "<head>9. Telegram From the Embassy in Norland to the Department of State</head>"
ENCLOSURE = "<frus:attachment><head>Enclosure</head><p>{}</p><closer>{}</closer></frus:attachment>"

CASES = {
    "closer without anything before it": ("<closer>Ost</closer>", {"//t:ab/@type": ["signature"], "//t:ab": ["Ost"]}),
    "words in a closer are the signature": ("<p>a</p><closer>Ost</closer>", {"//t:closer/t:signed": ["Ost"]}),
    "signature of its own": ("<p>a</p><signed>Ost</signed>", {"//t:closer/t:signed": ["Ost"]}),
    "trailer": ("<p>a</p><trailer>End</trailer>", {"//t:trailer": ["End"]}),
    "paragraph behind the signature": (
        "<p>a</p><closer>Ost</closer><p>Copy to Karsk.</p>", {"//t:postscript/t:p": ["Copy to Karsk."]}
    ),
    "two signatures": (
        "<p>a</p><closer>Ost</closer><p>b</p><closer>Lund</closer>",
        {"//t:postscript/t:ab[@type='signature']": ["Lund"]},
    ),
    "postscript with opener and signature": (
        "<p>a</p><closer>Ost</closer><postscript><opener>P.S.</opener><p>b</p><closer><signed>O.</signed></closer></postscript>",
        {"//t:postscript/*": ["P.S.", "b", "O."]},
    ),
    "postscript first": ("<postscript><p>b</p></postscript>", {"//t:div/t:p": ["b"]}),
    "postscript that holds a page break alone": (
        '<p>a</p><postscript><pb n="9"/></postscript>', {"//t:pb/@n": ["9"], "//t:postscript": []}
    ),
    "enclosure in a postscript": (
        "<p>a</p><closer>O</closer><postscript><p>b</p><frus:attachment><p>c</p></frus:attachment></postscript>",
        {"//t:postscript/t:quote": ["c"]},
    ),
    "stray words in an enclosure": (
        "<p>a</p><frus:attachment>On <hi>ice</hi> only<p>b</p></frus:attachment>",
        {"//t:div[@type='enclosed']/t:p": ["On ice only", "b"]},
    ),
    "enclosure before the text goes on": (
        "<p>a</p>" + ENCLOSURE.format("b", "c") + "<p>d</p><closer>O</closer>",
        {"//t:div[@type='message']/t:div/@type": ["enclosed", "section"], "//t:closer": ["c", "O"]},
    ),
    "text behind an enclosure that stands behind the signature": (
        "<p>a</p><closer>O</closer>" + ENCLOSURE.format("b", "c") + '<pb n="9"/><p>d</p>',
        {"//t:body/t:div/@type": ["message", "attachment", "section"]},
    ),
    "enclosure of an enclosure": (
        "<p>a</p><frus:attachment><p>b</p><closer>c</closer>" + ENCLOSURE.format("d", "e") + "</frus:attachment>",
        {"//t:div[@type='enclosed']/t:p": ["b"], "//t:div[@type='attachment']/t:p": ["d"]},
    ),
    "enclosure inside an enclosure that goes on": (
        "<p>a</p><frus:attachment><p>b</p><closer>c</closer>"
        + ENCLOSURE.format("d", "e")
        + "<p>f</p></frus:attachment>",
        {"//t:div[@type='enclosed']/t:postscript/*": ["Enclosure", "d", "e", "f"]},
    ),
    "division with a heading": (
        "<p>a</p><div><head>Two</head><p>b</p></div>", {"//t:div[@type='section']/t:head": ["Two"]}
    ),
    "second heading in the text": ("<p>a</p><head>Two</head><p>b</p>", {"//t:p[@rend='heading']": ["Two"]}),
    "second dateline in the text": ("<p>a</p><dateline>Oslo</dateline><p>b</p>", {"//t:ab[@type='sent']": ["Oslo"]}),
    "byline": ("<byline>By Ost</byline><p>a</p>", {"//t:byline": ["By Ost"]}),
    "greeting": ("<opener><salute>Sir:</salute></opener><p>a</p>", {"//t:opener/t:salute": ["Sir:"]}),
    "dateline at the foot": (
        '<p>a</p><closer><dateline><placeName>Oslo</placeName>, <date when="1937-10-02">October 2</date></dateline>'
        "</closer>",
        {"//t:closer/t:dateline": ["Oslo, October 2"], "//t:correspAction[@type='sent']/t:date/@when": ["1937-10-02"]},
    ),
    "list in an opener": (
        "<opener><seg>secret</seg><list><item>one</item></list><dateline>Oslo</dateline></opener><p>a</p>",
        {"//t:div[@type='preamble']//t:item": ["one"]},
    ),
    "table behind the dateline of an opener": (
        "<opener><dateline>Oslo</dateline><table><row><cell>x</cell></row></table></opener><p>a</p>",
        {"//t:opener/t:seg": ["x"]},
    ),
    "empty paragraphs": ("<p/><p>a</p><closer/>", {"//t:div[@type='message']/*": ["a"]}),
    "list whose labels are words": (
        "<list><label>First</label><item>a</item></list>",
        {"//t:list[@type='gloss']/t:label": ["First"], "//t:item": ["a"]},
    ),
    "page break between label and item": (
        '<list><label>First</label><pb n="9"/><item>a</item></list>', {"//t:item/t:pb/@n": ["9"]}
    ),
    "labels without items": (
        "<list><label>a</label><label>b</label><item>c</item><label>d</label></list>",
        {"//t:item/t:label": ["a", "b", "d"], "//t:item": ["a", "b c", "d"]},
    ),
    "label before a page break": (
        '<list><item>a</item><label>b</label><pb n="9"/><item>c</item></list>', {"//t:item": ["a", "b", "c"]}
    ),
    "bullets": (
        "<list><label>•</label><item>a</item><label>•</label><item>b</item></list>",
        {"//t:list/@type": ["bulleted"], "//t:item/@rend": ["•", "•"]},
    ),
    "simple list with a heading": (
        '<list type="simple"><head>Two</head><item>a</item></list>',
        {"//t:list/@type": ["simple"], "//t:list/t:head": ["Two"]},
    ),
    "numeral with a note": (
        '<list><label>1.<note n="2">x</note></label><item>a</item></list>',
        {"//t:list[@type='gloss']/t:label/t:note": ["x"]},
    ),
    "list without items": ("<list><label>1.</label></list>", {"//t:text//t:p": ["1."]}),
    "paragraph in a list": ("<list><item>a</item><p>b</p></list>", {"//t:item": ["a b"]}),
    "paragraph before the items of a list": ("<list><p>b</p><item>a</item></list>", {"//t:item": ["b", "a"]}),
    "table with heading, note and page break": (
        '<table><head>T</head><row><cell cols="2" role="label" rendition="#hanging">a</cell></row><pb n="9"/><note '
        'n="2">x</note><row><p>b</p></row></table>',
        {"//t:table/t:head": ["T"], "//t:cell/@cols": ["2"], "//t:cell/@rend": ["hanging"], "//t:cell": ["a", "b"]},
    ),
    "table without cells": ("<table><row/></table><p>a</p>", {"//t:table": []}),
    "words beside the cells of a row": ("<table><row><p>x</p><cell>a</cell></row></table>", {"//t:cell": ["x", "a"]}),
    "table in a heading": ("<p><hi><table><row><cell>a</cell></row></table></hi></p>", {"//t:table": ["a"]}),
    "quotation in a phrase": ("<p>x <title><quote>a</quote></title></p>", {"//t:p/t:quote": ["a"]}),
    "opener and division in a quotation": (
        "<quote><opener>x</opener><div><p>y</p></div><closer><signed>Ost</signed></closer></quote>",
        {"//t:quote/t:ab": ["x", "Ost"], "//t:quote/t:quote": ["y"]},
    ),
    "division in a paragraph": ("<p>a <div><p>b</p></div> c</p>", {"//t:text//t:p": ["a b c"]}),
    "verse": ("<lg><l>one</l><l>two</l></lg>", {"//t:text//t:p": ["onetwo"], "//t:p/t:lb": [""]}),
    "address": (
        "<p><address><addrLine>Oslo</addrLine><addrLine>Box 4</addrLine></address></p>",
        {"//t:text//t:p": ["OsloBox 4"]},
    ),
    "paragraph in a paragraph": ("<p>a<p>b</p>c</p>", {"//t:text//t:p": ["abc"], "//t:p/t:lb": ["", ""]}),
    "foreign words": (
        '<p><foreign xml:lang="fr">glace</foreign> <foreign>is</foreign></p>', {"//t:foreign": ["glace"]}
    ),
    "names": (
        "<p><orgName>Ice Office</orgName> <placeName/> <name>Fram</name> <persName/> <gloss/> <title>Ice</title></p>",
        {"//t:text//t:orgName": ["Ice Office"], "//t:text//t:name": ["Fram"], "//t:text//t:persName": []},
    ),
    "note without number": ("<p>a <note>b</note></p>", {"//t:note[@type='editor'][@rend='none']": ["b"]}),
    "note with a sign": ('<p>a<note n="*">b</note></p>', {"//t:note[@type='footnote']/@xml:id": ["note-2a"]}),
    "picture with words": (
        '<figure><head>Map</head><graphic url="map 1"/><figDesc>Ice</figDesc><p>b</p></figure><p>a</p>',
        {"//t:figure/t:head": ["Map"], "//t:figure/t:p": ["b"], "//t:graphic": []},
    ),
    "picture of nothing": ("<figure/><p>a</p>", {"//t:figure": []}),
    "picture elsewhere": (
        '<figure><graphic url="https://example.org/a.png"/></figure><p>a</p>',
        {"//t:graphic/@url": ["https://example.org/a.png"]},
    ),
    "page with the address of its picture": (
        '<p>a<pb facs="https://example.org/1.png"/><pb facs="a b"/>b</p>', {"//t:pb/@facs": ["https://example.org/1.png"]}
    ),
    "several targets": (
        '<p><ref target="#d2 #d2fn2">a</ref> <ref target="frus1936v02">b</ref> <ref target="x y">c</ref></p>',
        {"//t:text//t:ref": ["a", "b", "c"], "//t:text//t:ref/@type": ["telegram", "bibl"]},
    ),
    "numbered point": (
        "<p>(a) First</p><p>2. Second</p>",
        {"//t:text//t:p/@n": ["a", "2"], "//t:p/@rend": ["inline", "inline"]},
    ),
    "number that is a point's": ("<p>1. First</p><p>2. Second</p>", {"//t:num": []}),
    "airgram": ("<p>A–305. Ice.</p>", {"//t:num/@n": ["A–305"], "//t:num/@value": ["305"]}),
    "series of a conference": ("<p>Secto 12. Ice.</p>", {"//t:num/@n": ["Secto 12"]}),
    "number in the second paragraph": ("<p>[Paraphrase]</p><p>77. Ice.</p>", {"//t:num": ["77"]}),
    "no number": ("<p>Your 59. Ice.</p>", {"//t:text//t:num": []}),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), [pytest.param(*case, id=name) for name, case in CASES.items()])
def test_markup_keeps_its_place_and_its_words(markup: str, expected: dict[str, list[str]], tmp_path: Path) -> None:
    document = f'<div type="document" xml:id="d9" n="9">{HEAD}{markup}</div>'
    found = take(volumes.volume(volumes.OLD, volumes.NEW, volumes.EDITORIAL, document), tmp_path)
    assert [finding.message for finding in found.findings if finding.severity.label == "error"] == []
    root = found.document("d9")
    assert {path: texts(root, path) for path in expected} == expected
    assert faults(found.files["tei/frus1937-58v02-d9.xml"]) == []
